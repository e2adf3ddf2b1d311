"""The plain text of snapshots: text, HTML, PDF, EPUB and DOCX, through well-kept libraries."""
