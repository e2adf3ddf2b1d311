"""Every colour of a PDF in the space of a printing condition."""
