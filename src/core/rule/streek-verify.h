/* streek-verify.h: whether a workspace is whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rule/streek-finding.h"
#include "store/streek-schema.h"

/* Adds a StreekFinding for each thing that is not whole; FALSE with an error only where the file
 * cannot be read on. */
typedef gboolean (*StreekVerifyFunc) (StreekDb *db, GPtrArray *findings, GError **error);

void streek_verify_register (StreekVerifyFunc func);
GPtrArray *streek_verify_file (const char *path,
                               const StreekSchema *schema,
                               GCancellable *cancellable,
                               GError **error);
