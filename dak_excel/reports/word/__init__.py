"""The mechanics of a Word document: package, paper, pictures, charts, numbering, contents page."""
