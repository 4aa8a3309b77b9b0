"""Addresses outside the library: what they are, and whether Carrel would open them."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

_WEB = ("http", "https")
_HOST = re.compile(r"(?:[a-z0-9_-]+\.)*[a-z0-9_-]+\.?|[0-9a-f:.]+")
_NAMES_HOST = re.compile(
    r"(?:(?:https?://(?:www\.)?|www\.)((?:[\w-]+\.)+[\w-]{2,})|((?:[\w-]+\.)+(?:com|edu|eu|gov|info|net|org|uk|de)))"
    r"(?:[/:?#].*)?",
    re.IGNORECASE,
)
"""Words that a reader takes for an address; `M.Sc` and `Node.js` are none."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_NO_ADDRESS = "This is no address that a browser takes."


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it will be handed to a browser, and what a reader should know of it before."""

    text: str
    host: str = ""
    """Where it really leads, empty when it names no host."""
    refusal: str = ""
    """Why it is not opened; empty when it may be."""
    warning: str = ""
    """What may deceive a reader; empty when nothing does."""

    def around_host(self) -> tuple[str, str, str]:
        """Cut the text into what stands before the host, the host itself, and the rest."""
        authority = re.match(r"[^/?#]*//[^/?#]*|[^?]*", self.text)
        end = authority.end() if authority else 0
        start = self.text.lower().rfind(self.host, 0, end) if self.host else -1
        if start < 0:
            return self.text, "", ""
        end = start + len(self.host)
        return self.text[:start], self.text[start:end], self.text[end:]


def read_address(url: str, text: str = "") -> Address:
    """Read the address of a link whose words are `text`; never raises.

    What may be opened: `http`, `https` and `mailto`, and nothing that hides behind percent signs.
    """
    if refusal := _refusal_of_text(url):
        return Address(url, refusal=refusal)
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port  # raises where it is no number
    except ValueError:
        return Address(url, refusal=_NO_ADDRESS)
    if parts.scheme == "mailto":
        return _mail(url, parts)
    if parts.scheme in _WEB:
        return _web(url, parts, host, text)
    return Address(url, refusal=_refusal_of_scheme(url, parts.scheme))


def _refusal_of_text(url: str) -> str:
    if not url:
        return "The link has no address."
    if not url.isascii() or not url.isprintable() or " " in url or url.startswith("-"):
        return _NO_ADDRESS
    return "It hides control characters." if _CONTROL.search(_decoded(url)) else ""


def _refusal_of_scheme(url: str, scheme: str) -> str:
    if scheme:
        return f"Carrel opens web and mail addresses, none that begin with “{scheme}:”."
    if hidden := _SCHEME.match(_decoded(url)):
        return f"It hides that it begins with “{hidden[0].lower()}”."
    return "It leads to no article of this library."


def _mail(url: str, parts: SplitResult) -> Address:
    if "@" not in parts.path or parts.netloc:
        return Address(url, refusal="It names no mailbox.")
    headers = "It brings a text of its own along." if parts.query else ""
    return Address(url, unquote(parts.path).rpartition("@")[2], warning=headers)


def _web(url: str, parts: SplitResult, host: str, text: str) -> Address:
    if not _HOST.fullmatch(host):
        return Address(url, refusal="It names no host.")
    named = _host_named(text)
    if "@" in parts.netloc:
        return Address(url, host, warning=f"What stands before the @ is a name. It leads to {host}.")
    if named and named not in (host, host.removeprefix("www.")):
        return Address(url, host, warning=f"Its words say {named}. It leads to {host}.")
    if "xn--" in host:
        return Address(url, host, warning="Its host is written in letters of another script.")
    return Address(url, host)


def _host_named(text: str) -> str:
    """Give the host that the words of a link seem to name; empty when they are no address."""
    match = _NAMES_HOST.fullmatch(text.strip())
    return (match[1] or match[2]).lower() if match else ""


def _decoded(url: str) -> str:
    """Undo percent signs as often as anybody on the way might."""
    for _ in range(3):
        url = unquote(url, errors="replace")
    return url
