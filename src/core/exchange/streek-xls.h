/* streek-xls.h: spreadsheets of Excel up to 2003 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-source-private.h"

gboolean streek_xls_looks_like_one (const char *head, gsize length);
gboolean streek_xls_recognise (StreekSource *source, GCancellable *cancellable, GError **error);
