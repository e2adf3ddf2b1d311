"""Engines one after the other."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from argos_fakes import FakeEngine, write_package

from dossier.translation.engines.argos_packages import read_package
from dossier.translation.engines.chain import Chain, composed, joined_origin
from dossier.translation.engines.engine import Effort, Reply


def test_each_translates_what_the_one_before_made() -> None:
    first = FakeEngine("one", {"سلام": Reply("hello there", alignment=(0, 0)), "نه": Reply("no", cut=True)})
    second = FakeEngine("two", {"hello there": Reply("bonjour là", alignment=(0, 1)), "no": Reply("non")})
    found = dict(Chain("both", (first, second)).translate(["سلام", "نه"], Effort()))
    assert found == {0: Reply("bonjour là", alignment=(0, 0)), 1: Reply("non", cut=True)}


def test_what_becomes_the_same_is_asked_once_and_nothing_is_asked_for_nothing() -> None:
    first = FakeEngine("one", {"a": Reply("same"), "b": Reply("same"), "c": Reply(" "), "d": Reply("", cut=True)})
    second = FakeEngine("two", {"same": Reply("pareil")})
    found = dict(Chain("both", (first, second)).translate(list("abcd"), Effort()))
    assert found == {0: Reply("pareil"), 1: Reply("pareil"), 2: Reply(""), 3: Reply("", cut=True)}
    assert second.asked == [("same",)]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ((2, 0, 1), (1, 1, 2), (0, 0, 1)),
        ((2, 0, 1), (), ()),
        ((), (0, 1), ()),
        ((2,), (0, 1), ()),
    ],
)
def test_alignments_are_composed(first: tuple[int, ...], second: tuple[int, ...], whole: tuple[int, ...]) -> None:
    assert composed(Reply("a", alignment=first), Reply("b", alignment=second)).alignment == whole


def test_three_in_a_row() -> None:
    engines = [FakeEngine(name, {name: Reply(chr(ord(name) + 1))}) for name in "abc"]
    assert list(Chain("all", engines).translate(["a"], Effort())) == [(0, Reply("d"))]


class Endless:
    """An engine that counts how many sentences it translated."""

    origin = "endless"
    done = 0

    def translate(self, sentences: Sequence[str], effort: Effort) -> Iterator[tuple[int, Reply]]:
        for index, sentence in enumerate(sentences):
            self.done += 1
            yield index, Reply(sentence)


def test_replies_come_before_all_is_done_and_stopping_stops_all() -> None:
    first, second = Endless(), Endless()
    replies = Chain("both", (first, second)).translate([str(number) for number in range(10_000)], Effort())
    came = list(itertools.islice(replies, 10))
    replies.close()  # type: ignore[attr-defined]
    assert len(came) == 10
    assert first.done < 1000
    assert second.done == 10


def test_the_origin_names_all_packages(tmp_path: Path) -> None:
    one, two = (read_package(write_package(tmp_path, *codes)) for codes in (("fa", "en", "1.5"), ("en", "fr", "1.9")))
    assert joined_origin("argos", (one, two)) == (
        f"argos fa-en 1.5 model:sha256:{one.digest} + en-fr 1.9 model:sha256:{two.digest}"
    )
