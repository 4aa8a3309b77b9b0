"""What several tests of the loaders ask."""

import pytest

from loaders.search import SearchIndex
from tests.loaders.examples import METALS, index_of


@pytest.fixture(scope="module")
def metals() -> SearchIndex:
    return index_of(*METALS)
