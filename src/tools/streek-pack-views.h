/* streek-pack-views.h: the saved views of the example, into a template */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-db.h"

gboolean streek_pack_views (StreekDb *db, const char *folder, GError **error);
