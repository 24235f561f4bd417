/* test-file.c: a file is written whole, or the old one stays */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("streek-file-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "out.txt", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, expected, strlen (expected));
}

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return streek_file_write_atomically (path, bytes, error);
}

static void
test_replaces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (fixture->path, "old", &error));
  assert_content (fixture->path, "old");
  g_assert_true (write_text (fixture->path, "a newer one", &error));
  assert_content (fixture->path, "a newer one");
  g_assert_true (write_text (fixture->path, "", &error));
  assert_content (fixture->path, "");
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* A limit on file sizes stands in for a full disk: writes stop half-way just so. */
static void
test_keeps_old_when_disk_is_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strnfill (100000, 'x');
  struct rlimit usual;

  g_assert_true (write_text (fixture->path, "old", &error));
  g_assert_no_error (error);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);

  struct rlimit small = { .rlim_cur = 4096, .rlim_max = usual.rlim_max };

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);

  gboolean written = write_text (fixture->path, large, &error);

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  g_assert_false (written);
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, G_IO_ERROR);
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_says_why_not (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "absent", "out.txt", NULL);

  g_assert_false (write_text (nowhere, "x", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_false (write_text (fixture->folder, "x", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/base/file/replaces", Fixture, NULL, set_up, test_replaces, tear_down);
  g_test_add ("/base/file/keeps-old-when-disk-is-full", Fixture, NULL, set_up,
              test_keeps_old_when_disk_is_full, tear_down);
  g_test_add ("/base/file/says-why-not", Fixture, NULL, set_up, test_says_why_not, tear_down);

  return g_test_run ();
}
