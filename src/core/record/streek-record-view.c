/* streek-record-view.c: what the words of records are made with: records, areas, indicators, today
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-view.h"

#include "indicator/streek-figure-place.h"
#include "record/streek-record-columns.h"
#include "record/streek-record-portrait.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A summary stands on two or three lines. */
#define SUMMARY_CHARS 160
/* No record is part of a part of a part this deep. */
#define MAX_LEVELS 8

struct _StreekRecordView
{
  gatomicrefcount references;
  StreekRecords *records;
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  StreekDate today;
  const StreekFormat *format;
  StreekRecordFigures *figures; /* (nullable) */

  GMutex mutex;        /* of the two that follow */
  GHashTable *columns; /* StreekRecordKind → GPtrArray */
  GHashTable *parts;   /* StreekRecordKind → GArray of Part */
  GHashTable *folded;  /* StreekRecord → its text as it is searched */
};

/**
 * streek_record_view_new:
 * @today: the day that "overdue" and "coming up" are held against
 *
 * Returns: (transfer full): a view that holds a reference to each of the three
 */
StreekRecordView *
streek_record_view_new (StreekRecords *records,
                        StreekAreas *areas,
                        StreekCatalogue *catalogue,
                        StreekDate today,
                        const StreekFormat *format)
{
  g_return_val_if_fail (records != NULL && areas != NULL && catalogue != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  StreekRecordView *view = g_new0 (StreekRecordView, 1);

  g_atomic_ref_count_init (&view->references);
  view->records = streek_records_ref (records);
  view->areas = streek_areas_ref (areas);
  view->catalogue = streek_catalogue_ref (catalogue);
  view->today = today;
  view->format = format;
  g_mutex_init (&view->mutex);
  view->columns = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  view->parts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  view->folded = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return view;
}

StreekRecordView *
streek_record_view_preview (StreekRecordView *view, StreekRecordChanges *changes)
{
  g_return_val_if_fail (view != NULL && changes != NULL, NULL);

  g_autoptr (StreekRecords) records = streek_record_changes_preview (changes, view->records);

  return streek_record_view_new (records, view->areas, view->catalogue, view->today, view->format);
}

StreekRecordView *
streek_record_view_ref (StreekRecordView *view)
{
  g_atomic_ref_count_inc (&view->references);

  return view;
}

void
streek_record_view_unref (StreekRecordView *view)
{
  if (view == NULL || !g_atomic_ref_count_dec (&view->references))
    return;

  streek_records_unref (view->records);
  streek_areas_unref (view->areas);
  streek_catalogue_unref (view->catalogue);
  streek_record_figures_unref (view->figures);
  g_hash_table_unref (view->columns);
  g_hash_table_unref (view->parts);
  g_hash_table_unref (view->folded);
  g_mutex_clear (&view->mutex);
  g_free (view);
}

void
streek_record_view_set_figures (StreekRecordView *view, StreekRecordFigures *figures)
{
  g_return_if_fail (view != NULL && view->figures == NULL && figures != NULL);

  view->figures = streek_record_figures_ref (figures);
}

StreekRecords *
streek_record_view_get_records (const StreekRecordView *view)
{
  return view->records;
}

StreekAreas *
streek_record_view_get_areas (const StreekRecordView *view)
{
  return view->areas;
}

StreekCatalogue *
streek_record_view_get_catalogue (const StreekRecordView *view)
{
  return view->catalogue;
}

StreekDate
streek_record_view_get_today (const StreekRecordView *view)
{
  return view->today;
}

const StreekFormat *
streek_record_view_get_format (const StreekRecordView *view)
{
  return view->format;
}

const StreekLatest *
streek_record_view_find_figure (const StreekRecordView *view,
                                const StreekRecord *record,
                                guint which)
{
  g_return_val_if_fail (view != NULL && record != NULL, NULL);

  const StreekRecordKind *kind = streek_record_get_kind (record);
  StreekLatestQuery queries[STREEK_RECORD_MAX_FIGURES] = { 0 };

  if (view->figures == NULL || kind->ask_figures == NULL ||
      kind->ask_figures (record, view->records, queries) <= which)
    return NULL;

  return streek_record_figures_find (view->figures, &queries[which]);
}

/* (nullable): of the first figure that it asks for */
static const StreekIndicator *
find_indicator (const StreekRecordView *view, const StreekRecord *record, StreekLatestQuery *first)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  StreekLatestQuery queries[STREEK_RECORD_MAX_FIGURES] = { 0 };

  if (kind->ask_figures == NULL || kind->ask_figures (record, view->records, queries) == 0)
    return NULL;

  *first = queries[0];

  return streek_catalogue_find (view->catalogue, queries[0].indicator, NULL);
}

char *
streek_record_view_dup_figure_place (const StreekRecordView *view,
                                     const StreekRecord *record,
                                     const char *noun)
{
  g_return_val_if_fail (view != NULL && record != NULL && noun != NULL, NULL);

  StreekLatestQuery query;
  const StreekIndicator *indicator = find_indicator (view, record, &query);

  if (indicator == NULL)
    return NULL;

  g_autofree char *rests = streek_record_dup_place (record);

  return streek_latest_dup_place (streek_record_view_find_figure (view, record, 0), noun,
                                  indicator->code, query.area,
                                  strcmp (noun, "chart") == 0 ? rests : NULL);
}

char *
streek_record_view_dup_figure_words (const StreekRecordView *view, const StreekRecord *record)
{
  g_return_val_if_fail (view != NULL && record != NULL, NULL);

  StreekLatestQuery query;
  const StreekIndicator *indicator = find_indicator (view, record, &query);
  const StreekLatest *latest = streek_record_view_find_figure (view, record, 0);

  if (indicator == NULL)
    return NULL;

  g_autofree char *words =
    latest != NULL ? streek_latest_dup_words (latest, indicator, view->format) : NULL;
  /* what has no figure names its area itself */
  g_autofree char *name = query.area != NULL && (latest == NULL || latest->elsewhere == NULL)
                            ? streek_record_view_dup_area_name (view, query.area)
                            : NULL;

  if (words != NULL && name != NULL)
    return g_strdup_printf ("%s · %s", words, name);

  return g_strdup (words != NULL ? words : name);
}

char *
streek_record_view_dup_area_name (const StreekRecordView *view, const char *area)
{
  g_return_val_if_fail (view != NULL && area != NULL, NULL);

  const StreekArea *found = streek_areas_resolve_ref (
    view->areas, area, streek_areas_get_newest_date (view->areas), NULL, NULL);

  return found != NULL ? streek_area_dup_label (found) : g_strdup (area);
}

char *
streek_record_view_dup_indicator_name (const StreekRecordView *view, const char *code)
{
  g_return_val_if_fail (view != NULL && code != NULL, NULL);

  const StreekIndicator *indicator = streek_catalogue_find (view->catalogue, code, NULL);

  return g_strdup (indicator != NULL ? indicator->name : code);
}

char *
streek_record_view_dup_text (const StreekRecordView *view, const StreekRecord *record, guint i)
{
  g_return_val_if_fail (view != NULL && record != NULL, NULL);

  const StreekRecordKind *kind = streek_record_get_kind (record);

  g_return_val_if_fail (i < kind->n_fields, NULL);

  const StreekRecordField *field = &kind->fields[i];

  if (!streek_record_has (record, i))
    return g_strdup ("");

  switch (field->type)
    {
    case STREEK_RECORD_CHOICE:
      return g_strdup (streek_record_field_get_word (field, streek_record_get_text (record, i)));
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
      return streek_record_dup_number (record, view, i);
    case STREEK_RECORD_FLAG:
      return g_strdup (C_ ("record", "Yes"));
    case STREEK_RECORD_DAY:
      return streek_format_date (view->format, streek_record_get_day (record, i));
    case STREEK_RECORD_PERIOD:
      return streek_format_period (view->format, streek_record_get_period (record, i));
    case STREEK_RECORD_REFERENCE:
      return streek_records_dup_title (view->records, field->target,
                                       streek_record_get_reference (record, i));
    case STREEK_RECORD_AREA:
      return streek_record_view_dup_area_name (view, streek_record_get_text (record, i));
    case STREEK_RECORD_INDICATOR:
      return streek_record_view_dup_indicator_name (view, streek_record_get_text (record, i));
    case STREEK_RECORD_BYTES:
      return g_format_size (streek_record_get_size (record, i));
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_LIST:
    default:
      return g_strdup (streek_record_get_text (record, i));
    }
}

/* A flag by what it is called: "Yes" says nothing without the head of its column. */
static char *
dup_shown (const StreekRecordView *view, const StreekRecord *record, guint field)
{
  const StreekRecordField *shown = &streek_record_get_kind (record)->fields[field];

  if (shown->type == STREEK_RECORD_FLAG)
    return g_strdup (streek_record_get_flag (record, field) ? streek_record_field_get_label (shown)
                                                            : "");

  return streek_record_view_dup_text (view, record, field);
}

static void
append_shown (GString *words, const StreekRecordView *view, const StreekRecord *record, guint field)
{
  g_autofree char *text = dup_shown (view, record, field);

  if (*text == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, text);
}

char *
streek_record_view_dup_summary (const StreekRecordView *view,
                                const StreekRecord *record,
                                int without)
{
  g_return_val_if_fail (view != NULL && record != NULL, NULL);

  const StreekRecordKind *kind = streek_record_get_kind (record);

  if (kind->dup_summary != NULL)
    return kind->dup_summary (record, view);

  GString *words = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      gboolean is_title = kind->dup_title == NULL && i == kind->title;

      if ((kind->fields[i].flags & STREEK_RECORD_SHOWN) != 0 && !is_title && (int) i != without)
        append_shown (words, view, record, i);
    }

  g_strdelimit (words->str, "\n", ' ');
  if (g_utf8_strlen (words->str, -1) > SUMMARY_CHARS)
    {
      g_string_truncate (
        words, (gsize) (g_utf8_offset_to_pointer (words->str, SUMMARY_CHARS) - words->str));
      g_string_append (words, "…");
    }

  return g_string_free (words, FALSE);
}

/* What is kept under @key; where nothing is, what @made is, which is taken. Any thread. */
static gpointer
keep (const StreekRecordView *view, GHashTable *table, gconstpointer key, gpointer made)
{
  GMutex *mutex = (GMutex *) &view->mutex;

  g_mutex_lock (mutex);

  gpointer kept = g_hash_table_lookup (table, key);

  if (kept == NULL && made != NULL)
    {
      kept = made;
      g_hash_table_insert (table, (gpointer) key, g_steal_pointer (&made));
    }

  g_mutex_unlock (mutex);

  if (made != NULL) /* another thread was first */
    {
      if (table == view->columns)
        g_ptr_array_unref (made);
      else if (table == view->parts)
        g_array_unref (made);
      else
        g_free (made);
    }

  return kept;
}

const GPtrArray *
streek_record_view_get_columns (const StreekRecordView *view, const StreekRecordKind *kind)
{
  g_return_val_if_fail (view != NULL && kind != NULL, NULL);

  const GPtrArray *columns = keep (view, view->columns, kind, NULL);

  return columns != NULL ? columns
                         : keep (view, view->columns, kind, streek_record_kind_list_columns (kind));
}

/* A number is found however it is typed. */
static void
append_spellings (GString *text, const StreekRecord *record, const StreekRecordListColumn *column)
{
  if (column->field < 0 || !streek_record_has (record, (guint) column->field))
    return;

  const StreekRecordField *field = &streek_record_get_kind (record)->fields[(guint) column->field];

  if (field->spellings == NULL)
    return;

  g_autofree char *spellings = streek_record_field_dup_spellings (
    field, streek_record_get_text (record, (guint) column->field));

  if (spellings != NULL)
    g_string_append_printf (text, "%s\n", spellings);
}

/* Records of which kind, by which of their fields, are part of one of another. */
typedef struct
{
  const StreekRecordKind *kind;
  guint owner;
} Part;

static GArray *
find_parts (const StreekRecordKind *whole)
{
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < kinds->len; i++)
    {
      const StreekRecordKind *kind = kinds->pdata[i];

      for (guint j = 0; j < kind->n_fields && !kind->is_sealed && kind != whole; j++)
        if ((kind->fields[j].flags & STREEK_RECORD_OWNER) != 0 && kind->fields[j].target == whole)
          g_array_append_val (parts, ((Part){ kind, j }));
    }

  return parts;
}

static const GArray *
get_parts (const StreekRecordView *view, const StreekRecordKind *whole)
{
  const GArray *parts = keep (view, view->parts, whole, NULL);

  return parts != NULL ? parts : keep (view, view->parts, whole, find_parts (whole));
}

/* Words, and the names of what it refers to but for what it is part of. */
static void
append_words (GString *text, const StreekRecordView *view, const StreekRecord *record, guint owner)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      StreekRecordType type = kind->fields[i].type;

      if (i == owner || !streek_record_has (record, i) ||
          (type != STREEK_RECORD_TEXT && type != STREEK_RECORD_PARAGRAPHS &&
           type != STREEK_RECORD_LIST && type != STREEK_RECORD_REFERENCE))
        continue;

      g_autofree char *said = streek_record_view_dup_text (view, record, i);

      g_string_append_printf (text, "%s\n", said);
    }
}

/* What the parts of a record say, and theirs: nobody remembers in which of them a word stood. */
static void
append_parts (GString *text, const StreekRecordView *view, const StreekRecord *record, guint level)
{
  const GArray *parts = get_parts (view, streek_record_get_kind (record));

  for (guint i = 0; i < parts->len && level < MAX_LEVELS; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      guint n;
      const StreekRecord *const *list = streek_records_list_by (
        view->records, part->kind, part->owner, streek_record_get_id (record), &n);

      for (guint j = 0; j < n; j++)
        {
          append_words (text, view, list[j], part->owner);
          append_parts (text, view, list[j], level + 1);
        }
    }
}

/* What is not text is found as people read it: "3 maart 2026". */
static char *
fold_record (const StreekRecordView *view, const StreekRecord *record)
{
  const GPtrArray *columns = streek_record_view_get_columns (view, streek_record_get_kind (record));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const StreekRecordListColumn *column = columns->pdata[i];

      if (column->computed != NULL || column->type == STREEK_RECORD_FLAG ||
          column->type == STREEK_RECORD_BYTES)
        continue;

      g_autofree char *cell = streek_record_list_column_dup_text (column, record, view, "\n");

      if (*cell != '\0')
        g_string_append_printf (text, "%s\n", cell);
      append_spellings (text, record, column);
    }
  append_parts (text, view, record, 0);

  g_autofree char *all = g_string_free (text, FALSE);

  return streek_fold (all, NULL);
}

const char *
streek_record_view_get_folded (const StreekRecordView *view, const StreekRecord *record)
{
  g_return_val_if_fail (view != NULL && record != NULL, NULL);

  const char *folded = keep (view, view->folded, record, NULL);

  return folded != NULL ? folded : keep (view, view->folded, record, fold_record (view, record));
}

void
streek_record_view_prepare_search (const StreekRecordView *view,
                                   const StreekRecordKind *kind,
                                   GCancellable *cancellable)
{
  g_return_if_fail (view != NULL && kind != NULL);

  guint n;
  const StreekRecord *const *records = streek_records_list (view->records, kind, &n);

  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    streek_record_view_get_folded (view, records[i]);
}
