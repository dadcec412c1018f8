#!/usr/bin/env python3
"""Holds every form of one checklist against its JSON, item by item, and the phones' form and the map against their
own standards.

    .build/judges/bin/python Tests/Judges/checklist_forms.py FOLDER

FOLDER holds Plans and checklist.json, checklist.csv, checklist.xlsx, form.xlsx and checklist.geojson of one
checklist. The form must convert with pyxform without a warning, and pass ODK Validate where there is Java. Prints how
many stops, items and rounds there are, or what differs.
"""
import csv
import json
import re
import shutil
import sys
import unicodedata
import xml.etree.ElementTree as ET
from decimal import Decimal
from pathlib import Path

import openpyxl
import yaml
from pyxform.xls2xform import convert

FOLDER = Path(sys.argv[1])
ANSWERS = {"done": "已落实", "not_done": "未落实", "not_applicable": "不适用"}
# What a cell may hold, in Excel's own count.
MOST = 32767


def shown(text):
    """As a harmless cell has it: no control characters, nothing that turns a line around, not too long."""
    text = re.sub("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "\ufffd", str(text))
    return text[:MOST]


def in_line(text):
    return shown(text).replace("\n", "\ufffd")


def cell(value):
    return "" if value is None else value


def same(found, expected, what):
    assert len(found) == len(expected), f"{what}: {len(found)} rows, not {len(expected)}"
    for one, other in zip(found, expected):
        assert one == other, f"{what}: {str(one)[:600]} instead of {str(other)[:600]}"


document = json.loads((FOLDER / "checklist.json").read_text(encoding="utf-8"))
checklist = document["checklist"]
stops = [
    (walk["community"], number, stop)
    for walk in checklist["communities"] for number, stop in enumerate(walk["stops"], 1)
]
items = [(*stop, item) for stop in stops for item in stop[2]["items"] or [{"text": ""}]]
assert all(stop["items"] for _, _, stop in stops), "the plans of these tests ask something everywhere"


def person(stop, key):
    responsible = stop["responsible"]
    if responsible is None:
        return ""
    deputy = responsible["deputy"]
    last = {"name": "（副岗）", "phone": ""}[key]
    return responsible[key] + (f"、{deputy[key]}{last}" if deputy else "")


# ---- CSV

text = (FOLDER / "checklist.csv").read_bytes()
assert text.startswith(b"\xef\xbb\xbf") and text.endswith(b"\r\n"), "a CSV that Excel opens as UTF-8"
csv.field_size_limit(10**7)
rows = list(csv.DictReader(text.decode("utf-8-sig").split("\r\n")))
for row in rows:
    for value in row.values():
        first = value.lstrip(" \u00a0\u3000")[:1]
        assert first not in tuple("=+-@\t＝＋－＠") or first == "", f"{value!r} is a formula"


def plain(text):
    """As a spreadsheet program shows it: the apostrophe before what would be a formula is no text."""
    return text[1:] if text[:1] == "'" else text


def in_csv(text):
    return re.sub("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "\ufffd", text)


same(
    [[plain(row[head]) for head in ("社区", "序号", "点位编号", "名称", "地址", "报到单位电话", "检查内容")] for row in rows],
    [
        [in_csv(str(v)) for v in (c, n, s["id"], s["name"], s["address"], s["call"]["phone"], i["text"])]
        for c, n, s, i in items
    ],
    "the CSV")

# ---- Workbook


def sound(book):
    for sheet in book:
        for row in sheet.iter_rows():
            for one in row:
                assert one.data_type != "f", f"{sheet.title} {one.coordinate} is a formula"


book = openpyxl.load_workbook(FOLDER / "checklist.xlsx")
sound(book)
sheets = book.worksheets
assert [s.title for s in sheets[:2]] == ["轮次", "点位"], book.sheetnames
assert len(sheets) == 2 + len(checklist["rounds"]), book.sheetnames
HEADS = ["社区", "序号", "点位编号", "名称", "地址", "责任人", "电话", "检查内容", "落实情况", "现场情况/问题", "照片号", "时间", "巡查员"]
for sheet, turn in zip(sheets[2:], checklist["rounds"]):
    lines = list(sheet.iter_rows(values_only=True))
    what = f"the sheet {sheet.title}"
    assert turn["date"] in lines[0][0] and f"第 {turn['number']} 轮" in lines[0][0], lines[0]
    assert list(lines[1]) == HEADS, lines[1]
    assert sheet.freeze_panes == "D3", f"{what}: the heads do not stay: {sheet.freeze_panes}"
    teams = {
        team["community"]: "、".join(p["name"] if p else "【空岗】" for p in team["people"])
        for team in turn["teams"]
    }
    end = 2 + len(items)
    same(
        [[cell(v) for v in line] for line in lines[2:end]],
        [
            [
                shown(c), n, shown(s["id"]), shown(s["name"]), shown(s["address"]), shown(person(s, "name")),
                shown(person(s, "phone")), shown(i["text"]), "", "", "", "", shown(teams[c]),
            ]
            for c, n, s, i in items
        ],
        what)
    assert all(v is None for v in lines[end][1:]), f"{what}: a row too many: {lines[end]}"
    rules = sheet.data_validations.dataValidation
    assert len(rules) == 1, f"{what}: {len(rules)} rules"
    rule = rules[0]
    assert rule.type == "list" and rule.formula1 == '"' + ",".join(ANSWERS.values()) + '"', rule.formula1
    # With `showDropDown` Excel hides the list.
    assert str(rule.sqref) == f"I3:I{end}" and not rule.showDropDown, rule.sqref
    assert sheet.auto_filter.ref == f"A2:M{end}", sheet.auto_filter.ref
    notes = "\n".join(str(line[0]) for line in lines[end:] if line[0])
    assert turn["verifyBy"] in notes and turn["feedbackBy"] in notes, notes

same(
    [list(line[:1]) + list(line[3:4]) + list(line[5:9]) for line in list(sheets[0].iter_rows(values_only=True))[2:]
     if line[1] is not None],
    [
        [
            turn["date"], turn["number"], shown(team["community"]),
            len(next(w["stops"] for w in checklist["communities"] if w["community"] == team["community"])),
            shown("、".join(p["name"] if p else "【空岗】" for p in team["people"])),
            shown("、".join(p["phone"] for p in team["people"] if p)),
        ]
        for turn in checklist["rounds"] for team in turn["teams"]
    ],
    "the rounds")
same(
    [list(line[2:4]) + [cell(line[11])] for line in list(sheets[1].iter_rows(values_only=True))[2:] if line[1] is not None],
    [[shown(s["id"]), shown(s["name"]), shown("、".join(s["evidence"]))] for _, _, s in stops],
    "the stops")

# ---- The form for phones

sound(openpyxl.load_workbook(FOLDER / "form.xlsx"))
result = convert(str(FOLDER / "form.xlsx"), validate=shutil.which("java") is not None)
assert result.warnings == [], result.warnings
root = ET.fromstring(result.xform)
XF, H = "{http://www.w3.org/2002/xforms}", "{http://www.w3.org/1999/xhtml}"
data = root.find(f"{H}head/{XF}model/{XF}instance/*")
level, date = document["order"]["level"], document["order"]["effective"][:10].replace("-", "")
assert re.fullmatch(rf"patrol_{level}_{date}_[A-Za-z0-9_]+", data.get("id")), data.get("id")
names = [e.tag.removeprefix(XF) for e in data.iter() if e is not data and "meta" not in e.tag]
names = [name for name in names if "instanceID" not in name and "instanceName" not in name]
assert all(re.fullmatch("[A-Za-z][A-Za-z0-9_]*", name) for name in names), names
assert len({name.lower() for name in names}) == len(names), "two questions have one name"


def folded(text):
    """What two texts have in common that look alike: full-width and plain, curly and straight, wide and narrow gaps."""
    text = unicodedata.normalize("NFKC", text.replace("“", '"').replace("”", '"').replace("‘", "'").replace("’", "'"))
    return re.sub(r"[ ]+", " ", text)[:MOST - 1].strip()


def label(element, kind="label"):
    one = element.find(XF + kind)
    if one is None:
        return ""
    # An <output> would be a reference to another question.
    assert len(one) == 0, ET.tostring(one, encoding="unicode")
    text = one.text or ""
    assert not re.search(r"[*_<>&\\\[\]`]|\$\{", text), f"a phone may take {text[:200]!r} for markup"
    assert not any(re.match(" *[-+#]", line) for line in text.split("\n")), text[:200]
    return text


def looks(element, expected, kind="label"):
    found = label(element, kind)
    assert folded(found) == folded(shown(expected)), f"{found[:300]!r} instead of {expected[:300]!r}"


body = root.find(f"{H}body")
binds = {b.get("nodeset"): b for b in root.iter(f"{XF}bind")}
for want in ("community", "round"):
    assert binds[f"/data/{want}"].get("required") == "true()", want
instances = {
    i.get("id"): [{e.tag.removeprefix(XF): e for e in item} for item in i.iter(f"{XF}item")]
    for i in root.iter(f"{XF}instance") if i.get("id")
}
assert [(i["name"].text, i["label"].text) for i in instances["answers"]] == list(ANSWERS.items())
groups = body.findall(f"{XF}group")
assert len(groups) == len(checklist["communities"]) == len(instances["communities"])
for group, walk, choice in zip(groups, checklist["communities"], instances["communities"]):
    looks(group, walk["community"])
    assert folded(choice["label"].text) == folded(shown(walk["community"])), choice["label"].text
    relevant = binds[group.get("ref")].get("relevant")
    assert re.sub(r"\s", "", relevant) == f"/data/community='{choice['name'].text}'", relevant
    offered = [i for i in instances["rounds"] if i["community"].text == choice["name"].text]
    assert len(offered) == len(checklist["rounds"])
    for one, turn in zip(offered, checklist["rounds"]):
        assert turn["date"] in one["label"].text and f"第 {turn['number']} 轮" in one["label"].text
        team = next(t for t in turn["teams"] if t["community"] == walk["community"])
        for member in team["people"]:
            assert folded(shown(member["name"] if member else "【空岗】")) in folded(one["label"].text)
    screens = group.findall(f"{XF}group")
    assert len(screens) == len(walk["stops"])
    for number, (screen, stop) in enumerate(zip(screens, walk["stops"]), 1):
        guarded = "（专人盯守）" if stop["guarded"] else ""
        looks(screen, f"{number}　{stop['name']}{guarded}\n{stop['address']}")
        assert screen.get("appearance") == "field-list", screen.attrib
        questions = [e for e in screen if e.tag != f"{XF}label"]
        types = [binds[q.get("ref")].get("type") for q in questions]
        picks = [q for q in questions if q.tag == f"{XF}select1"]
        assert types == (
            ["string", "time", "geopoint"] + ["string"] * len(stop["items"]) + ["string", "binary"]
        ), types
        assert binds[questions[0].get("ref")].get("readonly") == "true()", "the note asks for nothing"
        called = folded(label(questions[0]))
        for contact in [stop["call"], stop["responsible"], (stop["responsible"] or {}).get("deputy")]:
            for key in ("name", "phone"):
                assert contact is None or folded(shown(contact[key])) in called, (called, contact)
        looks(questions[-2], "查看：" + "、".join(stop["evidence"]) if stop["evidence"] else "", "hint")
        assert len(picks) == len(stop["items"])
        for pick, item in zip(picks, stop["items"]):
            looks(pick, item["text"])
            assert "instance('answers')" in pick.find(f"{XF}itemset").get("nodeset"), pick.attrib

# ---- The map


def located():
    """Coordinates by id as the plans write them, digit for digit."""
    places = {}
    for path in (FOLDER / "Plans" / "sub-districts" / checklist["subDistrict"]).rglob("*.yaml"):
        plan = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for one in [plan] + plan.get("sources", []):
            if "id" in one:
                places[one["id"]] = one.get("location")
    return places


text = (FOLDER / "checklist.geojson").read_bytes()
assert not text.startswith(b"\xef\xbb\xbf"), "RFC 8259: no mark at the beginning"


def no_twins(members):
    assert len({name for name, _ in members}) == len(members), members
    return dict(members)


chart = json.loads(text.decode("utf-8"), parse_float=Decimal, parse_int=Decimal, object_pairs_hook=no_twins)
assert chart["type"] == "FeatureCollection" and isinstance(chart["features"], list)
# RFC 7946, 4 and 7.1.
for name in ("crs", "coordinates", "geometries", "geometry", "properties"):
    assert name not in chart, name
for name in ("level", "effective"):
    assert chart[name] == document["order"][name], name
assert chart["subDistrict"] == checklist["subDistrict"] and chart["leftOut"] == document["leftOut"]
district = yaml.load((FOLDER / "Plans/district.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
assert chart["district"] == district["name"]
assert re.fullmatch("sha256:[0-9a-f]{64}", chart["contentHash"]), chart["contentHash"]
places = located()
nowhere = 0
assert len(chart["features"]) == len(stops)
for feature, (community, number, stop) in zip(chart["features"], stops):
    assert set(feature) == {"type", "id", "geometry", "properties"} and feature["type"] == "Feature", feature
    assert feature["id"] == stop["id"]
    asked = feature["properties"]
    responsible = stop["responsible"] or {"name": None, "phone": None, "deputy": None}
    deputy = responsible["deputy"] or {"name": None, "phone": None}
    assert asked == {
        "id": stop["id"], "name": stop["name"], "kind": stop["kind"], "address": stop["address"],
        "community": community, "number": number, "responsible": responsible["name"],
        "phone": responsible["phone"], "deputy": deputy["name"], "deputyPhone": deputy["phone"],
        "call": stop["call"]["name"], "callPhone": stop["call"]["phone"], "guarded": stop["guarded"],
        "items": [item["text"] for item in stop["items"]], "evidence": stop["evidence"],
    }, asked
    point, place = feature["geometry"], places[stop["id"]]
    assert (point is None) == (place is None), stop["id"]
    if point is None:
        nowhere += 1
        continue
    assert set(point) == {"type", "coordinates"} and point["type"] == "Point", point
    longitude, latitude = point["coordinates"]
    assert -180 <= longitude <= 180 and -90 <= latitude <= 90, point
    assert (longitude, latitude) == (Decimal(place["lon"]), Decimal(place["lat"])), (point, place)
    # No digit that the plan does not know.
    for value, written in ((longitude, place["lon"]), (latitude, place["lat"])):
        assert value.as_tuple().exponent >= Decimal(written).as_tuple().exponent, (value, written)
assert len({feature["id"] for feature in chart["features"]}) == len(stops)
print(len(stops), len(items), len(checklist["rounds"]), nowhere)
