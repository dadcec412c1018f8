#!/usr/bin/env python3
"""Times `emergency diff` against `git diff --stat` on the same range and prints a Markdown table.

diff.py [EMERGENCY]: a repository of generated plans (BENCH_PLANS, 20000) of which 200 differ in one commit, in a
temporary folder. The commands of a comparison run in turn (A B A B ...) on the same two cores. With an empty cache,
with one that knows the earlier revision only, with one that knows both, and the files on disk with 200 changes that
are not committed. What is printed with and without what is remembered is compared too.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from table import HEAD, within
from timing import ROUNDS, Command, interleave

HERE = Path(__file__).resolve().parent
emergency = str(Path(sys.argv[1] if len(sys.argv) > 1 else HERE.parent / ".build/release/emergency").resolve())
COUNT, CHANGED = int(os.environ.get("BENCH_PLANS", "20000")), 200
DAY = ["--on", "2026-11-24"]
cores = set(sorted(os.sched_getaffinity(0))[:2])


def git(*words: str):
    settings = ["gc.auto=0", "user.name=bench", "user.email=bench@example.invalid"]
    subprocess.run(["git", *(word for setting in settings for word in ("-c", setting)), *words], check=True,
                   stdout=subprocess.DEVNULL)


def edit(times: int):
    """Changes a measure, or an emission, of every hundredth plan or so."""
    plans = sorted(Path("Plans").rglob("示例*[0-9].yaml"))
    for path in plans[::max(1, len(plans) // CHANGED)][:CHANGED]:
        text = path.read_text(encoding="utf-8")
        more = re.sub(r"by: (\d+) %", lambda found: f"by: {min(99, int(found[1]) + times)} %", text, count=1)
        if more == text:
            more = re.sub(r"(normal: )(\d+)", lambda found: f"{found[1]}{int(found[2]) + times}", text, count=1)
        if more == text:
            sys.exit(f"diff.py: there is nothing to edit in {path}")
        path.write_text(more, encoding="utf-8")


def measure(scratch: Path):
    cache, kept = scratch / "cache", scratch / "kept"
    os.environ["XDG_CACHE_HOME"] = str(cache)
    os.chdir(scratch)
    subprocess.run([sys.executable, HERE / "generate_plans.py", "Plans", str(COUNT)], check=True,
                   stdout=subprocess.DEVNULL)
    git("init", "-q")
    git("add", "Plans")
    git("commit", "-qm", "one")
    edit(1)
    git("commit", "-qam", "two")
    git("gc", "-q")

    def empty():
        shutil.rmtree(cache, ignore_errors=True)
        cache.mkdir()

    def known(*revisions: str):
        """What is remembered after a comparison of these."""
        empty()
        subprocess.run([emergency, "diff", *DAY, *revisions], check=True, stdout=subprocess.DEVNULL)
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(cache, kept)

    def restore():
        shutil.rmtree(cache, ignore_errors=True)
        shutil.copytree(kept, cache)

    def compare(what: str, before, *revisions: str):
        ours = Command("emergency diff", [emergency, "diff", *DAY, *revisions], before=before)
        theirs = Command("git diff --stat", ["git", "diff", "--stat", *revisions])
        interleave(cores, ours, theirs)
        plain = subprocess.run([emergency, "diff", *DAY, "--no-cache", *revisions], capture_output=True, text=True)
        if plain.stdout != ours.output:
            sys.exit(f"diff.py: {what}: with what is remembered it prints otherwise")
        rows.append(within(what, cores, ours, theirs, 3))

    rows = []
    compare("`diff` of two commits, nothing remembered", empty, "HEAD~1", "HEAD")
    known("HEAD~1", "HEAD~1")
    compare("`diff` of two commits, the earlier remembered", restore, "HEAD~1", "HEAD")
    known("HEAD~1", "HEAD")
    compare("`diff` of two commits, both remembered", restore, "HEAD~1", "HEAD")
    edit(2)
    compare("`diff` of files on disk, HEAD remembered", restore)
    print(f"{COUNT} plans, {CHANGED} of them changed; medians of {ROUNDS} rounds (min–max), whole processes.\n")
    print(HEAD)
    print("\n".join(rows))


with tempfile.TemporaryDirectory() as folder:
    measure(Path(folder))
