#!/usr/bin/env python3
"""Finds duty rosters by `roster-bench` and by its peers, and prints Markdown tables.

rosters.py [CASE...] [--limit SECONDS] [--only NAME...] [--program EMERGENCY] [--no-district]

CASE is SIZE-SEED, such as large-2; middle-1 to 3 and large-1 to 3 when left out. CP-SAT and HiGHS get the same
formulation (Tests/Judges/roster_model.py), two threads on the same two cores and the limit (60 s) for all goals
together: open posts, then changes where they come first, then cost. Ours gets half of it, or a third, for each
goal. Everything found is judged anew by Tests/Judges/rosters.py; a solver's own word counts for its bound only.

Needs: Benchmarks/requirements.txt installed for the python3 that runs this.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Tests" / "Judges"))

from roster_model import RosterModel  # noqa: E402
from rosters import Roster, judge, solve  # noqa: E402

RELEASE = HERE.parent / ".build" / "release"
THREADS = 2
CASES = [f"{size}-{seed}" for size in ("middle", "large") for seed in (1, 2, 3)]


# MARK: The peers, each in a process of its own

def highs(model: RosterModel, limit: float):
    """As `solve` of the judge: values, whether all is proven, the last goal's bound."""
    import highspy
    import numpy

    end, values, proven, bound = time.monotonic() + limit, None, True, None
    lp = highspy.HighsLp()
    lp.num_col_ = model.variables
    lp.col_lower_, lp.col_upper_ = numpy.zeros(model.variables), numpy.ones(model.variables)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * model.variables
    rows = list(model.rows)
    for place, goal in enumerate(model.goals):
        costs = numpy.zeros(model.variables)
        for variable, factor in goal.terms.items():
            costs[variable] = factor
        lp.col_cost_, lp.num_row_ = costs, len(rows)
        lp.row_lower_ = numpy.array([-highspy.kHighsInf if row[2] is None else row[2] for row in rows], dtype=float)
        lp.row_upper_ = numpy.array([row[3] for row in rows], dtype=float)
        starts = [0]
        for row in rows:
            starts.append(starts[-1] + len(row[0]))
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = numpy.array(starts, dtype=numpy.int32)
        lp.a_matrix_.index_ = numpy.array([v for row in rows for v in row[0]], dtype=numpy.int32)
        lp.a_matrix_.value_ = numpy.array([f for row in rows for f in row[1]], dtype=float)
        solver = highspy.Highs()
        # All costs are whole: less than one to the bound is proven.
        for name, value in [("output_flag", False), ("threads", THREADS), ("random_seed", 1), ("mip_rel_gap", 0.0),
                            ("mip_abs_gap", 0.999), ("time_limit", max(0.1, end - time.monotonic()))]:
            solver.setOptionValue(name, value)
        solver.passModel(lp)
        if values is not None:
            start = highspy.HighsSolution()
            start.col_value = values
            solver.setSolution(start)
        solver.run()
        info = solver.getInfo()
        proven = proven and solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return values, False, None
        values = [float(round(value)) for value in solver.getSolution().col_value]
        bound = goal.constant + -int(-(info.mip_dual_bound - 1e-6) // 1) if abs(info.mip_dual_bound) < 1e15 else None
        if place + 1 < len(model.goals):
            least = round(sum(factor * values[variable] for variable, factor in goal.terms.items()))
            rows.append((list(goal.terms), list(goal.terms.values()), None, least))
    return values, proven, bound


PEERS = {"CP-SAT": lambda model, limit: solve(model, limit, THREADS), "HiGHS": highs}


def as_peer(name: str, path: str, limit: float):
    """Inside the peer's process: reads the problem, and prints one line of JSON."""
    instance = json.loads(Path(path).read_text("utf-8"))["instance"]
    __import__({"CP-SAT": "ortools.sat.python.cp_model", "HiGHS": "highspy"}[name])
    start = time.perf_counter()
    model = RosterModel(instance)
    values, proven, bound = PEERS[name](model, limit)
    seconds = time.perf_counter() - start
    chosen = None if values is None else [{"person": p, "crew": c} for p, c in model.chosen(values)]
    print(json.dumps({"seconds": seconds, "proven": proven, "bound": bound, "assignments": chosen}))


# MARK: The comparison

def run(words: list, seconds: float) -> str:
    cores = set(sorted(os.sched_getaffinity(0))[:THREADS])
    print(" ".join(map(str, words)), file=sys.stderr)
    done = subprocess.run(words, capture_output=True, text=True, timeout=seconds,
                          preexec_fn=lambda: os.sched_setaffinity(0, cores))
    # 1: rosters with open posts.
    if done.returncode not in (0, 1) or not done.stdout:
        sys.exit(f"rosters.py: {words} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def shown(seconds: float, goals: dict | None, best: dict, proven: bool, bound) -> str:
    """The time, and what is missing to the best found and to a proof."""
    if goals is None:
        return f"{seconds:.1f} s, found nothing"
    cell = f"{seconds:.{1 if seconds >= 10 else 2}f} s"
    if key(goals) != key(best):
        cell += f", {goals['open']} open, cost {goals['cost']:,}"
    if proven:
        return cell + ", proven"
    gap = "no bound" if bound is None else f"gap {max(0, goals['cost'] - bound) / max(1, goals['cost']):.2%}"
    return f"{cell}, {gap}"


def key(goals: dict) -> tuple:
    return goals["open"], goals["changes"] or 0, goals["cost"]


def row(case: str, arguments, folder: Path) -> tuple[str, bool]:
    size, seed = case.rsplit("-", 1)
    bench, limit = str(RELEASE / "roster-bench"), arguments.limit
    text = run([bench, size, seed, "0"], 60)
    instance = json.loads(text)["instance"]
    goals = 3 if instance["weights"]["changes"] is None and instance["published"] else 2
    document = json.loads(run([bench, size, seed, str(limit / goals)], 4 * limit + 60))
    faults, ours = judge(document)
    plain_faults, plain = judge(json.loads(run([bench, size, seed, "rotation"], 60)))
    path = folder / f"{case}.json"
    path.write_text(text, "utf-8")
    found = [("ours", document["milliseconds"] / 1000, ours, document["roster"]["proven"], document["roster"]["bound"])]
    for name in PEERS:
        if arguments.only and name not in arguments.only:
            continue
        # A solver may print a word of its own first.
        answer = json.loads(run([sys.executable, __file__, "--as", name, "--instance", str(path),
                                 "--limit", str(limit)], 4 * limit + 60).strip().splitlines()[-1])
        result = None
        if answer["assignments"] is not None:
            roster = Roster(instance, answer["assignments"])
            faults += [f"{name}: {fault}" for fault in roster.faults()]
            result = roster.objectives()
        found.append((name, answer["seconds"], result, answer["proven"], answer["bound"]))
    best = min((one[2] for one in found if one[2] is not None), key=key)
    for name, _, result, proven, _ in found:
        if proven and key(result) != key(best):
            faults.append(f"{name} says that {key(result)} is the least")
    cells = {name: shown(seconds, result, best, proven, bound) for name, seconds, result, proven, bound in found}
    rotation = f"{plain['open']} open, cost {plain['cost']:,} ({plain['cost'] / max(1, best['cost']):.2f}×)"
    line = [case, f"{best['open']:,}", "–" if best["changes"] is None else str(best["changes"]), f"{best['cost']:,}",
            *(cells.get(name, "–") for name in ("ours", *PEERS)), rotation]
    for fault in faults + plain_faults:
        print(f"{case}: {fault}", file=sys.stderr)
    return "| " + " | ".join(line) + " |", not faults and not plain_faults


def district(program: str):
    """All sub-districts together for a week, and the slowest of them alone."""
    words = [program, "roster", "--level", "orange", "--effective", "2026-11-24 18:00", "--until", "2026-12-01 18:00",
             "--no-history", "--format", "json"]

    def timed(*more) -> float:
        start = time.perf_counter()
        run([*words, *more], 3600)
        return time.perf_counter() - start

    folders = sorted(path.name for path in (HERE.parent / "Plans" / "sub-districts").iterdir() if path.is_dir())
    all_together = timed()
    single = {name: timed("--sub-district", name) for name in folders}
    slowest = max(single, key=single.get)
    ratio = all_together / single[slowest]
    print(f"\n| all {len(single)} sub-districts, orange, a week | slowest alone | ratio | goal | met |\n|---|---|---|---|---|")
    print(f"| {all_together:.2f} s | {slowest} {single[slowest]:.2f} s | {ratio:.2f}× | ≤ 3× | "
          f"{'yes' if ratio <= 3 else '**no**'} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("cases", nargs="*", default=CASES, metavar="CASE")
    parser.add_argument("--limit", type=float, default=60, metavar="SECONDS")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="CP-SAT, HiGHS")
    parser.add_argument("--program", default=str(RELEASE / "emergency"))
    parser.add_argument("--no-district", action="store_true")
    parser.add_argument("--as", dest="peer", choices=PEERS, help=argparse.SUPPRESS)
    parser.add_argument("--instance", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.peer:
        return as_peer(arguments.peer, arguments.instance, arguments.limit)
    print(f"{THREADS} threads on two cores, limit {arguments.limit:g} s; one run; load {os.getloadavg()[0]:.2f}.\n")
    print("| case | open | changes | cost | ours | CP-SAT | HiGHS | plain rotation |\n|---|---|---|---|---|---|---|---|")
    is_right = True
    with tempfile.TemporaryDirectory() as scratch:
        for case in arguments.cases:
            line, right = row(case, arguments, Path(scratch))
            print(line, flush=True)
            is_right = is_right and right
    if not arguments.no_district:
        district(arguments.program)
    if not is_right:
        sys.exit(1)


if __name__ == "__main__":
    main()
