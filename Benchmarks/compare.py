#!/usr/bin/env python3
"""Times `emergency` against its yardsticks and prints a Markdown table.

compare.py EMERGENCY LOOP PLANS OUT [ROUNDS]: the program, the compiled yaml_loop.c, the generated
plan folder, a folder to write responses to. Started in the repository by run.sh. The two of a
pairing run in turn (A B A B ...) on the same cores; the first round only warms up. A command that
fails ends everything; a missed goal does not.
"""

import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
emergency, loop, plans, out = sys.argv[1:5]
rounds = int(sys.argv[5]) if len(sys.argv) > 5 else 5


@dataclass
class Command:
    """What is run, and the wall seconds of each round."""
    name: str
    words: list
    seconds: list = field(default_factory=list)
    output: str = ""

    def run(self, cores: set) -> float:
        """Spawns, waits, and returns the wall time of the whole process."""
        with tempfile.TemporaryFile() as printed:
            redirect = [(os.POSIX_SPAWN_DUP2, printed.fileno(), 1), (os.POSIX_SPAWN_DUP2, printed.fileno(), 2)]
            mine = os.sched_getaffinity(0)
            os.sched_setaffinity(0, cores)      # what taskset does; the child inherits it
            start = time.perf_counter()
            child = os.posix_spawnp(self.words[0], self.words, os.environ, file_actions=redirect)
            _, status, _ = os.wait4(child, 0)
            seconds = time.perf_counter() - start
            os.sched_setaffinity(0, mine)
            printed.seek(0)
            self.output = printed.read().decode(errors="replace")
        code = os.waitstatus_to_exitcode(status)
        if code != 0:
            sys.exit(f"compare.py: {' '.join(self.words)} ended with {code}:\n{self.output[:4000]}")
        return seconds

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def shown(self) -> str:
        digits = 3 if self.median >= 0.1 else 4
        return f"{self.median:.{digits}f} s ({min(self.seconds):.{digits}f}–{max(self.seconds):.{digits}f})"


def interleave(left: Command, right: Command, cores: set):
    """Runs both in turn; leaves the seconds of all rounds but the first."""
    for number in range(rounds + 1):
        for command in (left, right):
            seconds = command.run(cores)
            if number > 0:
                command.seconds.append(seconds)


def check() -> Command:
    return Command("emergency check", [emergency, "check", "--plans", plans])


def peak_kilobytes(command: Command) -> tuple:
    """The largest resident set of one run, and what measured it."""
    timer = "/usr/bin/time"
    if os.access(timer, os.X_OK):
        done = subprocess.run([timer, "-v", *command.words], capture_output=True, text=True)
        found = re.search(r"Maximum resident set size \(kbytes\): (\d+)", done.stderr)
        if done.returncode == 0 and found:
            return int(found[1]), "time -v"
        if done.returncode != 0:
            sys.exit(f"compare.py: {' '.join(command.words)} ended with {done.returncode}:\n{done.stderr[:4000]}")
    child = os.posix_spawnp(command.words[0], command.words, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        sys.exit(f"compare.py: {' '.join(command.words)} failed")
    return usage.ru_maxrss, "ru_maxrss"


def machine() -> str:
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    system = re.search(r'PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text())
    return (f"{os.cpu_count()} cores, {cpu[1] if cpu else platform.processor()}, "
            f"{system[1] if system else platform.system()}, Linux {platform.release()}, load {os.getloadavg()[0]:.2f}")


def ratio_row(what: str, cores: set, ours: Command, theirs: Command, goal: float, slower_allowed: bool = False) -> str:
    """How often ours fits into theirs; or, where ours may be slower, how many of theirs it takes."""
    top, bottom = (ours, theirs) if slower_allowed else (theirs, ours)
    ratio = top.median / bottom.median
    each = [a / b for a, b in zip(top.seconds, bottom.seconds)]
    met = ratio <= goal if slower_allowed else ratio >= goal
    return (f"| {what} | {len(cores)} | {ours.shown} | {theirs.name}: {theirs.shown} | "
            f"{ratio:.1f}× ({min(each):.1f}–{max(each):.1f}) | {'≤' if slower_allowed else '≥'} {goal:g}× | "
            f"{'yes' if met else '**no**'} |")


def main():
    available = sorted(os.sched_getaffinity(0))
    one, two = set(available[:1]), set(available[:2])
    machine_line = machine()
    rows = []

    for cores in [one, two] if len(two) == 2 else [one]:
        ours = check()
        theirs = Command("PyYAML C loader", [sys.executable, str(HERE / "load_pyyaml.py"), plans])
        interleave(ours, theirs, cores)
        rows.append(ratio_row("`check` against merely loading", cores, ours, theirs, 10))

    ours, theirs = check(), Command("C loop over libyaml", [loop, plans])
    interleave(ours, theirs, one)
    files, size = (int(n) for n in re.search(r"files (\d+) bytes (\d+)", theirs.output).groups())
    parse = size / 1e6 / float(re.search(r"MB/s ([\d.]+)", theirs.output)[1])
    speed, floor = size / 1e6 / ours.median, size / 1e6 / theirs.median
    rows.append(f"| `check`, {speed:.1f} MB/s | {len(one)} | {ours.shown} | {theirs.name}, {floor:.1f} MB/s "
                f"({size / 1e6 / parse:.1f} the parse alone): {theirs.shown} | {speed / floor:.2f} of its speed | – | – |")

    ours = Command("emergency activate", [
        emergency, "activate", "--level", "orange", "--effective", "2026-11-24 18:00",
        "--plans", "Plans", "--responses", out, "--replace"])
    theirs = Command("git status", ["git", "status"])
    interleave(ours, theirs, two)
    rows.append(ratio_row("`activate` on `Plans/`", two, ours, theirs, 20, slower_allowed=True))

    peak, source = peak_kilobytes(check())
    rows.append(f"| `check`, peak memory ({source}) | {len(available)} | {peak * 1024 / 1e6:.0f} MB | the text: {size / 1e6:.1f} MB | "
                f"{peak * 1024 / size:.1f}× | – | – |")

    print(f"{files} files, {size / 1e6:.1f} MB; medians of {rounds} rounds after one to warm up (min–max); "
          "wall time of the whole process; 1 MB = 10⁶ bytes.")
    print(f"Machine: {machine_line}.\n")
    print("| what | cores | emergency | yardstick | ratio | goal | met |")
    print("|---|---|---|---|---|---|---|")
    print("\n".join(rows))


main()
