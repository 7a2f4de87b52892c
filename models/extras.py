"""What may be missing of an installation, and the command that brings it."""

import os
import sys
from importlib.metadata import requires
from pathlib import Path


def how_to_install(extra: str) -> str:
    """Return the command that installs the packages of an extra beside this program.

    It names the packages themselves: the program is on no index, and what somebody puts there under its name is
    another's.
    """
    marked = (line.partition(";") for line in requires("chancery") or ())
    wanted = [f'"{package.strip()}"' for package, _, marker in marked if extra in marker.replace('"', "'").split("'")]
    return f"{interpreter()} -m pip install {' '.join(wanted)}"


def interpreter() -> str:
    """Return the Python that runs this program, as a shell in the current folder finds it."""
    path = Path(sys.executable)
    shown = f".{os.sep}{path.relative_to(Path.cwd())}" if path.is_relative_to(Path.cwd()) else str(path)
    return f'"{shown}"' if " " in shown else shown
