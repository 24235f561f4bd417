/* streek-delimited.h: records of delimited text: CSV, TSV and their relatives */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-source-private.h"

#define STREEK_DELIMITED_MAX_LINE (16 * 1024 * 1024)
#define STREEK_DELIMITED_MAX_FIELDS 16384

StreekSourceReader *
streek_delimited_reader_new (const StreekSource *source, char separator, GError **error);
gboolean streek_delimited_recognise (StreekSource *source,
                                     const StreekSourceOptions *options,
                                     GCancellable *cancellable,
                                     GError **error);
