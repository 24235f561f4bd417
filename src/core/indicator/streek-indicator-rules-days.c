/* streek-indicator-rules-days.c: rules about the day that figures are of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The vectors that have cells with a day of their own, and the days. */
typedef struct
{
  char *indicator;
  char *period;
  char *roster_id;
  GHashTable *days; /* area code -> "2019-07" or "2019-07-01" */
} DatedVector;

static void
free_dated_vector (gpointer data)
{
  DatedVector *dated = data;

  g_free (dated->indicator);
  g_free (dated->period);
  g_free (dated->roster_id);
  g_hash_table_unref (dated->days);
  g_free (dated);
}

static guint
hash_dated_vector (gconstpointer data)
{
  const DatedVector *dated = data;

  return g_str_hash (dated->indicator) ^ (31 * g_str_hash (dated->period)) ^
         (37 * g_str_hash (dated->roster_id));
}

static gboolean
equal_dated_vectors (gconstpointer a, gconstpointer b)
{
  const DatedVector *first = a, *second = b;

  return strcmp (first->indicator, second->indicator) == 0 &&
         strcmp (first->period, second->period) == 0 &&
         strcmp (first->roster_id, second->roster_id) == 0;
}

/* What is mixed within one breakdown and period. */
typedef struct
{
  const StreekBreakdown *breakdown;
  const char *indicator; /* of the first of its figures */
  StreekPeriod period;
  StreekTable *table;
} Mixture;

static void
free_mixture (gpointer data)
{
  Mixture *mixture = data;

  streek_table_unref (mixture->table);
  g_free (mixture);
}

/* One look at all days. */
typedef struct
{
  StreekRuleRun *run;
  StreekIndicatorFacts *facts;
  GPtrArray *vectors;  /* DatedVector, in order */
  GHashTable *places;  /* the same */
  GPtrArray *mixtures; /* Mixture, in the order in which they were found */
} Look;

static void
clear_look (Look *look)
{
  g_clear_pointer (&look->places, g_hash_table_unref);
  g_clear_pointer (&look->vectors, g_ptr_array_unref);
  g_clear_pointer (&look->mixtures, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, clear_look)

static DatedVector *
ensure_dated_vector (Look *look, sqlite3_stmt *stmt)
{
  DatedVector *last =
    look->vectors->len > 0 ? g_ptr_array_index (look->vectors, look->vectors->len - 1) : NULL;

  if (last != NULL && strcmp (last->indicator, streek_db_peek_text (stmt, 0)) == 0 &&
      strcmp (last->period, streek_db_peek_text (stmt, 1)) == 0 &&
      strcmp (last->roster_id, streek_db_peek_text (stmt, 2)) == 0)
    return last;

  last = g_new0 (DatedVector, 1);
  last->indicator = streek_db_dup_text (stmt, 0);
  last->period = streek_db_dup_text (stmt, 1);
  last->roster_id = streek_db_dup_text (stmt, 2);
  last->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_ptr_array_add (look->vectors, last);
  g_hash_table_add (look->places, last);

  return last;
}

static gboolean
read_days (Look *look, GError **error)
{
  static const char sql[] =
    "SELECT indicator, period, roster_id, area_code, reference_date FROM cell_note "
    "WHERE reference_date <> '' ORDER BY 1, 2, 3, 4";
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (streek_rule_run_get_db (look->run), sql, error);
  StreekStep step = STREEK_STEP_ERROR;

  look->vectors = g_ptr_array_new_with_free_func (free_dated_vector);
  look->places = g_hash_table_new (hash_dated_vector, equal_dated_vectors);
  look->mixtures = g_ptr_array_new_with_free_func (free_mixture);

  while (stmt != NULL && (step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    g_hash_table_insert (ensure_dated_vector (look, stmt)->days, streek_db_dup_text (stmt, 3),
                         streek_db_dup_text (stmt, 4));

  return step == STREEK_STEP_DONE;
}

/* The day of its own of one cell; NULL where it is of the period's. */
static const char *
find_day (Look *look, const char *indicator, const StreekSlice *slice, guint entry)
{
  const StreekRoster *roster = slice->vintage->roster;
  g_autofree char *period = streek_period_to_string (slice->period);
  const DatedVector wanted = { (char *) indicator, period, (char *) roster->id, NULL };
  const DatedVector *dated = g_hash_table_lookup (look->places, &wanted);

  return dated != NULL ? g_hash_table_lookup (dated->days, roster->codes[entry]) : NULL;
}

static const StreekSlice *
find_slice (const StreekSeries *series, const DatedVector *dated)
{
  for (guint i = 0; i < series->slices->len; i++)
    {
      const StreekSlice *slice = g_ptr_array_index (series->slices, i);
      g_autofree char *period = streek_period_to_string (slice->period);

      if (strcmp (period, dated->period) == 0 &&
          strcmp (slice->vintage->roster->id, dated->roster_id) == 0)
        return slice;
    }

  return NULL;
}

static void
add_day (StreekTable *table, const StreekSlice *slice, guint entry, const char *day)
{
  guint row = streek_rule_table_add_cell (table, slice, entry);
  StreekPeriod period;

  if (streek_period_parse (day, &period, NULL))
    streek_table_set_period (table, row, (guint) streek_table_find_column (table, "day"), period);
}

static void
report (Look *look,
        const char *key,
        const char *name,
        const char *indicator,
        StreekPeriod period,
        StreekTable *table)
{
  guint n = streek_table_get_n_rows (table);
  g_autofree char *text = streek_period_to_string (period);
  g_autofree char *place =
    g_strdup_printf ("value:%s/%s/%s", indicator, streek_table_get_text (table, 0, 1), text);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %1$s is an indicator or a breakdown, %2$s a period, %3$u how many. */
    ngettext ("“%1$s” of %2$s: %3$u figure has another day than the others.",
              "“%1$s” of %2$s: %3$u figures have another day than the others.", n),
    name, text, n);

  streek_rule_run_report (look->run, key, place, message, streek_table_ref (table));
}

/* Areas of one table */

/* A row per figure that is not of the period's own day; whether days differ among the figures. */
static gboolean
collect_days (const StreekSlice *slice, const DatedVector *dated, StreekTable *table)
{
  const char *common = NULL;
  gboolean differ = FALSE;
  guint n_known = 0;

  for (guint entry = 0; entry < slice->vector->n; entry++)
    {
      const char *day = g_hash_table_lookup (dated->days, slice->vintage->roster->codes[entry]);

      if (!streek_rule_is_known (slice, entry))
        continue;

      if (n_known++ == 0)
        common = day;
      else
        differ |= g_strcmp0 (common, day) != 0;

      if (day != NULL)
        add_day (table, slice, entry, day);
    }

  return differ;
}

/* Parts of one breakdown */

/* Whether the total or another part of the same area is of another day; FALSE with an error. */
static gboolean
compare_with_others (Look *look,
                     const StreekBreakdown *breakdown,
                     const char *indicator,
                     const StreekSlice *slice,
                     guint entry,
                     gboolean *differs,
                     GError **error)
{
  const char *day = find_day (look, indicator, slice, entry);

  *differs = FALSE;

  for (guint i = 0; i <= breakdown->n_parts && !*differs; i++)
    {
      const char *code = i < breakdown->n_parts ? breakdown->parts[i] : breakdown->code;
      guint found;

      if (strcmp (code, indicator) == 0)
        continue;

      const StreekSeries *series = streek_indicator_facts_read (look->facts, code, error);

      if (series == NULL)
        return FALSE;

      const StreekSlice *other =
        streek_indicator_facts_find_cell (look->facts, series, slice, entry, &found);

      *differs = other != NULL && g_strcmp0 (day, find_day (look, code, other, found)) != 0;
    }

  return TRUE;
}

static Mixture *
ensure_mixture (Look *look,
                const StreekBreakdown *breakdown,
                const char *indicator,
                StreekPeriod period)
{
  for (guint i = 0; i < look->mixtures->len; i++)
    {
      Mixture *mixture = g_ptr_array_index (look->mixtures, i);

      if (mixture->breakdown == breakdown && streek_period_equal (mixture->period, period))
        return mixture;
    }

  Mixture *mixture = g_new0 (Mixture, 1);

  mixture->breakdown = breakdown;
  mixture->indicator = indicator;
  mixture->period = period;
  mixture->table = streek_rule_table_new ();
  streek_table_add_column (mixture->table, "indicator", _ ("Indicator"), STREEK_COLUMN_TEXT, NULL,
                           0);
  streek_table_add_column (mixture->table, "day", _ ("Of"), STREEK_COLUMN_PERIOD, NULL, 0);
  g_ptr_array_add (look->mixtures, mixture);

  return mixture;
}

static gboolean
look_at_breakdown (Look *look,
                   const StreekBreakdown *breakdown,
                   const StreekIndicator *indicator,
                   const StreekSlice *slice,
                   GError **error)
{
  for (guint entry = 0; entry < slice->vector->n; entry++)
    {
      const char *day = find_day (look, indicator->code, slice, entry);
      gboolean differs;

      if (day == NULL || !streek_rule_is_known (slice, entry))
        continue;
      if (!compare_with_others (look, breakdown, indicator->code, slice, entry, &differs, error))
        return FALSE;
      if (!differs)
        continue;

      StreekTable *table = ensure_mixture (look, breakdown, indicator->code, slice->period)->table;

      add_day (table, slice, entry, day);
      streek_table_set_text (table, streek_table_get_n_rows (table) - 1,
                             (guint) streek_table_find_column (table, "indicator"),
                             indicator->name);
    }

  return TRUE;
}

/* Those that it is a part of, and those that it is the total of. */
static gboolean
look_at_breakdowns (Look *look,
                    const StreekIndicator *indicator,
                    const StreekSlice *slice,
                    GError **error)
{
  const StreekCatalogue *catalogue = look->facts->catalogue;
  g_autoptr (GPtrArray) breakdowns = streek_catalogue_list_wholes (catalogue, indicator->code);

  g_ptr_array_extend_and_steal (breakdowns,
                                streek_catalogue_list_breakdowns (catalogue, indicator->code));

  for (guint i = 0; i < breakdowns->len; i++)
    if (!look_at_breakdown (look, g_ptr_array_index (breakdowns, i), indicator, slice, error))
      return FALSE;

  return TRUE;
}

/* Where days are mixed among the areas of a table, its breakdowns say nothing more. */
static gboolean
look_at_vector (Look *look, const DatedVector *dated, GError **error)
{
  const StreekIndicator *indicator =
    streek_catalogue_find (look->facts->catalogue, dated->indicator, NULL);
  const StreekSeries *series =
    indicator != NULL ? streek_indicator_facts_read (look->facts, dated->indicator, error) : NULL;
  const StreekSlice *slice = series != NULL ? find_slice (series, dated) : NULL;

  if (slice == NULL)
    return indicator == NULL || series != NULL;

  g_autoptr (StreekTable) table = streek_rule_table_new ();
  g_autofree char *key = g_strjoin ("/", dated->indicator, dated->period, dated->roster_id, NULL);

  streek_table_add_column (table, "day", _ ("Of"), STREEK_COLUMN_PERIOD, NULL, 0);

  if (!collect_days (slice, dated, table))
    return look_at_breakdowns (look, indicator, slice, error);

  report (look, key, indicator->name, indicator->code, slice->period, table);

  return TRUE;
}

static void
report_mixture (Look *look, const Mixture *mixture)
{
  const StreekBreakdown *breakdown = mixture->breakdown;
  g_autofree char *period = streek_period_to_string (mixture->period);
  g_autofree char *key = g_strjoin ("/", breakdown->id, period, NULL);

  report (look, key, breakdown->label, mixture->indicator, mixture->period, mixture->table);
}

gboolean
streek_rule_look_for_mixed_dates (StreekRuleRun *run, GError **error)
{
  g_auto (Look) look = { .run = run, .facts = streek_indicator_rules_ensure_facts (run, error) };

  if (look.facts == NULL || !read_days (&look, error))
    return FALSE;

  for (guint i = 0; i < look.vectors->len; i++)
    if (!look_at_vector (&look, g_ptr_array_index (look.vectors, i), error))
      return FALSE;

  for (guint i = 0; i < look.mixtures->len; i++)
    report_mixture (&look, g_ptr_array_index (look.mixtures, i));

  return TRUE;
}
