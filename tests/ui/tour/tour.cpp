// SPDX-License-Identifier: Apache-2.0
#include "tour/tour.h"

#include "pages/browse_page.h"
#include "pages/find.h"
#include "pages/first_run_page.h"
#include "pages/job_page.h"
#include "pages/listing_page.h"
#include "widgets/figure.h"
#include "widgets/label.h"

#include <QAbstractItemView>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QLocale>

#include <cmath>

namespace story {

namespace {

constexpr const char* kFigures[] = {"won", "claimed", "paid", "claimsChecked", "failed", "testAccuracy"};
constexpr int kRentalSeconds = 900;

/// The first number of a text in the user's locale; a per cent is a share.
QJsonValue numberIn(QString text) {
    text.replace(QChar::Nbsp, QLatin1Char(' ')).replace(QChar(0x2212), QLatin1Char('-'));
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool good = false;
    const double value = words.isEmpty() ? 0 : QLocale().toDouble(words.front(), &good);
    if (!good) return QJsonValue::Null;
    return words.value(1) == QLatin1String("%") ? std::round(value * 1000) / 100'000 : value;
}

QAbstractButton* buttonOf(const QWidget& parent, const char* objectName) {
    auto* button = parent.findChild<QAbstractButton*>(QString::fromLatin1(objectName));
    return button && button->isVisible() && button->isEnabled() ? button : nullptr;
}

} // namespace

Tour::Tour(Desk& desk, QString folder) : m_desk(desk), m_folder(std::move(folder)) {}

bool Tour::run() {
    if (!QDir().mkpath(m_folder)) {
        qCritical("tour: %s cannot be made", qPrintable(m_folder));
        return false;
    }
    return enterDemo() && rent() && watch() && visitPlaces() && writeFigures() && lookAround() && earn();
}

bool Tour::need(const char* what, const std::function<bool()>& holds, int seconds) {
    m_desk.watchdog().setWhen(QString::fromLatin1(what));
    if (Desk::until(holds, seconds)) return true;
    qCritical("tour: no %s within %d s", what, seconds);
    (void)m_desk.shoot(m_folder + QStringLiteral("/failed.png"));
    return false;
}

bool Tour::shoot(const QString& name) {
    const QString file = QStringLiteral("%1-%2.png").arg(m_pictures.size() + 1, 2, 10, QLatin1Char('0')).arg(name);
    m_pictures << file;
    if (m_desk.shoot(m_folder + QLatin1Char('/') + file)) return true;
    qCritical("tour: %s is empty or cannot be written", qPrintable(file));
    return false;
}

bool Tour::enterDemo() {
    m_desk.start();
    if (!need("first run", [&] { return m_desk.page<FirstRunPage>() && !m_desk.wallet().peer.isEmpty(); }))
        return false;
    if (!shoot(QStringLiteral("first-run"))) return false;
    QAbstractButton* demo = buttonOf(m_desk.window(), "demo");
    if (!demo)
        return need(
            "way into the demo", [] { return false; }, 0);
    QTest::mouseClick(demo, Qt::LeftButton);
    const auto allThere = [&] {
        return m_desk.card(QStringLiteral("Gallium forge")).isValid() &&
               m_desk.card(QStringLiteral("Nordlys")).isValid() &&
               m_desk.card(QStringLiteral("Basement rig 7")).isValid();
    };
    return need("three hosts of the demo", allThere) && shoot(QStringLiteral("browse"));
}

bool Tour::rent() {
    const QModelIndex host = m_desk.card(QStringLiteral("Gallium forge"));
    auto* view = m_desk.page<BrowsePage>()->findChild<QAbstractItemView*>();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(host).center());
    // In a narrow window the box lies behind a bar.
    const auto button = [&](const char* name) { return buttonOf(m_desk.window(), name); };
    if (!need("listing", [&] { return button("review") || button("box"); })) return false;
    if (!shoot(QStringLiteral("listing"))) return false;
    QAbstractButton* bar = button("box");
    if (bar) QTest::mouseClick(bar, Qt::LeftButton);
    if (!need("plan in the price box", [&] { return button("review") != nullptr; })) return false;
    if (bar && !shoot(QStringLiteral("price-box"))) return false;
    QTest::mouseClick(buttonOf(m_desk.window(), "review"), Qt::LeftButton);
    if (!need("sheet before money moves", [&] { return buttonOf(m_desk.window(), "lock") != nullptr; })) return false;
    if (!shoot(QStringLiteral("before-money-moves"))) return false;
    QTest::mouseClick(buttonOf(m_desk.window(), "lock"), Qt::LeftButton);
    return need("job", [&] { return m_desk.page<JobPage>() && m_desk.job().id != 0; });
}

bool Tour::watch() {
    const auto done = [&](double share) {
        const JobFacts job = m_desk.job();
        return !job.underWay() ||
               static_cast<double>(job.stepsDone) >= share * static_cast<double>(std::max<quint64>(1, job.stepsTotal));
    };
    if (!need(
            "half of the job", [&] { return m_desk.job().stepsTotal > 0 && done(0.6); }, kRentalSeconds))
        return false;
    if (!check() || !shoot(QStringLiteral("job-running")) || !dispute()) return false;
    if (!need(
            "end of the job", [&] { return !m_desk.job().underWay(); }, kRentalSeconds))
        return false;
    QAbstractButton* verify = nullptr;
    if (!need("way to verify", [&] { return (verify = buttonOf(m_desk.window(), "verify")) != nullptr; })) return false;
    QTest::mouseClick(verify, Qt::LeftButton);
    if (!need(
            "end of the verification", [&] { return buttonOf(m_desk.window(), "verify") != nullptr; }, kRentalSeconds))
        return false;
    return shoot(QStringLiteral("job-complete"));
}

/// One more step, computed here.
bool Tour::check() {
    const auto button = [&] { return buttonOf(m_desk.window(), "checkOne"); };
    if (!button()) return true; // it is over already
    QTest::mouseClick(button(), Qt::LeftButton);
    return need("step that is computed here", [&] { return button() || !m_desk.job().underWay(); });
}

/// An honest host's result, compared: there is nothing to dispute.
bool Tour::dispute() {
    QAbstractButton* way = buttonOf(m_desk.window(), "dispute");
    if (!way) return true;
    QTest::mouseClick(way, Qt::LeftButton);
    find::type(m_desk.window().findChild<QLineEdit*>(QStringLiteral("disputeStep")), QStringLiteral("2"));
    if (!shoot(QStringLiteral("job-dispute"))) return false;
    QTest::mouseClick(buttonOf(m_desk.window(), "compare"), Qt::LeftButton);
    const auto compared = [&] {
        return !buttonOf(m_desk.window(), "compare") && buttonOf(m_desk.window(), "closeDispute");
    };
    return need("end of the comparison", compared, kRentalSeconds) && shoot(QStringLiteral("job-nothing-to-dispute"));
}

bool Tour::visitPlaces() {
    const std::pair<Place, const char*> places[] = {{Place::Jobs, "jobs"},        {Place::Host, "host"},
                                                    {Place::Cases, "cases"},      {Place::Bets, "bets"},
                                                    {Place::Wallet, "wallet"},    {Place::Marketplaces, "marketplaces"},
                                                    {Place::Settings, "settings"}};
    for (const auto& [place, name] : places) {
        m_desk.window().showPlace(place);
        QCoreApplication::processEvents();
        if (!shoot(QString::fromLatin1(name))) return false;
    }
    return true;
}

QJsonObject Tour::shownFigures() const {
    QJsonObject out;
    const auto* page = m_desk.window().findChild<JobPage*>();
    for (const char* name : kFigures) {
        QJsonValue value;
        if (const auto* row = page->findChild<KeyValueRow*>(QString::fromLatin1(name))) value = numberIn(row->value());
        out.insert(QString::fromLatin1(name), value);
    }
    return out;
}

QJsonObject Tour::reportFigures() const {
    QFile file(m_desk.job().directory + QStringLiteral("/report.json"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QJsonObject report = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject tickets = report.value(QStringLiteral("tickets")).toObject();
    const QJsonObject checks = report.value(QStringLiteral("verification")).toObject();
    QJsonObject out;
    for (const char* name : {"won", "claimed", "paid"})
        out.insert(QString::fromLatin1(name), tickets.value(QString::fromLatin1(name)));
    for (const char* name : {"claimsChecked", "failed"})
        out.insert(QString::fromLatin1(name), checks.value(QString::fromLatin1(name)));
    // The window shows a tenth of a per cent.
    out.insert(QStringLiteral("testAccuracy"),
               std::round(report.value(QStringLiteral("testAccuracy")).toDouble() * 1000) / 1000);
    return out;
}

bool Tour::writeFigures() {
    const QJsonObject figures = shownFigures(), report = reportFigures();
    const auto& worst = m_desk.watchdog().worst();
    QFile file(m_folder + QStringLiteral("/tour.json"));
    const QJsonObject all{{QStringLiteral("figures"), figures},
                          {QStringLiteral("report"), report},
                          {QStringLiteral("pictures"), QJsonArray::fromStringList(m_pictures)},
                          {QStringLiteral("longestStallMs"), std::round(worst.worstMs)},
                          {QStringLiteral("longestStallWhile"), worst.when}};
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(all).toJson()) < 0) {
        qCritical("tour: %s cannot be written", qPrintable(file.fileName()));
        return false;
    }
    if (figures == report) return true;
    qCritical("tour: the window shows other figures than the report, see %s", qPrintable(file.fileName()));
    return false;
}

} // namespace story
