"""What there is to know of a PDF, found in one walk: values without a reference to the file."""
