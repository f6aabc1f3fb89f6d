// SPDX-License-Identifier: Apache-2.0
#pragma once

/// The basic controls of the window, all at once, for pages that use most of them.
#include "widgets/badge.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/chip.h"
#include "widgets/fields.h"
#include "widgets/figure.h"
#include "widgets/flow_layout.h"
#include "widgets/four_state_page.h"
#include "widgets/label.h"
#include "widgets/progress_bar.h"
#include "widgets/segmented.h"
#include "widgets/slider.h"
#include "widgets/stars.h"
#include "widgets/switch.h"
