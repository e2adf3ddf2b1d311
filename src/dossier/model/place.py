"""Where something stands in the files of a project."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a text file of the project.

    Parameters
    ----------
    file:
        Path relative to the project's root, with ``/`` between its parts on every system.
    line, column:
        Counted from 1; 0 where the position inside the file, or inside the line, is not known.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.file]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)
