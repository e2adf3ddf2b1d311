"""What is read off laid-out pages: the text in its order, and nothing that belongs to the page or to a style sheet."""

from books import page

from dossier.press.pdf import lay_out

STYLE = """<style>
@page { size: 80mm 60mm; margin: 12mm; @top-left { content: "HEAD" } @bottom-left { content: counter(page) } }
.note { float: footnote } .fixed { position: fixed; bottom: 0 } .own::before { content: "ADDED" } .next { break-before: page }
p { hyphens: manual; margin: 0 }
</style>"""


def words(body: str, language: str = "en") -> list[list[tuple[int, str]]]:
    read = lay_out(page(body, language, STYLE)).texts
    return [[(number, " ".join(text.split())) for number, text in one.blocks] for one in read]


def test_heads_feet_notes_and_what_style_adds_are_left_out() -> None:
    first = '<p class="fixed">EVERYWHERE</p><ol><li class="own">one<span class="note">NOTE</span> two</li></ol>'
    assert words(f'{first}<p class="next">end</p>') == [[(1, "one two")], [(2, "end")]]


def test_a_block_that_runs_on_keeps_its_number() -> None:
    first, second, *_ = words("<p>first</p><p>" + "word " * 90 + "</p>")
    assert first[-1][0] == second[0][0] == 2
    assert " ".join(text for one in words("<p>" + "word " * 90 + "</p>") for _, text in one) == ("word " * 90).strip()


def test_a_head_that_a_table_says_again_is_read_once() -> None:
    rows = "".join(f"<tr><td>{number}</td></tr>" for number in range(30))
    read = words(f"<table><thead><tr><th>Column</th></tr></thead><tbody>{rows}</tbody></table>")
    assert len(read) > 1
    assert [text for one in read for _, text in one] == ["Column", *map(str, range(30))]


def test_a_parted_word_is_whole_again() -> None:
    (read,) = words('<div style="width: 22mm"><p>Donau\u00addampf\u00adschiff\u00adfahrt</p></div>')
    assert read[0][1].replace("\u00ad", "") == "Donaudampfschifffahrt"


def test_labels_are_in_the_digits_of_the_language() -> None:
    read = lay_out(page('<p>یک</p><p class="next">دو</p>', "fa", STYLE)).texts
    assert [(one.page.number, one.page.label) for one in read] == [(1, "۱"), (2, "۲")]
