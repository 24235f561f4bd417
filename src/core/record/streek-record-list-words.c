/* streek-record-list-words.c: what narrows a list, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-list-spec.h"

#include "base/streek-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
dup_value_text (const StreekRecordView *view,
                const StreekRecordKind *kind,
                const StreekRecordListColumn *column,
                const char *text)
{
  const StreekRecordField *field = streek_record_list_column_get_field (kind, column);
  StreekRecordType type = field != NULL ? field->type : column->type;
  StreekRecordValue value = { .type = type, .field = field, .text = text };
  StreekPeriod period;

  switch (type)
    {
    case STREEK_RECORD_REFERENCE:
      value.reference = g_ascii_strtoll (text, NULL, 10);
      break;
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
      if (!streek_number_parse (text, &value.number))
        return g_strdup (text);
      break;
    case STREEK_RECORD_DAY:
    case STREEK_RECORD_PERIOD:
      return streek_period_parse (text, &period, NULL)
               ? streek_format_period (streek_record_view_get_format (view), period)
               : g_strdup (text);
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
    default:
      break;
    }

  return streek_record_value_dup_text (&value, column, view);
}

/* "Approved, Running or Done" */
static char *
dup_alternatives (const StreekRecordView *view,
                  const StreekRecordKind *kind,
                  const StreekRecordListColumn *column,
                  const StreekRecordCondition *condition)
{
  char **values = condition->values;
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *text = condition->op == STREEK_RECORD_CONTAINS /* as it was typed */
                                ? g_strdup (values[i])
                                : dup_value_text (view, kind, column, values[i]);

      if (i > 0 && values[i + 1] == NULL)
        {
          g_autofree char *former = g_strdup (list->str);

          /* Translators: %1$s is one or more values, %2$s the last one: "Approved or Done" */
          g_string_printf (list, _ ("%1$s or %2$s"), former, text);
        }
      else
        g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", text);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
describe_condition (const StreekRecordView *view,
                    const StreekRecordKind *kind,
                    const StreekRecordListColumn *column,
                    const StreekRecordCondition *condition)
{
  const StreekRecordField *field = streek_record_list_column_get_field (kind, column);
  StreekRecordType type = field != NULL ? field->type : column->type;
  gboolean of_time = type == STREEK_RECORD_DAY || type == STREEK_RECORD_PERIOD;
  const char *label = streek_record_list_column_get_label (kind, column);
  g_autofree char *values = dup_alternatives (view, kind, column, condition);

  switch (condition->op)
    {
    case STREEK_RECORD_CONTAINS:
      /* Translators: here and in the next ones %1$s is the head of a column, such as Status. */
      return g_strdup_printf (_ ("%1$s: with “%2$s” in it"), label, values);
    case STREEK_RECORD_IS:
      return g_strdup_printf (C_ ("filter", "%1$s: %2$s"), label, values);
    case STREEK_RECORD_IS_NOT:
      return g_strdup_printf (_ ("%1$s: not %2$s"), label, values);
    case STREEK_RECORD_IS_EMPTY:
      return g_strdup_printf (_ ("%s: not filled in"), label);
    case STREEK_RECORD_IS_FILLED:
      return g_strdup_printf (_ ("%s: filled in"), label);
    case STREEK_RECORD_AT_LEAST:
      return g_strdup_printf (of_time ? _ ("%1$s: from %2$s") : _ ("%1$s: at least %2$s"), label,
                              values);
    case STREEK_RECORD_AT_MOST:
      return g_strdup_printf (of_time ? _ ("%1$s: until %2$s") : _ ("%1$s: at most %2$s"), label,
                              values);
    case STREEK_RECORD_UNDER:
    default:
      return type == STREEK_RECORD_AREA
               ? g_strdup_printf (_ ("%1$s: in %2$s"), label, values)
               : g_strdup_printf (_ ("%1$s: %2$s and what is below"), label, values);
    }
}

char **
streek_record_list_spec_list_filters (const StreekRecordListSpec *spec,
                                      const StreekRecordView *view)
{
  g_return_val_if_fail (spec != NULL && view != NULL, NULL);

  g_autoptr (GPtrArray) columns = streek_record_kind_list_columns (spec->kind);
  g_autoptr (GPtrArray) filters = g_ptr_array_new ();

  if (spec->area != NULL)
    {
      g_autofree char *name = streek_record_view_dup_area_name (view, spec->area);

      /* Translators: %s is an area: what a list is narrowed to. */
      g_ptr_array_add (filters, g_strdup_printf (_ ("In %s"), name));
    }

  for (guint i = 0; i < spec->conditions->len; i++)
    {
      const StreekRecordCondition *condition = spec->conditions->pdata[i];
      const StreekRecordListColumn *column =
        streek_record_columns_find (columns, condition->column);

      if (column != NULL)
        g_ptr_array_add (filters, describe_condition (view, spec->kind, column, condition));
    }

  if (spec->search != NULL)
    /* Translators: %s is what somebody looks for. */
    g_ptr_array_add (filters, g_strdup_printf (_ ("With the words “%s”"), spec->search));

  g_ptr_array_add (filters, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&filters), FALSE);
}

char *
streek_record_list_spec_describe (const StreekRecordListSpec *spec, const StreekRecordView *view)
{
  g_auto (GStrv) filters = streek_record_list_spec_list_filters (spec, view);

  return filters[0] != NULL ? g_strjoinv ("; ", filters) : NULL;
}
