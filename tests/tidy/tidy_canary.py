#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Breaks each rule of tidy.py in a small tree of its own: a rule that no canary can trip guards nothing."""
import os
import tempfile
import unittest

import source
import tidy

SPDX = "// SPDX-License-Identifier: Apache-2.0\n"
QT = {"QString": "QtCore", "QSslSocket": "QtNetwork", "QWidget": "QtWidgets", "QChart": "QtCharts"}
CLEAN = {
    "gpu/include/gpu/hash.h": SPDX + "#pragma once\n",
    "gpu/include/gpu/engine.h": SPDX + "#pragma once\n",
    "gpu/net/linear.h": SPDX + "#pragma once\n",
    "gpu/net/linear.cpp": SPDX + '#include "net/linear.h"\n#include "gpu/hash.h"\n',
    "core/base/amount.h": SPDX + '#include "gpu/hash.h"\n#include <vector>\n',
    "core/lottery/draw.h": SPDX + '#include "base/amount.h"\n',
    "core/lottery/draw.cpp": SPDX + '#include "draw.h"\n// a steady_clock would be wrong here\nint time(int a);\n',
    "core/jobs/job_file.cpp": SPDX + '#include "lottery/draw.h"\n#include "base/amount.h"\n',
    "core/net/server.cpp": SPDX + "#include <QSslSocket>\n#include <QString>\n",
    "ui/pages/page.cpp": SPDX + 'label->setText(tr("A sentence of two "\n"lines that go on"));\nname("no-words", "one");\n',
    "app/node.cpp": SPDX + '#include <QString>\n#include "net/server.h"\n',
    "tests/core/draw_test.cpp": SPDX + "int x = 1'000; // sleep" + "_for is a word in a comment\n",
    "tests/files.h": SPDX,
    "tests/gpu/a_test.cpp": SPDX + '#include "gpu/hash.h"\n#include "files.h"\n#include "../files.h"\n',
    "README.md": "Read gpu/README.md; the operator may is" + "sue 10 credits.\n",
}


def found(changes):
    """The rules that a clean tree with these changes breaks."""
    with tempfile.TemporaryDirectory() as root:
        for path, text in {**CLEAN, **changes}.items():
            os.makedirs(os.path.dirname(os.path.join(root, path)) or root, exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                file.write(text)
        return tidy.findings(root, QT)


def function(lines, signature="int f(int a)"):
    """A function of so many lines, braces included."""
    return signature + " {\n" + "    a += 1;\n" * (lines - 2) + "}\n"


KERNEL = SPDX + "__global__ void noise() {}\n"
TWIN = {"gpu/cuda/noise.cu": KERNEL, "gpu/cpu/noise.cpp": SPDX, "tests/gpu/noise_test.cpp": SPDX,
        "tests/bench/noise_bench.cpp": SPDX}

# rule -> changes of which each must be found, and as that rule alone
CANARIES = {
    "translated": [
        {"ui/pages/page.cpp": SPDX + 'label->setText(QStringLiteral("No host fits"));\n'},
        {"ui/pages/page.cpp": SPDX + 'label->setText(tr("One")); other->setText("A sentence here");\n'},
    ],
    "arrows": [
        {"gpu/net/linear.cpp": SPDX + '#include "base/amount.h"\n'},
        {"gpu/net/linear.cpp": SPDX + '#include "../../core/base/amount.h"\n'},
        {"gpu/net/linear.cpp": SPDX + "#include <QString>\n"},
        {"gpu/net/linear.cpp": SPDX + "#include <QtCore/QString>\n"},
        {"tests/gpu/linear_test.cpp": SPDX + '#include "core/base/amount.h"\n'},
        {"core/base/amount.h": SPDX + '#include "lottery/draw.h"\n'},
        {"core/lottery/draw.cpp": SPDX + '#include "market/listing.h"\n'},
        {"core/lottery/draw.cpp": SPDX + '# include "gpu/engine.h"\n'},
        {"core/lottery/draw.cpp": SPDX + '#include "ui/shell/window.h"\n'},
        {"core/lottery/draw.cpp": SPDX + "#include <QString>\n"},
        {"core/jobs/job_file.cpp": SPDX + "#include <QString>\n"},
        {"core/net/server.cpp": SPDX + "#include <QWidget>\n"},
        {"core/net/server.cpp": SPDX + "#include <QtWidgets/QLabel>\n"},
        {"app/worker.cpp": SPDX + "#include <QChart>\n"},
        {"app/desktop/main.cpp": SPDX + "int a;\n", "app/node/main.cpp": SPDX + "#include <QWidget>\n"},
        {"core/attic/thing.cpp": SPDX + '#include "base/amount.h"\n'},
    ],
    "twins": [
        {path: text for path, text in TWIN.items() if path != gone}
        for gone in TWIN if gone != "gpu/cuda/noise.cu"
    ],
    "purity": [
        {"core/lottery/draw.cpp": SPDX + line + "\n"} for line in (
            "auto t = std::chrono::steady_clock::now();", "auto t = std::time(nullptr);", "auto t = time(NULL);",
            "QTimer timer;", "std::random_device r;", "int r = rand();", "RAND_bytes(p, 32);", "int s = ::socket(1, 2, 3);",
            "std::thread t;", "QSqlQuery q;")
    ] + [{"core/jobs/job_file.cpp": SPDX + "std::mt19937 g;\n"}],
    "file-length": [{"gpu/net/linear.cpp": SPDX + "int a;\n" * tidy.LINES_MAX_FILE}],
    "function-length": [
        {"gpu/net/linear.cpp": SPDX + function(tidy.LINES_MAX_FUNCTION + 1, signature)} for signature in (
            "int f(int a)", "Net::Net(int a) : m_a{a}, m_b(1)", "void f(Options a = {})",
            "template <class T> requires (sizeof(T) > 1) auto f(T a) -> std::vector<T>", 'TEST_CASE("a { b")',
            "struct S { int m = 1; void f(int a) const", 'extern "C" void f(int a)', "bool operator==(const X& a)")
    ] + [{"tests/check.py": "# SPDX-License-Identifier: Apache-2.0\ndef f():\n" + "    x = 1\n" * tidy.LINES_MAX_FUNCTION}],
    "licence": [{"gpu/net/linear.cpp": "int a;\n"}, {"packaging/run": "#!/bin/sh\n"}, {"core/CMakeLists.txt": "\n"}],
    "words": [
        {"README.md": "See /wor" + "k/main.\n"},
        {"gpu/net/linear.cpp": SPDX + "// as in is" + "sue 3\n"},
        {"gpu/net/linear.cpp": SPDX + "// TO" + "DO later\n"},
    ],
    "sleep": [
        {"tests/a_test.cpp": SPDX + "std::this_thread::sleep" + "_for(1s);\n"},
        {"tests/a_test.cpp": SPDX + "QTest::q" + "Wait(50);\n"},
        {"tests/a_test.cpp": SPDX + "usl" + "eep(50);\n"},
        {"tests/check.py": "# SPDX-License-Identifier: Apache-2.0\ntime.sl" + "eep(1)\n"},
        {"tests/check.sh": "# SPDX-License-Identifier: Apache-2.0\nwhile true; do sl" + "eep 1; done\n"},
    ],
}


class Canary(unittest.TestCase):
    def test_every_rule_has_a_canary(self):
        self.assertEqual(set(CANARIES), set(tidy.RULES))

    def test_a_clean_tree_has_no_finding(self):
        self.assertEqual(found(TWIN), [])

    def test_each_canary_is_found_as_its_own_rule(self):
        for rule, trees in CANARIES.items():
            for changes in trees:
                with self.subTest(rule=rule, changes=changes):
                    self.assertEqual({name for name, _ in found(changes)}, {rule})

    def test_each_message_names_a_place_and_a_remedy(self):
        for trees in CANARIES.values():
            for _, message in found(trees[0]):
                self.assertRegex(message, r"^[\w./]+:[0-9]+: [\w-]+: .+\. Remedy: .+\.$")

    def test_a_function_of_just_the_limit_is_no_finding(self):
        self.assertEqual(found({"gpu/net/linear.cpp": SPDX + function(tidy.LINES_MAX_FUNCTION)}), [])

    def test_functions_are_told_from_other_braces(self):
        text = ("namespace a::b {\nclass alignas(16) C : public B<int> {\npublic:\n  C(int a) : m_a{a} {\n  }\n"
                "  int m_a{f(1)};\n};\nconst int kTable[] = {\n  f(1), f(2)};\n#define X(a) { \\\n  a\n"
                "const char* kRaw = R\"x({ \" )\" )x\";\nchar c = '{'; int n = 1'000;\n"
                "int g(S s = {1, 2}) {\n  if (s) { auto l = [] { return 1; }; }\n  return 1;\n}\n}\n")
        self.assertEqual(source.functions(text), [("C", 4, 5), ("g", 14, 17)])

    def test_the_table_of_rooms_has_no_circle(self):
        for room, row in tidy.ROOMS.items():
            for other in row:
                self.assertNotIn(room, tidy.closure(other), f"{room} and {other} use each other")


if __name__ == "__main__":
    unittest.main()
