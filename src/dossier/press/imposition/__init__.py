"""Pages of a PDF on larger sheets: booklets and two pages side by side."""
