"""How far a translation is, and what a sign-off holds against it."""

import json
import tomllib
from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.diagnostics import DossierError
from dossier.model.document import Unit, UnitKind
from dossier.model.place import Place
from dossier.model.signoff import SignOff
from dossier.model.translation import Catalog, Origin, Progress, State, Tally, Translation
from dossier.translation.po import read_po
from dossier.translation.progress import progress_of, tally
from dossier.translation.signoff import read_sign_offs, sign_off_digest, with_new, write_sign_offs

HERE = Place("x.md", 1, 1)
WORDS = st.text(max_size=20)
PAIRS = st.lists(st.tuples(st.none() | WORDS, WORDS.filter(bool), WORDS), max_size=4, unique_by=lambda one: one[:2])
PASSAGES = st.lists(st.tuples(WORDS.filter(bool), st.sampled_from(Progress)), unique_by=lambda one: one[0])


def unit(msgid: str, context: str | None = None, language: str = "en") -> Unit:
    return Unit(msgid, UnitKind.PARAGRAPH, HERE, 0, language, context)


def translation(text: str, state: State = State.REVIEWED, draft: str | None = None) -> Translation:
    """A translation; with ``draft``, one that a machine had drafted so (empty: no digest was kept)."""
    digest = sha256(draft.encode()).hexdigest() if draft else ""
    return Translation(text, state, HERE, None if draft is None else Origin("argos en-fa 1.9", digest))


@pytest.mark.parametrize(
    ("found", "progress"),
    [
        (None, Progress.MISSING),
        (translation("متن"), Progress.TRANSLATED),
        (translation("متن", draft="متن"), Progress.APPROVED),
        (translation("متن", draft="متنی"), Progress.POST_EDITED),
        (translation("متن ", draft="متن"), Progress.POST_EDITED),
        (translation("متن", draft=""), Progress.POST_EDITED),
        (translation("متن", State.DRAFT, "متن"), Progress.DRAFT),
        (translation("متن", State.UNFINISHED), Progress.UNFINISHED),
        (translation("متن", State.STALE, "متن"), Progress.STALE),
        (translation("", State.MISSING), Progress.MISSING),
    ],
)
def test_progress_is_told_from_state_and_origin(found: Translation | None, progress: Progress) -> None:
    assert progress_of(found) is progress


def test_what_a_po_file_says_is_told_apart() -> None:
    digest = sha256("Bonjour à tous".encode()).hexdigest()
    entry = '# machine: argos en-fr 1.9 draft:sha256:{}\n{}msgid "{}"\nmsgstr "Bonjour "\n"à tous"\n\n'
    text = "".join(
        (
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n',
            entry.format(digest, "", "same"),
            entry.format("0" * 64, "", "edited"),
            entry.format(digest, "#, fuzzy\n", "draft"),
            'msgid "own"\nmsgstr "Bonjour"\n',
        )
    )
    catalog = read_po(text.encode(), "x.po").catalog("fr")
    found = {name: progress_of(catalog.find(unit(name))) for name in ("same", "edited", "draft", "own", "gone")}
    assert [*found.values()] == ["approved-unchanged", "post-edited", "draft", "translated", "missing"]


@given(PASSAGES)
def test_every_entry_and_every_word_is_counted_once(passages: list[tuple[str, Progress]]) -> None:
    made = {
        Progress.APPROVED: translation("x", draft="x"),
        Progress.POST_EDITED: translation("x", draft="y"),
        Progress.TRANSLATED: translation("x"),
        Progress.DRAFT: translation("x", State.DRAFT, "x"),
        Progress.UNFINISHED: translation("x", State.UNFINISHED),
        Progress.STALE: translation("x", State.STALE),
    }
    catalog = Catalog("fr", {(None, msgid): made[progress] for msgid, progress in passages if progress in made})
    found = tally([unit(msgid) for msgid, _ in passages] + [unit("déjà là", language="fr")], catalog)
    assert found.entries == {name: sum(name == one for _, one in passages) for name in {one for _, one in passages}}
    assert found.total_words == sum(len(msgid.split()) for msgid, _ in passages)
    halves = tally([unit(msgid) for msgid, _ in passages[:2]], catalog) + tally(
        [unit(msgid) for msgid, _ in passages[2:]], catalog
    )
    assert {name: number for name, number in found.words.items() if number} == halves.words


def test_the_share_is_of_words_and_nothing_to_do_is_done() -> None:
    assert Tally({Progress.TRANSLATED: 1, Progress.DRAFT: 1}, {Progress.TRANSLATED: 3, Progress.DRAFT: 1}).reviewed == Fraction(
        3, 4
    )
    assert Tally({Progress.STALE: 1}, {Progress.STALE: 9}).reviewed == 0
    assert Tally().reviewed == 1


# ---- sign-offs


def signed(pairs: Sequence[tuple[str | None, str, str]]) -> str:
    catalog = Catalog("fr", {(context, msgid): translation(text) for context, msgid, text in pairs})
    return sign_off_digest([unit(msgid, context) for context, msgid, _ in pairs], catalog)


def test_the_digest_is_what_its_definition_says() -> None:
    line = '["menu","Caf\\u00e9\\u001f\\n","\\u0646\\u0627\\u0645 \\ud83d\\udcc4"]'
    text = f'dossier sign-off 1\n{line}\n[null,"b","c"]\n[null,"d",null]\n'
    units = [unit("Café\x1f\n", "menu"), unit("b"), unit("d")]
    catalog = Catalog("fa", {units[0].key: translation("نام 📄"), units[1].key: translation("c")})
    assert sign_off_digest(units, catalog) == sha256(text.encode("ascii")).hexdigest()


@given(PAIRS, PAIRS)
def test_other_texts_have_another_digest(
    one: list[tuple[str | None, str, str]], other: list[tuple[str | None, str, str]]
) -> None:
    assert (signed(one) == signed(other)) is (one == other)


SIGNED = SignOff(document="summary", reviewer="R1", date="2026-11-25", digest="0" * 64)


def test_signing_again_takes_the_place_of_ones_own_older_word() -> None:
    other = replace_in(SIGNED, reviewer="R2")
    newer = replace_in(SIGNED, date="2026-12-01", digest="1" * 64)
    assert set(with_new([SIGNED, other], [newer])) == {newer, other}


REVIEWERS = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=40).filter(lambda name: "@" not in name)


@given(st.lists(st.tuples(st.sampled_from(["dossier", "summary", "sources/letter-1"]), REVIEWERS), unique=True), st.randoms())
def test_the_file_is_sorted_and_read_as_it_was_written(keys: list[tuple[str, str]], random: object) -> None:
    from unicodedata import normalize

    made = [replace_in(SIGNED, document=name, reviewer=one) for name, one in keys if "@" not in normalize("NFKC", one)]
    data = write_sign_offs(made)
    random.shuffle(made)  # type: ignore[attr-defined]
    assert write_sign_offs(made) == data
    assert {placed.sign_off for placed in read_sign_offs(data, "sign-offs.toml")} == set(made)
    assert json.loads(json.dumps(tomllib.loads(data.decode()))).get("sign-off", []) == [
        one.model_dump() for one in sorted(made, key=lambda one: one.key)
    ]


def test_every_fault_of_the_file_is_told_at_once() -> None:
    text = (
        '[[sign-off]]\ndocument = "a"\nreviewer = "x@y"\ndate = "2026-11-25"\ndigest = "{0}"\n\n'
        '[[sign-off]]\ndocument = "b"\nreviewer = "{1}"\ndate = "2026-11-25"\ndigest = "{0}"\n'
    ).format("0" * 64, "R" * 41)
    with pytest.raises(DossierError) as refused:
        read_sign_offs(text.encode(), "s.toml")
    assert [(one.code.id, str(one.place)) for one in refused.value.diagnostics] == [
        ("T045", "s.toml:3:12"),
        ("T045", "s.toml:9:12"),
    ]
    assert "x@y" not in str(refused.value)


def replace_in(one: SignOff, **changed: str) -> SignOff:
    return one.model_copy(update=changed)
