/* test-imports.c: a file taken into a workspace: one step that can be undone, or nothing at all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"
#include "indicator/streek-indicator-target.h"
#include "indicator/streek-vector.h"
#include "workspace/streek-figures.h"
#include "workspace/streek-import-map.h"
#include "workspace/streek-imports.h"

#include <string.h>

typedef struct
{
  StoreFixture parent;
  StreekWorkspace *workspace;
  StreekStore *store; /* lent */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (&fixture->parent, data);
  fixture->workspace = streek_workspace_create (fixture->parent.path, FALSE, NULL, &error);
  g_assert_no_error (error);
  fixture->store = streek_workspace_get_store (fixture->workspace);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_workspace_close (fixture->workspace);
  g_clear_object (&fixture->workspace);
  store_fixture_tear_down (&fixture->parent, data);
}

static StreekSource *
open_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  StreekSource *source = streek_source_open_bytes (bytes, "cijfers.csv", NULL, &error);

  g_assert_no_error (error);

  return source;
}

/* A mapping without a word from anybody: as the file is guessed. */
static StreekMapping *
guess (Fixture *fixture, StreekSource *source)
{
  g_autoptr (GError) error = NULL;
  StreekMapping *mapping = streek_imports_guess (fixture->workspace, source, NULL, NULL, &error);

  g_assert_no_error (error);

  return mapping;
}

static StreekImport *
read_text (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = open_text (text);
  g_autoptr (StreekMapping) mapping = guess (fixture, source);
  StreekImport *import =
    streek_imports_read (fixture->workspace, source, NULL, mapping, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return import;
}

static void
commit (Fixture *fixture, StreekImport *import)
{
  g_autoptr (GError) error = NULL;

  streek_imports_commit (fixture->workspace, import, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static const char figures[] = "nis,jaar,pop_total,vacancies_open\n"
                              "34022,2033,100,7\n34027,2033,200,\n"
                              "34022,2034,101,≈ 8\n34027,2034,:,9 p\n";

static void
test_undo_and_redo_leave_the_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_fixture_dump (fixture->store);
  g_autoptr (StreekImport) import = read_text (fixture, figures);

  commit (fixture, import);

  g_autofree char *after = store_fixture_dump (fixture->store);

  g_assert_cmpstr (before, !=, after);

  for (guint round = 0; round < 2; round++)
    {
      streek_store_undo (fixture->store, NULL, &error);
      g_assert_no_error (error);

      g_autofree char *undone = store_fixture_dump (fixture->store);

      g_assert_cmpstr (before, ==, undone);
      g_assert_false (streek_store_can_undo (fixture->store));
      streek_store_redo (fixture->store, NULL, &error);
      g_assert_no_error (error);

      g_autofree char *redone = store_fixture_dump (fixture->store);

      g_assert_cmpstr (after, ==, redone);
    }
}

/* What an import takes away with a figure, undo brings back with it. */
static void
test_undo_brings_a_sign_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekImport) first =
    read_text (fixture, "nis,jaar,vacancies_open\n34022,2033,<5\n34027,2033,<3\n");

  commit (fixture, first);

  g_autofree char *before = store_fixture_dump (fixture->store);
  g_autoptr (StreekImport) second =
    read_text (fixture, "nis,jaar,vacancies_open\n34022,2033,7\n34027,2033,<3\n");

  commit (fixture, second);
  g_assert_cmpuint (second->n_changed, ==, 1);
  streek_store_undo (fixture->store, NULL, &error);
  g_assert_no_error (error);

  g_autofree char *undone = store_fixture_dump (fixture->store);

  g_assert_cmpstr (before, ==, undone);
}

/* Not a step that does nothing, either. */
static void
test_same_file_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekImport) first = read_text (fixture, figures);

  commit (fixture, first);
  g_assert_cmpuint (first->n_new, ==, 7);

  g_autofree char *after = store_fixture_dump (fixture->store);
  guint64 generation = streek_store_get_generation (fixture->store);
  g_autoptr (StreekImport) again = read_text (fixture, figures);

  g_assert_true (streek_import_is_empty (again));
  g_assert_cmpuint (again->n_changed, ==, 0);
  commit (fixture, again);

  g_autofree char *same = store_fixture_dump (fixture->store);

  g_assert_cmpstr (after, ==, same);
  g_assert_cmpuint (streek_store_get_generation (fixture->store), ==, generation);
}

/* "pop_total = Inwoners op …; vacancies_open = Vacatures": what files called their figures. */
static char *
dup_labels (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekCatalogue) catalogue =
    streek_workspace_dup_catalogue (fixture->workspace, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);

  for (guint i = 0; i < streek_catalogue_get_n_indicators (catalogue); i++)
    {
      const char *code = streek_catalogue_get (catalogue, i)->code;
      g_autoptr (GPtrArray) labels = streek_catalogue_list_labels (catalogue, code);

      for (guint j = 0; j < labels->len; j++)
        g_string_append_printf (text, "%s%s = %s", text->len > 0 ? "; " : "", code,
                                ((const StreekSourceLabel *) labels->pdata[j])->label);
    }

  return g_string_free (text, FALSE);
}

static StreekMapping *
new_wide_mapping (void)
{
  StreekMapping *mapping = streek_mapping_new ();
  StreekMappingColumn *column;

  streek_mapping_add_column (mapping, "nis", STREEK_ROLE_AREA_CODE);
  column = streek_mapping_add_column (mapping, "Inwoners op 1 januari 2033", STREEK_ROLE_VALUE);
  column->indicator = g_strdup ("pop_total");
  column->period = g_strdup ("2033");
  column = streek_mapping_add_column (mapping, "Waarde", STREEK_ROLE_VALUE);
  column->indicator = g_strdup ("vacancies_open");
  column->period = g_strdup ("2033");
  column = streek_mapping_add_column (mapping, "JOBS", STREEK_ROLE_VALUE);
  column->indicator = g_strdup ("jobs"); /* called by its code, so not called anything */
  column->period = g_strdup ("2033");

  return mapping;
}

static StreekMapping *
new_tall_mapping (void)
{
  StreekMapping *mapping = streek_mapping_new ();
  StreekMappingColumn *column;

  streek_mapping_add_column (mapping, "nis", STREEK_ROLE_AREA_CODE);
  streek_mapping_add_column (mapping, "jaar", STREEK_ROLE_PERIOD);
  streek_mapping_add_column (mapping, "wat", STREEK_ROLE_INDICATOR);
  column = streek_mapping_add_column (mapping, "geslacht", STREEK_ROLE_BREAKDOWN);
  column->use = STREEK_BREAKDOWN_FILTER;
  column->member = g_strdup ("allen");
  streek_mapping_add_column (mapping, "Waarde", STREEK_ROLE_VALUE);
  g_hash_table_insert (mapping->indicators, g_strdup ("# werkenden"), g_strdup ("vacancies_open"));

  return mapping;
}

static void
take_in (Fixture *fixture, const char *text, const StreekMapping *mapping)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = open_text (text);
  g_autoptr (StreekImport) import =
    streek_imports_read (fixture->workspace, source, NULL, mapping, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  commit (fixture, import);
}

static void
test_labels_are_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMapping) wide = new_wide_mapping ();
  g_autoptr (StreekMapping) tall = new_tall_mapping ();

  take_in (fixture, "nis,Inwoners op 1 januari 2033,Waarde,JOBS\n34022,100,7,3\n", wide);

  g_autofree char *from_headers = dup_labels (fixture);

  g_assert_cmpstr (from_headers, ==, "pop_total = Inwoners op …");
  take_in (fixture,
           "nis,jaar,wat,geslacht,Waarde\n34022,2034,# werkenden,allen,8\n"
           "34022,2034,# werkenden,vrouwen,5\n",
           tall);

  g_autofree char *from_rows = dup_labels (fixture);

  g_assert_cmpstr (from_rows, ==, "pop_total = Inwoners op …; vacancies_open = # werkenden: allen");
  streek_store_undo (fixture->store, NULL, &error);
  g_assert_no_error (error);

  g_autofree char *undone = dup_labels (fixture);

  g_assert_cmpstr (undone, ==, from_headers);
}

/* Two taxes in columns of their own are one indicator; a column that is not read says why. */
static void
test_columns_are_added (Fixture *fixture, gconstpointer data)
{
  static const char profile[] =
    "{ \"streek-profile\": 1, \"columns\": ["
    "{ \"header\": \"nis\", \"as\": \"area-code\" },"
    "{ \"header\": \"jaar\", \"as\": \"period\" },"
    "{ \"header\": \"gemeente\", \"as\": \"value\", \"indicator\": \"municipal_tax\", \"values\": "
    "\"add\" },"
    "{ \"header\": \"agglo\", \"as\": \"value\", \"indicator\": \"municipal_tax\", \"values\": "
    "\"add\" },"
    "{ \"header\": \"n1\", \"as\": \"ignored\", \"note\": \"Onduidelijk.\" },"
    "{ \"header\": \"n2\", \"as\": \"ignored\", \"note\": \"Onduidelijk.\" } ] }";
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMapping) mapping = streek_mapping_from_json (profile, -1, &error);

  g_assert_no_error (error);

  g_autoptr (StreekSource) source = open_text ("nis,jaar,gemeente,agglo,n1,n2\n"
                                               "34022,2033,100,20,1,1\n34027,2033,7,0,1,1\n");
  g_autoptr (StreekImport) import =
    streek_imports_read (fixture->workspace, source, NULL, mapping, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (import->series->len, ==, 1);

  g_autoptr (GArray) cells = streek_indicator_target_list_cells (import, 0);

  g_assert_cmpuint (cells->len, ==, 2);
  g_assert_cmpfloat (g_array_index (cells, StreekImportCell, 0).value, ==, 120);
  g_assert_cmpfloat (g_array_index (cells, StreekImportCell, 1).value, ==, 7);
  g_assert_cmpuint (import->findings->len, ==, 1);

  const StreekImportFinding *finding = import->findings->pdata[0];

  g_assert_cmpstr (finding->id, ==, "column/not-read");
  g_assert_cmpuint (finding->n, ==, 2);
  g_assert_nonnull (strstr (finding->message, "n1, n2"));
  g_assert_nonnull (strstr (finding->message, "Onduidelijk."));

  g_autofree char *json = streek_mapping_to_json (import->mapping);

  g_assert_nonnull (strstr (json, "\"values\" : \"add\""));
  g_assert_nonnull (strstr (json, "\"note\" : \"Onduidelijk.\""));
}

static gboolean
cut_vectors (StreekDb *db, gpointer data, GError **error)
{
  g_autoptr (StreekVector) short_one = streek_vector_new (1);
  g_autoptr (GBytes) bytes = streek_vector_to_bytes (short_one, error);
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, "UPDATE vector SET data = ?1", error);

  if (bytes == NULL || stmt == NULL)
    return FALSE;

  sqlite3_bind_blob (stmt, 1, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL);

  return streek_db_step (stmt, error) == STREEK_STEP_DONE;
}

/* Figures that do not fit their areas are an error in words; nothing is laid beside them. */
static void
test_refuses_damaged_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekImport) first = read_text (fixture, figures);

  commit (fixture, first);
  streek_store_run_command (fixture->store, "Cut", NULL, cut_vectors, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  g_autoptr (StreekSource) source = open_text (figures);
  g_autoptr (StreekMapping) mapping = guess (fixture, source);
  StreekImport *import =
    streek_imports_read (fixture->workspace, source, NULL, mapping, NULL, NULL, NULL, &error);

  g_assert_null (import);
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_DAMAGED);
}

/* What was compared with an older state is compared again first. */
static void
test_refuses_what_was_compared_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekImport) old = read_text (fixture, figures);
  g_autoptr (StreekImport) other =
    read_text (fixture, "nis,jaar,pop_total\n34022,2033,1\n34027,2033,2\n");

  commit (fixture, other);

  g_autofree char *before = store_fixture_dump (fixture->store);

  g_assert_false (streek_imports_commit (fixture->workspace, old, TRUE, NULL, &error));
  g_assert_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_STALE);

  g_autofree char *after = store_fixture_dump (fixture->store);

  g_assert_cmpstr (before, ==, after);
}

/* Long enough to be told of progress before it is read. */
static char *
make_long_text (void)
{
  GString *text = g_string_new ("nis,jaar,pop_total\n");

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (text, "%d,%u,%u\n", i % 2 == 0 ? 34022 : 34027, 2001 + i / 2 % 90, 5u);

  return g_string_free (text, FALSE);
}

static void
cancel_cb (double fraction, gpointer data)
{
  g_assert_cmpfloat (fraction, <, 1);
  g_cancellable_cancel (data);
}

static void
test_cancel_while_reading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = store_fixture_dump (fixture->store);
  g_autofree char *text = make_long_text ();
  g_autoptr (StreekSource) source = open_text (text);
  g_autoptr (StreekMapping) mapping = guess (fixture, source);
  g_autoptr (StreekImport) import = streek_imports_read (
    fixture->workspace, source, NULL, mapping, cancel_cb, cancellable, cancellable, &error);

  g_assert_null (import);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_autofree char *after = store_fixture_dump (fixture->store);

  g_assert_cmpstr (before, ==, after);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (3000);
  g_cancellable_cancel (data);

  return NULL;
}

/* Whenever it is cancelled: all of it, or nothing. */
static void
test_cancel_while_writing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_dump (fixture->store);
  g_autoptr (StreekImport) import = read_text (fixture, figures);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GCancellable) soon = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancelled);
  g_assert_false (streek_imports_commit (fixture->workspace, import, FALSE, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_autofree char *after = store_fixture_dump (fixture->store);

  g_assert_cmpstr (before, ==, after);
  g_assert_false (streek_store_can_undo (fixture->store));

  GThread *thread = g_thread_new ("cancel", cancel_soon, soon);
  gboolean done = streek_imports_commit (fixture->workspace, import, FALSE, soon, &error);

  g_thread_join (thread);

  g_autofree char *finally = store_fixture_dump (fixture->store);

  if (done)
    g_assert_cmpstr (before, !=, finally);
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpstr (before, ==, finally);
    }
  g_assert_cmpint (streek_store_can_undo (fixture->store), ==, done);
}

/* What was rejected waits until somebody says that it may stay behind. */
static void
test_rejected_rows_wait (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_fixture_dump (fixture->store);
  g_autoptr (StreekImport) import =
    read_text (fixture, "nis,jaar,pop_total\n34022,2033,100\n34027,2033,6\n"
                        "34040,2033,7\n34023,2033,8\n34042,2033,9\n99999,2033,5\n");

  g_assert_false (streek_imports_commit (fixture->workspace, import, FALSE, NULL, &error));
  g_assert_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_REJECTED);
  g_clear_error (&error);

  g_autofree char *after = store_fixture_dump (fixture->store);

  g_assert_cmpstr (before, ==, after);
  g_assert_true (streek_imports_commit (fixture->workspace, import, TRUE, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (streek_store_can_undo (fixture->store));
}

static char *
describe_area (StreekFigure *figure, const char *code)
{
  StreekTable *table = streek_figure_get_table (figure);
  guint column = (guint) streek_table_find_column (table, "code");

  for (guint row = 0; row < streek_figure_get_n_rows (figure); row++)
    if (strcmp (streek_table_get_text (table, row, column), code) == 0)
      return streek_figure_describe_row (figure, row, streek_format_get_default ());

  return NULL;
}

static void
assert_describes (StreekFigure *figure, const char *code, const char *expected)
{
  g_autofree char *words = describe_area (figure, code);

  g_assert_cmpstr (words, ==, expected);
}

/* Kortrijk changes, Menen stays, Wevelgem is new; Kuurne has no figure yet, and says why. */
static void
test_map_shows_what_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekImport) first =
    read_text (fixture, "nis,jaar,pop_total\n34022,2033,100\n34027,2033,200\n");

  commit (fixture, first);

  g_autoptr (StreekImport) import =
    read_text (fixture, "nis,jaar,pop_total\n34022,2033,110\n34027,2033,200\n"
                        "34041,2033,300\n34023,2033,x\n34022,2034,1\n34027,2034,2\n");
  guint series = streek_import_map_find_series (import);
  g_autoptr (StreekImportMap) map =
    streek_import_map_make (fixture->workspace, import, series, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (import->series->len, ==, 2);
  g_assert_cmpuint (series, ==, 0);
  g_assert_cmpuint (map->sets->len, ==, 1);
  g_assert_cmpstr (map->set, ==, "gemeente");
  g_assert_cmpuint (map->n_off_map, ==, 0);
  g_assert_cmpuint (streek_figure_get_n_rows (map->figure), ==, 4);
  assert_describes (map->figure, "34022", "Kortrijk: 100 → 110 (Changes)");
  assert_describes (map->figure, "34027", "Menen: Stays the same");
  assert_describes (map->figure, "34041", "Wevelgem: 300 (New)");
  assert_describes (map->figure, "34023", "Kuurne: confidential (confidential)");

  /* in the order from what stays to what changes, then what is missing; only what occurs */
  const char *const legend[] = { "Stays the same", "New", "Changes", "No figure: confidential" };

  g_assert_cmpuint (streek_figure_get_n_legend_entries (map->figure), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (legend); i++)
    {
      g_autofree char *label =
        streek_figure_dup_legend_label (map->figure, i, streek_format_get_default ());

      g_assert_cmpstr (label, ==, legend[i]);
      g_assert_cmpuint (streek_figure_get_legend_entry (map->figure, i).n_rows, ==, 1);
    }

  g_assert_nonnull (strstr (streek_figure_get_description (map->figure), "Changes: 1."));

  g_autoptr (StreekImportMap) other =
    streek_import_map_make (fixture->workspace, import, 1, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_figure_get_n_rows (other->figure), ==, 2);
  g_assert_cmpuint (streek_figure_get_n_legend_entries (other->figure), ==, 1);
}

/* A file with municipalities and a province shows one kind at a time. */
static void
test_map_of_mixed_levels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekImport) import =
    read_text (fixture, "nis,jaar,pop_total\n34022,2033,100\n34027,2033,200\n30000,2033,900\n");
  g_autoptr (StreekImportMap) map =
    streek_import_map_make (fixture->workspace, import, 0, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (map->sets->len, ==, 2);
  g_assert_cmpstr (map->set, ==, "gemeente");
  g_assert_cmpuint (streek_figure_get_n_rows (map->figure), ==, 2);

  g_autoptr (StreekImportMap) province =
    streek_import_map_make (fixture->workspace, import, 0, "provincie", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (province->set, ==, "provincie");
  g_assert_cmpuint (streek_figure_get_n_rows (province->figure), ==, 1);
  assert_describes (province->figure, "30000", "West-Vlaanderen: 900 (New)");
}

static char *
guess_with_hint (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = open_text (text);
  const StreekGuessWishes wishes = { .hint = "vacancies_open" };
  g_autoptr (StreekMapping) mapping =
    streek_imports_guess (fixture->workspace, source, &wishes, NULL, &error);

  g_assert_no_error (error);

  return g_strdup (mapping->indicator);
}

/* Only where the file leaves open what its figures are of. */
static void
test_hint_fills_what_the_file_leaves_open (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "nis;jaar;waarde\n34022;2033;1\n34027;2033;2\n", "vacancies_open" },
    { "nis;2032;2033\n34022;1;3\n34027;2;4\n", "vacancies_open" },
    { "nis;jaar;pop_total\n34022;2033;1\n34027;2033;2\n", NULL },
    { "nis;jaar;indicator;waarde\n34022;2033;pop_total;1\n34027;2033;pop_total;2\n", NULL },
    { "nis;jaar;links;rechts\n34022;2033;1;3\n34027;2033;2;4\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *indicator = guess_with_hint (fixture, cases[i].text);

      g_assert_cmpstr (indicator, ==, cases[i].expected);
    }
}

/* What stands around the figures is kept to be shown: titles, what is ignored, and sources. */
static void
test_rows_around_the_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekImport) import =
    read_text (fixture, "Inwoners;;\nnis;jaar;pop_total\n34022;2033;100\n34027;2033;200\n\n"
                        "Bron: Statbel;;\n(x) vertrouwelijk;;\n");
  const StreekImportAccount *account = import->accounts->pdata[0];
  const guint8 states[] = { STREEK_ROW_TITLE, STREEK_ROW_HEADER, STREEK_ROW_TAKEN, STREEK_ROW_TAKEN,
                            STREEK_ROW_BLANK, STREEK_ROW_FOOTER, STREEK_ROW_FOOTER };

  g_assert_cmpmem (account->first_states->data, account->first_states->len, states, sizeof states);
  g_assert_cmpuint (account->asides->len, ==, 2);

  const StreekImportAside *source = account->asides->pdata[0];
  const StreekImportAside *sign = account->asides->pdata[1];

  g_assert_cmpuint (source->line, ==, 6);
  g_assert_cmpstr (source->text, ==, "Bron: Statbel");
  g_assert_cmpstr (sign->text, ==, "(x) vertrouwelijk");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/workspace/imports/undo-and-redo-leave-the-same", test_undo_and_redo_leave_the_same);
  ADD ("/workspace/imports/undo-brings-a-sign-back", test_undo_brings_a_sign_back);
  ADD ("/workspace/imports/damaged-figures", test_refuses_damaged_figures);
  ADD ("/workspace/imports/labels-are-kept", test_labels_are_kept);
  ADD ("/workspace/imports/columns-are-added", test_columns_are_added);
  ADD ("/workspace/imports/same-file-changes-nothing", test_same_file_changes_nothing);
  ADD ("/workspace/imports/refuses-what-was-compared-before",
       test_refuses_what_was_compared_before);
  ADD ("/workspace/imports/cancel-while-reading", test_cancel_while_reading);
  ADD ("/workspace/imports/cancel-while-writing", test_cancel_while_writing);
  ADD ("/workspace/imports/rejected-rows-wait", test_rejected_rows_wait);
  ADD ("/workspace/imports/map-shows-what-changes", test_map_shows_what_changes);
  ADD ("/workspace/imports/map-of-mixed-levels", test_map_of_mixed_levels);
  ADD ("/workspace/imports/hint-fills-what-the-file-leaves-open",
       test_hint_fills_what_the_file_leaves_open);
  ADD ("/workspace/imports/rows-around-the-figures", test_rows_around_the_figures);

  return g_test_run ();
}
