"""The bytes of a PDF do not hang on what the same process did before."""

import json
from pathlib import Path

from processes import run

_CODE = (
    "{before}\nimport json\nfrom pathlib import Path\nfrom dossier.model.records import Profile\n"
    "from dossier.press.fontconfig import use_bundled_faces\nuse_bundled_faces(Path('fc'))\n"
    "from probes import digests, set_other_pages\n{then}"
)


def said(folder: Path, *, before: str = "", then: str) -> list[list[str]]:
    """What ``then`` prints in a fresh process, line by line; ``before`` is run before the bundled faces are asked for."""
    folder.mkdir()
    done = run(_CODE.format(before=before, then=then), folder)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_pages_are_the_same_where_others_were_set_before_in_the_faces_of_the_machine(tmp_path: Path):
    (fresh,) = said(tmp_path / "fresh", then="print(json.dumps(digests()))")
    without_mend, after_others = said(
        tmp_path / "used",
        before="import weasyprint\nweasyprint.HTML(string='<code>x</code>').write_pdf()",
        then=(
            "from dossier.press import engine\nforget, engine.forget_other_faces = engine.forget_other_faces, lambda: None\n"
            "print(json.dumps(digests(Profile.SCREEN)))\nengine.forget_other_faces = forget\n"
            "set_other_pages()\nprint(json.dumps(digests()))"
        ),
    )
    assert after_others == fresh
    assert set(without_mend) - set(fresh), "the machine's faces would have shown"
