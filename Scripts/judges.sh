#!/bin/sh
# judges.sh: installs the Python packages of Tests/Judges/requirements.txt into .build/judges, when they changed.
set -eu
cd "$(dirname "$0")/.."
wanted=Tests/Judges/requirements.txt
home=.build/judges
installed=$home/requirements.txt
[ -x $home/bin/python ] && cmp -s $wanted $installed && exit 0
echo "installing into $home for the judges of the tests: $(grep -v '^#' $wanted | tr '\n' ' ')"
# Debian's own Python by name: another one first in the path may lack what a virtual environment needs.
/usr/bin/python3 -m venv --clear $home
$home/bin/python -m pip install --quiet --disable-pip-version-check --requirement $wanted
# Last, so that a run that was cut short is done again.
cp $wanted $installed
