from collections.abc import Iterator

import pytest

from workshop import Workshop


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """The demo project, built once; tests read it and leave it as it is."""
    workshop = Workshop.demo(tmp_path_factory.mktemp("built") / "demo")
    run = workshop.run("build")
    assert (run.exit_code, run.errors) == (0, "")
    before = workshop.built()
    yield workshop
    assert workshop.built() == before


@pytest.fixture
def fresh(tmp_path: object) -> Workshop:
    """A demo project of the test's own, not built."""
    return Workshop.demo(tmp_path / "demo")  # type: ignore[operator]
