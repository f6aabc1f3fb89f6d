// SPDX-License-Identifier: Apache-2.0
#include "models/host_words.h"

#include "theme/host_picture.h"
#include "widgets/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace unchained::ui {

namespace {

struct HostWords {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::HostWords)
};

/// Enough decimals to compare by, no more.
int priceDecimals(double value) {
    const int whole = static_cast<int>(std::floor(std::log10(value))) + 1; // digits before the point, ≤ 0 below 0.1
    return whole >= 1 ? std::max(0, 3 - whole) : std::clamp(2 - whole, 3, 6);
}

} // namespace

HostBadge badgeOf(const HostFacts& host) {
    if (host.stepsWrong > 0) return HostBadge::FailedCheck;
    if (host.stepsChecked < kNewBelowSteps) return HostBadge::New;
    if (host.stepsChecked >= kProvenSteps && host.rating.count >= kProvenRatings &&
        host.stars().value_or(0) >= kProvenStars)
        return HostBadge::Proven;
    return HostBadge::None;
}

QString badgeText(HostBadge badge) {
    switch (badge) {
    case HostBadge::None:
        return {};
    case HostBadge::FailedCheck:
        return HostWords::tr("Failed a check");
    case HostBadge::New:
        return HostWords::tr("New host");
    case HostBadge::Proven:
        return HostWords::tr("Proven host");
    }
    return {};
}

QString badgeRule(HostBadge badge) {
    switch (badge) {
    case HostBadge::None:
        return {};
    case HostBadge::FailedCheck:
        return HostWords::tr("Failed a check: at least one of its steps was computed again and was wrong");
    case HostBadge::New:
        return HostWords::tr("New host: fewer than %1 of its steps were checked").arg(countText(kNewBelowSteps));
    case HostBadge::Proven:
        return HostWords::tr("Proven host: at least %1 steps checked, none wrong, and rated %2 or better by %3 or more")
            .arg(countText(kProvenSteps), QLocale().toString(kProvenStars, 'f', 1), countText(kProvenRatings));
    }
    return {};
}

const char* badgeIcon(HostBadge badge) {
    switch (badge) {
    case HostBadge::None:
        return "";
    case HostBadge::FailedCheck:
        return "warn";
    case HostBadge::New:
        return "info";
    case HostBadge::Proven:
        return "shield";
    }
    return "";
}

QString hostName(const HostFacts& host) {
    return host.name.isEmpty() ? nickname(host.peer) : host.name;
}

QString whereText(const HostFacts& host) {
    QStringList parts;
    if (!host.place.isEmpty()) parts << host.place;
    if (host.memory > 0) parts << memoryText(host.memory);
    parts << hostName(host);
    return parts.join(QStringLiteral(" · "));
}

QString pricePerHourText(const HostFacts& host) {
    return HostWords::tr("%1 credits/h").arg(creditText(host.pricePerHour));
}

QString perTeraflopFigure(double credits) {
    return credits > 0 ? QLocale().toString(credits, 'f', priceDecimals(credits)) : QLocale().toString(0);
}

QString perTeraflopText(const HostFacts& host) {
    return HostWords::tr("%1 per TFLOP-h").arg(perTeraflopFigure(host.pricePerTeraflopHour()));
}

QString perTeraflopRule(const HostFacts& host) {
    return (host.seenByHub
                ? HostWords::tr("%1 credits for a teraflop of exact work kept up for an hour: %2 over the %3 that the "
                                "marketplace has seen it do.")
                : HostWords::tr("%1 credits for a teraflop of exact work kept up for an hour: %2 over the %3 that the "
                                "host has measured and signed."))
        .arg(perTeraflopFigure(host.pricePerTeraflopHour()), pricePerHourText(host), rateText(host.teraflops()));
}

QString rateText(double teraflops) {
    constexpr std::array<const char*, 5> units{"MFLOPS", "GFLOPS", "TFLOPS", "PFLOPS", "EFLOPS"};
    std::size_t unit = 2;
    double value = teraflops;
    for (; value >= 999.5 && unit + 1 < units.size(); ++unit)
        value /= 1000;
    // 0.29 TFLOPS still compares with its neighbours; below a tenth it would lose its figures.
    for (; value < 0.0995 && unit > 0; --unit)
        value *= 1000;
    const int decimals = value < 0.995 ? 2 : value < 9.95 ? 1 : 0;
    return QLocale().toString(value, 'f', decimals) + QChar::Nbsp + QLatin1String(units[unit]);
}

QString starsText(const HostFacts& host) {
    const auto stars = host.stars();
    return stars ? QLocale().toString(*stars, 'f', 2) : QString();
}

QString absenceText(const HostFacts& host) {
    if (!host.online) return HostWords::tr("Offline");
    return host.open ? QString() : HostWords::tr("Taken");
}

CheckWords checkWords(const HostFacts& host) {
    if (host.stepsChecked == 0 && host.stepsWrong == 0)
        return {HostWords::tr("No step checked yet"), "clock", Tone::Neutral};
    const QString shown =
        host.stepsChecked == 1
            ? HostWords::tr("1 step checked, %1 wrong").arg(countText(host.stepsWrong))
            : HostWords::tr("%1 steps checked, %2 wrong").arg(countText(host.stepsChecked), countText(host.stepsWrong));
    if (host.stepsWrong > 0) return {shown, "warn", Tone::Wrong};
    if (host.stepsChecked < kNewBelowSteps) return {shown, "clock", Tone::Neutral};
    return {shown, "check", Tone::Right};
}

QString hostSentence(const HostFacts& host) {
    QStringList parts{host.device};
    if (!host.place.isEmpty()) parts << host.place;
    if (host.memory > 0) parts << memoryText(host.memory);
    parts << hostName(host);
    const QString badge = badgeText(badgeOf(host));
    if (!badge.isEmpty()) parts << badge.toLower();
    parts << HostWords::tr("%1 credits an hour").arg(creditText(host.pricePerHour))
          << HostWords::tr("%1 per verified teraflop-hour").arg(perTeraflopFigure(host.pricePerTeraflopHour()));
    parts << (!host.stars() ? HostWords::tr("no ratings yet")
                            : HostWords::tr("rated %1 of 5 by %2").arg(starsText(host), countText(host.rating.count)));
    parts << checkWords(host).text;
    const QString absence = absenceText(host);
    parts << (absence.isEmpty() ? HostWords::tr("free now") : absence.toLower());
    if (host.favourite) parts << HostWords::tr("a favourite");
    return parts.join(QStringLiteral(", "));
}

QString deviceKind(const QString& device) {
    QString kind = device.section(QLatin1Char(','), 0, 0).trimmed();
    qsizetype at = 0;
    while (at < kind.size() && kind[at].isDigit())
        ++at;
    const qsizetype digits = at;
    while (at < kind.size() && kind[at].isSpace())
        ++at;
    if (digits > 0 && at < kind.size() && (kind[at] == QChar(0x00D7) || kind[at] == QLatin1Char('x')) &&
        (at > digits || kind[at] == QChar(0x00D7)))
        kind = kind.mid(at + 1).trimmed();
    return kind;
}

QString regionOf(const QString& place) {
    return place.section(QLatin1Char(','), -1).trimmed();
}

QString folded(const QString& text) {
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString out;
    out.reserve(apart.size());
    for (const QChar c : apart) {
        switch (c.unicode()) { // letters that are one, and yet are typed without their stroke
        case u'ø':
            out += QLatin1Char('o');
            break;
        case u'ł':
            out += QLatin1Char('l');
            break;
        case u'đ':
            out += QLatin1Char('d');
            break;
        case u'ı':
            out += QLatin1Char('i');
            break;
        case u'æ':
            out += QLatin1String("ae");
            break;
        case u'ß':
            out += QLatin1String("ss");
            break;
        default:
            if (!c.isMark()) out += c;
        }
    }
    return out;
}

} // namespace unchained::ui
