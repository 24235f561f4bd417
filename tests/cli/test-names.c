/* test-names.c: names that people give areas, from a table into a file and into what reads lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <string.h>

/* Aarsele is one of Tielt, whose code was 37015 until 2024 and is 37022 since.
 * Wijtschate is a village of Heuvelland (33039); Beveren one of Roeselare (36015) and, in 2019, a
 * municipality near Antwerp (46003). */
static const char names[] = "Naam;NIS\n"
                            "Wijtschate;33039\n"
                            "Aarsele;Tielt\n"
                            "Beveren;Roeselare\n"
                            "Nergens;99999\n";

static void
put (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (cli_get_folder (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
run (const char *line, int status, char **out, char **err)
{
  g_auto (CliResult) result = cli_run (line);

  g_test_message ("%s: %s%s", line, result.out, result.err);
  g_assert_cmpint (result.status, ==, status);
  if (out != NULL)
    *out = g_strdup (result.out);
  if (err != NULL)
    *err = g_strdup (result.err);
}

static void
test_add_and_list (void)
{
  g_autofree char *account = NULL;
  g_autofree char *none = NULL;
  g_autofree char *all = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *remark = NULL;

  run ("new DIR/n.streek --empty", 0, NULL, NULL);
  put ("n.csv", names);
  put ("l.txt", "Wijtschate\nBeveren\n");

  run ("names DIR/n.streek --add DIR/n.csv --dry-run", 3, NULL, NULL);
  run ("names DIR/n.streek", 0, &none, NULL);
  g_assert_cmpstr (none, ==, "name,set,code,area,source\n");

  run ("select DIR/n.streek --set gemeente --on 2019-06-01 --list DIR/l.txt", 3, NULL, NULL);
  run ("names DIR/n.streek --add DIR/n.csv --source Proef", 3, NULL, &account);
  g_assert_nonnull (strstr (account, "5 rows read: 3 taken, 1 ignored, 1 rejected."));
  g_assert_nonnull (strstr (account, "line 5"));

  run ("names DIR/n.streek", 0, &all, NULL);
  g_assert_cmpstr (all, ==,
                   "name,set,code,area,source\n"
                   "Aarsele,gemeente,37022,Tielt,Proef\n"
                   "Beveren,gemeente,36015,Roeselare,Proef\n"
                   "Wijtschate,gemeente,33039,Heuvelland,Proef\n");

  run ("select DIR/n.streek --set gemeente --on 2019-06-01 --list DIR/l.txt", 3, &chosen, &remark);
  g_assert_nonnull (strstr (chosen, "33039"));
  g_assert_nonnull (strstr (chosen, "46003"));
  g_assert_null (strstr (chosen, "36015"));
  g_assert_nonnull (strstr (remark, "Roeselare (36015)"));
}

static void
test_options_need_a_table (void)
{
  run ("names DIR/n.streek --source Proef", 2, NULL, NULL);
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/names/add-and-list", test_add_and_list);
  g_test_add_func ("/cli/names/options-need-a-table", test_options_need_a_table);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
