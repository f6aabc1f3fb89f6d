// SPDX-License-Identifier: Apache-2.0
#include "models/ledger_words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace unchained::ui {

namespace {

struct Memo {
    const char* memo;
    const char* words;
    bool earned = false; ///< what a host is paid for
};
// As the hub writes them in its books, and what they mean to the one whose account it is.
constexpr std::array kMemos{
    Memo{"escrow", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Locked for a job")},
    Memo{"top-up", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Added to a job")},
    Memo{"escrow returned", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Not won: came back from a job")},
    Memo{"bond", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Bond put up")},
    Memo{"bond freed", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Bond came back")},
    Memo{"ticket", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "A ticket won"), true},
    Memo{"silent window", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Paid for a window without an answer"), true},
    Memo{"renter's fault", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Paid for the renter's fault"), true},
    Memo{"refund", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Refund for a wrong result")},
    Memo{"pay", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Payment")},
    Memo{"issued", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Credits issued by the marketplace")},
    Memo{"case deposit", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Deposit of a case")},
    Memo{"case deposit returned", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Deposit of a case came back")},
    Memo{"case deposit lost", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Deposit of a case that you answered")},
    Memo{"settlement", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Settled a case")},
    Memo{"ruling", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Ruling in a case")},
    Memo{"arbiter's fee", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Fee for a ruling")},
    Memo{"welcome", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Welcome credits")},
    Memo{"market opened", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Put into a market of bets")},
    Memo{"market closed", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Came back from a market of bets")},
    Memo{"bet", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Staked on a bet")},
    Memo{"bet returned", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Not taken: came back from a bet")},
    Memo{"bet paid out", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Paid out of a bet")},
    Memo{"odds offered", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Offered as odds")},
    Memo{"stake", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Staked as a checker")},
    Memo{"stake returned", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Stake of a checker came back")},
    Memo{"check fee", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Fee for a check")},
    Memo{"recomputation", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "The hub computed a step again")},
    Memo{"odds withdrawn", QT_TRANSLATE_NOOP("unchained::ui::LedgerWords", "Came back from odds")},
};

auto memoOf(const LedgerLine& line) {
    return std::find_if(kMemos.begin(), kMemos.end(),
                        [&](const Memo& memo) { return line.memo == QLatin1String(memo.memo); });
}

QByteArray quoted(QString text) {
    constexpr auto kFormula = QStringView(u"=+-@\t\r");
    if (!text.isEmpty() && kFormula.contains(text.front())) text.prepend(QLatin1Char('\''));
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return '"' + text.toUtf8() + '"';
}

QByteArray number(Amount amount) {
    return QByteArray::fromStdString(amount.str());
}

} // namespace

bool isEarned(const LedgerLine& line) {
    const auto at = memoOf(line);
    return at != kMemos.end() && at->earned && line.gain.micro() > 0;
}

QString ledgerWords(const LedgerLine& line) {
    const auto at = memoOf(line);
    if (at == kMemos.end()) return line.memo;
    if (line.memo == QLatin1String("pay"))
        return line.gain.isNegative() ? QCoreApplication::translate("unchained::ui::LedgerWords", "Paid to another")
                                      : QCoreApplication::translate("unchained::ui::LedgerWords", "Received");
    return QCoreApplication::translate("unchained::ui::LedgerWords", at->words);
}

std::vector<LedgerLine> searchLedger(const std::vector<LedgerLine>& lines, const QString& search) {
    const QStringList words = search.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<LedgerLine> out;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(out), [&](const LedgerLine& line) {
        const QString all = QStringList{ledgerWords(line), line.memo, line.market, QString::number(line.number),
                                        QString::fromStdString(line.gain.str())}
                                .join(QLatin1Char('\n'));
        return std::all_of(words.begin(), words.end(),
                           [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
    });
    return out;
}

QByteArray ledgerCsv(const std::vector<LedgerLine>& lines) {
    QByteArray out = "time,marketplace,number,what,memo,gain,balance\r\n";
    for (const LedgerLine& line : lines) {
        const QByteArrayList fields{QDateTime::fromMSecsSinceEpoch(line.time, Qt::UTC).toString(Qt::ISODate).toUtf8(),
                                    quoted(line.market),
                                    QByteArray::number(static_cast<qulonglong>(line.number)),
                                    quoted(ledgerWords(line)),
                                    quoted(line.memo),
                                    number(line.gain),
                                    number(line.balance)};
        out += fields.join(',') + "\r\n";
    }
    return out;
}

} // namespace unchained::ui
