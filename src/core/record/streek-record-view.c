/* streek-record-view.c: what the words of records are made with: records, areas, indicators, today
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _StreekRecordView
{
  gatomicrefcount references;
  StreekRecords *records;
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  StreekDate today;
  const StreekFormat *format;
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

  return view;
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
  g_free (view);
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

char *
streek_record_view_dup_area_name (const StreekRecordView *view, const char *area)
{
  g_return_val_if_fail (view != NULL && area != NULL, NULL);

  const StreekArea *found = streek_areas_resolve_ref (
    view->areas, area, streek_areas_get_newest_date (view->areas), NULL, NULL);

  return g_strdup (found != NULL ? found->name : area);
}

static char *
dup_indicator_name (const StreekRecordView *view, const char *code)
{
  const StreekIndicator *indicator = streek_catalogue_find (view->catalogue, code, NULL);

  return g_strdup (indicator != NULL ? indicator->name : code);
}

static char *
dup_number (const StreekRecordView *view, const StreekRecord *record, guint i)
{
  const StreekRecordField *field = &streek_record_get_kind (record)->fields[i];
  g_autofree char *number =
    streek_format_number (view->format, streek_record_get_number (record, i), field->decimals);

  return field->unit != NULL ? g_strdup_printf ("%s %s", number, _ (field->unit))
                             : g_steal_pointer (&number);
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
      return dup_number (view, record, i);
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
      return dup_indicator_name (view, streek_record_get_text (record, i));
    case STREEK_RECORD_BYTES:
      return g_format_size (streek_record_get_size (record, i));
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_LIST:
    default:
      return g_strdup (streek_record_get_text (record, i));
    }
}

char *
streek_record_view_dup_lines (
  const StreekRecordView *view, const StreekRecordKind *kind, guint field, gint64 id, guint shown)
{
  guint n;
  const StreekRecord *const *records = streek_records_list_by (view->records, kind, field, id, &n);
  GString *lines = n > 0 ? g_string_new (NULL) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = streek_record_view_dup_text (view, records[i], shown);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", text);
    }

  return lines != NULL ? g_string_free (lines, FALSE) : NULL;
}
