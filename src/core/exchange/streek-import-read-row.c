/* streek-import-read-row.c: one row of a file, read into a staging */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-import-read-private.h"

#include "exchange/streek-period-words.h"

#include <math.h>
#include <string.h>

/* Bytes of a cell of a footer. */
#define MAX_KEPT_TEXT 400

static inline const StreekField *
get_field (const StreekImportRoad *road, const StreekSourceRecord *record, guint number)
{
  static const StreekField nothing = { "", 0, STREEK_FIELD_NONE };

  if (number < record->n_fields)
    return &record->fields[number];

  return number >= G_MAXUINT32 / 2 && number - G_MAXUINT32 / 2 < STREEK_IMPORT_MAX_PARTS
           ? &road->parts[number - G_MAXUINT32 / 2]
           : &nothing;
}

/* Blanks at the ends say nothing in a key. */
static inline void
trim_key (const char **text, gsize *length)
{
  while (*length > 0 && g_ascii_isspace (**text))
    {
      (*text)++;
      (*length)--;
    }

  while (*length > 0 && g_ascii_isspace ((*text)[*length - 1]))
    (*length)--;

  while (*length >= 2 && memcmp (*text + *length - 2, "\xc2\xa0", 2) == 0)
    *length -= 2;
}

/* 1 + the number of the text, 0 for an empty cell. */
static inline guint32
intern_key (StreekImportRoad *road,
            StreekDictionary *texts,
            const StreekSourceRecord *record,
            guint number)
{
  const StreekField *field = get_field (road, record, number);
  const char *text = field->text;
  gsize length = field->length;

  trim_key (&text, &length);

  return length > 0 ? streek_dictionary_intern (texts, text, length) + 1 : 0;
}

static void
cut_first_field (StreekImportRoad *road, const StreekSourceRecord *record)
{
  const char *text = record->n_fields > 0 ? record->fields[0].text : "";
  const char *end = text + (record->n_fields > 0 ? record->fields[0].length : 0);

  for (guint i = 0; i < STREEK_IMPORT_MAX_PARTS; i++)
    {
      const char *stop = i + 1 < road->layout->n_parts
                           ? memchr (text, road->layout->split, (gsize) (end - text))
                           : NULL;

      stop = stop != NULL ? stop : end;
      road->parts[i] = (StreekField){ text, (guint32) (stop - text), STREEK_FIELD_NONE };
      text = stop < end ? stop + 1 : end;
    }
}

static guint
count_filled (const StreekSourceRecord *record)
{
  guint n = 0;

  for (guint i = 0; i < record->n_fields; i++)
    {
      const char *text = record->fields[i].text;
      gsize length = record->fields[i].length;

      trim_key (&text, &length);
      n += length > 0 ? 1 : 0;
    }

  return n;
}

/* Its cells that are filled, joined by a blank. */
char *
streek_record_dup_text (const StreekSourceRecord *record)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < record->n_fields; i++)
    {
      const char *text = record->fields[i].text;
      gsize length = record->fields[i].length;

      trim_key (&text, &length);
      if (length == 0)
        continue;

      g_string_append (joined, joined->len > 0 ? " " : "");
      g_string_append_len (joined, text, (gssize) MIN (length, MAX_KEPT_TEXT));
    }

  return g_utf8_make_valid (joined->str, (gssize) joined->len);
}

gboolean
streek_record_is_blank (const StreekSourceRecord *record)
{
  return count_filled (record) == 0;
}

/* A row whose number of cells is not that of the header, or that names no area. */
static StreekRowState
judge_shape (StreekImportRoad *road, const StreekSourceRecord *record)
{
  guint n_filled = count_filled (record);

  if (n_filled == 0)
    return STREEK_ROW_BLANK;
  if (n_filled == 1 && road->layout->n_columns > 1)
    return STREEK_ROW_FOOTER;

  for (guint i = road->layout->n_columns; i < record->n_fields; i++)
    if (record->fields[i].length > 0)
      return STREEK_ROW_BAD_SHAPE;

  /* spreadsheets leave empty cells at the end of a row out; text does not */
  return record->n_fields < road->layout->n_columns &&
             streek_source_get_format (road->reading->source) == STREEK_SOURCE_DELIMITED
           ? STREEK_ROW_BAD_SHAPE
           : STREEK_ROW_PENDING;
}

static gboolean
parse_period (StreekImportRoad *road, const char *text, gsize length, StreekPeriod *period)
{
  const char *tab = memchr (text, '\t', length);
  StreekPeriodPart part;

  if (tab == NULL)
    return streek_period_words_parse (text, length, period);

  gsize n_year = (gsize) (tab - text);

  /* "2023" and "4de kwartaal 2023": the second says it all */
  if (streek_period_words_parse (tab + 1, length - n_year - 1, period) &&
      period->kind != STREEK_PERIOD_YEAR)
    return TRUE;

  if (!streek_period_words_parse (text, n_year, period) || period->kind != STREEK_PERIOD_YEAR ||
      !streek_period_words_parse_part (tab + 1, length - n_year - 1, road->part_means, &part))
    return FALSE;

  period->kind = part.kind;
  period->part = part.part;

  return TRUE;
}

static guint32
intern_period (StreekImportRoad *road, const char *text, gsize length)
{
  guint32 id = streek_dictionary_intern (road->period_texts, text, length);

  if (id == road->period_of_text->len)
    {
      StreekPeriod period;
      guint32 known = parse_period (road, text, length, &period)
                        ? streek_import_road_add_period (road, period) + 1
                        : 0;

      g_array_append_val (road->period_of_text, known);
    }

  return g_array_index (road->period_of_text, guint32, id);
}

/* 1 + the period of the row; 0: it has none. */
static guint32
find_period (StreekImportRoad *road, const StreekSourceRecord *record)
{
  if (road->period_field == STREEK_NO_FIELD)
    return road->sheet_period;

  const StreekField *field = get_field (road, record, road->period_field);
  const char *text = field->text;
  gsize length = field->length;

  trim_key (&text, &length);
  if (road->part_field == STREEK_NO_FIELD)
    return intern_period (road, text, length);

  const StreekField *part = get_field (road, record, road->part_field);
  g_autofree char *both =
    g_strdup_printf ("%.*s\t%.*s", (int) length, text, (int) part->length, part->text);

  return intern_period (road, both, strlen (both));
}

static StreekStagedSeries *
find_series (StreekImportRoad *road, const StreekValueColumn *value, guint32 base, guint32 period)
{
  GArray *measures = road->measures_of->pdata[value->mapping_index];

  if (base >= measures->len)
    g_array_set_size (measures, base + 1);

  guint32 *measure = &g_array_index (measures, guint32, base);

  if (*measure == 0)
    {
      const StreekMappingColumn *column =
        road->staging->mapping->columns->pdata[value->mapping_index];

      *measure = streek_staging_find_measure (road->staging, column, base) + 1;
      while (road->series_of->len < *measure)
        g_ptr_array_add (road->series_of, g_ptr_array_new ());
    }

  GPtrArray *by_period = road->series_of->pdata[*measure - 1];

  if (period >= by_period->len)
    g_ptr_array_set_size (by_period, (gint) period + 1);
  if (by_period->pdata[period] == NULL)
    by_period->pdata[period] = streek_staging_get_series (road->staging, *measure - 1, period);

  return by_period->pdata[period];
}

/* One value over several columns is not the value of each of them. */
static void
hide_number (StreekNumber *number)
{
  number->value = NAN;
  number->missing = STREEK_MISSING_HIDDEN;
  number->status = STREEK_STATUS_FINAL;
}

static StreekNumberFault
read_value (StreekImportRoad *road,
            const StreekValueColumn *value,
            const StreekField *field,
            guint32 row,
            StreekNumber *number)
{
  StreekImportReading *reading = road->reading;
  StreekNumberFault fault = streek_number_read (field->text, field->length, field->flags,
                                                road->words, reading->marks[value->mapping_index],
                                                &reading->evidence[value->mapping_index], number);

  if (fault != STREEK_NUMBER_OK)
    {
      streek_import_road_tell_bad_cell (road, value, field, fault, row);
      return fault;
    }

  if (G_UNLIKELY (field->flags & STREEK_FIELD_MERGED))
    {
      streek_import_road_tell_merged (road, value, row);
      hide_number (number);
    }
  else if (G_UNLIKELY (number->missing != STREEK_MISSING_NONE && !number->is_blank))
    streek_import_road_tell_missing (road, field, row, number->missing);
  else if (G_UNLIKELY (number->qualifier != STREEK_QUALIFIER_NONE))
    streek_import_road_tell_qualifier (road, value, field, row);

  return STREEK_NUMBER_OK;
}

static void
apply_status (StreekImportRoad *road,
              const StreekSourceRecord *record,
              guint32 period,
              StreekNumber *number)
{
  if (number->missing != STREEK_MISSING_NONE)
    return;

  if (G_UNLIKELY (g_array_index (road->is_projection, gboolean, period)))
    number->status = STREEK_STATUS_PROJECTION;

  if (road->status_field != STREEK_NO_FIELD)
    {
      const StreekField *field = get_field (road, record, road->status_field);
      const char *text = field->text;
      gsize length = field->length;
      StreekStatus status;

      trim_key (&text, &length);
      if (streek_number_parse_status (text, length, &status))
        number->status = (guint8) MAX (number->status, (guint8) status);
    }
}

/* FALSE where a member other than the chosen one stands there. */
static gboolean
find_base (StreekImportRoad *road, const StreekSourceRecord *record, guint32 *base)
{
  StreekStaging *staging = road->staging;
  guint32 texts[STREEK_IMPORT_MAX_KEYS + 1];
  guint n = staging->breakdowns->len;

  *base = 0;
  texts[0] = 0;
  if (n == 0 && road->indicator_field == STREEK_NO_FIELD)
    {
      if (streek_dictionary_get_n (staging->bases) == 0)
        streek_dictionary_intern (staging->bases, (const char *) texts, sizeof texts[0]);
      return TRUE;
    }

  if (road->indicator_field != STREEK_NO_FIELD)
    texts[0] = intern_key (road, staging->base_texts, record, road->indicator_field);

  for (guint i = 0; i < n; i++)
    {
      const StreekMappingColumn *column = staging->breakdowns->pdata[i];

      texts[i + 1] = intern_key (road, staging->base_texts, record, road->breakdown_fields[i]);
      if (column->use != STREEK_BREAKDOWN_FILTER)
        continue;

      const char *member =
        texts[i + 1] > 0 ? streek_dictionary_get (staging->base_texts, texts[i + 1] - 1) : "";

      if (strcmp (member, column->member) != 0)
        return FALSE;
    }

  *base =
    streek_dictionary_intern (staging->bases, (const char *) texts, (n + 1) * sizeof texts[0]);

  return TRUE;
}

static StreekRowState
refuse_period (StreekImportRoad *road, const StreekSourceRecord *record, guint32 row)
{
  /* a source line in the first of as many cells as the header has */
  if (count_filled (record) == 1 && road->layout->n_columns > 1)
    return STREEK_ROW_FOOTER;

  /* where no column says it, it is asked */
  if (road->period_field != STREEK_NO_FIELD)
    streek_import_road_tell_bad_period (road, get_field (road, record, road->period_field), row);

  return STREEK_ROW_BAD_PERIOD;
}

/* Whether figures of the column are parts of a total, of which none may be missing unsaid. */
static gboolean
is_added_up (const StreekImportRoad *road, const StreekValueColumn *value)
{
  const GPtrArray *breakdowns = road->staging->breakdowns;

  for (guint i = 0; i < breakdowns->len; i++)
    if (((const StreekMappingColumn *) breakdowns->pdata[i])->use == STREEK_BREAKDOWN_SUM)
      return TRUE;

  return value->bound->column->is_part;
}

static StreekRowState
stage_values (
  StreekImportRoad *road, const StreekSourceRecord *record, guint32 area, guint32 base, guint32 row)
{
  guint32 row_period = 0;
  gboolean has_period = FALSE;
  guint n_staged = 0;
  StreekRowState state = STREEK_ROW_BAD_NUMBER;

  for (guint i = 0; i < road->values->len; i++)
    {
      const StreekValueColumn *value = &g_array_index (road->values, StreekValueColumn, i);
      guint32 period = value->period;
      StreekNumber number;

      if (period == 0)
        {
          if (!has_period)
            row_period = find_period (road, record);
          has_period = TRUE;
          period = row_period;
        }

      if (period == 0)
        {
          state = refuse_period (road, record, row);
          continue;
        }

      if (read_value (road, value, get_field (road, record, value->field), row, &number) !=
          STREEK_NUMBER_OK)
        {
          road->reading->import->n_bad_cells++;
          if (is_added_up (road, value))
            streek_staged_series_add_rejected (find_series (road, value, base, period - 1), area,
                                               row);
          continue;
        }

      apply_status (road, record, period - 1, &number);
      streek_staged_series_add (find_series (road, value, base, period - 1), area, row, &number);
      n_staged++;
    }

  return n_staged > 0 ? STREEK_ROW_PENDING : state;
}

StreekRowState
streek_import_road_read_row (StreekImportRoad *road, const StreekSourceRecord *record, guint32 row)
{
  StreekStaging *staging = road->staging;
  guint32 texts[STREEK_IMPORT_MAX_KEYS + 1];
  guint n = staging->area_columns->len;
  gboolean has_area = FALSE;
  guint32 base;

  if (G_UNLIKELY (road->layout->n_parts > 1))
    cut_first_field (road, record);

  for (guint i = 0; i < n; i++)
    {
      texts[i] = intern_key (road, staging->area_texts, record, road->area_fields[i]);
      has_area = has_area || texts[i] > 0;
    }

  if (G_UNLIKELY (!has_area || record->n_fields != road->layout->n_columns))
    {
      StreekRowState state = judge_shape (road, record);

      if (state == STREEK_ROW_BAD_SHAPE)
        streek_import_road_tell_bad_shape (road, record, row);
      if (state != STREEK_ROW_PENDING)
        return state;
    }

  texts[n] = road->level_field != STREEK_NO_FIELD
               ? intern_key (road, staging->area_texts, record, road->level_field)
               : 0;

  if (!find_base (road, record, &base))
    return STREEK_ROW_OTHER_MEMBER;

  return stage_values (road, record, streek_staging_intern_area (staging, texts, row), base, row);
}
