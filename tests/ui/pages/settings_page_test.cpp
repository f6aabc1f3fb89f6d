// SPDX-License-Identifier: Apache-2.0
#include "pages/settings_page.h"
#include "registered_test.h"

#include "pages/find.h"
#include "widgets/slider.h"
#include "widgets/switch.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

using namespace unchained::ui;

class SettingsPageTest : public QObject {
    Q_OBJECT

    static QComboBox* choice(const SettingsPage& page, const QString& name) {
        for (QComboBox* each : page.findChildren<QComboBox*>())
            if (each->accessibleName() == name) return each;
        return nullptr;
    }

private slots:
    void initTestCase() { applyAppearance({Look::Light, 1, false}); }

    void whatIsShownIsNotAChange() {
        SettingsPage page;
        QSignalSpy look(&page, &SettingsPage::appearanceChanged), language(&page, &SettingsPage::languageChanged);
        page.setAppearance({Look::Dark, 1.3, false});
        page.setLanguage("de");
        QCOMPARE(look.size(), 0);
        QCOMPARE(language.size(), 0);
        QCOMPARE(choice(page, "Theme")->currentText(), QStringLiteral("Dark"));
        QCOMPARE(choice(page, "Language")->currentText(), QStringLiteral("Deutsch"));
    }

    void eachChoiceTellsTheWholeAppearance() {
        SettingsPage page;
        find::show(page);
        page.setAppearance({Look::Light, 1.0, true});
        QSignalSpy changed(&page, &SettingsPage::appearanceChanged);
        QTest::keyClick(choice(page, "Theme"), Qt::Key_Down);
        QCOMPARE(changed.takeFirst().at(0).value<Appearance>(), (Appearance{Look::Dark, 1.0, true}));
        QTest::keyClick(page.findChild<Slider*>(), Qt::Key_Right);
        QCOMPARE(changed.takeFirst().at(0).value<Appearance>(), (Appearance{Look::Dark, 1.1, true}));
        QTest::keyClick(page.findChild<Switch*>(), Qt::Key_Space);
        QCOMPARE(changed.takeFirst().at(0).value<Appearance>(), (Appearance{Look::Dark, 1.1, false}));
    }

    void theLanguageIsToldByItsCode() {
        SettingsPage page;
        QSignalSpy changed(&page, &SettingsPage::languageChanged);
        choice(page, "Language")->setCurrentIndex(2);
        QCOMPARE(changed.takeFirst().at(0).toString(), QStringLiteral("de"));
        choice(page, "Language")->setCurrentIndex(0);
        QCOMPARE(changed.takeFirst().at(0).toString(), QString());
    }

    void placesDevicesAndLicencesAreShown() {
        SettingsPage page;
        find::show(page);
        page.setDataDirectory("/data/unchained");
        page.setDevices({"RTX 4090, 24 GB, cuda"});
        QVERIFY(find::says(page, "RTX 4090, 24 GB, cuda"));
        QVERIFY(find::says(page, "GPL-3.0"));
        QVERIFY(find::says(page, "Apache-2.0"));
        QSignalSpy open(&page, &SettingsPage::openFolderWanted);
        find::click(find::button(page, "Open the folder"));
        QCOMPARE(open.takeFirst().at(0).toString(), QStringLiteral("/data/unchained"));
        page.setDevices({});
        QVERIFY(find::says(page, "Its processor computes"));
    }
};

static const unchained::ui::RegisteredTest<SettingsPageTest> settingsPageTest("pages/settings_page");
#include "settings_page_test.moc"
