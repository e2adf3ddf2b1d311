"""The toolchain of a deposit: names and versions, and a digest of dossier's own files.

The version of dossier alone does not tell a release from what stands in somebody's checkout.
"""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from dossier.model.provenance import Agent
from dossier.pipeline.defaults import default_catalog, default_templates
from dossier.pipeline.edition import full_toolchain

OWN_FILES = "dossier’s own files"
_PACKAGE = Path(__file__).parents[2]


def agents(languages: Sequence[str]) -> tuple[Agent, ...]:
    """What makes editions in ``languages`` on this machine, in a fixed order."""
    listed = (Agent(name=name, version=number) for name, number in full_toolchain())
    return (*listed, Agent(name=OWN_FILES, version=f"sha256:{_own_digest(tuple(sorted(languages)))}"))


def differences(recorded: Sequence[Agent], here: Sequence[Agent]) -> tuple[tuple[str, str], ...]:
    """Names of what is not the same, each with both versions in words."""
    there, now = ({one.name: one.version for one in listed} for listed in (recorded, here))
    names = dict.fromkeys((*there, *now))
    return tuple(
        (name, f"{there.get(name, 'not used')} there, {now.get(name, 'not used')} here")
        for name in names
        if there.get(name) != now.get(name)
    )


@cache
def _own_digest(languages: tuple[str, ...]) -> str:
    """Over the programme's source, its templates, and its catalogs of ``languages``: paths and digests, sorted."""
    files = {path.relative_to(_PACKAGE).as_posix(): path.read_bytes() for path in _PACKAGE.rglob("*") if _is_own(path)}
    files |= {f"templates/{path}": data for path, data in default_templates().items()}
    files |= {f"locales/{language}": data for language in languages if (data := default_catalog(language))}
    made = sha256()
    for path, data in sorted(files.items()):
        made.update(f"{sha256(data).hexdigest()}  {path}\n".encode())
    return made.hexdigest()


def _is_own(path: Path) -> bool:
    """Templates are counted by themselves, since a checkout has them elsewhere; new projects are nothing that editions show."""
    folders = path.relative_to(_PACKAGE).parts[:-1]
    return path.is_file() and "__pycache__" not in folders and folders[:1] not in (("defaults",), ("starter",))
