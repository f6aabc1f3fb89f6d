// SPDX-License-Identifier: Apache-2.0
#include "engine/dispute_log.h"

#include "engine/market_link.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace unchained::ui {

namespace {

struct DisputeLog {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::DisputeLog)
};

/// The English pattern and what stands in it, so that it can be translated.
Message messageIn(const QJsonArray& parts) {
    std::vector<std::string> args;
    for (qsizetype i = 1; i < parts.size(); ++i)
        args.push_back(parts[i].toString().toStdString());
    return Message::fromParts(parts.at(0).toString().toStdString(), std::move(args));
}

Trouble troubleIn(const QJsonObject& error) {
    Error out;
    out.subject = error.value(QStringLiteral("subject")).toString().toStdString();
    out.sentence = messageIn(error.value(QStringLiteral("sentenceParts")).toArray());
    out.remedy = messageIn(error.value(QStringLiteral("remedyParts")).toArray());
    out.transient = error.value(QStringLiteral("transient")).toBool();
    return troubleOf(out);
}

void readLine(DisputeFacts& facts, const QString& line) {
    static const QRegularExpression progress(QStringLiteral("^(\\d+)/(\\d+)\\s"));
    static const QRegularExpression open(QStringLiteral("^case\\s(\\d+)\\sis\\sopen"));
    if (const auto found = progress.match(line); found.hasMatch()) {
        facts.done = found.captured(1).toULongLong();
        facts.total = found.captured(2).toULongLong();
    } else if (const auto opened = open.match(line); opened.hasMatch()) {
        facts.stage = DisputeStage::Open;
        facts.caseNumber = opened.captured(1).toULongLong();
    }
}

void readAnswer(DisputeFacts& facts, const QJsonObject& answer) {
    const QJsonObject error = answer.value(QStringLiteral("error")).toObject();
    if (!error.isEmpty()) {
        facts.stage = DisputeStage::Failed;
        facts.trouble = troubleIn(error);
    } else if (answer.value(QStringLiteral("case")).isNull()) {
        facts.stage = DisputeStage::Nothing;
        facts.done = facts.total = static_cast<std::uint64_t>(answer.value(QStringLiteral("steps")).toInteger());
    } else {
        facts.stage = DisputeStage::Ended;
        facts.caseNumber = static_cast<std::uint64_t>(answer.value(QStringLiteral("number")).toInteger());
        facts.outcome = answer.value(QStringLiteral("outcome")).toString();
    }
}

} // namespace

DisputeFacts readDispute(DisputeFacts facts, const QByteArray& log, const QByteArray& answer, bool ended) {
    facts = {facts.job, facts.contract, DisputeStage::Comparing, 0, 0, 0, {}, {}};
    for (const QByteArray& line : log.split('\n'))
        readLine(facts, QString::fromUtf8(line));
    const QJsonObject said = QJsonDocument::fromJson(answer).object();
    if (!said.isEmpty()) {
        readAnswer(facts, said);
    } else if (ended) {
        facts.stage = DisputeStage::Failed;
        facts.trouble = {DisputeLog::tr("dispute"), DisputeLog::tr("has ended without an answer"),
                         DisputeLog::tr("look at the list of cases, and dispute it again where there is none"), true};
    }
    return facts;
}

} // namespace unchained::ui
