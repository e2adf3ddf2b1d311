"""What may stand in ``{…}``, wherever attributes may be given."""

ALLOWED_ATTRIBUTES = ("id", "class", "lang", "dir")
"""Nothing that carries script, style or an address: content is hostile until parsed."""

CLAIM = "claim"
"""The attribute of marked words that names a question of ``claims.toml``: ``[over 30,000]{claim=victims}``."""

ALLOWED_INLINE = (*ALLOWED_ATTRIBUTES, CLAIM)
"""What may stand behind marked words, links, images and code: a whole block makes no claim."""

NOT_SHOWN = "insecure_attrs"
"""Where, in a token's ``meta``, mdit-py-plugins leaves the attributes that are not allowed on the page."""
