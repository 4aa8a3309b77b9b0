"""The last line of a screen: what can be pressed here."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import ActiveBinding
from textual.strip import Strip
from textual.widget import Widget

from tui.keys import key_name, pressable

_GAP = 3


class _Shown(NamedTuple):
    """A binding on the bar: its first cell, the one after its last, and the name of its key."""

    start: int
    end: int
    name: str
    active: ActiveBinding


class KeyBar(Widget):
    """Shows the keys of the bindings that want to be shown, as many as fit; a click presses one.

    Those of the whole program stand at the right and never give way. Where only one group shows, so does it.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar { height: 1; dock: bottom; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--action"}

    def __init__(self, *, group: str = "") -> None:
        """`group` is the part of the ids before the dot of those bindings that show; by default all of them do."""
        super().__init__()
        self._group = group

    def on_mount(self) -> None:
        """Follow what the screen can do."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render_line(self, y: int) -> Strip:
        """Paint the bindings."""
        key_style = self.get_component_rich_style("key-bar--key", partial=True)
        action_style = self.get_component_rich_style("key-bar--action", partial=True)
        segments: list[Segment] = []
        at = 0
        for start, end, name, active in self._shown():
            segments += [
                Segment(" " * (start - at)),
                Segment(name, key_style),
                Segment(" "),
                Segment(active.binding.description, action_style),
            ]
            at = end
        return Strip(segments).adjust_cell_length(self.content_size.width).apply_style(self.rich_style)

    async def on_click(self, event: events.Click) -> None:
        """Do what the binding under the mouse does."""
        for start, end, _, active in self._shown():
            if start <= event.x - self.styles.padding.left < end:
                await self.app.run_action(active.binding.action, active.node)

    def _shown(self) -> list[_Shown]:
        own: dict[str, ActiveBinding] = {}
        everywhere: dict[str, ActiveBinding] = {}
        for active in pressable(self.screen):
            if active.binding.show and active.enabled and (active.binding.id or "").startswith(self._group):
                (everywhere if active.node is self.app else own).setdefault(active.binding.action, active)
        width = self.content_size.width
        right = list(_in_a_row(everywhere.values(), 0))
        taken = right[-1].end if right else 0
        room = width - taken - (_GAP if right else 0)
        left = [shown for shown in _in_a_row(own.values(), 0) if shown.end <= room]
        at = width - taken
        if self._group and left:
            spare = room - left[-1].end
            left = [shown._replace(start=shown.start + spare, end=shown.end + spare) for shown in left]
        return left + [shown._replace(start=shown.start + at, end=shown.end + at) for shown in right]


def _in_a_row(bindings: Iterable[ActiveBinding], at: int) -> Iterator[_Shown]:
    for active in bindings:
        name = active.binding.key_display or key_name(active.binding.key)
        end = at + cell_len(f"{name} {active.binding.description}")
        yield _Shown(at, end, name, active)
        at = end + _GAP
