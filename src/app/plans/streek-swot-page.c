/* streek-swot-page.c: the tab with the SWOT of a plan, and the figures behind its lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-swot-page.h"

#include "plan/streek-analysis-board.h"
#include "print/streek-printable.h"
#include "record/streek-record-figure.h"
#include "record/streek-record-indicators.h"
#include "streek-seen.h"
#include "workspace/streek-plan-matrices.h"

#include <glib/gi18n.h>

struct _StreekSwotPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *board;
  GtkWidget *figures; /* (nullable): under it */

  StreekRecordBook *book;
  gint64 pact; /* 0: none */
};

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekSwotPage,
                               streek_swot_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

static const StreekRecordEmpty no_swot = {
  .title = N_ ("No SWOT"),
  .description =
    N_ ("Strengths, weaknesses, opportunities and threats come here beside each other, "
        "each with the figure and the goal behind it."),
  .button = N_ ("Add a _Line…"),
  .kind = &streek_swot_kind,
  .owner_field = STREEK_SWOT_PACT,
};

static void
renew (GtkWidget *widget)
{
  StreekSwotPage *self = STREEK_SWOT_PAGE (widget);
  StreekRecordView *view = streek_record_book_get_view (self->book);
  guint n = 0;

  if (self->figures != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->figures);
  self->figures = NULL;

  if (view == NULL || self->pact == 0)
    return;

  const StreekRecord *const *lines = streek_records_list_by (
    streek_record_view_get_records (view), &streek_swot_kind, STREEK_SWOT_PACT, self->pact, &n);

  self->figures = streek_record_indicators_new_buttons (self->book, lines, n);
  if (self->figures != NULL)
    gtk_box_append (GTK_BOX (self->box), self->figures);
}

static void
renew_soon (StreekSwotPage *self)
{
  streek_renew_when_seen (GTK_WIDGET (self), renew);
}

void
streek_swot_page_set_pact (StreekSwotPage *self, gint64 pact)
{
  g_return_if_fail (STREEK_IS_SWOT_PAGE (self));

  if (self->pact == pact)
    return;

  self->pact = pact;
  streek_record_figure_set_subject (STREEK_RECORD_FIGURE (self->board), pact);
  renew_soon (self);
}

static StreekPrintout *
streek_swot_page_dup_printout (StreekPrintable *printable)
{
  return streek_printable_dup_printout (STREEK_PRINTABLE (STREEK_SWOT_PAGE (printable)->board));
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_swot_page_dup_printout;
}

static void
streek_swot_page_dispose (GObject *object)
{
  StreekSwotPage *self = STREEK_SWOT_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (streek_swot_page_parent_class)->dispose (object);
}

static void
streek_swot_page_class_init (StreekSwotPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_swot_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
streek_swot_page_init (StreekSwotPage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
streek_swot_page_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekSwotPage *self = g_object_new (STREEK_TYPE_SWOT_PAGE, NULL);

  self->book = g_object_ref (book);
  self->board = streek_record_figure_new_matrix (book, streek_swot_board_new, &no_swot);
  streek_record_figure_set_carried (STREEK_RECORD_FIGURE (self->board), &streek_swot_kind,
                                    STREEK_SWOT_QUADRANT);
  gtk_widget_set_vexpand (self->board, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->board);
  g_signal_connect_object (book, "changed", G_CALLBACK (renew_soon), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
