"""The web page of an edition."""

from dataclasses import replace

from dossier.edition.pages import web_bundle
from dossier.pipeline.faces import FACES, faces_for
from dossier.pipeline.making.making import Made, Making
from dossier.press.findings import missing_glyphs


def web(making: Making) -> Made:
    """One self-contained page."""
    from dossier.press.web import self_contained

    bundle = web_bundle(making.edition, making.templates, faces=FACES)
    data = self_contained(replace(bundle, assets={**bundle.assets, **faces_for(bundle.html)}))
    return Made(data, missing_glyphs(bundle.html))
