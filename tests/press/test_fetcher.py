"""What WeasyPrint may see."""

import urllib.request

import pytest
from books import PNG

from dossier.model.bundle import Asset
from dossier.press.engine import load_engine

load_engine_first = pytest.fixture(autouse=True)(lambda: load_engine())


def fetcher(**assets: Asset):
    from dossier.press.fetcher import BundleFetcher

    return BundleFetcher({"images/a b.png": Asset(PNG, "image/png"), **assets})


def test_asset_is_served_by_its_key():
    from dossier.press.fetcher import BASE

    response = fetcher().fetch(f"{BASE}images/a%20b.png")
    assert response.read() == PNG
    assert response.content_type == "image/png"


def test_image_in_the_page_itself_is_served():
    assert fetcher().fetch("data:image/gif;base64,R0lGODlh").read() == b"GIF89a"[:6]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://example.org/a.png",
        "https://example.org/a.png",
        "ftp://example.org/a.png",
        "https://bundle.invalid/gone.png",
        "https://bundle.invalid/../../etc/passwd",
        "https://bundle.invalid.example.org/images/a%20b.png",
        "data:text/css,body{}",
        "DATA:text/html,x",
    ],
)
def test_everything_else_is_refused_and_remembered(address: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(urllib.request.OpenerDirector, "open", lambda *_: pytest.fail("opened"))
    refusing = fetcher()
    for _ in range(2):
        with pytest.raises(ValueError, match="not in the bundle"):
            refusing.fetch(address)
    assert len(refusing.refused) == 1


def test_a_request_object_is_no_way_around():
    refusing = fetcher()
    with pytest.raises(ValueError, match="not in the bundle"):
        refusing.open(urllib.request.Request("file:///etc/passwd"))
