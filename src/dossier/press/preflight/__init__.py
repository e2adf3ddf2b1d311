"""What a PDF must have for its purpose: rules, one a file, read with pikepdf."""
