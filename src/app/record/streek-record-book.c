/* streek-record-book.c: the records as they are now, for every page of a window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-book.h"

struct _StreekRecordBook
{
  GObject parent_instance;

  StreekContext *context; /* not owned: it owns us */
  StreekRecordView *view; /* (nullable) */
  GError *error;
  GCancellable *cancellable;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekRecordBook, streek_record_book, G_TYPE_OBJECT)

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekRecordBook) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  StreekRecordView *view =
    streek_workspace_load_record_view_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_pointer (&self->view, streek_record_view_unref);
  g_clear_error (&self->error);
  self->view = view;
  self->error = g_steal_pointer (&error);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
stop (StreekRecordBook *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (StreekRecordBook *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  stop (self);

  if (workspace != NULL)
    {
      self->cancellable = g_cancellable_new ();
      streek_workspace_load_record_view_async (workspace, self->cancellable, on_loaded_cb,
                                               g_object_ref (self));
      return;
    }

  g_clear_error (&self->error);
  g_clear_pointer (&self->view, streek_record_view_unref);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
streek_record_book_dispose (GObject *object)
{
  StreekRecordBook *self = STREEK_RECORD_BOOK (object);

  stop (self);
  g_clear_pointer (&self->view, streek_record_view_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (streek_record_book_parent_class)->dispose (object);
}

static void
streek_record_book_class_init (StreekRecordBookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_record_book_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_record_book_init (StreekRecordBook *self)
{
}

StreekRecordBook *
streek_record_book_get (StreekContext *context)
{
  static const char key[] = "streek-record-book";

  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekRecordBook *self = g_object_get_data (G_OBJECT (context), key);

  if (self != NULL)
    return self;

  self = g_object_new (STREEK_TYPE_RECORD_BOOK, NULL);
  self->context = context;
  g_object_set_data_full (G_OBJECT (context), key, self, g_object_unref);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}

StreekContext *
streek_record_book_get_context (StreekRecordBook *self)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (self), NULL);

  return self->context;
}

StreekRecordView *
streek_record_book_get_view (StreekRecordBook *self)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (self), NULL);

  return self->view;
}

const StreekRecord *
streek_record_book_find (StreekRecordBook *self, const StreekRecordKind *kind, gint64 id)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (self), NULL);

  return self->view != NULL
           ? streek_records_find (streek_record_view_get_records (self->view), kind, id)
           : NULL;
}

const GError *
streek_record_book_get_error (StreekRecordBook *self)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (self), NULL);

  return self->error;
}
