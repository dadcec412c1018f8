#!/usr/bin/env python3
"""Times `emergency` against its yardsticks and prints Markdown tables.

compare.py EMERGENCY SCRATCH: the program, and a folder in which run.sh has put the compiled
yardsticks and the generated plans (plans, sample). Started in the repository by run.sh, which says
what can be changed by environment. The commands of a comparison run in turn (A B A B ...) on the
same cores; the first round only warms up. A command that fails ends everything; a missed goal does
not, and neither does a yardstick that is not there: it is named below the tables.
"""

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

import growth
from table import HEAD, faster, paired, row, within
from timing import FEWEST_ROUNDS, ROUNDS, Command, interleave, peak_bytes

HERE = Path(__file__).resolve().parent
emergency, scratch = sys.argv[1], Path(sys.argv[2])
plans, sample = str(scratch / "plans"), str(scratch / "sample")
available = sorted(os.sched_getaffinity(0))
one, two = set(available[:1]), set(available[:2])

# No run may find what the user's own runs have left, or leave anything there.
cache = scratch / "cache"
os.environ["XDG_CACHE_HOME"] = str(cache)
has_cache = "--no-cache" in subprocess.run([emergency, "check", "--help"], capture_output=True, text=True).stdout

rows, left_out = [], []


def check(folder: str = plans) -> Command:
    words = [emergency, "check", *(["--no-cache"] if has_cache else []), "--plans", folder]
    return Command("`check --no-cache`" if has_cache else "`check`", words)


def c_loop(threads: int) -> Command:
    name = "C loop over libyaml" + (f", {threads} threads" if threads > 1 else "")
    return Command(name, [str(scratch / "yaml_loop"), plans, str(threads)])


def machine() -> str:
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    system = re.search(r'PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text())
    return (f"{os.cpu_count()} cores, {cpu[1] if cpu else platform.processor()}, "
            f"{system[1] if system else platform.system()}, Linux {platform.release()}, load {os.getloadavg()[0]:.2f}")


def against_libyaml() -> tuple[int, int]:
    """Reading to a marked tree, and the whole check, against parsing that keeps nothing.
    Returns how many files there are, and their bytes."""
    floor = c_loop(1)
    floor.run(one)
    files, size = int(floor.number("files")), int(floor.number("bytes"))

    def speed(command: Command) -> str:
        return f"{size / 1e6 / command.median:.1f} MB/s"

    tree = os.environ.get("BENCH_TREE") or str(Path(emergency).with_name("tree-bench"))
    if os.access(tree, os.X_OK):
        ours, theirs = Command("tree-bench", [tree, plans]), c_loop(1)
        interleave(one, ours, theirs)
        if str(files) not in re.findall(r"\d+", ours.output):
            sys.exit(f"compare.py: {tree} does not say that it read {files} files, but: {ours.output[:400]}")
        share = theirs.median / ours.median
        rows.append(row(f"reading to a marked tree, {speed(ours)}", 1, ours.shown,
                        f"{theirs.name}, {speed(theirs)}: {theirs.shown}", f"{share:.2f} of its speed", "≥ 0.8",
                        share >= 0.8))
    else:
        left_out.append(f"reading to a marked tree: there is no program {tree} (BENCH_TREE names another)")

    for cores, threads in [(one, 1), (two, 1), (two, 2)] if len(two) == 2 else [(one, 1)]:
        ours, theirs = check(), c_loop(threads)
        interleave(cores, ours, theirs)
        rows.append(within(f"{ours.name}, {speed(ours)}", cores, ours, theirs, 1.6 if cores == two else None,
                           about=f", {speed(theirs)}"))
    return files, size


def against_pyyaml():
    for cores in [one, two] if len(two) == 2 else [one]:
        ours = check()
        theirs = Command("PyYAML C loader", [sys.executable, str(HERE / "load_pyyaml.py"), plans])
        interleave(cores, ours, theirs)
        rows.append(faster(f"{ours.name} against merely loading", cores, ours, theirs, 12))


def against_checkers(files: int):
    """These take minutes over all plans, so both sides run over a sample of them; the time for all
    is reckoned from it."""
    tools = Path(os.environ.get("BENCH_VENV", "")) / "bin"
    enterprises = sorted(str(path) for path in Path(sample).glob("sub-districts/*/enterprises/*.yaml"))
    everything = len(list(Path(sample).rglob("*.yaml")))

    def compare(name: str, words: list, count: int):
        ours, theirs = check(sample), Command(name, words)
        interleave(two, ours, theirs)
        each = theirs.median / count
        rows.append(faster(
            f"{ours.name} of a sample of {everything} files", two, ours, theirs, 100,
            about=f" for {count} files, {each * 1e3:.1f} ms a file; all {files} would take {each * files:.0f} s"))

    if not os.access(tools / "yamllint", os.X_OK):
        left_out.append("yamllint and check-jsonschema: not in the folder that BENCH_VENV names "
                        "(`make bench` puts them there)")
        return
    # Relaxed, because by default it finds lines too long, which is a matter of taste.
    compare("yamllint", [str(tools / "yamllint"), "-d", "relaxed", "--no-warnings", sample], everything)

    schema = scratch / "enterprise.schema.json"
    made = subprocess.run([emergency, "schema", "enterprise"], capture_output=True, text=True)
    if made.returncode != 0:
        reason = (made.stderr.strip() or made.stdout.strip()).split("\n")[0]
        left_out.append(f"check-jsonschema: `emergency schema enterprise` gives no schema ({reason})")
        return
    schema.write_text(made.stdout, encoding="utf-8")
    words = [str(tools / "check-jsonschema"), "--schemafile", str(schema)]
    trial = subprocess.run([*words, enterprises[0]], capture_output=True, text=True)
    if trial.returncode != 0:
        reason = " ".join((trial.stdout + trial.stderr).split())[:300]
        left_out.append(f"check-jsonschema: it does not take the first plan by that schema ({reason})")
        return
    compare("check-jsonschema", [*words, *enterprises], len(enterprises))


class Editor:
    """Changes one number in one plan, each time to one that was never there: a cache keyed by
    content knows the earlier ones."""

    def __init__(self, path: Path):
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        self.times = 0

    def edit(self):
        self.times += 1
        change = lambda found: f"normal: {int(found[1]) + self.times} kWh/d"
        text, found = re.subn(r"normal: (\d+) kWh/d", change, self.text, count=1)
        if found == 0:
            sys.exit(f"compare.py: there is no number to edit in {self.path}")
        self.path.write_text(text, encoding="utf-8")
        os.sync()

    def restore(self):
        self.path.write_text(self.text, encoding="utf-8")


def with_cache():
    """A first check that fills the cache, a second without a change, a third after one edit."""
    if not has_cache:
        left_out.append("check with a cache, and after one edit: this `emergency check` has no --no-cache, so no cache")
        return
    size = []

    def empty():
        shutil.rmtree(cache, ignore_errors=True)
        cache.mkdir()

    def settle():       # what the first run wrote must not go to the disk during the next
        os.sync()
        size.append(sum(path.stat().st_size for path in cache.rglob("*") if path.is_file()))

    editor = Editor(min(Path(plans).glob("sub-districts/*/enterprises/*.yaml")))
    words = [emergency, "check", "--plans", plans]
    without = check()
    first = Command("`check`, the first, fills the cache", words, before=empty)
    second = Command("`check`, the second, nothing changed", words, before=settle)
    edited = Command("`check` after one edit", words, before=editor.edit)
    reading = Command("merely reading the files, 2 threads", [str(scratch / "read_files"), plans, "2"])
    interleave(two, without, first, second, edited, reading)
    editor.restore()
    empty()
    rows.append(within(f"{first.name} ({size[-1] / 1e6:.1f} MB)", two, first, without))
    rows.append(within(second.name, two, second, reading))
    rows.append(within(edited.name, two, edited, reading, 2))
    rows.append(row(edited.name, len(two), edited.shown, f"the first: {first.shown}",
                    f"{edited.median / first.median:.2f} of the first; {paired(first, edited)} faster"))


def activating():
    ours = Command("`activate`", [
        emergency, "activate", "--level", "orange", "--effective", "2026-11-24 18:00",
        "--plans", "Plans", "--responses", str(scratch / "responses"), "--replace"])
    theirs = Command("git status", ["git", "status"])
    interleave(two, ours, theirs)
    rows.append(within("`activate` on `Plans/`", two, ours, theirs, 20))


def memory(size: int):
    command = check()
    peak = peak_bytes(command, two)
    rows.append(row(f"{command.name}, peak memory", len(two), f"{peak / 1e6:.0f} MB", f"the text: {size / 1e6:.1f} MB",
                    f"{peak / size:.2f}×", "< 6×", peak < 6 * size))


def main():
    machine_line = machine()
    files, size = against_libyaml()
    against_pyyaml()
    against_checkers(files)
    with_cache()
    activating()
    memory(size)
    growth_lines = []
    if os.environ.get("BENCH_GROWTH", "1") == "0":
        left_out.append("growth from 1,000 to 100,000 plans: BENCH_GROWTH is 0")
    else:
        goal, growth_lines, lacking = growth.report(scratch, check, two)
        rows.extend([goal] if goal else [])
        left_out.extend(lacking)

    few = f", fewer but at least {FEWEST_ROUNDS} where a row says so" if ROUNDS > FEWEST_ROUNDS else ""
    print(f"{files} files, {size / 1e6:.1f} MB; medians of {ROUNDS} rounds{few}, after one to warm up (min–max); "
          "wall time of the whole process; page cache warm; 1 MB = 10⁶ bytes.")
    print(f"Machine: {machine_line}.\n")
    print(HEAD)
    print("\n".join(rows))
    if growth_lines:
        print("\n" + "\n".join(growth_lines))
    if left_out:
        print("\nLeft out:\n\n" + "\n".join(f"- {line}" for line in left_out))


main()
