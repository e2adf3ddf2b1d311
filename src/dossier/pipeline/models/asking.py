"""Ask a server of models: bounded redirects, time limits, and every failure in plain words."""

import importlib.util
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from dossier import __version__
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.models.addresses import refuse_unsafe, shown
from dossier.pipeline.models.limits import Limits
from dossier.translation.engines.certificates import trusted
from dossier.translation.engines.time_limit import TimeLimit

if TYPE_CHECKING:
    import httpx

_OK = (200, 206)
_LATE = "it does not answer in time"


class BrokenOffError(Exception):
    """A server did not answer, or stopped in the middle; asking again may help."""


@contextmanager
def client(limits: Limits) -> Iterator["httpx.Client"]:
    """What asks. It follows no redirect by itself, and takes proxies from the environment as other programmes do.

    Raises
    ------
    DossierError
        M030 where httpx is not installed, M010 where the user's own certificates cannot be read.
    """
    if importlib.util.find_spec("httpx") is None:
        raise DossierError(Diagnostic(CODES["M030"], "to fetch models, the package httpx is needed"))
    import httpx

    headers = {"User-Agent": f"dossier/{__version__}", "Accept-Encoding": "identity"}
    pool = httpx.Limits(max_keepalive_connections=0)  # see TimeLimit
    verify = trusted("M010")
    with httpx.Client(timeout=limits.patience, headers=headers, follow_redirects=False, limits=pool, verify=verify) as made:
        yield made


def fetch_index(asker: "httpx.Client", address: str, limits: Limits) -> bytes:
    """The bytes of the package index.

    Raises
    ------
    DossierError
        M010 where it cannot be had, M011 where it is far too large, M017 where the address may not be asked.
    """
    try:
        with answer(asker, address, {}, limits, TimeLimit(limits.deadline)) as response:
            return _whole(response, limits)
    except BrokenOffError as error:
        raise unreachable(f"the package index at “{shown(address)}” cannot be reached: {error}") from error


@contextmanager
def answer(
    asker: "httpx.Client", address: str, headers: Mapping[str, str], limits: Limits, time: TimeLimit
) -> Iterator["httpx.Response"]:
    """The answer (200, 206 or 416) that ``address`` gives in the end; its body is still to be read.

    Parameters
    ----------
    time:
        In which it must be there and read; who reads may renew it.

    Raises
    ------
    BrokenOffError
        Where there is none, or it breaks off while the caller reads it.
    DossierError
        M017 where it leads to an address that may not be asked.
    """
    import httpx

    try:
        with time, _followed(asker, address, headers, limits, time) as response:
            yield response
    except httpx.TimeoutException as error:
        raise BrokenOffError(_LATE) from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError) as error:
        raise BrokenOffError(_LATE if time.is_over else _said(error)) from error
    if time.is_over:  # an answer without a length looks like a whole one
        raise BrokenOffError(_LATE)


def unreachable(message: str, details: tuple[tuple[str, str], ...] = ()) -> DossierError:
    """M010, to be raised."""
    return DossierError(Diagnostic(CODES["M010"], message, details=details))


@contextmanager
def _followed(
    asker: "httpx.Client", address: str, headers: Mapping[str, str], limits: Limits, time: TimeLimit
) -> Iterator["httpx.Response"]:
    refuse_unsafe(address)
    for _ in range(limits.redirects + 1):
        with asker.stream("GET", address, headers=dict(headers), extensions=time.extensions) as response:
            if not response.has_redirect_location:
                yield _good(response)
                return
        address = _following(address, response.headers["Location"])
    raise BrokenOffError(f"it leads on to another address more than {limits.redirects} times")


def _following(address: str, location: str) -> str:
    try:
        following = urljoin(address, location)
    except ValueError:
        following = location  # no address at all, which is what is told
    refuse_unsafe(following, before=address)
    return following


def _good(response: "httpx.Response") -> "httpx.Response":
    if response.status_code in _OK or (response.status_code == 416 and "Range" in response.request.headers):
        return response
    raise BrokenOffError(f"it answers {response.status_code} {response.reason_phrase}".rstrip())


def _whole(response: "httpx.Response", limits: Limits) -> bytes:
    data = bytearray()
    for block in response.iter_raw():
        data += block
        if len(data) > limits.index:
            message = f"the package index is larger than {limits.index:,} bytes"
            raise DossierError(Diagnostic(CODES["M011"], message))
    return bytes(data)


def _said(error: Exception) -> str:
    """The reason in the words of the system, which httpx hands on: “Connection refused”, “Name or service not known”."""
    words = " ".join(str(error).split()) or type(error).__name__
    return words.rpartition("] ")[2][:200]
