"""Provenance as a file: read as it was written, and nothing else taken for it."""

import json

import pytest

from dossier.archive.provenance import read_provenance, write_provenance
from dossier.model.provenance import Activity, Agent, FileEntity, Generated, Provenance, Review

SHA = "0" * 64
MADE = Provenance(
    dossier="demo",
    version="1",
    language="fa",
    identifier="urn:uuid:1",
    source_date_epoch=0,
    used=(FileEntity(path="project/x", sha256=SHA, size=1),),
    activities=(Activity(id="read", label="را خواندن"),),
    agents=(Agent(name="dossier", version="1"),),
    faces=(),
    quotations={"recorded": 2},
    machines=(),
    review=Review(by_state={"draft": 0.25}, reviewed=0.75, machine=0.25),
    generated=(
        Generated(
            path="editions/fa/x.pdf",
            sha256=SHA,
            size=2,
            media_type="application/pdf",
            pages=3,
            was_generated_by=("read",),
            was_associated_with=("dossier",),
        ),
    ),
)


def test_what_is_written_is_read() -> None:
    data = write_provenance(MADE)
    assert read_provenance(data) == MADE
    told = json.loads(data)
    assert told["schema"] == "dossier-provenance/1"
    assert told["generated"][0]["wasGeneratedBy"] == ["read"]
    assert "را خواندن".encode() in data


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("schema", "dossier-provenance/2"),
        ("dossier", "../../etc"),
        ("language", "../fa"),
        ("sourceDateEpoch", -1),
        ("sourceDateEpoch", "0"),
        ("sourceDateEpoch", 10**30),
        ("used", [{"path": "x", "sha256": "0", "size": 1}]),
        ("more", 1),
        ("quotations", {"recorded": 1.5}),
    ],
)
def test_anything_else_is_refused_with_the_place(key: str, value: object) -> None:
    told = json.loads(write_provenance(MADE)) | {key: value}
    with pytest.raises(ValueError, match=key):
        read_provenance(json.dumps(told).encode())


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"{" * 100_000, b'{"schema": '])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_provenance(data)
