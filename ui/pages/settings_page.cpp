// SPDX-License-Identifier: Apache-2.0
#include "pages/settings_page.h"

#include "widgets/controls.h"
#include "widgets/format.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

#include <array>
#include <cmath>

namespace unchained::ui {

namespace {

constexpr int kTextLow = 80, kTextHigh = 200, kTextStep = 10; ///< in hundredths

/// Words left, a control right, on one line.
QWidget* settingLine(const QString& text, const QString& hint, QWidget* control) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, scaled(space::k6), 0, scaled(space::k6));
    row->setSpacing(scaled(space::k16));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* label = makeLabel(text, Type::Value);
    label->setBuddy(control);
    words->addWidget(label);
    if (!hint.isEmpty()) words->addWidget(makeParagraph(hint, Type::Small));
    row->addLayout(words, 1);
    row->addWidget(control);
    return line;
}

} // namespace

SettingsPage::SettingsPage(QWidget* parent) : PageFrame(parent) {
    column()->addWidget(makeLabel(tr("Settings"), Type::Page));
    auto* columns = new TwoColumns(344);
    for (Card* card : {buildLook(), buildLanguage(), buildPlaces()})
        columns->main()->addWidget(card);
    columns->main()->addStretch(1);
    columns->addSide(buildDevices());
    columns->addSide(buildAbout());
    column()->addWidget(columns, 1);
    setAppearance({});
    setDevices({});
}

Card* SettingsPage::buildLook() {
    auto* card = new Card;
    card->setHeading(tr("Appearance"));
    m_look = new QComboBox;
    m_look->setAccessibleName(tr("Theme"));
    m_look->addItem(tr("As the desktop"), static_cast<int>(Look::System));
    m_look->addItem(tr("Light"), static_cast<int>(Look::Light));
    m_look->addItem(tr("Dark"), static_cast<int>(Look::Dark));
    m_look->addItem(tr("High contrast, light"), static_cast<int>(Look::HighContrastLight));
    m_look->addItem(tr("High contrast, dark"), static_cast<int>(Look::HighContrastDark));
    m_text = new Slider(tr("Text size"));
    m_text->setRange(kTextLow / kTextStep, kTextHigh / kTextStep);
    m_text->setPageStep(2);
    m_text->setTick(10);
    m_textValue = makeLabel({}, Type::Small, Token::Text2);
    m_textValue->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_textValue->setMinimumWidth(scaled(48));
    auto* size = new QWidget;
    auto* row = new QHBoxLayout(size);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    row->addWidget(m_textValue);
    m_motion = new Switch(tr("Motion"));
    card->body()->addWidget(settingLine(tr("Theme"), {}, m_look));
    card->body()->addWidget(makeLine());
    card->body()->addWidget(settingLine(tr("Text size"), tr("On top of the desktop's own"), size));
    card->body()->addWidget(makeLine());
    card->body()->addWidget(
        settingLine(tr("Motion"), tr("Short fades where something changes; figures never move"), m_motion));
    connect(m_look, &QComboBox::currentIndexChanged, this, &SettingsPage::tell);
    connect(m_text, &QSlider::valueChanged, this, &SettingsPage::tell);
    connect(m_motion, &Switch::toggled, this, &SettingsPage::tell);
    return card;
}

Card* SettingsPage::buildLanguage() {
    auto* card = new Card;
    card->setHeading(tr("Language"));
    m_language = new QComboBox;
    m_language->setAccessibleName(tr("Language"));
    m_language->addItem(tr("As the desktop"), QString());
    // Each in its own words, as people look for it.
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    card->body()->addWidget(settingLine(tr("Language"), tr("Numbers and dates follow it"), m_language));
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_setting) emit languageChanged(m_language->currentData().toString());
    });
    return card;
}

Card* SettingsPage::buildPlaces() {
    auto* card = new Card;
    card->setHeading(tr("Data directory"));
    m_directory = new QLineEdit;
    m_directory->setReadOnly(true);
    m_directory->setAccessibleName(tr("Data directory"));
    auto* open = makeButton(ButtonKind::Secondary, tr("Open the folder"), "file");
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(space::k8));
    row->addWidget(m_directory, 1);
    row->addWidget(open);
    card->body()->setSpacing(scaled(space::k8));
    card->body()->addWidget(
        makeParagraph(tr("The key, the records of every job and all results lie here."), Type::Small));
    card->body()->addLayout(row);
    connect(open, &QPushButton::clicked, this, [this] { emit openFolderWanted(m_directory->text()); });
    return card;
}

Card* SettingsPage::buildDevices() {
    m_devices = new Card;
    m_devices->setHeading(tr("This machine"));
    m_noDevice = makeParagraph(tr("Its processor computes. No other device was found."), Type::Small);
    m_devices->body()->setSpacing(scaled(space::k4));
    m_devices->body()->addWidget(m_noDevice);
    return m_devices;
}

Card* SettingsPage::buildAbout() {
    auto* card = new Card;
    card->setHeading(tr("About"));
    card->body()->setSpacing(scaled(space::k6));
    card->body()->addWidget(makeLabel(tr("Unchained %1").arg(QStringLiteral(UNCHAINED_VERSION)), Type::Value));
    card->body()->addWidget(makeParagraph(tr("Compute from people, checked by anyone."), Type::Small));
    card->body()->addWidget(
        makeParagraph(tr("This program as a whole is under the GPL-3.0, because it is drawn with Qt "
                         "Charts. Its own source code is under the Apache-2.0 licence."),
                      Type::Small));
    card->body()->addWidget(
        makeParagraph(tr("With Qt, Inter, SQLite, OpenSSL and libqrencode."), Type::Small, Token::Text3));
    return card;
}

void SettingsPage::tell() {
    const double scale = m_text->value() * kTextStep / 100.0;
    m_textValue->setText(percent(scale, 0));
    m_text->setValueText(percent(scale, 0));
    if (m_setting) return;
    Appearance chosen;
    chosen.look = static_cast<Look>(m_look->currentData().toInt());
    chosen.textScale = scale;
    chosen.motion = m_motion->isChecked();
    emit appearanceChanged(chosen);
}

void SettingsPage::setAppearance(const Appearance& appearance) {
    m_setting = true;
    m_look->setCurrentIndex(std::max(0, m_look->findData(static_cast<int>(appearance.look))));
    m_text->setValue(static_cast<int>(std::lround(appearance.textScale * 100 / kTextStep)));
    m_motion->setChecked(appearance.motion);
    tell();
    m_setting = false;
}

void SettingsPage::setLanguage(const QString& code) {
    m_setting = true;
    m_language->setCurrentIndex(std::max(0, m_language->findData(code)));
    m_setting = false;
}

void SettingsPage::setDataDirectory(const QString& path) {
    m_directory->setText(path);
    m_directory->setCursorPosition(0);
    m_directory->setToolTip(path);
}

void SettingsPage::setDevices(const QStringList& lines) {
    for (Label* old : m_deviceLines)
        delete old;
    m_deviceLines.clear();
    for (const QString& line : lines) {
        auto* label = makeParagraph(line, Type::Body, Token::Text);
        m_devices->body()->addWidget(label);
        label->show();
        m_deviceLines.push_back(label);
    }
    m_noDevice->setVisible(lines.isEmpty());
}

} // namespace unchained::ui
