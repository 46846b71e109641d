"""Dask reads the lines in blocks and pipes each block through `licet batch`."""
import subprocess
import sys

import dask
import dask.bag as db


def lint(lines):
    done = subprocess.run(["licet", "batch"], input="".join(lines).encode(), capture_output=True, check=True)
    return [done.stdout.decode()]


records, out = sys.argv[1:]
with dask.config.set(scheduler="threads", num_workers=2):
    blocks = db.read_text(records, blocksize="1MiB", encoding="utf-8").map_partitions(lint).compute()
with open(out, "w", encoding="utf-8", newline="") as file:
    file.write("".join(blocks))
