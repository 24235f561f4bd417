/* streek-analysis-words.c: the words of an analysis in the reader's language */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-analysis-private.h"

#include "stats/streek-moran.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *column;
  const char *id;
  const char *label;
} words[] = {
  { "level", "set", NC_ ("level of a row", "all areas together") },
  { "level", "area", NC_ ("level of a row", "one area") },
  { "level", "total", NC_ ("level of a row", "all sectors together") },
  { "level", "sector", NC_ ("level of a row", "one sector") },
  { "order", "lowest_first", NC_ ("order of a ranking", "lowest first") },
  { "order", "highest_first", NC_ ("order of a ranking", "highest first") },
  { "measure", "percent", NC_ ("measure of a change", "in percent") },
  { "measure", "percentage_points", NC_ ("measure of a change", "in percentage points") },
};

static const char *
get_context (const char *column)
{
  return strcmp (column, "level") == 0   ? "level of a row"
         : strcmp (column, "order") == 0 ? "order of a ranking"
                                         : "measure of a change";
}

static const char *
find_cluster (const char *id)
{
  for (StreekCluster cluster = 0; cluster <= STREEK_CLUSTER_LOW_HIGH; cluster++)
    if (strcmp (streek_cluster_get_id (cluster), id) == 0)
      return streek_cluster_get_label (cluster);

  return NULL;
}

/**
 * streek_analysis_get_word_label:
 * @column: id of a column of an analysis
 * @id: an untranslated word in it
 *
 * Returns: (nullable): the word in the reader's language, %NULL where the column has no such words
 */
const char *
streek_analysis_get_word_label (const char *column, const char *id)
{
  g_return_val_if_fail (column != NULL && id != NULL, NULL);

  StreekDirection direction;
  StreekMissing missing;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].column, column) == 0 && strcmp (words[i].id, id) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, get_context (column), words[i].label);

  if (strcmp (column, "cluster") == 0)
    return find_cluster (id);
  if (strcmp (column, "direction") == 0 && streek_indicator_parse_direction (id, &direction))
    return streek_indicator_get_direction_label (direction);
  if (strcmp (column, "kind") == 0 && streek_missing_parse_id (id, &missing))
    return streek_missing_get_label (missing);

  return NULL;
}

/**
 * streek_analysis_name_words:
 * @analysis: an answer that nobody else has yet
 *
 * Puts the reader's words in the place of the ids in the table: for windows and paper, where
 * nothing reads them again.
 */
void
streek_analysis_name_words (StreekAnalysis *analysis)
{
  g_return_if_fail (analysis != NULL);

  StreekTable *table = analysis->table;

  for (guint column = 0; column < streek_table_get_n_columns (table); column++)
    {
      if (streek_table_get_column_type (table, column) != STREEK_COLUMN_TEXT)
        continue;

      for (guint row = 0; row < streek_table_get_n_rows (table); row++)
        {
          const char *id = streek_table_get_text (table, row, column);
          const char *label =
            id != NULL
              ? streek_analysis_get_word_label (streek_table_get_column_id (table, column), id)
              : NULL;

          if (label != NULL)
            streek_table_set_text (table, row, column, label);
        }
    }
}
