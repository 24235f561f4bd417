/* streek-pack-areas.h: meshes, sets and areas of data/reference, into a template */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-db.h"

gboolean streek_pack_areas (StreekDb *db, const char *folder, GError **error);
