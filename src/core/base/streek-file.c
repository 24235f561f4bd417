/* streek-file.c: files written whole or not at all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-file.h"

#include <glib/gi18n-lib.h>

/* GLib's own message names its temporary file and a system call; people get a sentence. */
static const char *
describe_file_error (int code)
{
  switch (code)
    {
    case G_FILE_ERROR_NOSPC:
      return _ ("There is no room left on the disk. Nothing was changed; make room and try again.");
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
    case G_FILE_ERROR_ROFS:
      return _ ("Writing is not allowed there. Choose another folder.");
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      return _ ("That folder does not exist. Choose another folder.");
    case G_FILE_ERROR_ISDIR:
      return _ ("There is a folder of that name. Choose another name.");
    case G_FILE_ERROR_NAMETOOLONG:
      return _ ("That name is too long. Choose a shorter one.");
    default:
      return NULL;
    }
}

/**
 * streek_file_write_atomically:
 * @path: where the file must stand; an existing one is replaced
 * @bytes: its whole content
 * @error: return location for a #GIOErrorEnum
 *
 * Writes under a temporary name in the same folder, syncs file and folder to the disk, and only
 * then takes the name: a reader, a full disk or a power cut finds the old file or the new one,
 * never a part of either.
 *
 * Returns: %FALSE where it could not be written; an older file is then untouched
 */
gboolean
streek_file_write_atomically (const char *path, GBytes *bytes, GError **error)
{
  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  g_autoptr (GError) own_error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  /* GLib would report a folder as the failure of its rename. */
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                           describe_file_error (G_FILE_ERROR_ISDIR));
      return FALSE;
    }

  if (g_file_set_contents_full (path, data != NULL ? data : "", (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &own_error))
    return TRUE;

  const char *words = describe_file_error (own_error->code);

  g_set_error_literal (error, G_IO_ERROR,
                       (int) g_io_error_from_file_error ((GFileError) own_error->code),
                       words != NULL ? words : own_error->message);
  return FALSE;
}
