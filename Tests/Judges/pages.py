"""Reads every page of a response with Python's HTML parser and prints what it finds as JSON.

Usage: pages.py FOLDER. For each page: whether tags balance, its links, scripts, loaded addresses, its text length.
"""
import html.parser
import json
import os
import sys
import urllib.parse

VOID = {"meta", "br", "col", "link", "img", "input", "hr", "rect", "path"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.links, self.loads, self.text, self.tags = [], [], [], [], [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            if name == "href":
                self.links.append(urllib.parse.unquote(value))
            if name in ("src", "srcset", "data", "action") or name.startswith("on"):
                self.loads.append(f"{tag} {name}={value}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.add(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.text.append(data)


found = []
root = sys.argv[1]
for folder, _, names in os.walk(root):
    for name in sorted(names):
        if not name.endswith(".html"):
            continue
        path = os.path.join(folder, name)
        page = Page()
        with open(path, encoding="utf-8") as file:
            page.feed(file.read())
        page.close()
        missing = [l for l in page.links if not os.path.exists(os.path.join(folder, l))]
        found.append({
            "path": os.path.relpath(path, root), "faults": page.faults + page.open, "missing": missing,
            "links": len(page.links), "loads": page.loads, "scripts": "script" in page.tags,
            "text": "".join(page.text),
        })
print(json.dumps(found, ensure_ascii=False))
