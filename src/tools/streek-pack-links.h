/* streek-pack-links.h: what belongs to the definitions, from data/reference into a template */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-db.h"

gboolean streek_pack_links (StreekDb *db, const char *folder, GError **error);
