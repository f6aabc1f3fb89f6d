// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QAbstractButton>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace unchained::ui {

class Label;

enum class Place { Browse, Jobs, Host, Bets, Cases, Wallet, Marketplaces, Settings };

/// One line of the rail: icon, words, a note at the right; icon alone where it is narrow.
class RailButton : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(const char* icon, const QString& text, QWidget* parent);
    void setNote(const QString& note);
    /// Colour of the icon, and a second line where there is one.
    void setMark(const char* icon, bool muted);
    void setNarrow(bool narrow);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const char* m_icon;
    QString m_note;
    bool m_narrow = false, m_muted = false;
};

/// The way around: places, marketplaces with their state, settings, and whose window it is. 200 wide, 56 where narrow.
class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    void setPlace(Place place);
    void setMarkets(const std::vector<MarketFacts>& markets);
    void setJobsUnderWay(int jobs);
    void setBetsUnderWay(int bets);
    /// Open cases.
    void setCases(int open);
    void setMe(const QByteArray& peer, const QString& name, std::optional<Amount> balance);
    void setNarrow(bool narrow);

signals:
    void placeChosen(unchained::ui::Place place);
    void addMarketWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Me;
    [[nodiscard]] RailButton* wallet() const;
    void setNote(Place place, int count);
    RailButton* add(QVBoxLayout* to, const char* icon, const QString& text, Place place);

    std::vector<std::pair<Place, RailButton*>> m_places;
    std::vector<RailButton*> m_marketRows;
    Label* m_marketsTitle;
    QVBoxLayout* m_markets;
    QWidget* m_logo;
    Me* m_me;
    std::vector<MarketFacts> m_facts;
    bool m_narrow = false;
};

} // namespace unchained::ui
