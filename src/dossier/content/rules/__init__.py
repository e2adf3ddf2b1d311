"""markdown-it rules of our own, one a file. Each has a ``NAME`` and ``add_to(parser)``."""
