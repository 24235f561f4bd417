/* streek-pack-records.h: what people of the example keep, into it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-db.h"

gboolean streek_pack_records (StreekDb *db, const char *folder, GError **error);
