#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the tree to the rules of the house that no compiler knows. Each finding names the place and the remedy.

    tidy.py ROOT        status 0: nothing found; 1: findings, one a line

Rationale of each rule: CONTRIBUTING.md. What proves that each can fail: tidy_canary.py.
"""
import ast
import glob
import os
import re
import sys

import source

LINES_MAX_FILE = 600
LINES_MAX_FUNCTION = 70
CODE = (".cpp", ".h", ".cu", ".cuh")
WITH_LICENCE = CODE + (".py", ".sh", ".cmake", ".sql", "CMakeLists.txt", "packaging/run", "packaging/test", ".ci/run")
TOP = ("app", "core", "gpu", "ui", "resources", "translations", "tests", "packaging", ".ci")
LEFT_OUT = ("build", "__pycache__", "corpus")

# What each room of core/ may use directly; what those use comes with them. gpu/ as such is the codec (CODEC below).
ROOMS = {
    "base": [],
    "identity": ["base"],
    "contract": ["base", "identity"],
    "lottery": ["base", "identity"],
    "ledger": ["base"],
    "verification": ["base", "lottery"],
    "betting": ["base", "ledger"],
    "disputes": ["base", "ledger", "identity"],
    "reputation": ["base"],
    "market": ["base", "identity", "reputation"],
    "jobs": ["contract", "lottery", "verification"],
    "protocol": ["contract", "lottery", "ledger", "verification", "betting", "disputes", "market", "jobs"],
    "evidence": ["protocol"],
    "storage": ["protocol"],
    "net": ["protocol", "storage", "evidence"],
}
# Every room may use these headers of gpu/, and only these rooms all of them.
CODEC = ("bytes", "result", "cbor", "hash", "merkle", "work_kind")
ROOMS_OVER_GPU = ("verification", "jobs", "protocol", "evidence", "storage", "net")
# Rooms without a clock, a socket, a timer, a thread or a random source, and without Qt; of jobs only the job file.
PURE = ("base", "contract", "lottery", "ledger", "verification", "betting", "disputes", "reputation", "market",
        "protocol")
PURE_FILES = ("core/jobs/job_file", "core/jobs/toml_fields")
ROOMS_WITH_QT = ("jobs", "storage", "net")
WITH_WINDOW = "app/desktop/"
QT_WITHOUT_WINDOW = ("QtCore", "QtNetwork", "QtSql")

IMPURE = re.compile(
    r"\b(?:system_clock|steady_clock|high_resolution_clock|utc_clock|clock_gettime|gettimeofday|timespec_get|QElapsedTimer"
    r"|currentDateTime(?:Utc)?|currentMSecsSinceEpoch|currentSecsSinceEpoch|QDeadlineTimer|QTimer|QBasicTimer|timerfd_create"
    r"|random_device|mt19937(?:_64)?|QRandomGenerator|RAND_(?:priv_)?bytes|getrandom|getentropy|arc4random\w*"
    r"|Q(?:Tcp|Udp|Local|Ssl|Abstract)Socket|Q(?:Tcp|Local|Ssl)Server|QThread\w*|QSql\w+|jthread|sqlite3_\w+)\b"
    r"|\bstd::(?:thread|async)\b|(?<![\w.>])(?:std::|::)?(?:time\s*\(\s*(?:nullptr|NULL|0|&)|s?rand\s*\(|clock\s*\(\s*\)"
    r"|socket\s*\()")
# Two words, the second in small letters: what a person would read, and must have gone through one of these calls.
SENTENCE = re.compile(r"[A-Za-z]{2,},? [a-z]{2,}")
TRANSLATED = re.compile(
    r"\b(?:tr|translate|QT_TRANSLATE_NOOP\w*|makeError|qWarning|qCritical)\s*\((?:[^;\"]|\"(?:\\.|[^\"\\])*\")*\Z")
NOT_SHOWN = ("ui/theme/style_sheet.cpp", "ui/engine/demo_world.cpp")  # a style sheet, and names of hosts
SLEEP = re.compile(
    r"\bsleep_(?:for|until)\b|\bq(?:Sleep|Wait)\s*\(|\bQThread::[mu]?sleep\b|(?<![\w.:>])(?:u|nano)?sleep\s*\("
    r"|\btime\.sleep\s*\(|\basyncio\.sleep\s*\(")
SLEEP_SHELL = re.compile(r"(?:^|[;&|]|\bdo\b|\bthen\b)\s*sleep\s+[\d.$]", re.MULTILINE)
# Letters in brackets, so that these patterns do not find themselves.
FOREIGN = re.compile(r"(?<![\w.)>}])/(?:wor[k]|roo[t]|hom[e]/[a-z]\w*)/|\b[iI]ssue #[0-9]+|\b(?:see|in|of|from|as|by) issue [0-9]+\b")
UNFINISHED = re.compile(r"\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b")


class Tree:
    """The files under the root, each read once, and the findings."""

    def __init__(self, root, qt_headers):
        self.root = root
        self.qt_headers = qt_headers
        self.findings = []
        self.files = sorted(self._walk())
        self._texts = {}

    def _walk(self):
        for name in os.listdir(self.root):
            # A second checkout has a file .git, which says where the first one lies.
            if name != ".git" and os.path.isfile(os.path.join(self.root, name)):
                yield name
        for top in TOP:
            for folder, inner, names in os.walk(os.path.join(self.root, top)):
                inner[:] = [n for n in inner if n not in LEFT_OUT]
                yield from (os.path.relpath(os.path.join(folder, n), self.root) for n in names)

    def text(self, path):
        """The file as text; empty for what is no UTF-8."""
        if path not in self._texts:
            try:
                with open(os.path.join(self.root, path), encoding="utf-8") as file:
                    self._texts[path] = file.read()
            except UnicodeDecodeError:
                self._texts[path] = ""
        return self._texts[path]

    def code(self):
        return [path for path in self.files if path.endswith(CODE)]

    def report(self, rule, path, line, what, remedy):
        self.findings.append((rule, f"{path}:{line}: {rule}: {what}. Remedy: {remedy}."))


def closure(room):
    """The room and all that its row lets it use, directly or through others."""
    seen = {room}
    todo = [room]
    while todo:
        for other in ROOMS[todo.pop()]:
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return seen


def place_of(path):
    """(top, room) of a file; no room for what lies in the top itself."""
    parts = path.split("/")
    return parts[0], parts[1] if len(parts) > 2 else ""


# Where an include is looked for, after the folder of the file itself; gpu/ and core/ both have a net/.
SEARCHED = {
    "gpu": ("gpu/include", "gpu"),
    "core": ("core", "gpu/include", ""),
    "ui": ("ui", "core", "gpu/include", ""),
    "app": ("app", "ui", "core", "gpu/include", ""),
}


def target_of(tree, path, top, included):
    """(top, room) of what an include names, or (None, "") for the system and other libraries."""
    for folder in (os.path.dirname(path), *SEARCHED.get(top, ())):
        candidate = os.path.normpath(os.path.join(folder, included))
        if os.path.isfile(os.path.join(tree.root, candidate)):
            return place_of(candidate)
    parts = included.split("/")
    if len(parts) > 1:
        if parts[0] in ROOMS:
            return "core", parts[0]
        if parts[0] in ("gpu", "core", "ui", "app"):
            return parts[0], parts[1]
    return None, ""


def qt_module(tree, included):
    """QtCore, QtWidgets … for a header of Qt, else nothing."""
    first = included.split("/")[0]
    if re.fullmatch(r"Qt[A-Z]\w*", first):
        return first
    if re.fullmatch(r"Q[A-Z]\w*", included):
        return tree.qt_headers.get(included, "an unknown module of Qt")
    return tree.qt_headers.get(included)


def check_includes(tree):
    for path in tree.code():
        top, room = place_of(path)
        if top == "tests":
            top, room = ("gpu", "") if room == "gpu" else ("tests", "")
        for line, included in source.includes(tree.text(path)):
            module = qt_module(tree, included)
            if module:
                check_qt(tree, path, top, room, line, included, module)
            else:
                check_arrow(tree, path, top, room, line, included)


def check_qt(tree, path, top, room, line, included, module):
    pure_file = path.startswith(PURE_FILES)
    if top == "gpu":
        tree.report("arrows", path, line, f"{included} in gpu/, which knows no Qt", "use std types")
    elif top == "core" and (room not in ROOMS_WITH_QT or pure_file):
        tree.report("arrows", path, line, f"{included} in a room without Qt",
                    f"use std types here, or move what needs Qt to core/{', core/'.join(ROOMS_WITH_QT)} or app/")
    elif top in ("core", "app") and module not in QT_WITHOUT_WINDOW and not path.startswith(WITH_WINDOW):
        tree.report("arrows", path, line, f"{included} is of {module}",
                    f"{top}/ has no window: use {', '.join(QT_WITHOUT_WINDOW)} or move the code to ui/")


def check_arrow(tree, path, top, room, line, included):
    to, to_room = target_of(tree, path, top, included)
    order = ["gpu", "core", "ui", "app", "tests"]
    if to is None or top not in order or to not in order:
        return
    if order.index(to) > order.index(top) and not (to == "tests" and path.startswith("tests/")):
        tree.report("arrows", path, line, f"{included} is of {to}/, which stands above {top}/",
                    "arrows point app, ui, core, gpu: move the shared part down, or hand it in as a value")
    if top == "core" and to == "core":
        check_rooms(tree, path, line, included, room, to_room)
    if top == "core" and to == "gpu" and room not in ROOMS_OVER_GPU:
        header = included.removeprefix("gpu/").removesuffix(".h")
        if header not in CODEC:
            tree.report("arrows", path, line, f"{included} in core/{room}",
                        f"this room may use of gpu/ only {', '.join(CODEC)}")


def check_rooms(tree, path, line, included, room, to_room):
    for name in (room, to_room):
        if name not in ROOMS:
            tree.report("arrows", path, line, f"core/{name} is no room",
                        "give it a row in ROOMS of tests/tidy/tidy.py and in core/README.md")
            return
    if to_room not in closure(room):
        tree.report("arrows", path, line, f"{included} in core/{room}",
                    f"core/{room} may use {', '.join(sorted(closure(room) - {room})) or 'no other room'}: "
                    "move the shared part down, or hand it in as a value")


def check_twins(tree):
    for path in tree.files:
        if not (path.startswith("gpu/cuda/") and path.endswith(".cu")) or "__global__" not in tree.text(path):
            continue
        word = os.path.basename(path)[:-len(".cu")]
        # The twin is where the word is at home on the processor; of several for one word it is the plain one.
        twin = re.compile(rf"gpu/(?!cuda/)\w+/{word}(?:_scalar)?\.cpp")
        wanted = {
            "twin": (f"gpu/cpu/{word}.cpp", twin.fullmatch),
            "test": (f"tests/gpu/{word}_test.cpp",
                     lambda p: p.startswith("tests/gpu/") and os.path.basename(p) == f"{word}_test.cpp"),
            "benchmark": (f"tests/bench/{word}_bench.cpp",
                          re.compile(rf"tests/bench/(?:\w+/)*{word}_(?:bench|contests)\.cpp").fullmatch),
        }
        for kind, (place, matches) in wanted.items():
            if not any(matches(p) for p in tree.files):
                tree.report("twins", path, 1, f"the kernel has no {kind}", f"write {place}")


def check_purity(tree):
    for path in tree.code():
        top, room = place_of(path)
        if top != "core" or not (room in PURE or path.startswith(PURE_FILES)):
            continue
        code = source.code_only(tree.text(path))
        for match in IMPURE.finditer(code):
            tree.report("purity", path, source.line_of(code, match.start()), f"{match[0].strip('( ')} in a pure room",
                        "take the time, the randomness or the data as an argument; the shell in core/net, core/storage "
                        "or app/ fetches it")


def check_lengths(tree):
    for path in tree.files:
        if not path.endswith(CODE + (".py",)):
            continue
        text = tree.text(path)
        lines = text.count("\n")
        if lines > LINES_MAX_FILE:
            tree.report("file-length", path, lines, f"{lines} lines, at most {LINES_MAX_FILE}",
                        "split it by what changes together")
        for name, first, last in python_functions(text) if path.endswith(".py") else source.functions(text):
            if last - first + 1 > LINES_MAX_FUNCTION:
                tree.report("function-length", path, first,
                            f"{name} has {last - first + 1} lines, at most {LINES_MAX_FUNCTION}",
                            "give its parts names and functions of their own")


def python_functions(text):
    try:
        nodes = ast.walk(ast.parse(text))
    except SyntaxError:
        return []
    return [(n.name, n.lineno, n.end_lineno) for n in nodes if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]


def check_licence(tree):
    for path in tree.files:
        if path.endswith(WITH_LICENCE) and "SPDX-License-Identifier: Apache-2.0" not in tree.text(path)[:300]:
            tree.report("licence", path, 1, "no SPDX line",
                        "first line (second after #!): a comment with SPDX-License-Identifier: Apache-2.0")


def check_words(tree):
    for path in tree.files:
        text = tree.text(path)
        for match in FOREIGN.finditer(text):
            tree.report("words", path, source.line_of(text, match.start()), f"'{match[0]}' means nothing to a reader",
                        "use a path inside the tree, or say the thing itself")
        if path.split("/")[0] in ("app", "core", "gpu", "ui"):
            for match in UNFINISHED.finditer(text):
                tree.report("words", path, source.line_of(text, match.start()), f"'{match[0]}' in shipped code",
                            "do it, or say in the header what the code does not do")


def check_sleep(tree):
    for path in tree.files:
        if not path.startswith("tests/"):
            continue
        text = tree.text(path)
        if path.endswith(CODE):
            text, pattern = source.code_only(text), SLEEP
        elif path.endswith(".py"):
            pattern = SLEEP
        elif path.endswith(".sh"):
            pattern = SLEEP_SHELL
        else:
            continue
        for match in pattern.finditer(text):
            tree.report("sleep", path, source.line_of(text, match.start()), "a test that sleeps",
                        "wait for the event itself: a line of output, the end of a process, a signal; or hand in the time")


def check_translated(tree):
    for path in tree.code():
        if not path.startswith("ui/") or path in NOT_SHOWN:
            continue
        text = source.without_comments(tree.text(path))
        for at, words in source.strings(text):
            if SENTENCE.search(words) and not TRANSLATED.search(text[:at][-2000:]):
                tree.report("translated", path, source.line_of(text, at), f"{words} is shown as it stands",
                            'write tr("…"), or QT_TRANSLATE_NOOP in a table')


RULES = {
    "translated": check_translated,
    "arrows": check_includes,
    "twins": check_twins,
    "purity": check_purity,
    "file-length": check_lengths,
    "function-length": None,  # found by check_lengths too
    "licence": check_licence,
    "words": check_words,
    "sleep": check_sleep,
}


def installed_qt_headers():
    """Header name to module, from Qt's own folders."""
    headers = {}
    for folder in glob.glob("/usr/include/*/qt6/Qt*") + glob.glob("/usr/include/qt6/Qt*"):
        for name in os.listdir(folder):
            headers.setdefault(name, os.path.basename(folder))
    return headers


def findings(root, qt_headers):
    """[(rule, message)] of the whole tree."""
    tree = Tree(root, qt_headers)
    for check in RULES.values():
        if check:
            check(tree)
    return tree.findings


def main():
    if len(sys.argv) != 2 or not os.path.isdir(sys.argv[1]):
        sys.exit("Usage: tidy.py ROOT")
    headers = installed_qt_headers()
    if not headers:
        sys.exit("Qt's headers are not under /usr/include: install qt6-base-dev")
    found = findings(sys.argv[1], headers)
    for _, message in found:
        print(message)
    print(f"{len(found)} findings" if found else "The tree is tidy.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
