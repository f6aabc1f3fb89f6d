#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the intermediate code (PTX) in a program and fails where it may round otherwise than the processor does.

    device_code.py FILE

An operation without .rn may be contracted by the driver that translates it, on cards that are not made yet.
"""
import re
import sys

INSTRUCTION = re.compile(rb"(?m)^[\t ]*(?:@!?%p\d+ )?((?:add|sub|mul|div|sqrt|rcp|fma|mad|ex2|lg2|sin|cos|tanh|rsqrt)"
                         rb"(?:\.[a-z0-9]+)*)[\t ]")
REAL = re.compile(r"\.(f16|f16x2|bf16|bf16x2|f32|f64)\b")
ONE_ROUNDING = re.compile(r"(add|sub|mul|div|rcp|sqrt)\.rn\.(f32|f64)")


def main():
    if len(sys.argv) != 2:
        sys.exit("Usage: device_code.py FILE")
    with open(sys.argv[1], "rb") as file:
        code = file.read()
    versions = re.findall(rb"(?m)^\.target (sm_\d+)", code)
    used = {}
    for match in INSTRUCTION.finditer(code):
        name = match[1].decode()
        if REAL.search(name):
            used[name] = used.get(name, 0) + 1
    wrong = sorted(name for name in used if not ONE_ROUNDING.fullmatch(name))
    for name in wrong:
        print(f"{used[name]} times {name}: not one rounding to nearest even with subnormals. Remedy: compile with the "
              "options of unchained_cuda_options() in gpu/cmake/cuda.cmake")
    if not versions or not used:
        sys.exit(f"no readable PTX in {sys.argv[1]}: one architecture must be virtual, and --compress-mode none")
    print(f"{sum(used.values())} operations for {', '.join(sorted({v.decode() for v in versions}))}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
