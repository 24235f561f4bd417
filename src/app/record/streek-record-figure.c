/* streek-record-figure.c: a matrix or a timeline of records, made anew when its records change */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-figure.h"

#include "actor/streek-document.h"
#include "matrix/streek-matrix-view.h"
#include "matrix/streek-timeline-view.h"
#include "print/streek-printable.h"
#include "record/streek-cited-opener.h"
#include "record/streek-record-command.h"
#include "record/streek-record-window.h"
#include "streek-seen.h"
#include "streek-waiting.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _StreekRecordFigure
{
  GtkWidget parent_instance;

  GtkStack *stack; /* figure, empty, loading */
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  GtkWidget *view; /* a StreekGridView */

  StreekRecordBook *book;
  StreekMatrixFunc make_matrix;          /* (nullable) */
  StreekDaysMatrixFunc make_days_matrix; /* (nullable) */
  StreekTimelineFunc make_timeline;      /* (nullable) */
  const StreekRecordEmpty *empty;
  StreekRecordOpenFunc opener; /* (nullable) */
  gpointer opener_data;
  gint64 subject;
  StreekInterval days;
  GCancellable *cancellable;            /* (nullable): of the work under way */
  const StreekRecordKind *carried_kind; /* (nullable): of cards that may be carried */
  guint carried_field;
  char *carried; /* (nullable): id of the card that was, until it is seen in its new place */
};

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekRecordFigure,
                               streek_record_figure,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

/* Making */

typedef struct
{
  StreekRecordView *view;
  StreekMatrixFunc make_matrix;
  StreekDaysMatrixFunc make_days_matrix;
  StreekTimelineFunc make_timeline;
  gint64 subject;
  StreekInterval days;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  streek_record_view_unref (job->view);
  g_free (job);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;

  if (job->make_timeline != NULL)
    {
      StreekTimeline *timeline = job->make_timeline (job->view, job->subject, &error);

      if (timeline != NULL)
        g_task_return_pointer (task, timeline, (GDestroyNotify) streek_timeline_unref);
      else
        g_task_return_error (task, error);
      return;
    }

  StreekMatrix *matrix = job->make_matrix != NULL
                           ? job->make_matrix (job->view, job->subject, &error)
                           : job->make_days_matrix (job->view, job->subject, job->days, &error);

  if (matrix != NULL)
    g_task_return_pointer (task, matrix, (GDestroyNotify) streek_matrix_unref);
  else
    g_task_return_error (task, error);
}

/* Who carried a card goes on with it. */
static void
show_carried (StreekRecordFigure *self, const StreekMatrix *matrix)
{
  g_autofree char *carried = g_steal_pointer (&self->carried);

  for (guint row = 0; carried != NULL && row < streek_matrix_get_n_rows (matrix); row++)
    for (guint column = 0; column < streek_matrix_get_n_columns (matrix); column++)
      if (g_strcmp0 (streek_matrix_get_cell_id (matrix, row, column), carried) == 0)
        streek_grid_view_show_place (STREEK_GRID_VIEW (self->view), (int) row, (int) column);
}

static void
show_figure (StreekRecordFigure *self, gpointer figure)
{
  if (self->carried_kind != NULL)
    streek_grid_view_set_carries (
      STREEK_GRID_VIEW (self->view),
      streek_context_can_write (streek_record_book_get_context (self->book)));

  if (self->make_timeline != NULL)
    streek_timeline_view_set_timeline (STREEK_TIMELINE_VIEW (self->view), figure);
  else
    streek_matrix_view_set_matrix (STREEK_MATRIX_VIEW (self->view), figure);
}

static void
release (StreekRecordFigure *self, gpointer figure)
{
  if (self->make_timeline != NULL)
    streek_timeline_unref (figure);
  else
    streek_matrix_unref (figure);
}

static void
show_empty (StreekRecordFigure *self)
{
  gboolean can_begin = self->empty->button != NULL &&
                       streek_context_can_write (streek_record_book_get_context (self->book)) &&
                       (self->subject != 0 || self->empty->owner_field < 0);

  show_figure (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), can_begin);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekRecordFigure) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer figure = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (figure == NULL)
    {
      show_empty (self);
      return;
    }

  show_figure (self, figure);
  if (self->make_matrix != NULL)
    show_carried (self, figure);
  release (self, figure);
  gtk_stack_set_visible_child_name (self->stack, "figure");
}

static void
make (GtkWidget *widget)
{
  StreekRecordFigure *self = STREEK_RECORD_FIGURE (widget);
  StreekRecordView *view = streek_record_book_get_view (self->book);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (view == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "loading");
      return;
    }

  Job *job = g_new0 (Job, 1);

  self->cancellable = g_cancellable_new ();
  job->view = streek_record_view_ref (view);
  job->make_matrix = self->make_matrix;
  job->make_days_matrix = self->make_days_matrix;
  job->make_timeline = self->make_timeline;
  job->subject = self->subject;
  job->days = self->days;

  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_made_cb, g_object_ref (self));

  g_task_set_return_on_cancel (task, FALSE);
  g_task_set_check_cancellable (task, TRUE);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, make_in_thread);
}

static void
renew (StreekRecordFigure *self)
{
  streek_renew_when_seen (GTK_WIDGET (self), make);
}

void
streek_record_figure_set_subject (StreekRecordFigure *self, gint64 subject)
{
  g_return_if_fail (STREEK_IS_RECORD_FIGURE (self));

  if (self->subject == subject)
    return;

  self->subject = subject;
  renew (self);
}

void
streek_record_figure_set_days (StreekRecordFigure *self, StreekInterval days)
{
  g_return_if_fail (STREEK_IS_RECORD_FIGURE (self));

  if (self->days.from == days.from && self->days.to == days.to)
    return;

  self->days = days;
  renew (self);
}

/* Opening */

/* "plan_item:123"; FALSE for a word of the figure's own. */
static gboolean
open_id (StreekRecordFigure *self, const char *id)
{
  const char *colon = id != NULL ? strchr (id, ':') : NULL;
  g_autofree char *name = colon != NULL ? g_strndup (id, (gsize) (colon - id)) : NULL;
  const StreekRecordKind *kind = name != NULL ? streek_record_kinds_find (name) : NULL;

  if (kind == NULL)
    return FALSE;

  streek_record_open (GTK_WIDGET (self), streek_record_book_get_context (self->book), kind,
                      g_ascii_strtoll (colon + 1, NULL, 10));

  return TRUE;
}

static void
on_cell_activated_cb (StreekRecordFigure *self,
                      const char *row,
                      const char *column,
                      const char *item)
{
  if (self->opener != NULL && self->opener (row, column, item, self->opener_data))
    return;

  if (!open_id (self, item) && !open_id (self, row))
    open_id (self, column);
}

/* What the figure itself says of a place, else what the record there cites. */
static gboolean
find_cited (StreekRecordFigure *self,
            const char *source,
            const char *place,
            StreekRecordCited *cited)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  const char *colon = place != NULL ? strchr (place, ':') : NULL;
  g_autofree char *name = colon != NULL ? g_strndup (place, (gsize) (colon - place)) : NULL;
  const StreekRecordKind *kind = name != NULL ? streek_record_kinds_find (name) : NULL;

  if (view == NULL)
    return FALSE;

  StreekRecords *records = streek_record_view_get_records (view);

  if (source != NULL)
    return streek_record_cited_parse_place (source, records, cited);

  const StreekRecord *record =
    kind != NULL ? streek_records_find (records, kind, g_ascii_strtoll (colon + 1, NULL, 10))
                 : NULL;

  return record != NULL && streek_record_find_cited (record, records, cited);
}

static gboolean
find_source (const char *row,
             const char *column,
             const char *item,
             const char *source_id,
             StreekGridSource *source,
             gpointer data)
{
  const char *place = item != NULL ? item : row != NULL ? row : column;
  StreekRecordCited cited;

  if (!find_cited (data, source_id, place, &cited))
    return FALSE;

  source->place = streek_record_cited_dup_place (&cited);
  source->words = streek_document_dup_reference (cited.document, cited.page);

  return TRUE;
}

static void
on_source_activated_cb (StreekRecordFigure *self, const char *place)
{
  streek_cited_open_place (GTK_WIDGET (self), self->book, place);
}

static void
on_carried_cb (StreekRecordFigure *self, const char *item, const char *column)
{
  const char *colon = strchr (item, ':');
  gint64 id = colon != NULL ? g_ascii_strtoll (colon + 1, NULL, 10) : 0;
  StreekRecordChanges *changes;

  if (self->carried_kind == NULL ||
      streek_record_book_find (self->book, self->carried_kind, id) == NULL)
    return;

  changes = streek_record_changes_new ();
  streek_record_changes_set_text (changes, self->carried_kind, id, self->carried_field,
                                  g_str_equal (column, "none") ? "" : column);
  g_free (self->carried);
  self->carried = g_strdup (item);
  streek_record_command_run_for (GTK_WIDGET (self), self->book, changes, self->carried_kind, id,
                                 STREEK_RECORD_CHANGED);
}

void
streek_record_figure_set_carried (StreekRecordFigure *self,
                                  const StreekRecordKind *kind,
                                  guint field)
{
  g_return_if_fail (STREEK_IS_RECORD_FIGURE (self) && kind != NULL && field < kind->n_fields);

  self->carried_kind = kind;
  self->carried_field = field;
  g_signal_connect_object (self->view, "card-carried", G_CALLBACK (on_carried_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
on_begin_cb (StreekRecordFigure *self)
{
  guint field = self->empty->owner_field >= 0 ? (guint) self->empty->owner_field : 0;

  streek_record_open_new (GTK_WIDGET (self), streek_record_book_get_context (self->book),
                          self->empty->kind, field,
                          self->empty->owner_field >= 0 ? self->subject : 0);
}

static StreekPrintout *
streek_record_figure_dup_printout (StreekPrintable *printable)
{
  StreekRecordFigure *self = STREEK_RECORD_FIGURE (printable);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "figure") == 0
           ? streek_printable_dup_printout (STREEK_PRINTABLE (self->view))
           : NULL;
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_record_figure_dup_printout;
}

static void
streek_record_figure_dispose (GObject *object)
{
  StreekRecordFigure *self = STREEK_RECORD_FIGURE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), STREEK_TYPE_RECORD_FIGURE);
  g_clear_object (&self->book);
  g_clear_pointer (&self->carried, g_free);

  G_OBJECT_CLASS (streek_record_figure_parent_class)->dispose (object);
}

static void
streek_record_figure_class_init (StreekRecordFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_record_figure_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-record-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekRecordFigure, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordFigure, empty_page);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordFigure, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_cb);
}

static void
streek_record_figure_init (StreekRecordFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  renew (self);
}

static GtkWidget *
new_figure (StreekRecordBook *book, GtkWidget *view, const StreekRecordEmpty *empty)
{
  StreekRecordFigure *self = g_object_new (STREEK_TYPE_RECORD_FIGURE, NULL);

  self->book = g_object_ref (book);
  self->empty = empty;
  self->view = view;
  adw_status_page_set_title (self->empty_page, _ (empty->title));
  adw_status_page_set_description (self->empty_page, _ (empty->description));
  if (empty->button != NULL)
    gtk_button_set_label (self->empty_button, _ (empty->button));
  gtk_stack_add_named (self->stack, view, "figure");
  g_signal_connect_object (view, "cell-activated", G_CALLBACK (on_cell_activated_cb), self,
                           G_CONNECT_SWAPPED);
  streek_grid_view_set_source_func (STREEK_GRID_VIEW (view), find_source, self);
  g_signal_connect_object (view, "source-activated", G_CALLBACK (on_source_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

GtkWidget *
streek_record_figure_new_matrix (StreekRecordBook *book,
                                 StreekMatrixFunc func,
                                 const StreekRecordEmpty *empty)
{
  GtkWidget *self = new_figure (book, streek_matrix_view_new (), empty);

  STREEK_RECORD_FIGURE (self)->make_matrix = func;

  return self;
}

GtkWidget *
streek_record_figure_new_days_matrix (StreekRecordBook *book,
                                      StreekDaysMatrixFunc func,
                                      const StreekRecordEmpty *empty)
{
  GtkWidget *self = new_figure (book, streek_matrix_view_new (), empty);

  STREEK_RECORD_FIGURE (self)->make_days_matrix = func;

  return self;
}

GtkWidget *
streek_record_figure_new_timeline (StreekRecordBook *book,
                                   StreekTimelineFunc func,
                                   const StreekRecordEmpty *empty)
{
  GtkWidget *self = new_figure (book, streek_timeline_view_new (), empty);

  STREEK_RECORD_FIGURE (self)->make_timeline = func;

  return self;
}

void
streek_record_figure_set_opener (StreekRecordFigure *self, StreekRecordOpenFunc func, gpointer data)
{
  g_return_if_fail (STREEK_IS_RECORD_FIGURE (self));

  self->opener = func;
  self->opener_data = data;
}

GtkWidget *
streek_record_figure_get_view (StreekRecordFigure *self)
{
  g_return_val_if_fail (STREEK_IS_RECORD_FIGURE (self), NULL);

  return self->view;
}
