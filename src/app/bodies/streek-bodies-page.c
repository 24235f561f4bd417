/* streek-bodies-page.c: the section with consultation bodies, as a list and as a tree */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "bodies/streek-bodies-page.h"

#include "body/streek-body.h"
#include "bodies/streek-body-tree.h"
#include "record/streek-record-figure.h"
#include "record/streek-record-section.h"
#include "workspace/streek-body-matrix.h"

#include <glib/gi18n.h>

static const StreekRecordEmpty no_members = {
  .title = N_ ("No Members Yet"),
  .description =
    N_ ("Who is a member of a body or of another partnership comes here, with its role "
        "and since when. Members are parts of a body or of an organisation."),
  .button = N_ ("Add a _Body…"),
  .kind = &streek_body_kind,
  .owner_field = -1,
};

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
  streek_record_section_add (self, "members", C_ ("bodies", "Members"),
                             streek_record_figure_new_matrix (streek_record_book_get (context),
                                                              streek_member_matrix_new,
                                                              &no_members));

  return GTK_WIDGET (self);
}
