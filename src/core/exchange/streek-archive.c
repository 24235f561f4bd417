/* streek-archive.c: what a zip or gz holds, unpacked within bounds */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-archive.h"
#include "exchange/streek-module.h"
#include "streek-archive-api.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BLOCK_SIZE (64 * 1024)
#define MAX_MEMBERS 4096
#define MAX_UNPACKED (G_GUINT64_CONSTANT (2) << 30)
#define MAX_IN_MEMORY (32 * 1024 * 1024)

/* A table packs to a tenth or a thirtieth; what unpacks to more than this was made to do harm. */
#define MAX_RATIO 200
#define FREE_RATIO_BELOW (64 * 1024 * 1024)

struct _StreekArchive
{
  const StreekArchiveApi *api;
  StreekUnpacker *unpacker;
  const StreekInput *input; /* outlives the archive */
  guint64 at;
  guint64 n_unpacked;
  guint n_members;
  GError *input_error;
  char block[BLOCK_SIZE];
};

static const StreekArchiveApi *
open_module (GError **error)
{
  g_autoptr (GError) own_error = NULL;
  const StreekArchiveApi *api = streek_module_open ("streek-archive", STREEK_ARCHIVE_API_SYMBOL,
                                                    STREEK_ARCHIVE_API_VERSION, &own_error);

  if (g_error_matches (own_error, STREEK_MODULE_ERROR, STREEK_MODULE_ERROR_MISSING))
    g_set_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE,
                 /* Translators: libarchive13 is the name of a package; %s says why, in English. */
                 _ ("Packed files and spreadsheets cannot be read: the part of the program that "
                    "does so is missing, or libarchive is. Install the package libarchive13. (%s)"),
                 own_error->message);
  else if (api == NULL)
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE,
                         own_error->message);

  return api;
}

/* One that was missing is looked for again. */
static const StreekArchiveApi *
load_module (GError **error)
{
  static GMutex mutex;
  static const StreekArchiveApi *api;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (api == NULL)
    api = open_module (error);

  return api;
}

static long long
read_block_cb (void *data, const void **block)
{
  StreekArchive *archive = data;

  g_clear_error (&archive->input_error);

  gssize n_read = streek_input_read (archive->input, archive->at, archive->block, BLOCK_SIZE,
                                     &archive->input_error);

  if (n_read < 0)
    return -1;

  archive->at += (guint64) n_read;
  *block = archive->block;
  return n_read;
}

static long long
skip_cb (void *data, long long n)
{
  StreekArchive *archive = data;
  guint64 left = archive->input->size - MIN (archive->at, archive->input->size);
  guint64 n_skipped = n > 0 ? MIN ((guint64) n, left) : 0;

  archive->at += n_skipped;
  return (long long) n_skipped;
}

static long long
seek_cb (void *data, long long offset, int whence)
{
  StreekArchive *archive = data;
  gint64 base = whence == SEEK_CUR   ? (gint64) archive->at
                : whence == SEEK_END ? (gint64) archive->input->size
                                     : 0;

  if (base + offset < 0)
    return -1;

  archive->at = (guint64) (base + offset);
  return base + offset;
}

static void
set_archive_error (StreekArchive *archive, GError **error)
{
  const char *said = archive->api->get_error (archive->unpacker);

  if (archive->input_error != NULL)
    g_propagate_error (error, g_steal_pointer (&archive->input_error));
  else if (said != NULL && strstr (said, "runcated") != NULL)
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_CUT_OFF,
                         _ ("The archive ends too early: it was cut off. Download it again."));
  else
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED,
                         _ ("The archive is damaged. Download it again."));
}

/**
 * streek_archive_open:
 * @input: the bytes of an archive, which must outlive it
 * @kind: what it is, by its first bytes
 * @error: return location for a #StreekSourceError
 *
 * A zip is read by the list at its end, never by guessing at what stands before: without that list
 * it was cut off.
 *
 * Returns: (transfer full): the archive, before its first member
 */
StreekArchive *
streek_archive_open (const StreekInput *input, StreekArchiveKind kind, GError **error)
{
  static const StreekUnpackerSource source = { read_block_cb, skip_cb, seek_cb };
  const StreekArchiveApi *api = load_module (error);

  if (api == NULL)
    return NULL;

  g_autoptr (StreekArchive) archive = g_new0 (StreekArchive, 1);

  archive->api = api;
  archive->input = input;
  archive->unpacker = api->create ();

  if (kind == STREEK_ARCHIVE_GZ ? api->open_gz (archive->unpacker, &source, archive)
                                : api->open_zip (archive->unpacker, &source, archive))
    return g_steal_pointer (&archive);

  if (kind == STREEK_ARCHIVE_ZIP && archive->input_error == NULL)
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_CUT_OFF,
                         _ ("The list at the end of the archive is missing: it was cut off. "
                            "Download it again."));
  else
    set_archive_error (archive, error);
  return NULL;
}

void
streek_archive_free (StreekArchive *archive)
{
  archive->api->destroy (archive->unpacker);
  g_clear_error (&archive->input_error);
  g_free (archive);
}

/**
 * streek_archive_next:
 * @name: (out) (transfer none): of the next member that is a file, until the one after
 * @error: return location for a #StreekSourceError
 *
 * Returns: %FALSE after the last, or with @error set
 */
gboolean
streek_archive_next (StreekArchive *archive, const char **name, GError **error)
{
  const char *path;
  int is_encrypted;
  int status;

  while ((status = archive->api->next (archive->unpacker, &path, &is_encrypted)) > 0)
    {
      if (path == NULL || !g_utf8_validate (path, -1, NULL))
        path = "?";
      if (g_str_has_suffix (path, "/"))
        continue;

      if (++archive->n_members > MAX_MEMBERS)
        {
          g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_TOO_LARGE,
                               _ ("There are too many files in the archive. Unpack it first."));
          return FALSE;
        }

      if (is_encrypted)
        {
          g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_FORMAT,
                               _ ("The archive is protected with a password. Unpack it first."));
          return FALSE;
        }

      *name = path;
      return TRUE;
    }

  if (status < 0)
    set_archive_error (archive, error);
  return FALSE;
}

/* Goes on to the member called @name; FALSE with an error where there is none. */
gboolean
streek_archive_find (StreekArchive *archive, const char *name, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  const char *found;

  while (streek_archive_next (archive, &found, &own_error))
    if (g_ascii_strcasecmp (found, name) == 0)
      return TRUE;

  if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));
  else
    /* Translators: %s is the path of a part inside a spreadsheet file. */
    g_set_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED,
                 _ ("The file is damaged: its part “%s” is missing."), name);
  return FALSE;
}

/**
 * streek_archive_read:
 * @out: (out): room for @room bytes of the member found last
 * @error: return location for a #StreekSourceError
 *
 * Counts all that was unpacked in this pass: beyond 2 GiB, or 200 times what was packed, it stops.
 *
 * Returns: number of bytes, 0 at the end of the member, -1 with @error set
 */
gssize
streek_archive_read (StreekArchive *archive, void *out, gsize room, GError **error)
{
  long long n_read = archive->api->read (archive->unpacker, out, room);

  if (n_read < 0)
    {
      set_archive_error (archive, error);
      return -1;
    }

  archive->n_unpacked += (guint64) n_read;
  if (archive->n_unpacked > MAX_UNPACKED ||
      (archive->n_unpacked > FREE_RATIO_BELOW &&
       archive->n_unpacked / MAX_RATIO > archive->input->size))
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_TOO_LARGE,
                           _ ("What the archive unpacks to is too large to be a table."));
      return -1;
    }

  return (gssize) n_read;
}

/* How far through the packed bytes, from 0 to 1. */
double
streek_archive_get_progress (const StreekArchive *archive)
{
  return MIN (1, (double) archive->at / (double) MAX (archive->input->size, 1));
}

/* A file without a name, so that it goes away with its last user. */
static int
open_nameless_file (GError **error)
{
  const char *folder = g_file_test ("/var/tmp", G_FILE_TEST_IS_DIR) ? "/var/tmp" : g_get_tmp_dir ();
  g_autofree char *path = g_build_filename (folder, "streek-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    g_unlink (path);
  else
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE,
                         _ ("There is no room to unpack the archive."));
  return fd;
}

static gboolean
write_all (int fd, const void *data, gsize length, GError **error)
{
  const char *from = data;

  while (length > 0)
    {
      gssize n = write (fd, from, length);

      if (n <= 0)
        {
          g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE,
                               _ ("There is no room to unpack the archive."));
          return FALSE;
        }

      from += n;
      length -= (gsize) n;
    }

  return TRUE;
}

/* Unpacks into memory, and from a certain size on into a file. */
static gboolean
unpack_into (
  StreekArchive *archive, GByteArray *memory, int *fd, GCancellable *cancellable, GError **error)
{
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  gssize n_read;

  while ((n_read = streek_archive_read (archive, block, BLOCK_SIZE, error)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (*fd < 0 && memory->len + (gsize) n_read > MAX_IN_MEMORY)
        {
          *fd = open_nameless_file (error);
          if (*fd < 0 || !write_all (*fd, memory->data, memory->len, error))
            return FALSE;
          g_byte_array_set_size (memory, 0);
        }

      if (*fd < 0)
        g_byte_array_append (memory, (const guint8 *) block, (guint) n_read);
      else if (!write_all (*fd, block, (gsize) n_read, error))
        return FALSE;
    }

  return n_read == 0;
}

/**
 * streek_archive_unpack:
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #StreekSourceError or #GIOErrorEnum
 *
 * Returns: (transfer full): the bytes of the member found last, in memory where they are few
 */
StreekInput *
streek_archive_unpack (StreekArchive *archive, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) memory = g_byte_array_new ();
  int fd = -1;

  if (!unpack_into (archive, memory, &fd, cancellable, error))
    {
      if (fd >= 0)
        close (fd);
      return NULL;
    }

  if (fd >= 0)
    return streek_input_new_take_fd (fd, error);

  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_steal_pointer (&memory));

  return streek_input_new_from_bytes (bytes);
}

/**
 * streek_archive_list:
 * @input: the bytes of a zip
 * @error: return location for a #StreekSourceError
 *
 * Returns: (transfer full) (element-type utf8): the names of its members that are files
 */
GPtrArray *
streek_archive_list (const StreekInput *input, GError **error)
{
  g_autoptr (StreekArchive) archive = streek_archive_open (input, STREEK_ARCHIVE_ZIP, error);

  if (archive == NULL)
    return NULL;

  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) own_error = NULL;
  const char *name;

  while (streek_archive_next (archive, &name, &own_error))
    g_ptr_array_add (names, g_strdup (name));

  if (own_error == NULL)
    return g_steal_pointer (&names);

  g_propagate_error (error, g_steal_pointer (&own_error));
  return NULL;
}
