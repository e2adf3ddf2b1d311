"""``claims.toml``: optional, and every fault with its place; marked words in Markdown."""

import pickle
from collections.abc import Iterable

import pytest
from memory_files import SOURCE, project

from dossier.content.claim_marks import claim_marks
from dossier.content.load import load_dossier
from dossier.content.markdown import finish, parse_blocks
from dossier.model.claims import Claims
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Document, DocumentKind, Dossier
from dossier.model.records import Status

PATH = "content/demo/dossier.toml"
CLAIMS = """\
status = "reviewed"

[[questions]]
id = "victims"
question = "How many people were killed?"

[[questions.answers]]
source = "letter"
locator = "para. 3"
answer = "“over 30,000”"
voice = "in its own words"

[[questions.answers]]
source = "letter"
answer = "«بیش از ۳۰ هزار»"
language = "fa"

[[questions]]
id = "law"
question = "What is the legal qualification?"
answers = [{ source = "letter", answer = "a crime" }]
"""
UNSEEN = SOURCE.replace("id: letter", "id: unseen").replace("reproduce: excerpt", "reproduce: not-consulted")


def loaded(claims: str | bytes | None, **files: str) -> tuple[Dossier, list[str]]:
    dossier, findings = load_dossier(project({"claims.toml": claims, **files}), PATH)
    return dossier, about_claims(findings)


def refused(claims: str | bytes) -> list[str]:
    with pytest.raises(DossierError) as caught:
        loaded(claims)
    return about_claims(caught.value.diagnostics)


def about_claims(findings: Iterable[Diagnostic]) -> list[str]:
    return [str(found).replace("content/demo/", "") for found in findings if found.place.file.endswith("claims.toml")]


def codes(error: DossierError) -> set[str]:
    return {found.code.id for found in error.diagnostics if not found.place.file.endswith("letter.md")}


def document(dossier: Dossier) -> Document:
    assert dossier.claims is not None
    return dossier.claims


def test_a_dossier_without_claims_has_none() -> None:
    dossier, findings = loaded(None)
    assert (dossier.claims, findings) == (None, [])
    assert [one.id for one in dossier.documents] == ["dossier", "summary", "sources/letter"]


def test_claims_are_a_document_of_strings_between_parts_and_sources() -> None:
    dossier, findings = loaded(CLAIMS)
    claims = document(dossier)
    assert findings == []
    assert [one.id for one in dossier.documents] == ["dossier", "summary", "claims", "sources/letter"]
    assert (claims.kind, claims.language, claims.blocks) == (DocumentKind.CLAIMS, "en", ())
    assert [(string.key, string.text, string.place.line, string.language) for string in claims.strings] == [
        ("questions.0.question", "How many people were killed?", 5, "en"),
        ("questions.0.answers.0.answer", "“over 30,000”", 10, "en"),
        ("questions.0.answers.0.voice", "in its own words", 11, "en"),
        ("questions.0.answers.1.answer", "«بیش از ۳۰ هزار»", 15, "fa"),
        ("questions.1.question", "What is the legal qualification?", 20, "en"),
        ("questions.1.answers.0.answer", "a crime", 21, "en"),
    ]
    assert isinstance(claims.matter, Claims)
    assert claims.matter.status is Status.REVIEWED
    assert claims.matter.questions[0].answers[0].locator == "para. 3"
    assert pickle.loads(pickle.dumps(dossier)).claims.matter == claims.matter


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'id = "law"',
            'id = "victims"',
            "claims.toml:19:6: error C012: the id “victims” is used a second time\n"
            "  first  claims.toml:4:6\n"
            "  mend   keep one of the two questions, or give this one an id of its own",
        ),
        (
            'answer = "a crime"',
            'answers = "a crime"',
            "claims.toml:21:12: error C007: the key “answer” is missing in “questions.answers”\n  mend  add the key “answer”",
        ),
        ('id = "law"', 'id = "the law"', "claims.toml:19:6: error C009: “the law” in “questions.id” is no id"),
        ('language = "fa"', 'language = "farsi"', "claims.toml:16:12: error C011: “farsi” in “questions.answers.language”"),
        ('[{ source = "letter", answer = "a crime" }]', "[]", "claims.toml:21:11: error C009: “questions.answers” is empty"),
    ],
)
def test_faults_are_told_with_their_place(old: str, new: str, told: str) -> None:
    assert old in CLAIMS
    assert told in refused(CLAIMS.replace(old, new))[0]


def test_an_empty_file_asks_nothing() -> None:
    assert refused("") == ["claims.toml:1:1: error C007: the key “questions” is missing\n  mend  add the key “questions”"]
    assert refused("questions = []")[0].startswith("claims.toml:1:13: error C009: “questions” is empty")


def test_an_unknown_source_is_told_with_the_nearest() -> None:
    _, findings = loaded(CLAIMS.replace('source = "letter", answer', 'source = "leter", answer'))
    assert findings == [
        "claims.toml:21:23: error A012: no source has the id “leter”\n  mend  did you mean “letter”?",
    ]


def test_what_was_not_consulted_answers_nothing() -> None:
    _, findings = loaded(
        CLAIMS.replace('source = "letter", answer', 'source = "unseen", answer'), **{"sources/unseen.md": UNSEEN}
    )
    (told,) = findings
    assert told.startswith("claims.toml:21:23: error A012: the source “unseen” was not consulted")


def test_two_answers_of_one_source_need_two_voices() -> None:
    _, findings = loaded(CLAIMS.replace('\nvoice = "in its own words"', ""))
    assert findings == [
        "claims.toml:13:10: warning A013: the source “letter” answers “victims” a second time, and in the same voice\n"
        "  first  claims.toml:8:10\n"
        '  mend   say who speaks in each answer (voice = "…"), or keep one of them'
    ]


def test_the_id_is_taken_where_there_are_claims() -> None:
    changes = {"dossier.toml": None, "claims.md": "---\ntitle: Claims\n---\nText.\n"}
    toml = project().read("content/demo/dossier.toml").decode().replace("summary.md", "claims.md")
    files = {**changes, "dossier.toml": toml}
    assert load_dossier(project(files), PATH)[0].parts[0].id == "claims"
    with pytest.raises(DossierError) as caught:
        load_dossier(project({**files, "claims.toml": CLAIMS}), PATH)
    assert ("C012", (("first", "content/demo/claims.toml"),)) in [(one.code.id, one.details) for one in caught.value.diagnostics]


def test_claims_behind_a_link_that_leads_outside_are_refused() -> None:
    with pytest.raises(DossierError) as caught:
        load_dossier(project({"claims.toml": CLAIMS}, outside=["content/demo/claims.toml"]), PATH)
    assert codes(caught.value) == {"C014"}


def test_sources_that_cannot_be_read_make_no_claim_unfounded() -> None:
    with pytest.raises(DossierError) as caught:
        load_dossier(project({"claims.toml": CLAIMS, "sources/letter.md": "no matter"}), PATH)
    assert [found.code.id for found in caught.value.diagnostics] == ["C018"]


# -- marked words


def marks(text: str) -> list[tuple[str, str]]:
    tokens, _ = finish(*parse_blocks(text))
    return [(mark.claim, mark.words) for token in tokens for mark in claim_marks(token.children or ())]


def test_words_are_marked_as_a_claim() -> None:
    assert marks("They say [over **30,000**]{claim=victims}, or [`5`]{.x claim=law} and [so]{.x}.") == [
        ("victims", "over 30,000"),
        ("law", "5"),
    ]


def test_a_mark_may_stand_in_another_and_on_a_link() -> None:
    assert marks("[one [two]{claim=b}]{claim=a} [three](x.md){claim=c}") == [("a", "one two"), ("b", "two"), ("c", "three")]


def test_a_note_with_braces_behind_it_stays_a_note() -> None:
    tokens, _ = finish(*parse_blocks("text[^1]{.x}\n\n[^1]: note\n"))
    assert [child.type for child in tokens[1].children or ()] == ["text", "footnote_ref", "text"]


def test_a_block_makes_no_claim() -> None:
    tokens, _ = finish(*parse_blocks("{claim=a .b}\nText\n"))
    assert tokens[0].attrs == {"class": "b"}
