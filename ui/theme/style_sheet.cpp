// SPDX-License-Identifier: Apache-2.0
#include "theme/theme.h"

#include <QHash>

namespace unchained::ui {

namespace {

/// Colours stand as @name, lengths that grow with the text as #number; states that the gallery wants to show without a
/// mouse follow the property `hovered`.
constexpr const char* kBase = R"(
QToolTip { background: @raised; color: @text; border: 1px solid @borderStrong; padding: 5px 8px; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 13px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 13px; margin: 0; border: none; }
QScrollBar::handle { background: @lost; border-radius: 2px; margin: 4px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @borderStrong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QMenu { color: @text; }
QMenu::item { background: transparent; padding: #6px #20px #6px #12px; border-radius: 6px; min-width: #120px; }
QMenu::item:selected { background: @hover; color: @text; }
QMenu::item:disabled { color: @text3; }
QMenu::icon { padding-left: #10px; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }

QLineEdit { background: @raised; border: 1px solid @border; border-radius: 8px; padding: 0 #11px;
  min-height: #34px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:hover, QLineEdit[hovered="true"] { border-color: @borderStrong; }
QLineEdit:focus { border-color: @accentText; }
QLineEdit[wrong="true"] { border-color: @wrong; }
QLineEdit:disabled { background: @sunken; border-color: @border; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { background: transparent; border: none; padding: 0; min-height: 0; }
QPlainTextEdit, QTextEdit { background: @raised; border: 1px solid @border; border-radius: 8px; padding: #6px #8px;
  selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit:focus, QTextEdit:focus { border-color: @accentText; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @borderStrong; padding: 4px; outline: none;
  selection-background-color: @hover; selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: #30px; padding: 0 #8px; }

QTableView, QTreeView, QListView { background: @raised; alternate-background-color: @sunken; border: none;
  gridline-color: @border; outline: none; selection-background-color: @accentSoft; selection-color: @text; }
QListView[onCanvas="true"] { background: transparent; }
QTableView::item, QTreeView::item { border: none; padding: 0 #8px; }
QHeaderView { background: @raised; border: none; }
QHeaderView::section { background: @raised; color: @text2; border: none; border-bottom: 1px solid @border;
  padding: #6px #8px; font-weight: 400; }
)";

constexpr const char* kButtons = R"(
QPushButton { background: @raised; color: @text; border: 1px solid @border; border-radius: 8px; padding: 0 #12px;
  min-height: #30px; font-weight: 500; outline: none; }
QPushButton:hover, QPushButton[hovered="true"] { background: @sunken; border-color: @borderStrong; }
QPushButton:pressed { background: @hover; }
QPushButton:checked { background: @accentSoft; color: @accentText; border-color: @accentText; }
QPushButton:disabled { color: @text3; background: @sunken; border-color: @border; }
QPushButton::menu-indicator { width: 0; image: none; }

QPushButton[kind="primary"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"][hovered="true"],
QPushButton[kind="primary"]:pressed { background: @accentHover; border-color: @accentHover; }
QPushButton[kind="primary"]:disabled { background: @hover; color: @text3; border-color: @hover; }
QPushButton[kind="danger"] { color: @wrong; }
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"][hovered="true"] { background: @wrongSoft;
  border-color: @wrong; }
QPushButton[kind="danger"]:disabled { color: @text3; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="quiet"][hovered="true"] { background: @hover;
  border-color: transparent; }
QPushButton[kind="quiet"]:pressed { background: @border; }
QPushButton[kind="quiet"]:checked { background: @hover; color: @text; border-color: transparent; }
QPushButton[kind="quiet"]:disabled { background: transparent; border-color: transparent; }
QPushButton[kind="link"] { background: transparent; border: none; color: @accentText; padding: 0; min-height: #20px;
  font-size: #12px; }
QPushButton[kind="link"]:hover, QPushButton[kind="link"][hovered="true"] { text-decoration: underline; }
QPushButton[kind="link"]:disabled { color: @text3; }
QPushButton[kind="chip"] { border-radius: #16px; }
QPushButton[kind="chip"]:checked { border-color: transparent; }
QPushButton[kind="segment"] { background: transparent; border-color: transparent; border-radius: 6px;
  min-height: #26px; color: @text2; }
QPushButton[kind="segment"]:checked { background: @raised; color: @text; border-color: @border; }
QPushButton[small="true"] { min-height: #26px; }
QPushButton[big="true"] { min-height: #38px; padding: 0 #20px; font-size: #14px; }
QPushButton[square="true"] { padding: 0; min-width: #30px; max-width: #30px; }
QPushButton[square="true"][tiny="true"] { min-width: #22px; max-width: #22px; min-height: #22px; border-radius: 6px; }
)";

/// Text of high contrast has one colour only: what is off shows it by its edge.
constexpr const char* kContrast = R"(
QPushButton:disabled, QPushButton[kind]:disabled { border: 1px dashed @border; }
)";

QString lengthsGrown(const QString& sheet) {
    QString out;
    for (qsizetype at = 0; at < sheet.size();) {
        if (sheet[at] != u'#') {
            out += sheet[at++];
            continue;
        }
        qsizetype end = at + 1;
        while (end < sheet.size() && sheet[end].isDigit())
            ++end;
        out += QString::number(scaled(sheet.mid(at + 1, end - at - 1).toInt()));
        at = end;
    }
    return out;
}

/// Replaces each @word by its token's colour.
QString coloured(const QString& sheet) {
    static const QHash<QString, Token> names{
        {"canvas", Token::Canvas},
        {"sunken", Token::Sunken},
        {"raised", Token::Raised},
        {"hover", Token::Hover},
        {"border", Token::Border},
        {"borderStrong", Token::BorderStrong},
        {"text", Token::Text},
        {"text2", Token::Text2},
        {"text3", Token::Text3},
        {"accent", Token::Accent},
        {"accentHover", Token::AccentHover},
        {"accentText", Token::AccentText},
        {"accentSoft", Token::AccentSoft},
        {"onAccent", Token::OnAccent},
        {"wrong", Token::Wrong},
        {"wrongSoft", Token::WrongSoft},
        {"lost", Token::Lost},
    };
    QString out;
    for (qsizetype at = 0; at < sheet.size();) {
        if (sheet[at] != u'@') {
            out += sheet[at++];
            continue;
        }
        qsizetype end = at + 1;
        while (end < sheet.size() && sheet[end].isLetterOrNumber())
            ++end;
        const auto found = names.constFind(sheet.mid(at + 1, end - at - 1));
        Q_ASSERT(found != names.constEnd());
        out += color(*found).name();
        at = end;
    }
    return out;
}

} // namespace

QString styleSheet() {
    QString sheet = QString::fromLatin1(kBase) + QString::fromLatin1(kButtons);
    if (color(Token::Border) == color(Token::BorderStrong)) sheet += QString::fromLatin1(kContrast);
    return coloured(lengthsGrown(sheet));
}

} // namespace unchained::ui
