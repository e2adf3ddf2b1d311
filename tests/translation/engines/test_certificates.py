"""A user's own certificates."""

from pathlib import Path

import pytest

from dossier.model.diagnostics import DossierError
from dossier.translation.engines.certificates import trusted


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_certificates_that_cannot_be_read_are_told_in_plain_words(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "own.pem"
    if content is not None:
        file.write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    trusted.cache_clear()
    with pytest.raises(DossierError) as error:
        trusted("M010")
    (found,) = error.value.diagnostics
    assert found.code.id == "M010"
    assert "SSL_CERT_FILE" in found.message


def test_without_any_the_usual_ones_are_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    trusted.cache_clear()
    assert trusted("M004").verify_mode
