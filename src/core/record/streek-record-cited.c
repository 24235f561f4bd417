/* streek-record-cited.c: the document that a record rests on, and the page to open it at */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-cited.h"

#include "record/streek-record-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PREFIX "source:"
#define DOCUMENT "document"

gboolean
streek_record_kind_is_document (const StreekRecordKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & STREEK_RECORD_BESIDE) != 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_citation (const StreekRecordField *field)
{
  return field->type == STREEK_RECORD_REFERENCE && streek_record_kind_is_document (field->target);
}

/* "orientation_document" → "orientation_page" */
int
streek_record_kind_find_page (const StreekRecordKind *kind, guint field)
{
  const char *id = kind->fields[field].id;

  if (!is_citation (&kind->fields[field]) || !g_str_has_suffix (id, DOCUMENT))
    return -1;

  g_autofree char *start = g_strndup (id, strlen (id) - strlen (DOCUMENT));
  g_autofree char *page = g_strconcat (start, "page", NULL);

  return streek_record_kind_find_field (kind, page);
}

gboolean
streek_record_find_cited_by (const StreekRecord *record,
                             const StreekRecords *records,
                             guint field,
                             StreekRecordCited *cited)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);

  if (!is_citation (&kind->fields[field]))
    return FALSE;

  int page = streek_record_kind_find_page (kind, field);

  cited->document = streek_record_follow (record, field, records);
  cited->page = page >= 0 ? streek_record_get_text (record, (guint) page) : NULL;

  return cited->document != NULL;
}

gboolean
streek_record_find_cited (const StreekRecord *record,
                          const StreekRecords *records,
                          StreekRecordCited *cited)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);

  if (streek_record_kind_is_document (kind))
    {
      *cited = (StreekRecordCited){ record, NULL };
      return TRUE;
    }

  for (guint i = 0; i < kind->n_fields; i++)
    if (streek_record_find_cited_by (record, records, i, cited))
      return TRUE;

  return FALSE;
}

char *
streek_record_cited_dup_place (const StreekRecordCited *cited)
{
  return g_strdup_printf (
    PREFIX "%s:%" G_GINT64_FORMAT ":%s", streek_record_get_kind (cited->document)->id,
    streek_record_get_id (cited->document), cited->page != NULL ? cited->page : "");
}

gboolean
streek_record_cited_parse_place (const char *place,
                                 const StreekRecords *records,
                                 StreekRecordCited *cited)
{
  g_auto (GStrv) parts = g_strsplit (place, ":", 4);

  if (!g_str_has_prefix (place, PREFIX) || g_strv_length (parts) != 4)
    return FALSE;

  const StreekRecordKind *kind = streek_record_kinds_find (parts[1]);

  cited->document = kind != NULL && streek_record_kind_is_document (kind)
                      ? streek_records_find (records, kind, g_ascii_strtoll (parts[2], NULL, 10))
                      : NULL;
  cited->page = *parts[3] != '\0' ? place + strlen (place) - strlen (parts[3]) : NULL;

  return cited->document != NULL;
}

/* What the first field with one of @flags leads to; %NULL without an error where none says
 * anything.
 */
static char *
dup_named (const StreekRecord *document,
           StreekRecordFlags flag,
           const char *workspace,
           GError **error)
{
  const StreekRecordKind *kind = streek_record_get_kind (document);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & flag) != 0 && streek_record_has (document, i))
      return streek_record_place_dup_uri (&kind->fields[i], streek_record_get_text (document, i),
                                          workspace, error);

  return NULL;
}

char *
streek_record_cited_dup_uri (const StreekRecordCited *cited, const char *workspace, GError **error)
{
  g_return_val_if_fail (cited->document != NULL && workspace != NULL, NULL);

  g_autoptr (GError) no_file = NULL;
  g_autoptr (GError) no_address = NULL;
  g_autofree char *file = dup_named (cited->document, STREEK_RECORD_BESIDE, workspace, &no_file);
  g_autofree char *address =
    file == NULL ? dup_named (cited->document, STREEK_RECORD_ADDRESS, workspace, &no_address)
                 : NULL;

  if (file != NULL || address != NULL)
    return streek_record_place_dup_at_page (file != NULL ? file : address, cited->page);

  if (no_file != NULL)
    g_propagate_error (error, g_steal_pointer (&no_file));
  else if (no_address != NULL)
    g_propagate_error (error, g_steal_pointer (&no_address));
  else
    g_set_error_literal (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_UNKNOWN,
                         _ ("The document names no file and no web address."));

  return NULL;
}
