#!/usr/bin/env python3
"""An independent index of one pollutant, from the tables of HJ 633-2012 and HJ 633-2026 as docs/assess.md has them.

    echo '[["2026", "PM2.5", "60.4"], …]' | python3 Tests/Judges/air_index.py

Prints a list of indices. Shares no code with the planner, and goes the other way round: not from the concentration
to the index, but along the indices, whose concentrations are interpolated, to the first that is no longer below.
"""
import json
import sys
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

INDICES = [0, 50, 100, 150, 200, 300, 400, 500]
COLUMNS = {
    "SO2": [0, 50, 150, 475, 800, 1600, 2100, 2620],
    "NO2": [0, 40, 80, 180, 280, 565, 750, 940],
    "CO": [0, 2, 4, 14, 24, 36, 48, 60],
    "O3": [0, 100, 160, 215, 265, 800],
    "PM10": [0, 50, 150, 250, 350, 420, 500, 600],
    "PM2.5": [0, 35, 75, 115, 150, 250, 350, 500],
}
TIGHTER = {"PM10": 120, "PM2.5": 60}  # HJ 633-2026 at an index of 100


def concentration(edition, pollutant, index):
    """The concentration at which a pollutant has exactly this index; nothing beyond its column."""
    column = list(COLUMNS[pollutant])
    if edition == "2026" and pollutant in TIGHTER:
        column[2] = TIGHTER[pollutant]
    if index > INDICES[len(column) - 1]:
        return None
    above = next(row for row in range(len(column)) if INDICES[row] >= index)
    if INDICES[above] == index:
        return Fraction(column[above])
    part = Fraction(index - INDICES[above - 1], INDICES[above] - INDICES[above - 1])
    return column[above - 1] + part * (column[above] - column[above - 1])


def judged(edition, pollutant, written):
    step = Decimal("0.1") if pollutant == "CO" else Decimal("1")
    reported = Fraction(Decimal(written).quantize(step, rounding=ROUND_HALF_EVEN))
    last = 0
    for index in range(501):
        reached = concentration(edition, pollutant, index)
        if reached is None:
            break
        last = index
        if reached >= reported:
            return index
    return last


print(json.dumps([judged(*case) for case in json.load(sys.stdin)]))
