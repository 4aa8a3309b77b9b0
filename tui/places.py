"""Where things lie: the sample library, and the reader's own folders."""

from collections.abc import Mapping
from pathlib import Path

from loaders import Library, clean


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


def library_name(library: Library) -> str:
    """Give the name under which the screens show a library."""
    return "Sample library" if library.folder == sample_library() else clean(library.name)
