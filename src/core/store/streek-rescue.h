/* streek-rescue.h: the dated copies of a file that cannot be opened, and putting one back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-store.h"

/* One dated copy. */
typedef struct
{
  char *path;
  GDateTime *made; /* UTC */
  gint64 n_bytes;
} StreekRescueCopy;

void streek_rescue_copy_free (StreekRescueCopy *copy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRescueCopy, streek_rescue_copy_free)

gboolean streek_rescue_may_help (const GError *error);
GPtrArray *streek_rescue_list_copies (const char *path, const StreekSchema *schema);
gboolean streek_rescue_put_back (const char *copy_path,
                                 const char *path,
                                 const StreekSchema *schema,
                                 char **kept_path,
                                 GCancellable *cancellable,
                                 GError **error);
