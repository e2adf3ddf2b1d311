"""Puts the default templates and their catalogs into the wheel.

They lie at the top of the repository, where translators and designers look for them. An editable installation reads them
there, so it gets no copies that could grow stale.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.builders.wheel import WheelBuilderConfig


class DefaultsHook(BuildHookInterface[WheelBuilderConfig]):
    """``templates/`` and ``locales/*/LC_MESSAGES/templates.po`` become ``dossier/defaults/…`` in the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add what the wheel carries beside the package (https://hatch.pypa.io/latest/plugins/build-hook/reference/).

        Parameters
        ----------
        version:
            ``standard`` or ``editable``.
        build_data:
            What hatchling is about to build; ``force_include`` maps paths here to paths in the wheel.

        Raises
        ------
        FileNotFoundError
            Where there is no ``templates/``: a wheel without it would make no page.
        """
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        if not (root / "templates").is_dir():
            raise FileNotFoundError(root / "templates")
        found = [root / "templates", *root.glob("locales/*/LC_MESSAGES/templates.po")]
        for path in found:
            inside = path.relative_to(root).as_posix()
            build_data["force_include"][str(path)] = f"dossier/defaults/{inside}"
