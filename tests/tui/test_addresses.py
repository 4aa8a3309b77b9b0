"""Addresses outside the library: which may be opened, and what is said of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.addresses import read_address


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://centos.org", "centos.org"),
        ("http://localhost:8000/a%20b?c=d#e", "localhost"),
        ("https://www.indiabudget.gov.in/doc/Budget_Speech.pdf", "www.indiabudget.gov.in"),
        ("HTTPS://Example.ORG/%C3%BC", "example.org"),
        ("http://[::1]/", "::1"),
        ("mailto:someone@example.org", "example.org"),
    ],
)
def test_web_and_mail_addresses_may_be_opened(url: str, host: str) -> None:
    address = read_address(url)
    assert (address.text, address.host, address.refusal, address.warning) == (url, host, "", "")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "java%73cript%3Aalert(1)",
        "JAVASCRIPT:alert(1)",
        "file:///etc/passwd",
        "file%3A///etc/passwd",
        "data:text/html;base64,PHN2Zz4=",
        "data:image/png;base64,AAAA",
        "-foo",
        "--new-window",
        "ssh://-oProxyCommand=touch%20x",
        "smb://host/share",
        "vscode://file/etc/passwd",
        "ms-msdt:/id",
        "//example.org/path",
        "../../../etc/passwd",
        "https://",
        "https:///etc/passwd",
        "https://exa%6Dple.org/",
        "https://example.org/%1b]52;c;x",
        "https://example.org/%0d%0aSet-Cookie:x",
        "https://example.org/%250a",
        "https://example.org/ -oops",
        "https://example.org/\x1b[2J",
        "https://еxample.org/",
        "https://[::1/",
        "https://example.org:port/",
        "mailto:nobody",
        "C:\\Windows",
    ],
)
def test_all_others_are_refused_with_a_word(url: str) -> None:
    address = read_address(url)
    assert address.text == url
    assert address.refusal.endswith(".")


@pytest.mark.parametrize(
    ("url", "text", "told"),
    [
        ("https://apple.com@evil.example/", "here", "evil.example"),
        ("https://evil.example/login", "https://www.apple.com/login", "apple.com"),
        ("https://evil.example/", "apple.com", "evil.example"),
        ("https://xn--pple-43d.com/", "sign in", "another script"),
        ("mailto:a@example.org?body=hello", "write", "text of its own"),
    ],
)
def test_what_may_deceive_is_told(url: str, text: str, told: str) -> None:
    address = read_address(url, text)
    assert not address.refusal
    assert told in address.warning


@pytest.mark.parametrize(
    "text", ["M.Sc", "Node.js", "the site", "apple.com", "www.apple.com", "https://apple.com/x"]
)
def test_words_that_name_no_other_host_are_not_suspected(text: str) -> None:
    assert not read_address("https://apple.com/x", text).warning


@given(st.text(), st.text())
def test_any_text_is_an_address_that_is_opened_or_refused(url: str, text: str) -> None:
    address = read_address(url, text)
    assert address.refusal or address.text.lower().startswith(("http://", "https://", "mailto:"))


@given(st.text(), st.sampled_from(["http:", "https://", "https://a@", "mailto:", "https://example.org/", "//"]))
def test_no_opened_address_holds_a_character_that_steers_anything(rest: str, beginning: str) -> None:
    address = read_address(beginning + rest)
    if not address.refusal:
        assert address.text.isascii()
        assert address.text.isprintable()
        assert " " not in address.text
