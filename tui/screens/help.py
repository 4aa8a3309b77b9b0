"""Help for a screen, written from the bindings that are live on it."""

from collections.abc import Iterable
from string import digits
from typing import ClassVar

from textual.binding import ActiveBinding, BindingType

from tui.keys import GROUPS, key, key_name
from tui.screens.overlay import OverlayScreen
from tui.widgets.definitions import Section


class HelpScreen(OverlayScreen):
    """Lists every key of the screen under it, by what it is for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("question_mark,f1", "dismiss", "show.help", "Close", "Close the help"),
    ]

    def __init__(self, bindings: Iterable[ActiveBinding]) -> None:
        super().__init__("Keys of this screen", sections_of(bindings))


def sections_of(bindings: Iterable[ActiveBinding]) -> list[Section]:
    """Group bindings by the first part of their ids; keys of one action, or of a numbered row, stand together."""
    keys: dict[str, list[str]] = {}
    meanings: dict[str, str] = {}
    for active in bindings:
        binding = active.binding
        if binding.id and binding.id.partition(".")[0] in GROUPS:
            action = binding.id.rstrip(digits)
            keys.setdefault(action, []).append(key_name(binding.key))
            meanings[action] = active.tooltip or binding.description
    return [
        Section(heading, entries)
        for group, heading in GROUPS.items()
        if (
            entries := [
                (
                    f"{keys[name][0]} … {keys[name][-1]}" if name.endswith("-") else " ".join(keys[name]),
                    meanings[name],
                )
                for name in keys
                if name.partition(".")[0] == group
            ]
        )
    ]
