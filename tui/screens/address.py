"""An address outside the library, shown in full before anything opens it."""

import asyncio
import os
from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.addresses import Address
from tui.browsing import browse, browser_place
from tui.keys import key
from tui.messages import CopyRequested
from tui.screens.window import WindowScreen


class AddressScreen(WindowScreen[None]):
    """Shows where a link really leads, and opens it only when it is asked to and the address is harmless."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,o", "open", "go.open-outside", "Open outside", "Open this address in your browser"),
        key("y,Y", "copy", "go.copy-link", "Copy link", "Copy this address"),
    ]

    def __init__(self, address: Address, text: str) -> None:
        super().__init__()
        self._address = address
        self._text = text

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open what may be opened."""
        return action != "open" or not self._address.refusal

    def heading(self) -> Content:
        """Say whether it may be opened."""
        question = "This link is not opened" if self._address.refusal else "Open outside Carrel?"
        return Content.assemble((question, "bold"), "\n", (self._text, "$ink-quiet"))

    def body(self) -> Iterable[Widget]:
        """Give the address with its host, and what there is to say of it."""
        address = self._address
        before, host, after = address.around_host()
        yield Static(
            Content.assemble((before, "$ink-quiet"), (host, "bold $accent"), (after, "$ink-quiet")), id="address"
        )
        if words := address.refusal or address.warning:
            yield Static(Content(words), id="address-warning")

    def keys(self) -> Iterable[str]:
        """Give the keys."""
        return [*([] if self._address.refusal else ["Enter opens"]), "y copies", "Esc stays"]

    def action_copy(self) -> None:
        """Copy the address."""
        self.app.post_message(CopyRequested(self._address.text, "The address"))
        self.dismiss()

    def action_open(self) -> None:
        """Open the address where a browser shows it: in a window, or in this terminal while Carrel waits."""
        place = browser_place(os.environ)
        app, url = self.app, self._address.text

        def tell(opened: bool) -> None:
            if not opened:
                app.post_message(CopyRequested(url, "No browser takes it: the address"))

        async def browse_beside() -> None:
            tell(await asyncio.to_thread(browse, url))

        if place == "none":
            app.post_message(CopyRequested(url, "No browser is in reach: the address"))
        elif place == "terminal":
            with app.suspend():
                opened = browse(url)
            tell(opened)
        else:
            app.run_worker(browse_beside(), group="browsing")
        self.dismiss()
