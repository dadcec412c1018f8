#!/bin/sh
# The benchmark behind `make bench`: run.sh [EMERGENCY]
# Generates plans into a temporary folder (removed at the end), compiles the yardsticks in C and hands
# over to compare.py. Fails when a command fails, not when a goal is missed.
# By environment:
#   BENCH_PLANS (20000), BENCH_SAMPLE (400, for yamllint and check-jsonschema), BENCH_ROUNDS (5)
#   BENCH_GROWTH=0 leaves out the growth up to 100,000 plans, which needs about 1 GB in TMPDIR
#   BENCH_TREE   a program that reads a folder to marked trees and prints the number of files
#                (tree-bench beside EMERGENCY)
#   BENCH_VENV   where yamllint and check-jsonschema are; BENCH_PYTHON, a python3 with PyYAML's C loader
# Needs: cc, libyaml-dev, git, /usr/bin/time, and python3-yaml.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
repository=$(dirname "$here")
emergency=$(realpath -m "${1:-$repository/.build/release/emergency}")
[ -x "$emergency" ] || { echo "run.sh: there is no program at $emergency; build it first" >&2; exit 1; }
[ -x /usr/bin/time ] || { echo "run.sh: no /usr/bin/time; apt-get install time" >&2; exit 1; }

python=
for candidate in ${BENCH_PYTHON:-/usr/bin/python3 python3}; do
    if "$candidate" -c 'import yaml; yaml.CSafeLoader' 2>/dev/null; then python=$candidate; break; fi
done
[ -n "$python" ] || { echo "run.sh: no python3 with PyYAML's C loader; apt-get install python3-yaml" >&2; exit 1; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM

for yardstick in yaml_loop read_files; do
    cc -O2 -pthread -o "$scratch/$yardstick" "$here/$yardstick.c" -lyaml
done
"$python" "$here/generate_plans.py" "$scratch/plans" "${BENCH_PLANS:-20000}" >&2
"$python" "$here/generate_plans.py" "$scratch/sample" "${BENCH_SAMPLE:-400}" >&2   # the first of the same plans
find "$scratch/plans" -type f -exec cat {} + >/dev/null     # warms the page cache

export BENCH_VENV="$(realpath -m "${BENCH_VENV:-$repository/.build/bench-venv}")"
cd "$repository"
PYTHONDONTWRITEBYTECODE=1 "$python" "$here/compare.py" "$emergency" "$scratch"
echo
echo "Twelve faults seeded into the sample plans, one run of each checker:"
echo
"$python" "$here/faults.py" "$emergency" "$BENCH_VENV/bin"
