"""The structure of a tagged PDF, as plain values; and how bare WeasyPrint writes one of the same page."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from processes import run

_PAIR = re.compile(r"^<([0-9a-f]{4})> ?<([0-9a-f]+)>$", re.MULTILINE | re.IGNORECASE)
"""A code and the characters it stands for."""


@dataclass
class Node:
    """A structure element: its type, what its dictionary and its attributes say, and what lies in it."""

    kind: str
    entries: dict[str, object] = field(default_factory=dict)
    attributes: dict[str, object] = field(default_factory=dict)
    kids: "list[Node]" = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Pieces of content directly in it: page, from 0, and number."""
    annotations: list[pikepdf.Dictionary] = field(default_factory=list)

    def walk(self) -> "Iterator[Node]":
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *kinds: str) -> "list[Node]":
        return [node for node in self.walk() if node.kind in kinds]

    def outline(self) -> str:
        """Its type and, in brackets, those of what lies in it."""
        inner = " ".join(kid.outline() for kid in self.kids)
        return f"{self.kind}({inner})" if inner else self.kind


class Tagged:
    """A PDF that was read."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self._pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.root = self._node(self.pdf.Root.StructTreeRoot.K, 0)

    def _node(self, found: pikepdf.Object, page: int) -> Node:
        if isinstance(found, pikepdf.Array):
            (found,) = found
        entries = {name[1:]: str(found[name]) for name in ("/Alt", "/E", "/ID", "/Lang") if name in found}
        node = Node(str(found.S)[1:], dict(entries), _attributes(found.get("/A")))
        page = self._pages[found.Pg.objgen] if "/Pg" in found else page
        kids = found.get("/K")
        for kid in [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            self._add(node, kid, page)
        return node

    def _add(self, node: Node, kid: pikepdf.Object | int, page: int) -> None:
        if isinstance(kid, int):
            node.marks.append((page, kid))
        elif kid.get("/Type") == "/OBJR":
            node.annotations.append(kid.Obj)
        elif kid.get("/Type") == "/MCR":
            node.marks.append((self._pages[kid.Pg.objgen] if "/Pg" in kid else page, int(kid.MCID)))
        else:
            node.kids.append(self._node(kid, page))

    def text(self, node: Node) -> str:
        """The words of ``node`` and all in it, in order of its own pieces, then its kids' (enough for one's presence)."""
        return "".join(self._texts().get(mark, "") for inner in node.walk() for mark in inner.marks)

    def _texts(self) -> dict[tuple[int, int], str]:
        if not hasattr(self, "_found"):
            self._found = {mark: text for mark, _, text in self.pieces() if isinstance(mark, tuple)}
        return self._found

    def pieces(self) -> list[tuple[tuple[int, int] | str, str, str]]:
        """All pieces of content in pages: the mark, or ``artifact`` or ``nothing``; an artifact's properties; and its words."""
        return [piece for number, page in enumerate(self.pdf.pages) for piece in _pieces(number, page)]


def _attributes(found: pikepdf.Object | None) -> dict[str, object]:
    if found is None:
        return {}
    many = list(found) if isinstance(found, pikepdf.Array) else [found]
    return {name[1:]: _plain(value) for one in many for name, value in one.items() if name != "/O"}


def _plain(value: object) -> object:
    if isinstance(value, pikepdf.Array):
        return [_plain(one) for one in value]
    if isinstance(value, pikepdf.Name):
        return str(value)[1:]
    return str(value) if isinstance(value, pikepdf.String) else float(value) if not isinstance(value, int) else value  # type: ignore[arg-type]


def _pieces(number: int, page: pikepdf.Page) -> Iterator[tuple[tuple[int, int] | str, str, str]]:
    words = _words(page)
    place = 0
    open_marks: list[tuple[tuple[int, int] | str, str]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("BDC", "BMC"):
            open_marks.append(_mark(number, operands))
        elif str(operator) == "EMC":
            open_marks.pop()
        elif str(operator) == "Do" and page.Resources.XObject[operands[0]].Subtype == "/Form":
            continue  # what it draws has marks of its own
        elif str(operator) in ("TJ", "Tj", "Do", "f", "f*", "S", "B", "sh"):
            shown = words[place] if str(operator) in ("TJ", "Tj") else ""
            place += str(operator) in ("TJ", "Tj")
            mark, properties = open_marks[-1] if open_marks else ("nothing", "")
            yield mark, properties, shown


def _mark(number: int, operands: list[pikepdf.Object]) -> tuple[tuple[int, int] | str, str]:
    tag, *properties = operands
    if str(tag) == "/Artifact":
        return "artifact", " ".join(str(value) for value in properties[0].values()) if properties else ""
    return (number, int(properties[0].MCID)), ""


def _words(page: pikepdf.Page) -> list[str]:
    """What each operator that shows text stands for, by the fonts' ``ToUnicode``."""
    maps = {name: _characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    found, font = [], ""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) == "Do" and page.Resources.XObject[operands[0]].Subtype == "/Form":
            continue  # what it draws has marks of its own
        elif str(operator) in ("TJ", "Tj"):
            shown = operands[0] if str(operator) == "TJ" else [operands[0]]
            codes = b"".join(bytes(one) for one in shown if isinstance(one, pikepdf.String))
            pairs = (codes[at : at + 2] for at in range(0, len(codes), 2))
            found.append("".join(maps.get(font, {}).get(code, "") for code in pairs))
    return found


def _characters(font: pikepdf.Object) -> dict[bytes, str]:
    if "/ToUnicode" not in font:
        return {}
    pairs = _PAIR.findall(font.ToUnicode.read_bytes().decode("ascii"))
    return {bytes.fromhex(code): bytes.fromhex(text).decode("utf-16-be", "replace") for code, text in pairs}


BARE = """
import json, sys
from pathlib import Path
from weasyprint import HTML
for name, html in json.loads(Path("pages.json").read_text()).items():
    HTML(string=html).write_pdf(f"{name}.pdf", pdf_variant="pdf/ua-1")
"""


def written_by_bare_weasyprint(pages: Mapping[str, str], folder: Path) -> dict[str, Path]:
    """Each of ``pages``, finished HTML, as WeasyPrint itself writes it, with the faces of the machine."""
    import json

    (folder / "pages.json").write_text(json.dumps(dict(pages)), encoding="utf-8")
    done = run(BARE, folder)
    assert done.returncode == 0, done.stderr.decode()
    return {name: folder / f"{name}.pdf" for name in pages}
