/* test-streek.c: the command line from end to end, on the example that comes with the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"
#include "store/streek-backup.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>

static void
test_prints_the_columns_agreed (void)
{
  static const struct
  {
    const char *line;
    const char *header;
  } cases[] = {
    { "areas FILE --set RESOC", "set,code,name,valid_from,valid_to,units,certainty\n" },
    { "areas FILE --set RESOC --members",
      "set,code,name,valid_from,valid_to,units,certainty,member_code,member_name\n" },
    { "info FILE", "key,value\n" },
    { "verify FILE", "severity,id,place,message\n" },
    { "indicators FILE", "code,theme,name,unit,kind,time,direction," },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CliResult) result = cli_run (cases[i].line);

      g_assert_cmpstr (result.err, ==, "");
      g_assert_cmpint (result.status, ==, 0);
      g_assert_true (g_str_has_prefix (result.out, cases[i].header));
    }
}

static void
test_says_what_is_wrong (void)
{
  static const CliRefusal refusals[] = {
    /* cannot be parsed, or contradicts itself */
    { "", 2, "streek --help" },
    { "frobnicate", 2, "frobnicate" },
    { "areas", 2, "FILE" },
    { "areas FILE --set", 2, "--set" },
    { "areas FILE --on 2019-02-30", 2, "2019-02-30" },
    { "areas FILE --within 34000", 2, "SET:CODE" },
    { "new DIR/other.streek --example --empty", 2, "--empty" },
    /* unknown or impossible */
    { "info DIR/absent.streek", 1, "absent.streek" },
    { "areas FILE --set parish", 1, "parish" },
    { "areas FILE --within gemeente:99999", 1, "99999" },
    { "areas FILE --set gemeente --on 1830-10-04", 1, "1830-10-04" },
    { "new FILE", 1, "example.streek" },
    { "backup FILE FILE", 1, "example.streek" },
    { "backup FILE DIR/no/such/folder.streek", 1, "its folder" },
    { "new DIR/no/such/folder.streek", 1, "its folder" },
  };

  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
}

static void
test_full_disk_is_an_error (void)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_auto (GStrv) words = cli_split_line ("areas FILE");
  g_autoptr (GError) error = NULL;
  g_autofree char *err = NULL;

  g_subprocess_launcher_take_stdout_fd (launcher, g_open ("/dev/full", O_WRONLY | O_CLOEXEC, 0));

  g_autoptr (GSubprocess) process =
    g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_nonnull (strstr (err, "could not be written"));
}

static void
test_same_input_gives_the_same_bytes (void)
{
  static const char *const lines[] = {
    "areas FILE",
    "indicators FILE --json",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (CliResult) first = cli_run (lines[i]);
      g_auto (CliResult) second = cli_run (lines[i]);

      g_assert_cmpuint (strlen (first.out), >, 1000);
      g_assert_cmpstr (first.out, ==, second.out);
    }
}

static void
test_speaks_dutch (void)
{
  static const struct
  {
    const char *line;
    const char *says;
  } cases[] = {
    { "areas", "Het argument FILE ontbreekt." },
    { "areas FILE --on nu", "“nu” is geen datum" },
    { "frobnicate", "Er is geen opdracht “frobnicate”." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CliResult) result = cli_run_in ("nl", cases[i].line);

      g_assert_nonnull (strstr (result.err, cases[i].says));
    }
}

static void
test_backup_is_a_workspace (void)
{
  g_auto (CliResult) backup = cli_run ("backup FILE DIR/copy.streek");
  g_auto (CliResult) verify = cli_run ("verify DIR/copy.streek");
  g_auto (CliResult) original = cli_run ("areas FILE --members");
  g_auto (CliResult) copy = cli_run ("areas DIR/copy.streek --members");

  g_assert_cmpint (backup.status, ==, 0);
  g_assert_cmpint (verify.status, ==, 0);
  g_assert_cmpstr (copy.out, ==, original.out);
}

static void
test_full_disk_leaves_nothing_behind (void)
{
  static const char *const lines[] = {
    "new DIR/half.streek",
    "backup FILE DIR/half.streek",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (CliResult) result = cli_run_on_full_disk (lines[i]);

      g_assert_cmpint (result.status, ==, 1);
      g_assert_nonnull (strstr (result.err, "half.streek"));
      g_assert_cmpuint (cli_count_files ("half.streek"), ==, 0);
    }
}

/* Overwrites the middle of the file: whatever page that hits, it must be seen. */
static void
test_verify_finds_damage (void)
{
  g_autofree char *path = g_build_filename (cli_get_folder (), "damaged.streek", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (cli_get_example (), &contents, &length, NULL));
  memset (contents + length / 2, 0xa5, 8192);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));

  g_auto (CliResult) result = cli_run ("verify DIR/damaged.streek");

  g_assert_cmpint (result.status, ==, 3);
  g_assert_nonnull (strstr (result.out, "\nerror,"));

  g_auto (CliResult) whole = cli_run ("verify FILE");

  g_assert_cmpint (whole.status, ==, 0);
}

/* The copy is found by the name of the file alone: nothing of it can be read. */
static void
test_points_at_the_newest_copy (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) made = g_date_time_new_utc (2026, 11, 21, 16, 30, 0);
  g_autofree char *path = g_build_filename (cli_get_folder (), "rescued.streek", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (cli_get_example (), &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, length, NULL));

  g_autoptr (StreekStore) store =
    streek_store_open (path, STREEK_STORE_NONE, streek_schema_get_default (), NULL, &error);
  g_autofree char *folder = streek_backup_dup_folder (store);

  g_assert_true (streek_backup_keep (store, folder, made, NULL, &error));
  g_clear_object (&store);
  memset (contents + 100, 0, length - 100);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));

  g_auto (CliResult) verify = cli_run ("verify DIR/rescued.streek");
  g_auto (CliResult) info = cli_run ("info DIR/rescued.streek");
  g_auto (CliResult) none = cli_run ("info DIR/damaged.streek");

  g_assert_nonnull (strstr (verify.err, "/2026-11-21T163000Z.streek"));
  g_assert_cmpint (info.status, ==, 1);
  g_assert_nonnull (strstr (info.err, "/2026-11-21T163000Z.streek"));
  g_assert_null (strstr (none.err, "2026-11-21T163000Z.streek"));
}

/* From 2016 on one RESOC lies in two SERRs: history to tell, no reason for a script to stop. */
static void
test_verify_tells_history (void)
{
  g_auto (CliResult) result = cli_run ("verify FILE");

  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (
    strstr (result.out, "\nnote,area/straddles,RESOC:RESOC_NWVL,\"From 2016-01-01"));
  g_assert_null (strstr (result.out, "\nwarning,"));
}

/* Adds every "--word" of @text to @options. */
static void
collect_options (const char *text, GHashTable *options)
{
  g_autoptr (GRegex) regex = g_regex_new ("--[a-z][a-z-]*", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_hash_table_add (options, g_match_info_fetch (match, 0));
}

static char *
read_source (const char *relative)
{
  g_autofree char *path = g_build_filename (g_getenv ("STREEK_SOURCE_ROOT"), relative, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* Every command and option that --help shows stands in the man page and in the completion. */
static void
test_help_man_page_and_completion_agree (void)
{
  static const char *const commands[] = { "new",    "info",   "areas", "indicators",
                                          "values", "map",    "atlas", "check",
                                          "verify", "backup", "sheet", "project-map" };
  g_autofree char *completion = read_source ("src/cli/streek.bash-completion");
  g_autofree char *raw = read_source ("docs/streek.1");
  g_autoptr (GString) man_page = g_string_new (raw);
  g_autoptr (GHashTable) options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (CliResult) overview = cli_run ("--help");

  g_string_replace (man_page, "\\-", "-", 0);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s --help", commands[i]);
      g_autofree char *section = g_strdup_printf (".SS streek %s\n", commands[i]);
      g_auto (CliResult) help = cli_run (line);

      g_assert_cmpint (help.status, ==, 0);
      g_assert_cmpstr (help.err, ==, "");
      g_assert_nonnull (strstr (overview.out, commands[i]));
      g_assert_nonnull (strstr (man_page->str, section));
      g_assert_nonnull (strstr (completion, commands[i]));
      collect_options (help.out, options);
    }

  g_assert_cmpuint (g_hash_table_size (options), >, 5);

  GHashTableIter iter;
  gpointer option;

  g_hash_table_iter_init (&iter, options);
  while (g_hash_table_iter_next (&iter, &option, NULL))
    {
      if (strstr (man_page->str, option) == NULL)
        g_test_fail_printf ("%s is not in the man page", (char *) option);
      if (strstr (completion, option) == NULL)
        g_test_fail_printf ("%s is not completed", (char *) option);
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/streek/prints-the-columns-agreed", test_prints_the_columns_agreed);
  g_test_add_func ("/cli/streek/says-what-is-wrong", test_says_what_is_wrong);
  g_test_add_func ("/cli/streek/full-disk-is-an-error", test_full_disk_is_an_error);
  g_test_add_func ("/cli/streek/same-input-gives-the-same-bytes",
                   test_same_input_gives_the_same_bytes);
  g_test_add_func ("/cli/streek/speaks-dutch", test_speaks_dutch);
  g_test_add_func ("/cli/streek/backup-is-a-workspace", test_backup_is_a_workspace);
  g_test_add_func ("/cli/streek/full-disk-leaves-nothing-behind",
                   test_full_disk_leaves_nothing_behind);
  g_test_add_func ("/cli/streek/verify-finds-damage", test_verify_finds_damage);
  g_test_add_func ("/cli/streek/points-at-the-newest-copy", test_points_at_the_newest_copy);
  g_test_add_func ("/cli/streek/verify-tells-history", test_verify_tells_history);
  g_test_add_func ("/cli/streek/help-man-page-and-completion-agree",
                   test_help_man_page_and_completion_agree);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
