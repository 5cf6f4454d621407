"""What is given away: the program for Windows computers without internet."""
