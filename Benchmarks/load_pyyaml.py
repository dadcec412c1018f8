#!/usr/bin/env python3
"""Merely loads every .yaml below a folder with PyYAML's C loader, one after the other,
and keeps nothing: load_pyyaml.py FOLDER"""

import os
import sys
import time

try:
    import yaml
    Loader = yaml.CSafeLoader
except (ImportError, AttributeError):
    sys.exit("load_pyyaml.py: this python has no PyYAML with the C loader (yaml.CSafeLoader); "
             "install python3-yaml, or name another python with BENCH_PYTHON")

if len(sys.argv) != 2:
    sys.exit("usage: load_pyyaml.py FOLDER")
start = time.perf_counter()
files = size = 0
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if not name.endswith(".yaml"):
            continue
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        yaml.load(data, Loader=Loader)
        files += 1
        size += len(data)
print(f"files {files} bytes {size} seconds {time.perf_counter() - start:.4f}")
