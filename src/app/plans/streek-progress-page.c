/* streek-progress-page.c: the tab with what was done for a plan in a period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-progress-page.h"

#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-report-periods.h"
#include "print/streek-printable.h"
#include "record/streek-record-figure.h"
#include "streek-drop-down.h"
#include "streek-fold-row.h"
#include "workspace/streek-plan-matrices.h"

#include <glib/gi18n.h>

struct _StreekProgressPage
{
  GtkWidget parent_instance;

  GtkBox *box;
  GtkDropDown *period_drop;
  GtkWidget *figure;

  StreekRecordBook *book;
  GArray *periods; /* StreekInterval, as the drop-down has them */
  gint64 pact;     /* 0: none */
  gboolean is_filling;
};

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekProgressPage,
                               streek_progress_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

static const StreekRecordEmpty nothing_done = {
  .title = N_ ("Nothing in This Period"),
  .description = N_ ("Updates, changes, milestones and events of the plan and of its body come "
                     "here, and what ran without anything being heard of it."),
  .owner_field = -1,
};

static void
show_period (StreekProgressPage *self)
{
  guint position = gtk_drop_down_get_selected (self->period_drop);

  if (position < self->periods->len)
    streek_record_figure_set_days (STREEK_RECORD_FIGURE (self->figure),
                                   g_array_index (self->periods, StreekInterval, position));
}

static void
on_period_chosen_cb (StreekProgressPage *self)
{
  if (!self->is_filling)
    show_period (self);
}

/* The one that was shown, where the plan has it; else the newest that is over. */
static guint
find_position (StreekProgressPage *self, const GArray *former, StreekDate today)
{
  guint position = gtk_drop_down_get_selected (self->period_drop);

  for (guint i = 0; position < former->len && i < self->periods->len; i++)
    {
      StreekInterval before = g_array_index (former, StreekInterval, position);
      StreekInterval now = g_array_index (self->periods, StreekInterval, i);

      if (before.from == now.from && before.to == now.to)
        return i;
    }

  return streek_report_periods_find_due (self->periods, today);
}

static void
list_periods (StreekProgressPage *self, gboolean keep)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  const StreekRecord *pact = streek_record_book_find (self->book, &streek_pact_kind, self->pact);

  if (view == NULL || pact == NULL)
    return;

  StreekDate today = streek_record_view_get_today (view);
  g_autoptr (GArray) former = g_steal_pointer (&self->periods);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->periods = streek_report_periods_list (view, pact);
  if (!keep)
    g_array_set_size (former, 0);

  guint position = find_position (self, former, today);

  for (guint i = 0; i < self->periods->len; i++)
    {
      g_autofree char *name = streek_report_period_dup_name (
        g_array_index (self->periods, StreekInterval, i), streek_record_view_get_format (view));

      gtk_string_list_append (names, name);
    }

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->period_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->period_drop, position);
  self->is_filling = FALSE;
  show_period (self);
}

static void
on_book_changed_cb (StreekProgressPage *self)
{
  list_periods (self, TRUE);
}

void
streek_progress_page_set_pact (StreekProgressPage *self, gint64 pact)
{
  g_return_if_fail (STREEK_IS_PROGRESS_PAGE (self));

  gboolean is_same = self->pact == pact;

  self->pact = pact;
  streek_record_figure_set_subject (STREEK_RECORD_FIGURE (self->figure), pact);
  list_periods (self, is_same);
}

static StreekPrintout *
streek_progress_page_dup_printout (StreekPrintable *printable)
{
  return streek_printable_dup_printout (
    STREEK_PRINTABLE (STREEK_PROGRESS_PAGE (printable)->figure));
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_progress_page_dup_printout;
}

static void
streek_progress_page_dispose (GObject *object)
{
  StreekProgressPage *self = STREEK_PROGRESS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STREEK_TYPE_PROGRESS_PAGE);
  g_clear_object (&self->book);
  g_clear_pointer (&self->periods, g_array_unref);

  G_OBJECT_CLASS (streek_progress_page_parent_class)->dispose (object);
}

static void
streek_progress_page_class_init (StreekProgressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_progress_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (STREEK_TYPE_FOLD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekProgressPage, box);
  gtk_widget_class_bind_template_child (widget_class, StreekProgressPage, period_drop);
  gtk_widget_class_bind_template_callback (widget_class, on_period_chosen_cb);
}

static void
streek_progress_page_init (StreekProgressPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_drop_down_fold (self->period_drop, 12);
  self->periods = g_array_new (FALSE, FALSE, sizeof (StreekInterval));
}

GtkWidget *
streek_progress_page_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekProgressPage *self = g_object_new (STREEK_TYPE_PROGRESS_PAGE, NULL);

  self->book = g_object_ref (book);
  self->figure =
    streek_record_figure_new_days_matrix (book, streek_progress_matrix_new, &nothing_done);
  gtk_widget_set_vexpand (self->figure, TRUE);
  gtk_box_append (self->box, self->figure);
  g_signal_connect_object (book, "changed", G_CALLBACK (on_book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_book_changed_cb (self);

  return GTK_WIDGET (self);
}
