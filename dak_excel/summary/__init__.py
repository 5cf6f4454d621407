"""What came in and what came out, as pages and tables."""
