#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Whether the window says everything in every language: collects all sentences anew, beside the tree, and looks what
has no translation. English needs its plurals alone, the rest is what the source says.

    translations.py ROOT LUPDATE        status 0: complete; 1: what is missing, one a line
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

REMEDY = "Remedy: `ninja translations` in the build folder, then fill in what is unfinished in {}"


def unfinished(text, plurals_only):
    """The sources without a translation."""
    out = []
    for message in re.findall(r"<message( numerus=\"yes\")?>(.*?)</message>", text, re.DOTALL):
        if plurals_only and not message[0]:
            continue
        forms = re.search(r"<translation[^>]*>(.*?)</translation>", message[1], re.DOTALL)
        empty = forms is None or not forms[1].strip() or "<numerusform></numerusform>" in forms[1]
        if 'type="unfinished"' in message[1] or empty:
            out.append(re.search(r"<source>(.*?)</source>", message[1], re.DOTALL)[1])
    return out


def main(root, lupdate):
    root = pathlib.Path(root)
    missing = 0
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        core = work / "core_messages.cpp"
        core.write_text(subprocess.run([sys.executable, "-B", root / "translations/messages.py", root], check=True,
                                       capture_output=True, text=True).stdout)
        files = [pathlib.Path(shutil.copy(each, work)) for each in sorted((root / "translations").glob("*.ts"))]
        subprocess.run([lupdate, "-silent", "-locations", "none", "-no-obsolete", root / "ui", core, "-ts", *files],
                       check=True)
        for file in files:
            for sentence in unfinished(file.read_text(), file.stem.endswith("_en")):
                print(f"{file.name}: \"{sentence}\" has no translation. {REMEDY.format(file.name)}")
                missing += 1
    if not files:
        print("There is no file of a language.")
    return 1 if missing or not files else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
