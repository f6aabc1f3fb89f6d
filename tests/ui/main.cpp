// SPDX-License-Identifier: Apache-2.0
// test_ui ROOM/NAME [options of QtTest]
#include "registered_test.h"

#include <QApplication>
#include <QTest>

namespace unchained::ui {

NamedTest::NamedTest(const char* name, Maker maker) : m_name(name), m_maker(maker) {
    all().push_back(this);
}

std::vector<const NamedTest*>& NamedTest::all() {
    static std::vector<const NamedTest*> tests; // made with the first test, whichever file comes first
    return tests;
}

std::unique_ptr<QObject> NamedTest::make(std::string_view name) {
    for (const NamedTest* test : all())
        if (test->m_name == name) return test->m_maker();
    return nullptr;
}

} // namespace unchained::ui

int main(int argc, char** argv) {
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    QApplication application(argc, argv);
    const std::string_view name = argc > 1 ? argv[1] : "";
    const auto test = unchained::ui::NamedTest::make(name);
    if (!test) {
        std::fprintf(stderr, "test_ui: no test is named '%s'; give one as pages/browse_page\n",
                     argc > 1 ? argv[1] : "");
        return 2;
    }
    argv[1] = argv[0];
    return QTest::qExec(test.get(), argc - 1, argv + 1);
}
