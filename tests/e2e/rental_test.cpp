// SPDX-License-Identifier: Apache-2.0
#include "e2e/processes.h"
