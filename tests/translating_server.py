"""A server that speaks LibreTranslate's HTTP API, at this machine, and lies on demand."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

LANGUAGES = [
    {"code": code, "name": code, "targets": [other for other in ("en", "fr", "fa", "pt-BR", "zt") if other != code]}
    for code in ("en", "fr", "fa", "pt-BR", "zt")
]


@dataclass(frozen=True)
class Answer:
    """What the server says to one request."""

    body: Any = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def data(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


HANG_UP = Answer(status=0)
"""No answer at all: the connection is closed."""

Script = Callable[[str, Any], Answer]


def honest(path: str, message: Any) -> Answer:
    """What LibreTranslate 1.6.2 would say; its translations are the sentences in capitals."""
    if path == "/translate":
        return Answer({"translatedText": [text.upper() for text in message["q"]]})
    pages = {
        "/languages": LANGUAGES,
        "/spec": {"info": {"title": "LibreTranslate", "version": "1.6.2"}},
        "/frontend/settings": {"charLimit": -1, "frontendTimeout": 500},
    }
    return Answer(pages[path]) if path in pages else Answer({"error": "not found"}, 404)


@dataclass
class Asked:
    """A request as it came in: ``path`` is what follows the machine's name, ``target`` the whole line."""

    target: str
    message: Any
    headers: Mapping[str, str]

    @property
    def path(self) -> str:
        return urlsplit(self.target).path


@dataclass
class TranslatingServer:
    """A running server: where it is, what it was asked so far, and what it says."""

    address: str
    asked: list[Asked]
    script: Script

    @property
    def sentences(self) -> list[list[str]]:
        return [one.message["q"] for one in self.asked if one.path == "/translate"]


@contextmanager
def translating(script: Script = honest) -> Iterator[TranslatingServer]:
    """A server for as long as the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer(None)

        def do_POST(self) -> None:
            self.answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def answer(self, message: Any) -> None:
            asked = Asked(self.path, message, dict(self.headers))
            running.asked.append(asked)
            answer = running.script(asked.path, message)
            if answer.status:
                self.send_response(answer.status)
                for name, value in {"Content-Length": str(len(answer.data)), **answer.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.data)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running = TranslatingServer(f"http://127.0.0.1:{server.server_port}", [], script)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        server.server_close()
