// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QEvent>
#include <QVariant>
#include <QWidget>

namespace unchained::ui {

/// What every drawn widget shares: a change of the look, of the text's size or of being enabled measures and paints it
/// again. It keeps no colour and no font; both are asked for while painting.
template <class Base>
class Themed : public Base {
public:
    using Base::Base;

protected:
    void changeEvent(QEvent* event) override {
        switch (event->type()) {
        case QEvent::PaletteChange:
        case QEvent::StyleChange:
        case QEvent::FontChange:
        case QEvent::EnabledChange:
            this->updateGeometry();
            this->update();
            break;
        default:
            break;
        }
        Base::changeEvent(event);
    }
    /// The gallery shows this state without a mouse, by the property.
    [[nodiscard]] bool hovered() const {
        return this->isEnabled() && (this->underMouse() || this->property("hovered").toBool());
    }
};

} // namespace unchained::ui
