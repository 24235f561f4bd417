/* streek-source-input.c: bytes at rest, read in blocks and never mapped */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-source-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *
describe_error (int code)
{
  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      return _ ("There is no such file.");
    case EACCES:
    case EPERM:
      return _ ("You may not read this file.");
    default:
      return NULL;
    }
}

static void
set_error_from_errno (GError **error, int code)
{
  const char *words = describe_error (code);

  if (words != NULL)
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE, words);
  else
    /* Translators: %s is the system's own description of what went wrong. */
    g_set_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE,
                 _ ("The file could not be read: %s."), g_strerror (code));
}

static gint64
get_changed_ns (const struct stat *status)
{
  return (gint64) status->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status->st_mtim.tv_nsec;
}

/**
 * streek_input_new_take_fd:
 * @fd: (transfer full): an open file
 * @error: return location for a #StreekSourceError
 *
 * Returns: (transfer full): its bytes, or %NULL where it is a folder or a device
 */
StreekInput *
streek_input_new_take_fd (int fd, GError **error)
{
  g_autoptr (StreekInput) input = g_new0 (StreekInput, 1);
  struct stat status;

  input->fd = fd;

  if (fstat (fd, &status) != 0)
    {
      set_error_from_errno (error, errno);
      return NULL;
    }

  if (S_ISDIR (status.st_mode))
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE,
                           _ ("This is a folder. Choose a file in it."));
      return NULL;
    }

  if (!S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE,
                           _ ("This is a device or a pipe, not a file."));
      return NULL;
    }

  input->size = (guint64) status.st_size;
  input->changed_ns = get_changed_ns (&status);

  return g_steal_pointer (&input);
}

/**
 * streek_input_open:
 * @path: a file
 * @error: return location for a #StreekSourceError
 *
 * Never waits for a pipe that nobody writes to.
 *
 * Returns: (transfer full): its bytes
 */
StreekInput *
streek_input_open (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

  if (fd < 0)
    {
      set_error_from_errno (error, errno);
      return NULL;
    }

  return streek_input_new_take_fd (fd, error);
}

StreekInput *
streek_input_new_from_bytes (GBytes *bytes)
{
  StreekInput *input = g_new0 (StreekInput, 1);

  input->fd = -1;
  input->bytes = g_bytes_ref (bytes);
  input->size = g_bytes_get_size (bytes);

  return input;
}

void
streek_input_free (StreekInput *input)
{
  if (input->fd >= 0)
    close (input->fd);

  g_clear_pointer (&input->bytes, g_bytes_unref);
  g_free (input);
}

/**
 * streek_input_read:
 * @at: offset of the first byte wanted
 * @out: (out): room for @room bytes
 * @error: return location for a #StreekSourceError
 *
 * Not mapped: a file on a share that shrinks or vanishes under a mapping ends the program, and
 * mapped pages count as memory used. Any thread may read.
 *
 * Returns: how many bytes were read, fewer than @room only at the end; -1 with @error set
 */
gssize
streek_input_read (const StreekInput *input, guint64 at, void *out, gsize room, GError **error)
{
  gsize n_read = 0;

  if (input->fd < 0)
    {
      n_read = at < input->size ? MIN (room, input->size - at) : 0;
      if (n_read > 0)
        memcpy (out, (const char *) g_bytes_get_data (input->bytes, NULL) + at, n_read);
      return (gssize) n_read;
    }

  while (n_read < room)
    {
      gssize n = pread (input->fd, (char *) out + n_read, room - n_read, (off_t) (at + n_read));

      if (n == 0)
        break;
      if (n > 0)
        n_read += (gsize) n;
      else if (errno != EINTR)
        {
          set_error_from_errno (error, errno);
          return -1;
        }
    }

  return (gssize) n_read;
}

/**
 * streek_input_check_unchanged:
 * @error: return location for a #StreekSourceError
 *
 * Returns: %FALSE where another program wrote the file since it was opened, so that what was read
 *   may be half old and half new
 */
gboolean
streek_input_check_unchanged (const StreekInput *input, GError **error)
{
  struct stat status;

  if (input->fd < 0 ||
      (fstat (input->fd, &status) == 0 && (guint64) status.st_size == input->size &&
       get_changed_ns (&status) == input->changed_ns))
    return TRUE;

  g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED,
                       _ ("The file was changed while it was being read. Try again."));
  return FALSE;
}
