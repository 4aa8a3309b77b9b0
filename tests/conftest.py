"""What many tests start from."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.writing import Written

settings.register_profile("carrel", deadline=None)
settings.load_profile("carrel")


@pytest.fixture(scope="session")
def sample() -> Path:
    """Give the folder of the sample library."""
    return Path(__file__).parent.parent / "sample_data"


@pytest.fixture
def write_library(tmp_path: Path) -> Callable[..., Path]:
    """Give a function that writes articles into one little library, and gives its folder."""
    folder = tmp_path / "little"

    def write(*articles: Written) -> Path:
        folder.mkdir(exist_ok=True)
        for article in articles:
            file = folder / article.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(article.text(), encoding="utf-8")
        return folder

    return write
