"""Which addresses may be asked: https anywhere, plain http only on this machine."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError


def refuse_unsafe(address: str, before: str = "") -> None:
    """Raise M017 where ``address`` may not be asked.

    Parameters
    ----------
    address:
        Where to go.
    before:
        The address that led there. What began with https stays with https.
    """
    try:
        parts = urlsplit(address)
        allowed = bool(parts.hostname) and (
            parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname or ""))
        )
    except ValueError:
        allowed = False
    if not allowed:
        raise _unsafe(f"“{shown(address)}” is no address of https")
    if before.lower().startswith("https:") and parts.scheme != "https":
        raise _unsafe(f"“{shown(before)}” leads from https to plain http")


def shown(address: str) -> str:
    """``address`` as it may be told: without a password, a query, and what is too long to read."""
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "…"
    return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"[:200]


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _unsafe(message: str) -> DossierError:
    return DossierError(Diagnostic(CODES["M017"], message))
