"""The Word templates as staff edit them: where they are, the names they may use, what is wrong with them."""
