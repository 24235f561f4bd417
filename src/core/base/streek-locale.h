/* streek-locale.h: the one place that touches the process's locale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

void streek_locale_init (void);
