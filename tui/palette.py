"""The command palette: every action of the screen, written from the live bindings."""

from collections.abc import Iterator

from textual.binding import ActiveBinding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from tui.keys import GROUPS, key_name


class ActionProvider(Provider):
    """Offers the actions of the screen under the palette, each with its key."""

    async def discover(self) -> Hits:
        """Offer all actions before anything is typed."""
        for name, run, meaning in self._actions():
            yield DiscoveryHit(name, run, help=meaning)

    async def search(self, query: str) -> Hits:
        """Offer the actions whose name or meaning has the letters of the query."""
        matcher = self.matcher(query)
        for name, run, meaning in self._actions():
            score = max(matcher.match(name), matcher.match(meaning) * 0.8)
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, text=name, help=meaning)

    def _actions(self) -> Iterator[tuple[str, IgnoreReturnCallbackType, str]]:
        seen = set()
        order = list(GROUPS)
        bindings = [
            active
            for active in self.screen.active_bindings.values()
            if (active.binding.id or "").partition(".")[0] in GROUPS
        ]
        bindings.sort(key=lambda active: order.index((active.binding.id or "").partition(".")[0]))
        for active in bindings:
            name = active.binding.id or ""
            if name in seen or not active.enabled:
                continue
            seen.add(name)
            keys = active.binding.key_display or key_name(active.binding.key)
            yield f"{active.binding.description}  {keys}", self._runner(active), active.tooltip

    def _runner(self, active: ActiveBinding) -> IgnoreReturnCallbackType:
        async def run() -> None:
            await self.app.run_action(active.binding.action, active.node)

        return run
