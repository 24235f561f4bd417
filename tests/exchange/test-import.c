/* test-import.c: small tables in the shape of real files: guessed, staged and counted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "archive-fixture.h"
#include "exchange/streek-guess.h"

#include <string.h>

/* A noun that knows five municipalities and writes down what it is handed. */
typedef struct
{
  StreekImportTarget parent;
  gboolean is_forgetful; /* settles nothing */
  GString *facts;
} Target;

static const char *const names[] = { "Kortrijk", "Menen", "Brugge", "Vlaams Gewest", "België" };

static StreekTextKinds
recognise (StreekImportTarget *self, const char *text)
{
  gboolean is_code = strlen (text) == 5;

  for (const char *c = text; *c != '\0'; c++)
    is_code = is_code && g_ascii_isdigit (*c);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (text, names[i]) == 0)
      return STREEK_TEXT_AREA_NAME;

  return (is_code ? STREEK_TEXT_AREA_CODE : 0) |
         (g_str_has_prefix (text, "BE2") ? STREEK_TEXT_AREA_NUTS : 0) |
         (strcmp (text, "jobs") == 0 || strcmp (text, "werklozen") == 0 ? STREEK_TEXT_INDICATOR
                                                                        : 0);
}

/* "Kortrijk 2033 Mannen 100", one a line, by column and period. */
static void
write_fact (Target *target,
            const StreekStaging *staging,
            const StreekStagedSeries *series,
            guint32 i)
{
  const StreekStagedMeasure *measure =
    &g_array_index (staging->measures, StreekStagedMeasure, series->measure);
  StreekMissing missing = STREEK_FACT_MISSING (series->metas[i]);
  g_autofree char *period =
    streek_period_to_string (g_array_index (staging->periods, StreekPeriod, series->period));
  const char *indicator = streek_staging_get_indicator_text (staging, measure->base);

  for (guint column = 0; column < staging->area_columns->len; column++)
    g_string_append_printf (target->facts, "%s%s", column > 0 ? "/" : "",
                            streek_staging_get_area_text (staging, series->areas[i], column));

  g_string_append_printf (target->facts, " %s %s ", period,
                          indicator != NULL ? indicator : measure->column->header);
  for (guint b = 0; b < staging->breakdowns->len; b++)
    g_string_append_printf (target->facts, "(%s) ",
                            streek_staging_get_member (staging, measure->base, b));

  if (missing == STREEK_MISSING_NONE)
    g_string_append_printf (target->facts, "%g\n", series->values[i]);
  else
    g_string_append_printf (target->facts, "%s\n", streek_missing_get_id (missing));
}

static gboolean
resolve (StreekImportTarget *self,
         StreekStaging *staging,
         StreekImport *import,
         GCancellable *cancellable,
         GError **error)
{
  Target *target = (Target *) self;

  for (guint i = 0; i < staging->series->len && !target->is_forgetful; i++)
    {
      const StreekStagedSeries *series = staging->series->pdata[i];

      for (guint32 fact = 0; fact < series->n; fact++)
        {
          write_fact (target, staging, series, fact);
          streek_staging_settle (staging, series->rows[fact], STREEK_ROW_TAKEN);
        }
    }

  return TRUE;
}

static void
target_init (Target *target)
{
  memset (target, 0, sizeof *target);
  target->parent.recognise = recognise;
  target->parent.resolve = resolve;
  target->facts = g_string_new (NULL);
}

/* "NIS-code: area-code | 2033: value", without what is ignored. */
static char *
describe (const StreekMapping *mapping)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const StreekMappingColumn *column = mapping->columns->pdata[i];

      if (column->role != STREEK_ROLE_IGNORED)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " | " : "", column->header,
                                streek_role_get_id (column->role));
    }

  return g_string_free (text, FALSE);
}

static StreekImport *
import_bytes (GBytes *bytes, const char *name, const char *columns, const char *facts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, name, NULL, &error);
  Target target;

  g_assert_no_error (error);
  target_init (&target);

  g_autoptr (StreekMapping) mapping =
    streek_guess_mapping (source, &target.parent, NULL, NULL, &error);

  g_assert_no_error (error);

  g_autofree char *guessed = describe (mapping);
  StreekImport *import =
    streek_import_read (source, mapping, &target.parent, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_test_message ("%s\n%s", guessed, target.facts->str);
  g_assert_cmpstr (guessed, ==, columns);
  g_assert_cmpstr (target.facts->str, ==, facts);
  g_string_free (target.facts, TRUE);

  return import;
}

static const StreekImportAccount *
import_text (
  StreekImport **import, const char *name, const char *text, const char *columns, const char *facts)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  *import = import_bytes (bytes, name, columns, facts);

  return (*import)->accounts->pdata[0];
}

/* Arvastat: a code, a name and a column a month. */
static void
test_wide_by_period (void)
{
  g_autoptr (StreekImport) import = NULL;
  const StreekImportAccount *account = import_text (
    &import, "nwwz.csv", "NIS-code;Gemeente;2033;2034\n34022;Kortrijk;10;11\n34027;Menen;:;21\n",
    "NIS-code: area-code | 2033: value | 2034: value",
    "34022 2033 2033 10\n"
    "34027 2033 2033 unknown\n"
    "34022 2034 2034 11\n"
    "34027 2034 2034 21\n");

  g_assert_cmpuint (account->n_read, ==, 3);
  g_assert_cmpuint (account->n_taken, ==, 2);
  g_assert_cmpuint (account->n_ignored, ==, 1);
}

/* Statbel's C.1: a title, years over pairs of columns, a blank line, a source. */
static void
test_two_rows_of_header (void)
{
  g_autoptr (StreekImport) import = NULL;
  const StreekImportAccount *account = import_text (
    &import, "c1.csv",
    "Fiscale inkomens;;;;\nNIS;2033;;2034;\n;Aantal;Bedrag;Aantal;Bedrag\n"
    "34022;1;10;2;20\n34027;3;30;4;40\n;;;;\nBron: Statbel\n",
    "NIS: area-code | 2033 / Aantal: value | 2033 / Bedrag: value | 2034 / Aantal: value "
    "| 2034 / Bedrag: value",
    "34022 2033 2033 / Aantal 1\n"
    "34027 2033 2033 / Aantal 3\n"
    "34022 2033 2033 / Bedrag 10\n"
    "34027 2033 2033 / Bedrag 30\n"
    "34022 2034 2034 / Aantal 2\n"
    "34027 2034 2034 / Aantal 4\n"
    "34022 2034 2034 / Bedrag 20\n"
    "34027 2034 2034 / Bedrag 40\n");

  g_assert_cmpuint (account->n_read, ==, 7);
  g_assert_cmpuint (account->n_taken, ==, 2);
  g_assert_cmpuint (account->states[STREEK_ROW_HEADER], ==, 2);
  g_assert_cmpuint (account->states[STREEK_ROW_TITLE], ==, 1);
  g_assert_cmpuint (account->states[STREEK_ROW_FOOTER], ==, 1);
}

/* "Bevolking op 1 januari 2033": the period is in the header. */
static void
test_period_in_header (void)
{
  g_autoptr (StreekImport) import = NULL;

  import_text (&import, "bevolking.csv", "NIS,Bevolking op 1 januari 2033\n34022,100\n34027,200\n",
               "NIS: area-code | Bevolking op 1 januari 2033: value",
               "34022 2033-01-01 Bevolking op 1 januari 2033 100\n"
               "34027 2033-01-01 Bevolking op 1 januari 2033 200\n");
}

/* Eurostat: keys joined in the first column. */
static void
test_joined_first_column (void)
{
  g_autoptr (StreekImport) import = NULL;

  import_text (&import, "demo.tsv",
               "freq,unit,geo\\TIME_PERIOD\t2033 \t2034 \nA,YR,BE254\t44.2 p\t: \n"
               "A,YR,BE251\t43.1 \t43.2 \n",
               "geo: area-nuts | 2033: value | 2034: value",
               "BE254 2033 2033 44.2\n"
               "BE251 2033 2033 43.1\n"
               "BE254 2034 2034 unknown\n"
               "BE251 2034 2034 43.2\n");
}

/* Statistiek Vlaanderen: long, with an age that is kept or summed. */
static void
test_long_with_a_breakdown (void)
{
  g_autoptr (StreekImport) import = NULL;

  import_text (&import, "leeftijd.csv",
               "jaar;nis;leeftijd;jobs\n2033;34022;0-14;1\n2033;34022;15-64;2\n"
               "2033;34027;0-14;3\n2033;34027;15-64;4\n",
               "jaar: period | nis: area-code | leeftijd: breakdown | jobs: value",
               "34022 2033 jobs (0-14) 1\n"
               "34027 2033 jobs (0-14) 3\n"
               "34022 2033 jobs (15-64) 2\n"
               "34027 2033 jobs (15-64) 4\n");
}

/* Indicators in a column, quarters beside years. */
static void
test_tidy_by_quarter (void)
{
  g_autoptr (StreekImport) import = NULL;

  import_text (
    &import, "tidy.csv",
    "nis,indicator,jaar,kwartaal,waarde\n34022,jobs,2033,Q1,5\n34022,jobs,2033,Q2,6\n"
    "34027,werklozen,2033,Q1,7.5\n",
    "nis: area-code | indicator: indicator | jaar: period | kwartaal: period-part | waarde: value",
    "34022 2033-Q1 jobs 5\n"
    "34022 2033-Q2 jobs 6\n"
    "34027 2033-Q1 werklozen 7.5\n");
}

/* Swing in XLSX: the name of the municipality is merged over its rows, a value over two columns
 * is the value of neither. */
static void
test_merged_cells (void)
{
  g_autoptr (GBytes) bytes = archive_fixture_xlsx (
    "",
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Gemeente</t></is></c>"
    "<c r=\"B1\"><v>2033</v></c><c r=\"C1\"><v>2034</v></c></row>"
    "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Kortrijk</t></is></c>"
    "<c r=\"B2\"><v>5</v></c><c r=\"C2\"><v>6</v></c></row>"
    "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>Menen</t></is></c>"
    "<c r=\"B3\"><v>7</v></c><c r=\"C3\"/></row></sheetData>"
    "<mergeCells><mergeCell ref=\"B3:C3\"/></mergeCells>",
    "");
  g_autoptr (StreekImport) import =
    import_bytes (bytes, "swing.xlsx", "Gemeente: area-name | 2033: value | 2034: value",
                  "Kortrijk 2033 2033 5\n"
                  "Menen 2033 2033 hidden\n"
                  "Kortrijk 2034 2034 6\n"
                  "Menen 2034 2034 hidden\n");
  gboolean told = FALSE;

  for (guint i = 0; i < import->findings->len; i++)
    told = told ||
           strcmp (((StreekImportFinding *) import->findings->pdata[i])->id, "number/merged") == 0;
  g_assert_true (told);
}

/* A noun that loses rows: nothing of it may be written. */
static void
test_lost_rows_are_found (void)
{
  static const char text[] = "nis,jaar,jobs\n34022,2033,1\n34027,2033,2\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "a.csv", NULL, &error);
  Target target;

  g_assert_no_error (error);
  target_init (&target);
  target.is_forgetful = TRUE;

  g_autoptr (StreekMapping) mapping =
    streek_guess_mapping (source, &target.parent, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (streek_import_read (source, mapping, &target.parent, NULL, NULL, NULL, &error));
  g_assert_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_ACCOUNT);
  g_string_free (target.facts, TRUE);
}

/* More columns of areas than a row has room for are refused before anything is read. */
static void
test_too_many_keys (void)
{
  static const char text[] = "Gemeente,2033\nMenen,3\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "a.csv", NULL, &error);
  g_autoptr (StreekMapping) mapping = streek_mapping_new ();
  Target target;

  g_assert_no_error (error);
  target_init (&target);
  streek_mapping_add_column (mapping, "Gemeente", STREEK_ROLE_AREA_NAME);
  streek_mapping_add_column (mapping, "2033", STREEK_ROLE_VALUE);
  for (guint i = 0; i < 32; i++)
    {
      g_autofree char *header = g_strdup_printf ("%u", i);

      streek_mapping_add_column (mapping, header, STREEK_ROLE_AREA_NAME);
    }

  StreekImport *import =
    streek_import_read (source, mapping, &target.parent, NULL, NULL, NULL, &error);

  g_assert_null (import);
  g_assert_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_REFUSED);
  g_assert_cmpstr (target.facts->str, ==, "");
  g_string_free (target.facts, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/import/wide-by-period", test_wide_by_period);
  g_test_add_func ("/exchange/import/two-rows-of-header", test_two_rows_of_header);
  g_test_add_func ("/exchange/import/period-in-header", test_period_in_header);
  g_test_add_func ("/exchange/import/joined-first-column", test_joined_first_column);
  g_test_add_func ("/exchange/import/long-with-a-breakdown", test_long_with_a_breakdown);
  g_test_add_func ("/exchange/import/tidy-by-quarter", test_tidy_by_quarter);
  g_test_add_func ("/exchange/import/merged-cells", test_merged_cells);
  g_test_add_func ("/exchange/import/lost-rows-are-found", test_lost_rows_are_found);
  g_test_add_func ("/exchange/import/too-many-keys", test_too_many_keys);

  return g_test_run ();
}
