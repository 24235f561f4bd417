/* streek-freeze-window.c: freezing a progress report, by whom and with a remark; withdrawing one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-freeze-window.h"

#include "body/streek-body.h"
#include "plan/streek-pact.h"
#include "plan/streek-report-periods.h"
#include "plan/streek-progress-report.h"
#include "record/streek-record-command.h"
#include "workspace/streek-progress-edits.h"

#include <glib/gi18n.h>

struct _StreekFreezeWindow
{
  StreekEditWindow parent_instance;

  GtkLabel *message_label;
  AdwEntryRow *by_row;
  AdwEntryRow *note_row;

  StreekWorkspace *workspace;
  StreekReportOf of;
  StreekInterval period;
};

enum
{
  SIGNAL_FROZEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekFreezeWindow, streek_freeze_window, STREEK_TYPE_EDIT_WINDOW)

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
streek_freeze_window_update (StreekEditWindow *window)
{
  streek_edit_window_set_ready (window, TRUE);
}

static void
on_frozen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekFreezeWindow) self = user_data; /* from streek_edit_window_hold() */
  g_autoptr (GError) error = NULL;
  gint64 id = streek_edits_freeze_progress_finish (STREEK_WORKSPACE (source), result, &error);

  if (id != 0)
    g_signal_emit (self, signals[SIGNAL_FROZEN], 0, id);
  streek_edit_window_end (STREEK_EDIT_WINDOW (self), error);
}

static void
streek_freeze_window_save (StreekEditWindow *window)
{
  StreekFreezeWindow *self = STREEK_FREEZE_WINDOW (window);
  g_autofree char *by = dup_text (self->by_row);
  g_autofree char *note = dup_text (self->note_row);

  streek_edits_freeze_progress_async (self->workspace, self->of, self->period,
                                      *by != '\0' ? by : NULL, *note != '\0' ? note : NULL, NULL,
                                      on_frozen_cb, streek_edit_window_hold (window));
}

static void
on_apply_cb (StreekFreezeWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "edit.save", NULL);
}

static void
streek_freeze_window_dispose (GObject *object)
{
  g_clear_object (&STREEK_FREEZE_WINDOW (object)->workspace);

  G_OBJECT_CLASS (streek_freeze_window_parent_class)->dispose (object);
}

static void
streek_freeze_window_class_init (StreekFreezeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_freeze_window_dispose;
  edit_class->save = streek_freeze_window_save;
  edit_class->update = streek_freeze_window_update;

  signals[SIGNAL_FROZEN] = g_signal_new ("frozen", STREEK_TYPE_FREEZE_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-freeze-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekFreezeWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, StreekFreezeWindow, by_row);
  gtk_widget_class_bind_template_child (widget_class, StreekFreezeWindow, note_row);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_cb);
}

static void
streek_freeze_window_init (StreekFreezeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_edit_window_set_save_label (STREEK_EDIT_WINDOW (self), _ ("_Freeze"));
  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self), TRUE);
}

GtkWidget *
streek_freeze_window_new (GtkWindow *parent,
                          StreekRecordBook *book,
                          StreekReportOf of,
                          StreekInterval period)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekRecordView *view = streek_record_book_get_view (book);
  StreekFreezeWindow *self = g_object_new (STREEK_TYPE_FREEZE_WINDOW, "transient-for", parent,
                                           "modal", TRUE, "destroy-with-parent", TRUE, NULL);
  const StreekFormat *format = streek_record_view_get_format (view);
  StreekDate today = streek_record_view_get_today (view);
  g_autofree char *plan = streek_records_dup_title (
    streek_record_view_get_records (view), of.pact != 0 ? &streek_pact_kind : &streek_body_kind,
    of.pact != 0 ? of.pact : of.body);
  g_autofree char *days = streek_report_period_dup_name (period, format);
  g_autofree char *day = streek_format_date (format, today);
  g_autofree char *message =
    period.to > today
      /* Translators: %1$s is a plan or a body, %2$s a period, %3$s the day of today. */
      ? g_strdup_printf (_ ("“%1$s”, %2$s, as known on %3$s. The period is not over yet."), plan,
                         days, day)
      : g_strdup_printf (_ ("“%1$s”, %2$s, as known on %3$s."), plan, days, day);

  self->workspace =
    g_object_ref (streek_context_get_workspace (streek_record_book_get_context (book)));
  self->of = of;
  self->period = period;
  gtk_label_set_text (self->message_label, message);

  return GTK_WIDGET (self);
}

/* Withdrawing */

typedef struct
{
  GtkWidget *widget;
  StreekRecordBook *book;
  gint64 report;
} Withdrawal;

static void
free_withdrawal (gpointer data)
{
  Withdrawal *withdrawal = data;

  g_object_unref (withdrawal->widget);
  g_object_unref (withdrawal->book);
  g_free (withdrawal);
}

static void
on_answer_cb (GtkWidget *dialog, const char *response)
{
  const Withdrawal *withdrawal = g_object_get_data (G_OBJECT (dialog), "streek-withdrawal");
  const StreekRecordKind *kind = &streek_progress_report_kind;

  if (!g_str_equal (response, "withdraw") ||
      streek_record_book_find (withdrawal->book, kind, withdrawal->report) == NULL)
    return;

  StreekRecords *records =
    streek_record_view_get_records (streek_record_book_get_view (withdrawal->book));
  StreekRecordChanges *changes = streek_record_changes_new ();
  g_autofree char *title = streek_records_dup_title (records, kind, withdrawal->report);

  streek_record_changes_delete (changes, records, kind, withdrawal->report);
  streek_record_command_run (withdrawal->widget, withdrawal->book, changes, kind->remove,
                             g_variant_new ("(s)", title), _ ("The report was withdrawn."));
}

/* Returns: (transfer full): what is lost */
static char *
describe_loss (const StreekRecords *records, gint64 report)
{
  g_autofree char *title = streek_records_dup_title (records, &streek_progress_report_kind, report);
  guint n;

  streek_records_list_by (records, &streek_progress_report_row_kind,
                          STREEK_PROGRESS_REPORT_ROW_REPORT, report, &n);

  return g_strdup_printf (
    /* Translators: %1$u is how many lines, %2$s what the report is called. */
    ngettext (
      "“%2$s” goes with its %1$u line: what was known that day is nowhere else, and cannot "
      "be put together again. Undo brings it back.",
      "“%2$s” goes with its %1$u lines: what was known that day is nowhere else, and cannot "
      "be put together again. Undo brings it back.",
      n),
    n, title);
}

void
streek_report_withdraw (GtkWidget *widget, StreekRecordBook *book, gint64 report)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && STREEK_IS_RECORD_BOOK (book));

  if (streek_record_book_find (book, &streek_progress_report_kind, report) == NULL)
    return;

  g_autofree char *body =
    describe_loss (streek_record_view_get_records (streek_record_book_get_view (book)), report);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                              _ ("Withdraw the Report?"), body);
  Withdrawal *withdrawal = g_new0 (Withdrawal, 1);

  withdrawal->widget = g_object_ref (widget);
  withdrawal->book = g_object_ref (book);
  withdrawal->report = report;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Keep It"), "withdraw",
                                    _ ("_Withdraw"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "withdraw",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_object_set_data_full (G_OBJECT (dialog), "streek-withdrawal", withdrawal, free_withdrawal);
  g_signal_connect (dialog, "response", G_CALLBACK (on_answer_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
