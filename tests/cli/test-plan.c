/* test-plan.c: `streek export-plan`, `import-plan` and `import-records` on the example */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <glib/gstdio.h>
#include <string.h>

static void
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (cli_get_folder (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* A file of its own, without records. */
static void
make_file (const char *name)
{
  g_autofree char *path = g_build_filename (cli_get_folder (), name, NULL);
  g_autofree char *line = g_strdup_printf ("new DIR/%s", name);

  g_unlink (path);
  cli_run_quietly (line);
}

/* How many rows of the report are of that kind and id. */
static int
count_rows (const CliResult *result, const char *kind, const char *id)
{
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (result->out, &header);
  int n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += strcmp (cli_get_field (header, rows->pdata[i], "kind"), kind) == 0 &&
         (id == NULL || strcmp (cli_get_field (header, rows->pdata[i], "id"), id) == 0);

  return n;
}

/* Of "rows,taken" and the like; -1: no such row. */
static int
get_count (const CliResult *result, const char *kind, const char *id)
{
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (result->out, &header);

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (cli_get_field (header, rows->pdata[i], "kind"), kind) == 0 &&
        strcmp (cli_get_field (header, rows->pdata[i], "id"), id) == 0)
      return atoi (cli_get_field (header, rows->pdata[i], "count"));

  return -1;
}

static const char plan_text[] = "Bijlage 1: acties\n"
                                "Pijler,Actie,Partners,Timing,Indicator,Streefwaarde\n"
                                "Netwerk,Overleg,VDAB,2020-2022,Vergaderingen,4\n"
                                ",Website,VDAB; OCMW,doorlopend,,\n";

static void
test_plan_comes_in (void)
{
  make_file ("plan.streek");
  write_file ("plan.csv", plan_text);

  g_auto (CliResult) asking = cli_run ("import-plan DIR/plan.streek DIR/plan.csv --new Streekpact");

  g_assert_cmpint (asking.status, ==, 1);
  g_assert_cmpint (count_rows (&asking, "question", NULL), ==, 3);
  g_assert_nonnull (strstr (asking.err, "--make-new"));

  g_auto (CliResult) dry =
    cli_run ("import-plan DIR/plan.streek DIR/plan.csv --new Streekpact --make-new --dry-run");
  g_auto (CliResult) none = cli_run ("list DIR/plan.streek pacts --columns title");

  g_assert_cmpint (dry.status, ==, 0);
  g_assert_cmpstr (none.out, ==, "id,title\n");

  g_auto (CliResult) taken =
    cli_run ("import-plan DIR/plan.streek DIR/plan.csv --new Streekpact --make-new");

  g_assert_cmpint (taken.status, ==, 0);
  g_assert_cmpint (get_count (&taken, "rows", "read"), ==, 4);
  g_assert_cmpint (get_count (&taken, "rows", "taken"), ==, 2);
  g_assert_cmpint (get_count (&taken, "rows", "ignored"), ==, 2);
  g_assert_cmpint (get_count (&taken, "rows", "rejected"), ==, 0);

  g_auto (CliResult) actions =
    cli_run ("list DIR/plan.streek actions --columns title,starts,ends,item_partner");

  g_assert_nonnull (strstr (actions.out, ",Overleg,2020,2022,VDAB\n"));
  g_assert_nonnull (strstr (actions.out, ",Website,,,"));

  g_auto (CliResult) again = cli_run ("import-plan DIR/plan.streek DIR/plan.csv");

  g_assert_cmpint (again.status, ==, 0);
  g_assert_cmpint (get_count (&again, "rows", "taken"), ==, 0);
}

/* The second row of a header that says nothing by itself: it is said how many there are. */
static void
test_header_rows (void)
{
  make_file ("heads.streek");
  write_file ("heads.csv", "Doel,Actie,Wat telt\n,,x\nNetwerk,Overleg,5\n");

  g_auto (CliResult) one =
    cli_run ("import-plan DIR/heads.streek DIR/heads.csv --new Plan --dry-run --accept-partial");
  g_auto (CliResult) two =
    cli_run ("import-plan DIR/heads.streek DIR/heads.csv --new Plan --dry-run --header-rows 2");
  g_auto (CliResult) below =
    cli_run ("import-plan DIR/heads.streek DIR/heads.csv --new Plan --dry-run --header-row 2 "
             "--header-rows 1 --map title=2");

  g_assert_cmpint (get_count (&one, "state", "header"), ==, 1);
  g_assert_cmpint (get_count (&one, "state", "rejected"), ==, 1);
  g_assert_cmpint (get_count (&two, "state", "header"), ==, 2);
  g_assert_cmpint (get_count (&two, "state", "new"), ==, 1);
  g_assert_nonnull (strstr (two.out, "Wat telt / x"));
  g_assert_cmpint (get_count (&below, "state", "title"), ==, 1);
  g_assert_cmpint (get_count (&below, "state", "new"), ==, 1);
}

/* What --map says once is kept in a file, and said by that file the next time. */
static void
test_profile (void)
{
  make_file ("profile.streek");
  write_file ("odd.csv", "Eerste,Tweede,Dan\nNetwerk,Overleg,2024\n");

  g_auto (CliResult) said =
    cli_run ("import-plan DIR/profile.streek DIR/odd.csv --new Plan --dry-run --header-row 1 --map "
             "level-1=Eerste --map level-2=Tweede --map timing=Dan --save-profile DIR/odd.json");
  g_auto (CliResult) read = cli_run ("import-plan DIR/profile.streek DIR/odd.csv --new Plan "
                                     "--dry-run --profile DIR/odd.json");
  g_auto (CliResult) other = cli_run ("import-plan DIR/profile.streek DIR/heads.csv --new Plan "
                                      "--dry-run --profile DIR/odd.json");
  g_auto (CliResult) figures =
    cli_run ("import DIR/profile.streek DIR/odd.csv --profile DIR/odd.json --dry-run");
  g_auto (CliResult) none = cli_run ("import-plan DIR/profile.streek DIR/odd.csv --new Plan "
                                     "--dry-run --profile nergens");

  g_assert_cmpint (said.status, ==, 0);
  g_assert_cmpint (read.status, ==, 0);
  g_assert_cmpint (get_count (&read, "state", "new"), ==, 1);
  g_assert_nonnull (strstr (read.out, "plan/profile"));
  g_assert_cmpint (other.status, ==, 1);
  g_assert_nonnull (strstr (other.err, "Eerste"));
  g_assert_cmpint (figures.status, ==, 1);
  g_assert_cmpint (none.status, ==, 1);
  g_assert_nonnull (strstr (none.err, "nergens"));
}

/* The number of the plan of the example whose title begins so. */
static char *
find_plan (const char *title)
{
  g_auto (CliResult) list = cli_run ("list FILE pacts --columns title");
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (list.out, &header);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_has_prefix (cli_get_field (header, rows->pdata[i], "title"), title))
      return g_strdup (cli_get_field (header, rows->pdata[i], "id"));

  g_assert_not_reached ();
}

static void
test_plan_goes_out_and_comes_in (void)
{
  static const char *const names[] = { "rose.csv", "rose.xlsx", "rose.ods" };
  g_autofree char *id = find_plan ("Actieplan regionale sociale economie");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *out = g_strdup_printf ("export-plan FILE DIR/%s --plan %s", names[i], id);
      g_autofree char *in =
        g_strdup_printf ("import-plan FILE DIR/%s --plan %s --dry-run", names[i], id);

      g_auto (CliResult) written = cli_run (out);
      g_auto (CliResult) same = cli_run (in);
      gboolean is_csv = g_str_has_suffix (names[i], ".csv");

      g_test_message ("%s", same.out);
      g_assert_cmpint (written.status, ==, 0);
      /* four of them: the rows of the matrix of obligations */
      g_assert_true ((strstr (written.err, "Obligations: 4") != NULL) == is_csv);
      /* beside goals and actions the twelve kinds of which this plan has some */
      g_assert_cmpint (count_rows (&same, "rows", "read"), ==, is_csv ? 1 : 13);
      g_assert_cmpint (same.status, ==, 0);
      g_assert_cmpint (get_count (&same, "state", "unchanged"), ==, 27);
      g_assert_cmpint (get_count (&same, "rows", "ignored"), ==, 28);
    }
}

/* The plan of one workspace in another one: as it was, with its SWOT and its policy frames; its
 * year programmes are no part of it. */
static void
test_plan_moves_whole (void)
{
  static const char *const boards[] = { "swot", "frames" };

  cli_run_quietly ("export-plan FILE DIR/whole.ods --plan sociale");
  cli_run_quietly ("new DIR/whole.streek --example");

  g_auto (CliResult) alone =
    cli_run ("import-plan DIR/whole.streek DIR/whole.ods --new ROSE --sheet plan_item --dry-run");
  g_auto (CliResult) taken =
    cli_run ("import-plan DIR/whole.streek DIR/whole.ods --new Meegekomen");

  g_assert_cmpint (count_rows (&alone, "rows", "read"), ==, 1);
  g_assert_nonnull (strstr (alone.err, "swot, "));
  g_assert_cmpint (taken.status, ==, 0);
  g_assert_cmpstr (taken.err, ==, "");

  for (guint i = 0; i < G_N_ELEMENTS (boards); i++)
    {
      g_autofree char *first =
        g_strdup_printf ("print FILE %s -o DIR/first.csv --plan sociale", boards[i]);
      g_autofree char *second = g_strdup_printf (
        "print DIR/whole.streek %s -o DIR/second.csv --plan Meegekomen", boards[i]);
      gsize length;

      cli_run_quietly (first);
      cli_run_quietly (second);

      g_autofree char *was = cli_read_output ("first.csv", &length);
      g_autofree char *is = cli_read_output ("second.csv", &length);

      g_assert_cmpstr (was, ==, is);
    }
}

/* Every command knows a plan by its title, by words that no other title has, and by its number. */
static void
test_plans_are_named_alike (void)
{
  g_autofree char *id = find_plan ("Streekpact Brugge");
  g_autofree char *by_id = g_strdup_printf ("export-plan FILE DIR/n.csv --plan %s", id);
  const CliRefusal refusals[] = {
    { "export-plan FILE DIR/n.csv --plan streekpact", 1, "“Streekpact Brugge” (" },
    { "export-plan FILE DIR/n.csv --plan Narnia", 1, "“Streekpact Brugge”, " },
    { "print FILE swot -o DIR/n.csv --plan streekpact", 1, "“Streekpact Brugge” (" },
    { "sheet FILE project xyz", 1, "Streekbeleid" },
  };
  const char *const lines[] = {
    by_id,
    "export-plan FILE DIR/n.csv --plan brug",
    "export-plan FILE DIR/n.csv --plan STREEKPACT\\ BRUGGE",
    "print FILE obligations -o DIR/n.csv --plan sociale",
    "sheet FILE project NOISE",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (CliResult) result = cli_run (lines[i]);

      g_test_message ("%s: %s", lines[i], result.err);
      g_assert_cmpint (result.status, ==, 0);
    }

  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
}

static void
test_records_come_in (void)
{
  make_file ("records.streek");
  write_file ("organisations.csv", "Naam,Afkorting,Soort\n"
                                   "Stad Diest,SD,\n"
                                   "Vlaamse Dienst,VDAB,\n");
  write_file ("projects.csv", "Naam,Trekker,Budget\nWarmtenet,sd,1000\nBos,Onbekend,veel\n");

  g_auto (CliResult) taken =
    cli_run ("import-records DIR/records.streek DIR/organisations.csv --kind organisations");

  g_assert_cmpint (taken.status, ==, 0);
  g_assert_cmpint (get_count (&taken, "rows", "taken"), ==, 2);

  g_auto (CliResult) refused =
    cli_run ("import-records DIR/records.streek DIR/projects.csv --kind projects --leave-out");

  g_assert_cmpint (refused.status, ==, 1);
  g_assert_cmpint (get_count (&refused, "rows", "rejected"), ==, 1);
  g_assert_nonnull (strstr (refused.err, "--accept-partial"));

  g_auto (CliResult) partial = cli_run ("import-records DIR/records.streek DIR/projects.csv --kind "
                                        "projects --accept-partial --take Onbekend=VDAB");
  g_auto (CliResult) list = cli_run ("list DIR/records.streek projects --columns name,lead,budget");

  g_assert_cmpint (partial.status, ==, 3);
  g_assert_nonnull (strstr (list.out, ",Warmtenet,Stad Diest,1000\n"));
  g_assert_null (strstr (list.out, "Bos"));

  g_auto (CliResult) mapped =
    cli_run ("import-records DIR/records.streek DIR/projects.csv --kind projects --map "
             "ignore=Budget --map owner=2");
  g_auto (CliResult) changed = cli_run ("list DIR/records.streek projects --columns name,owner");

  g_assert_cmpint (mapped.status, ==, 0);
  g_assert_nonnull (strstr (changed.out, ",Bos,Onbekend\n"));
}

static void
test_says_what_is_wrong (void)
{
  g_autofree char *id = find_plan ("Streekpact Westhoek");
  g_autofree char *unwritable = g_strdup_printf ("export-plan FILE DIR/out.pdf --plan %s", id);
  const CliRefusal refusals[] = {
    { unwritable, 1, ".xlsx" },
    { "import-records DIR/records.streek DIR/projects.csv", 2, "--kind" },
    { "import-records DIR/records.streek DIR/projects.csv --kind dwarfs", 2, "dwarfs" },
    { "import-records DIR/records.streek DIR/projects.csv --kind projects --map name", 2,
      "FIELD=COLUMN" },
    { "import-records DIR/records.streek DIR/projects.csv --kind projects --map name=Niets", 1,
      "Niets" },
    { "import-records DIR/records.streek DIR/projects.csv --kind projects --map dwarf=1", 1,
      "dwarf" },
    { "import-records DIR/records.streek DIR/projects.csv --kind strand --in Niets", 1, "--in" },
    { "import-plan DIR/records.streek DIR/projects.csv", 1, "--plan" },
    { "import-plan DIR/records.streek DIR/projects.csv --plan Niets", 1, "--plan" },
    { "import-plan DIR/records.streek DIR/projects.csv --plan A --new B", 2, "--new" },
    { "import-plan DIR/records.streek DIR/none.xlsx --new B", 1, "none.xlsx" },
    { "export-plan DIR/records.streek DIR/out.csv", 1, "--plan" },
  };

  make_file ("records.streek");
  write_file ("projects.csv", "Naam\nBos\n");
  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/plan/comes-in", test_plan_comes_in);
  g_test_add_func ("/cli/plan/header-rows", test_header_rows);
  g_test_add_func ("/cli/plan/profile", test_profile);
  g_test_add_func ("/cli/plan/goes-out-and-comes-in", test_plan_goes_out_and_comes_in);
  g_test_add_func ("/cli/plan/moves-whole", test_plan_moves_whole);
  g_test_add_func ("/cli/plan/named-alike", test_plans_are_named_alike);
  g_test_add_func ("/cli/plan/records-come-in", test_records_come_in);
  g_test_add_func ("/cli/plan/says-what-is-wrong", test_says_what_is_wrong);
}

int
main (int argc, char *argv[])
{
  return cli_main (argc, argv, add_tests);
}
