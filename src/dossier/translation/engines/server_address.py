"""The address of a server of the user's own: whether it can be used, and what is to be said of it before texts travel."""

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines.engine import Settings

_EXAMPLE = "http://localhost:5000"
_KEY = "DOSSIER_SERVER_KEY"


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where a server is asked.

    Parameters
    ----------
    base:
        Address without a slash at its end; paths are put behind it.
    is_here:
        Whether it is this very machine, so that nothing travels.
    is_encrypted:
        Whether only the server can read what travels.
    """

    base: str
    is_here: bool
    is_encrypted: bool


def server_address(settings: Settings) -> ServerAddress:
    """The address in ``settings``.

    Raises
    ------
    DossierError
        M007 where there is none, where it is no address, or where the key would travel for everybody to read.
    """
    parts = _split(settings.server.strip())
    found = ServerAddress(
        f"{parts.scheme.lower()}://{parts.netloc}{parts.path.rstrip('/')}",
        _is_here(parts.hostname or ""),
        parts.scheme.lower() == "https",
    )
    if settings.key and not (found.is_here or found.is_encrypted):
        message = "the server's key would travel unencrypted"
        raise _refused(message, f"use an https:// address, or unset {_KEY} if the server asks for no key")
    return found


def address_warnings(address: ServerAddress) -> tuple[Diagnostic, ...]:
    """M005 where whoever carries the data can read them."""
    if address.is_here or address.is_encrypted:
        return ()
    return (Diagnostic(CODES["M005"], f"texts travel unencrypted to {address.base}"),)


def _split(address: str) -> SplitResult:
    if not address:
        raise _refused("no server is named", f"name yours, such as --server {_EXAMPLE}")
    try:
        parts = urlsplit(address)
        problem = next(_problems(address, parts), "")
    except ValueError as error:  # a port that is no number, a bracket that is not closed
        problem = f"it cannot be read: {error}"
        parts = SplitResult("", "", "", "", "")
    if problem:
        raise _refused(
            f"this is no address of a server: {problem}", f"write it like {_EXAMPLE} or https://translate.example/prefix"
        )
    return parts


def _problems(address: str, parts: SplitResult) -> Iterator[str]:
    if parts.scheme.lower() not in ("http", "https"):
        yield "it does not begin with http:// or https://"
    if not parts.hostname or parts.port == 0:
        yield "it names no machine"
    if parts.username is not None or parts.password is not None:
        yield f"it has a name or password in it; keys are read from {_KEY}"
    if parts.query or parts.fragment or "?" in address or "#" in address:
        yield "something follows a “?” or “#”"
    if not address.isprintable() or any(char.isspace() for char in address):
        yield "it has white space or signs that cannot be seen"


def _is_here(host: str) -> bool:
    """Whether ``host`` is the loopback of this machine (RFC 6761, section 6.3)."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        name = host.rstrip(".").lower()
        return name == "localhost" or name.endswith(".localhost")


def _refused(message: str, mend: str) -> DossierError:
    return DossierError(Diagnostic(CODES["M007"], message, mend=mend))
