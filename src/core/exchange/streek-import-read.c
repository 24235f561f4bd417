/* streek-import-read.c: the rows of a source, read by a mapping into a staging */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-import-read.h"

#include "exchange/streek-import-layout.h"
#include "exchange/streek-period-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_PARTS 16
#define MAX_KEYS 32
#define ROWS_BETWEEN_CHECKS 8192
#define NO_FIELD G_MAXUINT

/* A column of values, bound to a field. */
typedef struct
{
  const StreekBoundColumn *bound;
  guint mapping_index;
  guint32 period; /* its own + 1; 0: the row's */
} ValueColumn;

typedef struct
{
  StreekImportReading *reading;
  StreekStaging *staging;
  StreekSheetLayout *layout;
  StreekMissingWords *words;

  /* of all sheets */
  GPtrArray *series_of;           /* (element-type GPtrArray): measure -> period -> series */
  GPtrArray *measures_of;         /* (element-type GArray): mapping column -> base -> measure + 1 */
  StreekDictionary *period_texts; /* "2019", or "2019\tQ3" */
  GArray *period_of_text;         /* (element-type guint32): period + 1, 0: none */
  GArray *is_projection;          /* (element-type gboolean): by period */
  guint32 n_rows;

  /* of this sheet */
  guint area_fields[MAX_KEYS];
  guint breakdown_fields[MAX_KEYS];
  guint level_field;
  guint period_field;
  guint part_field;
  guint indicator_field;
  guint status_field;
  guint32 sheet_period; /* + 1 */
  StreekPeriodKind part_means;
  GArray *values; /* (element-type ValueColumn) */
  StreekField parts[MAX_PARTS];
  guint64 n_sheet_rows;
} Road;

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
road_init (Road *road, StreekImportReading *reading)
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
  road->values = g_array_new (FALSE, FALSE, sizeof (ValueColumn));

  for (guint i = 0; i < reading->mapping->columns->len; i++)
    g_ptr_array_add (road->measures_of, g_array_new (FALSE, TRUE, sizeof (guint32)));

  GHashTableIter iter;
  gpointer text;
  gpointer id;

  g_hash_table_iter_init (&iter, reading->mapping->missing);

  while (g_hash_table_iter_next (&iter, &text, &id))
    {
      StreekMissing missing;

      if (streek_missing_parse_id (id, &missing) && missing != STREEK_MISSING_NONE &&
          missing <= STREEK_MISSING_NOT_YET)
        streek_missing_words_set (road->words, text, missing);
    }
}

static void
road_clear (Road *road)
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Road, road_clear)

static guint32
add_period (Road *road, StreekPeriod period)
{
  guint32 id = streek_staging_add_period (road->staging, period);
  const char *from = road->reading->mapping->projection_from;
  StreekPeriod first;

  if (id == road->is_projection->len)
    {
      gboolean is_projection =
        from != NULL && streek_period_words_parse (from, strlen (from), &first) &&
        streek_period_get_first_day (period) >= streek_period_get_first_day (first);

      g_array_append_val (road->is_projection, is_projection);
    }

  return id;
}

static guint
find_mapping_index (const StreekMapping *mapping, const StreekMappingColumn *column)
{
  guint index = 0;

  g_ptr_array_find (mapping->columns, column, &index);

  return index;
}

/* The place of a column of the mapping in a list of those with one role. */
static guint
find_place (const StreekMapping *mapping, GPtrArray *list, const StreekMappingColumn *column)
{
  const StreekMappingColumn *copy;

  for (guint i = 0; i < list->len; i++)
    {
      copy = list->pdata[i];
      if (strcmp (copy->header, column->header) == 0)
        return i;
    }

  return NO_FIELD;
}

/* What a bare number in a column of this header is a part of a year of. */
static StreekPeriodKind
guess_part (const char *header)
{
  g_autofree char *folded = g_utf8_casefold (header, -1);

  if (strstr (folded, "kwart") != NULL || strstr (folded, "quarter") != NULL ||
      strstr (folded, "trim") != NULL)
    return STREEK_PERIOD_QUARTER;

  return strstr (folded, "maand") != NULL || strstr (folded, "month") != NULL ||
             strstr (folded, "mois") != NULL
           ? STREEK_PERIOD_MONTH
           : STREEK_PERIOD_NONE;
}

/* A field of a record, or a part of the first one: parts come after all fields. */
static guint
get_field_number (const Road *road, const StreekBoundColumn *bound)
{
  if (road->layout->n_parts > 1 && bound->physical == 0)
    return G_MAXUINT32 / 2 + bound->part;

  return bound->physical;
}

static void
bind_key (Road *road, const StreekBoundColumn *bound)
{
  guint field = get_field_number (road, bound);
  guint place;

  switch (bound->column->role)
    {
    case STREEK_ROLE_AREA_CODE:
    case STREEK_ROLE_AREA_NAME:
    case STREEK_ROLE_AREA_NUTS:
      place = find_place (road->reading->mapping, road->staging->area_columns, bound->column);
      if (place < MAX_KEYS)
        road->area_fields[place] = field;
      break;
    case STREEK_ROLE_BREAKDOWN:
      place = find_place (road->reading->mapping, road->staging->breakdowns, bound->column);
      if (place < MAX_KEYS)
        road->breakdown_fields[place] = field;
      break;
    case STREEK_ROLE_LEVEL:
      road->level_field = field;
      break;
    case STREEK_ROLE_PERIOD:
      road->period_field = field;
      break;
    case STREEK_ROLE_PERIOD_PART:
      road->part_field = field;
      road->part_means = guess_part (bound->header);
      break;
    case STREEK_ROLE_INDICATOR:
      road->indicator_field = field;
      break;
    case STREEK_ROLE_STATUS:
      road->status_field = field;
      break;
    default:
      break;
    }
}

static void
bind_sheet (Road *road)
{
  StreekSheetLayout *layout = road->layout;

  for (guint i = 0; i < MAX_KEYS; i++)
    road->area_fields[i] = road->breakdown_fields[i] = NO_FIELD;
  road->level_field = road->period_field = road->part_field = NO_FIELD;
  road->indicator_field = road->status_field = NO_FIELD;
  road->part_means = STREEK_PERIOD_NONE;
  road->sheet_period =
    layout->period.kind != STREEK_PERIOD_NONE ? add_period (road, layout->period) + 1 : 0;
  g_array_set_size (road->values, 0);

  for (guint i = 0; i < layout->columns->len; i++)
    {
      const StreekBoundColumn *bound = &g_array_index (layout->columns, StreekBoundColumn, i);

      if (bound->column->role != STREEK_ROLE_VALUE)
        {
          bind_key (road, bound);
          continue;
        }

      ValueColumn value = {
        .bound = bound,
        .mapping_index = find_mapping_index (road->reading->mapping, bound->column),
        .period =
          bound->period.kind != STREEK_PERIOD_NONE ? add_period (road, bound->period) + 1 : 0,
      };

      g_array_append_val (road->values, value);
    }
}

static inline const StreekField *
get_field (const Road *road, const StreekRecord *record, guint number)
{
  static const StreekField nothing = { "", 0, STREEK_FIELD_NONE };

  if (number < record->n_fields)
    return &record->fields[number];

  return number >= G_MAXUINT32 / 2 && number - G_MAXUINT32 / 2 < MAX_PARTS
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
intern_key (Road *road, StreekDictionary *texts, const StreekRecord *record, guint number)
{
  const StreekField *field = get_field (road, record, number);
  const char *text = field->text;
  gsize length = field->length;

  trim_key (&text, &length);

  return length > 0 ? streek_dictionary_intern (texts, text, length) + 1 : 0;
}

static void
cut_first_field (Road *road, const StreekRecord *record)
{
  const char *text = record->n_fields > 0 ? record->fields[0].text : "";
  const char *end = text + (record->n_fields > 0 ? record->fields[0].length : 0);

  for (guint i = 0; i < MAX_PARTS; i++)
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
count_filled (const StreekRecord *record)
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

/* A row whose number of cells is not that of the header, or that names no area. */
static StreekRowState
judge_shape (Road *road, const StreekRecord *record)
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
parse_period (Road *road, const char *text, gsize length, StreekPeriod *period)
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
intern_period (Road *road, const char *text, gsize length)
{
  guint32 id = streek_dictionary_intern (road->period_texts, text, length);

  if (id == road->period_of_text->len)
    {
      StreekPeriod period;
      guint32 known =
        parse_period (road, text, length, &period) ? add_period (road, period) + 1 : 0;

      g_array_append_val (road->period_of_text, known);
    }

  return g_array_index (road->period_of_text, guint32, id);
}

/* 1 + the period of the row; 0: it has none. */
static guint32
find_period (Road *road, const StreekRecord *record)
{
  if (road->period_field == NO_FIELD)
    return road->sheet_period;

  const StreekField *field = get_field (road, record, road->period_field);
  const char *text = field->text;
  gsize length = field->length;

  trim_key (&text, &length);
  if (road->part_field == NO_FIELD)
    return intern_period (road, text, length);

  const StreekField *part = get_field (road, record, road->part_field);
  g_autofree char *both =
    g_strdup_printf ("%.*s\t%.*s", (int) length, text, (int) part->length, part->text);

  return intern_period (road, both, strlen (both));
}

static StreekStagedSeries *
find_series (Road *road, const ValueColumn *value, guint32 base, guint32 period)
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

static void
describe_fault (StreekImportFinding *finding, StreekNumberFault fault, const char *text)
{
  if (finding->message != NULL)
    return;

  switch (fault)
    {
    case STREEK_NUMBER_OTHER_MARKS:
      finding->message = g_strdup_printf (
        /* Translators: %s is a cell of a file, such as "1.234,5". */
        _ ("“%s” is not written with the decimal mark of the rest of its column."), text);
      break;
    case STREEK_NUMBER_ERROR_CELL:
      finding->message = g_strdup_printf (
        /* Translators: %s is a cell of a file, such as "#N/A". */
        _ ("“%s” is an error of the spreadsheet, not a figure."), text);
      break;
    case STREEK_NUMBER_DATE:
      finding->message = g_strdup_printf (
        /* Translators: %s is a date. */
        _ ("“%s” is a date; perhaps the spreadsheet made it of a number."), text);
      break;
    case STREEK_NUMBER_NOT_FINITE:
      finding->message = g_strdup_printf (_ ("“%s” is beyond what a figure can be."), text);
      break;
    default:
      finding->message = g_strdup_printf (
        /* Translators: %s is a cell of a file. */
        _ ("“%s” is not a number."), text);
      break;
    }
}

static void
reject_cell (Road *road,
             const ValueColumn *value,
             const StreekField *field,
             StreekNumberFault fault,
             guint32 row)
{
  static const char *const ids[] = { "",
                                     "number/not-a-number",
                                     "number/other-marks",
                                     "number/error-cell",
                                     "number/date",
                                     "number/not-finite" };
  g_autofree char *text = g_utf8_make_valid (field->text, (gssize) MIN (field->length, 60));
  StreekImportFinding *finding =
    streek_import_add_finding (road->reading->import, STREEK_IMPORT_REJECTED, ids[fault],
                               road->staging, row, value->bound->header, NULL);

  describe_fault (finding, fault, text);
}

static void
note_missing (Road *road, const StreekField *field, guint32 row, StreekMissing missing)
{
  g_autofree char *valid = g_utf8_make_valid (field->text, (gssize) MIN (field->length, 60));
  const char *text = g_strstrip (valid);
  StreekImportFinding *finding = streek_import_add_finding (
    road->reading->import, STREEK_IMPORT_NOTE, "number/missing", road->staging, row, NULL, text);

  if (finding->message == NULL)
    finding->message = g_strdup_printf (
      /* Translators: %1$s is what a file has in the place of a number, such as ":"; %2$s a kind of
       * missing value, such as "unknown". */
      _ ("“%1$s” is taken for: %2$s."), text, streek_missing_get_label (missing));
}

static void
note_qualifier (Road *road, const ValueColumn *value, const StreekField *field, guint32 row)
{
  g_autofree char *text = g_utf8_make_valid (field->text, (gssize) MIN (field->length, 60));
  StreekImportFinding *finding =
    streek_import_add_finding (road->reading->import, STREEK_IMPORT_WARNING, "number/qualified",
                               road->staging, row, value->bound->header, NULL);

  if (finding->message == NULL)
    finding->message = g_strdup_printf (
      /* Translators: %s is a cell of a file, such as "<5". */
      _ ("“%s” is no exact figure: its number is taken as an estimate, with the sign beside it."),
      text);
}

/* One value over several columns is not the value of each of them. */
static void
note_merged (Road *road, const ValueColumn *value, guint32 row, StreekNumber *number)
{
  StreekImportFinding *finding =
    streek_import_add_finding (road->reading->import, STREEK_IMPORT_WARNING, "number/merged",
                               road->staging, row, value->bound->header, NULL);

  if (finding->message == NULL)
    finding->message = g_strdup (
      _ ("Cells are merged here: one figure for several columns. What each has is hidden."));

  number->value = NAN;
  number->missing = STREEK_MISSING_HIDDEN;
  number->status = STREEK_STATUS_FINAL;
}

static StreekNumberFault
read_value (
  Road *road, const ValueColumn *value, const StreekField *field, guint32 row, StreekNumber *number)
{
  StreekImportReading *reading = road->reading;
  StreekNumberFault fault = streek_number_read (field->text, field->length, field->flags,
                                                road->words, reading->marks[value->mapping_index],
                                                &reading->evidence[value->mapping_index], number);

  if (fault != STREEK_NUMBER_OK)
    {
      reject_cell (road, value, field, fault, row);
      return fault;
    }

  if (G_UNLIKELY (field->flags & STREEK_FIELD_MERGED))
    note_merged (road, value, row, number);
  else if (G_UNLIKELY (number->missing != STREEK_MISSING_NONE && !number->is_blank))
    note_missing (road, field, row, number->missing);
  else if (G_UNLIKELY (number->qualifier != STREEK_QUALIFIER_NONE))
    note_qualifier (road, value, field, row);

  return STREEK_NUMBER_OK;
}

static void
apply_status (Road *road, const StreekRecord *record, guint32 period, StreekNumber *number)
{
  if (number->missing != STREEK_MISSING_NONE)
    return;

  if (G_UNLIKELY (g_array_index (road->is_projection, gboolean, period)))
    number->status = STREEK_STATUS_PROJECTION;

  if (road->status_field != NO_FIELD)
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

static StreekRowState
refuse_period (Road *road, const StreekRecord *record, guint32 row)
{
  /* no column says it, which is asked */
  if (road->period_field == NO_FIELD)
    return STREEK_ROW_BAD_PERIOD;

  const StreekField *field = get_field (road, record, road->period_field);
  g_autofree char *text = g_utf8_make_valid (field->text, (gssize) MIN (field->length, 60));
  StreekImportFinding *finding =
    streek_import_add_finding (road->reading->import, STREEK_IMPORT_REJECTED, "period/unknown",
                               road->staging, row, NULL, g_strstrip (text));

  if (finding->message == NULL)
    finding->message = g_strdup_printf (
      /* Translators: %s is a cell of a file. */
      _ ("“%s” is not a period."), text);

  return STREEK_ROW_BAD_PERIOD;
}

/* FALSE where a member other than the chosen one stands there. */
static gboolean
find_base (Road *road, const StreekRecord *record, guint32 *base)
{
  StreekStaging *staging = road->staging;
  guint32 texts[MAX_KEYS + 1] = { 0 };
  guint n = MIN (staging->breakdowns->len, MAX_KEYS);

  *base = 0;
  if (n == 0 && road->indicator_field == NO_FIELD)
    {
      if (streek_dictionary_get_n (staging->bases) == 0)
        streek_dictionary_intern (staging->bases, (const char *) texts, sizeof texts[0]);
      return TRUE;
    }

  if (road->indicator_field != NO_FIELD)
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
stage_values (Road *road, const StreekRecord *record, guint32 area, guint32 base, guint32 row)
{
  guint32 row_period = 0;
  gboolean has_period = FALSE;
  guint n_staged = 0;
  StreekRowState state = STREEK_ROW_BAD_NUMBER;

  for (guint i = 0; i < road->values->len; i++)
    {
      const ValueColumn *value = &g_array_index (road->values, ValueColumn, i);
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

      const StreekField *field = get_field (road, record, get_field_number (road, value->bound));

      if (read_value (road, value, field, row, &number) != STREEK_NUMBER_OK)
        {
          road->reading->import->n_bad_cells++;
          continue;
        }

      apply_status (road, record, period - 1, &number);
      streek_staged_series_add (find_series (road, value, base, period - 1), area, row, &number);
      n_staged++;
    }

  return n_staged > 0 ? STREEK_ROW_PENDING : state;
}

static StreekRowState
refuse_shape (Road *road, const StreekRecord *record, guint32 row)
{
  StreekImportFinding *finding = streek_import_add_finding (
    road->reading->import, STREEK_IMPORT_REJECTED, "row/shape", road->staging, row, NULL, NULL);

  if (finding->message == NULL)
    finding->message =
      g_strdup_printf (ngettext ("The row has %1$u cell, the header %2$u.",
                                 "The row has %1$u cells, the header %2$u.", record->n_fields),
                       record->n_fields, road->layout->n_columns);

  return STREEK_ROW_BAD_SHAPE;
}

static StreekRowState
read_row (Road *road, const StreekRecord *record, guint32 row)
{
  StreekStaging *staging = road->staging;
  guint32 texts[MAX_KEYS + 1] = { 0 };
  guint n = MIN (staging->area_columns->len, MAX_KEYS);
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
        return refuse_shape (road, record, row);
      if (state != STREEK_ROW_PENDING)
        return state;
    }

  if (road->level_field != NO_FIELD)
    texts[staging->area_columns->len] =
      intern_key (road, staging->area_texts, record, road->level_field);

  if (!find_base (road, record, &base))
    return STREEK_ROW_OTHER_MEMBER;

  return stage_values (road, record, streek_staging_intern_area (staging, texts, row), base, row);
}

static void
keep_line (Road *road, guint32 row, guint64 line)
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

static gboolean
read_records (Road *road, StreekRecordReader *reader, GCancellable *cancellable, GError **error)
{
  StreekImportReading *reading = road->reading;
  GByteArray *states = road->staging->row_states;
  guint first_data = road->layout->header_row + road->layout->n_header_rows;
  GError *fault = NULL;
  StreekRecord record;

  while (streek_record_reader_next (reader, &record, &fault))
    {
      guint32 row = road->n_rows++;
      guint8 state = STREEK_ROW_TITLE;

      if (states->len == row)
        g_byte_array_set_size (states, row + row / 2 + 4096);

      keep_line (road, row, record.line);

      if (G_LIKELY (road->n_sheet_rows >= first_data))
        state = (guint8) read_row (road, &record, row);
      else if (road->n_sheet_rows >= road->layout->header_row)
        state = STREEK_ROW_HEADER;
      else if (count_filled (&record) == 0)
        state = STREEK_ROW_BLANK;

      states->data[row] = state;
      road->n_sheet_rows++;

      if (road->n_rows % ROWS_BETWEEN_CHECKS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (reading->progress != NULL)
            reading->progress (streek_record_reader_get_progress (reader), reading->data);
        }

      if (road->n_rows == G_MAXUINT32 - 1)
        break;
    }

  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }

  return TRUE;
}

static void
skip_sheet (Road *road, const char *name, const StreekSheetLayout *layout)
{
  StreekImportFinding *finding = streek_import_add_finding (
    road->reading->import, STREEK_IMPORT_NOTE, "sheet/not-read", NULL, -1, NULL, name);

  g_free (finding->sheet);
  finding->sheet = g_strdup (name);
  if (finding->message == NULL)
    finding->message = g_strdup_printf (
      /* Translators: %1$s is a sheet of a spreadsheet, %2$s the header of a column. */
      _ ("The sheet “%1$s” is not read: it has no column “%2$s”."), name,
      layout->missing != NULL ? layout->missing : "");
}

static void
note_layout (Road *road, guint32 first_row)
{
  StreekImport *import = road->reading->import;

  if (road->layout->doubled == NULL)
    return;

  StreekImportFinding *finding =
    streek_import_add_finding (import, STREEK_IMPORT_QUESTION, "header/double", road->staging,
                               first_row, road->layout->doubled, NULL);

  if (finding->message == NULL)
    finding->message = g_strdup_printf (
      /* Translators: %s is the header of a column. */
      _ ("Two columns are called “%s”. Give them different names in the file."),
      road->layout->doubled);
}

static gboolean
read_sheet (Road *road, guint sheet, gboolean is_only, GCancellable *cancellable, GError **error)
{
  StreekSource *source = road->reading->source;
  const char *name = streek_source_get_sheet_name (source, sheet);

  if (!streek_mapping_wants_sheet (road->reading->mapping, name != NULL ? name : ""))
    return TRUE;

  g_autoptr (StreekGrid) grid =
    streek_grid_read (source, sheet, STREEK_GRID_ROWS, cancellable, error);

  if (grid == NULL)
    return FALSE;

  g_clear_pointer (&road->layout, streek_sheet_layout_free);
  road->layout = streek_sheet_layout_new (road->reading->mapping, source, sheet, grid);

  if (!streek_sheet_layout_fits (road->layout))
    {
      if (!is_only)
        {
          skip_sheet (road, name, road->layout);
          return TRUE;
        }

      g_set_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_UNKNOWN,
                   /* Translators: %s is the header of a column. */
                   _ ("The file has no column “%s”."), road->layout->missing);
      return FALSE;
    }

  g_autoptr (StreekRecordReader) reader =
    streek_record_reader_new (source, sheet, cancellable, error);

  if (reader == NULL)
    return FALSE;

  StreekStagedSheet *staged = g_new0 (StreekStagedSheet, 1);

  staged->sheet = sheet;
  staged->name = g_strdup (name != NULL ? name : "");
  staged->first_row = road->n_rows;
  g_ptr_array_add (road->staging->sheets, staged);
  road->n_sheet_rows = 0;
  bind_sheet (road);
  note_layout (road, road->n_rows);

  gboolean done = read_records (road, reader, cancellable, error);

  staged->n_rows = road->n_rows - staged->first_row;

  return done;
}

/**
 * streek_import_stage:
 * @reading: what to read, with which marks; what the numbers tell is added to its evidence
 * @error: return location for a #StreekSourceError, or %STREEK_IMPORT_ERROR_UNKNOWN where no sheet
 *   has the columns of the mapping
 *
 * Reads every sheet that has the columns. Every row gets a state; those that hold figures are
 * pending until a target settles them.
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 */
StreekStaging *
streek_import_stage (StreekImportReading *reading, GCancellable *cancellable, GError **error)
{
  g_auto (Road) road = { 0 };
  guint n_sheets = streek_source_get_n_sheets (reading->source);

  road_init (&road, reading);

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
