// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>
#include <string_view>
#include <vector>

/// All tests of the window are one program, which is told by name what to run: each test object registers itself.
namespace unchained::ui {

class NamedTest {
public:
    using Maker = std::unique_ptr<QObject> (*)();

    NamedTest(const char* name, Maker maker);
    NamedTest(const NamedTest&) = delete;
    NamedTest& operator=(const NamedTest&) = delete;
    /// Null when no test has the name.
    [[nodiscard]] static std::unique_ptr<QObject> make(std::string_view name);

private:
    static std::vector<const NamedTest*>& all();
    std::string_view m_name;
    Maker m_maker;
};

template <class Test>
class RegisteredTest : NamedTest {
public:
    explicit RegisteredTest(const char* name)
        : NamedTest(name, [] { return std::unique_ptr<QObject>(std::make_unique<Test>()); }) {}
};

} // namespace unchained::ui
