"""What becomes a unit, and what it is called."""

from dataclasses import replace

from samples import document

from dossier.model.document import MatterString, UnitKind
from dossier.model.place import Place
from dossier.translation.cut import cut

TEXT = """\
## Heading {#h}

A paragraph
over two lines.[^n]

- item

> quoted

| head |
|------|
| cell |

Term
: definition

![alt](map.png "Caption")

```
code is no unit
```

[^n]: The note.
"""


def test_every_block_with_words_is_a_unit() -> None:
    units = cut(document(TEXT, title="Title"))
    assert [(unit.msgid, unit.kind) for unit in units] == [
        ("Title", UnitKind.TITLE),
        ("Heading", UnitKind.HEADING),
        ("A paragraph over two lines.[^n]", UnitKind.PARAGRAPH),
        ("item", UnitKind.LIST_ITEM),
        ("quoted", UnitKind.QUOTATION),
        ("head", UnitKind.TABLE_HEAD),
        ("cell", UnitKind.TABLE_CELL),
        ("Term", UnitKind.TERM),
        ("definition", UnitKind.DEFINITION),
        ('![alt](map.png "Caption")', UnitKind.FIGURE),
        ("The note.", UnitKind.FOOTNOTE),
    ]


def test_places_are_where_the_words_begin() -> None:
    units = cut(document(TEXT))
    assert [unit.place for unit in units[:3]] == [
        Place("content/demo/sample.md", 4, 4),
        Place("content/demo/sample.md", 6, 1),
        Place("content/demo/sample.md", 9, 3),
    ]


def test_soft_breaks_fold_only_where_the_tree_stays() -> None:
    folded = cut(document("one\ntwo\n\nhard  \nbreak\n\n[a]: /url\n\n[link](/x 'title\nover lines')"))
    assert [unit.msgid for unit in folded] == ["one two", "hard  \nbreak", "[link](/x 'title\nover lines')"]


def test_dates_of_a_timeline_are_no_words_for_a_translator() -> None:
    text = "{.timeline}\n1988-07/1988-09\n: What happened.\n\nTerm\n: Not a date, and told of elsewhere.\n"
    assert [(unit.msgid, unit.kind) for unit in cut(document(text))] == [
        ("What happened.", UnitKind.DEFINITION),
        ("Not a date, and told of elsewhere.", UnitKind.DEFINITION),
    ]


def test_a_string_of_several_lines_does_not_end_in_a_line_end() -> None:
    place = Place("content/demo/dossier.toml", 3, 1)
    strings = (MatterString("description", "One\ntwo\n", place, "en"),)
    assert [unit.msgid for unit in cut(replace(document(""), strings=strings))] == ["One\ntwo"]
