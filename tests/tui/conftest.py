"""What all tests of the screens share."""

import pytest

from tui.widgets.rest import Rest


def _rest_at_once(rest: Rest) -> None:
    rest.owner.call_later(rest.call)


@pytest.fixture(autouse=True)
def _at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do at once what waits for a reader to rest: tests do not wait."""
    monkeypatch.setattr(Rest, "begin", _rest_at_once)
