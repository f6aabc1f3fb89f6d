// SPDX-License-Identifier: Apache-2.0
#include "widgets/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace unchained::ui {

namespace {

struct Format {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::Format)
};

constexpr QChar kMinus(0x2212);
constexpr std::int64_t kMicroPerCent = 10'000;

QString digits(std::int64_t micro, int decimals) {
    // Integers all the way: a double would round what a ledger counts.
    std::int64_t unit = 1;
    for (int i = decimals; i < 6; ++i)
        unit *= 10;
    const std::int64_t rounded = (std::abs(micro) + unit / 2) / unit;
    const std::int64_t perCredit = kMicroPerCredit / unit;
    return QLocale().toString(static_cast<qlonglong>(rounded / perCredit)) + QLocale().decimalPoint() +
           QString::number(rounded % perCredit).rightJustified(decimals, QLatin1Char('0'));
}

QString magnitude(Amount amount) {
    const std::int64_t micro = std::abs(amount.micro());
    return digits(micro, micro != 0 && micro < kMicroPerCent ? 6 : 2);
}

/// Down to the cent, on both sides of zero; below one credit nothing is rounded.
QString roundedDown(std::int64_t micro) {
    const bool small = std::abs(micro) < kMicroPerCredit;
    std::int64_t rest = small ? 0 : micro % kMicroPerCent;
    if (rest < 0) rest += kMicroPerCent;
    return digits(micro - rest, micro % kMicroPerCent != 0 && small ? 6 : 2);
}

QString two(qint64 large, const QString& largeUnit, qint64 small, const QString& smallUnit) {
    const QString first = QLocale().toString(large) + QChar::Nbsp + largeUnit;
    return small == 0 ? first : first + QLatin1Char(' ') + QLocale().toString(small) + QChar::Nbsp + smallUnit;
}

QString withUnit(double value, const char* unit) {
    return QLocale().toString(value, 'f', value < 9.95 && value != std::floor(value) ? 1 : 0) + QChar::Nbsp +
           QLatin1String(unit);
}

} // namespace

QString creditText(Amount amount) {
    return amount.isNegative() ? kMinus + magnitude(amount) : magnitude(amount);
}

QString signedCredits(Amount amount) {
    return amount.isNegative() || amount.isZero() ? creditText(amount) : QLatin1Char('+') + magnitude(amount);
}

QString creditDetail(Amount amount) {
    const QString text = digits(amount.micro(), 6);
    return amount.isNegative() ? kMinus + text : text;
}

QString signedDetail(Amount amount) {
    return amount.isNegative() || amount.isZero() ? creditDetail(amount) : QLatin1Char('+') + creditDetail(amount);
}

QString creditCeiling(Amount amount) {
    // What is rounded down on one side of zero is rounded up on the other.
    const QString text = roundedDown(-amount.micro());
    return amount.isNegative() ? kMinus + text : text;
}

QString creditFloor(Amount amount) {
    const QString text = roundedDown(amount.micro());
    return amount.isNegative() ? kMinus + text : text;
}

QString creditExact(Amount amount) {
    return amount.micro() % kMicroPerCent == 0 ? creditText(amount) : creditDetail(amount);
}

std::optional<Amount> amountFromText(const QString& text) {
    QString plain = text.trimmed();
    const QLocale locale;
    // One point at the end of at most six digits is a decimal point in every language that we write; a group separator
    // counts only where it stands before three digits and the locale has it.
    if (locale.decimalPoint() == QLatin1String(",") && plain.contains(QLatin1Char(','))) {
        plain.remove(locale.groupSeparator());
        plain.replace(QLatin1Char(','), QLatin1Char('.'));
    } else if (locale.groupSeparator() == QLatin1String(",")) {
        const qsizetype comma = plain.lastIndexOf(QLatin1Char(','));
        const qsizetype end = plain.indexOf(QLatin1Char('.')) < 0 ? plain.size() : plain.indexOf(QLatin1Char('.'));
        if (comma >= 0 && end - comma != 4) return std::nullopt;
        plain.remove(QLatin1Char(','));
    }
    const auto amount = Amount::parse(plain.toStdString());
    if (!amount.ok()) return std::nullopt;
    return amount.value();
}

QString countText(quint64 count) {
    return QLocale().toString(count);
}

QString signedCount(qint64 count) {
    if (count == 0) return QStringLiteral("0");
    return (count < 0 ? kMinus : QChar(u'+')) + QLocale().toString(std::abs(count));
}

QString percent(double share, int decimals) {
    const double scale = std::pow(10.0, decimals);
    double shown = std::round(share * 100 * scale) / scale;
    if (share < 1 && shown >= 100) shown = 100 - 1 / scale;
    QString text = QLocale().toString(std::abs(shown), 'f', decimals) + QChar::Nbsp + QLatin1Char('%');
    return shown < 0 ? kMinus + text : text;
}

QString durationText(double seconds) {
    if (seconds < 0.5) return Format::tr("less than a second");
    const auto whole = static_cast<qint64>(std::llround(std::min(seconds, 1e12)));
    constexpr qint64 kMinute = 60, kHour = 3600, kDay = 86'400;
    if (whole < kMinute) return QLocale().toString(whole) + QChar::Nbsp + Format::tr("s", "seconds");
    if (whole < kHour) return two(whole / kMinute, Format::tr("min"), whole % kMinute, Format::tr("s", "seconds"));
    const qint64 minutes = (whole + kMinute / 2) / kMinute;
    if (whole < kDay) return two(minutes / 60, Format::tr("h", "hours"), minutes % 60, Format::tr("min"));
    const qint64 hours = (whole + kHour / 2) / kHour;
    return two(hours / 24, Format::tr("d", "days"), hours % 24, Format::tr("h", "hours"));
}

QString clockText(qint64 time, bool seconds) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time).time(),
                              seconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

QString stampText(qint64 time) {
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(time);
    return QLocale().toString(at.date(), Format::tr("d MMM yyyy", "a date, as QLocale writes it")) + QLatin1Char(' ') +
           clockText(time);
}

QString momentText(qint64 time, qint64 now) {
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(time), today = QDateTime::fromMSecsSinceEpoch(now);
    const QString clock = clockText(time);
    if (at.date() == today.date()) return clock;
    if (at.date().year() == today.date().year())
        return QLocale().toString(at.date(), Format::tr("d MMM", "day and month, as QLocale writes them")) +
               QLatin1Char(' ') + clock;
    return QLocale().toString(at.date(), Format::tr("d MMM yyyy", "a date, as QLocale writes it"));
}

QString bytesText(quint64 bytes) {
    constexpr std::array<const char*, 6> units{"B", "kB", "MB", "GB", "TB", "PB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 999.5 && unit + 1 < units.size(); ++unit)
        value /= 1000;
    return withUnit(value, units[unit]);
}

QString memoryText(quint64 bytes) {
    return withUnit(std::round(static_cast<double>(bytes) / (1ULL << 30)), "GB");
}

QString groupedDigits(QString digits, int groupsInLine) {
    constexpr qsizetype kGroup = 4;
    digits.remove(QLatin1Char(' '));
    QString out;
    for (qsizetype at = 0; at < digits.size(); at += kGroup) {
        if (at > 0) out += at % (kGroup * groupsInLine) == 0 ? QLatin1Char('\n') : QLatin1Char(' ');
        out += digits.mid(at, kGroup);
    }
    return out;
}

QString troubleText(const Trouble& trouble) {
    const auto capital = [](const QString& text) { return text.left(1).toUpper() + text.mid(1); };
    QString text = trouble.subject.isEmpty() ? capital(trouble.sentence)
                                             : trouble.subject + QStringLiteral(": ") + trouble.sentence;
    if (!trouble.remedy.isEmpty()) text += QStringLiteral(". ") + capital(trouble.remedy);
    return text;
}

} // namespace unchained::ui
