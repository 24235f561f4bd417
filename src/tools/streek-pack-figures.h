/* streek-pack-figures.h: indicators and figures of data/reference, into a template */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-db.h"

/* @folder: data/reference, with indicators.csv and figures.txt; inside the caller's transaction */
gboolean streek_pack_figures (StreekDb *db, const char *folder, GError **error);
