/* streek-reference-changes.c: what new reference data would change, in words a person understands
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-reference-changes.h"
#include "base/streek-paths.h"
#include "workspace/streek-reference-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_group (gpointer data)
{
  StreekReferenceGroup *group = data;

  g_ptr_array_unref (group->lines);
  g_free (group);
}

void
streek_reference_update_free (StreekReferenceUpdate *update)
{
  if (update == NULL)
    return;

  g_free (update->old_version);
  g_free (update->new_version);
  g_clear_pointer (&update->groups, g_ptr_array_unref);
  g_clear_pointer (&update->corrections, g_ptr_array_unref);
  g_free (update);
}

static GPtrArray *
make_lines (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) streek_reference_line_free);
}

/**
 * streek_reference_compare_versions:
 * @a: (nullable): a version: numbers between dots, "2026.1"
 * @b: (nullable): another
 *
 * Compares number by number, so that 10 comes after 9; no version is older than any.
 *
 * Returns: below 0 where @a is older, above 0 where it is newer, 0 where they are the same
 */
int
streek_reference_compare_versions (const char *a, const char *b)
{
  g_auto (GStrv) parts_a = g_strsplit (a != NULL ? a : "", ".", -1);
  g_auto (GStrv) parts_b = g_strsplit (b != NULL ? b : "", ".", -1);

  for (guint i = 0; parts_a[i] != NULL && parts_b[i] != NULL; i++)
    {
      guint64 number_a = g_ascii_strtoull (parts_a[i], NULL, 10);
      guint64 number_b = g_ascii_strtoull (parts_b[i], NULL, 10);

      if (number_a != number_b)
        return number_a < number_b ? -1 : 1;
    }

  return (int) g_strv_length (parts_a) - (int) g_strv_length (parts_b);
}

static const char *
get_group_title (StreekReferenceGroupId id)
{
  switch (id)
    {
    case STREEK_REFERENCE_GROUP_AREAS:
      return C_ ("reference data", "Areas");
    case STREEK_REFERENCE_GROUP_MEMBERSHIPS:
      return C_ ("reference data", "Memberships");
    case STREEK_REFERENCE_GROUP_NAMES:
      return C_ ("reference data", "Names");
    case STREEK_REFERENCE_GROUP_BOUNDARIES:
      return C_ ("reference data", "Boundaries");
    case STREEK_REFERENCE_GROUP_INDICATORS:
      return C_ ("reference data", "Indicators");
    case STREEK_REFERENCE_GROUP_FIGURES:
    default:
      return C_ ("reference data", "Figures");
    }
}

/**
 * streek_reference_group_dup_summary:
 *
 * Returns: (transfer full): "3 added, 1 changed", without what does not occur
 */
char *
streek_reference_group_dup_summary (const StreekReferenceGroup *group)
{
  GString *text = g_string_new (NULL);

  if (group->n_added > 0)
    g_string_append_printf (text, ngettext ("%u added", "%u added", group->n_added),
                            group->n_added);
  if (group->n_changed > 0)
    {
      g_string_append (text, text->len > 0 ? ", " : "");
      g_string_append_printf (text, ngettext ("%u changed", "%u changed", group->n_changed),
                              group->n_changed);
    }
  if (group->n_removed > 0)
    {
      g_string_append (text, text->len > 0 ? ", " : "");
      g_string_append_printf (text, ngettext ("%u removed", "%u removed", group->n_removed),
                              group->n_removed);
    }

  return g_string_free (text, FALSE);
}

static void
add_line (StreekReferenceGroup *group, StreekReferenceLine *line)
{
  switch (line->kind)
    {
    case STREEK_REFERENCE_ADDED:
      group->n_added++;
      break;
    case STREEK_REFERENCE_REMOVED:
      group->n_removed++;
      break;
    case STREEK_REFERENCE_CHANGED:
      group->n_changed++;
      break;
    }

  g_ptr_array_add (group->lines, line);
}

static gboolean
put_in_words (StreekReferenceUpdate *update,
              const StreekReferenceSides *sides,
              GPtrArray *changes,
              GError **error)
{
  for (StreekReferenceGroupId id = 0; id < STREEK_REFERENCE_N_GROUPS; id++)
    {
      StreekReferenceGroup *group = g_new0 (StreekReferenceGroup, 1);

      group->id = id;
      group->title = get_group_title (id);
      group->lines = make_lines ();
      g_ptr_array_add (update->groups, group);
    }

  for (guint i = 0; i < changes->len; i++)
    {
      StreekReferenceGroupId id;
      const StreekReferenceChange *change = g_ptr_array_index (changes, i);

      if (!streek_reference_find_group (change, &id))
        continue;

      StreekReferenceLine *line =
        streek_reference_line_new (sides, change, update->corrections, error);

      if (line == NULL)
        return FALSE;

      add_line (g_ptr_array_index (update->groups, id), line);
    }

  for (guint i = update->groups->len; i > 0; i--)
    if (((StreekReferenceGroup *) g_ptr_array_index (update->groups, i - 1))->lines->len == 0)
      g_ptr_array_remove_index (update->groups, i - 1);

  return TRUE;
}

static gboolean
add_membership_corrections (StreekReferenceUpdate *update,
                            const StreekReferenceSides *sides,
                            GError **error)
{
  g_autoptr (GPtrArray) corrections = streek_membership_list (sides->old_db, error);

  if (corrections == NULL)
    return FALSE;

  for (guint i = 0; i < corrections->len; i++)
    g_ptr_array_add (update->corrections, streek_reference_line_new_for_correction (
                                            sides, g_ptr_array_index (corrections, i)));

  return TRUE;
}

static void
clear_sides (StreekReferenceSides *sides)
{
  g_clear_pointer (&sides->old_areas, streek_areas_unref);
  g_clear_pointer (&sides->new_areas, streek_areas_unref);
  g_clear_pointer (&sides->old_catalogue, streek_catalogue_unref);
  g_clear_pointer (&sides->new_catalogue, streek_catalogue_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekReferenceSides, clear_sides)

static gboolean
compare_sides (StreekReferenceUpdate *update,
               StreekDb *old_db,
               StreekDb *new_db,
               GPtrArray *changes,
               GError **error)
{
  g_auto (StreekReferenceSides) sides = { .old_db = old_db, .new_db = new_db };

  return (sides.old_areas = streek_areas_load (old_db, error)) != NULL &&
         (sides.new_areas = streek_areas_load (new_db, error)) != NULL &&
         (sides.old_catalogue = streek_catalogue_load (old_db, error)) != NULL &&
         (sides.new_catalogue = streek_catalogue_load (new_db, error)) != NULL &&
         add_membership_corrections (update, &sides, error) &&
         put_in_words (update, &sides, changes, error);
}

static char *
dup_version (StreekStore *store)
{
  char *version = streek_store_dup_reference_version (store);

  return version != NULL ? version : g_strdup ("");
}

static StreekStore *
open_template (const char *path, GCancellable *cancellable, GError **error)
{
  return streek_store_open (path, STREEK_STORE_READ_ONLY, streek_schema_get_default (), cancellable,
                            error);
}

/**
 * streek_reference_update_read:
 * @store: the workspace
 * @template_path: a workspace with other reference data
 *
 * Compares the reference data of two files and says what differs, changing nothing. Blocks: for a
 * thread.
 *
 * Returns: (transfer full): the differences, or %NULL with @error set
 */
StreekReferenceUpdate *
streek_reference_update_read (StreekStore *store,
                              const char *template_path,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (STREEK_IS_STORE (store), NULL);
  g_return_val_if_fail (template_path != NULL, NULL);

  g_autoptr (GPtrArray) changes =
    streek_store_list_reference_changes (store, template_path, cancellable, error);
  g_autoptr (StreekStore) template =
    changes != NULL ? open_template (template_path, cancellable, error) : NULL;
  g_autoptr (StreekReader) new_reader =
    template != NULL ? streek_store_borrow_reader (template, cancellable, error) : NULL;
  g_autoptr (StreekReader) old_reader =
    new_reader != NULL ? streek_store_borrow_reader (store, cancellable, error) : NULL;

  if (old_reader == NULL)
    return NULL;

  g_autoptr (StreekReferenceUpdate) update = g_new0 (StreekReferenceUpdate, 1);

  update->old_version = dup_version (store);
  update->new_version = dup_version (template);
  update->groups = g_ptr_array_new_with_free_func (free_group);
  update->corrections = make_lines ();

  if (!compare_sides (update, streek_reader_get_db (old_reader), streek_reader_get_db (new_reader),
                      changes, error))
    return NULL;

  return g_steal_pointer (&update);
}

static char *
get_template_path (void)
{
  return g_build_filename (streek_paths_get_data_dir (), "template.streek", NULL);
}

/**
 * streek_workspace_read_installed_version:
 *
 * Returns: (transfer full): the version of the reference data that come with the program, or %NULL
 *   with @error set
 */
char *
streek_workspace_read_installed_version (GCancellable *cancellable, GError **error)
{
  g_autofree char *path = get_template_path ();
  g_autoptr (StreekStore) template = open_template (path, cancellable, error);

  return template != NULL ? dup_version (template) : NULL;
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autofree char *installed = streek_workspace_read_installed_version (cancellable, &error);
  g_autofree char *own =
    streek_store_dup_reference_version (streek_workspace_get_store (STREEK_WORKSPACE (source)));

  if (installed == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, streek_reference_compare_versions (own, installed) < 0);
}

/**
 * streek_workspace_is_outdated_async:
 *
 * Asks whether the program came with newer reference data than the workspace has. Reads two
 * versions only; what differs is streek_workspace_read_update_async().
 */
void
streek_workspace_is_outdated_async (StreekWorkspace *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_workspace_is_outdated_async);
  g_task_run_in_thread (task, compare_in_thread);
}

/**
 * streek_workspace_is_outdated_finish:
 *
 * Returns: whether an update is at hand; %FALSE with @error set where it is not known
 */
gboolean
streek_workspace_is_outdated_finish (StreekWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autofree char *path = get_template_path ();
  StreekReferenceUpdate *update = streek_reference_update_read (
    streek_workspace_get_store (STREEK_WORKSPACE (source)), path, cancellable, &error);

  if (update != NULL)
    g_task_return_pointer (task, update, (GDestroyNotify) streek_reference_update_free);
  else
    g_task_return_error (task, error);
}

/**
 * streek_workspace_read_update_async:
 *
 * streek_reference_update_read() in a thread, against the reference data of the program.
 */
void
streek_workspace_read_update_async (StreekWorkspace *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_workspace_read_update_async);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * streek_workspace_read_update_finish:
 *
 * Returns: (transfer full): the differences, or %NULL with @error set
 */
StreekReferenceUpdate *
streek_workspace_read_update_finish (StreekWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
apply_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autofree char *path = get_template_path ();

  if (streek_store_update_reference (streek_workspace_get_store (STREEK_WORKSPACE (source)), path,
                                     cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * streek_workspace_apply_update_async:
 *
 * streek_store_update_reference() in a thread, with the reference data of the program.
 */
void
streek_workspace_apply_update_async (StreekWorkspace *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_workspace_apply_update_async);
  g_task_run_in_thread (task, apply_in_thread);
}

/**
 * streek_workspace_apply_update_finish:
 *
 * Returns: whether the workspace has the new data now
 */
gboolean
streek_workspace_apply_update_finish (StreekWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
