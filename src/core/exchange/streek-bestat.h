/* streek-bestat.h: JSON as be.STAT exports it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-source-private.h"

gboolean streek_bestat_looks_like_json (const char *text);
gboolean streek_bestat_recognise (StreekSource *source, GError **error);
