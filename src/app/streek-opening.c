/* streek-opening.c: a file on its way into a window: opened, read and drawn up in a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-opening"
#include "config.h"
#include "streek-opening.h"
#include "workspace/streek-figures.h"
#include "workspace/streek-views.h"

struct _StreekOpening
{
  GObject parent_instance;

  char *path;
  StreekWorkspaceFlags flags;
  GCancellable *cancellable;
  GTask *done; /* (nullable): holds the result until it is asked for */
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekOpening, streek_opening, G_TYPE_OBJECT)

void
streek_opened_free (StreekOpened *opened)
{
  g_clear_pointer (&opened->figure, streek_figure_unref);
  g_clear_pointer (&opened->catalogue, streek_catalogue_unref);
  g_clear_pointer (&opened->areas, streek_areas_unref);
  g_clear_pointer (&opened->spec, streek_figure_spec_free);
  g_clear_object (&opened->workspace);
  g_free (opened);
}

static gboolean
read_all (StreekOpened *opened, GCancellable *cancellable, GError **error)
{
  StreekStore *store = streek_workspace_get_store (opened->workspace);
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, cancellable, error);

  if (reader == NULL)
    return FALSE;

  opened->spec = streek_views_read_current (streek_reader_get_db (reader), error);
  g_clear_pointer (&reader, streek_store_return_reader);

  if (opened->spec == NULL)
    return FALSE;

  opened->areas = streek_workspace_dup_areas (opened->workspace, error);
  if (opened->areas == NULL)
    return FALSE;

  opened->catalogue = streek_workspace_dup_catalogue (opened->workspace, error);

  return opened->catalogue != NULL;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (StreekOpened) opened = g_new0 (StreekOpened, 1);
  GError *error = NULL;

  opened->workspace =
    streek_workspace_open (task_data, STREEK_OPENING (source)->flags, cancellable, &error);
  if (opened->workspace == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (!read_all (opened, cancellable, &error) || g_cancellable_is_cancelled (cancellable))
    {
      streek_workspace_close (opened->workspace);
      if (error != NULL)
        g_task_return_error (task, error);
      else
        g_task_return_error_if_cancelled (task);
      return;
    }

  /* What cannot be drawn is said on the page, where the reason can be read and something done. */
  opened->figure =
    streek_workspace_make_figure (opened->workspace, opened->spec, cancellable, NULL);
  g_task_return_pointer (task, g_steal_pointer (&opened), (GDestroyNotify) streek_opened_free);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekOpening *self = STREEK_OPENING (source);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  self->done = g_object_ref (G_TASK (result));
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
streek_opening_finalize (GObject *object)
{
  StreekOpening *self = STREEK_OPENING (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->done);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (streek_opening_parent_class)->finalize (object);
}

static void
streek_opening_class_init (StreekOpeningClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_opening_finalize;

  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_opening_init (StreekOpening *self)
{
  self->cancellable = g_cancellable_new ();
}

StreekOpening *
streek_opening_new (const char *path, StreekWorkspaceFlags flags)
{
  StreekOpening *self = g_object_new (STREEK_TYPE_OPENING, NULL);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_opened_cb, NULL);

  self->path = g_strdup (path);
  self->flags = flags;
  g_task_set_source_tag (task, streek_opening_new);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread);

  return self;
}

const char *
streek_opening_get_path (StreekOpening *self)
{
  g_return_val_if_fail (STREEK_IS_OPENING (self), NULL);

  return self->path;
}

void
streek_opening_cancel (StreekOpening *self)
{
  g_return_if_fail (STREEK_IS_OPENING (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * streek_opening_finish:
 * @self: an opening that is done
 * @error: return location for an error of the store, or of what the file holds
 *
 * Returns: (transfer full): what a window needs to show the file, or %NULL with @error set
 */
StreekOpened *
streek_opening_finish (StreekOpening *self, GError **error)
{
  g_return_val_if_fail (STREEK_IS_OPENING (self), NULL);
  g_return_val_if_fail (self->done != NULL, NULL);

  g_autoptr (GTask) task = g_steal_pointer (&self->done);

  return g_task_propagate_pointer (task, error);
}
