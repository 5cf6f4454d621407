"""One module a file format, and what they share: each turns bytes into sheets of plain values."""
