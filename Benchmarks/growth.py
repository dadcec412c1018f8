"""How time and memory of `check` grow with the number of plans."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from table import row
from timing import Command, interleave, peak_bytes

HERE = Path(__file__).resolve().parent
SIZES = (1_000, 10_000, 100_000)
# A plan of 4 KB takes up to two blocks of a disk.
DISK_PER_PLAN = 9_000


@dataclass
class Size:
    """One number of plans: their text, the runs over them, and the peak of one run."""
    plans: int
    bytes: int
    command: Command
    peak: int

    def per_plan(self, start_up: float) -> float:
        return (self.command.median - start_up) / self.plans


def text_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*.yaml"))


def fitting(scratch: Path) -> tuple[list, str | None]:
    """The sizes there is room for, and what was made smaller and why."""
    disk = os.statvfs(scratch)
    room = int(disk.f_bavail * disk.f_frsize * 0.8) // DISK_PER_PLAN
    if disk.f_files:                                            # some file systems count no inodes
        room = min(room, int(disk.f_favail * 0.8))
    largest = min(SIZES[-1], room // 1_000 * 1_000)
    if largest == SIZES[-1]:
        return list(SIZES), None
    sizes = [size for size in SIZES if size < largest] + ([largest] if largest >= SIZES[0] else [])
    return sizes, (f"growth up to {SIZES[-1]:,} plans: the temporary folder has room for {largest:,} "
                   "(TMPDIR names another)")


def measure(scratch: Path, plans: int, check: Callable, cores: set) -> Size:
    folder = scratch / f"growth-{plans}"
    made = subprocess.run([sys.executable, HERE / "generate_plans.py", folder, str(plans)], stdout=sys.stderr)
    if made.returncode != 0:
        sys.exit(f"compare.py: could not generate {plans} plans")
    command = check(str(folder))
    command.name += f" of {plans:,} plans"
    interleave(cores, command)                                  # the first round reads the files into memory
    size = Size(plans, text_bytes(folder), command, peak_bytes(command, cores))
    shutil.rmtree(folder)
    return size


def report(scratch: Path, check: Callable, cores: set) -> tuple[str, list, list]:
    """One row for the table of goals, the lines of a table of its own, and what was left out."""
    counts, lacking = fitting(scratch)
    left_out = [lacking] if lacking else []
    if len(counts) < 2:
        return "", [], left_out
    # Start-up is what a run takes over the files that every folder has, without an enterprise.
    start_up = measure(scratch, 0, check, cores).command.median
    sizes = [measure(scratch, count, check, cores) for count in counts]
    lines = [f"Growth of `check` on {len(cores)} cores; time per plan without the start-up of {start_up * 1e3:.1f} ms "
             "(the same folder without enterprises):\n",
             "| plans | text | time | per plan | processor per plan, program + kernel | peak memory | "
             "peak / text | peak per plan |",
             "|---|---|---|---|---|---|---|---|"]
    for size in sizes:
        program, kernel = (seconds / size.plans * 1e6 for seconds in size.command.processor)
        lines.append(f"| {size.plans:,} | {size.bytes / 1e6:.1f} MB | {size.command.shown} | "
                     f"{size.per_plan(start_up) * 1e6:.1f} µs | {program:.0f} + {kernel:.0f} µs | {size.peak / 1e6:.0f} MB | "
                     f"{size.peak / size.bytes:.1f}× | {size.peak / size.plans / 1e3:.1f} KB |")
    first, last = sizes[0], sizes[-1]
    ratio = last.per_plan(start_up) / first.per_plan(start_up)
    goal = row(f"growth: time per plan at {last.plans:,} against {first.plans:,} plans, less start-up", len(cores),
               f"{last.per_plan(start_up) * 1e6:.1f} µs", f"{first.per_plan(start_up) * 1e6:.1f} µs", f"{ratio:.2f}×",
               "≤ 1.25×", ratio <= 1.25)
    return goal, lines, left_out
