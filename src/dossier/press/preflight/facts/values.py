"""The survey of a PDF: what rules are asked about. All of it plain values, so that a rule is a function from them to findings."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from dossier.press.preflight.facts.colours import Colour, Space

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in units of the page (1/72 inch where it has no ``UserUnit``)."""


class Kind(StrEnum):
    """Of what kind a :class:`Mark` is."""

    TRANSFER = "transfer"
    HALFTONE = "halftone"
    POSTSCRIPT = "postscript"
    ELSEWHERE = "elsewhere"  # a picture or stream whose data lie in another file
    MISSING = "missing"  # a resource that the content names and nobody defines
    UNREADABLE = "unreadable"
    TOO_LARGE = "too large"
    BLENDING = "blending"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something met on the way that a rule may object to; ``page`` and ``object`` are 0 where they say nothing."""

    kind: Kind
    what: str
    page: int = 0
    object: int = 0


@dataclass(frozen=True, slots=True)
class SpaceUse:
    """A colour space in use: for what (``text``, ``image``…), and by which object."""

    space: Space
    used_by: str
    object: int = 0


@dataclass(frozen=True, slots=True)
class TextUse:
    """Text of one colour and size (points on the page); ``is_overprinting`` where white would vanish."""

    colour: Colour
    size: float
    is_overprinting: bool


@dataclass(frozen=True, slots=True)
class AreaUse:
    """A filled area or a line of one colour."""

    colour: Colour
    is_overprinting: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it stands on a page; ``resolution`` in pixels an inch, the smaller of both directions."""

    object: int
    resolution: float
    is_bilevel: bool
    box: Box


@dataclass(frozen=True, slots=True)
class Shown:
    """One string of marked content: where it begins on the page, and the characters that its font gives for it."""

    content: int
    language: str
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation of a page."""

    subtype: str
    box: Box | None
    object: int
    contents: str
    is_hidden: bool
    in_structure: bool


@dataclass(slots=True)
class Page:
    """A page, and what the walk through its content met."""

    number: int
    object: int
    boxes: dict[str, Box] = field(default_factory=dict)
    rotation: float = 0
    unit: float = 1
    tabs: str = ""
    spaces: set[SpaceUse] = field(default_factory=set)
    texts: set[TextUse] = field(default_factory=set)
    areas: set[AreaUse] = field(default_factory=set)
    thinnest: float | None = None
    pictures: set[Picture] = field(default_factory=set)
    pictures_of: dict[int, Box] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    untagged: int = 0
    annotations: tuple[Annotation, ...] = ()

    def box(self, name: str) -> Box | None:
        return self.boxes.get(name)


@dataclass(frozen=True, slots=True)
class Font:
    """A font that shows visible text."""

    object: int
    name: str
    subtype: str
    is_embedded: bool
    has_characters: bool
    page: int


@dataclass(frozen=True, slots=True)
class Intent:
    """An output intent of the catalogue; ``problem`` says why its profile is not that of a press."""

    subtype: str
    condition: str
    problem: str
    object: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """An embedded file, and which of its particulars are missing."""

    name: str
    object: int
    missing: tuple[str, ...]
    digest_is_wrong: bool


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the structure, its type mapped to a standard one; ``contents`` are its pieces by page and number."""

    kind: str
    object: int
    page: int
    id: str
    language: str
    alternative: bool
    box: Box | None
    scope: bool
    contents: tuple[tuple[int, int], ...]
    inside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """The structure tree: its elements in their order, the annotations it refers to, and whether that is all of it."""

    elements: tuple[Element, ...]
    annotations: frozenset[int]
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Layers:
    """Optional content: names of the layers, and whether their state may change by itself."""

    names: tuple[str, ...]
    is_automatic: bool


@dataclass(frozen=True, slots=True)
class Packet:
    """The document's XMP: properties by prefix and name; ``problem`` where it is missing or cannot be read."""

    properties: dict[str, str]
    problem: str = ""

    def get(self, name: str) -> str:
        return self.properties.get(name, "")


@dataclass(slots=True)
class Survey:
    """Everything that rules may ask about one file."""

    version: str = ""
    is_encrypted: bool = False
    repairs: tuple[str, ...] = ()
    has_identifier: bool = False
    packet: Packet = field(default_factory=lambda: Packet({}, "there is none"))
    info: dict[str, str] = field(default_factory=dict)
    intents: tuple[Intent, ...] = ()
    pages: list[Page] = field(default_factory=list)
    fonts: dict[object, Font] = field(default_factory=dict)
    pictures: set[object] = field(default_factory=set)
    marks: dict[Mark, None] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    layers: Layers = Layers((), False)
    has_form: bool = False
    scripts: tuple[str, ...] = ()
    is_marked: bool = False
    language: str = ""
    shows_title: bool = False
    direction: str = ""
    has_labels: bool = False
    bookmarks: int = 0
    structure: Structure | None = None

    @property
    def is_tagged(self) -> bool:
        """Whether the file says it is tagged, and has a structure."""
        return self.is_marked and self.structure is not None and bool(self.structure.elements)

    def marked(self, *kinds: Kind) -> Iterator[Mark]:
        """What of these kinds was met, in the order it was met."""
        return (mark for mark in self.marks if mark.kind in kinds)

    def note(self, kind: Kind, what: str, page: int = 0, number: int = 0) -> None:
        """Remember what was met."""
        self.marks.setdefault(Mark(kind, what, page, number))
