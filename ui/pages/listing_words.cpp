// SPDX-License-Identifier: Apache-2.0
#include "pages/listing_words.h"

#include "models/host_words.h"
#include "widgets/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

struct ListingWords {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::ListingWords)
};

} // namespace

QString disputesText(const protocol::CaseRecord& record) {
    if (record.all() == 0) return ListingWords::tr("no case was opened against it");
    QStringList out;
    const auto add = [&out](std::uint64_t count, const QString& text) {
        if (count > 0) out << text;
    };
    const auto n = [](std::uint64_t count) { return static_cast<int>(std::min<std::uint64_t>(count, 1'000'000)); };
    add(record.open, ListingWords::tr("%n open", nullptr, n(record.open)));
    add(record.wrong, ListingWords::tr("%n time(s) wrong", nullptr, n(record.wrong)));
    add(record.silent, ListingWords::tr("%n time(s) silent", nullptr, n(record.silent)));
    add(record.ruled, ListingWords::tr("%n ruled against it", nullptr, n(record.ruled)));
    add(record.falseAlarms, ListingWords::tr("%n false alarm(s)", nullptr, n(record.falseAlarms)));
    add(record.settled, ListingWords::tr("%n settled", nullptr, n(record.settled)));
    add(record.dismissed, ListingWords::tr("%n dismissed", nullptr, n(record.dismissed)));
    return out.join(QStringLiteral(", "));
}

QString deviceIn(const HostFacts& host) {
    return host.place.isEmpty() ? host.device : ListingWords::tr("%1 in %2").arg(host.device, host.place);
}

ValueText exactRate(const HostFacts& host) {
    const QStringList parts = rateText(host.teraflops()).split(QChar(QChar::Nbsp));
    return {parts.value(0), ListingWords::tr("exact %1", "TFLOPS").arg(parts.value(1))};
}

QString plainCredits(Amount amount) {
    const QString text = creditText(amount);
    return amount.micro() % kMicroPerCredit == 0 ? text.left(text.size() - 3) : text;
}

Amount creditsFrom(double credits) {
    constexpr double kMost = 9e9;
    if (std::isnan(credits)) return {};
    return Amount::micros(std::llround(std::clamp(credits, -kMost, kMost) * 1e6));
}

double creditsIn(Amount amount) {
    return 1e-6 * static_cast<double>(amount.micro());
}

QString oneIn(double rate) {
    if (rate <= 0) return ListingWords::tr("none");
    if (rate >= 1) return ListingWords::tr("all");
    return ListingWords::tr("1 in %1").arg(countText(static_cast<quint64>(std::llround(std::min(1e15, 1 / rate)))));
}

QString atMostShare(double share) {
    if (share >= 1) return percent(1, 0);
    const double shown = std::max(100 * share, 1e-9);
    const int whole = static_cast<int>(std::floor(std::log10(shown)));
    const double unit = std::pow(10.0, whole - 1);
    // What is a unit but for its last bits stays one.
    const double up = std::ceil(shown / unit - 1e-6) * unit;
    return QLocale().toString(up, 'f', std::max(0, 1 - whole)) + QChar::Nbsp + QLatin1Char('%');
}

QString monthText(qint64 time) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time).date(),
                              ListingWords::tr("MMMM yyyy", "a month, as QLocale writes it"));
}

QString agoText(qint64 time, qint64 now) {
    const int days = static_cast<int>(
        QDateTime::fromMSecsSinceEpoch(time).date().daysTo(QDateTime::fromMSecsSinceEpoch(now).date()));
    if (days <= 0) return ListingWords::tr("today");
    if (days < 14) return ListingWords::tr("%n day(s) ago", nullptr, days);
    if (days < 60) return ListingWords::tr("%n week(s) ago", nullptr, days / 7);
    if (days < 730) return ListingWords::tr("%n month(s) ago", nullptr, days / 30);
    return ListingWords::tr("%n year(s) ago", nullptr, days / 365);
}

Availability availabilityOf(const HostFacts& host) {
    if (host.blocked)
        return {ListingWords::tr("Blocked"), ListingWords::tr("You have blocked this host; unblock it to rent."),
                Tone::Wrong, "off"};
    if (!host.online)
        return {ListingWords::tr("Offline"),
                ListingWords::tr("It is not connected to its marketplace, so it cannot be rented now."), Tone::Neutral,
                "off"};
    if (!host.open)
        return {ListingWords::tr("Taken now"), ListingWords::tr("Somebody else rents it until their job ends."),
                Tone::Won, "clock"};
    return {ListingWords::tr("Free now"), {}, Tone::Right, "bolt"};
}

} // namespace unchained::ui
