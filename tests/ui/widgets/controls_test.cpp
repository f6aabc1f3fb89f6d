// SPDX-License-Identifier: Apache-2.0
#include "registered_test.h"
#include "theme/focus_ring.h"
#include "theme/theme.h"
#include "widgets/controls.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QBoxLayout>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace unchained::ui {
namespace {

/// In a window that is shown and active, or keys and focus do not arrive.
template <class W>
std::unique_ptr<QWidget> shownControl(W* widget) {
    auto window = std::make_unique<QWidget>();
    auto* column = new QVBoxLayout(window.get());
    column->addWidget(widget);
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get())) return nullptr;
    return window;
}

QAccessible::Role roleOf(QWidget* widget) {
    return QAccessible::queryAccessibleInterface(widget)->role();
}

QString controlSpoken(QWidget* widget, QAccessible::Text what = QAccessible::Name) {
    return QAccessible::queryAccessibleInterface(widget)->text(what);
}

template <class W>
W* childWithText(QWidget* root, const QString& text) {
    for (W* child : root->findChildren<W*>())
        if (child->text() == text) return child;
    return nullptr;
}

StateText fault() {
    StateText text;
    text.title = "Commons does not answer";
    text.sentence = "No answer since 15:41.";
    return text;
}

} // namespace

class ControlsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyAppearance({Look::Light, 1.0, false}); }

    void aSwitchIsACheckBoxThatSpaceAndEnterTurn() {
        auto* turned = new Switch("Offer this card");
        const auto window = shownControl(turned);
        QVERIFY(window);
        QCOMPARE(roleOf(turned), QAccessible::CheckBox);
        QCOMPARE(controlSpoken(turned), "Offer this card");
        QSignalSpy toggled(turned, &QAbstractButton::toggled);
        turned->setFocus();
        QTest::keyClick(turned, Qt::Key_Space);
        QVERIFY(turned->isChecked());
        QTest::keyClick(turned, Qt::Key_Return);
        QVERIFY(!turned->isChecked());
        QCOMPARE(toggled.count(), 2);
    }

    void aSliderMovesByArrowsAndSaysItsValueInWords() {
        auto* ends = new EndsSlider("Bond against checks", "More bond", "more checks");
        const auto window = shownControl(ends);
        QVERIFY(window);
        Slider* slider = ends->slider();
        slider->setRange(0, 10);
        connect(slider, &QSlider::valueChanged, slider,
                [slider](int value) { slider->setValueText(QString("1 check in %1").arg(value)); });
        ends->setFocus();
        QVERIFY(slider->hasFocus());
        QTest::keyClick(slider, Qt::Key_Right);
        QTest::keyClick(slider, Qt::Key_Right);
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(slider->value(), 1);
        QCOMPARE(controlSpoken(slider, QAccessible::Description), "1 check in 1");
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(slider->value(), 10);
        QCOMPARE(controlSpoken(slider), "Bond against checks");
    }

    void aSegmentedControlWalksByArrowsAndIsOneStopOfTab() {
        auto* holder = new QWidget;
        auto* row = new QHBoxLayout(holder);
        auto* spans = new SegmentedControl("Span", {{"Day", {}}, {"Week", {}}, {"Year", {}}});
        auto* after = makeButton(ButtonKind::Secondary, "After");
        row->addWidget(spans);
        row->addWidget(after);
        const auto window = shownControl(holder);
        QVERIFY(window);
        QSignalSpy changed(spans, &SegmentedControl::changed);
        spans->button(0)->setFocus();
        QTest::keyClick(spans->button(0), Qt::Key_Right);
        QCOMPARE(spans->current(), 1);
        QTest::keyClick(spans->button(1), Qt::Key_Right);
        QCOMPARE(spans->current(), 2);
        QTest::keyClick(spans->button(2), Qt::Key_Left);
        QCOMPARE(spans->current(), 1);
        QCOMPARE(changed.count(), 3);
        QCOMPARE(roleOf(spans->button(1)), QAccessible::RadioButton);
        QTest::keyClick(spans->button(1), Qt::Key_Tab);
        QVERIFY(after->hasFocus());
    }

    void starsAreGivenByDigitsAndArrows() {
        auto* stars = new StarsInput("As described");
        const auto window = shownControl(stars);
        QVERIFY(window);
        stars->setFocus();
        QCOMPARE(stars->value(), 0);
        QCOMPARE(controlSpoken(stars, QAccessible::Description), "No star chosen");
        QTest::keyClick(stars, Qt::Key_4);
        QCOMPARE(stars->value(), 4);
        QTest::keyClick(stars, Qt::Key_Right);
        QTest::keyClick(stars, Qt::Key_Right);
        QCOMPARE(stars->value(), 5);
        QTest::keyClick(stars, Qt::Key_Left);
        QCOMPARE(stars->value(), 4);
        QVERIFY(controlSpoken(stars, QAccessible::Description).startsWith("4 "));
        QTest::mouseClick(stars, Qt::LeftButton, {}, QPoint(stars->width() / 10, stars->height() / 2));
        QCOMPARE(stars->value(), 1);
    }

    void starsSayTheirMeanAndThatThereAreNone() {
        const Stars some(4.94, 212), none(0, 0);
        QVERIFY(some.accessibleName().contains("4.94"));
        QVERIFY(some.accessibleName().contains("212"));
        QCOMPARE(none.accessibleName(), "No ratings yet");
    }

    void aChipOpensByEnterAndIsClearedByDeleteOnlyWhileActive() {
        auto* chip = new Chip("Up to 60 credits/h");
        const auto window = shownControl(chip);
        QVERIFY(window);
        QSignalSpy clicked(chip, &QAbstractButton::clicked), cleared(chip, &Chip::cleared);
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Return);
        QTest::keyClick(chip, Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
        QTest::keyClick(chip, Qt::Key_Delete);
        QCOMPARE(cleared.count(), 0);
        chip->setActive(true);
        QTest::keyClick(chip, Qt::Key_Delete);
        QTest::keyClick(chip, Qt::Key_Backspace);
        QCOMPARE(cleared.count(), 2);
        QCOMPARE(clicked.count(), 2);
        QVERIFY(controlSpoken(chip, QAccessible::Description).contains("Delete"));
    }

    void theCrossOfAChipClearsAndItsTextOpens() {
        auto* chip = new Chip("Rated 4.4 or new");
        chip->setActive(true);
        const auto window = shownControl(chip);
        QVERIFY(window);
        QSignalSpy clicked(chip, &QAbstractButton::clicked), cleared(chip, &Chip::cleared);
        QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(chip->width() - 16, chip->height() / 2));
        QCOMPARE(cleared.count(), 1);
        QCOMPARE(clicked.count(), 0);
        QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(20, chip->height() / 2));
        QCOMPARE(cleared.count(), 1);
        QCOMPARE(clicked.count(), 1);
    }

    void aChipOpensItsMenu() {
        auto* chip = new Chip("Device");
        const auto window = shownControl(chip);
        QVERIFY(window);
        QMenu menu;
        menu.addAction("RTX 4090");
        chip->setMenu(&menu);
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Down);
        QVERIFY(menu.isVisible());
        menu.close();
    }

    void aPageTriesAgainByItselfAfterItsCountdown() {
        auto* page = new FourStatePage;
        const auto window = shownControl(page);
        QVERIFY(window);
        QSignalSpy retry(page, &FourStatePage::retry);
        page->showError(fault(), 2);
        QVERIFY(childWithText<QLabel>(page, "Next try by itself in 2 s"));
        QVERIFY(retry.wait(4000));
        QCOMPARE(retry.count(), 1);
    }

    void aPageTriesAgainWhenAsked() {
        auto* page = new FourStatePage;
        const auto window = shownControl(page);
        QVERIFY(window);
        QSignalSpy retry(page, &FourStatePage::retry), primary(page, &FourStatePage::primary);
        page->tryAgain(); // nothing failed yet
        QCOMPARE(retry.count(), 0);
        page->showError(fault());
        auto* button = childWithText<QPushButton>(page, "Try again");
        QVERIFY(button && button->isVisible());
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(retry.count(), 1);
        StateText empty;
        empty.title = "No job yet";
        empty.primary = "Browse hosts";
        page->showEmpty(empty);
        QTest::mouseClick(childWithText<QPushButton>(page, "Browse hosts"), Qt::LeftButton);
        QCOMPARE(primary.count(), 1);
        QCOMPARE(retry.count(), 1);
    }

    void skeletonsWaitAndGoWithTheContent() {
        auto* page = new FourStatePage;
        auto* content = makeLabel("Content");
        page->setContent(content);
        const auto window = shownControl(page);
        QVERIFY(window);
        QVERIFY(content->isVisible());
        page->showLoading("82 of 214 hosts from Commons", 0.38);
        QCOMPARE(page->state(), FourStatePage::State::Loading);
        QVERIFY(content->isVisible());
        QTRY_VERIFY(!content->isVisible());
        QVERIFY(childWithText<QLabel>(page, "82 of 214 hosts from Commons")->isVisible());
        page->showContent();
        QVERIFY(content->isVisible());
        page->showLoading();
        page->showContent(); // before the skeleton came: it must not come when that of a later page does
        FourStatePage later;
        later.showLoading();
        QTRY_VERIFY(later.isSettled());
        QVERIFY(content->isVisible());
    }

    void aBannerSaysItsKindAndHidesByItsCross() {
        auto* banner = new Banner(Banner::Kind::Error, "Step 613 differs.");
        banner->setActions({"Open the case", "Later"});
        const auto window = shownControl(banner);
        QVERIFY(window);
        QCOMPARE(banner->accessibleName(), "Error: Step 613 differs.");
        QSignalSpy action(banner, &Banner::action), closed(banner, &Banner::closed);
        QTest::mouseClick(childWithText<QPushButton>(banner, "Later"), Qt::LeftButton);
        QCOMPARE(action.count(), 1);
        QCOMPARE(action.first().first().toInt(), 1);
        QTest::mouseClick(childWithText<QPushButton>(banner, {}), Qt::LeftButton);
        QCOMPARE(closed.count(), 1);
        QVERIFY(banner->isHidden());
    }

    void aFieldWithAMistakeSaysWhichOne() {
        UnitField field("Spend at most", "-3", "credits");
        QCOMPARE(field.accessibleDescription(), "credits");
        field.setMistake("Spend at most must be above 0.");
        QCOMPARE(field.accessibleDescription(), "Spend at most must be above 0.");
        field.setMistake({});
        QCOMPARE(field.accessibleDescription(), "credits");
    }

    void aLabelThatWrapsHasTheHeightOfItsLines() {
        auto* words = makeParagraph("one two three four five six seven eight nine ten eleven twelve", Type::Body);
        const int line = lineHeight(Type::Body);
        QCOMPARE(words->heightForWidth(4000), line);
        QVERIFY(words->heightForWidth(120) >= 3 * line);
        QCOMPARE(words->heightForWidth(120) % line, 0);
        delete words;
    }

    void aFlowLayoutBreaksLikeWordsAndKeepsTheOrder() {
        QWidget holder;
        auto* flow = new FlowLayout(&holder, 8, 8);
        QList<Chip*> chips;
        for (int i = 0; i < 6; ++i) {
            chips.append(new Chip("Filter"));
            flow->addWidget(chips.last());
        }
        const int wide = chips.first()->sizeHint().width(), high = chips.first()->sizeHint().height();
        QCOMPARE(flow->heightForWidth(3 * wide + 2 * 8), 2 * high + 8);
        QCOMPARE(flow->heightForWidth(3 * wide + 2 * 8 - 1), 3 * high + 2 * 8);
        flow->setGeometry(QRect(0, 0, 3 * wide + 2 * 8, 200));
        QCOMPARE(chips[3]->pos(), QPoint(0, high + 8));
    }

    void theRingComesWithTheKeyboardAndGoesWithTheMouse() {
        auto* holder = new QWidget;
        auto* row = new QHBoxLayout(holder);
        auto* first = makeButton(ButtonKind::Secondary, "First");
        auto* second = makeButton(ButtonKind::Secondary, "Second");
        row->addWidget(first);
        row->addWidget(second);
        const auto window = shownControl(holder);
        QVERIFY(window);
        const auto rings = [&window] {
            int count = 0;
            for (QWidget* child : window->findChildren<QWidget*>())
                if (dynamic_cast<FocusRing*>(child)) ++count;
            return count;
        };
        QTest::mouseClick(first, Qt::LeftButton);
        QCOMPARE(rings(), 0);
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Tab);
        QVERIFY(second->hasFocus());
        QCOMPARE(rings(), 1);
        QTest::mouseClick(first, Qt::LeftButton);
        QCOMPARE(rings(), 0);
        second->setFocus(); // what a click brings about shows no ring either
        QCOMPARE(rings(), 0);
    }

    void whateverTakesTheKeyboardHasAName() {
        auto* holder = new QWidget;
        auto* column = new QVBoxLayout(holder);
        auto* banner = new Banner(Banner::Kind::Caution, "Silent since 15:41.");
        banner->setActions({"Ask again"});
        auto* page = new FourStatePage;
        StateText text = fault();
        text.secondary = "Other marketplace";
        text.link = "Details";
        page->showError(text, 18);
        const QList<QWidget*> all{new Switch("Offer"),
                                  new EndsSlider("Bond against checks", "More bond", "more checks"),
                                  new StarsInput("As described"),
                                  new SegmentedControl("View", {{"Grid", "grid"}, {"List", "list"}}),
                                  new Chip("Device"),
                                  new SearchField("Search hosts"),
                                  withLabel("Spend at most", new UnitField("Spend at most", "1", "credits")),
                                  new Stepper("Tickets", 1, 9, 2),
                                  makeIconButton("bell", "News"),
                                  makeChoice("Bad faith"),
                                  makeBigButton("Review and rent"),
                                  banner,
                                  page};
        for (QWidget* widget : all)
            column->addWidget(widget);
        const auto window = shownControl(holder);
        QVERIFY(window);
        int met = 0;
        for (QWidget* widget : holder->findChildren<QWidget*>()) {
            const bool takes = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
            if (!takes) continue;
            ++met;
            QVERIFY2(!controlSpoken(widget).isEmpty(), widget->metaObject()->className());
        }
        QVERIFY(met >= 14);
    }

    void everyDrawnWidgetSurvivesAChangeOfLookAndSize() {
        auto* holder = new QWidget;
        auto* column = new QVBoxLayout(holder);
        auto* figure = new Figure("Paid");
        figure->set("28.80", "of 74.40 credits", "expected by now 31.97");
        auto* row = new KeyValueRow("Expected cost", "49.15 credits");
        auto* label = makeLabel("Received today");
        for (QWidget* widget :
             QList<QWidget*>{figure, row, label, new Badge("All right", Tone::Right), new Chip("Device"),
                             new MarkBar("This host", "9.00", 0.2), new Stars(4.94, 212)})
            column->addWidget(widget);
        const auto window = shownControl(holder);
        QVERIFY(window);
        const QImage light = holder->grab().toImage();
        const int before = label->sizeHint().width();
        applyAppearance({Look::Dark, 1.5, false});
        QVERIFY(label->sizeHint().width() > before);
        QVERIFY(holder->grab().toImage() != light);
        applyAppearance({Look::Light, 1.0, false});
    }
};

} // namespace unchained::ui

static const unchained::ui::RegisteredTest<unchained::ui::ControlsTest> controlsTest("widgets/controls");
#include "controls_test.moc"
