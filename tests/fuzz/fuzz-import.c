/* fuzz-import.c: a profile and a small table of figures, taken all the way up to a commit */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "../indicator/figure-fixture.h"
#include "exchange/streek-guess.h"
#include "exchange/streek-source.h"
#include "fuzz-target.h"
#include "indicator/streek-indicator-target.h"

#include <string.h>

#define SEPARATOR '\x1e' /* between the profile and the table */

static FigureFixture *fixture;
static StreekImportTarget *target;

/* No row vanishes, whatever it says; what will be written are figures. */
static void
check_import (const StreekImport *import)
{
  for (guint i = 0; i < import->accounts->len; i++)
    {
      const StreekImportAccount *account = import->accounts->pdata[i];

      g_assert_cmpuint (account->n_read, ==,
                        account->n_taken + account->n_ignored + account->n_rejected);
      g_assert_cmpuint (account->states[STREEK_ROW_PENDING], ==, 0);
    }

  for (guint i = 0; i < import->findings->len; i++)
    g_assert_nonnull (((const StreekImportFinding *) import->findings->pdata[i])->message);

  for (guint i = 0; i < import->series->len; i++)
    {
      g_autoptr (GArray) cells = streek_indicator_target_list_cells (import, i);

      for (guint j = 0; j < cells->len; j++)
        {
          const StreekImportCell *cell = &g_array_index (cells, StreekImportCell, j);

          g_assert_true (cell->effect == STREEK_IMPORT_SAME ||
                         cell->missing != STREEK_MISSING_NONE || cell->value - cell->value == 0);
        }
    }
}

static void
read_table (StreekSource *source, const StreekMapping *mapping)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekImport) import =
    streek_import_read (source, mapping, target, NULL, NULL, NULL, &error);

  g_assert_true ((import == NULL) == (error != NULL));
  g_assert_false (g_error_matches (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_ACCOUNT));

  if (import != NULL)
    {
      check_import (import);
      streek_import_check (import, FALSE, NULL);
    }
}

/* What is written of a profile is read as the same one. */
static StreekMapping *
parse_profile (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMapping) mapping = streek_mapping_from_json (text, (gssize) length, &error);

  g_assert_true ((mapping == NULL) == (error != NULL));
  if (mapping == NULL)
    return NULL;

  g_autofree char *json = streek_mapping_to_json (mapping);
  g_autoptr (StreekMapping) again = streek_mapping_from_json (json, -1, &error);

  g_assert_no_error (error);

  g_autofree char *same = streek_mapping_to_json (again);

  g_assert_cmpstr (json, ==, same);

  return g_steal_pointer (&mapping);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const guint8 *mark = size > 0 ? memchr (data, SEPARATOR, size) : NULL;
  gsize n_profile = mark != NULL ? (gsize) (mark - data) : 0;
  gsize begin = mark != NULL ? n_profile + 1 : 0;

  if (fixture == NULL)
    {
      fixture = figure_fixture_new_letters ("ABCDEF");
      figure_fixture_add_indicator (fixture, "jobs", "count", NULL);
      figure_fixture_add_vector (fixture, "jobs", "2020", "gemeente", "2018-01-01", "A B C",
                                 "1 2 hidden");
      figure_fixture_reload (fixture);
      target = streek_indicator_target_new (fixture->db, fixture->areas, fixture->catalogue);
    }

  g_autoptr (GBytes) bytes = g_bytes_new (data + begin, size - begin);
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "jobs 2020.csv", NULL, NULL);
  g_autoptr (StreekMapping) profile = parse_profile ((const char *) data, n_profile);

  if (source == NULL)
    return 0;

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMapping) guess = streek_guess_mapping (source, target, NULL, NULL, &error);

  g_assert_true ((guess == NULL) == (error != NULL));
  if (guess != NULL)
    read_table (source, guess);
  if (profile != NULL)
    read_table (source, profile);

  return 0;
}

GPtrArray *
fuzz_list_seeds (void)
{
  static const struct
  {
    const char *profile;
    const char *table;
  } pairs[] = {
    /* tidy */
    { "{'streek-profile':1,'columns':[{'header':'code','as':'area-code'},"
      "{'header':'wat','as':'indicator'},{'header':'jaar','as':'period'},"
      "{'header':'n','as':'value'}],'unknown-indicators':'count'}",
      "code,wat,jaar,n\nA,jobs,2020,1\nB,jobs,2020,5\nB,nieuw,2021-Q2,1.234\n,,,\n" },
    /* wide by year, in the second row of the header */
    { "{'streek-profile':1,'header-rows':2,'indicator':'jobs','columns':["
      "{'header':'Gebied','as':'area-name'},{'header':'*{period}','as':'value'}]}",
      "Cijfers;;\nGebied;Aantal;\n;2020;2021\nA;1,5;2\nB;x;3 p\nABC;10;\nBron: zelf;;\n" },
    /* a breakdown */
    { "{'streek-profile':1,'indicator':'jobs','period':'2022','columns':["
      "{'header':'g','as':'area-name'},{'header':'sekse','as':'breakdown','use':'sum'},"
      "{'header':'n','as':'value'}],'areas':{'Dorp':'gemeente:C'},"
      "'missing':{'nvt':'not_applicable'}}",
      "g;sekse;n\nA;man;1\nA;vrouw;2\nDorp;man;nvt\nB;man;<5\nB;man;6\n" },
    /* a joined first column */
    { "{'streek-profile':1,'split':',','code-prefix':'x_','unknown-indicators':'other',"
      "'columns':[{'header':'freq','as':'ignored'},{'header':'wat','as':'indicator'},"
      "{'header':'geo','as':'area-code'},{'header':'{period}','as':'value'}]}",
      "freq,wat,geo\t2020 \t2021 \nA,JOBS,A\t1.5 p\t: \nA,JOBS,DEF\t2\t3 b\n" },
    /* one area */
    { "{'streek-profile':1,'area':'streek:ABC','columns':[{'header':'jaar','as':'period'},"
      "{'header':'jobs','as':'value'}]}",
      "jaar|jobs\n2020|10.000\n2021|20.000\n2021|20.001\n" },
    /* nobody says anything */
    { "", "gemeente,kwartaal,jaar,jobs\nA,1,2020,7\nB,2,2020,8\n" },
  };
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      GString *text = g_string_new (pairs[i].profile);

      g_string_replace (text, "'", "\"", 0);
      g_string_append_c (text, SEPARATOR);
      g_string_append (text, pairs[i].table);
      g_ptr_array_add (seeds, g_string_free_to_bytes (text));
    }

  fuzz_add_corpus (seeds, "import");

  return seeds;
}
