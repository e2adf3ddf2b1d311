"""Asks a server that speaks JSON over HTTP, politely, and believes nothing of what it says.

Redirects are not followed, since texts must go to no other machine than the one that was named. Answers are read up to a bound,
not unpacked, and only as JSON. A server that is busy is asked again after as long as it says, a few times.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, NoReturn

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines.certificates import trusted
from dossier.translation.engines.server_address import ServerAddress
from dossier.translation.engines.time_limit import TimeLimit

if TYPE_CHECKING:
    import httpx

_BUSY = frozenset({429, 502, 503, 504})
_PAUSES: Mapping[bool, tuple[float, ...]] = {False: (1.0, 2.0, 4.0, 8.0), True: (10.0, 30.0, 60.0)}
"""Seconds before each new try. After 429 (too many requests) longer ones: servers count by the minute and shut people out."""
_LONGEST_PAUSE = 60.0
_CONNECT, _READ, _WHOLE = 10.0, 180.0, 600.0
"""Seconds until there must be a connection, the next byte, the last byte."""
_MOST_BYTES = 4 << 20
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Refusal:
    """The server understood and says no, with its status and reason."""

    status: int
    reason: str


@dataclass(frozen=True)
class Server:
    """A server at ``address``.

    Parameters
    ----------
    address:
        Where it is.
    key:
        Handed over by whoever asks; here only so that no message ever shows it.
    sleep:
        What waits.
    """

    address: ServerAddress
    key: str = field(default="", repr=False)
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)

    def get(self, path: str) -> Any:
        """The JSON at ``path``, or a :class:`Refusal`. Asked once: whoever is only beginning can begin again."""
        answer = self._once("GET", path, None)
        return self.fail(answer.reason) if isinstance(answer, _Busy) else answer

    def post(self, path: str, message: Mapping[str, Any]) -> Any:
        """What the server answers to ``message``, as JSON, or a :class:`Refusal`. A busy server is asked again."""
        pauses = {is_429: iter(seconds) for is_429, seconds in _PAUSES.items()}
        while isinstance(answer := self._once("POST", path, message), _Busy):
            pause = next(pauses[answer.status == 429], None)
            if pause is None:
                self.fail(answer.reason)
            self.sleep(self._pause(answer, pause))
        return answer

    def _pause(self, busy: "_Busy", ours: float) -> float:
        """As long as the server asks for, if it says so; never longer than we are willing to wait."""
        if busy.after is None:
            return ours
        if busy.after > _LONGEST_PAUSE:
            self.fail(f"it asks to come back in {busy.after:.0f} seconds", mend="wait that long, then run the same command again")
        return max(busy.after, 0.5)

    def _once(self, method: str, path: str, message: Mapping[str, Any] | None) -> Any:
        import httpx

        limit, address = TimeLimit(_WHOLE), f"{self.address.base}{path}"
        try:
            with (
                limit,
                self._client() as client,
                client.stream(method, address, json=message, extensions=limit.extensions) as response,
            ):
                return self._judged(response)
        except (httpx.ReadTimeout, httpx.WriteTimeout):
            self.fail(f"it says nothing for {_READ:.0f} seconds")
        except httpx.TransportError as error:
            if limit.is_over:
                self.fail(f"its answer takes longer than {_WHOLE:.0f} seconds")
            return _Busy(0, f"{type(error).__name__}: {error}")
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, ImportError) as error:
            # ImportError: a SOCKS proxy is set and what speaks with it is not installed
            self.fail(f"{type(error).__name__}: {error}")

    def _client(self) -> "httpx.Client":
        import httpx

        headers = {"User-Agent": "dossier", "Accept": "application/json", "Accept-Encoding": "identity"}
        timeout = httpx.Timeout(_READ, connect=_CONNECT)
        # What goes to this machine goes through no proxy, whatever the environment names.
        proxies = not self.address.is_here
        return httpx.Client(headers=headers, timeout=timeout, follow_redirects=False, trust_env=proxies, verify=trusted("M004"))

    def _judged(self, response: "httpx.Response") -> Any:
        status = response.status_code
        if status in _BUSY:
            after = _retry_after(response.headers.get("Retry-After"))
            return _Busy(status, f"it answers {status} {response.reason_phrase}", after)
        if 300 <= status < 400:
            place = response.headers.get("Location", "")
            self.fail("it sends to another address", (("leads to", place),), "if you trust that address, name it with --server")
        if response.headers.get("Content-Encoding", "identity") != "identity":
            self.fail("it packs its answer although it was asked not to")
        body = b"".join(self._bounded(response))
        if status == 200:
            return self._json(body)
        return Refusal(status, self.shown(_reason(body) or response.reason_phrase))

    def _bounded(self, response: "httpx.Response") -> Iterator[bytes]:
        deadline, size = time.monotonic() + _WHOLE, 0
        for piece in response.iter_raw():
            size += len(piece)
            if size > _MOST_BYTES:
                self.fail(f"its answer is longer than {_MOST_BYTES >> 20} MB")
            if time.monotonic() > deadline:
                self.fail(f"its answer takes longer than {_WHOLE:.0f} seconds")
            yield piece

    def _json(self, body: bytes) -> Any:
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            self.fail("its answer is no JSON", (("it says", body[:_SHOWN].decode("utf-8", "replace")),))

    def fail(self, reason: str, details: tuple[tuple[str, str], ...] = (), mend: str = "") -> NoReturn:
        """Give up.

        Raises
        ------
        DossierError
            M004, with ``reason``, without the key and without signs that a terminal would obey.
        """
        rows = (("reason", reason), *details)
        shown = tuple((label, self.shown(text)) for label, text in rows if text.strip())
        raise DossierError(
            Diagnostic(CODES["M004"], f"the server at {self.address.base} gives no translations", None, shown, mend)
        )

    def shown(self, text: str) -> str:
        """``text`` in one short line, without the key, should the server say it."""
        told = text.replace(self.key, "…") if self.key else text
        line = "".join(char for char in " ".join(told.split()) if char.isprintable())
        return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


@dataclass(frozen=True, slots=True)
class _Busy:
    """No answer this time: the status (0 where there was no connection), why, and after how many seconds to ask again."""

    status: int
    reason: str
    after: float | None = None


def _retry_after(value: str | None) -> float | None:
    """Seconds in ``Retry-After``: a number or a date (RFC 9110, section 10.2.3); ``None`` where it says nothing of sense."""
    if not value:
        return None
    if value.strip().isascii() and value.strip().isdigit():
        return float(value.strip()[:9])
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    return (date - datetime.now(UTC)).total_seconds() if date.tzinfo else None


def _reason(body: bytes) -> str:
    """What an answer says is wrong: LibreTranslate writes ``{"error": "…"}``."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    return str(answer["error"]) if isinstance(answer, dict) and isinstance(answer.get("error"), str) else ""
