/* streek-context.c: what the window is about: workspace, areas, date, indicator and their figure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-context"
#include "config.h"
#include "streek-context-private.h"
#include "indicator/streek-policy-limits.h"
#include "workspace/streek-figures.h"

enum
{
  PROP_0,
  PROP_FIGURE,
  PROP_LOADING,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DATA_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekContext, streek_context, G_TYPE_OBJECT)

/* Both snapshots, read in one go. */
typedef struct
{
  StreekAreas *areas;
  StreekCatalogue *catalogue;
} Snapshots;

static void
snapshots_free (Snapshots *snapshots)
{
  g_clear_pointer (&snapshots->areas, streek_areas_unref);
  g_clear_pointer (&snapshots->catalogue, streek_catalogue_unref);
  g_free (snapshots);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Snapshots, snapshots_free)

void
streek_context_notify_loading (StreekContext *self)
{
  gboolean loading = streek_context_get_loading (self);

  if (loading == self->was_loading)
    return;

  self->was_loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

void
streek_context_cancel_job (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);

  g_clear_object (cancellable);
}

void
streek_context_take_figure (StreekContext *self,
                            StreekFigure *figure,
                            GHashTable *rows,
                            GError *error)
{
  g_clear_pointer (&self->rows, g_hash_table_unref);
  if (figure != NULL)
    self->rows = rows != NULL ? rows : streek_context_index_rows (figure);
  g_clear_pointer (&self->figure, streek_figure_unref);
  g_clear_error (&self->error);
  self->figure = figure;
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

static void
load_snapshots_in_thread (GTask *task,
                          gpointer source,
                          gpointer task_data,
                          GCancellable *cancellable)
{
  StreekWorkspace *workspace = task_data;
  g_autoptr (Snapshots) snapshots = g_new0 (Snapshots, 1);
  GError *error = NULL;

  snapshots->areas = streek_workspace_dup_areas (workspace, &error);
  if (snapshots->areas != NULL)
    snapshots->catalogue = streek_workspace_dup_catalogue (workspace, &error);

  if (snapshots->catalogue != NULL)
    g_task_return_pointer (task, g_steal_pointer (&snapshots), (GDestroyNotify) snapshots_free);
  else
    g_task_return_error (task, error);
}

gboolean
streek_context_replace_string (char **place, const char *value)
{
  if (g_strcmp0 (*place, value) == 0)
    return FALSE;

  g_free (*place);
  *place = g_strdup (value);
  return TRUE;
}

static gboolean
has_set (StreekContext *self, const char *code)
{
  return code == NULL || streek_areas_find_set (self->areas, code, NULL) != NULL;
}

static gboolean
has_policy (StreekContext *self)
{
  const StreekIndicator *indicator = streek_context_get_indicator (self);

  return indicator != NULL && streek_catalogue_find_policy_limits (
                                self->catalogue, indicator, self->spec->policy, NULL) != NULL;
}

/* What was taken away again cannot be shown: its areas give way to those shown before them.
 * Returns whether the spec differs. */
static gboolean
leave_what_is_gone (StreekContext *self)
{
  gboolean changed = FALSE;

  if (!has_set (self, self->spec->set))
    {
      gboolean back = self->former_set != NULL && has_set (self, self->former_set);

      streek_selection_set_hovered (self->selection, NULL);
      streek_selection_clear (self->selection);
      changed |=
        streek_context_replace_string (&self->spec->set, back ? self->former_set : "gemeente");
    }
  if (!has_set (self, self->spec->outline_set))
    changed |= streek_context_replace_string (&self->spec->outline_set, NULL);
  if (!has_set (self, self->spec->overlay_set))
    changed |= streek_context_replace_string (&self->spec->overlay_set, NULL);
  if (self->spec->within != NULL && streek_context_get_within_area (self) == NULL)
    changed |= streek_context_replace_string (&self->spec->within, NULL);
  if (self->spec->indicator != NULL && streek_context_get_indicator (self) == NULL)
    changed |= streek_context_replace_string (&self->spec->indicator, NULL);
  if (self->spec->method == STREEK_CLASSES_POLICY && !has_policy (self))
    {
      streek_figure_spec_forget_limits (self->spec);
      changed = TRUE;
    }

  return changed;
}

static void
on_snapshots_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekContext *self = STREEK_CONTEXT (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (Snapshots) snapshots = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading_data);

  if (snapshots == NULL)
    {
      streek_context_take_figure (self, NULL, NULL, g_steal_pointer (&error));
      streek_context_notify_loading (self);
      return;
    }

  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->catalogue, streek_catalogue_unref);
  self->areas = g_steal_pointer (&snapshots->areas);
  self->catalogue = g_steal_pointer (&snapshots->catalogue);

  gboolean changed = leave_what_is_gone (self);

  g_signal_emit (self, signals[SIGNAL_DATA_CHANGED], 0);
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  streek_context_make_figure (self);
}

static void
on_store_changed_cb (StreekContext *self)
{
  streek_context_reload (self);
}

void
streek_context_spec_changed (StreekContext *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  streek_context_make_figure (self);
}

static void
streek_context_dispose (GObject *object)
{
  StreekContext *self = STREEK_CONTEXT (object);

  streek_context_cancel_job (&self->loading_data);
  streek_context_cancel_job (&self->loading_figure);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (streek_workspace_get_store (self->workspace), self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (streek_context_parent_class)->dispose (object);
}

static void
streek_context_finalize (GObject *object)
{
  StreekContext *self = STREEK_CONTEXT (object);

  g_clear_pointer (&self->own_area, g_free);
  g_clear_pointer (&self->former_set, g_free);
  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->catalogue, streek_catalogue_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->figure, streek_figure_unref);
  g_clear_pointer (&self->spec, streek_figure_spec_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (streek_context_parent_class)->finalize (object);
}

static void
streek_context_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StreekContext *self = STREEK_CONTEXT (object);

  switch (id)
    {
    case PROP_FIGURE:
      g_value_set_pointer (value, streek_context_get_figure (self));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, streek_context_get_loading (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_context_class_init (StreekContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = streek_context_dispose;
  object_class->finalize = streek_context_finalize;
  object_class->get_property = streek_context_get_property;

  properties[PROP_FIGURE] =
    g_param_spec_pointer ("figure", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DATA_CHANGED] =
    g_signal_new ("data-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
streek_context_init (StreekContext *self)
{
  self->selection = streek_selection_new ();
  self->spec = streek_figure_spec_new ();
}

StreekContext *
streek_context_new (void)
{
  return g_object_new (STREEK_TYPE_CONTEXT, NULL);
}

StreekContext *
streek_context_new_beside (StreekContext *other)
{
  StreekContext *self = streek_context_new ();

  self->shares_selection = other != NULL;
  if (other != NULL)
    g_set_object (&self->selection, other->selection);

  return self;
}

StreekWorkspace *
streek_context_get_workspace (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), NULL);

  return self->workspace;
}

/**
 * streek_context_can_write:
 *
 * Returns: whether there is a workspace that takes changes: it is neither locked by somebody else
 *   nor read-only on the disk
 */
gboolean
streek_context_can_write (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), FALSE);

  return self->workspace != NULL &&
         !streek_store_is_read_only (streek_workspace_get_store (self->workspace));
}

/* Lets go of all that is of the former workspace. */
static void
replace_workspace (StreekContext *self, StreekWorkspace *workspace)
{
  streek_context_cancel_job (&self->loading_data);
  streek_context_cancel_job (&self->loading_figure);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (streek_workspace_get_store (self->workspace), self);

  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->catalogue, streek_catalogue_unref);
  streek_selection_clear (self->selection);
  streek_selection_set_hovered (self->selection, NULL);

  if (workspace != NULL)
    g_signal_connect_object (streek_workspace_get_store (workspace), "changed",
                             G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * streek_context_set_workspace:
 * @self: a context
 * @workspace: (nullable): what is shown from now on
 *
 * Drops what was read from the former workspace and starts to read the new one. "data-changed"
 * is emitted at once (nothing is there any more) and again when the snapshots have arrived.
 */
void
streek_context_set_workspace (StreekContext *self, StreekWorkspace *workspace)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  if (self->workspace == workspace)
    return;

  replace_workspace (self, workspace);
  streek_context_take_figure (self, NULL, NULL, NULL);
  g_signal_emit (self, signals[SIGNAL_DATA_CHANGED], 0);
  streek_context_reload (self);
}

/**
 * streek_context_take_opened:
 * @self: a context
 * @opened: what an opening brought
 *
 * Shows another workspace at once: nothing has to be read any more.
 */
void
streek_context_take_opened (StreekContext *self, const StreekOpened *opened)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));
  g_return_if_fail (opened != NULL);

  replace_workspace (self, opened->workspace);
  self->areas = streek_areas_ref (opened->areas);
  self->catalogue = streek_catalogue_ref (opened->catalogue);
  streek_figure_spec_free (self->spec);
  self->spec = streek_figure_spec_copy (opened->spec);

  g_signal_emit (self, signals[SIGNAL_DATA_CHANGED], 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (opened->figure != NULL)
    streek_context_take_figure (self, streek_figure_ref (opened->figure), NULL, NULL);
  else
    streek_context_make_figure (self);
}

const char *
streek_context_get_own_area (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), NULL);

  return self->own_area;
}

void
streek_context_set_own_area (StreekContext *self, const char *ref)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  if (streek_context_replace_string (&self->own_area, ref != NULL && *ref != '\0' ? ref : NULL))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

StreekAreas *
streek_context_get_areas (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), NULL);

  return self->areas;
}

StreekCatalogue *
streek_context_get_catalogue (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), NULL);

  return self->catalogue;
}

StreekSelection *
streek_context_get_selection (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), NULL);

  return self->selection;
}

const StreekFigureSpec *
streek_context_get_spec (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), NULL);

  return self->spec;
}

/**
 * streek_context_set_spec:
 * @self: a context
 * @spec: what to show
 *
 * Takes a copy of @spec. Codes of areas mean something in one set only, so another set clears
 * the selection.
 */
void
streek_context_set_spec (StreekContext *self, const StreekFigureSpec *spec)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));
  g_return_if_fail (spec != NULL);

  if (streek_figure_spec_equal (self->spec, spec))
    return;

  gboolean other_set = g_strcmp0 (self->spec->set, spec->set) != 0;
  StreekFigureSpec *copy = streek_figure_spec_copy (spec);

  if (other_set)
    streek_context_replace_string (&self->former_set, self->spec->set);
  streek_figure_spec_free (self->spec);
  self->spec = copy;

  if (other_set)
    {
      streek_selection_set_hovered (self->selection, NULL);
      streek_selection_clear (self->selection);
    }
  streek_context_spec_changed (self);
}

StreekFigure *
streek_context_get_figure (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), NULL);

  return self->figure;
}

void
streek_context_show_figure (StreekContext *self, StreekFigure *figure)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self) && self->workspace == NULL);

  if (!self->shares_selection)
    {
      streek_selection_clear (self->selection);
      streek_selection_set_hovered (self->selection, NULL);
    }
  streek_context_take_figure (self, figure, NULL, NULL);
}

/**
 * streek_context_find_row:
 * @self: a context
 * @code: (nullable): code of an area
 *
 * Returns: its row in the figure, -1 where it has none
 */
int
streek_context_find_row (StreekContext *self, const char *code)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), -1);

  return code != NULL && self->rows != NULL
           ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, code)) - 1
           : -1;
}

char *
streek_context_dup_pointed_words (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), NULL);

  int row = streek_context_find_row (self, streek_selection_get_hovered (self->selection));

  return self->figure != NULL && row >= 0
           ? streek_figure_describe_row (self->figure, (guint) row, streek_format_get_default ())
           : NULL;
}

gboolean
streek_context_get_loading (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), FALSE);

  return self->loading_data != NULL || self->loading_figure != NULL;
}

const GError *
streek_context_get_error (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), NULL);

  return self->error;
}

/**
 * streek_context_reload:
 * @self: a context
 *
 * Reads areas and indicators again, then makes the figure; what is shown stays until then.
 */
void
streek_context_reload (StreekContext *self)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  streek_context_cancel_job (&self->loading_data);

  if (self->workspace != NULL)
    {
      self->loading_data = g_cancellable_new ();

      g_autoptr (GTask) task = g_task_new (self, self->loading_data, on_snapshots_loaded_cb, NULL);

      g_task_set_source_tag (task, streek_context_reload);
      g_task_set_task_data (task, g_object_ref (self->workspace), g_object_unref);
      g_task_run_in_thread (task, load_snapshots_in_thread);
    }

  streek_context_notify_loading (self);
}

/**
 * streek_context_set_follower:
 * @self: a context
 * @follower: (nullable): what to do with every new figure from now on; static
 * @owner: who gets it; takes the follower back before it goes
 *
 * A figure of which only the colours changed takes as long to paint as to make. Painted later, it
 * would miss the frame that the words around it begin, which is most of a frame lost.
 */
void
streek_context_set_follower (StreekContext *self,
                             const StreekFigureFollower *follower,
                             gpointer owner)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  self->follower = follower;
  self->follower_owner = follower != NULL ? owner : NULL;
}
