#!/usr/bin/env python3
"""Judges duty rosters by rules written afresh, and on demand finds the best roster with OR-tools CP-SAT.

    roster-bench small 7 | .build/judges/bin/python Tests/Judges/rosters.py --optimal --limit 20
    python3 Tests/Judges/rosters.py ROSTER.json …

Reads JSON documents as `roster-bench` prints them, one or many, in files or on standard input; shares no code with
the planner. Prints a JSON array with an object a case: `faults` of the answer in words, `ours` and, with
`--optimal`, `theirs` (open, changes, cost; changes are null where they do not come before cost), whether they are
`equal` and whether CP-SAT's are `proven` to be the least, and the `seconds` it took.
"""
import argparse
import json
import sys
import time
from pathlib import Path

from roster_model import BURDENS, RosterModel, burdens_of, clash, open_cost, overlap

# MARK: Rules, as somebody with the printed roster would check them


class Roster:
    """Who serves where, gone through person by person."""

    def __init__(self, instance, assignments):
        self.instance, self.seats = instance, [(seat["person"], seat["crew"]) for seat in assignments]
        self.crews, self.rules = instance["crews"], instance["rules"]
        self.given = {(seat["person"], seat["crew"]) for seat in instance["given"]}
        self.members = [[] for _ in self.crews]
        for person, crew in self.seats:
            self.members[crew].append(person)

    def shift(self, crew):
        return self.instance["occurrences"][self.crews[crew]["occurrence"]]

    def faults(self):
        missing = [f"{person} is not in {crew}, where they are settled"
                   for person, crew in sorted(self.given - set(self.seats))]
        return (missing + [fault for crew in range(len(self.crews)) for fault in self.crew_faults(crew)]
                + [fault for person in range(self.instance["people"]) for fault in self.person_faults(person)]
                + self.pair_faults())

    def crew_faults(self, number):
        crew, here = self.crews[number], self.members[number]
        if len(here) > crew["seats"]:
            yield f"crew {number} has {len(here)} of {crew['seats']}"
        if len(set(here)) < len(here):
            yield f"crew {number} has somebody twice"
        settled = [person for person in here if (person, number) in self.given]
        free = [person for person in here if person not in settled]
        for person in free:
            if person not in crew["eligible"]:
                yield f"{person} may not serve in {number}"
        for need in crew["needs"]:
            # Those who were settled count, but cannot be helped; the rest must leave seats enough for who is needed.
            room = crew["seats"] - need["count"] - sum(person not in need["who"] for person in settled)
            if sum(person not in need["who"] for person in free) > max(0, room):
                yield f"crew {number} lacks {need['count']} of {need['who']}"

    def turns(self, person, standby):
        """The shifts of a person, each with whether the roster chose it."""
        own = [(self.shift(crew), (person, crew) not in self.given) for p, crew in self.seats
               if p == person and self.crews[crew]["standby"] == standby]
        before = [(shift, False) for shift in self.instance["prior"] if shift["person"] == person]
        return sorted(own + ([] if standby else before), key=lambda turn: turn[0]["start"])

    def person_faults(self, person):
        duty, standby = self.turns(person, False), self.turns(person, True)
        for place, (one, chosen) in enumerate(duty):
            for other, also in duty[place + 1:]:
                if (chosen or also) and clash(one, other, self.rules):
                    yield f"{person} cannot serve at {one['start']} and at {other['start']}"
        for place, (one, chosen) in enumerate(standby):
            for other, also in duty + standby[place + 1:]:
                if (chosen or also) and overlap(one, other):
                    yield f"{person} stands by at {one['start']} and is elsewhere"
        rules = self.rules
        for first, _ in duty:
            shifts = [chosen for shift, chosen in duty
                      if first["start"] <= shift["start"] < first["start"] + rules["within"]]
            nights = [chosen for shift, chosen in duty
                      if shift["night"] and first["date"] <= shift["date"] <= first["date"] + rules["nights"]]
            for some, most, what in ((shifts, rules["most"], "shifts"), (nights, rules["nights"], "nights")):
                # What is settled may go beyond a limit, but then nothing is added to it.
                if sum(some) > max(0, most - (len(some) - sum(some))):
                    yield f"{person} has {len(some)} {what} from {first['start']}"

    def pair_faults(self):
        faults = []
        on_duty = [(person, crew) for person, crew in self.seats if not self.crews[crew]["standby"]]
        for first, second in self.instance["apart"]:
            for one in (seat for seat in on_duty if seat[0] == first):
                for other in (seat for seat in on_duty if seat[0] == second):
                    if not {one, other} <= self.given and overlap(self.shift(one[1]), self.shift(other[1])):
                        faults.append(f"{first} and {second} serve at once in {one[1]} and {other[1]}")
        for first, second in self.instance["together"]:
            for number, here in enumerate(self.members):
                if self.crews[number]["standby"] or {(first, number), (second, number)} & self.given:
                    continue
                if (first in here) != (second in here):
                    faults.append(f"{first} and {second} are parted in {number}")
        return faults

    def objectives(self):
        weights, instance = self.instance["weights"], self.instance
        changes = sum(seat["person"] not in self.members[seat["crew"]] for seat in instance["published"])
        cost = (weights["changes"] or 0) * changes
        against = {(wish["person"], wish["occurrence"]) for wish in instance["against"]}
        counts = [dict.fromkeys(BURDENS, 0) for _ in range(instance["people"])]
        for person, number in self.seats:
            crew = self.crews[number]
            for burden in burdens_of(instance, crew):
                counts[person][burden] += 1
            if not crew["standby"] and (person, number) not in self.given:
                cost += weights["wishes"] * ((person, crew["occurrence"]) in against)
                cost += weights["away"] * (person in crew["away"])
        for own, carried in zip(counts, instance["carried"]):
            cost += sum(weights[burden] * ((own[burden] + carried[burden]) ** 2 - carried[burden] ** 2)
                        for burden in BURDENS)
        comes = weights["changes"] is None and instance["published"]
        return {
            "open": sum(open_cost(instance, crew) * (crew["seats"] - len(here))
                        for crew, here in zip(self.crews, self.members)),
            "changes": changes if comes else None, "cost": cost}


def judge(document):
    """The faults of an answer, those of its own account included."""
    instance, answer = document["instance"], document["roster"]
    roster = Roster(instance, answer["assignments"])
    faults, truth = roster.faults(), roster.objectives()
    faults += [f"says {goal} {answer['objectives'][goal]}, is {truth[goal]}"
               for goal in truth if answer["objectives"][goal] != truth[goal]]
    if answer["bound"] > truth["cost"]:
        faults.append(f"bound {answer['bound']} above cost {truth['cost']}")
    return faults, truth


# MARK: The best roster there is

def solve(model: RosterModel, limit, threads=2):
    """Goal after goal by CP-SAT: the values of the variables (None when none were found in time), whether every
    goal is proven, and the bound of the last goal."""
    from ortools.sat.python import cp_model

    program = cp_model.CpModel()
    variables = [program.new_bool_var("") for _ in range(model.variables)]
    for some, factors, least, most in model.rows:
        some = [variables[variable] for variable in some]
        if most == 1 and least is None:
            program.add_at_most_one(some)
        else:
            total = cp_model.LinearExpr.weighted_sum(some, factors)
            program.add_linear_constraint(total, cp_model.INT_MIN if least is None else least, most)
    values, proven, bound, end = None, True, 0, time.monotonic() + limit
    for place, goal in enumerate(model.goals):
        total = cp_model.LinearExpr.weighted_sum([variables[v] for v in goal.terms], list(goal.terms.values()))
        program.minimize(total)
        program.clear_hints()
        for variable, value in zip(variables, values or []):
            program.add_hint(variable, value)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = threads
        solver.parameters.random_seed = 1
        solver.parameters.max_time_in_seconds = max(0.1, end - time.monotonic())
        status = solver.solve(program)
        proven = proven and status == cp_model.OPTIMAL
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return values, False, None
        values = [int(solver.boolean_value(variable)) for variable in variables]
        bound = goal.constant + round(solver.best_objective_bound)
        if place + 1 < len(model.goals):
            program.add(total <= sum(factor * values[v] for v, factor in goal.terms.items()))
    return values, proven, bound


def compare(document, ours, limit):
    start = time.monotonic()
    model = RosterModel(document["instance"])
    values, proven, _ = solve(model, limit)
    found = {"theirs": None, "equal": False, "proven": proven}
    if values is not None:
        best = Roster(model.instance, [{"person": p, "crew": c} for p, c in model.chosen(values)])
        found["theirs"] = best.objectives()
        found["equal"] = found["theirs"] == ours
        # A fault here is one of this judge's own.
        found["theirFaults"] = best.faults()
    found["seconds"] = round(time.monotonic() - start, 3)
    return found


def documents(text):
    """Every JSON value of a text, one after the other; arrays are taken apart."""
    decoder, place = json.JSONDecoder(), 0
    while text[place:].strip():
        place += len(text[place:]) - len(text[place:].lstrip())
        value, place = decoder.raw_decode(text, place)
        yield from value if isinstance(value, list) else [value]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="ROSTER.json")
    parser.add_argument("--optimal", action="store_true", help="find the best roster with CP-SAT")
    parser.add_argument("--limit", type=float, default=60, metavar="SECONDS", help="of CP-SAT, for a case")
    arguments = parser.parse_args()
    try:
        texts = [file.read_text("utf-8") for file in arguments.files] or [sys.stdin.read()]
        cases = [case for text in texts for case in documents(text)]
        found = []
        for case in cases:
            faults, truth = judge(case)
            claimed = case["roster"]
            found.append({
                "name": case["name"], "faults": faults, "ours": truth, "oursProven": claimed["proven"],
                "bound": claimed["bound"],
                **(compare(case, truth, arguments.limit) if arguments.optimal else {})})
    except (OSError, ValueError, LookupError, TypeError) as error:
        sys.exit(f"rosters.py: not readable: {error!r}")
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
