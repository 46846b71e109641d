"""Ray Data holds one `licet batch` for each actor, which writes and reads it line by line."""
import subprocess
import sys

import ray


class Licet:
    def __init__(self):
        self.process = subprocess.Popen(["licet", "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(self, rows):
        answers = []
        for record in rows["record"]:
            self.process.stdin.write(record.encode() + b"\n")
            self.process.stdin.flush()
            answers.append(self.process.stdout.readline().decode())
        return {"nth": rows["nth"], "answer": answers}


records, out = sys.argv[1:]
ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
ray.data.DataContext.get_current().enable_progress_bars = False
with open(records, encoding="utf-8", newline="\n") as file:
    rows = [{"nth": nth, "record": line.rstrip("\n")} for nth, line in enumerate(file) if line.strip()]
answers = ray.data.from_items(rows).map_batches(Licet, batch_size=200, concurrency=1).take_all()
answers.sort(key=lambda row: row["nth"])
with open(out, "w", encoding="utf-8", newline="") as file:
    file.write("".join(row["answer"] for row in answers))
