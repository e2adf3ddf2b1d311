"""A server of models that speaks the package index's format, and lies where it is told to; and packages, forged."""

import hashlib
import io
import json
import threading
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Entry = dict[str, Any]


@dataclass
class File:
    """What stands at a path, and the lies about it.

    Parameters
    ----------
    cut:
        Break off after so many bytes of the body; as often as there are numbers, one for each request.
    ranges:
        Whether ``Range`` is known.
    length:
        What ``Content-Length`` says; ``None`` for no such header.
    location:
        Lead on to this address.
    silent:
        Seconds of silence before the body.
    """

    data: bytes = b""
    etag: str = '"one"'
    modified: str = ""
    cut: list[int] = field(default_factory=list)
    ranges: bool = True
    length: int | None = -1
    status: int = 200
    location: str = ""
    silent: float = 0.0
    range_start: int | None = None


class Server:
    """Files by path, and the requests that came: path and headers."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.files: dict[str, File] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []

    def put(self, path: str, data: bytes, **lies: Any) -> str:
        """Serve ``data``; returns its address."""
        self.files[path] = File(data, **lies)
        return self.address + path

    def index(self, *entries: Entry) -> None:
        self.put("index.json", json.dumps(entries).encode())

    def offer(self, data: bytes, source: str = "en", target: str = "fr", version: str = "1.0", **lies: Any) -> Entry:
        """Serve a package; returns its entry of the index."""
        name = f"translate-{source}_{target}-{version.replace('.', '_')}.argosmodel"
        return entry(source, target, version, [self.put(name, data, **lies)])

    def asked(self, path: str) -> list[dict[str, str]]:
        """The headers of all requests for ``path``."""
        return [headers for asked, headers in self.requests if asked == path]


def entry(source: str, target: str, version: str, links: list[str], **more: Any) -> Entry:
    """An entry of the package index, with all the keys that the real one has."""
    names = {"from_name": source.upper(), "to_name": target.upper()}
    code = f"translate-{source}_{target}"
    whole = {
        "package_version": version,
        "argos_version": "1.9",
        "from_code": source,
        "to_code": target,
        "code": code,
        "type": "translate",
    }
    return {**whole, **names, "links": links, **more}


SENTENCES: Entry = {
    "package_version": "1.0",
    "argos_version": "1.5",
    "code": "sbd-en",
    "type": "sbd",
    "from_codes": ["en"],
    "links": ["https://models.example/sbd.argosmodel", "ipfs://Qm"],
}
"""A package of the index that translates nothing."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server on this machine, on a free port."""
    made = Server("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.lstrip("/")
            made.requests.append((path, {name.lower(): value for name, value in self.headers.items()}))
            _answer(self, made.files.get(path, File(status=404)))

        def log_message(self, format: str, *args: object) -> None:
            """Tests are quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        made.address = f"http://127.0.0.1:{server.server_address[1]}/"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield made
        finally:
            server.shutdown()
            thread.join()


def _answer(handler: BaseHTTPRequestHandler, file: File) -> None:
    if file.location:
        handler.send_response(302)
        handler.send_header("Location", file.location)
        handler.end_headers()
        return
    start = _start(handler, file)
    if start is None:
        handler.send_response(416)
        handler.send_header("Content-Range", f"bytes */{len(file.data)}")
        handler.end_headers()
        return
    body = file.data[start:]
    handler.send_response(206 if start or file.range_start is not None else file.status)
    if start or file.range_start is not None:
        said = start if file.range_start is None else file.range_start
        handler.send_header("Content-Range", f"bytes {said}-{len(file.data) - 1}/{len(file.data)}")
    for name, value in (("ETag", file.etag), ("Last-Modified", file.modified)):
        if value:
            handler.send_header(name, value)
    if file.length is not None:
        handler.send_header("Content-Length", str(len(body) if file.length == -1 else file.length))
    handler.end_headers()
    time.sleep(file.silent)
    with suppress(ConnectionError):  # who asked may have gone
        handler.wfile.write(body[: file.cut.pop(0)] if file.cut else body)
    handler.close_connection = True


def _start(handler: BaseHTTPRequestHandler, file: File) -> int | None:
    """Where the answer begins; ``None`` where the range is not to be had."""
    wanted, if_range = handler.headers.get("Range"), handler.headers.get("If-Range")
    if not wanted or not file.ranges or if_range not in (file.etag, file.modified):
        return 0
    start = int(wanted.removeprefix("bytes=").removesuffix("-"))
    return start if start < len(file.data) else None


def metadata(source: str = "en", target: str = "fr", version: str = "1.0", **more: Any) -> bytes:
    """``metadata.json`` of a package."""
    whole = {"package_version": version, "argos_version": "1.9", "from_code": source, "to_code": target, "type": "translate"}
    return json.dumps({**whole, **more}).encode()


def contents(source: str = "en", target: str = "fr", version: str = "1.0") -> dict[str, bytes]:
    """The files of a package that has all it must have, and could not translate a word."""
    return {
        "metadata.json": metadata(source, target, version),
        "model/model.bin": hashlib.sha256(f"{source}{target}{version}".encode()).digest() * 40,
        "model/shared_vocabulary.json": b'["a"]',
        "sentencepiece.model": b"pieces",
        "README.md": b"A model.\n" * 30,
    }


def zipped(files: Mapping[str, bytes], top: str = "package/", change: Callable[[zipfile.ZipInfo], None] | None = None) -> bytes:
    """An archive of ``files`` below ``top``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            info = zipfile.ZipInfo(f"{top}{path}")
            info.compress_type = zipfile.ZIP_DEFLATED
            if change is not None:
                change(info)
            archive.writestr(info, data)
    return buffer.getvalue()


def forged(source: str = "en", target: str = "fr", version: str = "1.0") -> bytes:
    """The archive of :func:`contents`."""
    return zipped(contents(source, target, version), f"translate-{source}_{target}-{version}/")
