"""What all tests of the screens share."""

import pytest

from tui.widgets.related_panel import RelatedPanel


@pytest.fixture(autouse=True)
def _at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for similar articles at once: tests do not wait for a reader to rest."""
    monkeypatch.setattr(RelatedPanel, "_call_at_rest", RelatedPanel.call_after_refresh)
