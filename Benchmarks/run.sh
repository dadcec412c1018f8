#!/bin/sh
# The benchmark behind `make bench`: run.sh [EMERGENCY]
# Generates plans into a temporary folder (removed at the end), compiles the C loop and hands over
# to compare.py. Fails when a command fails, not when a goal is missed.
# BENCH_PLANS (5000), BENCH_ROUNDS (5) and BENCH_PYTHON change what the names say.
# Needs: cc, libyaml-dev, git, and a python3 with PyYAML's C loader (python3-yaml).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
repository=$(dirname "$here")
emergency=$(realpath -m "${1:-$repository/.build/release/emergency}")
[ -x "$emergency" ] || { echo "run.sh: there is no program at $emergency; build it first" >&2; exit 1; }

python=
for candidate in ${BENCH_PYTHON:-/usr/bin/python3 python3}; do
    if "$candidate" -c 'import yaml; yaml.CSafeLoader' 2>/dev/null; then python=$candidate; break; fi
done
[ -n "$python" ] || { echo "run.sh: no python3 with PyYAML's C loader; apt-get install python3-yaml" >&2; exit 1; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM

cc -O2 -o "$scratch/yaml_loop" "$here/yaml_loop.c" -lyaml
"$python" "$here/generate_plans.py" "$scratch/plans" "${BENCH_PLANS:-5000}" >&2
find "$scratch/plans" -type f -exec cat {} + >/dev/null     # warms the page cache

cd "$repository"
"$python" "$here/compare.py" "$emergency" "$scratch/yaml_loop" "$scratch/plans" "$scratch/responses" "${BENCH_ROUNDS:-5}"
