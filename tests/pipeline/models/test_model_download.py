"""Downloads: broken off, gone on with, and lied about."""

import hashlib
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.models import download as module
from dossier.pipeline.models.asking import client, fetch_index
from dossier.pipeline.models.download import download
from dossier.pipeline.models.index import Offer
from dossier.pipeline.models.limits import Limits
from dripping_server import A_BODY, HEADERS, PARTS, dripping
from machine import tree
from model_server import Server, forged, serving

DATA = forged()
NAME = "translate-en_fr-1_0.argosmodel"
QUICK = Limits(patience=5.0)
ONE_TRY = Limits(patience=5.0, tries=1)


@pytest.fixture(autouse=True)
def without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def offer(*links: str, sha256: str | None = None) -> Offer:
    return Offer("en", "fr", "1.0", "1.9", links, sha256)


def fetch(folder: Path, offered: Offer, limits: Limits = QUICK) -> Path:
    with client(limits) as asker:
        return download(asker, offered, folder, limits, lambda done, total: None)


def refused(folder: Path, offered: Offer, limits: Limits = QUICK) -> Diagnostic:
    with pytest.raises(DossierError) as caught:
        fetch(folder, offered, limits)
    (found,) = caught.value.diagnostics
    return found


def dead() -> str:
    """An address where nobody is."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/{NAME}"


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_package_is_fetched_and_progress_told(server: Server, tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    with client(QUICK) as asker:
        offered = offer(server.put(NAME, DATA), sha256=hashlib.sha256(DATA).hexdigest())
        file = download(asker, offered, tmp_path / "cache", QUICK, lambda done, total: told.append((done, total)))
    assert file.read_bytes() == DATA
    assert tree(tmp_path / "cache") == {NAME: DATA}
    assert told[0] == (0, len(DATA))
    assert told[-1] == (len(DATA), len(DATA))


def test_a_download_that_breaks_off_is_gone_on_with_at_once(server: Server, tmp_path: Path) -> None:
    file = fetch(tmp_path, offer(server.put(NAME, DATA, cut=[100, 150])))
    assert file.read_bytes() == DATA
    assert [headers.get("range") for headers in server.asked(NAME)] == [None, "bytes=100-", "bytes=250-"]
    assert [headers.get("if-range") for headers in server.asked(NAME)] == [None, '"one"', '"one"']


def test_a_download_is_gone_on_with_the_next_time(server: Server, tmp_path: Path) -> None:
    link = server.put(NAME, DATA, cut=[100], etag="", modified="Mon, 02 Nov 2026 10:00:00 GMT")
    found = refused(tmp_path, offer(link), ONE_TRY)
    assert found.code.id == "M010"
    assert dict(found.details) == {"kept": "100 bytes; the next try goes on from there"}
    assert not (tmp_path / NAME).exists()
    assert fetch(tmp_path, offer(link), ONE_TRY).read_bytes() == DATA
    assert server.asked(NAME)[-1]["range"] == "bytes=100-"
    assert server.asked(NAME)[-1]["if-range"] == "Mon, 02 Nov 2026 10:00:00 GMT"
    assert set(tree(tmp_path)) == {NAME}


def test_ctrl_c_keeps_what_is_there(server: Server, tmp_path: Path) -> None:
    link = server.put(NAME, DATA * 2000)

    def interrupted(done: int, total: int | None) -> None:
        if done:
            raise KeyboardInterrupt

    with client(QUICK) as asker, pytest.raises(KeyboardInterrupt):
        download(asker, offer(link), tmp_path, QUICK, interrupted)
    assert fetch(tmp_path, offer(link)).read_bytes() == DATA * 2000
    assert "range" in server.asked(NAME)[-1]


@pytest.mark.parametrize("lies", [{"ranges": False}, {"etag": ""}, {"etag": 'W/"weak"'}])
def test_where_it_cannot_be_gone_on_with_it_is_fetched_anew(lies: dict[str, Any], server: Server, tmp_path: Path) -> None:
    link = server.put(NAME, DATA, cut=[100], **lies)
    assert refused(tmp_path, offer(link), ONE_TRY).code.id == "M010"
    assert fetch(tmp_path, offer(link)).read_bytes() == DATA


def test_a_file_that_changed_meanwhile_is_fetched_anew(server: Server, tmp_path: Path) -> None:
    link = server.put(NAME, b"P" * 500, cut=[100], etag='"old"')
    refused(tmp_path, offer(link), ONE_TRY)
    server.put(NAME, DATA, etag='"new"')
    assert fetch(tmp_path, offer(link)).read_bytes() == DATA
    assert server.asked(NAME)[-1]["if-range"] == '"old"'


def test_all_but_the_name_was_there(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = server.put(NAME, DATA)
    with monkeypatch.context() as patch:
        patch.setattr(module, "_accept", interrupt)
        with pytest.raises(KeyboardInterrupt):
            fetch(tmp_path, offer(link))
    assert fetch(tmp_path, offer(link)).read_bytes() == DATA
    assert len(server.asked(NAME)) == 2


def test_a_shorter_file_than_what_is_there_is_fetched_anew(server: Server, tmp_path: Path) -> None:
    link = server.put(NAME, DATA * 2, cut=[len(DATA) + 50])
    refused(tmp_path, offer(link), ONE_TRY)
    server.put(NAME, DATA)
    assert fetch(tmp_path, offer(link)).read_bytes() == DATA


def test_another_part_than_was_asked_for_is_not_taken(server: Server, tmp_path: Path) -> None:
    link = server.put(NAME, DATA, cut=[100])
    refused(tmp_path, offer(link), ONE_TRY)
    server.files[NAME].range_start = 7
    assert "another part" in refused(tmp_path, offer(link)).message


def test_what_was_fetched_before_is_not_fetched_again(server: Server, tmp_path: Path) -> None:
    link = server.put(NAME, DATA)
    fetch(tmp_path, offer(link))
    fetch(tmp_path, offer(link))
    assert len(server.asked(NAME)) == 1
    fetch(tmp_path, offer(link, sha256=hashlib.sha256(DATA).hexdigest()))
    assert len(server.asked(NAME)) == 1


def test_links_are_tried_in_turn(server: Server, tmp_path: Path) -> None:
    links = (dead(), server.address + "gone", server.put("page", b"<html>"), server.put(NAME, DATA))
    assert fetch(tmp_path, offer(*links)).read_bytes() == DATA
    assert set(tree(tmp_path)) == {NAME}


def test_where_no_link_works_each_is_told_once(server: Server, tmp_path: Path) -> None:
    found = refused(tmp_path, offer(dead(), server.address + "gone", server.put("page", b"<html>")))
    assert found.code.id == "M010"
    assert "refused" in found.message
    assert [label for label, _ in found.details] == ["then", "then"]
    assert "404" in found.details[0][1]
    assert tree(tmp_path) == {}


@pytest.mark.parametrize(
    ("lies", "code"),
    [
        ({"data": b"<!doctype html><title>Log in</title>"}, "M013"),
        ({"data": b""}, "M013"),
        ({"length": len(DATA) + 10}, "M010"),
        ({"status": 500}, "M010"),
        ({"status": 404}, "M010"),
        ({"status": 204}, "M010"),
        ({"silent": 1.0}, "M010"),
        ({"location": "file:///etc/passwd"}, "M017"),
        ({"location": "http://models.example/a"}, "M017"),
        ({"location": f"/{NAME}"}, "M010"),
        ({"location": "http://[broken"}, "M017"),
    ],
)
def test_lying_servers_leave_no_package(lies: dict[str, Any], code: str, server: Server, tmp_path: Path) -> None:
    link = server.put(NAME, **{"data": DATA, **lies})
    limits = Limits(patience=0.3 if "silent" in lies else 5.0, tries=1)
    assert refused(tmp_path, offer(link), limits).code.id == code
    assert not (tmp_path / NAME).exists()
    assert len(server.asked(NAME)) <= 6  # first and five redirects


def test_a_wrong_digest_is_told_and_nothing_kept(server: Server, tmp_path: Path) -> None:
    found = refused(tmp_path, offer(server.put(NAME, DATA), sha256="0" * 64))
    assert found.code.id == "M013"
    assert dict(found.details) == {"promised": f"sha256 {'0' * 64}", "found": f"sha256 {hashlib.sha256(DATA).hexdigest()}"}
    assert tree(tmp_path) == {}


def test_a_length_that_is_too_small_cuts_the_file_which_the_digest_finds(server: Server, tmp_path: Path) -> None:
    link = server.put(NAME, DATA, length=len(DATA) - 10)
    assert refused(tmp_path, offer(link, sha256=hashlib.sha256(DATA).hexdigest())).code.id == "M013"


@pytest.mark.parametrize("length", [-1, None])
def test_far_too_much_is_not_taken(length: int | None, server: Server, tmp_path: Path) -> None:
    link = server.put(NAME, DATA, length=length)
    assert refused(tmp_path, offer(link), Limits(archive=300)).code.id == "M014"
    assert tree(tmp_path) == {}


def test_a_disk_without_room_is_told_before(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SPARE", 1 << 60)
    assert refused(tmp_path, offer(server.put(NAME, DATA))).code.id == "S003"


def test_a_redirect_is_followed(server: Server, tmp_path: Path) -> None:
    server.put("there", DATA)
    assert fetch(tmp_path, offer(server.put(NAME, b"", location="/there"))).read_bytes() == DATA


def test_an_offer_without_addresses(tmp_path: Path) -> None:
    assert refused(tmp_path, offer()).code.id == "M011"


def test_an_index_that_is_far_too_large(server: Server) -> None:
    link = server.put("index.json", b" " * 1000)
    with client(QUICK) as asker, pytest.raises(DossierError) as caught:
        fetch_index(asker, link, Limits(index=999))
    assert [found.code.id for found in caught.value.diagnostics] == ["M011"]


def test_an_index_that_does_not_come_to_an_end(server: Server) -> None:
    link = server.put("index.json", b" " * 1000)
    with client(QUICK) as asker, pytest.raises(DossierError) as caught:
        fetch_index(asker, link, Limits(deadline=-1.0))
    assert [found.code.id for found in caught.value.diagnostics] == ["M010"]


@pytest.mark.parametrize("beginning", [HEADERS, A_BODY, PARTS], ids=["headers", "body", "parts"])
def test_a_server_that_drips_is_given_up(beginning: bytes, tmp_path: Path) -> None:
    limits = Limits(patience=5.0, tries=1, deadline=0.2)
    with dripping(beginning) as address:
        found = refused(tmp_path, offer(f"{address}{NAME}"), limits)
        with pytest.raises(DossierError) as caught, client(limits) as asker:
            fetch_index(asker, address, limits)
    assert found.code.id == caught.value.diagnostics[0].code.id == "M010"
    assert found.message.endswith("it does not answer in time")


def test_a_slow_download_goes_on_as_long_as_it_comes(tmp_path: Path) -> None:
    """With a byte in each hundredth of a second, one in each window is there on a busy machine too, and a hundred never are."""
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {4 + 60}\r\n\r\n".encode() + b"PK\x03\x04"
    with dripping(head) as address:
        link = offer(f"{address}{NAME}")
        assert fetch(tmp_path, link, Limits(patience=5.0, tries=1, deadline=0.4, least=1)).stat().st_size == 64
        (tmp_path / NAME).unlink()
        assert refused(tmp_path, link, Limits(patience=5.0, tries=1, deadline=0.4, least=100)).code.id == "M010"
