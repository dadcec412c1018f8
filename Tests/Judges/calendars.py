#!/usr/bin/env python3
"""Reads duty calendars with the PyPI package icalendar and holds them against RFC 5545 and against each other.

    .build/judges/bin/python Tests/Judges/calendars.py FOLDER

Prints path → name and events of every .ics file below FOLDER as JSON, or what is wrong.
"""
import json
import re
import sys
from pathlib import Path

import icalendar

# Everything that some program takes for the end of a line, or that steers one.
STRAY = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
ONCE = ["UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "SUMMARY", "LOCATION",
        "DESCRIPTION", "TRANSP"]


def raw_lines(raw):
    """Every physical line, octet by octet, before any library has mended anything."""
    assert raw.endswith(b"\r\n"), "the last line has no end"
    bare = raw.replace(b"\r\n", b"")
    assert b"\n" not in bare and b"\r" not in bare, "a line ends otherwise than with CRLF"
    lines = raw[:-2].split(b"\r\n")
    for line in lines:
        assert line, "an empty line"
        assert len(line) <= 75, f"{len(line)} octets: {line!r}"
        text = line.decode("utf-8")
        assert not STRAY.search(text), f"stray characters in {text!r}"
    return lines


def unfolded(lines):
    whole = []
    for line in lines:
        if line.startswith(b" "):
            whole[-1] += line[1:]
        else:
            whole.append(line)
    return whole


def local(prop):
    assert prop.params.get("TZID") == "Asia/Shanghai", prop.params
    assert prop.dt.utcoffset() is not None
    return prop.dt.strftime("%Y-%m-%d %H:%M")


def utc(prop):
    assert prop.dt.utcoffset().total_seconds() == 0, "not in UTC"
    return prop.dt.strftime("%Y-%m-%d %H:%M")


def event(item):
    for name in ONCE:
        assert name in item and not isinstance(item[name], list), f"{name} is not there once"
    assert item["DTSTART"].dt < item["DTEND"].dt, "ends before it starts"
    uid = str(item["UID"])
    assert uid.isascii() and len(uid) <= 255, uid
    alarms = [part for part in item.subcomponents if part.name == "VALARM"]
    assert len(alarms) == len(item.subcomponents) <= 1
    return {
        "uid": uid, "start": local(item["DTSTART"]), "end": local(item["DTEND"]), "stamp": utc(item["DTSTAMP"]),
        "modified": utc(item["LAST-MODIFIED"]), "summary": str(item["SUMMARY"]),
        "location": str(item["LOCATION"]), "description": str(item["DESCRIPTION"]),
        "categories": [str(one) for one in item["CATEGORIES"].cats], "status": str(item["STATUS"]),
        "sequence": int(item["SEQUENCE"]), "transparent": str(item["TRANSP"]) == "TRANSPARENT",
        "alarms": [-int(one["TRIGGER"].dt.total_seconds()) // 60 for one in alarms],
    }


def calendar(path):
    raw = path.read_bytes()
    whole = unfolded(raw_lines(raw))
    begun = [line for line in whole if line == b"BEGIN:VEVENT"]
    read = icalendar.Calendar.from_ical(raw)
    for part in read.walk():
        assert not part.errors, part.errors
    for name, value in {"VERSION": "2.0", "CALSCALE": "GREGORIAN", "METHOD": "PUBLISH"}.items():
        assert str(read[name]) == value, name
    assert read["PRODID"]
    zones = {str(zone["TZID"]) for zone in read.walk("VTIMEZONE")}
    used = {found.decode() for line in whole for found in re.findall(rb"^[A-Z-]+;TZID=([^:;]*)", line)}
    assert used <= zones, f"{used - zones} is not defined"
    events = [event(item) for item in read.walk("VEVENT")]
    assert len(events) == len(begun), "an event began inside a value"
    assert len({one["uid"] for one in events}) == len(events), "two events have one UID"
    return {"name": str(read["X-WR-CALNAME"]), "events": events}


def held_together(files):
    """What people have in their own calendars, wherever they are kept, is what the sub-districts have in theirs."""
    same = ["uid", "start", "end", "stamp", "modified", "location", "categories", "status", "sequence",
            "transparent"]

    def is_shared(path):
        folder, name = path.rsplit("/", 1)
        return name == f"{folder.rsplit('/', 1)[-1]}.ics"

    def events(shared):
        return sorted([one[key] for key in same] for path, file in files.items() if is_shared(path) == shared
                      for one in file["events"])

    assert events(shared=False) == events(shared=True), "people's calendars and their sub-districts' differ"


def main():
    root = Path(sys.argv[1])
    files = {path.relative_to(root).as_posix(): calendar(path) for path in sorted(root.rglob("*.ics"))}
    assert files, "no calendars"
    held_together(files)
    json.dump(files, sys.stdout, ensure_ascii=False)


main()
