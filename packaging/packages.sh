# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Debian 12 packages by purpose; packaging/run and packaging/test source this list. README.md says what each is for.

# To build the programs.
packages_build=(
    g++ cmake ninja-build ccache mold
    qt6-base-dev libssl-dev zlib1g-dev libtomlplusplus-dev nlohmann-json3-dev
)

# To run them: Qt loads its SQLite driver as a plugin, which no linker sees.
packages_run=(
    libqt6sql6-sqlite
)

# packaging/test
packages_test=(
    doctest-dev clang-format-14 clang-14 libclang-rt-14-dev python3 openssl sqlite3
)

# packaging/test --all
packages_all=(
    clang-tidy-14 gcovr
)
