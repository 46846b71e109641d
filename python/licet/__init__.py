"""licet, the license linter for AI model repositories, from Python."""

import json
import subprocess

from licet.node import command

__all__ = ["LicetError", "run"]


class LicetError(Exception):
    """licet could not run: a wrong argument, a file that cannot be read, no Node. The text says what to do."""


def run(args, **options):
    """Lint, and give the report that ``licet --format json`` prints, as a dict.

    ``args`` are those of the command line, such as ``["models/chat", "--preset", "publish"]``; ``options`` go
    to :func:`subprocess.run` (``cwd``, ``env``, ``timeout``). Findings are no error: they stand in the report.
    Raises :class:`LicetError` where licet ends with status 2.
    """
    try:
        words = command(["--format", "json", *args])
    except FileNotFoundError as error:
        raise LicetError(str(error)) from None
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    if done.returncode not in (0, 1):
        raise LicetError(done.stderr.decode("utf-8", "replace").strip())
    return json.loads(done.stdout.decode("utf-8"))
