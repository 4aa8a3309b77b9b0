"""The styles of a page, taken from the component classes of the widget that paints it."""

from dataclasses import fields

from textual.widget import Widget

from tui.rendering.styles import PageStyles

_CLASSES = {field.name: f"page--{field.name.replace('_', '-')}" for field in fields(PageStyles)}
PAGE_CLASSES = set(_CLASSES.values())
"""The component classes that such a widget must have: `page--title`, `page--code-block` …"""


def page_styles(widget: Widget) -> PageStyles:
    """Give the styles that the style sheet has for a widget with PAGE_CLASSES, each only what it sets itself."""
    return PageStyles(
        **{name: widget.get_component_rich_style(part, partial=True) for name, part in _CLASSES.items()}
    )
