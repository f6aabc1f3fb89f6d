#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds gpu/ with a compiler and an optimisation, and compares the digest of all operations with the one expected.
#
#     build.sh COMPILER LEVEL [JOBS]        build.sh clang++-14 -O3
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.." && pwd -P)
if [[ $# -lt 2 ]]; then
    echo "Usage: build.sh COMPILER LEVEL [JOBS], for instance build.sh clang++-14 -O3" >&2
    exit 2
fi
compiler=$1
level=$2
folder="$root/build/gpu-$compiler$level"
# Without a build type: no optimisation but the one that is asked for.
{ cmake -S "$root/gpu" -B "$folder" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_BUILD_TYPE=None \
    -DCMAKE_CXX_FLAGS="$level" -DUNCHAINED_CUDA=OFF -DUNCHAINED_DIGEST=ON &&
    CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1 cmake --build "$folder" --target gpu_digest --parallel "${3:-$(nproc)}"; } >&2
"$folder/bin/gpu_digest" "$root/tests/vectors/product.json" "$root/tests/gpu/digest/expected.txt"
