"""From files to documents: text, front matter, ``dossier.toml``, Markdown, images. Knows no output and no language."""
