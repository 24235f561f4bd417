/* streek-pack-values.h: figures that documents state, from data/reference into the example */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-db.h"

gboolean streek_pack_values (StreekDb *db, const char *folder, GError **error);
gboolean streek_pack_gaps (StreekDb *db, const char *folder, GError **error);
gboolean streek_pack_counts (StreekDb *db, const char *folder, GError **error);
