/* streek-field-text.c: a field as a person types it, and back again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-field-text.h"

#include "base/streek-format.h"
#include "indicators/streek-typed-value.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>

char *
streek_field_dup_text (const StreekRecord *record, guint i)
{
  const StreekRecordField *field = &streek_record_get_kind (record)->fields[i];

  if (field->type != STREEK_RECORD_NUMBER || !streek_record_has (record, i))
    return streek_record_dup_raw (record, i);

  double number = streek_record_get_number (record, i);

  return streek_format_number (streek_format_get_default (), number,
                               MAX (field->decimals, streek_format_count_decimals (number)));
}

gboolean
streek_field_parse_day (const char *text, StreekDate *day)
{
  int d, m, y, length = 0;

  if (streek_date_parse (text, day, NULL))
    return TRUE;

  if (sscanf (text, "%2d%*1[-/.]%2d%*1[-/.]%4d%n", &d, &m, &y, &length) < 3 ||
      (gsize) length != strlen (text) || y < 1000)
    return FALSE;

  g_autofree char *iso = g_strdup_printf ("%04d-%02d-%02d", y, m, d);

  return streek_date_parse (iso, day, NULL);
}

/* A period, or a day as people write it. */
static gboolean
parse_period (const char *text, StreekPeriod *period)
{
  StreekDate day;

  if (streek_period_parse (text, period, NULL))
    return TRUE;

  if (!streek_field_parse_day (text, &day))
    return FALSE;

  g_autofree char *iso = streek_date_to_string (day);

  return streek_period_parse (iso, period, NULL);
}

static gboolean
parse_number (const char *text, gboolean is_whole, double *number)
{
  return streek_format_parse_number (streek_format_get_default (), text, number) &&
         (!is_whole || (*number == trunc (*number) && fabs (*number) < 9e15));
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID, sentence);

  return FALSE;
}

/* @text: not empty, without spaces around it */
static gboolean
write_typed (StreekRecordChanges *changes,
             const StreekRecordKind *kind,
             gint64 id,
             guint field,
             const char *text,
             GError **error)
{
  double number;
  StreekDate day;
  StreekPeriod period;

  switch (kind->fields[field].type)
    {
    case STREEK_RECORD_NUMBER:
      if (!parse_number (text, FALSE, &number))
        return refuse (error, _ ("This is not a number."));
      streek_record_changes_set_number (changes, kind, id, field, number);
      return TRUE;
    case STREEK_RECORD_INTEGER:
      if (!parse_number (text, TRUE, &number))
        return refuse (error, _ ("This is not a whole number."));
      streek_record_changes_set_integer (changes, kind, id, field, (gint64) number);
      return TRUE;
    case STREEK_RECORD_DAY:
      if (!streek_field_parse_day (text, &day))
        return refuse (error, _ ("Give a day as 2024-09-01 or 1/9/2024."));
      streek_record_changes_set_day (changes, kind, id, field, day);
      return TRUE;
    case STREEK_RECORD_PERIOD:
      if (!parse_period (text, &period))
        return refuse (error, _ ("Give a period as 2024, 2024-Q3, 2024-09 or 2024-09-01."));
      streek_record_changes_set_period (changes, kind, id, field, period);
      return TRUE;
    case STREEK_RECORD_FLAG:
      streek_record_changes_set_flag (changes, kind, id, field, TRUE);
      return TRUE;
    case STREEK_RECORD_REFERENCE:
      streek_record_changes_set_reference (changes, kind, id, field,
                                           g_ascii_strtoll (text, NULL, 10));
      return TRUE;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
      streek_record_changes_set_text (changes, kind, id, field, text);
      return TRUE;
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
    default:
      return TRUE;
    }
}

gboolean
streek_field_write_text (StreekRecordChanges *changes,
                         const StreekRecordKind *kind,
                         gint64 id,
                         guint field,
                         const char *text,
                         GError **error)
{
  g_return_val_if_fail (changes != NULL && field < kind->n_fields && text != NULL, FALSE);

  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (*trimmed != '\0')
    return write_typed (changes, kind, id, field, trimmed, error);

  streek_record_changes_clear (changes, kind, id, field);

  return TRUE;
}

static char *
dup_number (const StreekRecordField *field, double number)
{
  g_autofree char *words =
    streek_format_number (streek_format_get_default (), number,
                          MAX (field->decimals, streek_format_count_decimals (number)));

  return field->unit != NULL ? g_strdup_printf ("%s\u00a0%s", words, _ (field->unit))
                             : g_steal_pointer (&words);
}

char *
streek_field_dup_understood (const StreekRecordField *field, const char *text)
{
  g_return_val_if_fail (field != NULL && text != NULL, NULL);

  const StreekFormat *format = streek_format_get_default ();
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *words = NULL;
  double number;
  StreekDate day;
  StreekPeriod period;

  if (field->type == STREEK_RECORD_DAY && streek_field_parse_day (trimmed, &day))
    words = streek_format_date (format, day);
  else if (field->type == STREEK_RECORD_PERIOD && parse_period (trimmed, &period))
    words = streek_format_period (format, period);
  else if (field->type == STREEK_RECORD_NUMBER && parse_number (trimmed, FALSE, &number))
    words = dup_number (field, number);
  else if (field->tidy != NULL)
    words = field->tidy (trimmed);

  return g_strcmp0 (words, trimmed) != 0 ? g_steal_pointer (&words) : NULL;
}
