/* streek-make-figures.c: maintainers' program: published figures into data/reference/figures.txt */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/streek-number.h"
#include "streek-csv-file.h"
#include "streek-figures-text.h"

#include <locale.h>
#include <string.h>

/* The day on which the sources of the areas begin: what "empty" means there. */
#define FIRST_DAY "2000-01-01"
#define FLANDERS "02000"
/* The source gives no median below about this many sales; above it, absence has another reason. */
#define RARE_SALES 20

/* One area code and the days on which it means something. */
typedef struct
{
  char *set_code;
  char *code;
  gboolean flemish;
  StreekDate from;
  StreekDate to; /* exclusive */
} Place;

/* The rows of one indicator and period, of one set of areas. */
typedef struct
{
  char *indicator;
  char *period;
  char *set_code;
  char *source;       /* (nullable): where the rows themselves name it */
  GHashTable *values; /* code -> text of the number */
} Batch;

typedef struct
{
  StreekCsvFile *indicators;
  GHashTable *places;  /* code -> GPtrArray of Place */
  GArray *vintages;    /* StreekDate, ascending: days on which municipalities changed */
  GHashTable *batches; /* "indicator period set" -> Batch */
  StreekFigures *figures;
} Maker;

static void
free_place (gpointer data)
{
  Place *place = data;

  g_free (place->set_code);
  g_free (place->code);
  g_free (place);
}

static void
free_batch (gpointer data)
{
  Batch *batch = data;

  g_free (batch->indicator);
  g_free (batch->period);
  g_free (batch->set_code);
  g_free (batch->source);
  g_hash_table_unref (batch->values);
  g_free (batch);
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  return *(const StreekDate *) a - *(const StreekDate *) b;
}

/* Both ends of the sources are inclusive. */
static gboolean
parse_validity (Place *place, const char *from, const char *to, GError **error)
{
  StreekDate last = STREEK_DATE_OPEN;

  if (!streek_date_parse (*from != '\0' ? from : FIRST_DAY, &place->from, error) ||
      (*to != '\0' && !streek_date_parse (to, &last, error)))
    return FALSE;

  place->to = last == STREEK_DATE_OPEN ? last : last + 1;

  return TRUE;
}

static gboolean
add_place (Maker *maker,
           const char *set_code,
           const char *code,
           gboolean flemish,
           const char *from,
           const char *to,
           GError **error)
{
  Place *place = g_new0 (Place, 1);
  GPtrArray *links = g_hash_table_lookup (maker->places, code);

  place->set_code = g_strdup (set_code);
  place->code = g_strdup (code);
  place->flemish = flemish;

  if (links == NULL)
    {
      links = g_ptr_array_new_with_free_func (free_place);
      g_hash_table_insert (maker->places, g_strdup (code), links);
    }

  g_ptr_array_add (links, place);

  return parse_validity (place, from, to, error);
}

static gboolean
read_municipalities (Maker *maker, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "municipalities.csv", NULL);
  g_autoptr (StreekCsvFile) file = streek_csv_file_read (path, error);
  int code, region, from, to;

  if (file == NULL || (code = streek_csv_file_find_column (file, "nis", error)) < 0 ||
      (region = streek_csv_file_find_column (file, "region_nis", error)) < 0 ||
      (from = streek_csv_file_find_column (file, "valid_from", error)) < 0 ||
      (to = streek_csv_file_find_column (file, "valid_to", error)) < 0)
    return FALSE;

  for (guint row = 0; row < streek_csv_file_get_n_rows (file); row++)
    {
      gboolean flemish = strcmp (streek_csv_file_get (file, row, region), FLANDERS) == 0;
      const char *valid_from = streek_csv_file_get (file, row, from);
      StreekDate vintage;

      if (!add_place (maker, "gemeente", streek_csv_file_get (file, row, code), flemish, valid_from,
                      streek_csv_file_get (file, row, to), error) ||
          !streek_date_parse (*valid_from != '\0' ? valid_from : FIRST_DAY, &vintage, error))
        return FALSE;

      if (!g_array_binary_search (maker->vintages, &vintage, compare_dates, NULL))
        {
          g_array_append_val (maker->vintages, vintage);
          g_array_sort (maker->vintages, compare_dates);
        }
    }

  return TRUE;
}

static gboolean
read_regions (Maker *maker, const char *folder, GError **error)
{
  static const char *const sets[] = { "gewest", "provincie", "arrondissement", NULL };
  g_autofree char *path = g_build_filename (folder, "regions.csv", NULL);
  g_autoptr (StreekCsvFile) file = streek_csv_file_read (path, error);
  int set, code, from, to;

  if (file == NULL || (set = streek_csv_file_find_column (file, "region_set", error)) < 0 ||
      (code = streek_csv_file_find_column (file, "region_code", error)) < 0 ||
      (from = streek_csv_file_find_column (file, "valid_from", error)) < 0 ||
      (to = streek_csv_file_find_column (file, "valid_to", error)) < 0)
    return FALSE;

  for (guint row = 0; row < streek_csv_file_get_n_rows (file); row++)
    if (g_strv_contains (sets, streek_csv_file_get (file, row, set)) &&
        !add_place (
          maker, streek_csv_file_get (file, row, set), streek_csv_file_get (file, row, code), FALSE,
          streek_csv_file_get (file, row, from), streek_csv_file_get (file, row, to), error))
      return FALSE;

  return add_place (maker, "land", "01000", FALSE, "", "", error);
}

static const char *
find_set (Maker *maker, const char *code)
{
  GPtrArray *links = g_hash_table_lookup (maker->places, code);

  return links != NULL ? ((Place *) g_ptr_array_index (links, 0))->set_code : NULL;
}

static gboolean
is_alive (Maker *maker, const char *code, StreekDate on)
{
  GPtrArray *links = g_hash_table_lookup (maker->places, code);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const Place *place = g_ptr_array_index (links, i);

      if (place->from <= on && on < place->to)
        return TRUE;
    }

  return FALSE;
}

static int
find_definition (const Maker *maker, const char *indicator)
{
  for (guint row = 0; row < streek_csv_file_get_n_rows (maker->indicators); row++)
    if (strcmp (streek_csv_file_get (maker->indicators, row, 0), indicator) == 0)
      return (int) row;

  return -1;
}

static const char *
get_definition (const Maker *maker, const char *indicator, const char *column)
{
  int row = find_definition (maker, indicator);
  int number = streek_csv_file_find_column (maker->indicators, column, NULL);

  g_assert (row >= 0 && number >= 0);

  return streek_csv_file_get (maker->indicators, (guint) row, number);
}

static Batch *
find_batch (Maker *maker, const char *indicator, const char *period, const char *set_code)
{
  g_autofree char *key = g_strdup_printf ("%s %s %s", indicator, period, set_code);

  return g_hash_table_lookup (maker->batches, key);
}

static Batch *
ensure_batch (Maker *maker, const char *indicator, const char *period, const char *set_code)
{
  Batch *batch = find_batch (maker, indicator, period, set_code);

  if (batch == NULL)
    {
      batch = g_new0 (Batch, 1);
      batch->indicator = g_strdup (indicator);
      batch->period = g_strdup (period);
      batch->set_code = g_strdup (set_code);
      batch->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (maker->batches,
                           g_strdup_printf ("%s %s %s", indicator, period, set_code), batch);
    }

  return batch;
}

/* How a file came to us is no part of its name. */
static char *
tidy_source (const char *source)
{
  const char *tail = strstr (source, " (via ");

  return tail != NULL ? g_strndup (source, (gsize) (tail - source)) : g_strdup (source);
}

static gboolean
add_row (Maker *maker,
         const char *indicator,
         const char *code,
         const char *period,
         const char *value,
         const char *source,
         GError **error)
{
  const char *set_code = find_set (maker, code);
  double number;
  StreekPeriod parsed;

  if (find_definition (maker, indicator) < 0 || set_code == NULL ||
      !streek_number_parse (value, &number) || !streek_period_parse (period, &parsed, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   "%s, %s, %s, %s: no such indicator, area, period or number", indicator, code,
                   period, value);
      return FALSE;
    }

  Batch *batch = ensure_batch (maker, indicator, period, set_code);

  if (source != NULL && batch->source == NULL)
    batch->source = tidy_source (source);

  if (!g_hash_table_insert (batch->values, g_strdup (code), g_strdup (value)))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s, %s, %s: twice", indicator, code,
                   period);
      return FALSE;
    }

  return TRUE;
}

/* @only_new: leave out indicators of which rows were read already, in the codes of their source */
static gboolean
read_rows (Maker *maker, const char *folder, const char *name, gboolean only_new, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (StreekCsvFile) file = streek_csv_file_read (path, error);
  g_autoptr (GHashTable) skipped = g_hash_table_new (g_str_hash, g_str_equal);
  int indicator, code, period, value;

  if (file == NULL || (indicator = streek_csv_file_find_column (file, "indicator", error)) < 0 ||
      (code = streek_csv_file_find_column (file, "nis", error)) < 0 ||
      (period = streek_csv_file_find_column (file, "period", error)) < 0 ||
      (value = streek_csv_file_find_column (file, "value", error)) < 0)
    return FALSE;

  int source = streek_csv_file_find_column (file, "source", NULL);
  GHashTableIter iter;
  gpointer batch;

  g_hash_table_iter_init (&iter, maker->batches);

  while (only_new && g_hash_table_iter_next (&iter, NULL, &batch))
    g_hash_table_add (skipped, ((Batch *) batch)->indicator);

  for (guint row = 0; row < streek_csv_file_get_n_rows (file); row++)
    if (!g_hash_table_contains (skipped, streek_csv_file_get (file, row, indicator)) &&
        !add_row (maker, streek_csv_file_get (file, row, indicator),
                  streek_csv_file_get (file, row, code), streek_csv_file_get (file, row, period),
                  streek_csv_file_get (file, row, value),
                  source >= 0 ? streek_csv_file_get (file, row, source) : NULL, error))
      {
        g_prefix_error (error, "%s, record %u: ", path, row + 2);
        return FALSE;
      }

  return TRUE;
}

static gboolean
are_all_alive (Maker *maker, const Batch *batch, StreekDate on)
{
  GHashTableIter iter;
  gpointer code;

  g_hash_table_iter_init (&iter, batch->values);

  while (g_hash_table_iter_next (&iter, &code, NULL))
    if (!is_alive (maker, code, on))
      return FALSE;

  return TRUE;
}

static StreekDate
get_period_date (const Maker *maker, const Batch *batch)
{
  StreekIndicator indicator = { 0 };
  StreekPeriod period;

  streek_period_parse (batch->period, &period, NULL);
  streek_indicator_parse_time_kind (get_definition (maker, batch->indicator, "time_kind"),
                                    &indicator.time_kind);

  return streek_indicator_get_area_date (&indicator, period);
}

/* The vintage of the period's own date or, where a source recast older periods on later areas,
 * the first later one in which every code is alive. STREEK_DATE_NONE where there is none. */
static StreekDate
pick_vintage (Maker *maker, const Batch *batch)
{
  StreekDate date = get_period_date (maker, batch);
  guint first = 0;

  for (guint i = 1; i < maker->vintages->len; i++)
    if (g_array_index (maker->vintages, StreekDate, i) <= date)
      first = i;

  for (guint i = first; i < maker->vintages->len; i++)
    if (are_all_alive (maker, batch, g_array_index (maker->vintages, StreekDate, i)))
      return g_array_index (maker->vintages, StreekDate, i);

  return STREEK_DATE_NONE;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
has_code_outside_flanders (Maker *maker, const Batch *batch)
{
  GHashTableIter iter;
  gpointer code;

  g_hash_table_iter_init (&iter, batch->values);

  while (g_hash_table_iter_next (&iter, &code, NULL))
    {
      const GPtrArray *chain = g_hash_table_lookup (maker->places, code);

      if (!((const Place *) g_ptr_array_index (chain, 0))->flemish)
        return TRUE;
    }

  return FALSE;
}

/* Every area of the set on that day; for municipalities only those of Flanders, unless the source
 * covers more. */
static const StreekRoster *
make_roster (Maker *maker, const Batch *batch, StreekDate on)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  gboolean only_flemish =
    strcmp (batch->set_code, "gemeente") == 0 && !has_code_outside_flanders (maker, batch);
  GHashTableIter iter;
  gpointer code, links;

  g_hash_table_iter_init (&iter, maker->places);

  while (g_hash_table_iter_next (&iter, &code, &links))
    {
      const GPtrArray *chain = links;
      const Place *place = g_ptr_array_index (chain, 0);

      if (strcmp (place->set_code, batch->set_code) == 0 && is_alive (maker, code, on) &&
          (!only_flemish || place->flemish))
        g_ptr_array_add (codes, code);
    }

  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);

  return streek_figures_take_roster (
    maker->figures, streek_roster_new (batch->set_code, on, (const char *const *) codes->pdata));
}

/* Why a municipality has no row. The tax tables print an asterisk for the confidential ones; a
 * median is hidden where sales are few and has no meaning where there were none. */
static StreekMissing
explain_absence (Maker *maker, const Batch *batch, const char *code)
{
  if (strcmp (batch->set_code, "gemeente") != 0)
    return STREEK_MISSING_UNKNOWN;
  if (strcmp (batch->indicator, "tax_returns_zero") == 0 ||
      strcmp (batch->indicator, "tax_returns_lt10k") == 0)
    return STREEK_MISSING_HIDDEN;
  if (strcmp (batch->indicator, "house_price_median") != 0)
    return STREEK_MISSING_UNKNOWN;

  const Batch *sales = find_batch (maker, "house_sales", batch->period, "gemeente");
  const char *text = sales != NULL ? g_hash_table_lookup (sales->values, code) : NULL;
  double n_sales;

  if (text == NULL || !streek_number_parse (text, &n_sales) || n_sales > RARE_SALES)
    return STREEK_MISSING_UNKNOWN;

  return n_sales > 0 ? STREEK_MISSING_HIDDEN : STREEK_MISSING_NOT_APPLICABLE;
}

static StreekVector *
make_vector (Maker *maker, const Batch *batch, const StreekRoster *roster)
{
  StreekStatus status = strcmp (batch->indicator, "households_proj") == 0 ? STREEK_STATUS_PROJECTION
                                                                          : STREEK_STATUS_FINAL;
  StreekVector *vector = streek_vector_new (roster->n);

  for (guint i = 0; i < roster->n; i++)
    {
      const char *text = g_hash_table_lookup (batch->values, roster->codes[i]);
      double value;

      if (text != NULL && streek_number_parse (text, &value))
        streek_vector_set_value (vector, i, value, status);
      else
        streek_vector_set_missing (vector, i, explain_absence (maker, batch, roster->codes[i]));
    }

  return vector;
}

/* Totals stand on the areas of their municipal series: the source that recasts municipalities
 * recasts its provinces too, though their codes do not show it (Zwijndrecht changed province). */
static StreekDate
pick_roster_date (Maker *maker, const Batch *batch)
{
  const Batch *municipal = find_batch (maker, batch->indicator, batch->period, "gemeente");
  StreekDate own = pick_vintage (maker, batch);
  StreekDate of_municipal = municipal != NULL ? pick_vintage (maker, municipal) : STREEK_DATE_NONE;

  return own != STREEK_DATE_NONE ? MAX (own, of_municipal) : STREEK_DATE_NONE;
}

static gboolean
make_figure (Maker *maker, const Batch *batch, GError **error)
{
  StreekDate on = pick_roster_date (maker, batch);

  if (on == STREEK_DATE_NONE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   "%s, %s, %s: there is no day on which all these codes are alive",
                   batch->indicator, batch->period, batch->set_code);
      return FALSE;
    }

  const StreekRoster *roster = make_roster (maker, batch, on);
  StreekFigure *figure = streek_figures_add (maker->figures, batch->indicator, batch->period,
                                             roster, make_vector (maker, batch, roster));

  figure->source = g_strdup (
    batch->source != NULL ? batch->source : get_definition (maker, batch->indicator, "source"));
  figure->licence = g_strdup (get_definition (maker, batch->indicator, "licence"));

  /* the only file of which the day is known: its name has it */
  if (strstr (figure->source, "BV_opendata_251021") != NULL)
    figure->extracted_on = g_strdup ("2025-10-21");

  return TRUE;
}

static gboolean
make_figures (Maker *maker, GError **error)
{
  GHashTableIter iter;
  gpointer batch;
  guint n_withheld = 0;

  g_hash_table_iter_init (&iter, maker->batches);

  while (g_hash_table_iter_next (&iter, NULL, &batch))
    {
      const char *indicator = ((Batch *) batch)->indicator;

      if (strcmp (get_definition (maker, indicator, "has_data"), "yes") != 0)
        n_withheld++;
      else if (!make_figure (maker, batch, error))
        return FALSE;
    }

  g_print ("%u vectors over %u rosters; %u withheld because indicators.csv says so\n",
           maker->figures->figures->len, maker->figures->rosters->len, n_withheld);

  return TRUE;
}

static gboolean
run (Maker *maker, char **arguments, GError **error)
{
  g_autofree char *definitions = g_build_filename (arguments[3], "indicators.csv", NULL);
  g_autofree char *output = g_build_filename (arguments[3], "figures.txt", NULL);

  maker->indicators = streek_csv_file_read (definitions, error);

  if (maker->indicators == NULL || !read_municipalities (maker, arguments[2], error) ||
      !read_regions (maker, arguments[2], error) ||
      !read_rows (maker, arguments[1], "observations_published.csv", FALSE, error) ||
      !read_rows (maker, arguments[1], "observations.csv", TRUE, error) ||
      !read_rows (maker, arguments[1], "published_totals.csv", FALSE, error) ||
      !make_figures (maker, error))
    return FALSE;

  g_autofree char *text = streek_figures_to_text (maker->figures);

  return g_file_set_contents (output, text, -1, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Maker maker = { 0 };

  setlocale (LC_ALL, "C.UTF-8");

  if (argc != 4)
    {
      g_printerr ("Usage: %s FIGURES-FOLDER AREAS-FOLDER REFERENCE-FOLDER\n", argv[0]);
      return 2;
    }

  maker.places =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  maker.vintages = g_array_new (FALSE, FALSE, sizeof (StreekDate));
  maker.batches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_batch);
  maker.figures = streek_figures_new ();

  gboolean done = run (&maker, argv, &error);

  if (!done)
    g_printerr ("%s\n", error->message);

  streek_figures_free (maker.figures);
  g_hash_table_unref (maker.batches);
  g_array_unref (maker.vintages);
  g_hash_table_unref (maker.places);
  streek_csv_file_free (maker.indicators);

  return done ? 0 : 1;
}
