/* streek-actors-page.c: the section with organisations, and the documents that are cited */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actors/streek-actors-page.h"

#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "record/streek-record-section.h"

#include <glib/gi18n.h>

GtkWidget *
streek_actors_page_new (StreekContext *context)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekRecordSection *self = STREEK_RECORD_SECTION (streek_record_section_new ());
  StreekRecordPage *organisations =
    streek_record_section_add_kind (self, context, &streek_organisation_kind);
  StreekRecordPage *documents =
    streek_record_section_add_kind (self, context, &streek_document_kind);

  streek_record_page_set_empty_words (
    organisations, _ ("Municipalities, trade unions, employers, companies: whoever takes part in a "
                      "project, leads it or sits in a body. Make the first one, or paste rows that "
                      "you copied from a spreadsheet."));
  streek_record_page_set_empty_words (
    documents, _ ("Pacts, studies, decrees and reports that plans and projects refer to. Make the "
                  "first one, or paste rows that you copied from a spreadsheet."));

  return GTK_WIDGET (self);
}
