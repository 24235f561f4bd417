/* streek-bodies-page.c: the section with consultation bodies, as a list and as a tree */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "bodies/streek-bodies-page.h"

#include "body/streek-body.h"
#include "bodies/streek-body-tree.h"
#include "record/streek-record-section.h"

#include <glib/gi18n.h>

GtkWidget *
streek_bodies_page_new (StreekContext *context)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekRecordSection *self = STREEK_RECORD_SECTION (streek_record_section_new ());
  StreekRecordPage *list = streek_record_section_add_kind (self, context, &streek_body_kind);

  streek_record_page_set_empty_words (
    list, _ ("ERSV, SERR, RESOC, their boards and working groups. Make the first one, or paste "
             "rows that you copied from a spreadsheet."));
  streek_record_section_add (self, "tree", C_ ("bodies", "Tree"), streek_body_tree_new (context));

  return GTK_WIDGET (self);
}
