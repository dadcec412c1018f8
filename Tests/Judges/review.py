#!/usr/bin/env python3
"""Reckons anew, minute by minute and in fractions, what a response has avoided, from its record alone.

    python3 -X utf8 Tests/Judges/review.py RESPONSE-FOLDER < review.json

Reads events.yaml and cuts/*.yaml with PyYAML; prints the totals it finds beside those of the review, in grams, how far
rounding may let them differ, and whether hours, levels and sectors add up.
"""
import datetime
import fractions
import json
import pathlib
import sys

import yaml

POLLUTANTS = ["SO2", "NOx", "PM", "VOCs"]


def minute(text):
    return int((datetime.datetime.strptime(text, "%Y-%m-%d %H:%M") - datetime.datetime(1970, 1, 1)).total_seconds() // 60)


def grams(value):
    return int(str(value).split()[0]) if value is not None else 0


def orders(events):
    """The events that counted, each with the minute from which it does, and when nothing counts any more."""
    stack = []
    for event in events:
        kind = event["event"]
        if kind in ("activate", "raise", "lower"):
            stack.append((event["number"], minute(event["effective"]), event.get("until")))
        elif kind == "extend":
            began = max(minute(event["issued"]), max(start for number, start, _ in stack if number))
            stack.append((event["number"], began, event.get("until")))
        elif kind == "lift":
            stack.append((None, minute(event["effective"]), event["effective"]))
        elif kind == "revoke":
            stack.pop()
    return [entry for entry in stack if entry[0]], (minute(stack[-1][2]) if stack and stack[-1][2] else None)


def avoided(steps, end):
    """steps: (from, begin, done, cut), by from."""
    if not steps:
        return 0
    changes = []
    goal = 0
    for start, begin, done, cut in steps:
        if cut > goal:
            changes.append((begin, "ramp", cut, done))
        else:
            changes.append((start, "drop", cut, start))
        goal = cut
    # An order never acts before the one ahead of it did.
    at = []
    for change in changes:
        at.append((max(change[0], at[-1][0]) if at and change[1] == "ramp" else change[0],) + change[1:])
    rate, goal, due, total = fractions.Fraction(0), 0, None, fractions.Fraction(0)
    for now in range(min(change[0] for change in at), end):
        for start, kind, cut, done in at:
            if start == now:
                if kind == "drop":
                    rate = min(rate, fractions.Fraction(cut))
                else:
                    due = done
                goal = cut
                if due is None or due <= now:
                    rate = fractions.Fraction(goal)
        following = rate
        if rate != goal:
            following = rate + (goal - rate) / (due - now)
        total += (rate + following) / 2
        rate = following
    return total / 1440


def main():
    folder = pathlib.Path(sys.argv[1])
    review = json.load(sys.stdin)
    events = yaml.safe_load((folder / "events.yaml").read_text(encoding="utf-8"))["events"]
    counted, end = orders(events)
    emitters = {}
    for index, (number, start, _) in enumerate(counted):
        text = (folder / "cuts" / f"{number}.yaml").read_text(encoding="utf-8")
        for cut in yaml.safe_load(text)["cuts"]:
            emitters.setdefault((cut["owner"], cut["part"], cut["sector"]), {})[index] = cut
    answer = {"emitters": len(emitters), "pollutants": {}}
    for pollutant in POLLUTANTS:
        total = fractions.Fraction(0)
        for cuts in emitters.values():
            steps = []
            for index, (number, start, _) in enumerate(counted):
                cut = cuts.get(index)
                if cut is None:
                    steps.append((start, start, start, 0))
                else:
                    steps.append((start, minute(cut["begin"]), minute(cut["done"]), grams(cut.get(pollutant))))
            total += avoided(steps, end)
        mass = review["avoidedGrams"]
        answer["pollutants"][pollutant] = {
            "reckoned": float(total),
            "told": mass["total"][pollutant],
            "hours": sum(hour["grams"][pollutant] for hour in mass["byHour"]),
            "levels": mass["beforeEffect"][pollutant] + sum(level["avoidedGrams"][pollutant] for level in review["levels"]),
            "sectors": sum(sector[pollutant] for sector in mass["bySector"].values()),
        }
    print(json.dumps(answer))


main()
