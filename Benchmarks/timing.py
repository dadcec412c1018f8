"""Runs commands, one after the other, and keeps what each round took."""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from typing import Callable

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
# No round is begun after this many seconds, once there are three: some yardsticks are slow.
SECONDS_FOR_ALL_ROUNDS = 60
FEWEST_ROUNDS = min(3, ROUNDS)


@dataclass
class Command:
    """What is run, and the wall seconds of each round."""
    name: str
    words: list
    before: Callable = lambda: None     # runs ahead of each round, outside the clock
    seconds: list = field(default_factory=list)
    output: str = ""                    # of the last round, as is the next
    processor: tuple = (0, 0)           # seconds in the program and in the kernel, over all threads

    def run(self, cores: set) -> float:
        """Spawns, waits, and returns the wall time of the whole process."""
        self.before()
        with tempfile.TemporaryFile() as printed:
            redirect = [(os.POSIX_SPAWN_DUP2, printed.fileno(), 1), (os.POSIX_SPAWN_DUP2, printed.fileno(), 2)]
            mine = os.sched_getaffinity(0)
            os.sched_setaffinity(0, cores)      # what taskset does; the child inherits it
            start = time.perf_counter()
            child = os.posix_spawnp(self.words[0], self.words, os.environ, file_actions=redirect)
            _, status, usage = os.wait4(child, 0)
            seconds = time.perf_counter() - start
            os.sched_setaffinity(0, mine)
            self.processor = usage.ru_utime, usage.ru_stime
            printed.seek(0)
            self.output = printed.read().decode(errors="replace")
        require_success(self.words, os.waitstatus_to_exitcode(status), self.output)
        return seconds

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def shown(self) -> str:
        digits = 1 if self.median >= 10 else 3 if self.median >= 0.1 else 4
        rounds = "" if len(self.seconds) == ROUNDS else f", {len(self.seconds)} rounds"
        return f"{self.median:.{digits}f} s ({min(self.seconds):.{digits}f}–{max(self.seconds):.{digits}f}{rounds})"

    def number(self, label: str) -> float:
        """The number behind a label in what the last round printed, as in `files 20037`."""
        return float(re.search(rf"\b{label} ([\d.]+)", self.output)[1])


def require_success(words: list, code: int, output: str):
    if code != 0:
        shown = " ".join(words[:8]) + (" …" if len(words) > 8 else "")
        sys.exit(f"compare.py: {shown} ended with {code}:\n{output[:4000]}")


def interleave(cores: set, *commands: Command):
    """Runs all in turn (A B A B ...); leaves the seconds of all rounds but the first, which warms up."""
    print("timing", " / ".join(command.name for command in commands), f"({len(cores)})", file=sys.stderr)
    for command in commands:
        command.run(cores)
    start = time.perf_counter()
    for number in range(ROUNDS):
        if number >= FEWEST_ROUNDS and time.perf_counter() - start > SECONDS_FOR_ALL_ROUNDS:
            break
        for command in commands:
            command.seconds.append(command.run(cores))


def peak_bytes(command: Command, cores: set) -> int:
    """The largest resident set of one run. A child's own ru_maxrss would begin at that of this
    process, so the small /usr/bin/time stands in between."""
    command.before()
    with tempfile.NamedTemporaryFile("r") as figure:
        done = subprocess.run(
            ["/usr/bin/time", "-f", "%M", "-o", figure.name, *command.words], capture_output=True, text=True,
            errors="replace", preexec_fn=lambda: os.sched_setaffinity(0, cores))
        require_success(command.words, done.returncode, done.stdout + done.stderr)
        return int(figure.read()) * 1024
