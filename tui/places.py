"""Where things lie: the sample library, and the reader's own folders."""

import os
from collections.abc import Mapping
from pathlib import Path
from zlib import crc32

from loaders import Library, clean
from loaders.article import slugify


def sample_library() -> Path:
    """Give the folder of the sample library, beside the package in a checkout and within it when installed."""
    package = Path(__file__).parent
    installed = package / "sample_data"
    return installed if installed.is_dir() else package.parent / "sample_data"


def state_file(environment: Mapping[str, str]) -> Path:
    """Give the file of the State; `CARREL_HOME` names another folder for all that Carrel keeps."""
    if home := environment.get("CARREL_HOME"):
        return Path(home) / "state.json"
    from platformdirs import user_state_path  # noqa: PLC0415 - 15 ms that only this line needs

    return user_state_path("carrel", appauthor=False) / "state.json"


def cache_folder(library: Path, environment: Mapping[str, str]) -> Path:
    """Give the folder of a library's cache, named by its real path; `CARREL_CACHE` names the place of all.

    Two libraries of one name that share a mark too, one time in four thousand million, share a cache that each
    brings up to date: slow, but right.
    """
    real = library.resolve()
    return _cache_home(environment) / f"{slugify(clean(real.name)) or 'library'}-{crc32(os.fsencode(real)):08x}"


def library_name(library: Library) -> str:
    """Give the name under which the screens show a library."""
    return "Sample library" if library.folder == sample_library() else clean(library.name)


def _cache_home(environment: Mapping[str, str]) -> Path:
    if cache := environment.get("CARREL_CACHE"):
        return Path(cache)
    if home := environment.get("CARREL_HOME"):
        return Path(home) / "cache"
    from platformdirs import user_cache_path  # noqa: PLC0415 - likewise

    return user_cache_path("carrel", appauthor=False)
