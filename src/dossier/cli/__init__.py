"""The command line: one module per command. They read options, call ``pipeline``, and print."""
