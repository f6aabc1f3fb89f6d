// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pages/page_frame.h"
#include "theme/theme.h"

#include <QStringList>

class QComboBox;
class QLineEdit;

namespace unchained::ui {

class Card;
class Label;
class Slider;
class Switch;

/// How the window looks and speaks, where things lie, what this machine has, and what the program is.
class SettingsPage : public PageFrame {
    Q_OBJECT
public:
    explicit SettingsPage(QWidget* parent = nullptr);
    /// Shows it without a signal.
    void setAppearance(const Appearance& appearance);
    /// @param code  "en", "de"; empty: the desktop's
    void setLanguage(const QString& code);
    void setDataDirectory(const QString& path);
    /// One line each: "RTX 4090, 24 GB, CUDA 12.2".
    void setDevices(const QStringList& lines);

signals:
    void appearanceChanged(unchained::ui::Appearance appearance);
    void languageChanged(QString code);
    void openFolderWanted(QString path);

private:
    [[nodiscard]] Card* buildLook();
    [[nodiscard]] Card* buildLanguage();
    [[nodiscard]] Card* buildPlaces();
    [[nodiscard]] Card* buildDevices();
    [[nodiscard]] Card* buildAbout();
    void tell();

    QComboBox *m_look, *m_language;
    Slider* m_text;
    Label *m_textValue, *m_noDevice;
    Switch* m_motion;
    QLineEdit* m_directory;
    Card* m_devices;
    std::vector<Label*> m_deviceLines;
    bool m_setting = false;
};

} // namespace unchained::ui
