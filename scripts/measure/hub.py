"""
Runs every command of docs/hub.md that a Hub on this machine can answer, with the real client: what is
linted before an upload, the upload, what is linted afterwards, the cache that `--hub-cache` reads, an
organization, and the webhook that starts a Job. It prints what came out, and fails where that is not as
the page says. Nothing leaves the machine.

    python3 -m venv venv && venv/bin/pip install huggingface_hub
    PATH=$PWD/venv/bin:$PATH venv/bin/python scripts/measure/hub.py

It needs `dist/` (npm run build), Node, and `hf` of huggingface_hub 2.0 or newer on the PATH.
"""

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from huggingface_hub import HfApi

CHECKOUT = Path(__file__).resolve().parents[2]
BASE = "---\nlicense: llama3.1\n---\n# Base\n"
BAD = "---\nlicense: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Tide\n"
GOOD = "---\nlicense: mit\n---\n# Tide\n\nTrained from scratch.\n"

repos = {"acme/Base-8B": {"README.md": BASE.encode()}}
webhooks = []


def sha(name):
    """The commit of a repository: another one for other files, since licet keeps what it read of a commit."""
    return hashlib.sha1(repr(sorted(repos[name].items())).encode()).hexdigest()


class Hub(BaseHTTPRequestHandler):
    """As much of the Hub as the client asks for here."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, body, status=200, headers=()):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in [("Content-Length", str(len(data))), *headers]:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def record(self, name):
        files = repos[name]
        text = files.get("README.md", b"").decode()
        meta = dict(re.findall(r"^(license|base_model): (\S+)$", text, re.M))
        siblings = [{"rfilename": path} for path in sorted(files)]
        return {"_id": name, "id": name, "modelId": name, "sha": sha(name), "private": False, "gated": False,
                "tags": [], "downloads": 0, "likes": 0, "cardData": meta, "siblings": siblings,
                "lastModified": "2026-11-30T00:00:00.000Z"}

    def do_GET(self):
        path = self.path.split("?")[0]
        if path == "/api/whoami-v2":
            return self.answer({"type": "user", "name": "kim", "orgs": [{"name": "acme"}], "auth": {}})
        if path == "/api/models":
            author = re.search(r"author=([\w-]+)", self.path)
            owner = author[1] + "/" if author else ""
            return self.answer([self.record(name) for name in sorted(repos) if name.startswith(owner)])
        api = re.fullmatch(r"/api/models/([\w.-]+/[\w.-]+)(/revision/[\w.-]+|/tree/[\w.-]+)?", path)
        if api and api[1] in repos:
            if (api[2] or "").startswith("/tree"):
                return self.answer([{"type": "file", "path": p, "size": len(b), "oid": sha(api[1])}
                                    for p, b in sorted(repos[api[1]].items())])
            return self.answer(self.record(api[1]))
        file = re.fullmatch(r"/([\w.-]+/[\w.-]+)/resolve/[\w.-]+/(.+)", path)
        if file and file[2] in repos.get(file[1], {}):
            body = repos[file[1]][file[2]]
            return self.answer(body, headers=[("ETag", f'"{len(body)}"'), ("X-Repo-Commit", sha(file[1]))])
        code = "EntryNotFound" if file and file[1] in repos else "RepoNotFound"
        return self.answer({"error": code}, 404, [("X-Error-Code", code)])

    do_HEAD = do_GET

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/api/repos/create":
            said = json.loads(body)
            owner = said.get("organization") or "kim"
            name = said["name"] if "/" in said["name"] else f"{owner}/{said['name']}"
            repos.setdefault(name, {})
            return self.answer({"url": f"{ENDPOINT}/{name}", "id": name, "name": name})
        if self.path == "/api/settings/webhooks":
            webhooks.append(json.loads(body))
            return self.answer({"webhook": {"id": "1", "disabled": False, "secret": None,
                                            "job": {"spec": {}}, **webhooks[-1]}})
        if self.path == "/api/validate-yaml":
            return self.answer({"errors": [], "warnings": []})
        pre = re.fullmatch(r"/api/models/(.+)/preupload/\w+", self.path.split("?")[0])
        if pre:
            files = json.loads(body)["files"]
            return self.answer({"files": [{"path": f["path"], "uploadMode": "regular", "shouldIgnore": False}
                                          for f in files]})
        commit = re.fullmatch(r"/api/models/(.+)/commit/\w+", self.path.split("?")[0])
        if commit:
            for line in map(json.loads, body.decode().splitlines()):
                if line["key"] == "file":
                    repos[commit[1]][line["value"]["path"]] = base64.b64decode(line["value"]["content"])
            made = sha(commit[1])
            url = f"{ENDPOINT}/{commit[1]}/commit/{made}"
            return self.answer({"commitUrl": url, "commitOid": made, "success": True})
        return self.answer({"error": f"not played: {self.path}"}, 404)


def main():
    failures = []
    page = (CHECKOUT / "docs/hub.md").read_text().replace("\\\n  ", "")

    def run(what, command, cwd, code, *words):
        done = subprocess.run(
            command, shell=True, cwd=cwd, env=env, capture_output=True, text=True, timeout=300
        )
        if command not in page:
            failures.append(f"docs/hub.md has no such command: {command}")
        printed = done.stdout + done.stderr
        right = done.returncode == code and all(word in printed for word in words)
        print(f"{'ok  ' if right else 'FAIL'}  {what}: $ {command} -> {done.returncode}")
        if not right:
            failures.append(what)
            print(printed)

    with tempfile.TemporaryDirectory() as work:
        bin_, tide, mine = Path(work, "bin"), Path(work, "Tide"), Path(work, "Flow-8B")
        for folder in (bin_, tide, mine):
            folder.mkdir()
        (bin_ / "licet").symlink_to(CHECKOUT / "dist" / "licet.cjs")
        env = {**os.environ, "HF_ENDPOINT": ENDPOINT, "HF_TOKEN": "hf_good",
               "HF_HOME": str(Path(work, "home")), "HF_HUB_DISABLE_XET": "1",
               "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}"}
        env.pop("HF_HUB_CACHE", None)
        gate = "licet . --name acme/Tide && hf upload acme/Tide ."
        (tide / "README.md").write_text(BAD)
        run("a card with an error is not uploaded", gate, tide, 1, "incompatible-license")
        if "acme/Tide" in repos:
            failures.append("nothing was to be uploaded")
        (tide / "README.md").write_text(GOOD)
        run("a clean one is", gate, tide, 0)
        if repos.get("acme/Tide", {}).get("README.md") != GOOD.encode():
            failures.append("the upload did not arrive")
        code = re.search(r"```python\n(import sys.*?)```", page, re.S)[1]
        site = Path(work, "site", "licet")
        shutil.copytree(CHECKOUT / "python" / "licet", site)
        (site / "package").symlink_to(CHECKOUT)
        env["PYTHONPATH"] = str(site.parent)
        for text, status in (BAD, 1), (GOOD, 0):
            repos.pop("acme/Flow", None)
            (tide / "README.md").write_text(text)
            HfApi(endpoint=ENDPOINT, token="hf_good").create_repo("acme/Flow")
            done = subprocess.run([sys.executable, "-c", code, str(tide), "acme/Flow"], env=env)
            there = "README.md" in repos["acme/Flow"]
            if done.returncode != status or there != (status == 0):
                failures.append(f"the script of the page: status {done.returncode}, uploaded: {there}")
        run("what was uploaded is linted", "licet hf:acme/Tide", tide, 0)
        run("what lies in a cache counts", "hf download acme/Base-8B README.md", mine, 0)
        (mine / "README.md").write_text("---\nlicense: mit\nbase_model: acme/Base-8B\n---\n# Flow\n")
        run("with a cache its base is known", "licet . --hub-cache", mine, 1, "llama3.1")
        repos["acme/Tide"]["README.md"] = BAD.encode()
        all_ = "hf models ls --author acme --quiet | sed 's/^/hf:/' | xargs licet --format compact"
        run("all of an organization", all_, work, 123, "incompatible-license")
        job = re.search(r"sh -c '(.*?)'", page)[1]
        # npx would fetch what lies here.
        (bin_ / "npx").write_text('#!/bin/sh\nshift 2\nexec licet "$@"\n')
        (bin_ / "npx").chmod(0o755)
        env.update(WEBHOOK_REPO_TYPE="model", WEBHOOK_REPO_ID="acme/Tide")
        run("what the Job runs", job, work, 1, "incompatible-license")
        env["WEBHOOK_REPO_TYPE"] = "dataset"
        run("and leaves alone", job, work, 0)
        webhook = "hf webhooks create --watch org:acme --domain repo --job-id 687f911eaea852de79c4a50a"
        run("the webhook", webhook, work, 0)
        print("sent:", json.dumps(webhooks))
    for failure in failures:
        print("failed:", failure)
    return 1 if failures else 0


server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
ENDPOINT = f"http://127.0.0.1:{server.server_port}"
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.exit(main())
