/* streek-indicator-target-labels.c: what a file calls the indicators that its figures are of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-work.h"

#include "exchange/streek-grid.h"
#include "exchange/streek-guess.h"

#include <string.h>

/* "Bevolking op 1 januari 2019" is "Bevolking op …"; a mere period, or "Waarde", says nothing. */
static char *
dup_header (const char *header)
{
  g_autofree char *pattern = streek_header_dup_pattern (header);
  g_auto (GStrv) parts = g_strsplit (pattern, STREEK_HEADER_PERIOD, -1);
  gboolean has_words = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    for (const char *c = parts[i]; *c != '\0'; c = g_utf8_next_char (c))
      has_words = has_words || g_unichar_isalpha (g_utf8_get_char (c));

  return has_words && !streek_guess_is_value_word (header) ? g_strjoinv ("…", parts) : NULL;
}

static void
append_members (GString *label, const StreekStaging *staging, guint32 base)
{
  const char *mark = label->len > 0 ? ": " : "";

  for (guint i = 0; i < staging->breakdowns->len; i++)
    {
      const StreekMappingColumn *column = staging->breakdowns->pdata[i];
      const char *member = streek_staging_get_member (staging, base, i);

      if (column->use == STREEK_BREAKDOWN_SUM || *member == '\0')
        continue;

      g_string_append_printf (label, "%s%s", mark, member);
      mark = ", ";
    }
}

/**
 * streek_target_dup_label:
 *
 * Returns: (transfer full) (nullable): what the file itself calls a measure: the name in its rows,
 *   else the head of the column, and the members that are told apart; %NULL where it says nothing
 */
char *
streek_target_dup_label (const StreekStaging *staging, const StreekStagedMeasure *staged)
{
  const char *named = streek_staging_get_indicator_text (staging, staged->base);
  g_autofree char *base = named != NULL ? g_strdup (named) : dup_header (staged->column->header);
  g_autoptr (GString) label = g_string_new (base);

  append_members (label, staging, staged->base);

  return *g_strstrip (label->str) != '\0' ? g_strdup (label->str) : NULL;
}

/* Of measures of which something will be written. A code is no word of anybody's for it. */
void
streek_target_prepare_labels (StreekTargetWork *work)
{
  for (guint i = 0; i < work->measures->len; i++)
    {
      const StreekTargetMeasure *measure = &g_array_index (work->measures, StreekTargetMeasure, i);

      if (!measure->is_written || measure->label == NULL ||
          g_ascii_strcasecmp (measure->label, measure->code) == 0)
        continue;

      StreekPreparedLabel label = { g_strdup (measure->code), g_strdup (measure->label) };

      g_array_append_val (work->prepared->labels, label);
    }
}

/**
 * streek_target_write_labels:
 * @batch: the import they came with
 *
 * Writes, inside a command, what the file called the indicators.
 */
gboolean
streek_target_write_labels (StreekDb *db,
                            const StreekPreparedImport *prepared,
                            const char *batch,
                            GError **error)
{
  static const char sql[] = "INSERT INTO import_label (batch, indicator, label) "
                            "VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  for (guint i = 0; stmt != NULL && i < prepared->labels->len; i++)
    {
      const StreekPreparedLabel *label = &g_array_index (prepared->labels, StreekPreparedLabel, i);

      sqlite3_reset (stmt);
      streek_db_bind_text (stmt, 1, batch);
      streek_db_bind_text (stmt, 2, label->indicator);
      streek_db_bind_text (stmt, 3, label->label);
      if (streek_db_step (stmt, error) != STREEK_STEP_DONE)
        return FALSE;
    }

  return stmt != NULL;
}
