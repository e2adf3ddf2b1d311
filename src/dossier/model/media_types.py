"""Media types of files by their names (RFC 6838), wherever files are listed, attached or packed."""

_BY_SUFFIX = {
    "css": "text/css", "md": "text/markdown", "txt": "text/plain", "po": "text/x-gettext-translation",
    "json": "application/json", "xml": "application/xml", "toml": "application/toml", "lock": "application/toml",
    "csl": "application/vnd.citationstyles.style+xml", "icc": "application/vnd.iccprofile",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "woff2": "font/woff2", "otf": "font/otf", "ttf": "font/ttf",
}  # fmt: skip


def media_type_of(path: str) -> str:
    """The media type of the file ``path``; ``application/octet-stream`` where its name says nothing (RFC 2046, 4.5.1)."""
    return _BY_SUFFIX.get(path.rpartition(".")[2].lower(), "application/octet-stream")
