"""Why a picture cannot be used, before it is known which file it came from."""


class ImageError(Exception):
    """A picture that cannot be used; ``reason`` goes on after “the image cannot be used:”.

    ``position`` is line and column in the file, for SVG.
    """

    def __init__(self, reason: str, *, mend: str = "", position: tuple[int, int] = (0, 0)) -> None:
        super().__init__(reason)
        self.reason = reason
        self.mend = mend
        self.position = position
