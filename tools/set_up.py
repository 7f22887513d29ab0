"""Make a virtual environment with locked packages in it.

``python3 tools/set_up.py FOLDER LOCK… [--product]`` installs what the lock files name, each
file checked against its hash, and with ``--product`` this repository's commands as well.
It runs on the bare Python of a fresh machine, so the standard library is all it may use; one
that is too old must get as far as being told so, hence the quotes around some types.
"""

import argparse
import subprocess
import sys
from collections import deque
from pathlib import Path

OLDEST = (3, 11)
REPOSITORY = Path(__file__).resolve().parents[1]
_TAIL_LINES = 30


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("locks", type=Path, nargs="+")
    arguments.add_argument("--product", action="store_true")
    given = arguments.parse_args()
    if sys.version_info < OLDEST:
        sys.exit(_too_old())
    python = _environment(given.folder)
    _install_locked(python, given.locks)
    if given.product:
        _install_product(python)


def _too_old() -> str:
    wanted, found = (".".join(map(str, version[:2])) for version in (OLDEST, sys.version_info))
    return (
        f"Vitascope needs Python {wanted} or newer; {sys.executable} is {found}. "
        f"Name another one: make PYTHON=python{wanted} …"
    )


def _environment(folder: Path) -> Path:
    """The Python of the environment in ``folder``, which is made when it is missing."""
    python = folder / "bin" / "python"
    if not (python.exists() and (folder / "bin" / "pip").exists()):
        made = _run([sys.executable, "-m", "venv", "--clear", str(folder)])
        if made.returncode != 0:
            sys.exit(
                f"{made.stdout}{sys.executable} cannot make a virtual environment. "
                "On Debian and Ubuntu: apt install python3-venv"
            )
    return python


def _install_locked(python: Path, locks: "list[Path]") -> None:
    total = sum(_count(lock) for lock in locks)
    names = [argument for lock in locks for argument in ("-r", str(lock))]
    where = python.parents[1]
    print(f"Installing {total} locked packages into {where} …", flush=True)
    with subprocess.Popen(
        [*_pip(python), "--require-hashes", *names],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as pip:
        tail = _show(pip, total)
    if pip.returncode != 0:
        sys.exit("".join(tail))


def _show(pip: "subprocess.Popen[str]", total: int) -> "deque[str]":
    """Count packages on the terminal; returns the last lines for the case of an error."""
    tail: deque[str] = deque(maxlen=_TAIL_LINES)
    found = 0
    for line in pip.stdout or ():
        tail.append(line)
        if sys.stdout.isatty() and line.startswith(("Collecting ", "Requirement already")):
            found += 1
            print(f"\r  {found} of {total}", end="", flush=True)
        if sys.stdout.isatty() and line.startswith("Installing collected"):
            print("\r  unpacking …", end="", flush=True)
    if sys.stdout.isatty():
        print("\r               \r", end="", flush=True)
    return tail


def _install_product(python: Path) -> None:
    """Make the commands; the code is used where it lies."""
    command = [*_pip(python), "--no-deps", "--no-build-isolation", "-e", str(REPOSITORY)]
    made = _run(command)
    if made.returncode != 0:
        sys.exit(made.stdout)


def _pip(python: Path) -> "list[str]":
    return [str(python), "-m", "pip", "install", "--disable-pip-version-check"]


def _count(lock: Path) -> int:
    return sum("==" in line and not line.startswith("#") for line in lock.open())


def _run(command: "list[str]") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


if __name__ == "__main__":
    main()
