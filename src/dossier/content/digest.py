"""Digests of files, as they are written down: with the name of the algorithm."""

from hashlib import sha256


def digest_of(data: bytes) -> str:
    """``sha256:`` and 64 hexadecimal digits."""
    return f"sha256:{sha256(data).hexdigest()}"
