/* test-streek.c: the command line from end to end, on the example that comes with the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* A folder with example.streek in it, made once: no test may change it. */
static char *folder;
static char *example;

typedef struct
{
  int status;
  char *out;
  char *err;
} Result;

static void
result_clear (Result *result)
{
  g_free (result->out);
  g_free (result->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

/* "areas FILE --set RESOC": FILE stands for the example, DIR for its folder. */
static GStrv
split_line (const char *line)
{
  g_autoptr (GString) text = g_string_new ("BINARY ");

  g_string_append (text, line);
  g_string_replace (text, "BINARY", g_getenv ("STREEK_BINARY"), 1);
  g_string_replace (text, "FILE", example, 0);
  g_string_replace (text, "DIR", folder, 0);

  return g_strsplit (g_strchomp (text->str), " ", -1);
}

static Result
run_in (const char *language, const char *line)
{
  g_auto (GStrv) words = split_line (line);
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GError) error = NULL;
  Result result = { 0 };

  g_subprocess_launcher_setenv (launcher, "LANGUAGE", language, TRUE);

  g_autoptr (GSubprocess) process =
    g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &result.out, &result.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result.status = g_subprocess_get_exit_status (process);

  return result;
}

static Result
run (const char *line)
{
  return run_in ("en", line);
}

static void
test_says_what_is_wrong (void)
{
  static const struct
  {
    const char *line;
    int status;
    const char *names; /* what the message must name */
  } cases[] = {
    /* cannot be parsed, or contradicts itself */
    { "", 2, "streek --help" },
    { "frobnicate", 2, "frobnicate" },
    { "new DIR/other.streek --example --empty", 2, "--empty" },
    /* unknown or impossible */
    { "new FILE", 1, "example.streek" },
    { "backup FILE FILE", 1, "example.streek" },
    { "backup FILE DIR/no/such/folder.streek", 1, "folder.streek" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Result) result = run (cases[i].line);

      g_test_message ("%s", cases[i].line);
      g_assert_cmpstr (result.out, ==, "");
      g_assert_true (g_str_has_prefix (result.err, "streek"));
      g_assert_nonnull (strstr (result.err, cases[i].names));
      g_assert_cmpint (result.status, ==, cases[i].status);
    }
}

/* People read Dutch; programs read the same columns and numbers everywhere. */
static void
test_speaks_dutch (void)
{
  static const struct
  {
    const char *line;
    const char *says;
  } cases[] = {
    { "frobnicate", "Er is geen opdracht ‘frobnicate’." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Result) result = run_in ("nl", cases[i].line);

      g_assert_nonnull (strstr (result.err, cases[i].says));
    }
}

static void
test_backup_is_a_workspace (void)
{
  g_auto (Result) backup = run ("backup FILE DIR/copy.streek");
  g_auto (Result) verify = run ("verify DIR/copy.streek");

  g_assert_cmpint (backup.status, ==, 0);
  g_assert_cmpint (verify.status, ==, 0);
}

/* Overwrites the middle of the file: whatever page that hits, it must be seen. */
static void
test_verify_finds_damage (void)
{
  g_autofree char *path = g_build_filename (folder, "damaged.streek", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (example, &contents, &length, NULL));
  memset (contents + length / 2, 0xa5, 8192);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));

  g_auto (Result) result = run ("verify DIR/damaged.streek");

  g_assert_cmpint (result.status, ==, 3);
  g_assert_nonnull (strchr (result.out, '\n')); /* a finding below the header */

  g_auto (Result) whole = run ("verify FILE");

  g_assert_cmpint (whole.status, ==, 0);
}

static char *
get_checksum (void)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (example, &contents, &length, NULL));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }

  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  folder = g_dir_make_tmp ("streek-XXXXXX", NULL);
  example = g_build_filename (folder, "example.streek", NULL);

  g_auto (Result) made = run ("new FILE --example");

  g_assert_cmpstr (made.err, ==, "");
  g_assert_cmpint (made.status, ==, 0);

  g_autofree char *before = get_checksum ();

  g_test_add_func ("/cli/streek/says-what-is-wrong", test_says_what_is_wrong);
  g_test_add_func ("/cli/streek/speaks-dutch", test_speaks_dutch);
  g_test_add_func ("/cli/streek/backup-is-a-workspace", test_backup_is_a_workspace);
  g_test_add_func ("/cli/streek/verify-finds-damage", test_verify_finds_damage);

  int status = g_test_run ();
  g_autofree char *after = get_checksum ();

  /* nothing above may have written to it */
  g_assert_cmpstr (before, ==, after);

  remove_folder ();
  g_free (example);
  g_free (folder);

  return status;
}
