"""What may stand in ``{…}``, wherever attributes may be given."""

ALLOWED_ATTRIBUTES = ("id", "class", "lang", "dir")
"""Nothing that carries script, style or an address: content is hostile until parsed."""
