"""Which structure type an element of HTML becomes (ISO 32000-1, 14.8.4), by name; what asks for more is in :mod:`.making`."""

from collections.abc import Mapping
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "main": "Part",
        "article": "Art",
        "section": "Sect",
        "nav": "Sect",
        "blockquote": "BlockQuote",
        "q": "Quote",
        "p": "P",
        "pre": "P",
        "code": "Code",
        "h1": "H1",
        "h2": "H2",
        "h3": "H3",
        "h4": "H4",
        "h5": "H5",
        "h6": "H6",
        "caption": "Caption",
        "figcaption": "Caption",
        "table": "Table",
        "thead": "THead",
        "tbody": "TBody",
        "tfoot": "TFoot",
        "tr": "TR",
    }
)
"""Of all else, blocks become ``Div`` and runs within a line nothing, unless they are in another language."""

NUMBERING: Mapping[str, str] = MappingProxyType(
    {
        "none": "None",
        "disc": "Disc",
        "circle": "Circle",
        "square": "Square",
        "lower-roman": "LowerRoman",
        "upper-roman": "UpperRoman",
        "lower-alpha": "LowerAlpha",
        "lower-latin": "LowerAlpha",
        "upper-alpha": "UpperAlpha",
        "upper-latin": "UpperAlpha",
    }
)
"""``ListNumbering`` (14.8.5.5) by ``list-style-type``. Others are strings (a bullet) or count in digits of some script."""
