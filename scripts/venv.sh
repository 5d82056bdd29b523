#!/bin/sh
# venv.sh LOCK…: builds .venv with Python 3.11 and installs exactly what the lock files name.
set -eu
python=${PYTHON:-python3.11}
sh scripts/need.sh "$python" python3.11 python3.11-venv
if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
  if [ "$(id -u)" != 0 ]; then echo "venv is missing. As root: apt-get install python3.11-venv" >&2; exit 1; fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3.11-venv >/dev/null
fi
[ -x .venv/bin/python ] || "$python" -m venv .venv
for lock in "$@"; do
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
done
