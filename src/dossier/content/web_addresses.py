"""Addresses elsewhere that no reader can open (https://url.spec.whatwg.org/#url-writing): told while the author can mend them."""

import re
from ipaddress import AddressValueError, IPv6Address

_LABELS = re.compile(r"[^\s./?#@\[\]\\%<>^|:]+(?:\.[^\s./?#@\[\]\\%<>^|:]+)*\.?")
_HIGHEST_PORT = 65535


def fault_of(address: str) -> str:
    """What is wrong with ``address``, which begins with a scheme; empty where nothing is.

    Hosts are looked at on the web (``http``, ``https``) only; whether there is such a host nobody asks.
    """
    scheme, _, rest = address.partition(":")
    if not rest.strip("/"):
        return f"nothing stands behind “{scheme}:”"
    if scheme.lower() not in ("http", "https"):
        return ""
    if not rest.startswith("//") or rest.startswith("///"):
        return f"“{scheme}:” is followed by two slashes and a host"
    if address.count("#") > 1:
        return "an address has one # only"
    host = re.split(r"[/?#\\]", rest[2:], maxsplit=1)[0]
    return "" if _is_host(host) else f"“{host}” is no host"


def _is_host(written: str) -> bool:
    user, _, place = written.rpartition("@")
    host, _, port = place.rpartition(":") if re.search(r":[^\]]*$", place) else (place, "", "")
    is_port = port == "" or (port.isascii() and port.isdecimal() and int(port) <= _HIGHEST_PORT)
    return "@" not in user and is_port and (_is_ipv6(host) if host.startswith("[") else _LABELS.fullmatch(host) is not None)


def _is_ipv6(host: str) -> bool:
    try:
        IPv6Address(host[1:-1])
    except AddressValueError:
        return False
    return host.endswith("]")
