/* streek-staging.c: what was read of a file, by its own words, before anything is made of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-staging.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define FIRST_SLOTS 1024
#define FIRST_ROOM 64

typedef struct
{
  const char *text;
  guint32 length;
  guint32 hash;
} Entry;

struct _StreekDictionary
{
  GStringChunk *texts;
  GArray *entries; /* of Entry */
  guint32 *slots;  /* id + 1 */
  guint32 n_slots; /* a power of two */
  guint32 last;    /* the one found last: the next is often the same, or the one after it */
};

StreekDictionary *
streek_dictionary_new (void)
{
  StreekDictionary *dictionary = g_new0 (StreekDictionary, 1);

  dictionary->texts = g_string_chunk_new (16384);
  dictionary->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  dictionary->n_slots = FIRST_SLOTS;
  dictionary->slots = g_new0 (guint32, FIRST_SLOTS);

  return dictionary;
}

void
streek_dictionary_free (StreekDictionary *dictionary)
{
  if (dictionary == NULL)
    return;

  g_string_chunk_free (dictionary->texts);
  g_array_unref (dictionary->entries);
  g_free (dictionary->slots);
  g_free (dictionary);
}

/* FNV-1a: short texts, and nobody gains by collisions in a file of their own. */
static guint32
hash_text (const char *text, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) text[i]) * 16777619u;

  return hash ^ (hash >> 15);
}

static gboolean
is_entry (const StreekDictionary *dictionary, guint32 id, const char *text, gsize length)
{
  const Entry *entry = &g_array_index (dictionary->entries, Entry, id);

  return entry->length == length && memcmp (entry->text, text, length) == 0;
}

static void
grow (StreekDictionary *dictionary)
{
  guint32 n_slots = dictionary->n_slots * 2;

  g_free (dictionary->slots);
  dictionary->slots = g_new0 (guint32, n_slots);
  dictionary->n_slots = n_slots;

  for (guint32 id = 0; id < dictionary->entries->len; id++)
    {
      guint32 slot = g_array_index (dictionary->entries, Entry, id).hash & (n_slots - 1);

      while (dictionary->slots[slot] != 0)
        slot = (slot + 1) & (n_slots - 1);
      dictionary->slots[slot] = id + 1;
    }
}

static guint32
find_or_add (StreekDictionary *dictionary, const char *text, gsize length)
{
  guint32 hash = hash_text (text, length);
  guint32 slot = hash & (dictionary->n_slots - 1);

  while (dictionary->slots[slot] != 0)
    {
      guint32 id = dictionary->slots[slot] - 1;

      if (g_array_index (dictionary->entries, Entry, id).hash == hash &&
          is_entry (dictionary, id, text, length))
        return id;

      slot = (slot + 1) & (dictionary->n_slots - 1);
    }

  Entry entry = { g_string_chunk_insert_len (dictionary->texts, text, (gssize) length),
                  (guint32) length, hash };
  guint32 id = dictionary->entries->len;

  g_array_append_val (dictionary->entries, entry);
  dictionary->slots[slot] = id + 1;
  if (dictionary->entries->len * 2 > dictionary->n_slots)
    grow (dictionary);

  return id;
}

/**
 * streek_dictionary_intern:
 * @text: (array length=length): bytes, which are copied
 *
 * Returns: the number of the text, from 0
 */
guint32
streek_dictionary_intern (StreekDictionary *dictionary, const char *text, gsize length)
{
  guint32 last = dictionary->last;
  guint32 n = dictionary->entries->len;

  if (last < n && is_entry (dictionary, last, text, length))
    return last;

  if (last + 1 < n && is_entry (dictionary, last + 1, text, length))
    return dictionary->last = last + 1;

  return dictionary->last = find_or_add (dictionary, text, length);
}

const char *
streek_dictionary_get (const StreekDictionary *dictionary, guint32 id)
{
  return g_array_index (dictionary->entries, Entry, id).text;
}

guint32
streek_dictionary_get_n (const StreekDictionary *dictionary)
{
  return dictionary->entries->len;
}

gboolean
streek_row_state_is_rejected (StreekRowState state)
{
  return state >= STREEK_ROW_BAD_NUMBER;
}

const char *
streek_row_state_get_id (StreekRowState state)
{
  static const char *const ids[] = {
    "pending",       "taken",        "blank",          "title",
    "header",        "footer",       "other-member",   "duplicate",
    "left-out",      "foreign",      "bad-number",     "bad-period",
    "bad-shape",     "unknown-area", "ambiguous-area", "unknown-indicator",
    "contradiction",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (ids) == STREEK_ROW_N_STATES);

  return ids[state];
}

/**
 * streek_row_state_get_label:
 *
 * Returns: why a row was ignored or rejected, translated
 */
const char *
streek_row_state_get_label (StreekRowState state)
{
  static const char *const labels[] = {
    NC_ ("row of a file", "Not decided"),
    NC_ ("row of a file", "Taken"),
    NC_ ("row of a file", "Blank line"),
    NC_ ("row of a file", "Title above the header"),
    NC_ ("row of a file", "Header"),
    NC_ ("row of a file", "Text under the figures"),
    NC_ ("row of a file", "Other member of a breakdown"),
    NC_ ("row of a file", "Says the same as another row"),
    NC_ ("row of a file", "Left out on purpose"),
    NC_ ("row of a file", "Area of another country"),
    NC_ ("row of a file", "Not a number"),
    NC_ ("row of a file", "Not a period"),
    NC_ ("row of a file", "Other number of cells than the header"),
    NC_ ("row of a file", "Unknown area"),
    NC_ ("row of a file", "Area with several meanings"),
    NC_ ("row of a file", "Unknown indicator"),
    NC_ ("row of a file", "Contradicts another row"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == STREEK_ROW_N_STATES);

  return g_dpgettext2 (NULL, "row of a file", labels[state]);
}

static void
series_free (gpointer data)
{
  StreekStagedSeries *series = data;

  streek_staged_series_drop_facts (series);
  g_free (series);
}

static void
sheet_free (gpointer data)
{
  StreekStagedSheet *sheet = data;

  g_clear_pointer (&sheet->asides, g_ptr_array_unref);
  g_free (sheet->name);
  g_free (sheet);
}

static gboolean
is_area_role (StreekRole role)
{
  return role == STREEK_ROLE_AREA_CODE || role == STREEK_ROLE_AREA_NAME ||
         role == STREEK_ROLE_AREA_NUTS;
}

/**
 * streek_staging_new:
 * @mapping: copied
 *
 * Returns: (transfer full): nothing read yet
 */
StreekStaging *
streek_staging_new (const StreekMapping *mapping)
{
  StreekStaging *staging = g_new0 (StreekStaging, 1);

  staging->mapping = streek_mapping_copy (mapping);
  staging->area_columns = g_ptr_array_new ();
  staging->area_texts = streek_dictionary_new ();
  staging->areas = streek_dictionary_new ();
  staging->area_first_rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  staging->breakdowns = g_ptr_array_new ();
  staging->base_texts = streek_dictionary_new ();
  staging->bases = streek_dictionary_new ();
  staging->measures = g_array_new (FALSE, FALSE, sizeof (StreekStagedMeasure));
  staging->periods = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  staging->series = g_ptr_array_new_with_free_func (series_free);
  staging->row_states = g_byte_array_new ();
  staging->sheets = g_ptr_array_new_with_free_func (sheet_free);

  for (guint i = 0; i < staging->mapping->columns->len; i++)
    {
      StreekMappingColumn *column = staging->mapping->columns->pdata[i];

      if (is_area_role (column->role))
        g_ptr_array_add (staging->area_columns, column);
      else if (column->role == STREEK_ROLE_BREAKDOWN)
        g_ptr_array_add (staging->breakdowns, column);

      staging->has_level = staging->has_level || column->role == STREEK_ROLE_LEVEL;
      staging->has_indicator = staging->has_indicator || column->role == STREEK_ROLE_INDICATOR;
    }

  return staging;
}

void
streek_staging_free (StreekStaging *staging)
{
  if (staging == NULL)
    return;

  g_ptr_array_unref (staging->area_columns);
  streek_dictionary_free (staging->area_texts);
  streek_dictionary_free (staging->areas);
  g_array_unref (staging->area_first_rows);
  g_ptr_array_unref (staging->breakdowns);
  streek_dictionary_free (staging->base_texts);
  streek_dictionary_free (staging->bases);
  g_array_unref (staging->measures);
  g_array_unref (staging->periods);
  g_ptr_array_unref (staging->series);
  g_byte_array_unref (staging->row_states);
  g_clear_pointer (&staging->lines, g_array_unref);
  g_ptr_array_unref (staging->sheets);
  streek_mapping_free (staging->mapping);
  g_free (staging);
}

/**
 * streek_staging_add_period:
 *
 * Returns: its number; the same period has the same
 */
guint32
streek_staging_add_period (StreekStaging *staging, StreekPeriod period)
{
  for (guint32 i = 0; i < staging->periods->len; i++)
    if (streek_period_equal (g_array_index (staging->periods, StreekPeriod, i), period))
      return i;

  g_array_append_val (staging->periods, period);

  return staging->periods->len - 1;
}

/**
 * streek_staging_intern_area:
 * @texts: a text a column and the level: 1 + its number in area_texts, 0 for an empty cell
 * @row: where it stands
 *
 * Returns: the number of the area
 */
guint32
streek_staging_intern_area (StreekStaging *staging, const guint32 *texts, guint32 row)
{
  gsize size = (staging->area_columns->len + 1) * sizeof *texts;
  guint32 id = streek_dictionary_intern (staging->areas, (const char *) texts, size);

  if (id == staging->area_first_rows->len)
    g_array_append_val (staging->area_first_rows, row);

  return id;
}

guint32
streek_staging_find_measure (StreekStaging *staging,
                             const StreekMappingColumn *column,
                             guint32 base)
{
  for (guint32 i = staging->measures->len; i > 0; i--)
    {
      const StreekStagedMeasure *measure =
        &g_array_index (staging->measures, StreekStagedMeasure, i - 1);

      if (measure->column == column && measure->base == base)
        return i - 1;
    }

  StreekStagedMeasure measure = { column, base };

  g_array_append_val (staging->measures, measure);

  return staging->measures->len - 1;
}

/**
 * streek_staging_get_series:
 *
 * Returns: (transfer none): a new, empty series; whoever asks keeps it
 */
StreekStagedSeries *
streek_staging_get_series (StreekStaging *staging, guint32 measure, guint32 period)
{
  StreekStagedSeries *series = g_new0 (StreekStagedSeries, 1);

  series->measure = measure;
  series->period = period;
  g_ptr_array_add (staging->series, series);

  return series;
}

static void
make_room (StreekStagedSeries *series)
{
  series->room = series->room == 0 ? FIRST_ROOM : series->room + series->room / 2;
  series->areas = g_renew (guint32, series->areas, series->room);
  series->rows = g_renew (guint32, series->rows, series->room);
  series->values = g_renew (double, series->values, series->room);
  series->metas = g_renew (guint8, series->metas, series->room);
}

void
streek_staged_series_add (StreekStagedSeries *series,
                          guint32 area,
                          guint32 row,
                          const StreekNumber *number)
{
  guint32 fact = series->n;

  if (fact == series->room)
    make_room (series);

  series->areas[fact] = area;
  series->rows[fact] = row;
  series->values[fact] = number->value;
  series->metas[fact] =
    (guint8) (number->missing | (number->status << 3) | (number->is_blank ? 0x20 : 0));
  series->n++;

  if (number->qualifier != STREEK_QUALIFIER_NONE || number->flag[0] != '\0')
    {
      StreekStagedNote note = { .fact = fact, .qualifier = number->qualifier };

      memcpy (note.flag, number->flag, sizeof note.flag);
      if (series->notes == NULL)
        series->notes = g_array_new (FALSE, FALSE, sizeof (StreekStagedNote));
      g_array_append_val (series->notes, note);
    }
}

/**
 * streek_staged_series_add_rejected:
 *
 * Notes that there is a part of a total in that row which cannot be read. It says nothing by
 * itself, but without it the others are no total.
 */
void
streek_staged_series_add_rejected (StreekStagedSeries *series, guint32 area, guint32 row)
{
  const StreekNumber nothing = {
    .value = NAN,
    .missing = STREEK_MISSING_UNKNOWN,
    .status = STREEK_STATUS_FINAL,
    .is_blank = TRUE,
  };

  streek_staged_series_add (series, area, row, &nothing);
  series->metas[series->n - 1] |= 0x40;
}

/**
 * streek_staged_series_drop_facts:
 *
 * Gives the memory of its facts back; it stays known that there was such a series.
 */
void
streek_staged_series_drop_facts (StreekStagedSeries *series)
{
  g_clear_pointer (&series->areas, g_free);
  g_clear_pointer (&series->rows, g_free);
  g_clear_pointer (&series->values, g_free);
  g_clear_pointer (&series->metas, g_free);
  g_clear_pointer (&series->notes, g_array_unref);
  series->n = series->room = 0;
}

static const char *
get_tuple_text (const StreekDictionary *tuples,
                const StreekDictionary *texts,
                guint32 tuple,
                guint at)
{
  guint32 id;

  memcpy (&id, streek_dictionary_get (tuples, tuple) + at * sizeof id, sizeof id);

  return id > 0 ? streek_dictionary_get (texts, id - 1) : NULL;
}

const char *
streek_staging_get_area_text (const StreekStaging *staging, guint32 area, guint column)
{
  return get_tuple_text (staging->areas, staging->area_texts, area, column);
}

const char *
streek_staging_get_level_text (const StreekStaging *staging, guint32 area)
{
  return get_tuple_text (staging->areas, staging->area_texts, area, staging->area_columns->len);
}

const char *
streek_staging_get_indicator_text (const StreekStaging *staging, guint32 base)
{
  return get_tuple_text (staging->bases, staging->base_texts, base, 0);
}

const char *
streek_staging_get_member (const StreekStaging *staging, guint32 base, guint breakdown)
{
  const char *member = get_tuple_text (staging->bases, staging->base_texts, base, breakdown + 1);

  return member != NULL ? member : "";
}

guint64
streek_staging_get_line (const StreekStaging *staging, guint32 row)
{
  const StreekStagedSheet *sheet = streek_staging_get_sheet (staging, row);

  if (staging->lines != NULL && row < staging->lines->len)
    return g_array_index (staging->lines, guint32, row);

  return sheet != NULL ? row - sheet->first_row + 1 : row + 1;
}

const StreekStagedSheet *
streek_staging_get_sheet (const StreekStaging *staging, guint32 row)
{
  for (guint i = staging->sheets->len; i > 0; i--)
    {
      const StreekStagedSheet *sheet = staging->sheets->pdata[i - 1];

      if (row >= sheet->first_row)
        return sheet;
    }

  return NULL;
}

void
streek_staging_settle (StreekStaging *staging, guint32 row, StreekRowState state)
{
  guint8 *now = &staging->row_states->data[row];

  if (state == STREEK_ROW_TAKEN || *now == STREEK_ROW_PENDING)
    *now = (guint8) state;
}
