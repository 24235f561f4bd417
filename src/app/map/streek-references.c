/* streek-references.c: the values of the own area, the provinces and Vlaanderen, to compare with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-references"
#include "config.h"
#include "map/streek-references.h"
#include "workspace/streek-figures.h"

#include <string.h>

typedef struct
{
  char *name;
  char *value;
} Reference;

#define LOAD_DELAY_MS 60

struct _StreekReferences
{
  GObject parent_instance;

  StreekContext *context;
  GHashTable *references; /* (nullable) (element-type utf8 Reference) by SET:CODE */
  char *own;
  guint load_id; /* source that begins to load, 0: none */
  GCancellable *loading;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekReferences, streek_references, G_TYPE_OBJECT)

static const char *const reference_sets[] = { "provincie", "gewest" };

/* What the worker needs, all its own. */
typedef struct
{
  StreekWorkspace *workspace;
  StreekFigureSpec *spec;
  char *own; /* (nullable) */
} LoadJob;

static void
load_job_free (LoadJob *job)
{
  g_object_unref (job->workspace);
  streek_figure_spec_free (job->spec);
  g_free (job->own);
  g_free (job);
}

static void
reference_free (Reference *reference)
{
  g_free (reference->name);
  g_free (reference->value);
  g_free (reference);
}

static char *
dup_cell (StreekTable *table, guint row, const char *column_id)
{
  int column = streek_table_find_column (table, column_id);

  return column >= 0 ? streek_table_format_cell (table, row, column, streek_format_get_default ())
                     : NULL;
}

/* The value with its unit; why there is none in words where there is none. */
static char *
dup_value (StreekTable *table, guint row)
{
  int column = streek_table_find_column (table, "value");
  StreekMissing missing = streek_table_get_missing (table, row, column);

  if (missing != STREEK_MISSING_NONE)
    return g_strdup (streek_missing_get_label (missing));

  g_autofree char *number = dup_cell (table, row, "value");

  return g_strcmp0 (streek_table_get_column_unit (table, column), "%") == 0
           ? g_strconcat (number, " %", NULL)
           : g_steal_pointer (&number);
}

/* All areas of @set, or @area alone where there is one. */
static gboolean
read_values (LoadJob *job,
             const char *set,
             const char *area,
             GHashTable *references,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (StreekTable) table =
    streek_workspace_read_shown_values (job->workspace, job->spec, set, area, cancellable, error);

  if (table == NULL)
    return FALSE;

  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    {
      g_autofree char *code = dup_cell (table, row, "code");
      Reference *reference = g_new0 (Reference, 1);

      reference->name = dup_cell (table, row, "name");
      reference->value = dup_value (table, row);
      g_hash_table_replace (references, g_strdup_printf ("%s:%s", set, code), reference);
    }

  return TRUE;
}

static gboolean
read_own (LoadJob *job, GHashTable *references, GCancellable *cancellable, GError **error)
{
  const char *colon = strchr (job->own, ':');

  if (colon == NULL)
    return TRUE;

  g_autofree char *set = g_strndup (job->own, colon - job->own);

  return read_values (job, set, job->own, references, cancellable, error);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  LoadJob *job = task_data;
  g_autoptr (GHashTable) references =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) reference_free);
  GError *error = NULL;
  gboolean done = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (reference_sets) && done; i++)
    done = read_values (job, reference_sets[i], NULL, references, cancellable, &error);
  if (done && job->own != NULL)
    done = read_own (job, references, cancellable, &error);

  if (done)
    g_task_return_pointer (task, g_steal_pointer (&references),
                           (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekReferences *self = STREEK_REFERENCES (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) references = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Where the map itself has figures and these have not, there is nothing to compare with. */
  g_clear_object (&self->loading);
  g_clear_pointer (&self->references, g_hash_table_unref);
  self->references = g_steal_pointer (&references);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static LoadJob *
make_job (StreekReferences *self)
{
  LoadJob *job = g_new0 (LoadJob, 1);

  job->workspace = g_object_ref (streek_context_get_workspace (self->context));
  job->spec = streek_figure_spec_copy (streek_context_get_spec (self->context));
  job->own = g_strdup (self->own);

  return job;
}

static gboolean
load_cb (gpointer user_data)
{
  StreekReferences *self = user_data;
  const char *own = streek_context_get_own_area (self->context);

  self->load_id = 0;
  g_free (self->own);
  self->own = g_strdup (own != NULL ? own : streek_context_get_spec (self->context)->within);

  if (streek_context_get_figure (self->context) == NULL ||
      streek_context_get_indicator (self->context) == NULL ||
      streek_context_get_workspace (self->context) == NULL)
    {
      g_clear_pointer (&self->references, g_hash_table_unref);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return G_SOURCE_REMOVE;
    }

  self->loading = g_cancellable_new ();

  g_autoptr (GTask) task = g_task_new (self, self->loading, on_loaded_cb, NULL);

  g_task_set_source_tag (task, load_cb);
  g_task_set_task_data (task, make_job (self), (GDestroyNotify) load_job_free);
  g_task_run_in_thread (task, load_in_thread);

  return G_SOURCE_REMOVE;
}

/* The map comes first: it needs the same processors. */
static void
queue_load (StreekReferences *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->load_id, g_source_remove);
  self->load_id = g_timeout_add_full (G_PRIORITY_LOW, LOAD_DELAY_MS, load_cb, self, NULL);
}

static void
streek_references_dispose (GObject *object)
{
  StreekReferences *self = STREEK_REFERENCES (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->load_id, g_source_remove);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_references_parent_class)->dispose (object);
}

static void
streek_references_finalize (GObject *object)
{
  StreekReferences *self = STREEK_REFERENCES (object);

  g_clear_pointer (&self->references, g_hash_table_unref);
  g_clear_pointer (&self->own, g_free);

  G_OBJECT_CLASS (streek_references_parent_class)->finalize (object);
}

static void
streek_references_class_init (StreekReferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_references_dispose;
  G_OBJECT_CLASS (klass)->finalize = streek_references_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_references_init (StreekReferences *self)
{
}

StreekReferences *
streek_references_new (StreekContext *context)
{
  StreekReferences *self = g_object_new (STREEK_TYPE_REFERENCES, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::figure", G_CALLBACK (queue_load), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (queue_load), self, G_CONNECT_SWAPPED);

  return self;
}

const char *
streek_references_get_own (StreekReferences *self)
{
  g_return_val_if_fail (STREEK_IS_REFERENCES (self), NULL);

  return self->own;
}

static char *
dup_container (StreekReferences *self, const char *set, const StreekArea *area)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  const StreekArea *container =
    areas != NULL && area != NULL
      ? streek_areas_find_container (areas, set, area, streek_context_get_area_date (self->context))
      : NULL;

  return container != NULL ? g_strdup_printf ("%s:%s", set, container->code) : NULL;
}

char *
streek_references_dup_province_of (StreekReferences *self, const StreekArea *area)
{
  g_return_val_if_fail (STREEK_IS_REFERENCES (self), NULL);

  return dup_container (self, reference_sets[0], area);
}

char *
streek_references_dup_region_of (StreekReferences *self, const StreekArea *area)
{
  g_return_val_if_fail (STREEK_IS_REFERENCES (self), NULL);

  return dup_container (self, reference_sets[1], area);
}

static const Reference *
find (StreekReferences *self, const char *ref)
{
  return self->references != NULL && ref != NULL ? g_hash_table_lookup (self->references, ref)
                                                 : NULL;
}

const char *
streek_references_get_name (StreekReferences *self, const char *ref)
{
  g_return_val_if_fail (STREEK_IS_REFERENCES (self), NULL);

  const Reference *reference = find (self, ref);

  return reference != NULL ? reference->name : NULL;
}

const char *
streek_references_get_value (StreekReferences *self, const char *ref)
{
  g_return_val_if_fail (STREEK_IS_REFERENCES (self), NULL);

  const Reference *reference = find (self, ref);

  return reference != NULL ? reference->value : NULL;
}
