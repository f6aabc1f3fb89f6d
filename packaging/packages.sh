# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Debian 12 packages by purpose; packaging/run and packaging/test source this list. README.md says what each is for.

# To build the programs.
packages_build=(
    g++ cmake ninja-build ccache mold
    qt6-base-dev libssl-dev libsodium-dev zlib1g-dev libpng-dev libtomlplusplus-dev nlohmann-json3-dev
    qt6-charts-dev libqt6opengl6-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools libqrencode-dev
)

# To run them: plugins of Qt and the window's typeface, which no linker sees.
packages_run=(
    libqt6sql6-sqlite libqt6svg6 fonts-inter qt6-translations-l10n
)

# packaging/test
packages_test=(
    doctest-dev clang-format-14 clang-14 libclang-rt-14-dev python3 openssl sqlite3
    libbenchmark-dev libopenblas0 libdnnl2 xvfb xauth dbus at-spi2-core python3-pyatspi desktop-file-utils appstream
)

# packaging/test --all
packages_all=(
    clang-tidy-14 gcovr lintian python3-torch
)
