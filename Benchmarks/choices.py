#!/usr/bin/env python3
"""Chooses reserve options at least cost, by `choice-bench` and by its peers, and prints a Markdown table.

choices.py [SIZE...] [--seed N] [--options N] [--pollutants N] [--required PERCENT] [--limit SECONDS]
           [--only NAME...] [--bench PROGRAM] [--keep FOLDER]

SIZE is a number of production lines (500 and 5000 when left out; 50000 and 300000 are the large ones). Of each
line's options one at most is chosen, so that every pollutant's requirement is reached at the least sum of costs.
Every solver gets the same file, the same two cores and two threads, stops at a relative gap of 1e-4 or at the
limit (120 s), and runs in a process of its own. What it chooses is reckoned anew here in whole grams and whole
yuan; its own word counts for its bound only.

An instance is text, integers only: a line `groups options pollutants`; a line of the grams required a day, one a
pollutant; then a line a group with `cost grams...` for each of its options, cost in yuan a day.

Needs: Benchmarks/requirements.txt installed for the python3 that runs this.
"""

import argparse
import heapq
import importlib
import json
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
GAP = 1e-4
THREADS = 2
POLLUTANTS = ("SO2", "NOx", "PM", "VOCs")

# Trade: how frequent, what a unit of its cut costs beside the others', and for SO2, NOx, PM and VOCs how probable
# it is and how much of it there is beside the trade's main pollutant (1.0 and always there).
TRADES = [
    (5, 1.0, ((0.05, 0.02), (0.15, 0.08), (0.40, 0.03), (1.00, 1.00))),      # printing
    (5, 0.7, ((0.02, 0.02), (0.30, 0.10), (0.60, 0.12), (1.00, 1.00))),      # vehicle repair
    (4, 0.8, ((0.02, 0.02), (0.05, 0.05), (1.00, 1.00), (0.70, 0.90))),      # joinery
    (3, 1.3, ((0.40, 0.10), (1.00, 1.00), (0.50, 0.20), (0.60, 0.50))),      # food
    (3, 0.5, ((0.25, 0.12), (0.30, 0.35), (1.00, 1.00), (0.05, 0.05))),      # mortar and concrete
    (2, 1.6, ((0.70, 0.25), (1.00, 1.00), (0.60, 0.08), (0.10, 0.03))),      # boilers
]


@dataclass
class Instance:
    """What is required of each pollutant, and each group's options: a cost and the grams of each pollutant."""
    required: list
    groups: list

    def text(self) -> str:
        head = f"{len(self.groups)} {len(self.groups[0])} {len(self.required)}\n{' '.join(map(str, self.required))}\n"
        return head + "".join(
            " ".join(f"{cost} {' '.join(map(str, cuts))}" for cost, cuts in group) + "\n" for group in self.groups)


def generate(seed: int, groups: int, options: int = 3, pollutants: int = 4, required: int = 55) -> Instance:
    """The same arguments give the same instance everywhere.

    Emissions are lognormal with sigma 1.5, as a register of enterprises has it; a line's options cut from 30 % of
    them to all; costs grow with the 0.8th power of the size and faster than the cut. `required` is the percentage
    of the most that can be cut, the same for every pollutant.
    """
    if not (1 <= pollutants <= len(POLLUTANTS) and options >= 1 and groups >= 1 and 0 <= required <= 100):
        raise ValueError("out of range")
    chance = random.Random(seed)
    weights = [trade[0] for trade in TRADES]
    parts = [1.0] if options == 1 else [0.3 + 0.7 * i / (options - 1) for i in range(options)]
    if options == 3:
        parts = [0.3, 0.6, 1.0]
    made, most = [], [0] * pollutants
    while len(made) < groups:
        _, dear, shares = chance.choices(TRADES, weights)[0]
        size = chance.lognormvariate(math.log(3000), 1.5)
        emitted = [
            round(size * ratio * chance.lognormvariate(0, 0.4)) if chance.random() < probable else 0
            for probable, ratio in shares][:pollutants]
        noise = dear * chance.lognormvariate(0, 0.5)
        if not any(emitted):
            continue
        group = []
        for part in parts:
            cost = max(1, round(12 * size ** 0.8 * noise * part ** 1.6 * chance.uniform(0.9, 1.1)))
            group.append((cost, [int(grams * part) for grams in emitted]))
        made.append(group)
        most = [total + cut for total, cut in zip(most, group[-1][1])]
    return Instance([total * required // 100 for total in most], made)


def read(path: str) -> Instance:
    with open(path, encoding="ascii") as file:
        groups, options, pollutants = map(int, file.readline().split())
        required = list(map(int, file.readline().split()))
        made = []
        for line in file:
            numbers = list(map(int, line.split()))
            step = pollutants + 1
            if len(numbers) != options * step:
                raise ValueError(f"{path}: a group of {len(numbers)} numbers")
            made.append([(numbers[i], numbers[i + 1:i + step]) for i in range(0, len(numbers), step)])
    if len(required) != pollutants or len(made) != groups:
        raise ValueError(f"{path}: {len(made)} groups, {len(required)} requirements")
    return Instance(required, made)


# MARK: The judge

def evaluate(instance: Instance, chosen: list) -> tuple[int, int]:
    """The cost of what is chosen and how many requirements it reaches, in whole numbers.
    Raises ValueError where two options of one group are chosen, or one that is not there."""
    cost, cut, seen = 0, [0] * len(instance.required), set()
    for group, option in chosen:
        if group in seen:
            raise ValueError(f"two options of group {group}")
        if not (0 <= group < len(instance.groups) and 0 <= option < len(instance.groups[group])):
            raise ValueError(f"there is no option {option} of group {group}")
        seen.add(group)
        price, grams = instance.groups[group][option]
        cost += price
        cut = [total + gram for total, gram in zip(cut, grams)]
    return cost, sum(total >= least for total, least in zip(cut, instance.required))


# MARK: The peers, each in a process of its own

def greedy(instance: Instance, _limit: float) -> dict:
    """As EPA's CoST goes about it: for one pollutant after the other the cheapest grams first, until enough.
    Where a line already has an option, a stronger one counts by what it costs and cuts beyond that."""
    taken, cut = {}, [0] * len(instance.required)
    nothing = (0, [0] * len(instance.required))

    def offer(group: int, number: int):
        """The cheapest step for one line: yuan a gram more, the line, the option."""
        cost, grams = instance.groups[group][taken[group]] if group in taken else nothing
        steps = [((price - cost) / (more[number] - grams[number]), group, option)
                 for option, (price, more) in enumerate(instance.groups[group]) if more[number] > grams[number]]
        return min(steps, default=None)

    for number, least in enumerate(instance.required):
        steps = [step for step in (offer(group, number) for group in range(len(instance.groups))) if step]
        heapq.heapify(steps)
        while cut[number] < least and steps:
            _, group, option = heapq.heappop(steps)
            before = instance.groups[group][taken[group]][1] if group in taken else nothing[1]
            taken[group] = option
            cut = [total + new - old for total, new, old in zip(cut, instance.groups[group][option][1], before)]
            if step := offer(group, number):
                heapq.heappush(steps, step)
    return {"bound": None, "chosen": sorted(taken.items())}


def cp_sat(instance: Instance, limit: float) -> dict:
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    names = [[model.new_bool_var("") for _ in group] for group in instance.groups]
    for group in names:
        if len(group) > 1:
            model.add_at_most_one(group)
    flat = [(name, option) for row, group in zip(names, instance.groups) for name, option in zip(row, group)]
    for number, least in enumerate(instance.required):
        terms = [(name, cuts[number]) for name, (_, cuts) in flat if cuts[number]]
        model.add(cp_model.LinearExpr.weighted_sum([name for name, _ in terms], [gram for _, gram in terms]) >= least)
    model.minimize(cp_model.LinearExpr.weighted_sum([name for name, _ in flat], [cost for _, (cost, _) in flat]))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = THREADS
    solver.parameters.relative_gap_limit = GAP
    solver.parameters.max_time_in_seconds = limit
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    chosen = [[g, o] for g, row in enumerate(names) for o, name in enumerate(row) if found and solver.boolean_value(name)]
    return {"bound": solver.best_objective_bound, "chosen": chosen if found else None}


def highs(instance: Instance, limit: float) -> dict:
    import highspy
    import numpy

    options, pollutants = len(instance.groups[0]), len(instance.required)
    groups = len(instance.groups)
    columns = groups * options
    starts, rows, values = [0], [], []
    for group, row in enumerate(instance.groups):
        for _, cuts in row:
            filled = [number for number in range(pollutants) if cuts[number]]
            rows += filled + [pollutants + group]
            values += [cuts[number] for number in filled] + [1]
            starts.append(len(rows))
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = columns, pollutants + groups
    lp.col_cost_ = numpy.array([cost for row in instance.groups for cost, _ in row], dtype=float)
    lp.col_lower_, lp.col_upper_ = numpy.zeros(columns), numpy.ones(columns)
    required = numpy.array(instance.required, dtype=float)
    lp.row_lower_ = numpy.concatenate([required, numpy.full(groups, -highspy.kHighsInf)])
    lp.row_upper_ = numpy.concatenate([numpy.full(pollutants, highspy.kHighsInf), numpy.ones(groups)])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = numpy.array(starts, dtype=numpy.int32)
    lp.a_matrix_.index_ = numpy.array(rows, dtype=numpy.int32)
    lp.a_matrix_.value_ = numpy.array(values, dtype=float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * columns
    solver = highspy.Highs()
    for name, value in [("output_flag", False), ("threads", THREADS), ("mip_rel_gap", GAP), ("time_limit", limit)]:
        solver.setOptionValue(name, value)
    solver.passModel(lp)
    solver.run()
    info = solver.getInfo()
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return {"bound": info.mip_dual_bound, "chosen": None}
    picked = numpy.flatnonzero(numpy.array(solver.getSolution().col_value) > 0.5)
    return {"bound": info.mip_dual_bound, "chosen": [[int(i) // options, int(i) % options] for i in picked]}


# What each needs in memory for an option, in bytes, and the module whose loading is not timed.
PEERS = {"OR-tools CP-SAT": (cp_sat, 17_000, "ortools.sat.python.cp_model"), "HiGHS": (highs, 6_000, "highspy"),
         "greedy, as EPA CoST": (greedy, 1_000, "math")}


def as_peer(name: str, path: str, limit: float):
    """Inside the peer's process: one line of JSON, like that of choice-bench."""
    instance = read(path)
    importlib.import_module(PEERS[name][2])
    start = time.perf_counter()
    answer = PEERS[name][0](instance, limit)
    answer["seconds"] = time.perf_counter() - start
    status = Path("/proc/self/status").read_text()
    answer["peak"] = int(status.split("VmHWM:")[1].split()[0]) * 1024
    print(json.dumps(answer))


# MARK: The comparison

@dataclass
class Outcome:
    name: str
    seconds: float = 0
    cost: int | None = None
    rows: int = 0
    bound: float | None = None
    peak: int | None = None
    fault: str = ""

    @property
    def gap(self) -> float | None:
        return None if self.cost is None or self.bound is None else max(0.0, (self.cost - self.bound) / max(1, self.cost))


def run(name: str, words: list, instance: Instance, cores: set, limit: float) -> Outcome:
    outcome = Outcome(name)
    def within():
        os.sched_setaffinity(0, cores)
        # Who takes more ends alone, and not the machine with it.
        most = int(0.9 * free_memory())
        resource.setrlimit(resource.RLIMIT_AS, (most, most))

    # Reading the file and putting the model together count against nobody's limit, but nobody gets hours for it.
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=4 * limit + 300,
                              preexec_fn=within)
    except subprocess.TimeoutExpired:
        outcome.fault = f"did not end within {4 * limit + 300:.0f} s"
        return outcome
    if done.returncode != 0:
        outcome.fault = f"ended with {done.returncode}: {done.stderr.strip().splitlines()[-1:]}"
        return outcome
    answer = json.loads(done.stdout.strip().splitlines()[-1])
    outcome.seconds, outcome.bound, outcome.peak = answer["seconds"], answer.get("bound"), answer.get("peak")
    if answer["chosen"] is None:
        outcome.fault = "found nothing"
        return outcome
    try:
        outcome.cost, outcome.rows = evaluate(instance, answer["chosen"])
    except ValueError as error:
        outcome.fault = f"**wrong**: {error}"
        return outcome
    claimed = answer.get("cost")
    if claimed is not None and claimed != outcome.cost:
        outcome.fault = f"**wrong**: says {claimed} 元/d, is {outcome.cost}"
    return outcome


def time_shown(outcome: Outcome, limit: float) -> str:
    if outcome.fault and outcome.cost is None:
        return outcome.fault
    if outcome.gap is not None and outcome.gap > GAP * 1.001 and outcome.seconds >= limit:
        return f"> {limit:g} s (gap {outcome.gap:.3%})"
    return f"{outcome.seconds:.{1 if outcome.seconds >= 10 else 3}f} s"


def table_row(size: int, outcome: Outcome, best: float | None, goals: int, limit: float) -> str:
    known = outcome.cost is not None
    rows = f"{outcome.rows} of {goals}"
    reached = "–" if not known else rows if outcome.rows == goals else f"**{rows}**"
    above = f"{(outcome.cost - best) / max(1, best):.4%}" if known and best else "–"
    cells = [
        f"{size:,}", outcome.name, time_shown(outcome, limit), f"{outcome.cost:,}" if known else "–",
        f"{outcome.bound:,.0f}" if outcome.bound is not None and math.isfinite(outcome.bound) else "–",
        f"{outcome.gap:.4%}" if outcome.gap is not None else "–", above, reached,
        f"{outcome.peak / 1e6:,.0f} MB" if outcome.peak else "–",
        outcome.fault if known and outcome.fault else ""]
    return "| " + " | ".join(cells) + " |"


HEAD = ("| lines | solver | time | cost 元/d | own bound 元/d | own gap | above the best bound | reached | memory | |\n"
        "|---|---|---|---|---|---|---|---|---|---|")


def free_memory() -> int:
    return int(Path("/proc/meminfo").read_text().split("MemAvailable:")[1].split()[0]) * 1024


def compare(size: int, arguments, cores: set, folder: Path) -> tuple[list, list, bool]:
    """The rows for one size, what is left out, and whether nothing was wrong with ours."""
    instance = generate(arguments.seed, size, arguments.options, arguments.pollutants, arguments.required)
    path = folder / f"choice-{size}.txt"
    path.write_text(instance.text(), encoding="ascii")
    outcomes, left_out = [], []

    def wanted(name: str) -> bool:
        return not arguments.only or any(word.lower() in name.lower() for word in arguments.only)

    if wanted("choice-bench"):
        if os.access(arguments.bench, os.X_OK):
            print(f"{size}: choice-bench", file=sys.stderr)
            outcomes.append(run("choice-bench", [arguments.bench, str(path)], instance, cores, arguments.limit))
        else:
            left_out.append(f"choice-bench: not built: make build (there is no program {arguments.bench})")
    for name, (_, each, _) in PEERS.items():
        if not wanted(name):
            continue
        need, free = each * size * arguments.options, free_memory()
        if need > 0.8 * free:
            left_out.append(f"{name} at {size:,} lines: needs up to {need / 1e9:.1f} GB, {free / 1e9:.1f} GB are free")
            continue
        print(f"{size}: {name}", file=sys.stderr)
        words = [sys.executable, str(HERE / "choices.py"), "--as", name, "--instance", str(path),
                 "--limit", str(arguments.limit)]
        outcomes.append(run(name, words, instance, cores, arguments.limit))
    goals = len(instance.required)
    least = min((outcome.cost for outcome in outcomes if outcome.rows == goals and not outcome.fault), default=math.inf)
    for outcome in outcomes:
        # A yuan for bounds that come out of floating point.
        if not outcome.fault and outcome.bound is not None and outcome.bound > least + 1:
            outcome.fault = f"**wrong**: {least:,} 元/d is less than its bound"
    bounds = [outcome.bound for outcome in outcomes
              if not outcome.fault and outcome.bound is not None and math.isfinite(outcome.bound)]
    rows = [table_row(size, outcome, max(bounds, default=None), goals, arguments.limit) for outcome in outcomes]
    ours = [outcome for outcome in outcomes if outcome.name == "choice-bench"]
    return rows, left_out, all(not outcome.fault and outcome.rows == goals for outcome in ours)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[500, 5000], metavar="SIZE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--options", type=int, default=3)
    parser.add_argument("--pollutants", type=int, default=4)
    parser.add_argument("--required", type=int, default=55, metavar="PERCENT")
    parser.add_argument("--limit", type=float, default=120, metavar="SECONDS")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="the solvers whose name holds this")
    parser.add_argument("--bench", default=str(HERE.parent / ".build/release/choice-bench"), metavar="PROGRAM")
    parser.add_argument("--keep", metavar="FOLDER", help="where the instances are left")
    parser.add_argument("--as", dest="peer", choices=PEERS, help=argparse.SUPPRESS)
    parser.add_argument("--instance", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.peer:
        return as_peer(arguments.peer, arguments.instance, arguments.limit)

    cores = set(sorted(os.sched_getaffinity(0))[:THREADS])
    rows, left_out, is_right = [], [], True
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(arguments.keep or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for size in arguments.sizes:
            some, missing, right = compare(size, arguments, cores, folder)
            rows += some
            left_out += [line for line in missing if line not in left_out]
            is_right = is_right and right
    print(f"{arguments.options} options a line, {arguments.pollutants} pollutants, {arguments.required} % of the most "
          f"required, seed {arguments.seed}; one run; {len(cores)} cores, {THREADS} threads, relative gap {GAP:g}, "
          f"limit {arguments.limit:g} s; time from the model's first variable to the answer, reading the file apart; "
          f"load {os.getloadavg()[0]:.2f}.\n")
    print(HEAD)
    print("\n".join(rows))
    if left_out:
        print("\nLeft out:\n\n" + "\n".join(f"- {line}" for line in left_out))
    if not is_right:
        sys.exit(1)


if __name__ == "__main__":
    main()
