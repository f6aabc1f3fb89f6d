# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What packaging/run and packaging/test share: packages, configuring and building. Sourced with $root set.

: "${root:?}"

# Exit status of every program here that cannot start.
readonly exit_cannot_start=4

# shellcheck source=packaging/packages.sh
source "$root/packaging/packages.sh"

say() { printf '%s\n' "$*" >&2; }

# Names those of its arguments that are not installed; asks dpkg alone, so it takes milliseconds.
missing_packages() {
    local name
    local -A installed=()
    # A package that dpkg never heard of makes dpkg-query fail, but it still lists the others.
    while read -r name status; do
        [[ $status == installed ]] && installed[$name]=1
    done < <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for name in "$@"; do
        [[ -n ${installed[$name]:-} ]] || printf '%s\n' "$name"
    done
}

# Installs those of its arguments that are missing; asks no server when none is.
need_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say "This script knows Debian's packages only. Install what packaging/packages.sh names by other means, then:"
        say "    cmake --preset release && cmake --build --preset release"
        exit "$exit_cannot_start"
    fi
    local -a missing
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if [[ $(id -u) -ne 0 ]]; then
        say "${#missing[@]} packages are missing, and only root can install them. Run this, then start again:"
        say "    sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends ${missing[*]}'"
        exit "$exit_cannot_start"
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    local -a apt=(apt-get -q -o DPkg::Lock::Timeout=300)
    "${apt[@]}" update </dev/null >&2 || say "apt-get update failed; trying with the lists that are here."
    if ! DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >&2; then
        say "apt-get could not install them. Check the network and /etc/apt/sources.list (Debian 12, component main), then start again."
        exit "$exit_cannot_start"
    fi
}

# A build folder that can be written, and a home for ccache where the user has none.
need_build_folder() {
    if ! mkdir -p "$root/build" 2>/dev/null || [[ ! -w $root/build ]]; then
        say "Cannot write $root/build. Make the folder writable for $(id -un), or clone into a place of your own."
        exit "$exit_cannot_start"
    fi
    if [[ -z ${CCACHE_DIR:-} && ! -w ${HOME:-/nonexistent} ]]; then
        export CCACHE_DIR="$root/build/ccache"
    fi
}

# build_preset NAME [cmake options]: configures where that is due, then builds. All output goes to stderr.
build_preset() {
    local preset=$1 folder="$root/build/$1" home=""
    shift
    if [[ -f $folder/CMakeCache.txt ]]; then
        home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$folder/CMakeCache.txt")
    fi
    # A tree that was moved or copied brings a cache that CMake refuses.
    if [[ -n $home && $home != "$root" ]]; then rm -rf "$folder"; fi
    # Ninja configures again by itself when a CMake file changed, but knows nothing of presets and of our options.
    if [[ ! -f $folder/build.ninja || $root/CMakePresets.json -nt $folder/build.ninja ||
        $(cat "$folder/options" 2>/dev/null) != "$*" ]]; then
        (cd "$root" && cmake --preset "$preset" "$@") >&2 || return 1
        printf '%s\n' "$*" >"$folder/options"
    fi
    # Clones of this tree share what is compiled.
    CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1 cmake --build "$folder" --parallel "$(nproc)" >&2
}
