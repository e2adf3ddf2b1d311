"""The engine ``libretranslate`` against a server at this machine: honest, busy, dead, lying."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any
from unittest.mock import patch

import pytest

from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines import registry
from dossier.translation.engines import server as module
from dossier.translation.engines.engine import Effort, Pair, Reply, Settings
from dossier.translation.engines.libretranslate import LibreTranslateEngine, open_engine
from dossier.translation.engines.server_address import server_address
from dripping_server import A_BODY, HEADERS, PARTS, dripping
from translating_server import HANG_UP, LANGUAGES, Answer, Script, TranslatingServer, honest, translating

FRENCH = Pair("en", "fr")
SENTENCES = [f"Sentence {number}." for number in range(40)]
GIVEN_UP = float("inf")
KEY = "key-that-nobody-may-see"


@pytest.fixture
def server() -> Iterator[TranslatingServer]:
    with translating() as running:
        yield running


def opened(server: TranslatingServer, pair: Pair = FRENCH, key: str = "") -> LibreTranslateEngine:
    """The engine, which does not wait."""
    engine = open_engine(pair, Settings(server.address, key))
    assert isinstance(engine, LibreTranslateEngine)
    return replace(engine, server=replace(engine.server, sleep=lambda _: None))


def told(error: "pytest.ExceptionInfo[DossierError]") -> Diagnostic:
    assert len(error.value.diagnostics) == 1
    return error.value.diagnostics[0]


def at(path: str, *answers: Answer) -> Script:
    """An honest server, but for its first answers at ``path``; the last of them stays."""
    rest = list(answers)

    def script(asked: str, message: Any) -> Answer:
        if asked != path:
            return honest(asked, message)
        return rest.pop(0) if len(rest) > 1 else rest[0]

    return script


def once(path: str, *answers: Answer) -> Script:
    """An honest server, but for its first answers at ``path``."""
    rest = list(answers)
    return lambda asked, message: rest.pop(0) if asked == path and rest else honest(asked, message)


# --- an honest server ---------------------------------------------------------------------------------------------------


def test_every_sentence_comes_back_in_small_requests_with_nothing_else(server: TranslatingServer) -> None:
    engine = opened(server, key=KEY)
    assert dict(engine.translate(SENTENCES, Effort())) == {
        index: Reply(sentence.upper()) for index, sentence in enumerate(SENTENCES)
    }
    assert [len(batch) for batch in server.sentences] == [16, 16, 8]
    messages = [one.message for one in server.asked if one.message]
    assert all(set(message) == {"q", "source", "target", "format", "api_key"} for message in messages)
    assert {(message["source"], message["target"], message["format"], message["api_key"]) for message in messages} == {
        ("en", "fr", "text", KEY)
    }
    assert all("Cookie" not in one.headers and one.headers["User-Agent"] == "dossier" for one in server.asked)


def test_no_key_is_sent_where_there_is_none(server: TranslatingServer) -> None:
    list(opened(server).translate(["Yes."], Effort()))
    assert set(server.asked[-1].message) == {"q", "source", "target", "format"}


def test_nothing_is_sent_for_no_sentences(server: TranslatingServer) -> None:
    assert list(opened(server).translate([], Effort())) == []
    assert server.sentences == []


def test_the_origin_has_a_version_and_no_address(server: TranslatingServer) -> None:
    assert opened(server).origin == "libretranslate 1.6.2 en-fr"


@pytest.mark.parametrize(
    "spec",
    [
        Answer({"error": "not found"}, 404),
        Answer({"info": {"version": "?"}}),
        Answer({"info": {"version": "translate.example"}}),
        Answer({"info": {"version": "192.168.0.20"}}),
        Answer({"info": {"version": "1.6\ndraft:sha256:00"}}),
        Answer({"info": {"version": ["1.6.2"]}}),
        Answer([]),
        Answer(b"<html>"),
        HANG_UP,
    ],
    ids=str,
)
def test_a_version_that_is_none_is_not_believed(server: TranslatingServer, spec: Answer) -> None:
    server.script = at("/spec", spec)
    assert opened(server).origin == "libretranslate (version unknown) en-fr"


def test_a_prefix_of_the_address_is_kept(server: TranslatingServer) -> None:
    server.script = lambda path, message: honest(path.removeprefix("/prefix"), message)
    server.address += "/prefix/"
    assert [reply.text for _, reply in opened(server).translate(["Yes."], Effort())] == ["YES."]
    assert {one.path.split("/")[1] for one in server.asked} == {"prefix"}


@pytest.mark.parametrize(
    ("pair", "codes"),
    [
        (Pair("en-GB", "fr-CA"), ("en", "fr")),
        (Pair("en", "pt-BR"), ("en", "pt-BR")),
        (Pair("zh-Hant", "fa"), ("zt", "fa")),
        (Pair("zh-TW", "en-Latn-GB"), ("zt", "en")),
    ],
    ids=str,
)
def test_languages_are_named_as_the_server_names_them(server: TranslatingServer, pair: Pair, codes: tuple[str, str]) -> None:
    engine = opened(server, pair)
    assert (engine.source, engine.target) == codes


def test_an_older_server_names_no_targets(server: TranslatingServer) -> None:
    server.script = at("/languages", Answer([{"code": one["code"], "name": "…"} for one in LANGUAGES]))
    assert opened(server).target == "fr"


@pytest.mark.parametrize("pair", [Pair("en", "de"), Pair("de", "fr")], ids=str)
def test_languages_that_the_server_does_not_have(server: TranslatingServer, pair: Pair) -> None:
    with pytest.raises(DossierError) as error:
        opened(server, pair)
    assert told(error).code.id == "M003"
    assert dict(told(error).details)["it has"] == "en, fa, fr, pt-BR, zt"


# --- limits -------------------------------------------------------------------------------------------------------------


def test_a_limit_of_letters_that_is_told_is_kept_and_what_is_longer_is_left_empty(server: TranslatingServer) -> None:
    server.script = at("/frontend/settings", Answer({"charLimit": 30}))
    long = "x" * 31
    replies = dict(opened(server).translate(["One short sentence.", "Two.", "Three.", long, "Four."], Effort()))
    assert server.sentences == [["One short sentence.", "Two.", "Three."], ["Four."]]
    assert replies[3] == Reply("")
    assert replies[4] == Reply("FOUR.")


def limited(most: int) -> Script:
    def script(path: str, message: Any) -> Answer:
        if path == "/translate" and (len(message["q"]) > most or "bad" in message["q"]):
            return Answer({"error": "Invalid request: request exceeds text limit"}, 400)
        return honest(path, message)

    return script


def test_a_limit_that_is_not_told_is_found_once(server: TranslatingServer) -> None:
    server.script = limited(5)
    assert len(dict(opened(server).translate(SENTENCES, Effort()))) == len(SENTENCES)
    assert [len(batch) for batch in server.sentences] == [16, 8] + [4] * 10


def test_one_sentence_that_the_server_cannot_take_spoils_no_other(server: TranslatingServer) -> None:
    server.script = limited(16)
    replies = dict(opened(server).translate([*SENTENCES[:20], "bad", *SENTENCES[20:]], Effort()))
    assert [index for index, reply in replies.items() if not reply.text] == [20]
    assert len(replies) == 41
    assert len(server.sentences[-2]) == 16  # what is smaller is for finding it only


def test_a_translation_is_one_line(server: TranslatingServer) -> None:
    server.script = at("/translate", Answer({"translatedText": [" A\u00a0\r\n\tB\n"]}))
    assert [reply.text for _, reply in opened(server).translate(["Yes."], Effort())] == ["A\u00a0 B"]


def test_a_server_that_takes_no_sentence_at_all_is_told(server: TranslatingServer) -> None:
    server.script = at("/translate", Answer({"error": "Please contact the server operator to get an API key"}, 400))
    with pytest.raises(DossierError) as error:
        list(opened(server).translate(SENTENCES, Effort()))
    assert told(error).code.id == "M004"
    assert "get an API key" in str(error.value)
    assert "DOSSIER_SERVER_KEY" in told(error).advice


# --- a busy server ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("busy", [*(Answer(status=status) for status in (429, 502, 503, 504)), HANG_UP], ids=str)
def test_a_busy_server_is_asked_again(server: TranslatingServer, busy: Answer) -> None:
    engine = opened(server)
    server.script = once("/translate", busy, busy)
    assert [reply.text for _, reply in engine.translate(["Yes."], Effort())] == ["YES."]
    assert len(server.sentences) == 3


def waits(server: TranslatingServer, *answers: Answer) -> list[float]:
    """How long the engine waits where these are the first answers to its sentences, and whether it gives up in the end."""
    slept: list[float] = []
    engine = opened(server)
    engine = replace(engine, server=replace(engine.server, sleep=slept.append))
    server.script = once("/translate", *answers)
    with suppress(DossierError):
        list(engine.translate(["Yes."], Effort()))
        return slept
    return [*slept, GIVEN_UP]


def test_pauses_grow_and_end(server: TranslatingServer) -> None:
    assert waits(server, *[Answer(status=503)] * 5) == [1, 2, 4, 8, GIVEN_UP]
    assert waits(server, *[Answer(status=429)] * 4) == [10, 30, 60, GIVEN_UP]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("7", [7]),
        ("0", [0.5]),
        ("61", [GIVEN_UP]),
        ("999999999999999999999999", [GIVEN_UP]),
        (format_datetime(datetime(2020, 1, 1, tzinfo=UTC), usegmt=True), [0.5]),
        (format_datetime(datetime.now(UTC) + timedelta(days=1), usegmt=True), [GIVEN_UP]),
        ("soon", [1]),
        ("-5", [1]),
        ("٣", [1]),
    ],
    ids=range(9),  # the processes of a run must agree about names, and one of these is told by the clock
)
def test_the_server_says_how_long_to_wait(server: TranslatingServer, after: str, expected: list[float]) -> None:
    assert waits(server, Answer(status=503, headers={"Retry-After": after.encode().decode("latin-1")})) == expected


def test_what_came_before_is_kept(server: TranslatingServer) -> None:
    engine = opened(server)
    server.script = lambda path, message: HANG_UP if "Sentence 20." in message["q"] else honest(path, message)
    came: list[int] = []
    with pytest.raises(DossierError) as error:
        came.extend(index for index, _ in engine.translate(SENTENCES, Effort()))
    assert told(error).code.id == "M004"
    assert came == list(range(16))


def test_a_server_that_is_not_there_is_told_at_once(server: TranslatingServer) -> None:
    with translating() as gone:
        pass
    with pytest.raises(DossierError) as error, patch("time.sleep", side_effect=AssertionError):
        open_engine(FRENCH, Settings(gone.address))
    assert told(error).code.id == "M004"


# --- a lying server -----------------------------------------------------------------------------------------------------

LIES = {
    "too few": Answer({"translatedText": ["A"]}),
    "too many": Answer({"translatedText": ["A"] * 3}),
    "one string": Answer({"translatedText": "AB"}),
    "numbers": Answer({"translatedText": [1, 2]}),
    "null": Answer({"translatedText": [None, "A"]}),
    "nothing": Answer({}),
    "a list": Answer(["A", "B"]),
    "a number": Answer(b"1" * 5000),
    "HTML": Answer(b"<!doctype html><h1>Welcome</h1>", headers={"Content-Type": "text/html"}),
    "no text at all": Answer(b""),
    "no UTF-8": Answer(b'{"translatedText": ["\xff", "\xff"]}'),
    "depth": Answer(b"[" * 100_000),
    "control characters": Answer({"translatedText": ["A\x1b[2J", "B"]}),
    "half a pair": Answer(rb'{"translatedText": ["\ud800", "B"]}'),
    "packed": Answer(b"\x1f\x8b", headers={"Content-Encoding": "gzip"}),
    "another machine": Answer(status=308, headers={"Location": "http://elsewhere.example/translate"}),
    "another path": Answer(status=301, headers={"Location": "/elsewhere"}),
    "too long": Answer(b" " * (5 << 20)),
    "cut": Answer(b'{"translatedText": ["A"', headers={"Content-Length": "9000"}),
    "forbidden": Answer({"error": "Invalid API key"}, 403),
    "gone": Answer(b"gone", 410),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_lying_server_is_not_believed(server: TranslatingServer, lie: Answer) -> None:
    engine = opened(server)
    server.script = at("/translate", lie)
    with pytest.raises(DossierError) as error:
        list(engine.translate(["One.", "Two."], Effort()))
    assert told(error).code.id == "M004"


@pytest.mark.parametrize(
    "lie",
    [
        Answer({"error": "x"}),
        Answer([1]),
        Answer([{"code": 1}]),
        Answer(b"<html>"),
        Answer(status=404),
        Answer(status=302, headers={"Location": "/login"}),
        HANG_UP,
    ],
    ids=str,
)
def test_what_is_no_server_of_that_kind_is_told_before_anything_is_sent(server: TranslatingServer, lie: Answer) -> None:
    server.script = at("/languages", lie)
    with pytest.raises(DossierError) as error:
        opened(server)
    assert told(error).code.id == "M004"
    assert server.sentences == []


def test_a_list_of_languages_without_end_is_not_printed_whole(server: TranslatingServer) -> None:
    server.script = at("/languages", Answer([{"code": f"\x1b[31m{number}" * 9} for number in range(1000)]))
    with pytest.raises(DossierError) as error:
        opened(server)
    assert told(error).code.id == "M003"
    assert len(str(error.value)) < 1000
    assert "\x1b" not in str(error.value)


def test_no_message_has_the_key(server: TranslatingServer) -> None:
    engine = opened(server, key=KEY)
    server.script = at("/translate", Answer({"error": f"\x07{KEY} is no key\x1b[1m"}, 403))
    with pytest.raises(DossierError) as error:
        list(engine.translate(["One."], Effort()))
    assert KEY not in str(error.value)
    assert "… is no key" in str(error.value)
    assert str(error.value).replace("\n", "").isprintable()


def test_texts_to_this_machine_go_through_no_proxy(server: TranslatingServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert [reply.text for _, reply in opened(server).translate(["Yes."], Effort())] == ["YES."]


# --- the address --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "",
        "localhost:5000",
        "ftp://localhost",
        "http://",
        "http://:5000",
        "http://localhost:port",
        "http://[::1",
        "http://name:word@localhost",
        "http://localhost?x=1",
        "http://localhost#x",
        "http://localhost/a b",
        "http://local\u202ehost",
        "file:///etc/passwd",
    ],
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(DossierError) as error:
        open_engine(FRENCH, Settings(address))
    assert told(error).code.id == "M007"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "[::1]", "LOCALHOST.", "translate.localhost"])
def test_a_key_may_go_to_this_machine(host: str) -> None:
    assert server_address(Settings(f"http://{host}:5000", KEY)).is_here


@pytest.mark.parametrize("host", ["192.168.0.20", "translate.example", "localhost.example", "[2001:db8::1]"])
def test_a_key_goes_to_no_other_machine_unencrypted(host: str) -> None:
    with pytest.raises(DossierError) as error:
        server_address(Settings(f"http://{host}:5000", KEY))
    assert told(error).code.id == "M007"
    assert KEY not in str(error.value)
    assert server_address(Settings(f"https://{host}:5000", KEY)).is_encrypted


def test_texts_that_travel_unencrypted_are_told(server: TranslatingServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other machine is played by ours, as its proxy."""
    monkeypatch.setenv("HTTP_PROXY", server.address)
    engine = registry.open_engine("libretranslate", FRENCH, Settings("http://translate.example"))
    assert [one.code.id for one in registry.warnings(engine)] == ["M005"]
    assert [reply.text for _, reply in engine.translate(["Yes."], Effort())] == ["YES."]
    assert {one.target.split("/")[2] for one in server.asked} == {"translate.example"}
    assert "example" not in engine.origin


def test_texts_that_do_not_travel_are_no_matter(server: TranslatingServer) -> None:
    assert registry.warnings(opened(server)) == ()


def test_without_httpx_it_is_said_what_to_install(server: TranslatingServer) -> None:
    with patch.dict(sys.modules, {"httpx": None}), pytest.raises(DossierError) as error:
        open_engine(FRENCH, Settings(server.address))
    assert told(error).code.id == "M002"
    assert "dossier[mt]" in told(error).advice


@pytest.mark.parametrize("beginning", [HEADERS, A_BODY, PARTS], ids=["headers", "body", "parts"])
def test_a_server_that_drips_is_given_up(beginning: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WHOLE", 0.2)
    with dripping(beginning) as address, pytest.raises(DossierError, match="M004"):
        open_engine(FRENCH, Settings(address))


def test_a_key_in_a_translation_is_not_taken_over() -> None:
    """Locale files are published. A key that is as short as a word may stand in a text."""
    script = at("/translate", Answer({"translatedText": [f"La clé {KEY}."]}))
    with translating(script) as server:
        with pytest.raises(DossierError) as error:
            list(opened(server, key=KEY).translate(["The key."], Effort()))
        assert KEY not in str(error.value)
        assert dict(opened(server, key="key").translate(["The key."], Effort())) == {0: Reply(f"La clé {KEY}.")}


def test_nothing_says_where_the_server_is_or_what_lets_one_in(server: TranslatingServer) -> None:
    engine = opened(server, key=KEY)
    told_to_files = f"{engine.origin} {dict(engine.translate(SENTENCES[:2], Effort()))}"
    assert KEY not in told_to_files
    assert "127.0.0.1" not in told_to_files
    assert str(server.address.rpartition(":")[2]) not in told_to_files
    assert KEY not in repr(replace(engine.server, key=KEY))
