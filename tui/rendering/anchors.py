"""The part of a link after `#`, and the heading that it names."""

import re
from collections.abc import Sequence

from loaders.article import fold, slugify
from tui.rendering.page import Heading

_NOT_IN_ANCHOR = re.compile(r"[^\w\- ]")


def find_heading(headings: Sequence[Heading], fragment: str) -> Heading | None:
    """Find the heading that a link names, in the spelling of GitHub, of a slug, or as it is written.

    Of headings with one text the second is `text-1`, the third `text-2`.
    """
    names: dict[str, Heading] = {}
    seen: dict[str, int] = {}
    for heading in headings:
        anchor = anchor_of(heading.text)
        times = seen.get(anchor, 0)
        seen[anchor] = times + 1
        names.setdefault(f"{anchor}-{times}" if times else anchor, heading)
    for heading in headings:
        names.setdefault(slugify(heading.text), heading)
        names.setdefault(fold(heading.text), heading)
    for name in (fragment, fragment.lower(), fold(fragment), slugify(fragment)):
        if name and name in names:
            return names[name]
    return None


def anchor_of(text: str) -> str:
    """Give the name of a heading as GitHub makes it: small letters, no punctuation, dashes for blanks."""
    return _NOT_IN_ANCHOR.sub("", text.strip().lower()).replace(" ", "-")
