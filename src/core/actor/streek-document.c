/* streek-document.c: documents: what is cited, or belongs to a project */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-document.h"

#include "record/streek-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const StreekRecordWord document_kinds[] = {
  { "streekpact", NC_ ("record", "Regional pact") },
  { "plan", NC_ ("record", "Plan") },
  { "studie", NC_ ("record", "Study") },
  { "verslag", NC_ ("record", "Report") },
  { "decreet", NC_ ("record", "Decree") },
  { "brief", NC_ ("record", "Letter") },
  { "pers", NC_ ("record", "Press") },
  { NULL, NULL },
};

static const StreekRecordField document_fields[] = {
  { "title", N_ ("Title"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "author", N_ ("Author or publisher"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "year", N_ ("Year"), STREEK_RECORD_INTEGER, STREEK_RECORD_SHOWN, .min = 1900, .max = 2200 },
  { "kind", N_ ("Kind"), STREEK_RECORD_CHOICE, STREEK_RECORD_OPEN | STREEK_RECORD_SHOWN,
    .words = document_kinds },
  { "url", N_ ("Web address"), STREEK_RECORD_TEXT, STREEK_RECORD_ADDRESS },
  { "path", N_ ("File"), STREEK_RECORD_TEXT, STREEK_RECORD_BESIDE,
    .hint = N_ ("Beside the workspace: relative to its folder") },
  { "content", N_ ("Kept in the workspace"), STREEK_RECORD_BYTES, STREEK_RECORD_NONE },
  { "content_name", N_ ("Name of the file kept"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

const StreekRecordKind streek_document_kind = {
  .id = "document",
  .name = N_ ("Document"),
  .plural = N_ ("Documents"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the document %s"),
  .change = N_ ("Change the document %s"),
  .remove = N_ ("Delete the document %s"),
  .fields = document_fields,
  .n_fields = STREEK_DOCUMENT_N_FIELDS,
  .title = STREEK_DOCUMENT_TITLE,
};

char *
streek_document_dup_reference (const StreekRecord *document, const char *page)
{
  g_return_val_if_fail (document != NULL, NULL);

  const char *title = streek_record_get_text (document, STREEK_DOCUMENT_TITLE);
  gint64 year = streek_record_get_integer (document, STREEK_DOCUMENT_YEAR);
  g_autofree char *named = year != 0 ? g_strdup_printf ("%s (%d)", title, (int) year)
                                     : g_strdup (title != NULL ? title : "");

  if (page == NULL)
    return g_steal_pointer (&named);

  /* "12", "12–14" and "xii" are pages; "p. 12" and "deel 3.4" say themselves what they are */
  return page[strspn (page, "ivxlcIVXLC")] == '\0' || g_ascii_isdigit (*page)
           /* Translators: %1$s is a document, %2$s its page or pages. */
           ? g_strdup_printf (_ ("%1$s, p. %2$s"), named, page)
           : g_strdup_printf ("%s, %s", named, page);
}
