import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_files import refusals

from dossier.content.toml_file import read_toml
from dossier.model.diagnostics import DossierError

TEXT = """\
id = "x" # comment
pdf.page-size = "A5"
"كلید" = 1
editors = [
  { family = "A", given = "B" }, # one
  { family = "é", literal = 3 },
]
[policy]
draft = "mark"
[[part]]
n = 1
[[part]]
  n = 2
[part.deep."a.b"]
q = 2020-12-09
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("id",), "1:1", "1:6"),
        (("pdf", "page-size"), "2:1", "2:17"),
        (("pdf",), "2:1", "2:1"),
        (("كلید",), "3:1", "3:10"),
        (("editors", 0), "5:3", "5:3"),
        (("editors", 0, "given"), "5:19", "5:27"),
        (("editors", 1, "literal"), "6:19", "6:29"),
        (("policy", "draft"), "9:1", "9:9"),
        (("part", 0, "n"), "11:1", "11:5"),
        (("part", 1, "n"), "13:3", "13:7"),
        (("part", 1, "deep", "a.b", "q"), "15:1", "15:5"),
        (("policy", "not there"), "8:2", "8:2"),
        (("nothing",), "1:1", "1:1"),
    ],
)
def test_every_key_and_value_has_its_place(path: tuple[str | int, ...], key: str, value: str) -> None:
    _, places = read_toml(TEXT, "d.toml")
    assert str(places.key(path)) == f"d.toml:{key}"
    assert str(places.value(path)) == f"d.toml:{value}"


def test_dates_are_the_text_that_was_written() -> None:
    values, _ = read_toml("date = 2020-12-09\nlist = [1988-07-01]", "d.toml")
    assert values == {"date": "2020-12-09", "list": ["1988-07-01"]}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a = 1\ntitle = "x', "d.toml:2:11: error C005: the string is never closed"),
        ("a = 1\nb 2\n", "d.toml:2:3: error C005: expected '=' after a key in a key/value pair"),
        ("a = 1\na = 2\n", "d.toml:2:6: error C005: the key of this line stands in the file a second time"),
        ("a =", "d.toml:1:4: error C005: invalid value"),
        ("a = " + "[" * 5000, "d.toml:1:1: error C005: lists or tables are nested too deeply"),
    ],
)
def test_broken_toml_is_refused_at_line_and_column(text: str, line: str) -> None:
    with pytest.raises(DossierError) as caught:
        read_toml(text, "d.toml")
    assert str(caught.value).split("\n")[0] == line


@given(st.text(alphabet="ab.=[]{}\"'\n #1é,\\u00", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert {found.code.id for found in refusals(lambda: read_toml(text, "d.toml"))} <= {"C005"}


@given(st.dictionaries(st.text(min_size=1, alphabet="abé .\"'"), st.integers(), min_size=1))
def test_every_quoted_key_is_found_again(values: dict[str, int]) -> None:
    quoted = {name: '"' + name.replace('"', '\\"') + '"' for name in values}
    text = "".join(f"{quoted[name]} = {value}\n" for name, value in values.items())
    read, places = read_toml(text, "d.toml")
    assert read == values
    assert [places.key((name,)).line for name in values] == list(range(1, len(values) + 1))
