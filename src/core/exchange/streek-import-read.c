/* streek-import-read.c: the rows of a source, read by a mapping into a staging */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-import-read-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROWS_BETWEEN_CHECKS 8192

static void
array_free (gpointer data)
{
  g_array_unref (data);
}

static void
pointers_free (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
learn_missing_words (StreekImportRoad *road)
{
  GHashTableIter iter;
  gpointer text;
  gpointer id;

  g_hash_table_iter_init (&iter, road->reading->mapping->missing);

  while (g_hash_table_iter_next (&iter, &text, &id))
    {
      StreekMissing missing;

      if (streek_missing_parse_id (id, &missing) && missing != STREEK_MISSING_NONE &&
          missing <= STREEK_MISSING_NOT_YET)
        streek_missing_words_set (road->words, text, missing);
    }
}

static void
init_road (StreekImportRoad *road, StreekImportReading *reading)
{
  memset (road, 0, sizeof *road);
  road->reading = reading;
  road->staging = streek_staging_new (reading->mapping);
  road->words = streek_missing_words_new ();
  road->series_of = g_ptr_array_new_with_free_func (pointers_free);
  road->measures_of = g_ptr_array_new_with_free_func (array_free);
  road->period_texts = streek_dictionary_new ();
  road->period_of_text = g_array_new (FALSE, FALSE, sizeof (guint32));
  road->is_projection = g_array_new (FALSE, FALSE, sizeof (gboolean));
  road->values = g_array_new (FALSE, FALSE, sizeof (StreekValueColumn));

  for (guint i = 0; i < reading->mapping->columns->len; i++)
    g_ptr_array_add (road->measures_of, g_array_new (FALSE, TRUE, sizeof (guint32)));

  learn_missing_words (road);
}

static void
clear_road (StreekImportRoad *road)
{
  g_clear_pointer (&road->staging, streek_staging_free);
  g_clear_pointer (&road->layout, streek_sheet_layout_free);
  streek_missing_words_free (road->words);
  g_ptr_array_unref (road->series_of);
  g_ptr_array_unref (road->measures_of);
  streek_dictionary_free (road->period_texts);
  g_array_unref (road->period_of_text);
  g_array_unref (road->is_projection);
  g_array_unref (road->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekImportRoad, clear_road)

static void
keep_line (StreekImportRoad *road, guint32 row, guint64 line)
{
  StreekStaging *staging = road->staging;

  if (staging->lines == NULL && line == road->n_sheet_rows + 1)
    return;

  if (staging->lines == NULL)
    {
      staging->lines = g_array_sized_new (FALSE, FALSE, sizeof (guint32), row + 1024);
      for (guint32 i = 0; i < row; i++)
        {
          guint32 earlier = (guint32) streek_staging_get_line (staging, i);

          /* not yet complete: lines are still rows + 1 of their sheet */
          g_array_append_val (staging->lines, earlier);
        }
    }

  guint32 kept = (guint32) MIN (line, G_MAXUINT32);

  g_array_append_val (staging->lines, kept);
}

/* The text of a footer, for a person to see that it is one. */
static void
keep_aside (StreekImportRoad *road, const StreekSourceRecord *record)
{
  const StreekStagedSheet *sheet = road->staging->sheets->pdata[road->staging->sheets->len - 1];

  if (sheet->asides->len < STREEK_IMPORT_MAX_ASIDES)
    g_ptr_array_add (sheet->asides,
                     streek_import_aside_new (record->line, streek_record_dup_text (record)));
}

static StreekRowState
read_record (StreekImportRoad *road, const StreekSourceRecord *record, guint32 row)
{
  const StreekSheetLayout *layout = road->layout;

  if (G_LIKELY (road->n_sheet_rows >= layout->header_row + layout->n_header_rows))
    {
      StreekRowState state = streek_import_road_read_row (road, record, row);

      if (G_UNLIKELY (state == STREEK_ROW_FOOTER))
        keep_aside (road, record);

      return state;
    }
  if (road->n_sheet_rows >= layout->header_row)
    return STREEK_ROW_HEADER;

  return streek_record_is_blank (record) ? STREEK_ROW_BLANK : STREEK_ROW_TITLE;
}

static gboolean
report_progress (StreekImportRoad *road,
                 StreekSourceReader *reader,
                 GCancellable *cancellable,
                 GError **error)
{
  StreekImportReading *reading = road->reading;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (reading->progress != NULL)
    reading->progress (streek_source_reader_get_progress (reader), reading->data);

  return TRUE;
}

static gboolean
read_records (StreekImportRoad *road,
              StreekSourceReader *reader,
              GCancellable *cancellable,
              GError **error)
{
  GByteArray *states = road->staging->row_states;
  GError *fault = NULL;
  StreekSourceRecord record;

  while (streek_source_reader_next (reader, &record, &fault))
    {
      guint32 row = road->n_rows++;

      if (states->len == row)
        g_byte_array_set_size (states, row + row / 2 + 4096);

      keep_line (road, row, record.line);
      states->data[row] = (guint8) read_record (road, &record, row);
      road->n_sheet_rows++;

      if (road->n_rows % ROWS_BETWEEN_CHECKS == 0 &&
          !report_progress (road, reader, cancellable, error))
        return FALSE;
      if (road->n_rows == G_MAXUINT32 - 1)
        break;
    }

  if (fault != NULL)
    g_propagate_error (error, fault);

  return fault == NULL;
}

/* The only sheet must have the columns; another that has not is passed by. */
static gboolean
lay_out_sheet (
  StreekImportRoad *road, guint sheet, gboolean is_only, GCancellable *cancellable, GError **error)
{
  StreekSource *source = road->reading->source;
  g_autoptr (StreekGrid) grid =
    streek_grid_read (source, sheet, STREEK_GRID_ROWS, cancellable, error);

  if (grid == NULL)
    return FALSE;

  g_clear_pointer (&road->layout, streek_sheet_layout_free);
  road->layout = streek_sheet_layout_new (road->reading->mapping, source, sheet, grid);
  if (!is_only || streek_sheet_layout_fits (road->layout))
    return TRUE;

  /* without a column of values in the mapping there is none to name */
  if (*road->layout->missing == '\0')
    g_set_error_literal (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_UNKNOWN,
                         _ ("No column of the file is one of figures. If one is, say which."));
  else
    g_set_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_UNKNOWN,
                 /* Translators: %s is the header of a column. */
                 _ ("The file has no column “%s”."), road->layout->missing);

  return FALSE;
}

static StreekStagedSheet *
add_staged_sheet (StreekImportRoad *road, guint sheet, const char *name)
{
  StreekStagedSheet *staged = g_new0 (StreekStagedSheet, 1);

  staged->sheet = sheet;
  staged->name = g_strdup (name);
  staged->asides = g_ptr_array_new_with_free_func (streek_import_aside_free);
  staged->first_row = road->n_rows;
  g_ptr_array_add (road->staging->sheets, staged);

  return staged;
}

static gboolean
read_sheet (
  StreekImportRoad *road, guint sheet, gboolean is_only, GCancellable *cancellable, GError **error)
{
  StreekSource *source = road->reading->source;
  const char *own_name = streek_source_get_sheet_name (source, sheet);
  const char *name = own_name != NULL ? own_name : "";

  if (!streek_mapping_wants_sheet (road->reading->mapping, name))
    return TRUE;
  if (!lay_out_sheet (road, sheet, is_only, cancellable, error))
    return FALSE;

  if (!streek_sheet_layout_fits (road->layout))
    {
      streek_import_road_tell_skipped (road, name, road->layout);
      return TRUE;
    }

  g_autoptr (StreekSourceReader) reader =
    streek_source_reader_new (source, sheet, cancellable, error);

  if (reader == NULL)
    return FALSE;

  StreekStagedSheet *staged = add_staged_sheet (road, sheet, name);

  road->n_sheet_rows = 0;
  streek_import_road_bind (road);
  streek_import_road_tell_doubled (road, road->n_rows);
  streek_import_road_tell_unread (road);

  gboolean done = read_records (road, reader, cancellable, error);

  staged->n_rows = road->n_rows - staged->first_row;

  return done;
}

/* What a row is about is held in room for so many columns. */
static gboolean
check_keys (const StreekStaging *staging, GError **error)
{
  if (MAX (staging->area_columns->len, staging->breakdowns->len) <= STREEK_IMPORT_MAX_KEYS)
    return TRUE;

  g_set_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_REFUSED,
               /* Translators: %d is always 32. */
               _ ("More than %d columns say what a figure is about. Ignore those that are not "
                  "needed."),
               STREEK_IMPORT_MAX_KEYS);

  return FALSE;
}

/**
 * streek_import_stage:
 * @reading: what to read, with which marks; what the numbers tell is added to its evidence
 * @error: return location for a #StreekSourceError, %STREEK_IMPORT_ERROR_UNKNOWN where no sheet
 *   has the columns of the mapping, or %STREEK_IMPORT_ERROR_REFUSED where it has too many keys
 *
 * Reads every sheet that has the columns. Every row gets a state; those that hold figures are
 * pending until a target settles them.
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 */
StreekStaging *
streek_import_stage (StreekImportReading *reading, GCancellable *cancellable, GError **error)
{
  g_auto (StreekImportRoad) road = { 0 };
  guint n_sheets = streek_source_get_n_sheets (reading->source);

  init_road (&road, reading);
  if (!check_keys (road.staging, error))
    return NULL;

  for (guint sheet = 0; sheet < n_sheets; sheet++)
    if (!read_sheet (&road, sheet, n_sheets == 1, cancellable, error))
      return NULL;

  if (road.staging->sheets->len == 0)
    {
      g_set_error_literal (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_UNKNOWN,
                           _ ("No sheet of the file has the columns that are asked for."));
      return NULL;
    }

  g_byte_array_set_size (road.staging->row_states, road.n_rows);

  return g_steal_pointer (&road.staging);
}
