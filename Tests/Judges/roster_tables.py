#!/usr/bin/env python3
"""Holds the CSV, the workbook and the page of one roster against its JSON, seat by seat and person by person.

    .build/judges/bin/python Tests/Judges/roster_tables.py FOLDER

FOLDER holds roster.json, roster.csv, roster.xlsx and roster.html. Prints how many seats there are and how many of
them are open, or what differs.
"""
import csv
import html.parser
import json
import sys
from collections import Counter
from pathlib import Path

import openpyxl

FOLDER = Path(sys.argv[1])


def plain(text):
    """As a spreadsheet program shows it: the apostrophe before what would be a formula is no text."""
    return text[1:] if text[:1] == "'" else text


def seats(document):
    """(sub-district, date, start, end of shift, name, phone) of every seat; nobody where it is open."""
    for roster in document["rosters"]:
        for one in roster["assignments"]:
            yield roster["subDistrict"], one["date"], one["person"]["name"], one["person"]["phone"]
        for one in roster["open"]:
            for _ in range(one["seats"]):
                yield roster["subDistrict"], one["date"], "【空岗】", ""


class Cells(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.text = ""

    def handle_data(self, data):
        self.text += data + "\n"


document = json.loads((FOLDER / "roster.json").read_text(encoding="utf-8"))
expected = Counter(seats(document))

text = (FOLDER / "roster.csv").read_bytes()
assert text.startswith(b"\xef\xbb\xbf") and text.endswith(b"\r\n"), "a CSV that Excel opens as UTF-8"
rows = list(csv.DictReader(text.decode("utf-8-sig").splitlines()))
for row in rows:
    for cell in row.values():
        assert cell[:1] not in ("=", "+", "-", "@", "\t"), f"{cell!r} is a formula"
found = Counter((plain(r["街道"]), r["日期"], plain(r["姓名"]), plain(r["手机"])) for r in rows)
assert found == expected, f"the CSV: {(found - expected) + (expected - found)}"

book = openpyxl.load_workbook(FOLDER / "roster.xlsx")
for sheet in book:
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type != "f", f"{sheet.title} {cell.coordinate} is a formula"


def table(sheet):
    """The rows below the heads, by heading, until the first empty row."""
    lines = list(sheet.iter_rows(values_only=True))
    heads = lines[1]
    for line in lines[2:]:
        if line[0] is None or line[1] is None:
            return
        yield dict(zip(heads, line))


details = list(table(book["明细"]))
found = Counter((r["街道"], r["日期"], r["姓名"], r["手机"] or "") for r in details)
assert found == expected, f"the workbook: {(found - expected) + (expected - found)}"

shares = {(r["街道"], r["姓名"], r["手机"]): r for r in table(book["工作量"])}
for roster in document["rosters"]:
    names = {one["person"]["id"]: one["person"]["phone"] for one in roster["assignments"]}
    for share in roster["shares"]:
        own = [o for o in roster["assignments"] if o["person"]["id"] == share["person"]]
        here = share["here"]
        assert here["shifts"] + here["standby"] >= len(own), share
        if share["person"] in names:
            row = shares[(roster["subDistrict"], share["name"], names[share["person"]])]
            for head, key in [("班次", "shifts"), ("夜班", "nights"), ("休息日", "restDays"), ("备岗", "standby")]:
                assert row[head] == here[key], (row, share)
            assert abs(row["工时"] * 60 - here["minutes"]) < 6, (row, share)

page = Cells()
page.feed((FOLDER / "roster.html").read_text(encoding="utf-8"))
for roster in document["rosters"]:
    walls = [s for s in book if s.title not in ("明细", "工作量")]
    wall = "\n".join(str(c) for s in walls for r in s.iter_rows(values_only=True) for c in r if c)
    for one in roster["assignments"]:
        for text in (one["person"]["name"], one["person"]["phone"]):
            assert text in page.text, f"{text} is not on the page"
            assert text in wall, f"{text} is not on the wall"
open_seats = sum(one["seats"] for roster in document["rosters"] for one in roster["open"])
assert page.text.count("【空岗】") == open_seats, "open seats on the page"
print(sum(expected.values()), open_seats)
