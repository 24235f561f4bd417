/* streek-medium.c: what the file system under a file can and cannot do */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-medium.h"
#include "store/streek-db.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* statfs(2). FUSE is among them: what lies behind it is unknown, and a rollback journal is
 * right everywhere. */
static const guint32 network_types[] = {
  0x6969,     /* NFS */
  0x517b,     /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB2 */
  0x564c,     /* NCP */
  0x5346414f, /* AFS */
  0x73757245, /* Coda */
  0x00c36400, /* Ceph */
  0x01021997, /* 9P */
  0x786f4256, /* a folder shared by VirtualBox */
  0x65735546, /* FUSE */
};

/**
 * streek_medium_is_network_type:
 * @magic: f_type of statfs(2)
 */
gboolean
streek_medium_is_network_type (guint32 magic)
{
  for (gsize i = 0; i < G_N_ELEMENTS (network_types); i++)
    if (network_types[i] == magic)
      return TRUE;

  return FALSE;
}

/**
 * streek_medium_is_network:
 *
 * Returns: whether @path lies where the shared memory of WAL cannot be relied on
 */
gboolean
streek_medium_is_network (const char *path)
{
  struct statfs info;

  return statfs (path, &info) == 0 && streek_medium_is_network_type ((guint32) info.f_type);
}

/**
 * streek_medium_is_portal:
 * @path: without symbolic links
 *
 * Returns: whether the desktop lends this one file to a program in a sandbox. Neither journals
 *   nor locks can stand beside it there.
 */
gboolean
streek_medium_is_portal (const char *path)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);

  return g_str_has_prefix (path, folder);
}

static gboolean
is_folder_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (folder, W_OK | X_OK) == 0;
}

/**
 * streek_medium_is_writable:
 *
 * Returns: whether both the file and its folder can be written: a journal stands beside it
 */
gboolean
streek_medium_is_writable (const char *path)
{
  return g_access (path, W_OK) == 0 && is_folder_writable (path);
}

static gboolean
has_content (const char *path, const char *suffix)
{
  g_autofree char *side = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  return g_stat (side, &info) == 0 && info.st_size > 0;
}

/**
 * streek_medium_has_journal:
 *
 * Returns: whether changes stand beside @path that are not yet in it: it is open, or was when
 *   its program ended
 */
gboolean
streek_medium_has_journal (const char *path)
{
  return has_content (path, "-wal") || has_content (path, "-journal");
}

/**
 * streek_medium_needs_immutable:
 *
 * A file at rest in a folder that cannot be written is opened as immutable. One with a journal
 * left by a crash is not: its newest changes are in there, and would be left out in silence.
 */
gboolean
streek_medium_needs_immutable (const char *path)
{
  return !is_folder_writable (path) && !streek_medium_has_journal (path);
}

/**
 * streek_medium_dup_resolved_path:
 *
 * Returns: (transfer full): @path, absolute and without symbolic links, as far as it exists
 */
char *
streek_medium_dup_resolved_path (const char *path)
{
  char *resolved = realpath (path, NULL);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  if (resolved != NULL)
    {
      g_free (absolute);
      absolute = g_strdup (resolved);
      free (resolved);
      return g_steal_pointer (&absolute);
    }

  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *resolved_folder = realpath (folder, NULL);
  char *joined = g_build_filename (resolved_folder != NULL ? resolved_folder : folder, name, NULL);

  free (resolved_folder);

  return joined;
}

/**
 * streek_medium_dup_sibling_path:
 * @remark: what tells it from @path
 * @attempt: 0 for the first name, then others
 *
 * Returns: (transfer full): "Westhoek (REMARK).streek" beside "Westhoek.streek", later "Westhoek
 *   (REMARK) 2.streek"
 */
char *
streek_medium_dup_sibling_path (const char *path, const char *remark, int attempt)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');
  g_autofree char *extension = g_strdup (dot != NULL && dot != name ? dot : "");
  g_autofree char *number = attempt > 0 ? g_strdup_printf (" %d", attempt + 1) : g_strdup ("");

  name[strlen (name) - strlen (extension)] = '\0';

  g_autofree char *full = g_strdup_printf ("%s (%s)%s%s", name, remark, number, extension);

  return g_build_filename (folder, full, NULL);
}

/**
 * streek_medium_dup_temporary_path:
 *
 * Returns: (transfer full): a hidden name of nobody's in the folder of @dest_path
 */
char *
streek_medium_dup_temporary_path (const char *dest_path)
{
  g_autofree char *folder = g_path_get_dirname (dest_path);
  g_autofree char *name = g_path_get_basename (dest_path);
  g_autofree char *hidden =
    g_strdup_printf (".%s.%08x%08x.tmp", name, g_random_int (), g_random_int ());

  return g_build_filename (folder, hidden, NULL);
}

static void
set_exists (const char *path, GError **error)
{
  g_set_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_EXISTS,
               /* Translators: %s is a file. */
               _ ("%s exists already. Choose another name."), path);
}

/**
 * streek_medium_refuse_existing:
 *
 * Returns: %FALSE with %STREEK_STORE_ERROR_EXISTS where something has this name, be it a link to
 *   nowhere, or where the journal of a file that is gone still stands beside it: SQLite would play
 *   that into the new file
 */
gboolean
streek_medium_refuse_existing (const char *dest_path, GError **error)
{
  static const char *const suffixes[] = { "-wal", "-journal" };
  GStatBuf info;

  if (g_lstat (dest_path, &info) == 0)
    {
      set_exists (dest_path, error);
      return FALSE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (has_content (dest_path, suffixes[i]))
      {
        g_autofree char *side = g_strconcat (dest_path, suffixes[i], NULL);

        set_exists (side, error);
        return FALSE;
      }

  return TRUE;
}

static gboolean
sync_path (const char *path, int flags)
{
  int fd = open (path, flags | O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    return FALSE;

  gboolean done = fsync (fd) == 0;
  int saved = errno;

  close (fd);
  errno = saved;

  return done;
}

static gboolean
set_publish_error (const char *dest_path, GError **error)
{
  int saved = errno;

  if (saved == EEXIST)
    set_exists (dest_path, error);
  else if (saved == ENOSPC || saved == EDQUOT || saved == EFBIG)
    g_set_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_FULL,
                 _ ("%s could not be written: the disk is full."), dest_path);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved),
                 _ ("%1$s could not be made: %2$s"), dest_path, g_strerror (saved));

  return FALSE;
}

/* Never over an existing file; file systems without RENAME_NOREPLACE have hard links or neither. */
static gboolean
rename_without_replacing (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (link (from, to) == 0)
    {
      g_unlink (from);
      return TRUE;
    }
  if (errno == EEXIST)
    return FALSE;

  return !g_file_test (to, G_FILE_TEST_EXISTS) && g_rename (from, to) == 0;
}

/**
 * streek_medium_publish:
 * @temporary_path: a finished file that nobody has open
 * @dest_path: its name to be, in the same folder
 *
 * Gives a file its name once it is on the disk, so that under that name it is whole or absent.
 */
gboolean
streek_medium_publish (const char *temporary_path, const char *dest_path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (dest_path);

  if (!sync_path (temporary_path, 0) || !rename_without_replacing (temporary_path, dest_path))
    return set_publish_error (dest_path, error);

  /* Some file systems cannot sync a folder; the rename has happened all the same. */
  sync_path (folder, O_DIRECTORY);

  return TRUE;
}

static gboolean
move_side (const char *path, const char *dest_path, const char *suffix)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL);
  g_autofree char *to = g_strconcat (dest_path, suffix, NULL);

  return !g_file_test (from, G_FILE_TEST_EXISTS) || rename_without_replacing (from, to);
}

/**
 * streek_medium_move:
 * @path: a file that nobody has open
 * @dest_path: its name to be, in the same folder
 *
 * Gives a file another name, never that of an existing one, and takes its journals along: what is
 * in them belongs to it and to no other.
 */
gboolean
streek_medium_move (const char *path, const char *dest_path, GError **error)
{
  static const char *const suffixes[] = { "-journal", "-wal", "" };
  gsize n = 0;

  if (!streek_medium_refuse_existing (dest_path, error))
    return FALSE;

  while (n < G_N_ELEMENTS (suffixes) && move_side (path, dest_path, suffixes[n]))
    n++;

  if (n == G_N_ELEMENTS (suffixes))
    {
      /* the index of a journal is made again from it */
      g_autofree char *index = g_strconcat (path, "-shm", NULL);

      g_unlink (index);
      return TRUE;
    }

  set_publish_error (dest_path, error);
  while (n > 0)
    move_side (dest_path, path, suffixes[--n]);

  return FALSE;
}

/**
 * streek_medium_discard:
 *
 * Removes an unfinished file and what SQLite may have left beside it.
 */
void
streek_medium_discard (const char *temporary_path)
{
  static const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *side = g_strconcat (temporary_path, suffixes[i], NULL);

      g_unlink (side);
    }
}
