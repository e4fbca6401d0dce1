#!/bin/sh
# Installs the tools of judges.txt that are missing, on Debian and Ubuntu; elsewhere says what to install.
set -eu
list=$(dirname "$0")/judges.txt
missing=$(grep -v '^#' "$list" | while read -r command package; do
    command -v "$command" >/dev/null || echo "$package"
done | sort -u | tr '\n' ' ')
if [ -z "$missing" ]; then
    echo "every judge is here"
elif ! command -v apt-get >/dev/null; then
    echo "install the packages that hold: $missing(these are their names in Debian)"
else
    run=; [ "$(id -u)" = 0 ] || run=sudo
    $run apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $run apt-get install -y -qq --no-install-recommends $missing
fi
