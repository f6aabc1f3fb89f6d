#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What README's two commands say before they build anything: bad options, and a user without root and packages.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# expect STATUS NAME COMMAND...: what it prints is left in $work/out and $work/err.
expect() {
    local wanted=$1 name=$2 status=0
    shift 2
    "$@" >"$work/out" 2>"$work/err" </dev/null || status=$?
    if [[ $status -ne $wanted ]]; then
        printf '%s: status %s in place of %s\n' "$name" "$status" "$wanted"
        cat "$work/out" "$work/err"
        failed=1
    fi
}

expect 2 "an unknown option" "$root/packaging/test" --bogus
grep -q '^unknown option: --bogus$' "$work/err" || { echo "the option is not named"; failed=1; }
expect 2 "two options" "$root/packaging/test" --all --deps-only
expect 0 "help" "$root/packaging/test" --help

# A machine that has none of the packages, and a user who cannot install them: one command is printed, nothing is done.
mkdir "$work/bin"
printf '#!/bin/sh\nexit 1\n' >"$work/bin/dpkg-query"
printf '#!/bin/sh\necho 1000\n' >"$work/bin/id"
printf '#!/bin/sh\necho "$@" >>"%s/installed"\n' "$work" >"$work/bin/apt-get"
cp "$work/bin/apt-get" "$work/bin/cmake"
chmod 755 "$work/bin/"*
for command in run test; do
    expect 4 "packaging/$command without packages" env PATH="$work/bin:$PATH" "$root/packaging/$command"
    if [[ -s $work/out || $(wc -l <"$work/err") -ne 2 || $(grep -c "^    sudo sh -c 'apt-get update && apt-get install " \
        "$work/err") -ne 1 ]]; then
        echo "packaging/$command does not print the one command:"
        cat "$work/out" "$work/err"
        failed=1
    fi
done
if [[ -e $work/installed ]]; then
    echo "something was run:"
    cat "$work/installed"
    failed=1
fi
exit "$failed"
