"""Marked words against the answers of the sources; the quotations that answers are made of."""

import pytest
from claim_dossier import dossier_with

from dossier.attribution.claims import check_claims, claim_quotations

CLAIMS = """\
[[questions]]
id = "victims"
question = "How many people were killed?"

[[questions.answers]]
source = "letter"
answer = "“over 30,000”, and «4,482» by name"

[[questions.answers]]
source = "report"
answer = "between 2,800 and 3,800"

[[questions]]
id = "law"
question = "What is the legal qualification?"
answers = [{ source = "report", answer = "“crimes against humanity”, it says" }]
"""


def told(text: str, claims: str | None = CLAIMS) -> list[str]:
    return [str(found).replace("content/demo/", "") for found in check_claims(dossier_with(text, claims))]


@pytest.mark.parametrize(
    "text",
    [
        "They were [over 30,000]{claim=victims}.",
        "Ils étaient [30\u202f000]{claim=victims}.",
        "[۳۰٬۰۰۰]{claim=victims} نفر.",
        "From [2,800 to 30,000]{claim=victims}.",
        "[thirty, or 2800]{claim=victims}",
        "It speaks of [“Crimes against *Humanity*”]{claim=law}.",
        "[2,800]{claim=victims} [@report, p. 3], [30,000]{claim=victims} [@letter].",
        "[30,000]{claim=victims} or [3,800]{claim=victims} [@letter; @report]",
        "[30,000](https://example.org/){claim=victims}",
        "[30,000]{claim=victims} [see @report]",
        "[2,800]{claim=victims} [@letter, as quoted in @report]",
        "| a |\n|---|\n| [4,482]{claim=victims} |",
        "Text.[^1]\n\n[^1]: It was [4,482]{claim=victims}.",
        "No mark: 31,000.",
        "[crimes  against ‹humanity›, it says]{claim=law}",
    ],
)
def test_what_agrees_is_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[over 33,000]{claim=victims}", "“33000” stands in no answer to “victims”"),
        ("[3,000]{claim=victims}", "“3000” stands in no answer to “victims”"),
        ("[2,800 to 3,900]{claim=victims}", "“3900” stands in no answer to “victims”"),
        ("[genocide]{claim=law}", "“genocide” stands in no answer to “law”"),
        ("[crimes of humanity]{claim=law}", "“crimes of humanity” stands in no answer to “law”"),
        ("[30,000]{claim=victims} [@report]", "“30000” stands in no answer of “report” to “victims”"),
        ("[crimes]{claim=law} [@letter]", "“crimes” stands in no answer of “letter” to “law”"),
        ("| a |\n|---|\n| [1]{claim=victims} |", "“1” stands in no answer to “victims”"),
        ("Text.[^1]\n\n[^1]: It was [4,483]{claim=victims}.", "“4483” stands in no answer to “victims”"),
    ],
)
def test_what_disagrees_is_an_error(text: str, message: str) -> None:
    (finding,) = told(text)
    assert f": error A011: {message}\n" in finding


def test_a_disagreement_has_its_place_the_answers_and_a_mend() -> None:
    assert told("See\nhow [12]{claim=law} it is.") == [
        "summary.md:5:5: error A011: “12” stands in no answer to “law”\n"
        "  report  “crimes against humanity”, it says\n"
        "  mend    write what the source says, or correct its answer in claims.toml"
    ]


def test_the_citation_that_counts_is_the_first_behind_the_words() -> None:
    assert told("[@report] [30,000]{claim=victims} [@letter] and [@report]") == []
    assert told("[30,000]{claim=victims}\n\nAnother paragraph [@report].") == []


def test_an_unknown_claim_is_told_with_the_nearest() -> None:
    assert told("[1]{claim=victim}") == [
        "summary.md:4:1: error A010: no question of claims.toml has the id “victim”\n  mend  did you mean “victims”?"
    ]
    assert told("[1]{claim=xyz}")[0].endswith("mend  write one of: victims, law")
    assert told("[1]{claim=victims}", claims=None)[0].endswith("mend  add the question to claims.toml")


def test_quotations_of_answers_go_to_the_source_of_their_answer() -> None:
    claims = dossier_with("Text", CLAIMS).claims
    assert claims is not None
    found = [
        (one.document, one.block, one.citation, one.sources, one.text, one.language, one.place.line)
        for one in claim_quotations(claims)
    ]
    assert found == [
        ("claims", -1, 0, ("letter",), "over 30,000", "en", 7),
        ("claims", -1, 0, ("letter",), "4,482", "en", 7),
        ("claims", -1, 2, ("report",), "crimes against humanity", "en", 16),
    ]


def test_a_quotation_is_in_the_language_of_its_answer() -> None:
    claims = dossier_with("Text", CLAIMS.replace('it says"', 'it says", language = "fr"')).claims
    assert claims is not None
    assert [one.language for one in claim_quotations(claims)] == ["en", "en", "fr"]
