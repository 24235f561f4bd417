/* streek-lock.c: the lock file beside a workspace, which names who has it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-lock.h"
#include "store/streek-db.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_CONTENT 4096
#define MAX_ROUNDS 10

struct _StreekLock
{
  char *path;
  int fd;
};

/**
 * streek_lock_dup_path:
 * @path: a workspace
 *
 * Returns: (transfer full): the hidden lock file beside it
 */
char *
streek_lock_dup_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strconcat (".", name, ".lock", NULL);

  return g_build_filename (folder, hidden, NULL);
}

static void
set_system_error (const char *path, GError **error)
{
  int saved = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved),
               /* Translators: %1$s is a file, %2$s what the system says about it. */
               _ ("%1$s could not be made: %2$s"), path, g_strerror (saved));
}

/* Three lines: person, machine, process. Whoever reads them has no reason to trust them. */
static char **
read_content (int fd)
{
  char buffer[MAX_CONTENT + 1];
  ssize_t n = pread (fd, buffer, MAX_CONTENT, 0);
  g_autofree char *text = g_utf8_make_valid (buffer, MAX (n, 0));

  return g_strsplit (text, "\n", 4);
}

static char *
describe_holder (int fd)
{
  g_auto (GStrv) lines = read_content (fd);

  if (g_strv_length (lines) < 3 || *lines[0] == '\0')
    return g_strdup (_ ("another program"));
  if (strcmp (lines[1], g_get_host_name ()) == 0)
    return g_strdup (lines[0]);

  /* Translators: %1$s is a person, %2$s the name of a computer. */
  return g_strdup_printf (_ ("%1$s on %2$s"), lines[0], lines[1]);
}

/* The name is a courtesy: on a full disk the lock holds without it. */
static void
write_content (int fd)
{
  const char *real_name = g_get_real_name ();
  const char *user = strcmp (real_name, "Unknown") != 0 ? real_name : g_get_user_name ();
  g_autofree char *text =
    g_strdup_printf ("%s\n%s\n%ld\n", user, g_get_host_name (), (long) getpid ());

  if (ftruncate (fd, 0) == 0 && pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("no name in the lock file: %s", g_strerror (errno));
}

static gboolean
names_dead_process (int fd)
{
  g_auto (GStrv) lines = read_content (fd);

  if (g_strv_length (lines) < 3 || strcmp (lines[1], g_get_host_name ()) != 0)
    return FALSE;

  gint64 pid = g_ascii_strtoll (lines[2], NULL, 10);

  return pid > 1 && pid <= G_MAXINT32 && kill ((pid_t) pid, 0) != 0 && errno == ESRCH;
}

typedef enum
{
  TAKEN,
  HELD,
  GONE, /* removed or replaced meanwhile: look again */
} Attempt;

/* The lock is that of the open file: the kernel drops it with the process, so a file left by a
 * crash is free. Only a file system without locks falls back on the process number in it. */
static Attempt
attempt_lock (const char *path, int fd, gboolean made)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  struct stat by_fd, by_path;

  if (fcntl (fd, F_OFD_SETLK, &whole) != 0)
    {
      if (errno == EAGAIN || errno == EACCES)
        return HELD;
      if (!made && !names_dead_process (fd))
        return HELD;
    }

  if (fstat (fd, &by_fd) != 0 || stat (path, &by_path) != 0 || by_fd.st_ino != by_path.st_ino ||
      by_fd.st_dev != by_path.st_dev)
    return GONE;

  return TAKEN;
}

static int
open_lock_file (const char *path, gboolean *made)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);

  *made = fd >= 0;

  return fd >= 0 || errno != EEXIST ? fd : open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
}

/* Somebody else's lock file may be theirs alone to write; its name can still be read. */
static char *
describe_unwritable (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

  if (fd < 0)
    return g_strdup (_ ("another program"));

  char *holder = describe_holder (fd);

  close (fd);

  return holder;
}

/**
 * streek_lock_take:
 * @path: a workspace, without symbolic links
 * @holder: (out) (nullable): who has it, where somebody has
 * @error: return location for a #GIOErrorEnum: the folder cannot be written
 *
 * Takes the lock without waiting.
 *
 * Returns: (transfer full): the lock, or %NULL with either @holder or @error set
 */
StreekLock *
streek_lock_take (const char *path, char **holder, GError **error)
{
  g_autofree char *lock_path = streek_lock_dup_path (path);

  *holder = NULL;

  for (int i = 0; i < MAX_ROUNDS; i++)
    {
      gboolean made;
      int fd = open_lock_file (lock_path, &made);

      if (fd < 0 && errno == ENOENT && g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      if (fd < 0 && errno == EACCES && g_file_test (lock_path, G_FILE_TEST_EXISTS))
        {
          *holder = describe_unwritable (lock_path);
          return NULL;
        }
      if (fd < 0)
        {
          set_system_error (lock_path, error);
          return NULL;
        }

      Attempt attempt = attempt_lock (lock_path, fd, made);

      if (attempt == TAKEN)
        {
          StreekLock *lock = g_new0 (StreekLock, 1);

          write_content (fd);
          lock->path = g_steal_pointer (&lock_path);
          lock->fd = fd;

          return lock;
        }

      if (attempt == HELD)
        *holder = describe_holder (fd);

      close (fd);

      if (attempt == HELD)
        return NULL;
    }

  *holder = g_strdup (_ ("another program"));

  return NULL;
}

/**
 * streek_lock_release:
 * @lock: (nullable) (transfer full):
 *
 * Removes the file first and then lets go, so that nobody locks a file that is about to vanish
 * without noticing.
 */
void
streek_lock_release (StreekLock *lock)
{
  if (lock == NULL)
    return;

  g_unlink (lock->path);
  close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}
