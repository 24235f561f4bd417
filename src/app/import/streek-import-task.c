/* streek-import-task.c: one file on its way in, with every decision about it; what the assistant
 * shows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-import-task.h"

#include "import/streek-profiled.h"

#include <string.h>

/* Several decisions in a row are one reading. */
#define EDIT_DELAY_MS 200

struct _StreekImportTask
{
  GObject parent_instance;

  StreekWorkspace *workspace;
  StreekImportTaskState state;
  StreekImportWish *wish; /* what a person said; its mapping is the one that is edited */
  StreekImportLoad *load; /* (nullable) */
  StreekImport *import;   /* (nullable) */
  GError *error;          /* (nullable) */
  GPtrArray *answers;
  double progress;

  GCancellable *cancellable; /* (nullable): of what is under way */
  guint begin_id;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PROGRESS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void profiled_iface_init (StreekProfiledInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekImportTask,
                               streek_import_task,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PROFILED, profiled_iface_init))

static void
answer_free (gpointer data)
{
  StreekImportAnswer *answer = data;

  g_free (answer->key);
  g_free (answer->label);
  g_free (answer);
}

static void
set_state (StreekImportTask *self, StreekImportTaskState state)
{
  self->state = state;
  self->progress = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
fail (StreekImportTask *self, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  set_state (self, STREEK_IMPORT_TASK_FAILED);
}

static void
cancel (StreekImportTask *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->begin_id, g_source_remove);
}

/* Called only while the reading is under way, which holds a reference. */
static void
on_progress_cb (double fraction, gpointer data)
{
  StreekImportTask *self = data;

  if (self->state != STREEK_IMPORT_TASK_READING)
    return;

  self->progress = fraction;
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekImportTask) self = user_data; /* the reference taken when the reading began */
  GError *error = NULL;
  StreekImport *import = streek_imports_read_finish (STREEK_WORKSPACE (source), result, &error);

  /* another reading began, or a person stopped this one */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_error (&error);
      g_clear_pointer (&import, streek_import_unref);
      return;
    }

  g_clear_pointer (&self->import, streek_import_unref);
  self->import = import;

  if (import == NULL)
    fail (self, error);
  else
    set_state (self, STREEK_IMPORT_TASK_READY);
}

static void
take_load (StreekImportTask *self, StreekImportLoad *load)
{
  g_clear_pointer (&self->load, streek_import_load_free);
  self->load = load;

  if (self->wish->source == NULL && load->source != NULL)
    self->wish->source = streek_source_ref (load->source);
  if (self->wish->mapping == NULL && load->mapping != NULL)
    self->wish->mapping = streek_mapping_copy (load->mapping);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekImportTask) self = user_data; /* the reference taken when it began */
  g_autoptr (StreekImportLoad) load =
    streek_import_load_finish (STREEK_WORKSPACE (source), result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || load == NULL)
    return;

  take_load (self, g_steal_pointer (&load));

  if (self->load->error != NULL)
    {
      g_clear_pointer (&self->import, streek_import_unref);
      fail (self, g_error_copy (self->load->error));
      return;
    }

  set_state (self, STREEK_IMPORT_TASK_READING);
  streek_imports_read_async (self->workspace, self->load->source, self->wish->path,
                             self->load->mapping, on_progress_cb, self, self->cancellable,
                             on_read_cb, g_object_ref (self));
}

static StreekImportWish *
copy_wish (const StreekImportWish *wish)
{
  StreekImportWish *copy = streek_import_wish_new (wish->path);

  copy->encoding = g_strdup (wish->encoding);
  copy->separator = wish->separator;
  copy->sheet = g_strdup (wish->sheet);
  copy->hint = g_strdup (wish->hint);
  copy->no_profile = wish->no_profile;
  copy->source = wish->source != NULL ? streek_source_ref (wish->source) : NULL;
  copy->mapping = wish->mapping != NULL ? streek_mapping_copy (wish->mapping) : NULL;

  return copy;
}

static void
begin (StreekImportTask *self)
{
  cancel (self);
  g_clear_error (&self->error);
  self->cancellable = g_cancellable_new ();
  streek_import_load_async (self->workspace, copy_wish (self->wish), self->cancellable,
                            on_loaded_cb, g_object_ref (self));
  set_state (self, STREEK_IMPORT_TASK_LOADING);
}

static gboolean
on_edited_cb (gpointer user_data)
{
  StreekImportTask *self = user_data;

  self->begin_id = 0;
  begin (self);

  return G_SOURCE_REMOVE;
}

/* What was compared with is no longer what is there. */
static void
on_store_changed_cb (StreekImportTask *self)
{
  if (self->state != STREEK_IMPORT_TASK_COMMITTING && self->state != STREEK_IMPORT_TASK_DONE)
    streek_import_task_edited (self);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekImportTask) self = user_data; /* the reference taken when it began */
  GError *error = NULL;

  g_clear_object (&self->cancellable);

  if (streek_imports_commit_finish (STREEK_WORKSPACE (source), result, &error))
    set_state (self, STREEK_IMPORT_TASK_DONE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&error);
      set_state (self, STREEK_IMPORT_TASK_READY);
    }
  else
    fail (self, error);
}

static void
streek_import_task_dispose (GObject *object)
{
  StreekImportTask *self = STREEK_IMPORT_TASK (object);

  cancel (self);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (streek_import_task_parent_class)->dispose (object);
}

static void
streek_import_task_finalize (GObject *object)
{
  StreekImportTask *self = STREEK_IMPORT_TASK (object);

  g_clear_pointer (&self->wish, streek_import_wish_free);
  g_clear_pointer (&self->load, streek_import_load_free);
  g_clear_pointer (&self->import, streek_import_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (streek_import_task_parent_class)->finalize (object);
}

static void
streek_import_task_class_init (StreekImportTaskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = streek_import_task_dispose;
  object_class->finalize = streek_import_task_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_import_task_init (StreekImportTask *self)
{
  self->answers = g_ptr_array_new_with_free_func (answer_free);
}

/**
 * streek_import_task_new:
 * @hint: (nullable): code of an indicator to propose where the file says none
 */
StreekImportTask *
streek_import_task_new (StreekWorkspace *workspace, const char *path, const char *hint)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && path != NULL, NULL);

  StreekImportTask *self = g_object_new (STREEK_TYPE_IMPORT_TASK, NULL);

  self->workspace = g_object_ref (workspace);
  self->wish = streek_import_wish_new (path);
  self->wish->hint = g_strdup (hint);
  g_signal_connect_object (streek_workspace_get_store (workspace), "changed",
                           G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);
  begin (self);

  return self;
}

StreekWorkspace *
streek_import_task_get_workspace (StreekImportTask *self)
{
  return self->workspace;
}

const char *
streek_import_task_get_path (StreekImportTask *self)
{
  return self->wish->path;
}

StreekImportTaskState
streek_import_task_get_state (StreekImportTask *self)
{
  return self->state;
}

gboolean
streek_import_task_is_busy (StreekImportTask *self)
{
  return self->state == STREEK_IMPORT_TASK_LOADING || self->state == STREEK_IMPORT_TASK_READING ||
         self->state == STREEK_IMPORT_TASK_COMMITTING || self->begin_id != 0;
}

double
streek_import_task_get_progress (StreekImportTask *self)
{
  return self->progress;
}

const GError *
streek_import_task_get_error (StreekImportTask *self)
{
  return self->error;
}

const StreekImportLoad *
streek_import_task_get_load (StreekImportTask *self)
{
  return self->load;
}

StreekImport *
streek_import_task_get_import (StreekImportTask *self)
{
  return self->import;
}

const char *
streek_import_task_get_encoding (StreekImportTask *self)
{
  return self->wish->encoding;
}

/* Whether nobody said so, but the assistant was opened from that indicator. */
gboolean
streek_import_task_is_hinted (StreekImportTask *self)
{
  return self->wish->hint != NULL && self->wish->mapping != NULL &&
         g_strcmp0 (self->wish->mapping->indicator, self->wish->hint) == 0;
}

char
streek_import_task_get_separator (StreekImportTask *self)
{
  return self->wish->separator;
}

const char *
streek_import_task_get_sheet (StreekImportTask *self)
{
  return self->wish->sheet;
}

StreekMapping *
streek_import_task_get_mapping (StreekImportTask *self)
{
  return self->wish->mapping;
}

/**
 * streek_import_task_edited:
 *
 * Tells that the mapping was changed. What is under way ends; the file is read again a moment
 * after the last change.
 */
void
streek_import_task_edited (StreekImportTask *self)
{
  g_return_if_fail (STREEK_IS_IMPORT_TASK (self));

  cancel (self);
  self->begin_id = g_timeout_add (EDIT_DELAY_MS, on_edited_cb, self);
  set_state (self, STREEK_IMPORT_TASK_LOADING);
}

/* Another way to look at the file: everything that was found in it is found anew. */
static void
start_over (StreekImportTask *self)
{
  g_clear_pointer (&self->wish->mapping, streek_mapping_free);
  g_ptr_array_set_size (self->answers, 0);
  begin (self);
}

void
streek_import_task_set_encoding (StreekImportTask *self, const char *encoding)
{
  g_return_if_fail (STREEK_IS_IMPORT_TASK (self));

  g_clear_pointer (&self->wish->source, streek_source_unref);
  g_free (self->wish->encoding);
  self->wish->encoding = g_strdup (encoding);
  start_over (self);
}

void
streek_import_task_set_separator (StreekImportTask *self, char separator)
{
  g_return_if_fail (STREEK_IS_IMPORT_TASK (self));

  g_clear_pointer (&self->wish->source, streek_source_unref);
  self->wish->separator = separator;
  start_over (self);
}

void
streek_import_task_set_sheet (StreekImportTask *self, const char *name)
{
  g_return_if_fail (STREEK_IS_IMPORT_TASK (self));

  g_free (self->wish->sheet);
  self->wish->sheet = g_strdup (name);
  start_over (self);
}

void
streek_import_task_set_profile (StreekImportTask *self, const StreekMapping *profile)
{
  g_return_if_fail (STREEK_IS_IMPORT_TASK (self));

  g_autoptr (StreekMapping) copy = profile != NULL ? streek_mapping_copy (profile) : NULL;

  g_clear_pointer (&self->wish->mapping, streek_mapping_free);
  g_ptr_array_set_size (self->answers, 0);
  self->wish->no_profile = profile == NULL;
  self->wish->mapping = g_steal_pointer (&copy);
  if (self->wish->mapping != NULL && self->wish->sheet != NULL)
    streek_mapping_set_text (&self->wish->mapping->sheets, self->wish->sheet);
  begin (self);
}

static StreekMarks
parse_marks (const char *value)
{
  if (g_strcmp0 (value, "comma") == 0)
    return STREEK_MARKS_COMMA;

  return g_strcmp0 (value, "point") == 0 ? STREEK_MARKS_POINT : STREEK_MARKS_UNDECIDED;
}

static void
put_text (GHashTable *table, const char *key, const char *value)
{
  if (value != NULL)
    g_hash_table_insert (table, g_strdup (key), g_strdup (value));
  else
    g_hash_table_remove (table, key);
}

/* @value: (nullable): NULL takes the answer back */
static void
apply (StreekMapping *mapping, StreekAnswerKind kind, const char *key, const char *value)
{
  StreekMappingColumn *column;

  switch (kind)
    {
    case STREEK_ANSWER_MARKS:
      column = streek_mapping_find_column (mapping, key);
      if (column != NULL)
        column->marks = parse_marks (value);
      break;
    case STREEK_ANSWER_AREA:
      put_text (mapping->areas, key, value);
      break;
    case STREEK_ANSWER_INDICATOR:
      put_text (mapping->indicators, key, value);
      break;
    case STREEK_ANSWER_PERIOD:
      streek_mapping_set_text (&mapping->period, value);
      break;
    case STREEK_ANSWER_WHOLE_AREA:
    default:
      streek_mapping_set_text (&mapping->area, value);
      break;
    }
}

/**
 * streek_import_task_answer:
 * @question: of the import
 * @value: what goes into the mapping
 * @label: the same in words, for the list of what was answered
 *
 * Answers a question and reads the file again with it.
 */
void
streek_import_task_answer (StreekImportTask *self,
                           const StreekImportQuestion *question,
                           const char *value,
                           const char *label)
{
  g_return_if_fail (STREEK_IS_IMPORT_TASK (self) && question != NULL && value != NULL);
  g_return_if_fail (self->wish->mapping != NULL);

  StreekImportAnswer *answer = g_new0 (StreekImportAnswer, 1);

  answer->kind = question->kind;
  answer->key =
    g_strdup (question->kind == STREEK_ANSWER_MARKS ? question->column : question->text);
  answer->label = g_strdup (label);
  g_ptr_array_add (self->answers, answer);
  apply (self->wish->mapping, answer->kind, answer->key, value);
  streek_import_task_edited (self);
}

GPtrArray *
streek_import_task_get_answers (StreekImportTask *self)
{
  return self->answers;
}

void
streek_import_task_take_back (StreekImportTask *self, guint answer)
{
  g_return_if_fail (STREEK_IS_IMPORT_TASK (self) && answer < self->answers->len);

  const StreekImportAnswer *taken = self->answers->pdata[answer];

  apply (self->wish->mapping, taken->kind, taken->key, NULL);
  g_ptr_array_remove_index (self->answers, answer);
  streek_import_task_edited (self);
}

/* What is being written is taken back whole; then there is still an import to look at. */
void
streek_import_task_stop (StreekImportTask *self)
{
  g_return_if_fail (STREEK_IS_IMPORT_TASK (self));

  if (self->state == STREEK_IMPORT_TASK_COMMITTING)
    {
      g_cancellable_cancel (self->cancellable);
      return;
    }

  cancel (self);
  set_state (self, STREEK_IMPORT_TASK_STOPPED);
}

void
streek_import_task_read_again (StreekImportTask *self)
{
  g_return_if_fail (STREEK_IS_IMPORT_TASK (self));

  begin (self);
}

/**
 * streek_import_task_commit:
 * @accept_partial: what was rejected may stay behind
 *
 * Writes what was read, in one command. Its end is a change of state.
 */
void
streek_import_task_commit (StreekImportTask *self, gboolean accept_partial)
{
  g_return_if_fail (STREEK_IS_IMPORT_TASK (self));
  g_return_if_fail (self->state == STREEK_IMPORT_TASK_READY && self->import != NULL);

  cancel (self);
  self->cancellable = g_cancellable_new ();
  set_state (self, STREEK_IMPORT_TASK_COMMITTING);
  streek_imports_commit_async (self->workspace, self->import, accept_partial, self->cancellable,
                               on_committed_cb, g_object_ref (self));
}

/* As who has a profile */

static StreekWorkspace *
get_workspace (StreekProfiled *profiled)
{
  return STREEK_IMPORT_TASK (profiled)->workspace;
}

static const char *
get_profile (StreekProfiled *profiled, const char **title)
{
  const StreekMapping *mapping = streek_import_task_get_mapping (STREEK_IMPORT_TASK (profiled));

  *title = mapping != NULL ? mapping->title : NULL;

  return mapping != NULL ? mapping->name : NULL;
}

static gboolean
is_own (StreekProfiled *profiled)
{
  const StreekImportLoad *load = STREEK_IMPORT_TASK (profiled)->load;
  const char *title, *name = get_profile (profiled, &title);

  return load != NULL && load->own != NULL && name != NULL &&
         g_hash_table_contains (load->own, name);
}

static gboolean
can_take (StreekProfiled *profiled)
{
  const StreekImportLoad *load = STREEK_IMPORT_TASK (profiled)->load;

  return load != NULL && load->source != NULL;
}

static gboolean
can_make (StreekProfiled *profiled)
{
  return streek_import_task_get_mapping (STREEK_IMPORT_TASK (profiled)) != NULL;
}

static StreekMapping *
make_profile (StreekProfiled *profiled, const char *name, const char *title)
{
  return streek_profile_new_from_mapping (
    streek_import_task_get_mapping (STREEK_IMPORT_TASK (profiled)), name, title);
}

/* The columns keep their meaning for this file. */
static void
set_profile (StreekProfiled *profiled, const char *name, const char *title)
{
  StreekMapping *mapping = streek_import_task_get_mapping (STREEK_IMPORT_TASK (profiled));

  streek_mapping_set_text (&mapping->name, name);
  if (name != NULL)
    streek_mapping_set_text (&mapping->title, title);
}

static void
take_profile (StreekProfiled *profiled, const StreekMapping *profile)
{
  streek_import_task_set_profile (STREEK_IMPORT_TASK (profiled), profile);
}

static void
profiled_iface_init (StreekProfiledInterface *iface)
{
  iface->records = STREEK_PROFILE_FIGURES;
  iface->get_workspace = get_workspace;
  iface->get_profile = get_profile;
  iface->is_own = is_own;
  iface->can_take = can_take;
  iface->can_make = can_make;
  iface->make_profile = make_profile;
  iface->set_profile = set_profile;
  iface->take_profile = take_profile;
}
