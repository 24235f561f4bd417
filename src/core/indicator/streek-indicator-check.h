/* streek-indicator-check.h: whether every figure in a file is whole, for `streek verify` */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-db.h"

/* @findings: (element-type StreekFinding): appended to */
gboolean streek_indicator_check (StreekDb *db, GPtrArray *findings, GError **error);
