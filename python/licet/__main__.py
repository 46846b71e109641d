"""``licet`` and ``python -m licet``: the command line, with the arguments, streams and exit status of its own."""

import os
import subprocess
import sys

from licet.node import command


def main():
    """Put Node in the place of this process; on Windows, which cannot, wait for it and pass its status on."""
    try:
        words = command(sys.argv[1:])
    except FileNotFoundError as error:
        print("licet: {}".format(error), file=sys.stderr)
        sys.exit(2)
    if os.name == "nt":
        sys.exit(waited_for(words))
    os.execv(words[0], words)


def waited_for(words):
    """The exit status of a program that gets Ctrl-C from the console as we do, and decides what it means."""
    running = subprocess.Popen(words)
    while True:
        try:
            return running.wait()
        except KeyboardInterrupt:
            continue


if __name__ == "__main__":
    main()
