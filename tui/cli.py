"""The command line: the first word says whether it is a command or a library to open."""

import gc
import os
import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tui import __version__

if TYPE_CHECKING:
    from loaders import Library

USAGE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141

_EPILOG = """\
examples:
  carrel                                the library opened last, or the sample
  carrel ~/learn                        open a library
  carrel import ~/learn                 build or refresh its cache
  carrel subjects                       its subjects, with counts
  carrel list mathematics               the articles of one subject
  carrel show what-is-entropy           an article, by key, slug or id
  carrel search why does ice float      ask in your own words
  carrel related 1145 --json            its neighbours, for a program

commands: {commands}
`carrel COMMAND --help` tells more; a folder of such a name is written ./NAME.

Carrel reads files and writes none but its own. It never uses the network.
"""
_COMMANDS = {
    "import": "build or refresh the cache of a library",
    "subjects": "list the subjects with their counts",
    "list": "list the articles of a subject, or all: title, subject, date, key",
    "show": "print one article as the reader shows it",
    "search": "find articles in your own words, the best first",
    "related": "list the articles beside one: those it names, those that name it, and those like it",
    "check": "list what is wrong with the files of the library",
}


_ABSENT = re.compile(r"-(?!(?:[hnl]|n\d.*|l[./~\\].*)\Z)[^\W\d_]|-[\"“„]", re.DOTALL)


class _Parser(ArgumentParser):
    """Says in one line what is wrong, and what to do."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"carrel: {message}; `{self.prog} --help` tells how\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `carrel` and give its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run_command(words[0], words[1:]) if words and words[0] in _COMMANDS else _open_screens(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        return _fail(f"the output cannot be written: {error.strerror}")
    return code


def _run_command(name: str, words: Sequence[str]) -> int:
    parser = _Parser(prog=f"carrel {name}", description=_COMMANDS[name] + ".", allow_abbrev=False)
    if name == "list":
        parser.add_argument(
            "subject", nargs="?", metavar="SUBJECT", help="a subject's key or name; all without it"
        )
    if name == "import":
        parser.add_argument("library", metavar="LIBRARY", help="a folder of Markdown files")
        parser.add_argument("--index", action="store_true", help="make it ready to be searched, too")
    else:
        parser.add_argument(
            "-l", "--library", metavar="LIBRARY", help="a folder; by default the library opened last"
        )
        parser.add_argument("--no-cache", action="store_true", help="keep all in memory")
    if name in {"show", "related"}:
        parser.add_argument(
            "article", metavar="ARTICLE", help="a key (url or path in the library), a slug or an id"
        )
    if name == "search":
        _take_query(parser)
    if name == "show":
        parser.add_argument("--markdown", action="store_true", help="print its Markdown instead")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = _parse_query(parser, words) if name == "search" else parser.parse_args(words)
    from loaders import CacheError, LibraryError
    from loaders.index_errors import SearchIndexError
    from tui.commands import RUN, say_waiting
    from tui.printing import Printer

    try:
        library, warning = _open(
            Path(options.library or _last_library()), cached=name == "import" or not options.no_cache
        )
    except LibraryError as error:
        return _fail(str(error))
    if warning:
        sys.stderr.write(f"carrel: {warning}; all is kept in memory\n")
    with library:
        try:
            if name != "import":  # which reads the library itself, and tells how far it is
                library.load(say_waiting)
            code = RUN[name](library, options, Printer())
        except (CacheError, SearchIndexError) as error:
            if not library.store.damaged:
                return _fail(f"{error}; --no-cache keeps all in memory")
        if library.store.damaged:
            return _fail("the cache was damaged and has been removed; ask again, and it is made anew")
    return code


def _take_query(parser: ArgumentParser) -> None:
    parser.add_argument(
        "query",
        nargs="+",
        metavar="QUERY",
        help="""words, '"a phrase"', -without, subject:NAME, -subject:NAME, author:NAME, after:2024-12""",
    )
    parser.add_argument(
        "-n", "--number", type=_positive, default=20, metavar="N", help="at most so many; by default 20"
    )
    parser.add_argument("--subject", metavar="SUBJECT", help="only in this subject")
    parser.epilog = """example: carrel search '"melting point" -tin' -n 5"""


def _parse_query(parser: ArgumentParser, words: Sequence[str]) -> Namespace:
    options = parser.parse_intermixed_args(_with_absent_words(words))
    options.query = " ".join(options.query)
    return options


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise ArgumentTypeError(f"{text!r} is no number from 1 on")
    return number


def _with_absent_words(words: Sequence[str]) -> list[str]:
    """Let `-ice` be a word of a query: a blank before it tells it from options, `-n5` and `-l./learn` too.

    Behind `--` there are no options.
    """
    end = words.index("--") if "--" in words else len(words)
    before = [f" {word}" if _ABSENT.match(word) else word for word in words[:end]]
    return [*before, *(f" {word}" for word in words[end + 1 :])]


def _open_screens(words: Sequence[str]) -> int:
    options = _parse_screens(words)
    if options.version:
        print(_version())  # noqa: T201 - asked for
        return 0
    if reason := _no_terminal():
        if options.library and not Path(options.library).is_dir():
            return _fail(f"there is no folder {options.library}; `carrel --help` lists the commands")
        return _fail(f"{reason}; `carrel subjects`, `carrel list` and `carrel show` work without one")
    gc.disable()  # a start makes objects and drops few: the app collects again once its first screen shows
    from loaders import LibraryError
    from tui.places import state_file
    from tui.state import StateFile

    state = StateFile(state_file(os.environ))
    library, reason, warning = None, "", ""
    try:
        library, warning = _open(Path(options.library or _last_library()), cached=not options.no_cache)
    except LibraryError as error:
        if options.library:
            return _fail(f"{error}; `carrel --help` lists the commands")
        reason = str(error)
    from tui.app import CarrelApp

    app = CarrelApp(library, state, reason=reason, warning=warning, desktop=os.environ)
    app.run()
    return app.return_code or 0


def _parse_screens(words: Sequence[str]) -> Namespace:
    parser = _Parser(
        prog="carrel",
        description="A reading desk in the terminal for a library of question-and-answer articles.",
        epilog=_EPILOG.format(commands=", ".join(_COMMANDS)),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("library", nargs="?", metavar="LIBRARY", help="a folder of Markdown files")
    parser.add_argument("--no-cache", action="store_true", help="keep all in memory")
    parser.add_argument("-V", "--version", action="store_true", help="print the version")
    options, rest = parser.parse_known_args(words)
    word = options.library or ""
    if word in _COMMANDS:
        parser.error(f"options stand after the command: carrel {word} …")
    if word.isalpha() and not Path(word).exists() and (near := get_close_matches(word, _COMMANDS, n=1)):
        parser.error(f"there is no command {word!r}, did you mean {near[0]!r}?")
    if rest:
        parser.error(f"{rest[0]!r} is not understood")
    return options


def _open(folder: Path, *, cached: bool) -> "tuple[Library, str]":
    """Open a library with its cache, or in memory with the reason why."""
    from loaders import CacheError, Library
    from tui.places import cache_folder

    if not cached:
        return Library.open(folder), ""
    try:
        return Library.open(folder, cache_folder(folder, os.environ)), ""
    except CacheError as error:
        return Library.open(folder), str(error)


def _last_library() -> Path:
    from tui.places import sample_library, state_file
    from tui.state import StateFile

    last = StateFile(state_file(os.environ)).state.library
    return Path(last) if last else sample_library()


def _no_terminal() -> str:
    """Say why no screen can open; empty when one can."""
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        return "the screens need a terminal"
    if os.name != "nt" and os.environ.get("TERM", "dumb") in {"", "dumb", "unknown"}:
        return "this terminal (TERM) cannot show screens"
    return ""


def _version() -> str:
    import yaml

    slow = "" if yaml.__with_libyaml__ else " (without PyYAML's C parser: imports take many times longer)"
    return f"carrel {__version__}{slow}"


def _fail(message: str) -> int:
    sys.stderr.write(f"carrel: {message}\n")
    return USAGE
