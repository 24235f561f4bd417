/* cli-runner.c: runs the binary on the example, and takes its CSV apart */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <glib/gstdio.h>
#include <string.h>

/* A folder with example.streek in it, made once: no test may change it. */
static char *folder;
static char *example;

void
cli_result_clear (CliResult *result)
{
  g_free (result->out);
  g_free (result->err);
}

/* "areas FILE --set RESOC": FILE stands for the example, DIR for its folder. */
GStrv
cli_split_line (const char *line)
{
  g_autoptr (GString) text = g_string_new ("BINARY ");

  g_string_append (text, line);
  g_string_replace (text, "BINARY", g_getenv ("STREEK_BINARY"), 1);
  g_string_replace (text, "FILE", example, 0);
  g_string_replace (text, "DIR", folder, 0);

  g_string_replace (text, "\\ ", "\x01", 0);

  GStrv words = g_strsplit (g_strchomp (text->str), " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_strdelimit (words[i], "\x01", ' ');

  return words;
}

const char *
cli_get_folder (void)
{
  return folder;
}

const char *
cli_get_example (void)
{
  return example;
}

CliResult
cli_run_in (const char *language, const char *line)
{
  g_auto (GStrv) words = cli_split_line (line);
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GError) error = NULL;
  CliResult result = { 0 };

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

CliResult
cli_run (const char *line)
{
  return cli_run_in ("en", line);
}

/**
 * cli_run_on_full_disk:
 *
 * A limit on the size of files does to a write what a full disk does, without one.
 */
CliResult
cli_run_on_full_disk (const char *line)
{
  g_auto (GStrv) words = cli_split_line (line);
  g_autofree char *joined = g_strjoinv (" ", words);
  g_autofree char *script = g_strdup_printf ("ulimit -f 8; trap '' XFSZ; exec %s", joined);
  const char *const shell[] = { "/bin/sh", "-c", script, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
    shell, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  CliResult result = { 0 };

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &result.out, &result.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result.status = g_subprocess_get_exit_status (process);

  return result;
}

void
cli_run_quietly (const char *line)
{
  g_auto (CliResult) result = cli_run (line);

  g_assert_cmpstr (result.err, ==, "");
  g_assert_cmpstr (result.out, ==, "");
  g_assert_cmpint (result.status, ==, 0);
}

char *
cli_read_output (const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);

  return contents;
}

gboolean
cli_holds (const char *bytes, gsize length, const char *word)
{
  return memmem (bytes, length, word, strlen (word)) != NULL;
}

/* How many files of the folder have a name that begins so: side files and halves count. */
guint
cli_count_files (const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix) || name[0] == '.';

  return n;
}

/* Splits one line of CSV; a field may stand in quotes, with commas in it. */
static GStrv
split_csv (const char *line)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = line;; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (*p != '\0' && (*p != ',' || quoted))
        g_string_append_c (field, *p);
      else
        {
          g_strv_builder_add (builder, field->str);
          g_string_truncate (field, 0);
          if (*p == '\0')
            break;
        }
    }

  return g_strv_builder_end (builder);
}

/* The rows below the header, (element-type GStrv). */
GPtrArray *
cli_read_rows (const char *csv, GStrv *header)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  *header = split_csv (lines[0]);

  for (gsize i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_ptr_array_add (rows, split_csv (lines[i]));

  return rows;
}

const char *
cli_get_field (GStrv header, GStrv row, const char *column)
{
  for (gsize i = 0; header[i] != NULL; i++)
    if (strcmp (header[i], column) == 0)
      return row[i];

  g_error ("There is no column %s.", column);
}

static char *
get_checksum (void)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (example, &contents, &length, NULL));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

/* Nothing but a message that says where the mistake is. */
void
cli_assert_refused (const CliRefusal *refusals, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_auto (CliResult) result = cli_run (refusals[i].line);

      g_test_message ("%s", refusals[i].line);
      g_assert_cmpstr (result.out, ==, "");
      g_assert_true (g_str_has_prefix (result.err, "streek"));
      g_assert_nonnull (strstr (result.err, refusals[i].names));
      g_assert_cmpint (result.status, ==, refusals[i].status);
    }
}

static void
remove_folder (const char *top)
{
  g_autoptr (GDir) dir = g_dir_open (top, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (top, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }

  g_rmdir (top);
}

/**
 * cli_main:
 * @add_tests: adds the tests
 *
 * Makes the example, runs the tests on it, and sees to it that none of them changed a byte of it.
 */
int
cli_main (int argc, char **argv, void (*add_tests) (void))
{
  g_test_init (&argc, &argv, NULL);

  folder = g_dir_make_tmp ("streek-XXXXXX", NULL);
  example = g_build_filename (folder, "example.streek", NULL);

  /* copies of files of this person are none of ours */
  g_autofree char *own = g_build_filename (folder, "own", NULL);

  g_setenv ("XDG_DATA_HOME", own, TRUE);

  g_auto (CliResult) made = cli_run ("new FILE --example");

  g_assert_cmpstr (made.err, ==, "");
  g_assert_cmpint (made.status, ==, 0);

  g_autofree char *before = get_checksum ();

  add_tests ();

  int status = g_test_run ();
  g_autofree char *after = get_checksum ();

  g_assert_cmpstr (before, ==, after);

  remove_folder (folder);
  g_free (example);
  g_free (folder);

  return status;
}
