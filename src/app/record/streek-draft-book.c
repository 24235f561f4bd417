/* streek-draft-book.c: what was typed in forms and not saved, as the file of a window keeps it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-draft-book.h"

#include "workspace/streek-drafts.h"

struct _StreekDraftBook
{
  GObject parent_instance;

  StreekContext *context;     /* not owned: it owns us */
  StreekWorkspace *workspace; /* (nullable): whose drafts these are */
  GPtrArray *drafts;          /* StreekRecordDraft, the newest first */
  GHashTable *in_use;         /* ids, owned: a set */
  GCancellable *cancellable;
  gboolean has_failed;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekDraftBook, streek_draft_book, G_TYPE_OBJECT)

static int
find_place (StreekDraftBook *self, gint64 id)
{
  for (guint i = 0; i < self->drafts->len; i++)
    if (((const StreekRecordDraft *) self->drafts->pdata[i])->id == id)
      return (int) i;

  return -1;
}

/* What was kept while they were read is newer. */
static void
take_loaded (StreekDraftBook *self, GPtrArray *loaded)
{
  for (guint i = 0; i < loaded->len; i++)
    {
      const StreekRecordDraft *draft = loaded->pdata[i];

      if (find_place (self, draft->id) < 0)
        g_ptr_array_add (self->drafts, streek_record_draft_copy (draft));
    }
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekDraftBook) self = user_data; /* the reference taken when it began */
  g_autoptr (GPtrArray) loaded =
    streek_workspace_load_drafts_finish (STREEK_WORKSPACE (source), result, NULL);

  /* a file whose drafts cannot be read says so where its records are read */
  if (loaded == NULL || self->workspace != STREEK_WORKSPACE (source))
    return;

  take_loaded (self, loaded);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
stop (StreekDraftBook *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Another file, or none. */
static void
follow (StreekDraftBook *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  if (workspace == self->workspace)
    return;

  stop (self);
  g_set_object (&self->workspace, workspace);
  g_ptr_array_set_size (self->drafts, 0);
  g_hash_table_remove_all (self->in_use);
  self->has_failed = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  if (workspace != NULL && streek_context_can_write (self->context))
    {
      self->cancellable = g_cancellable_new ();
      streek_workspace_load_drafts_async (workspace, self->cancellable, on_loaded_cb,
                                          g_object_ref (self));
    }
}

static void
streek_draft_book_dispose (GObject *object)
{
  StreekDraftBook *self = STREEK_DRAFT_BOOK (object);

  stop (self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->in_use, g_hash_table_unref);

  G_OBJECT_CLASS (streek_draft_book_parent_class)->dispose (object);
}

static void
streek_draft_book_class_init (StreekDraftBookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_draft_book_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
streek_draft_book_init (StreekDraftBook *self)
{
  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_record_draft_free);
  self->in_use = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

StreekDraftBook *
streek_draft_book_get (StreekContext *context)
{
  static const char key[] = "streek-draft-book";

  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekDraftBook *self = g_object_get_data (G_OBJECT (context), key);

  if (self != NULL)
    return self;

  self = g_object_new (STREEK_TYPE_DRAFT_BOOK, NULL);
  self->context = context;
  g_object_set_data_full (G_OBJECT (context), key, self, g_object_unref);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);

  return self;
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekDraftBook) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  gboolean is_written = streek_store_run_unrecorded_finish (STREEK_STORE (source), result, &error);
  gboolean is_news = !is_written && !self->has_failed;

  self->has_failed = !is_written;
  if (is_news && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

void
streek_draft_book_keep (StreekDraftBook *self, StreekRecordDraft *draft)
{
  g_return_if_fail (STREEK_IS_DRAFT_BOOK (self) && draft != NULL);

  int place = find_place (self, draft->id);

  if (self->workspace == NULL || !streek_context_can_write (self->context))
    {
      streek_record_draft_free (draft);
      return;
    }

  if (place >= 0)
    g_ptr_array_remove_index (self->drafts, (guint) place);
  g_ptr_array_insert (self->drafts, 0, draft);
  streek_workspace_keep_draft_async (self->workspace, draft, on_written_cb, g_object_ref (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
streek_draft_book_drop (StreekDraftBook *self, gint64 id)
{
  g_return_if_fail (STREEK_IS_DRAFT_BOOK (self));

  int place = find_place (self, id);

  if (place < 0)
    return;

  g_ptr_array_remove_index (self->drafts, (guint) place);
  if (self->workspace != NULL && streek_context_can_write (self->context))
    streek_workspace_drop_draft_async (self->workspace, id, on_written_cb, g_object_ref (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
streek_draft_book_set_in_use (StreekDraftBook *self, gint64 id, gboolean is_in_use)
{
  g_return_if_fail (STREEK_IS_DRAFT_BOOK (self));

  if (is_in_use)
    g_hash_table_add (self->in_use, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->in_use, &id);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const StreekRecordDraft *
streek_draft_book_find (StreekDraftBook *self,
                        const StreekRecordKind *kind,
                        gint64 record,
                        gint64 owner)
{
  const StreekRecordDraft *found = NULL;

  g_return_val_if_fail (STREEK_IS_DRAFT_BOOK (self) && kind != NULL, NULL);

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const StreekRecordDraft *draft = self->drafts->pdata[i];

      if (draft->kind != kind || draft->record != record ||
          streek_record_draft_get_owner (draft) != owner ||
          g_hash_table_contains (self->in_use, &draft->id))
        continue;

      if (streek_record_draft_is_mine (draft))
        return draft;
      if (found == NULL)
        found = draft;
    }

  return found;
}

const StreekRecordDraft *
streek_draft_book_find_interrupted (StreekDraftBook *self)
{
  g_return_val_if_fail (STREEK_IS_DRAFT_BOOK (self), NULL);

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const StreekRecordDraft *draft = self->drafts->pdata[i];

      if (!draft->is_left && streek_record_draft_is_mine (draft) &&
          !g_hash_table_contains (self->in_use, &draft->id))
        return draft;
    }

  return NULL;
}
