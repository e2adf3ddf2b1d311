"""Images of a dossier as assets of an edition."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.content.images import image_path
from dossier.model.bundle import Asset
from dossier.model.document import Image

_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/svg+xml": "svg"}


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as the markup refers to it: the key of its asset, and its size in pixels (0 where unknown)."""

    key: str
    width: int
    height: int


def picture_of(pictures: Mapping[str, Picture], source: str, document_path: str) -> Picture | None:
    """The picture that a document names by the address ``source``; ``None`` where it was not handed over."""
    try:
        return pictures.get(image_path(document_path, source))
    except PermissionError:
        return None  # told when the document was read


def pictures(images: Mapping[str, Image]) -> dict[str, Picture]:
    """A picture for each image, by the image's path.

    Keys are made of the content's digest: short, the same on every machine, and fit for the file names of an EPUB.
    """
    return {path: Picture(_key(image), image.width, image.height) for path, image in images.items()}


def picture_assets(images: Mapping[str, Image], markup: Iterable[str]) -> dict[str, Asset]:
    """The assets of those images that ``markup`` shows."""
    texts = tuple(markup)
    keys = {_key(image): Asset(image.data, image.media_type) for _, image in sorted(images.items())}
    return {key: asset for key, asset in keys.items() if any(key in text for text in texts)}


def _key(image: Image) -> str:
    return f"images/{hashlib.sha256(image.data).hexdigest()[:16]}.{_SUFFIXES[image.media_type]}"
