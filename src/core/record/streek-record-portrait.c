/* streek-record-portrait.c: records as facts and tables of a portrait */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-portrait.h"

#include "record/streek-record-cited.h"
#include "record/streek-record-columns.h"
#include "record/streek-record-order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
streek_record_dup_place (const StreekRecord *record)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, streek_record_get_kind (record)->id,
                          streek_record_get_id (record));
}

const StreekRecord *
streek_records_find_place (const StreekRecords *records,
                           const StreekRecordKind *kind,
                           const char *place)
{
  g_return_val_if_fail (records != NULL && kind != NULL, NULL);

  g_auto (GStrv) parts = g_strsplit (place != NULL ? place : "", ":", 2);
  guint64 id;

  return g_strv_length (parts) == 2 && g_str_equal (parts[0], kind->id) &&
             g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXINT64, &id, NULL)
           ? streek_records_find (records, kind, (gint64) id)
           : NULL;
}

GPtrArray *
streek_records_gather (const StreekRecords *records,
                       const StreekRecordKind *kind,
                       guint field,
                       gint64 id)
{
  GPtrArray *gathered = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *found = streek_records_list_by (records, kind, field, id, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (gathered, (gpointer) found[i]);

  streek_records_sort_unranked (gathered, kind, records);

  return gathered;
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint field = *(const guint *) user_data;
  StreekDate one = streek_record_get_first_day (*(const StreekRecord *const *) a, field);
  StreekDate other = streek_record_get_first_day (*(const StreekRecord *const *) b, field);

  if (one == other)
    return 0;
  if (one == STREEK_DATE_NONE || other == STREEK_DATE_NONE)
    return one == STREEK_DATE_NONE ? 1 : -1;

  return one < other ? -1 : 1;
}

void
streek_records_sort_by_day (GPtrArray *records, guint field)
{
  g_ptr_array_sort_with_data (records, compare_days, &field);
}

char *
streek_record_view_dup_span (const StreekRecordView *view,
                             const StreekRecord *record,
                             guint starts,
                             guint ends)
{
  g_autofree char *from = streek_record_view_dup_text (view, record, starts);
  g_autofree char *until = streek_record_view_dup_text (view, record, ends);

  if (*from != '\0' && strcmp (from, until) == 0)
    return g_steal_pointer (&from);
  if (*from != '\0' && *until != '\0')
    return g_strdup_printf ("%s – %s", from, until);
  if (*from != '\0')
    /* Translators: %s is a day or a period: since when, and nobody says until when. */
    return g_strdup_printf (C_ ("span", "From %s"), from);

  /* Translators: %s is a day or a period: until when, and nobody says since when. */
  return *until != '\0' ? g_strdup_printf (C_ ("span", "Until %s"), until) : NULL;
}

char *
streek_record_view_dup_stated (const StreekRecordView *view,
                               const StreekRecord *record,
                               guint number,
                               guint qualifier)
{
  g_autofree char *text = streek_record_view_dup_text (view, record, number);
  g_autofree char *word = streek_record_view_dup_text (view, record, qualifier);

  return *text != '\0' && *word != '\0' ? g_strdup_printf ("%s %s", word, text)
                                        : g_steal_pointer (&text);
}

char *
streek_record_view_dup_titles (const StreekRecordView *view, const GPtrArray *records, guint field)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = streek_record_view_dup_text (view, records->pdata[i], field);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", title);
    }

  return g_string_free (text, FALSE);
}

void
streek_portrait_add_field (StreekPortrait *portrait,
                           const StreekRecordView *view,
                           const StreekRecord *record,
                           guint field,
                           const char *text)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  StreekRecordCited cited;

  streek_portrait_add_fact (portrait, streek_record_field_get_label (&kind->fields[field]), text);
  if (*text != '\0' &&
      streek_record_find_cited_by (record, streek_record_view_get_records (view), field, &cited))
    streek_portrait_cite (portrait, streek_record_cited_dup_place (&cited));
}

void
streek_portrait_add_fields (StreekPortrait *portrait,
                            const StreekRecordView *view,
                            const StreekRecord *record,
                            const guint *fields,
                            guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *text = streek_record_view_dup_text (view, record, fields[i]);

      streek_portrait_add_field (portrait, view, record, fields[i], text);
    }
}

static char *
dup_cell (const StreekRecordView *view,
          const StreekRecord *record,
          const StreekPortraitColumn *column)
{
  if (column->dup_cell != NULL)
    return column->dup_cell (record, view);

  return streek_record_view_dup_text (view, record, (guint) column->field);
}

static gboolean
is_needed (const StreekRecordView *view,
           const GPtrArray *records,
           const StreekPortraitColumn *column)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *cell = dup_cell (view, records->pdata[i], column);

      if (cell != NULL && *cell != '\0')
        return TRUE;
    }

  return FALSE;
}

static gboolean
holds_numbers (const StreekRecordKind *kind, const StreekPortraitColumn *column)
{
  StreekRecordType type =
    column->field >= 0 ? kind->fields[column->field].type : STREEK_RECORD_TEXT;

  return type == STREEK_RECORD_NUMBER || type == STREEK_RECORD_INTEGER;
}

static const char *
get_label (const StreekRecordKind *kind, const StreekPortraitColumn *column)
{
  return column->label != NULL ? _ (column->label)
                               : streek_record_field_get_label (&kind->fields[column->field]);
}

void
streek_portrait_add_records (StreekPortrait *portrait,
                             const StreekRecordView *view,
                             const GPtrArray *records,
                             const StreekPortraitColumn *columns,
                             guint n_columns)
{
  const StreekPortraitColumn *shown[STREEK_PORTRAIT_MAX_CELLS];
  const char *heads[STREEK_PORTRAIT_MAX_CELLS];
  guint n_shown = 0, numbers = 0;

  if (records->len == 0)
    return;

  const StreekRecordKind *kind = streek_record_get_kind (records->pdata[0]);

  for (guint i = 0; i < n_columns && n_shown < STREEK_PORTRAIT_MAX_CELLS; i++)
    if (i == 0 || is_needed (view, records, &columns[i]))
      {
        numbers |= holds_numbers (kind, &columns[i]) ? 1u << n_shown : 0;
        heads[n_shown] = get_label (kind, &columns[i]);
        shown[n_shown++] = &columns[i];
      }

  streek_portrait_add_head (portrait, heads, n_shown, numbers);

  for (guint row = 0; row < records->len; row++)
    {
      char *cells[STREEK_PORTRAIT_MAX_CELLS];
      StreekRecordCited cited;

      for (guint i = 0; i < n_shown; i++)
        cells[i] = dup_cell (view, records->pdata[row], shown[i]);

      streek_portrait_add_row (portrait, (const char *const *) cells, n_shown,
                               streek_record_dup_place (records->pdata[row]));
      if (streek_record_find_cited (records->pdata[row], streek_record_view_get_records (view),
                                    &cited))
        streek_portrait_cite (portrait, streek_record_cited_dup_place (&cited));

      for (guint i = 0; i < n_shown; i++)
        g_free (cells[i]);
    }
}

double
streek_portrait_add_sum (StreekPortrait *portrait,
                         const StreekRecordView *view,
                         const GPtrArray *records,
                         guint field,
                         guint *n_unknown)
{
  double sum = 0;

  *n_unknown = 0;

  for (guint i = 0; i < records->len; i++)
    {
      if (streek_record_has (records->pdata[i], field))
        sum += streek_record_get_number (records->pdata[i], field);
      else
        (*n_unknown)++;
    }

  if (records->len == 0)
    return 0;

  const StreekRecordField *definition = &streek_record_get_kind (records->pdata[0])->fields[field];
  g_autofree char *number =
    streek_record_field_dup_number (definition, sum, streek_record_view_get_format (view));
  g_autofree char *amount = definition->unit != NULL
                              ? g_strdup_printf ("%s %s", number, _ (definition->unit))
                              : g_strdup (number);
  g_autofree char *note =
    *n_unknown == 0
      ?
      /* Translators: %s is a sum of amounts. */
      g_strdup_printf (_ ("Together: %s."), amount)
      : *n_unknown == records->len
          ? g_strdup (_ ("None of these amounts is known."))
          /* Translators: %1$s is a sum of amounts; of %2$u of %3$u there is none. */
          : g_strdup_printf (_ ("Together at least %1$s: %2$u of the %3$u amounts are not known."),
                             amount, *n_unknown, records->len);

  streek_portrait_add_note (portrait, note);

  return sum;
}
