/* streek-record-naming.c: records that name an indicator or an area, which are no records */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-naming.h"

#include <string.h>

/* Areas are named SET:CODE. */
static gboolean
is_named (const char *text, StreekRecordType type, const char *code)
{
  gsize length = strlen (code);

  if (text == NULL)
    return FALSE;

  return type == STREEK_RECORD_AREA ? g_str_has_prefix (text, code) && text[length] == ':'
                                    : strcmp (text, code) == 0;
}

static void
add_uses (GArray *uses,
          const StreekRecords *records,
          const StreekRecordKind *kind,
          StreekRecordType type,
          const char *code)
{
  guint n;
  const StreekRecord *const *list = streek_records_list (records, kind, &n);

  for (guint i = 0; i < n; i++)
    for (guint field = 0; field < kind->n_fields; field++)
      if (kind->fields[field].type == type &&
          is_named (streek_record_get_text (list[i], field), type, code))
        {
          StreekRecordUse use = { list[i], field };

          g_array_append_val (uses, use);
        }
}

static GArray *
list_naming (const StreekRecords *records, StreekRecordType type, const char *code)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (StreekRecordUse));
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (guint i = 0; i < kinds->len; i++)
    add_uses (uses, records, kinds->pdata[i], type, code);

  return uses;
}

GArray *
streek_records_list_naming_indicator (const StreekRecords *records, const char *code)
{
  g_return_val_if_fail (records != NULL && code != NULL, NULL);

  return list_naming (records, STREEK_RECORD_INDICATOR, code);
}

GArray *
streek_records_list_naming_areas (const StreekRecords *records, const char *set)
{
  g_return_val_if_fail (records != NULL && set != NULL, NULL);

  return list_naming (records, STREEK_RECORD_AREA, set);
}
