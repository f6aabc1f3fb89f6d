// SPDX-License-Identifier: Apache-2.0
#include "engine/curve_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <cmath>

namespace unchained::ui {

namespace {

constexpr qint64 kCurveBytesMax = 8'000'000;
constexpr double kStepMax = 9e15; ///< a double counts so far

QString curveFileOf(const QString& directory) {
    return directory + QStringLiteral(".curve.json");
}

std::optional<CurvePoint> pointOf(const QJsonValue& value) {
    const QJsonArray fields = value.toArray();
    if (fields.size() != 3) return std::nullopt;
    for (const QJsonValue& each : fields)
        if (!each.isDouble() || !std::isfinite(each.toDouble())) return std::nullopt;
    const double step = fields[0].toDouble();
    if (step < 0 || step > kStepMax || step != std::floor(step)) return std::nullopt;
    return CurvePoint{static_cast<std::uint64_t>(step), fields[1].toDouble(), fields[2].toDouble()};
}

} // namespace

std::vector<CurvePoint> readCurve(const QString& directory) {
    QFile file(curveFileOf(directory));
    if (!file.open(QIODevice::ReadOnly) || file.size() > kCurveBytesMax) return {};
    std::vector<CurvePoint> out;
    const QJsonArray points = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue& each : points) {
        const auto point = pointOf(each);
        if (!point || (!out.empty() && point->step <= out.back().step)) break;
        out.push_back(*point);
    }
    return out;
}

bool writeCurve(const QString& directory, const std::vector<CurvePoint>& points) {
    QJsonArray all;
    for (const CurvePoint& each : points)
        all.append(QJsonArray{static_cast<double>(each.step), each.loss, each.accuracy});
    QSaveFile file(curveFileOf(directory));
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(all).toJson(QJsonDocument::Compact)) > 0 &&
           file.commit();
}

} // namespace unchained::ui
