#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads a JUnit file of ctest; prints lines KIND<tab>TEXT: one `pass` with a count, one `fail` or `skip` for each test.

A test that did not run because its program is missing counts as failed: nobody chose to skip it.
"""
import sys
import xml.etree.ElementTree as ElementTree


def last_line(case):
    lines = [line.strip() for line in (case.findtext("system-out") or "").splitlines() if line.strip()]
    return lines[-1][:200] if lines else ""


def main():
    passed = 0
    try:
        cases = list(ElementTree.parse(sys.argv[1]).getroot().iter("testcase"))
    except (OSError, ElementTree.ParseError) as error:
        sys.exit(f"no results of ctest in {sys.argv[1]}: {error}")
    if not cases:
        print("fail\tno test was found")
    for case in cases:
        name = case.get("name")
        status = case.get("status")
        skip = case.find("skipped")
        reason = skip.get("message", "") if skip is not None else ""
        if status == "run":
            passed += 1
        elif status == "disabled" or (status == "notrun" and reason.startswith("SKIP_")):
            print(f"skip\t{name}: {last_line(case) or 'disabled'}")
        elif status == "notrun":
            print(f"fail\t{name}: could not be run ({reason or 'no program'})")
        else:
            print(f"fail\t{name}")
    print(f"pass\t{passed}")


if __name__ == "__main__":
    main()
