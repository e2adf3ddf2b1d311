"""Lists of digests as GNU coreutils write and check them (``sha256sum --check``)."""

from collections.abc import Mapping


def checksum_lines(digests: Mapping[str, str]) -> bytes:
    """One line for each file, sorted by the bytes of its path.

    Parameters
    ----------
    digests:
        Digests in hex by path, which is relative to the list. A path with a backslash or a line end is escaped, and its line
        begins with a backslash (https://www.gnu.org/software/coreutils/manual/html_node/cksum-output-modes.html).
    """
    lines = (_line(path, digests[path]) for path in sorted(digests, key=str.encode))
    return "".join(lines).encode()


def _line(path: str, digest: str) -> str:
    escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    return f"{chr(92) if escaped != path else ''}{digest}  {escaped}\n"
