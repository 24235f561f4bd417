/* streek-progress-page.c: the tab with what was done for a plan in a period, now and frozen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-progress-page.h"

#include "body/streek-body.h"
#include "plan/streek-pact.h"
#include "plan/streek-report-periods.h"
#include "plan/streek-year-plan.h"
#include "plan/streek-year-programme.h"
#include "plans/streek-freeze-window.h"
#include "print/streek-printable.h"
#include "record/streek-record-command.h"
#include "record/streek-record-figure.h"
#include "streek-drop-down.h"
#include "streek-fold-row.h"
#include "workspace/streek-plan-matrices.h"
#include "workspace/streek-progress-since.h"

#include <glib/gi18n.h>

/* What can be shown; each is made when it is first seen. */
enum
{
  FIGURE_NOW,
  FIGURE_NEWS,     /* of now: what differs from the newest frozen one */
  FIGURE_BODY_NOW, /* the same of a body */
  FIGURE_BODY_NEWS,
  FIGURE_FROZEN,
  FIGURE_SINCE,  /* what would be different now */
  FIGURE_BEFORE, /* what differs from the one before */
  N_FIGURES,
};

struct _StreekProgressPage
{
  GtkWidget parent_instance;

  GtkDropDown *of_drop;
  GtkDropDown *period_drop;
  GtkWidget *frozen_box; /* what there is to choose once something was frozen */
  GtkWidget *version_box;
  GtkDropDown *version_drop;
  GtkDropDown *show_drop;
  GtkLabel *day_label;
  GtkStack *stack;
  GtkWidget *figures[N_FIGURES];

  StreekRecordBook *book;
  GArray *bodies;            /* gint64: of what it is, as the drop-down has them; 0: of the plan */
  GArray *periods;           /* StreekInterval, as the drop-down has them */
  GArray *versions;          /* gint64: frozen reports, as the drop-down has them; 0: now */
  GArray *shown;             /* guint: figures, as the drop-down has them */
  gint64 pact;               /* 0: none */
  gint64 body;               /* in place of it; 0: none */
  gint64 report;             /* what is looked at; 0: what is known now */
  gint64 awaited;            /* frozen, and not yet among the records; 0: none */
  GCancellable *cancellable; /* (nullable): of the comparison under way */
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

static const StreekRecordEmpty nothing_new = {
  .title = N_ ("No Difference"),
  .description = N_ ("What is known now says nothing else than the frozen report before it."),
  .owner_field = -1,
};

static const StreekRecordEmpty nothing_frozen = {
  .title = N_ ("An Empty Report"),
  .description = N_ ("When it was frozen nothing had been reported, and nothing ran."),
  .owner_field = -1,
};

static const StreekRecordEmpty nothing_since = {
  .title = N_ ("Nothing Has Changed Since"),
  .description = N_ ("Put together now, the report would say what it said when it was frozen."),
  .owner_field = -1,
};

static const StreekRecordEmpty nothing_before = {
  .title = N_ ("No Difference"),
  .description = N_ ("The report says nothing else than the one before it."),
  .owner_field = -1,
};

/* What is looked at */

static StreekReportOf
get_of (StreekProgressPage *self)
{
  return self->body != 0 ? streek_report_of_body (self->body) : streek_report_of_plan (self->pact);
}

static gboolean
get_period (StreekProgressPage *self, StreekInterval *period)
{
  guint position = gtk_drop_down_get_selected (self->period_drop);

  if (position >= self->periods->len)
    return FALSE;

  *period = g_array_index (self->periods, StreekInterval, position);

  return TRUE;
}

static StreekRecordFigure *
get_figure (StreekProgressPage *self, guint figure)
{
  return STREEK_RECORD_FIGURE (self->figures[figure]);
}

static void
show_figure (StreekProgressPage *self)
{
  guint position = gtk_drop_down_get_selected (self->show_drop);

  if (position < self->shown->len)
    gtk_stack_set_visible_child (self->stack,
                                 self->figures[g_array_index (self->shown, guint, position)]);
}

static void
on_shown_chosen_cb (StreekProgressPage *self)
{
  if (!self->is_filling)
    show_figure (self);
}

static void
add_choice (StreekProgressPage *self, GtkStringList *names, guint figure, const char *name)
{
  g_array_append_val (self->shown, figure);
  gtk_string_list_append (names, name);
}

/* The report first; then what there is to compare it with. */
static void
list_shown (StreekProgressPage *self, const StreekRecords *records, StreekInterval period)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const StreekRecord *report =
    streek_records_find (records, &streek_progress_report_kind, self->report);
  gint64 version =
    report != NULL ? streek_record_get_integer (report, STREEK_PROGRESS_REPORT_VERSION) : 0;
  gboolean has_previous =
    streek_progress_report_find_previous (records, get_of (self), period, version) != NULL;
  GtkWidget *former = gtk_stack_get_visible_child (self->stack);
  guint now = self->body != 0 ? FIGURE_BODY_NOW : FIGURE_NOW;
  guint news = self->body != 0 ? FIGURE_BODY_NEWS : FIGURE_NEWS;
  guint position = 0;

  g_array_set_size (self->shown, 0);
  add_choice (self, names, report != NULL ? FIGURE_FROZEN : now, _ ("The report"));
  if (report != NULL)
    add_choice (self, names, FIGURE_SINCE, _ ("Changed since it was frozen"));
  if (has_previous)
    add_choice (self, names, report != NULL ? FIGURE_BEFORE : news,
                _ ("Difference with the report before"));

  for (guint i = 0; i < self->shown->len; i++)
    if (self->figures[g_array_index (self->shown, guint, i)] == former)
      position = i;

  gtk_drop_down_set_model (self->show_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->show_drop, position);
  gtk_widget_set_visible (self->version_box, self->versions->len > 1);
  gtk_widget_set_visible (self->frozen_box, self->shown->len > 1 || self->versions->len > 1);
}

/* Of which day it is, and whether that is still what is known */

/* (transfer full) */
static char *
describe_day (StreekProgressPage *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  const StreekFormat *format = streek_record_view_get_format (view);
  const StreekRecord *report =
    streek_record_book_find (self->book, &streek_progress_report_kind, self->report);
  StreekDate day = report != NULL ? streek_record_get_day (report, STREEK_PROGRESS_REPORT_FROZEN_ON)
                                  : streek_record_view_get_today (view);
  const char *by =
    report != NULL ? streek_record_get_text (report, STREEK_PROGRESS_REPORT_FROZEN_BY) : NULL;
  g_autofree char *date = streek_format_date (format, day);

  if (report == NULL)
    return g_strdup_printf (_ ("As known on %s"), date);
  if (by == NULL)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("As known and frozen on %s"), date);

  /* Translators: %1$s is a day, %2$s a function: “the coordinator”. */
  return g_strdup_printf (_ ("As known and frozen on %1$s by %2$s"), date, by);
}

/* @since: (nullable): what has changed */
static void
show_day (StreekProgressPage *self, const char *since)
{
  g_autofree char *day = describe_day (self);
  g_autofree char *both = since != NULL ? g_strdup_printf ("%s · %s", day, since) : NULL;

  gtk_label_set_text (self->day_label, both != NULL ? both : day);
}

/* The frozen report that is looked at, else the newest one of the period; 0: none */
static gint64
get_compared (StreekProgressPage *self)
{
  return self->report != 0         ? self->report
         : self->versions->len > 1 ? g_array_index (self->versions, gint64, 1)
                                   : 0;
}

static void
on_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekProgressPage) self = user_data;
  g_autoptr (GError) error = NULL;
  StreekProgressDifference difference;

  if (!streek_progress_since_finish (result, &difference, &error))
    return; /* another question has taken its place */

  const StreekRecord *report =
    streek_record_book_find (self->book, &streek_progress_report_kind, get_compared (self));
  int version =
    report != NULL ? (int) streek_record_get_integer (report, STREEK_PROGRESS_REPORT_VERSION) : 0;
  guint n = streek_progress_difference_count (difference);
  g_autofree char *words =
    n == 0
      /* Translators: %d is a number from 1. */
      ? g_strdup_printf (_ ("Nothing has changed since version %d was frozen."), version)
      /* Translators: %1$u is how many, %2$d the number of a version. */
      : g_strdup_printf (
          ngettext (
            "%1$u action, project, event or target has changed since version %2$d was frozen.",
            "%1$u actions, projects, events and targets have changed since version %2$d was "
            "frozen.",
            n),
          n, version);

  if (report != NULL)
    show_day (self, words);
}

static void
compare (StreekProgressPage *self)
{
  gint64 report = get_compared (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  show_day (self, NULL);

  if (report == 0)
    return;

  self->cancellable = g_cancellable_new ();
  streek_progress_since_async (streek_record_book_get_view (self->book), report, self->cancellable,
                               on_compared_cb, g_object_ref (self));
}

/* Which version */

static void
show_report (StreekProgressPage *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  StreekInterval period;

  if (view == NULL || !get_period (self, &period))
    return;

  gboolean was_filling = self->is_filling;

  self->is_filling = TRUE;
  list_shown (self, streek_record_view_get_records (view), period);
  self->is_filling = was_filling;

  for (guint i = 0; i < N_FIGURES; i++)
    {
      gboolean is_of_plan = i == FIGURE_NOW || i == FIGURE_NEWS;
      gboolean is_of_body = i == FIGURE_BODY_NOW || i == FIGURE_BODY_NEWS;

      streek_record_figure_set_subject (get_figure (self, i), is_of_plan   ? self->pact
                                                              : is_of_body ? self->body
                                                                           : self->report);
      if (is_of_plan || is_of_body)
        streek_record_figure_set_days (get_figure (self, i), period);
    }

  gtk_widget_action_set_enabled (
    GTK_WIDGET (self), "progress.withdraw",
    self->report != 0 && streek_context_can_write (streek_record_book_get_context (self->book)));
  show_figure (self);
  compare (self);
}

static void
on_version_chosen_cb (StreekProgressPage *self)
{
  guint position = gtk_drop_down_get_selected (self->version_drop);

  if (self->is_filling || position >= self->versions->len)
    return;

  self->report = g_array_index (self->versions, gint64, position);
  show_report (self);
}

static void
add_version (StreekProgressPage *self,
             GtkStringList *names,
             const StreekRecord *report,
             const StreekFormat *format)
{
  gint64 id = streek_record_get_id (report);
  g_autofree char *day =
    streek_format_date (format, streek_record_get_day (report, STREEK_PROGRESS_REPORT_FROZEN_ON));
  /* Translators: of a report: %1$d is a number from 1, %2$s a day. */
  g_autofree char *name =
    g_strdup_printf (_ ("Version %1$d, frozen on %2$s"),
                     (int) streek_record_get_integer (report, STREEK_PROGRESS_REPORT_VERSION), day);

  g_array_append_val (self->versions, id);
  gtk_string_list_append (names, name);
}

/* The one that was looked at, where it is still there; else what is known now. */
static void
list_versions (StreekProgressPage *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  StreekInterval period;
  gint64 now = 0;
  guint position = 0;

  if (view == NULL || !get_period (self, &period))
    return;

  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) reports =
    streek_progress_reports_list (streek_record_view_get_records (view), get_of (self), &period);

  g_array_set_size (self->versions, 0);
  g_array_append_val (self->versions, now);
  gtk_string_list_append (names, _ ("As known now"));

  if (streek_record_book_find (self->book, &streek_progress_report_kind, self->awaited) != NULL)
    {
      self->report = self->awaited;
      self->awaited = 0;
    }

  for (guint i = 0; i < reports->len; i++)
    {
      add_version (self, names, reports->pdata[i], streek_record_view_get_format (view));
      if (streek_record_get_id (reports->pdata[i]) == self->report)
        position = i + 1;
    }

  self->report = g_array_index (self->versions, gint64, position);
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->version_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->version_drop, position);
  self->is_filling = FALSE;
  show_report (self);
}

static void
on_period_chosen_cb (StreekProgressPage *self)
{
  if (self->is_filling)
    return;

  self->report = 0;
  list_versions (self);
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

  self->periods = streek_report_periods_list (view, get_of (self));
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
  gtk_widget_action_set_enabled (
    GTK_WIDGET (self), "progress.freeze",
    self->periods->len > 0 &&
      streek_context_can_write (streek_record_book_get_context (self->book)));
  list_versions (self);
}

/* Of what */

/* One whose year programmes draw from the plan. */
static gboolean
draws_from (const StreekRecordView *view, const StreekRecord *programme, gint64 pact)
{
  g_autoptr (GPtrArray) pacts = streek_year_plan_list_pacts (view, programme);

  for (guint i = 0; i < pacts->len; i++)
    if (streek_record_get_id (pacts->pdata[i]) == pact)
      return TRUE;

  return FALSE;
}

static gboolean
has_body (StreekProgressPage *self, gint64 body)
{
  for (guint i = 0; i < self->bodies->len; i++)
    if (g_array_index (self->bodies, gint64, i) == body)
      return TRUE;

  return FALSE;
}

/* The plan, then the bodies that carry it out; where there are none there is nothing to choose. */
static void
list_bodies (StreekProgressPage *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 plan = 0;
  guint position = 0, n;

  if (view == NULL)
    return;

  StreekRecords *records = streek_record_view_get_records (view);
  const StreekRecord *const *programmes =
    streek_records_list (records, &streek_year_programme_kind, &n);

  g_array_set_size (self->bodies, 0);
  g_array_append_val (self->bodies, plan);
  gtk_string_list_append (names, _ ("This plan"));

  for (guint i = 0; i < n; i++)
    {
      gint64 body = streek_record_get_reference (programmes[i], STREEK_YEAR_PROGRAMME_BODY);

      if (has_body (self, body) || !draws_from (view, programmes[i], self->pact))
        continue;

      g_autofree char *title = streek_records_dup_title (records, &streek_body_kind, body);
      /* Translators: of what a report is; %s is a body. */
      g_autofree char *name = g_strdup_printf (_ ("%s, all its plans"), title);

      if (body == self->body)
        position = self->bodies->len;
      g_array_append_val (self->bodies, body);
      gtk_string_list_append (names, name);
    }

  self->body = g_array_index (self->bodies, gint64, position);
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->of_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->of_drop, position);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->of_drop), self->bodies->len > 1);
}

static void
on_of_chosen_cb (StreekProgressPage *self)
{
  guint position = gtk_drop_down_get_selected (self->of_drop);

  if (self->is_filling || position >= self->bodies->len)
    return;

  self->body = g_array_index (self->bodies, gint64, position);
  self->report = 0;
  list_periods (self, FALSE);
}

static void
on_book_changed_cb (StreekProgressPage *self)
{
  list_bodies (self);
  list_periods (self, TRUE);
}

void
streek_progress_page_set_pact (StreekProgressPage *self, gint64 pact)
{
  g_return_if_fail (STREEK_IS_PROGRESS_PAGE (self));

  gboolean is_same = self->pact == pact;

  self->pact = pact;
  if (!is_same)
    {
      self->report = 0;
      self->body = 0;
    }
  list_bodies (self);
  list_periods (self, is_same);
}

/* Freezing and withdrawing */

/* The records with it in them may come later. */
static void
on_frozen_cb (StreekProgressPage *self, gint64 report)
{
  self->awaited = report;
  list_versions (self);
  streek_record_command_tell (GTK_WIDGET (self), _ ("The report was frozen."));
}

static void
on_freeze (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekProgressPage *self = STREEK_PROGRESS_PAGE (widget);
  StreekInterval period;

  if (streek_record_book_get_view (self->book) == NULL || !get_period (self, &period))
    return;

  GtkWidget *window = streek_freeze_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                self->book, get_of (self), period);

  g_signal_connect_object (window, "frozen", G_CALLBACK (on_frozen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_withdraw (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekProgressPage *self = STREEK_PROGRESS_PAGE (widget);

  streek_report_withdraw (widget, self->book, self->report);
}

static StreekPrintout *
streek_progress_page_dup_printout (StreekPrintable *printable)
{
  GtkWidget *shown = gtk_stack_get_visible_child (STREEK_PROGRESS_PAGE (printable)->stack);

  return shown != NULL ? streek_printable_dup_printout (STREEK_PRINTABLE (shown)) : NULL;
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
  /* gtk_widget_dispose_template() of GTK 4.8 only lets go what has a name */
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), STREEK_TYPE_PROGRESS_PAGE);
  g_clear_object (&self->book);
  g_clear_pointer (&self->bodies, g_array_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->versions, g_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);

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
  gtk_widget_class_bind_template_child (widget_class, StreekProgressPage, of_drop);
  gtk_widget_class_bind_template_child (widget_class, StreekProgressPage, period_drop);
  gtk_widget_class_bind_template_child (widget_class, StreekProgressPage, frozen_box);
  gtk_widget_class_bind_template_child (widget_class, StreekProgressPage, version_box);
  gtk_widget_class_bind_template_child (widget_class, StreekProgressPage, version_drop);
  gtk_widget_class_bind_template_child (widget_class, StreekProgressPage, show_drop);
  gtk_widget_class_bind_template_child (widget_class, StreekProgressPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, StreekProgressPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_of_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_period_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_version_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_shown_chosen_cb);
  gtk_widget_class_install_action (widget_class, "progress.freeze", NULL, on_freeze);
  gtk_widget_class_install_action (widget_class, "progress.withdraw", NULL, on_withdraw);
}

static void
streek_progress_page_init (StreekProgressPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_drop_down_fold (self->of_drop, 20);
  streek_drop_down_fold (self->period_drop, 12);
  streek_drop_down_fold (self->version_drop, 12);
  streek_drop_down_fold (self->show_drop, 12);
  self->bodies = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->periods = g_array_new (FALSE, FALSE, sizeof (StreekInterval));
  self->versions = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.freeze", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.withdraw", FALSE);
}

GtkWidget *
streek_progress_page_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekProgressPage *self = g_object_new (STREEK_TYPE_PROGRESS_PAGE, NULL);

  self->book = g_object_ref (book);
  self->figures[FIGURE_NOW] =
    streek_record_figure_new_days_matrix (book, streek_progress_matrix_new, &nothing_done);
  self->figures[FIGURE_NEWS] =
    streek_record_figure_new_days_matrix (book, streek_progress_news_matrix_new, &nothing_new);
  self->figures[FIGURE_BODY_NOW] =
    streek_record_figure_new_days_matrix (book, streek_body_progress_matrix_new, &nothing_done);
  self->figures[FIGURE_BODY_NEWS] =
    streek_record_figure_new_days_matrix (book, streek_body_progress_news_matrix_new, &nothing_new);
  self->figures[FIGURE_FROZEN] =
    streek_record_figure_new_matrix (book, streek_frozen_progress_matrix_new, &nothing_frozen);
  self->figures[FIGURE_SINCE] =
    streek_record_figure_new_matrix (book, streek_progress_since_matrix_new, &nothing_since);
  self->figures[FIGURE_BEFORE] =
    streek_record_figure_new_matrix (book, streek_progress_before_matrix_new, &nothing_before);
  for (guint i = 0; i < N_FIGURES; i++)
    gtk_stack_add_child (self->stack, self->figures[i]);
  g_signal_connect_object (book, "changed", G_CALLBACK (on_book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_book_changed_cb (self);

  return GTK_WIDGET (self);
}
