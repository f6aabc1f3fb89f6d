// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "story/desk.h"

#include <QJsonObject>
#include <QStringList>

namespace story {

/// Walks through the program as a new user would: first run, demo, a rental to its end, every page. Takes a picture of
/// each, and reads the rental's figures back from what stands in the window.
class Tour {
public:
    /// @param folder  for the pictures and tour.json; made where it is missing
    Tour(Desk& desk, QString folder);

    /// False where something that must come did not; it has said what on standard error.
    [[nodiscard]] bool run();

private:
    bool enterDemo();
    bool lookAround();
    bool rent();
    bool watch();
    bool check();
    bool dispute();
    bool visitPlaces();
    bool earn();
    bool beRented();
    bool writeFigures();
    bool shoot(const QString& name);
    /// `holds` within the time, else says what was waited for.
    bool need(const char* what, const std::function<bool()>& holds, int seconds = 60);
    [[nodiscard]] QJsonObject shownFigures() const;
    [[nodiscard]] QJsonObject reportFigures() const;

    Desk& m_desk;
    const QString m_folder;
    QStringList m_pictures;
    QTemporaryDir m_renter; ///< of somebody else, who rents this machine
};

} // namespace story
