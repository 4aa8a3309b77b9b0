"""Bindings: every action has an id, a description and a tooltip, and ids group them for the help screen."""

from dataclasses import replace

from textual.binding import ActiveBinding, Binding
from textual.keys import KEY_NAME_REPLACEMENTS, key_to_character
from textual.screen import Screen

GROUPS = {"go": "Go", "find": "Find", "show": "Show", "app": "Carrel", "move": "Move"}
"""What the part of an id before the dot means, in the order in which help lists it."""


def key(
    keys: str,
    action: str,
    id: str,
    description: str,
    tooltip: str,
    *,
    show: str = "",
) -> Binding:
    """Make a binding. `show` puts it on the key bar, with this as the name of its key."""
    return Binding(keys, action, description, id=id, tooltip=tooltip, show=bool(show), key_display=show or None)


MOVEMENT: list[Binding] = [
    key("j,down", "line_down", "move.line-down", "Line down", "Move one line down"),
    key("k,up", "line_up", "move.line-up", "Line up", "Move one line up"),
    key("d,ctrl+d", "half_page_down", "move.half-page-down", "Half a page down", "Move half a page down"),
    key("u,ctrl+u", "half_page_up", "move.half-page-up", "Half a page up", "Move half a page up"),
    key("space,pagedown", "page_down", "move.page-down", "Page down", "Move one page down"),
    key("b,pageup", "page_up", "move.page-up", "Page up", "Move one page up"),
    key("g,home", "top", "move.top", "Top", "Move to the first line"),
    key("G,end", "bottom", "move.bottom", "Bottom", "Move to the last line"),
]
"""The keys by which every list and every page moves."""


def pressable(screen: Screen[object]) -> list[ActiveBinding]:
    """Give the live bindings of a screen; one whose usual key is typed into a prompt now goes by its other key."""
    focused = screen.focused
    live = [
        active
        for active in screen.active_bindings.values()
        # Textual leaves out what is typed, but does not know it by the names that it has shortened.
        if not (focused and focused.check_consume_key(active.binding.key, _SHORTENED.get(active.binding.key)))
    ]
    names = {(active.binding.id, key_name(active.binding.key)) for active in live}
    return [
        active
        if (active.binding.id, active.binding.key_display) in names
        else active._replace(binding=replace(active.binding, key_display=None))
        for active in live
    ]


_SHORTENED = {short: key_to_character(whole) for whole, short in KEY_NAME_REPLACEMENTS.items()}


def key_name(name: str) -> str:
    """Give the name by which people know a key: `ctrl+o` is `Ctrl+O`, `G` stays `G`."""
    *modifiers, last = name.split("+")
    last = _NAMES.get(last, last.upper() if modifiers else last)
    return "+".join([*(modifier.title() for modifier in modifiers), last])


_NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "backspace": "Backspace",
    "question_mark": "?",
    "colon": ":",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "minus": "-",
    "plus": "+",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "full_stop": ".",
    "apostrophe": "'",
    "f1": "F1",
}
