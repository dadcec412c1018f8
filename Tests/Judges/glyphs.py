"""Draws every glyph of the fonts inside PDF files, and names those that draw nothing or cannot be drawn.

Usage: glyphs.py FILE... Prints a line for each such glyph, then how many were drawn. A glyph without an outline is right
for a space alone; a font may hold one.
"""
import base64
import io
import json
import subprocess
import sys

from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen


def fonts(path):
    """The CFF fonts of a file, by name."""
    out = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
                         capture_output=True, check=False).stdout
    objects = json.loads(out)["qpdf"][1]
    for value in objects.values():
        descriptor = value.get("value")
        if isinstance(descriptor, dict) and "/FontFile3" in descriptor:
            stream = objects["obj:" + descriptor["/FontFile3"]]["stream"]
            yield descriptor["/FontName"], base64.b64decode(stream["data"])


drawn = 0
for path in sys.argv[1:]:
    for name, data in fonts(path):
        font = CFFFontSet()
        font.decompile(io.BytesIO(data), None)
        empty = []
        strings = font[0].CharStrings
        for glyph in strings.keys():
            if glyph == ".notdef":
                continue
            pen = RecordingPen()
            try:
                strings[glyph].draw(pen)
            except Exception as fault:  # whatever is wrong with it, it is named
                print(f"{path} {name} {glyph}: {fault}")
                continue
            drawn += 1
            if not pen.value:
                empty.append(glyph)
        if len(empty) > 2:
            print(f"{path} {name} draws nothing for {empty}")
print(drawn)
