#!/bin/sh
# need.sh PACKAGE "why" ...: installs the Debian packages that are missing, saying what for; nothing twice.
set -eu
missing=""
while [ $# -ge 2 ]; do
  if ! dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; then
    echo "installing $1: $2"
    missing="$missing $1"
  fi
  shift 2
done
[ -n "$missing" ] || exit 0
root=""
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || { echo "need root or sudo to install:$missing" >&2; exit 2; }
  root=sudo
fi
$root apt-get update -qq
$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
