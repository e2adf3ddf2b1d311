"""Units, PO files, merging, weaving and checking. Nothing here renders."""
