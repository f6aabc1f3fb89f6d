#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Finds the sentences of core/ and gpu/, and those of errors elsewhere, that people read in the window, and prints them
as C++ in which lupdate finds them.

    messages.py ROOT > messages.h

Engine and arithmetic know no translation: an error carries its English pattern, and the window translates that, in the
context "core" (ui/engine/market_link.cpp). What is collected is every literal that reads like words, adjacent ones
joined; SQL, formats and what is only a part of a sentence are left out.
"""
import os
import re
import sys

TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"'
                   r"|'(?:\\.|[^'\\\n])+'|[A-Za-z0-9_]+'?[A-Za-z0-9_]*|\s+|.", re.DOTALL)
WORDS = re.compile(r"[A-Za-z]{2,},? [a-z]{2,}")
NOT_SAID = re.compile(r"^(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|VACUUM|ATTACH|ALTER)\b|^unchained/|%[sdzlu]|^\W|\s$")


def literals(text):
    """Each literal with those that follow it without anything between."""
    joined = None
    for match in TOKEN.finditer(text):
        token = match[0]
        if token.startswith('"'):
            joined = (joined or "") + token[1:-1]
        elif not token.isspace() and not token.startswith(("//", "/*")):
            if joined is not None:
                yield joined
            joined = None


def sources(root, top):
    for folder, _, names in os.walk(os.path.join(root, top)):
        for name in names:
            if name.endswith((".cpp", ".h")):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    yield file.read()


def sentences(root):
    texts = [text for top in ("core", "gpu") for text in sources(root, top)]
    with open(os.path.join(root, "app/node/dispute.cpp"), encoding="utf-8") as file:  # the window starts it
        texts.append(file.read())
    for text in sources(root, "ui/engine"):
        texts.extend(re.findall(r"\bmakeError\(.*?\);", text, re.DOTALL))
    return sorted({t for text in texts for t in literals(text) if WORDS.search(t) and not NOT_SAID.search(t)})


if __name__ == "__main__":
    print("static const char* kMessages[] = {")
    for sentence in sentences(sys.argv[1]):
        print(f'    QT_TRANSLATE_NOOP("core", "{sentence}"),')
    print("};")
