/* streek-import-batch.h: the record of a file that was taken in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-import.h"

/* Inside a command. @id: (array): what the figures refer to */
gboolean streek_import_batch_insert (
  StreekDb *db, const char *id, const StreekImport *import, gint64 made_at, GError **error);
