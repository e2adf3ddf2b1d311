"""Where markup goes in a draft: cases by hand, with what an engine says written out."""

from collections.abc import Mapping, Sequence

import pytest
from hostile import DOCUMENT, unit

from dossier.model.document import Unit, UnitKind
from dossier.model.glossary import Glossary
from dossier.model.place import Place
from dossier.translation.drafting.drafts import drafts
from dossier.translation.drafting.values import Asked, Draft
from dossier.translation.engines.engine import Effort, Pair, Reply

FR = Pair("en", "fr")


def drafted(markdown: str, says: Mapping[str, str | Reply], pair: Pair = FR) -> Draft:
    """The draft of ``markdown`` by an engine that ``says`` these things, and nothing else."""

    def translate(sentences: Sequence[str], _: Effort) -> Mapping[str, Reply]:
        found = {one: says[one] for one in sentences if one in says}
        return {one: reply if isinstance(reply, Reply) else Reply(reply) for one, reply in found.items()}

    (made,) = drafts([unit(markdown)], translate, pair, Glossary())
    return made


@pytest.mark.parametrize(
    ("markdown", "says", "expected"),
    [
        pytest.param(
            "*The committee read the letter.*",
            {"The committee read the letter.": "Le comité a lu la lettre."},
            "*Le comité a lu la lettre.*",
            id="all of a sentence",
        ),
        pytest.param(
            "**The letter was read**.",
            {"The letter was read.": "La lettre a été lue."},
            "**La lettre a été lue**.",
            id="all but the full stop",
        ),
        pytest.param(
            "The *secret letter* was read.",
            {"The secret letter was read.": "La lettre secrète a été lue.", "secret letter": "lettre secrète"},
            "La *lettre secrète* a été lue.",
            id="as translated by itself",
        ),
        pytest.param(
            "The [*Secret* letter](https://e.org/1) was read.",
            {
                "The Secret letter was read.": "La lettre secrète a été lue.",
                "Secret letter": "Lettre secrète.",
                "Secret": "Secrète",
            },
            "La [lettre *secrète*](https://e.org/1) a été lue.",
            id="marks in marks, capitals and full stops aside",
        ),
        pytest.param(
            "The *secret letter* was read.",
            {
                "The secret letter was read.": "La lettre secrète a été lue.",
                "secret letter": "courrier confidentiel",
                'The "secret letter" was read.': "La « lettre secrète » a été lue.",
            },
            "La *lettre secrète* a été lue.",
            id="as the engine shows it in quotation marks",
        ),
        pytest.param(
            "The lawyer read the [decisions](https://e.org/1).",
            {
                "The lawyer read the decisions.": Reply("L'avocat lisait ses décisions.", alignment=(1, 2, 3, 4)),
                "decisions": "la décision",
            },
            "L’avocat lisait ses [décisions](https://e.org/1).",
            id="as the engine aligns it, without the full stop",
        ),
        pytest.param(
            "In **1988** the court of *Evin* sat.",
            {"In 1988 the court of Evin sat.": "En 1988, le tribunal d'Evin siégeait."},
            "En **1988**, le tribunal d’*Evin* siégeait.",
            id="figures and names as they are",
        ),
        pytest.param(
            "The court sat [@amnesty, para. 3].",
            {"The court sat.": "Le tribunal siégeait."},
            "Le tribunal siégeait [@amnesty, para. 3].",
            id="a citation before the full stop",
        ),
        pytest.param(
            "The court sat.[^1]",
            {"The court sat.": "Le tribunal siégeait."},
            "Le tribunal siégeait.[^1]",
            id="a note behind the full stop",
        ),
        pytest.param(
            "In 1988[^1] the court sat.",
            {"In 1988 the court sat.": "Le tribunal siégeait en 1988."},
            "Le tribunal siégeait en 1988[^1].",
            id="a note behind a figure",
        ),
        pytest.param(
            "The court sat[^1], and the judge read.",
            {"The court sat, and the judge read.": "Le tribunal siégeait, et le juge lisait."},
            "Le tribunal siégeait[^1], et le juge lisait.",
            id="a note before a comma",
        ),
        pytest.param(
            "The court[^1] sat.",
            {"The court sat.": Reply("Le tribunal siégeait.", alignment=(0, 1, 2))},
            "Le tribunal[^1] siégeait.",
            id="a note where the engine tells which word is which",
        ),
        pytest.param(
            "Run `make all` now.",
            {"Run Q1 now.": "Lancez Q1 maintenant."},
            "Lancez `make all` maintenant.",
            id="code behind a stand-in",
        ),
        pytest.param(
            "Run `make all` now.",
            {"Run Q1 now.": "Lancez-le maintenant.", "Run 70808 now.": "Lancez 70808 maintenant."},
            "Lancez `make all` maintenant.",
            id="another stand-in where one is lost",
        ),
        pytest.param(
            "See <https://example.org/a_b>.",
            {"See Q1.": "Voir Q1."},
            "Voir <https://example.org/a_b>.",
            id="an address",
        ),
        pytest.param(
            "It is in A/HRC/45/13.",
            {"It is in Q1.": "C'est dans Q1."},
            "C’est dans A/HRC/45/13.",
            id="a document symbol",
        ),
        pytest.param(
            'A map ![The court](map.png "The letter").',
            {"A map.": "Une carte.", "The court": "Le tribunal", "The letter": 'La "lettre'},
            'Une carte ![Le tribunal](map.png "La \\"lettre").',
            id="the words of an image",
        ),
        pytest.param(
            "[The letter][annex] was read.",
            {"The letter was read.": "La lettre a été lue.", "The letter": "La lettre"},
            "[La lettre][annex] a été lue.",
            id="a link by its name",
        ),
        pytest.param(
            "See [annex].",
            {"See annex.": "Voir l'annexe.", "annex": "annexe"},
            "Voir l’[annexe][annex].",
            id="a link whose words are its name",
        ),
        pytest.param(
            "The court sat. The *judge* read.",
            {"The court sat.": "Le tribunal siégeait.", "The judge read.": "Le juge lisait.", "judge": "juge"},
            "Le tribunal siégeait. Le *juge* lisait.",
            id="two sentences",
        ),
        pytest.param(
            "*The court sat. The judge read.* Then more came.",
            {
                "The court sat.": "Le tribunal siégeait.",
                "The judge read.": "Le juge lisait.",
                "Then more came.": "Puis d'autres vinrent.",
            },
            "*Le tribunal siégeait. Le juge lisait.* Puis d’autres vinrent.",
            id="marks around two sentences",
        ),
        pytest.param(
            "The court sat.",
            {"The court sat.": "Le *tribunal* [siégeait](x) _a_ <b>."},
            "Le \\*tribunal\\* \\[siégeait\\](x) \\_a\\_ \\<b\\>.",
            id="signs that an engine makes up are no markup",
        ),
    ],
)
def test_a_draft_has_its_markup_where_it_belongs(markdown: str, says: Mapping[str, str | Reply], expected: str) -> None:
    draft = drafted(markdown, says)
    assert draft.text == expected
    assert draft.notes == ()


def test_persian_words_carry_their_markup() -> None:
    draft = drafted(
        "The *report* was read in 1988[^1].",
        {"The report was read in 1988.": "گزارش در سال ۱۹۸۸ خوانده شد.", "report": "گزارش"},
        Pair("en", "fa"),
    )
    assert draft == Draft("*گزارش* در سال ۱۹۸۸ خوانده شد[^1].")


def test_what_cannot_be_placed_is_appended_and_named() -> None:
    draft = drafted(
        "The *old* court[^1] sat in [the hall](https://e.org/1).",
        {"The old court sat in the hall.": "On y siégeait.", "old": "ancienne", "the hall": "la salle"},
    )
    assert draft.text == "On y siégeait (*ancienne*; [la salle](https://e.org/1)).[^1]"
    assert draft.notes == (
        "emphasis “old” could not be placed and stands at the end of its sentence",
        "link “the hall” could not be placed and stands at the end of its sentence",
        "note [^1] could not be placed and stands at the end of its sentence",
    )


def test_words_with_a_figure_are_never_said_twice() -> None:
    """The link goes around the figure, with a note: appended, it would have the year once more."""
    text = "The court sat [late in 1988](https://e.org/1)."
    draft = drafted(text, {"The court sat late in 1988.": "On siégeait vers la fin de 1988.", "late in 1988": "tard en 1988"})
    assert draft.text == "On siégeait vers la fin de [1988](https://e.org/1)."
    assert draft.notes == ("link “late in 1988” stands at “1988”, which may be other words",)


def test_what_a_build_would_refuse_is_not_shown() -> None:
    """The rules for translations have the last word: here a claim's words would have no number."""
    says = {"It was [sic] 12 of `x` 30.": "", "It was 12 of x and 30.": "C'était 12 de x et 30.", "12 of x": "x"}
    draft = drafted("It was [12 of `x`]{claim=victims} and 30.", says)
    assert draft.text == ""
    assert draft.notes == ("left empty: T010: the words of the claim “victims” have no number in the translation: they are “x”",)


def test_code_that_is_lost_every_time_is_appended() -> None:
    lost = {"Run Q1 now.": "Lancez.", "Run 70808 now.": "Lancez.", "Run XZ1X now.": "Lancez.", "Run now.": "Lancez maintenant."}
    draft = drafted("Run `make all` now.", lost)
    assert draft.text == "Lancez maintenant `make all`."
    assert draft.notes == ("code `make all` could not be placed and stands at the end of its sentence",)


def test_nothing_is_shown_where_a_guard_refuses_every_attempt() -> None:
    draft = drafted("The court sat in 1988.", {"The court sat in 1988.": "Le tribunal siégeait en 1998."})
    assert draft.text == ""
    assert len(draft.notes) == 1
    assert draft.notes[0].startswith("left empty: ")
    assert "1988" in draft.notes[0]


def test_one_bad_sentence_leaves_the_whole_unit_empty() -> None:
    draft = drafted("The court sat. The judge read 12 letters.", {"The court sat.": "Le tribunal siégeait."})
    assert draft == Draft("", ("left empty: the engine gave nothing",))


@pytest.mark.parametrize("markdown", ["1988", "[@amnesty]", "—", "`code`", "12–14", "https://example.org/1"])
def test_what_has_no_words_is_taken_over(markdown: str) -> None:
    assert drafted(markdown, {}) == Draft(markdown)


def test_figures_alone_are_written_as_the_language_writes_them() -> None:
    assert drafted("33,700", {}, Pair("en", "fa")) == Draft("۳۳٬۷۰۰")
    assert drafted("**33,700**", {}, Pair("en", "fa")) == Draft("**33,700**")


def test_a_heading_gets_no_full_stop() -> None:
    assert drafted("The court", {"The court": "Le tribunal."}).text == "Le tribunal"
    assert drafted("The court.", {"The court.": "Le tribunal."}).text == "Le tribunal."
    assert drafted("The court sits", {"The court sits": "دادگاه است."}, Pair("en", "fa")).text == "دادگاه است"
    assert drafted("The U.N.", {"The U.N.": "L'O.N.U."}).text == "L’O.N.U."


def test_a_string_of_front_matter_is_no_markdown() -> None:
    asked = Asked(DOCUMENT, Unit("The *court* at {place}", UnitKind.TITLE, Place("content/d/part.md", 1, 1), "title", "en"))
    says = {"The *court* at Q1": Reply("Le *tribunal* de Q1")}
    (draft,) = drafts([asked], lambda texts, _: {one: says[one] for one in texts if one in says}, FR, Glossary())
    assert draft.text == "Le *tribunal* de {place}"


def test_every_sentence_of_all_units_is_asked_for_at_once() -> None:
    calls: list[tuple[str, ...]] = []

    def translate(sentences: Sequence[str], _: Effort) -> Mapping[str, Reply]:
        calls.append(tuple(sentences))
        return {one: Reply(f"Le tribunal {index}") for index, one in enumerate(sentences)}

    drafts([unit("The court sat."), unit("The judge read."), unit("The court sat.")], translate, FR, Glossary())
    assert calls[0] == ("The court sat.", "The judge read.")


@pytest.mark.parametrize(
    ("markdown", "says", "expected"),
    [
        pytest.param(
            "In [source 4](a.md) and [source 4](a.md).",
            {"In source 4 and source 4.": "En source 4 et source 4.", "source 4": "source 4"},
            "En [source 4](a.md) et [source 4](a.md).",
            id="twins, of which either may stand where the other does",
        ),
        pytest.param(
            "By [4](a.md); [source 4](b.md) too.",
            {"By 4; source 4 too.": "Par 4; source 4 aussi.", "source 4": "source 4"},
            "Par [4](a.md)\u202f; [source 4](b.md) aussi.",
            id="words that are a part of those of another link",
        ),
        pytest.param(
            "It says [“many”](a.md) here.",
            {"It says “many” here.": "Il dit “beaucoup” ici.", "“many”": "“Beaucoup”"},
            "Il dit [«\u00a0beaucoup\u00a0»](a.md) ici.",
            id="quotation marks inside of a link",
        ),
        pytest.param(
            "They call it “genocide”;[^1] others do not, and wait.",
            {"They call it “genocide”; others do not, and wait.": "Ils disent “genocide”; les autres non, pas, et attendent."},
            "Ils disent «\u00a0genocide\u00a0»\u202f;[^1] les autres non, pas, et attendent.",
            id="a note behind the signs that are behind a word",
        ),
    ],
)
def test_what_is_alike_is_told_apart(markdown: str, says: Mapping[str, str | Reply], expected: str) -> None:
    assert drafted(markdown, says).text == expected


def test_captions_and_notes_in_place_are_proved_too() -> None:
    """What an engine makes up in a caption would be read as a citation, with or without a backslash: no draft is shown."""
    says = {"Seen.": "Vu.", "A map": "Une carte [@amnesty]", "a note": "une note [@amnesty]"}
    assert drafted("Seen.^[a note]", says).text == "Vu.^[une note \\[@amnesty]]"
    assert drafted('Seen. ![](a.png "A map")', says).text == ""
