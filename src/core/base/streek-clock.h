/* streek-clock.h: what time it is, or is meant to be */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

GDateTime *streek_clock_now (void);
