"""A Python process of ours beside the program, spoken to over pipes, which ends with the program.

`multiprocessing` is not used: its spawn fails inside a running Textual program unless its resource tracker was
started before, and its pools outlive a program that is killed. A pipe closes by itself.
"""

import os
import pickle
import signal
import subprocess
import sys
from typing import IO

_START = "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); from {module} import serve; serve()"
FOR_READERS, FOR_ALL = 5, 15
"""How far a child stands back: for whoever reads an article meanwhile, or for the search index too.

One thread writes that, and all wait for it in the end; the processes that read files are several.
"""


def start_child(module: str, *values: object) -> "subprocess.Popen[bytes]":
    """Start `serve()` of a module in a process that is sent some values first. Raises OSError where none can be.

    A process that ends at once is noticed by whoever sends to it or reads from it later.
    """
    process = subprocess.Popen(  # noqa: S603 - this Python, with a text of our own
        [sys.executable, "-c", _START.format(module=module)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    _, target = pipes(process)
    for value in (sys.path, *values):
        send(value, target)
    return process


def send(value: object, target: IO[bytes]) -> bool:
    """Tell a process something; False when it has died."""
    try:
        pickle.dump(value, target, protocol=5)
        target.flush()
    except OSError:
        return False
    return True


def pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    """Give what a child writes, and where to write to it."""
    if process.stdout is None or process.stdin is None:
        raise TypeError("the process was started with pipes")
    return process.stdout, process.stdin


def stand_back(how_far: int) -> None:
    """Leave Ctrl-C and the best part of the machine to the program that started this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(how_far)
