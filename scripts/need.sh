#!/bin/sh
# need.sh COMMAND PACKAGE…: installs Debian packages when COMMAND is missing and this may; otherwise says what to install.
set -eu
command=$1
shift
if command -v "$command" >/dev/null 2>&1; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing $* …"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  command -v "$command" >/dev/null 2>&1 && exit 0
fi
echo "$command is missing. As root: apt-get install $*" >&2
exit 1
