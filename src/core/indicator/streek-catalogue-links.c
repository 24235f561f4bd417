/* streek-catalogue-links.c: what belongs to definitions: versions, other names, breaks, parts, gaps
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-catalogue-private.h"
#include "indicator/streek-formula.h"

#include <string.h>

static void
free_breakdown (gpointer data)
{
  StreekBreakdown *breakdown = data;

  g_free (breakdown->parts);
  g_free (breakdown);
}

void
streek_catalogue_init_links (StreekCatalogue *catalogue)
{
  catalogue->versions = g_ptr_array_new_with_free_func (g_free);
  catalogue->aliases = g_ptr_array_new_with_free_func (g_free);
  catalogue->breaks = g_ptr_array_new_with_free_func (g_free);
  catalogue->breakdowns = g_ptr_array_new_with_free_func (free_breakdown);
  catalogue->gaps = g_ptr_array_new_with_free_func (g_free);
  catalogue->labels = g_ptr_array_new_with_free_func (g_free);
  catalogue->policies = g_ptr_array_new_with_free_func (streek_policy_limits_free);
}

void
streek_catalogue_clear_links (StreekCatalogue *catalogue)
{
  g_clear_pointer (&catalogue->versions, g_ptr_array_unref);
  g_clear_pointer (&catalogue->aliases, g_ptr_array_unref);
  g_clear_pointer (&catalogue->breaks, g_ptr_array_unref);
  g_clear_pointer (&catalogue->breakdowns, g_ptr_array_unref);
  g_clear_pointer (&catalogue->gaps, g_ptr_array_unref);
  g_clear_pointer (&catalogue->labels, g_ptr_array_unref);
  g_clear_pointer (&catalogue->policies, g_ptr_array_unref);
}

/* A period that cannot be read has no place in a series; streek_indicator_check() tells. */
static void
add_version (StreekCatalogue *catalogue, sqlite3_stmt *stmt)
{
  StreekDefinitionVersion *version = g_new0 (StreekDefinitionVersion, 1);

  if (!streek_period_parse (streek_db_peek_text (stmt, 1), &version->valid_from, NULL))
    {
      g_free (version);
      return;
    }

  version->code = streek_catalogue_keep_column (catalogue, stmt, 0);
  version->follows = streek_catalogue_keep_column (catalogue, stmt, 2);
  version->definition = streek_catalogue_keep_column (catalogue, stmt, 3);
  version->note = streek_catalogue_keep_column (catalogue, stmt, 4);
  version->is_own = sqlite3_column_int (stmt, 5) != 0;
  g_ptr_array_add (catalogue->versions, version);
}

static void
add_alias (StreekCatalogue *catalogue, sqlite3_stmt *stmt)
{
  StreekAlias *alias = g_new0 (StreekAlias, 1);

  alias->code = streek_catalogue_keep_column (catalogue, stmt, 0);
  alias->alias = streek_catalogue_keep_column (catalogue, stmt, 1);
  alias->is_own = sqlite3_column_int (stmt, 2) != 0;
  g_ptr_array_add (catalogue->aliases, alias);
}

static void
add_break (StreekCatalogue *catalogue, sqlite3_stmt *stmt)
{
  StreekBreak *item = g_new0 (StreekBreak, 1);

  if (!streek_period_parse (streek_db_peek_text (stmt, 1), &item->period, NULL))
    {
      g_free (item);
      return;
    }

  item->kind = STREEK_BREAK_SOURCE;
  item->code = streek_catalogue_keep_column (catalogue, stmt, 0);
  item->reason = streek_catalogue_keep_column (catalogue, stmt, 2);
  item->is_own = sqlite3_column_int (stmt, 3) != 0;
  g_ptr_array_add (catalogue->breaks, item);
}

static void
add_breakdown (StreekCatalogue *catalogue, sqlite3_stmt *stmt)
{
  StreekBreakdown *breakdown = g_new0 (StreekBreakdown, 1);
  g_auto (GStrv) parts = g_strsplit (streek_db_peek_text (stmt, 4), "\n", -1);

  breakdown->id = streek_catalogue_keep_column (catalogue, stmt, 0);
  breakdown->code = streek_catalogue_keep_column (catalogue, stmt, 1);
  breakdown->label = streek_catalogue_keep_column (catalogue, stmt, 2);
  breakdown->is_complete = sqlite3_column_int (stmt, 3) != 0;
  breakdown->is_own = sqlite3_column_int (stmt, 5) != 0;
  breakdown->parts = g_new0 (const char *, g_strv_length (parts) + 1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      breakdown->parts[breakdown->n_parts++] = streek_catalogue_keep (catalogue, parts[i]);

  g_ptr_array_add (catalogue->breakdowns, breakdown);
}

static void
add_gap (StreekCatalogue *catalogue, sqlite3_stmt *stmt)
{
  StreekSupplyNeed *gap = g_new0 (StreekSupplyNeed, 1);

  gap->id = streek_catalogue_keep_column (catalogue, stmt, 0);
  gap->label = streek_catalogue_keep_column (catalogue, stmt, 1);
  gap->supply = streek_catalogue_keep_column (catalogue, stmt, 2);
  gap->need = streek_catalogue_keep_column (catalogue, stmt, 3);
  gap->gap = streek_catalogue_keep_column (catalogue, stmt, 4);
  gap->is_own = sqlite3_column_int (stmt, 5) != 0;
  g_ptr_array_add (catalogue->gaps, gap);
}

static void
add_label (StreekCatalogue *catalogue, sqlite3_stmt *stmt)
{
  StreekSourceLabel *label = g_new0 (StreekSourceLabel, 1);

  label->code = streek_catalogue_keep_column (catalogue, stmt, 0);
  label->label = streek_catalogue_keep_column (catalogue, stmt, 1);
  g_ptr_array_add (catalogue->labels, label);
}

static void
add_policy (StreekCatalogue *catalogue, sqlite3_stmt *stmt)
{
  g_ptr_array_add (catalogue->policies, streek_policy_limits_new_from_row (catalogue, stmt));
}

/* A row of people's stands in the place of the reference row of that key. */
static const struct
{
  const char *sql;
  void (*add) (StreekCatalogue *catalogue, sqlite3_stmt *stmt);
} links[] = {
  { "SELECT code, valid_from, follows, definition, note, 1 FROM indicator_version WHERE NOT "
    "removed "
    "UNION ALL SELECT code, valid_from, follows, definition, note, 0 FROM ref_indicator_version AS "
    "r "
    "WHERE NOT EXISTS (SELECT 1 FROM indicator_version AS o WHERE o.code = r.code "
    "AND o.valid_from = r.valid_from) ORDER BY 1, 2",
    add_version },
  { "SELECT code, alias, 1 FROM indicator_alias WHERE NOT removed "
    "UNION ALL SELECT code, alias, 0 FROM ref_indicator_alias AS r "
    "WHERE NOT EXISTS (SELECT 1 FROM indicator_alias AS o WHERE o.code = r.code "
    "AND o.alias = r.alias) ORDER BY 1, 2",
    add_alias },
  { "SELECT code, period, reason, 1 FROM indicator_break WHERE NOT removed "
    "UNION ALL SELECT code, period, reason, 0 FROM ref_indicator_break AS r "
    "WHERE NOT EXISTS (SELECT 1 FROM indicator_break AS o WHERE o.code = r.code "
    "AND o.period = r.period) ORDER BY 1, 2",
    add_break },
  { "SELECT id, code, label, is_complete, parts, 1 AS is_own FROM indicator_breakdown "
    "WHERE NOT removed UNION ALL SELECT id, code, label, is_complete, parts, 0 "
    "FROM ref_indicator_breakdown AS r WHERE NOT EXISTS (SELECT 1 FROM indicator_breakdown AS o "
    "WHERE o.id = r.id) ORDER BY 2, is_own, 1",
    add_breakdown },
  { "SELECT id, label, supply, need, gap, 1 AS is_own FROM indicator_gap WHERE NOT removed "
    "UNION ALL SELECT id, label, supply, need, gap, 0 FROM ref_indicator_gap AS r "
    "WHERE NOT EXISTS (SELECT 1 FROM indicator_gap AS o WHERE o.id = r.id) ORDER BY is_own, 1",
    add_gap },
  { "SELECT DISTINCT indicator, label FROM import_label AS l WHERE EXISTS (SELECT 1 "
    "FROM vector AS v WHERE v.indicator = l.indicator AND v.batch = l.batch) ORDER BY 1, 2",
    add_label },
  { "SELECT id, code, name, limits, words, source, valid_from, valid_to FROM indicator_limits "
    "ORDER BY code, name, id",
    add_policy },
};

/* A new definition breaks the series; the first one of a code that follows no other does not. */
static void
add_breaks_of_versions (StreekCatalogue *catalogue)
{
  for (guint i = 0; i < catalogue->versions->len; i++)
    {
      const StreekDefinitionVersion *version = g_ptr_array_index (catalogue->versions, i);
      const StreekDefinitionVersion *before =
        i > 0 ? g_ptr_array_index (catalogue->versions, i - 1) : NULL;

      if (version->follows == NULL && (before == NULL || strcmp (before->code, version->code) != 0))
        continue;

      StreekBreak *item = g_new0 (StreekBreak, 1);

      item->code = version->code;
      item->period = version->valid_from;
      item->kind = STREEK_BREAK_DEFINITION;
      item->reason = version->note != NULL ? version->note : version->definition;
      item->is_own = version->is_own;
      g_ptr_array_add (catalogue->breaks, item);
    }
}

gboolean
streek_catalogue_load_links (StreekCatalogue *catalogue, StreekDb *db, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, links[i].sql, error);
      StreekStep step;

      if (stmt == NULL)
        return FALSE;

      while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
        links[i].add (catalogue, stmt);

      if (step != STREEK_STEP_DONE)
        return FALSE;
    }

  add_breaks_of_versions (catalogue);

  return TRUE;
}

static void
chain_version (StreekCatalogue *catalogue, const StreekDefinitionVersion *version)
{
  const GArray *older =
    version->follows != NULL ? g_hash_table_lookup (catalogue->periods, version->follows) : NULL;

  if (older == NULL || strcmp (version->follows, version->code) == 0)
    return;

  GArray *periods = streek_catalogue_ensure_periods (catalogue, version->code);
  guint n_own = periods->len;

  for (guint i = 0; i < older->len; i++)
    {
      StreekPeriod period = g_array_index (older, StreekPeriod, i);
      gboolean is_own = FALSE;

      for (guint j = 0; j < n_own && !is_own; j++)
        is_own = streek_period_equal (g_array_index (periods, StreekPeriod, j), period);

      if (!is_own &&
          streek_period_get_first_day (period) < streek_period_get_first_day (version->valid_from))
        g_array_append_val (periods, period);
    }

  g_array_sort (periods, streek_catalogue_compare_periods);
}

void
streek_catalogue_chain_periods (StreekCatalogue *catalogue)
{
  /* once more for every link of the longest chain: an older code may follow an older one still */
  for (guint n = 0; n < MIN (catalogue->versions->len, STREEK_MAX_VERSION_HOPS); n++)
    for (guint i = 0; i < catalogue->versions->len; i++)
      chain_version (catalogue, g_ptr_array_index (catalogue->versions, i));
}

/**
 * streek_catalogue_find_older:
 * @code: an indicator without figures of its own in @period
 *
 * Returns: (transfer none) (nullable): the code that was published in its place then, as its
 *   definition versions tell
 */
const char *
streek_catalogue_find_older (const StreekCatalogue *catalogue,
                             const char *code,
                             StreekPeriod period)
{
  g_return_val_if_fail (catalogue != NULL && code != NULL, NULL);

  for (guint i = 0; i < catalogue->versions->len; i++)
    {
      const StreekDefinitionVersion *version = g_ptr_array_index (catalogue->versions, i);

      if (version->follows != NULL && strcmp (version->code, code) == 0 &&
          strcmp (version->follows, code) != 0 &&
          streek_period_get_first_day (period) < streek_period_get_first_day (version->valid_from))
        return version->follows;
    }

  return NULL;
}

/**
 * streek_catalogue_lookup:
 * @text: what somebody calls an indicator
 *
 * Returns: (transfer none) (nullable): the indicator of that code; else the first with that name or
 *   alias, in upper or lower case
 */
const StreekIndicator *
streek_catalogue_lookup (const StreekCatalogue *catalogue, const char *text)
{
  g_return_val_if_fail (catalogue != NULL && text != NULL, NULL);

  const StreekIndicator *found = g_hash_table_lookup (catalogue->by_code, text);
  g_autofree char *asked = g_utf8_casefold (text, -1);

  for (guint i = 0; found == NULL && i < catalogue->indicators->len; i++)
    {
      const StreekIndicator *indicator = g_ptr_array_index (catalogue->indicators, i);
      g_autofree char *name = g_utf8_casefold (indicator->name, -1);

      if (strcmp (name, asked) == 0)
        found = indicator;
    }

  for (guint i = 0; found == NULL && i < catalogue->aliases->len; i++)
    {
      const StreekAlias *alias = g_ptr_array_index (catalogue->aliases, i);
      g_autofree char *name = g_utf8_casefold (alias->alias, -1);

      if (strcmp (name, asked) == 0)
        found = g_hash_table_lookup (catalogue->by_code, alias->code);
    }

  return found;
}

/**
 * streek_catalogue_list_versions:
 *
 * Returns: (transfer container) (element-type StreekDefinitionVersion): oldest first
 */
GPtrArray *
streek_catalogue_list_versions (const StreekCatalogue *catalogue, const char *code)
{
  g_return_val_if_fail (catalogue != NULL && code != NULL, NULL);

  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < catalogue->versions->len; i++)
    {
      StreekDefinitionVersion *version = g_ptr_array_index (catalogue->versions, i);

      if (strcmp (version->code, code) == 0)
        g_ptr_array_add (list, version);
    }

  return list;
}

/**
 * streek_catalogue_list_aliases:
 *
 * Returns: (transfer container) (element-type StreekAlias): in alphabetical order
 */
GPtrArray *
streek_catalogue_list_aliases (const StreekCatalogue *catalogue, const char *code)
{
  g_return_val_if_fail (catalogue != NULL && code != NULL, NULL);

  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < catalogue->aliases->len; i++)
    {
      StreekAlias *alias = g_ptr_array_index (catalogue->aliases, i);

      if (strcmp (alias->code, code) == 0)
        g_ptr_array_add (list, alias);
    }

  return list;
}

/**
 * streek_catalogue_list_labels:
 *
 * Returns: (transfer container) (element-type StreekSourceLabel): what the files called it that its
 *   figures are of, in alphabetical order
 */
GPtrArray *
streek_catalogue_list_labels (const StreekCatalogue *catalogue, const char *code)
{
  g_return_val_if_fail (catalogue != NULL && code != NULL, NULL);

  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < catalogue->labels->len; i++)
    {
      StreekSourceLabel *label = g_ptr_array_index (catalogue->labels, i);

      if (strcmp (label->code, code) == 0)
        g_ptr_array_add (list, label);
    }

  return list;
}

static int
compare_breaks (gconstpointer a, gconstpointer b)
{
  const StreekBreak *first = *(StreekBreak *const *) a;
  const StreekBreak *second = *(StreekBreak *const *) b;
  int by_period = streek_period_compare (first->period, second->period);

  return by_period != 0 ? by_period : (int) first->kind - (int) second->kind;
}

/**
 * streek_catalogue_list_breaks:
 *
 * A ratio or a formula breaks where something does that it is made of.
 *
 * Returns: (transfer container) (element-type StreekBreak): ascending
 */
GPtrArray *
streek_catalogue_list_breaks (const StreekCatalogue *catalogue, const char *code)
{
  g_return_val_if_fail (catalogue != NULL && code != NULL, NULL);

  const StreekIndicator *indicator = g_hash_table_lookup (catalogue->by_code, code);
  g_autoptr (GPtrArray) operands =
    indicator != NULL ? streek_indicator_list_operands (catalogue, indicator) : g_ptr_array_new ();
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < catalogue->breaks->len; i++)
    {
      StreekBreak *item = g_ptr_array_index (catalogue->breaks, i);

      if (strcmp (item->code, code) == 0 ||
          g_ptr_array_find_with_equal_func (operands, item->code, g_str_equal, NULL))
        g_ptr_array_add (list, item);
    }

  g_ptr_array_sort (list, compare_breaks);

  return list;
}

/**
 * streek_catalogue_list_breakdowns:
 *
 * Returns: (transfer container) (element-type StreekBreakdown): those of which @code is the total
 */
GPtrArray *
streek_catalogue_list_breakdowns (const StreekCatalogue *catalogue, const char *code)
{
  g_return_val_if_fail (catalogue != NULL && code != NULL, NULL);

  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < catalogue->breakdowns->len; i++)
    {
      StreekBreakdown *breakdown = g_ptr_array_index (catalogue->breakdowns, i);

      if (strcmp (breakdown->code, code) == 0)
        g_ptr_array_add (list, breakdown);
    }

  return list;
}

/**
 * streek_catalogue_list_wholes:
 *
 * Returns: (transfer container) (element-type StreekBreakdown): those of which @code is a part
 */
GPtrArray *
streek_catalogue_list_wholes (const StreekCatalogue *catalogue, const char *code)
{
  g_return_val_if_fail (catalogue != NULL && code != NULL, NULL);

  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < catalogue->breakdowns->len; i++)
    {
      StreekBreakdown *breakdown = g_ptr_array_index (catalogue->breakdowns, i);

      if (g_strv_contains ((const char *const *) breakdown->parts, code))
        g_ptr_array_add (list, breakdown);
    }

  return list;
}

/**
 * streek_catalogue_list_policy_limits:
 *
 * Returns: (transfer container) (element-type StreekPolicyLimits): in alphabetical order, those
 * that cannot be used among them
 */
GPtrArray *
streek_catalogue_list_policy_limits (const StreekCatalogue *catalogue, const char *code)
{
  g_return_val_if_fail (catalogue != NULL && code != NULL, NULL);

  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < catalogue->policies->len; i++)
    {
      StreekPolicyLimits *limits = g_ptr_array_index (catalogue->policies, i);

      if (strcmp (limits->code, code) == 0)
        g_ptr_array_add (list, limits);
    }

  return list;
}

/**
 * streek_catalogue_list_gaps:
 * @code: (nullable): an indicator, %NULL for all
 *
 * Returns: (transfer container) (element-type StreekSupplyNeed): the triples it is in
 */
GPtrArray *
streek_catalogue_list_gaps (const StreekCatalogue *catalogue, const char *code)
{
  g_return_val_if_fail (catalogue != NULL, NULL);

  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < catalogue->gaps->len; i++)
    {
      StreekSupplyNeed *gap = g_ptr_array_index (catalogue->gaps, i);

      if (code == NULL || strcmp (gap->supply, code) == 0 || strcmp (gap->need, code) == 0 ||
          strcmp (gap->gap, code) == 0)
        g_ptr_array_add (list, gap);
    }

  return list;
}

gboolean
streek_catalogue_is_gap (const StreekCatalogue *catalogue, const char *code)
{
  g_return_val_if_fail (catalogue != NULL && code != NULL, FALSE);

  for (guint i = 0; i < catalogue->gaps->len; i++)
    if (strcmp (((StreekSupplyNeed *) catalogue->gaps->pdata[i])->gap, code) == 0)
      return TRUE;

  return FALSE;
}
