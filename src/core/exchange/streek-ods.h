/* streek-ods.h: spreadsheets in OpenDocument, as LibreOffice writes them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-source-private.h"

gboolean streek_ods_recognise (StreekSource *source, GCancellable *cancellable, GError **error);
