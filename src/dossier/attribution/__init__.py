"""Who says what: citations set by a CSL processor, quotations checked against their sources, claims side by side."""
