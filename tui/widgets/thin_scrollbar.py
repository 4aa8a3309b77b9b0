"""A vertical scrollbar that costs next to nothing to paint."""

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class ThinScrollBar(ScrollBar):
    """Looks and works as Textual's own; lines that look the same are one strip.

    To paint each as a line with styles of its own takes a quarter of the time of a whole screen.
    """

    def __init__(self) -> None:
        super().__init__(vertical=True, name="vertical")

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the lines of a part of the bar."""
        bar = self.render()
        style = bar.style if isinstance(bar, ScrollBarRender) else None
        if (
            not isinstance(bar, ScrollBarRender)
            or not isinstance(style, Style)
            or not (style.color and style.bgcolor)
        ):
            return super().render_lines(crop)
        segments = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=self.size.width,
            back_color=style.bgcolor,
            bar_color=style.color,
        ).segments[crop.y : crop.bottom]
        filters = self.get_line_filters()
        _, background = self.background_colors
        strips: dict[Segment, Strip] = {}
        for segment in segments:
            if segment not in strips:
                painted = [segment]
                for line_filter in filters:
                    painted = line_filter.apply(painted, background)
                strips[segment] = Strip(painted, self.size.width)
        return [strips[segment] for segment in segments]
