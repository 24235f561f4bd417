/* streek-context.c: what the window is about: workspace, areas, date, indicator and their figure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-context"
#include "config.h"
#include "streek-context.h"
#include "indicator/streek-policy-limits.h"
#include "workspace/streek-figures.h"

#include <math.h>

struct _StreekContext
{
  GObject parent_instance;

  StreekWorkspace *workspace;
  char *own_area;
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  StreekSelection *selection;
  gboolean shares_selection;
  StreekFigureSpec *spec;
  StreekFigure *figure;
  char *former_set; /* (nullable): the set before this one */
  GHashTable *rows; /* (nullable) (element-type utf8 uint): row + 1 of each code in the figure */
  GError *error;
  GCancellable *loading_data;           /* set while snapshots are being read */
  GCancellable *loading_figure;         /* set while a figure is being made */
  gboolean was_loading;                 /* what "notify::loading" said last */
  const StreekFigureFollower *follower; /* (nullable) */
  gpointer follower_owner;
};

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

static void
notify_loading (StreekContext *self)
{
  gboolean loading = streek_context_get_loading (self);

  if (loading == self->was_loading)
    return;

  self->was_loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);

  g_clear_object (cancellable);
}

/* Figures of two periods have the codes of one snapshot of areas, and so the same index. */
static gboolean
has_codes_of (StreekFigure *figure, StreekFigure *other)
{
  StreekTable *table = streek_figure_get_table (figure);
  StreekTable *other_table = streek_figure_get_table (other);
  guint n = streek_table_get_n_rows (table);
  int column = streek_table_find_column (table, "code");
  int other_column = streek_table_find_column (other_table, "code");

  if (column < 0 || other_column < 0 || streek_table_get_n_rows (other_table) != n)
    return FALSE;

  for (guint row = 0; row < n; row++)
    if (streek_table_get_text (table, row, (guint) column) !=
        streek_table_get_text (other_table, row, (guint) other_column))
      return FALSE;

  return TRUE;
}

/* (element-type utf8 uint): row + 1 of each code, which lives in the table of @figure. Any thread.
 */
static GHashTable *
index_rows (StreekFigure *figure)
{
  GHashTable *rows = g_hash_table_new (g_str_hash, g_str_equal);
  StreekTable *table = streek_figure_get_table (figure);
  int column = streek_table_find_column (table, "code");

  for (guint row = 0; column >= 0 && row < streek_table_get_n_rows (table); row++)
    {
      const char *code = streek_table_get_text (table, row, (guint) column);

      if (code != NULL)
        g_hash_table_insert (rows, (gpointer) code, GUINT_TO_POINTER (row + 1));
    }

  return rows;
}

/* Takes @figure, its @rows (NULL: made here) and @error; a figure or an error is NULL. */
static void
take_figure (StreekContext *self, StreekFigure *figure, GHashTable *rows, GError *error)
{
  g_clear_pointer (&self->rows, g_hash_table_unref);
  if (figure != NULL)
    self->rows = rows != NULL ? rows : index_rows (figure);
  g_clear_pointer (&self->figure, streek_figure_unref);
  g_clear_error (&self->error);
  self->figure = figure;
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

/* A figure on its way, and what follows it in the same worker. */
typedef struct
{
  StreekWorkspace *workspace;
  StreekFigureSpec *spec;
  const StreekFigureFollower *follower; /* (nullable) */
  gpointer followed;                    /* (nullable): the job of the follower */
  StreekFigure *former;                 /* (nullable): the figure before */
  GHashTable *former_rows;              /* (nullable): of that */
  GHashTable *rows;                     /* (nullable): of the figure, once it is there */
} FigureJob;

static void
figure_job_free (FigureJob *job)
{
  if (job->followed != NULL)
    job->follower->free (job->followed);
  g_clear_pointer (&job->rows, g_hash_table_unref);
  g_clear_pointer (&job->former_rows, g_hash_table_unref);
  g_clear_pointer (&job->former, streek_figure_unref);
  g_clear_object (&job->workspace);
  g_clear_pointer (&job->spec, streek_figure_spec_free);
  g_free (job);
}

static void
make_figure_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FigureJob *job = task_data;
  GError *error = NULL;
  StreekFigure *figure =
    streek_workspace_make_figure (job->workspace, job->spec, cancellable, &error);

  if (figure == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (job->followed != NULL && !g_cancellable_is_cancelled (cancellable))
    job->follower->work (job->followed, figure);

  job->rows = job->former_rows != NULL && has_codes_of (figure, job->former)
                ? g_hash_table_ref (job->former_rows)
                : index_rows (figure);
  g_task_return_pointer (task, figure, (GDestroyNotify) streek_figure_unref);
}

static void
on_figure_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekContext *self = STREEK_CONTEXT (source);
  FigureJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  StreekFigure *figure = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading_figure);
  if (figure != NULL && job->followed != NULL && job->follower == self->follower)
    job->follower->done (self->follower_owner, job->followed);
  take_figure (self, figure, g_steal_pointer (&job->rows), g_steal_pointer (&error));
  notify_loading (self);
}

static void
begin_figure (StreekContext *self)
{
  self->loading_figure = g_cancellable_new ();

  g_autoptr (GTask) task = g_task_new (self, self->loading_figure, on_figure_made_cb, NULL);
  FigureJob *job = g_new0 (FigureJob, 1);

  job->workspace = g_object_ref (self->workspace);
  job->spec = streek_figure_spec_copy (self->spec);
  if (self->figure != NULL && self->rows != NULL)
    {
      job->former = streek_figure_ref (self->figure);
      job->former_rows = g_hash_table_ref (self->rows);
    }
  job->follower = self->follower;
  if (job->follower != NULL)
    job->followed = job->follower->begin (self->follower_owner);

  g_task_set_source_tag (task, begin_figure);
  g_task_set_task_data (task, job, (GDestroyNotify) figure_job_free);
  g_task_run_in_thread (task, make_figure_in_thread);
}

static void
make_figure (StreekContext *self)
{
  cancel (&self->loading_figure);

  if (self->workspace != NULL && self->areas != NULL && self->spec->set != NULL)
    begin_figure (self);

  notify_loading (self);
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

static gboolean
replace_string (char **place, const char *value)
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
      changed |= replace_string (&self->spec->set, back ? self->former_set : "gemeente");
    }
  if (!has_set (self, self->spec->outline_set))
    changed |= replace_string (&self->spec->outline_set, NULL);
  if (!has_set (self, self->spec->overlay_set))
    changed |= replace_string (&self->spec->overlay_set, NULL);
  if (self->spec->within != NULL && streek_context_get_within_area (self) == NULL)
    changed |= replace_string (&self->spec->within, NULL);
  if (self->spec->indicator != NULL && streek_context_get_indicator (self) == NULL)
    changed |= replace_string (&self->spec->indicator, NULL);
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
      take_figure (self, NULL, NULL, g_steal_pointer (&error));
      notify_loading (self);
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
  make_figure (self);
}

static void
on_store_changed_cb (StreekContext *self)
{
  streek_context_reload (self);
}

/* The spec differs: tell everybody, and have its figure made. */
static void
spec_changed (StreekContext *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  make_figure (self);
}

static void
streek_context_dispose (GObject *object)
{
  StreekContext *self = STREEK_CONTEXT (object);

  cancel (&self->loading_data);
  cancel (&self->loading_figure);
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
  cancel (&self->loading_data);
  cancel (&self->loading_figure);
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
  take_figure (self, NULL, NULL, NULL);
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
    take_figure (self, streek_figure_ref (opened->figure), NULL, NULL);
  else
    make_figure (self);
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

  if (replace_string (&self->own_area, ref != NULL && *ref != '\0' ? ref : NULL))
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
    replace_string (&self->former_set, self->spec->set);
  streek_figure_spec_free (self->spec);
  self->spec = copy;

  if (other_set)
    {
      streek_selection_set_hovered (self->selection, NULL);
      streek_selection_clear (self->selection);
    }
  spec_changed (self);
}

void
streek_context_set_set (StreekContext *self, const char *set)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_copy (self->spec);

  replace_string (&spec->set, set);
  streek_context_set_spec (self, spec);
}

void
streek_context_set_within (StreekContext *self, const char *ref)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  if (replace_string (&self->spec->within, ref))
    spec_changed (self);
}

void
streek_context_set_outline_set (StreekContext *self, const char *set)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  if (replace_string (&self->spec->outline_set, set))
    spec_changed (self);
}

void
streek_context_set_overlay_set (StreekContext *self, const char *set)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  if (replace_string (&self->spec->overlay_set, set))
    spec_changed (self);
}

void
streek_context_set_on (StreekContext *self, StreekDate on)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  if (self->spec->on == on)
    return;

  self->spec->on = on;
  spec_changed (self);
}

/* The other one of two may not be the same, nor be no count where it has circles. */
static void
follow_second (StreekContext *self, StreekFigureSpec *spec)
{
  g_clear_pointer (&spec->second_breaks, g_array_unref);

  if (self->catalogue == NULL || !streek_figure_kind_has_second (spec->kind) ||
      (spec->kind == STREEK_FIGURE_BIVARIATE && g_strcmp0 (spec->second, spec->indicator) != 0))
    return;

  g_autofree char *second =
    g_strdup (streek_figure_kind_suggest_second (spec->kind, spec, self->catalogue));

  g_free (spec->second);
  spec->second = g_steal_pointer (&second);
}

/* Who compares periods or indicators goes on doing so with another indicator, where that can be. */
static gboolean
keeps_kind (StreekContext *self, const StreekFigureSpec *spec)
{
  if (self->catalogue == NULL || spec->kind <= STREEK_FIGURE_CIRCLES)
    return FALSE;

  g_autofree char *why_not = streek_figure_kind_explain_unfit (spec->kind, spec, self->catalogue);

  return why_not == NULL;
}

static int
find_period (GArray *periods, StreekPeriod period)
{
  for (guint i = 0; i < periods->len; i++)
    if (streek_period_equal (g_array_index (periods, StreekPeriod, i), period))
      return (int) i;

  return -1;
}

static gboolean
has_figures (StreekContext *self, const char *code, StreekPeriod period)
{
  const StreekIndicator *indicator =
    self->catalogue != NULL ? streek_catalogue_find (self->catalogue, code, NULL) : NULL;
  g_autoptr (GArray) periods =
    indicator != NULL ? streek_catalogue_list_periods (self->catalogue, indicator) : NULL;

  return periods == NULL || find_period (periods, period) >= 0;
}

/* Maps beside the first that show the same indicator as it: of periods that the new one has, and
 * small maps of periods not without figures. */
static void
fit_panels (StreekContext *self, StreekFigureSpec *spec)
{
  GArray *beside = spec->panels.beside;

  if (spec->indicator == NULL && spec->panels.n_multiples > 0)
    streek_panels_clear (&spec->panels);

  for (guint i = 0; spec->indicator != NULL && beside != NULL && i < beside->len; i++)
    {
      StreekPanel *panel = &g_array_index (beside, StreekPanel, i);

      if (panel->indicator == NULL && !has_figures (self, spec->indicator, panel->period))
        panel->period = (StreekPeriod){ 0 };
    }
}

/**
 * streek_context_set_indicator:
 * @self: a context
 * @code: (nullable): code of an indicator, %NULL to show areas only
 *
 * The period shown stays where the indicator has figures for it, else it is the newest.
 */
void
streek_context_set_indicator (StreekContext *self, const char *code)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_copy (self->spec);

  if (g_strcmp0 (spec->indicator, code) == 0)
    return;

  streek_figure_spec_set_indicator (spec, code);
  if (code == NULL)
    spec->period = (StreekPeriod){ 0 };
  follow_second (self, spec);
  if (!spec->kind_is_automatic && !keeps_kind (self, spec))
    {
      /* colours for two indicators are none for one */
      if (spec->kind == STREEK_FIGURE_BIVARIATE)
        g_clear_pointer (&spec->palette, g_free);
      spec->kind_is_automatic = TRUE;
    }
  fit_panels (self, spec);

  streek_context_set_spec (self, spec);
  streek_context_step_period (self, 0);
}

void
streek_context_set_period (StreekContext *self, StreekPeriod period)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  if (streek_period_equal (self->spec->period, period))
    return;

  self->spec->period = period;
  spec_changed (self);
}

/**
 * streek_context_step_period:
 * @self: a context
 * @steps: how many periods later, negative for earlier; 0 only makes sure the period has figures
 *
 * Returns: whether another period is shown now
 */
gboolean
streek_context_step_period (StreekContext *self, int steps)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), FALSE);

  g_autoptr (GArray) periods = streek_context_list_periods (self);
  int now = find_period (periods, streek_context_get_period (self));
  int wanted = now < 0 ? (int) periods->len - 1 : now + steps;

  if (wanted < 0 || wanted >= (int) periods->len || wanted == now)
    return FALSE;

  streek_context_set_period (self, g_array_index (periods, StreekPeriod, wanted));
  return TRUE;
}

const StreekIndicator *
streek_context_get_indicator (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), NULL);

  if (self->catalogue == NULL || self->spec->indicator == NULL)
    return NULL;

  return streek_catalogue_find (self->catalogue, self->spec->indicator, NULL);
}

/**
 * streek_context_get_period:
 * @self: a context
 *
 * Returns: the period shown: that of the spec, else the newest of the indicator; of kind NONE
 *   where there is no indicator or it has no figures
 */
StreekPeriod
streek_context_get_period (StreekContext *self)
{
  StreekPeriod none = { 0 };

  g_return_val_if_fail (STREEK_IS_CONTEXT (self), none);

  if (self->spec->period.kind != STREEK_PERIOD_NONE)
    return self->spec->period;

  g_autoptr (GArray) periods = streek_context_list_periods (self);

  return periods->len > 0 ? g_array_index (periods, StreekPeriod, periods->len - 1) : none;
}

/**
 * streek_context_list_periods:
 * @self: a context
 *
 * Returns: (transfer full) (element-type StreekPeriod): periods of the indicator that have
 *   figures, ascending; empty without an indicator
 */
GArray *
streek_context_list_periods (StreekContext *self)
{
  const StreekIndicator *indicator = streek_context_get_indicator (self);

  if (indicator == NULL)
    return g_array_new (FALSE, FALSE, sizeof (StreekPeriod));

  return streek_catalogue_list_periods (self->catalogue, indicator);
}

StreekDate
streek_context_get_area_date (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), STREEK_DATE_NONE);

  if (self->spec->on != STREEK_DATE_NONE || self->areas == NULL)
    return self->spec->on;

  const StreekIndicator *indicator = streek_context_get_indicator (self);
  StreekPeriod period = streek_context_get_period (self);

  if (indicator != NULL && period.kind != STREEK_PERIOD_NONE)
    return streek_indicator_get_area_date (indicator, period);

  return streek_areas_get_newest_date (self->areas);
}

const StreekArea *
streek_context_get_within_area (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), NULL);

  if (self->areas == NULL || self->spec->within == NULL)
    return NULL;

  return streek_areas_resolve_ref (self->areas, self->spec->within,
                                   streek_context_get_area_date (self), NULL, NULL);
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
  take_figure (self, figure, NULL, NULL);
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

  cancel (&self->loading_data);

  if (self->workspace != NULL)
    {
      self->loading_data = g_cancellable_new ();

      g_autoptr (GTask) task = g_task_new (self, self->loading_data, on_snapshots_loaded_cb, NULL);

      g_task_set_source_tag (task, streek_context_reload);
      g_task_set_task_data (task, g_object_ref (self->workspace), g_object_unref);
      g_task_run_in_thread (task, load_snapshots_in_thread);
    }

  notify_loading (self);
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
