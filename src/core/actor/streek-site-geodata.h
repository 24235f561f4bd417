/* streek-site-geodata.h: points of geodata, as rows of text like those of any other file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-grid.h"

/* By its name. */
gboolean streek_site_geodata_may_read (const char *path);
/* A header of its fields with "x" and "y" behind them, in metres of Belgian Lambert 2008. @layer:
 * (nullable): the first with points */
StreekGrid *
streek_site_geodata_read (const char *path, const char *layer, guint max_rows, GError **error);
