/* streek-archive.h: what a zip or gz holds, unpacked within bounds */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-source-private.h"

/* One pass over an archive, from its first member to its last. */
typedef struct _StreekArchive StreekArchive;

typedef enum
{
  STREEK_ARCHIVE_ZIP,
  STREEK_ARCHIVE_GZ, /* one member, without a name */
} StreekArchiveKind;

StreekArchive *
streek_archive_open (const StreekInput *input, StreekArchiveKind kind, GError **error);
void streek_archive_free (StreekArchive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekArchive, streek_archive_free)

gboolean streek_archive_next (StreekArchive *archive, const char **name, GError **error);
gboolean streek_archive_find (StreekArchive *archive, const char *name, GError **error);
gssize streek_archive_read (StreekArchive *archive, void *out, gsize room, GError **error);
StreekInput *
streek_archive_unpack (StreekArchive *archive, GCancellable *cancellable, GError **error);
GPtrArray *streek_archive_list (const StreekInput *input, GError **error);
double streek_archive_get_progress (const StreekArchive *archive);
