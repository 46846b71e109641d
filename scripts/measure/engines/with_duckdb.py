"""DuckDB keeps the records in a Parquet file and hands them on as lines."""
import subprocess
import sys

import duckdb

records, out = sys.argv[1:]
table = duckdb.connect()
table.execute(
    "COPY (SELECT line FROM read_csv(?, columns={'line': 'VARCHAR'}, header=false, delim='\\x01', quote='', "
    "escape='', max_line_size=16777216, parallel=false)) TO 'records.parquet' (FORMAT parquet)",
    [records],
)
with open(out, "wb") as file:
    process = subprocess.Popen(["licet", "batch"], stdin=subprocess.PIPE, stdout=file)
    rows = table.execute("SELECT line FROM 'records.parquet'")
    while batch := rows.fetchmany(1000):
        for (line,) in batch:
            process.stdin.write(line.encode() + b"\n")
    process.stdin.close()
    if process.wait() != 0:
        raise SystemExit(f"licet batch ended with {process.returncode}")
