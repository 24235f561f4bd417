/* streek-entry-edits.c: single figures and own counts that people enter, as commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-definition-edits.h"

#include "actor/streek-site.h"
#include "workspace/streek-figures.h"

#include <glib/gi18n-lib.h>

/* Copies of what the caller lends. */
typedef struct
{
  StreekValueEntry entry;
  char *indicator;
  char *area;
  char *reason;
  char *source;
  char *footnote;
} EntryEdit;

static void
entry_edit_free (gpointer data)
{
  EntryEdit *edit = data;

  g_free (edit->indicator);
  g_free (edit->area);
  g_free (edit->reason);
  g_free (edit->source);
  g_free (edit->footnote);
  g_free (edit);
}

static EntryEdit *
entry_edit_new (const StreekValueEntry *entry)
{
  EntryEdit *edit = g_new0 (EntryEdit, 1);

  edit->entry = *entry;
  edit->indicator = g_strdup (entry->indicator);
  edit->area = g_strdup (entry->area);
  edit->reason = g_strdup (entry->value.reason);
  edit->source = g_strdup (entry->value.source);
  edit->footnote = g_strdup (entry->note.footnote);
  edit->entry.value.reason = edit->reason;
  edit->entry.value.source = edit->source;
  edit->entry.note.footnote = edit->footnote;

  return edit;
}

static gboolean
run_entry (StreekDb *db, gpointer data, GError **error)
{
  EntryEdit *edit = data;
  g_autoptr (StreekAreas) areas = streek_areas_load (db, error);
  g_autoptr (StreekCatalogue) catalogue = areas != NULL ? streek_catalogue_load (db, error) : NULL;
  StreekEntry entry = {
    .period = edit->entry.period,
    .value = edit->entry.value,
    .note = edit->entry.note,
  };
  StreekDate used;

  entry.indicator =
    catalogue != NULL ? streek_catalogue_find (catalogue, edit->indicator, error) : NULL;

  if (entry.indicator == NULL)
    return FALSE;

  StreekDate on = edit->entry.on != STREEK_DATE_NONE
                    ? edit->entry.on
                    : streek_indicator_get_area_date (entry.indicator, entry.period);

  entry.area = streek_areas_resolve_ref (areas, edit->area, on, &used, error);

  return entry.area != NULL && streek_entry_write (db, areas, catalogue, &entry, error);
}

/**
 * streek_edits_enter_value_async:
 * @entry: the figure, with where it was read; everything is copied
 */
void
streek_edits_enter_value_async (StreekWorkspace *workspace,
                                const StreekValueEntry *entry,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && entry != NULL);

  g_autofree char *period = streek_period_to_string (entry->period);

  /* Translators: a command as undo names it: indicator, area and period. */
  streek_store_run_command_async (
    streek_workspace_get_store (workspace), N_ ("Enter %1$s of %2$s in %3$s"),
    g_variant_new ("(sss)", entry->indicator_name, entry->area_name, period), run_entry,
    entry_edit_new (entry), entry_edit_free, NULL, callback, user_data);
}

/* The place that a count names, where the file has exactly one of that name; else none. */
static gboolean
hang_on_place (StreekDb *db, StreekOwnCount *count, GError **error)
{
  g_autoptr (GPtrArray) sites =
    count->subject_kind == STREEK_SUBJECT_PLACE ? streek_sites_list (db, error) : NULL;
  const StreekSite *found = NULL;
  guint n = 0;

  if (count->subject_kind != STREEK_SUBJECT_PLACE)
    return TRUE;

  for (guint i = 0; sites != NULL && i < sites->len; i++)
    {
      const StreekSite *site = sites->pdata[i];

      if (streek_site_is_called (site, count->subject_name))
        {
          found = site;
          n++;
        }
    }

  /* of several of one name the one it hangs on already */
  if (sites != NULL && (n <= 1 || count->subject_key == NULL))
    {
      g_free (count->subject_key);
      count->subject_key = n == 1 ? g_strdup_printf ("%" G_GINT64_FORMAT, found->id) : NULL;
    }

  return sites != NULL;
}

static gboolean
run_write_count (StreekDb *db, gpointer data, GError **error)
{
  StreekOwnCount *count = data;

  return hang_on_place (db, count, error) && streek_own_count_write (db, count, error);
}

void
streek_edits_write_count_async (StreekWorkspace *workspace,
                                const StreekOwnCount *count,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && count != NULL);

  /* Translators: a command as undo names it; %s is what is counted. */
  const char *message = count->id != 0 ? N_ ("Change the count %s") : N_ ("Add the count %s");

  streek_store_run_command_async (
    streek_workspace_get_store (workspace), message, g_variant_new ("(s)", count->name),
    run_write_count, streek_own_count_copy (count), (GDestroyNotify) streek_own_count_free, NULL,
    callback, user_data);
}

static gboolean
run_delete_count (StreekDb *db, gpointer data, GError **error)
{
  return streek_own_count_delete (db, *(gint64 *) data, error);
}

/**
 * streek_edits_delete_count_async:
 * @name: what it counts, for the name of the command
 */
void
streek_edits_delete_count_async (StreekWorkspace *workspace,
                                 gint64 id,
                                 const char *name,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && name != NULL);

  /* Translators: a command as undo names it; %s is what is counted. */
  streek_store_run_command_async (
    streek_workspace_get_store (workspace), N_ ("Delete the count %s"), g_variant_new ("(s)", name),
    run_delete_count, g_memdup2 (&id, sizeof id), g_free, NULL, callback, user_data);
}

static gboolean
run_write_gap (StreekDb *db, gpointer data, GError **error)
{
  return streek_area_gap_write (db, data, error);
}

/**
 * streek_edits_write_gap_async:
 * @gap: the difference, with where it was read; everything is copied
 * @indicator_name: with @area_name for the name of the command
 */
void
streek_edits_write_gap_async (StreekWorkspace *workspace,
                              const StreekAreaGap *gap,
                              const char *indicator_name,
                              const char *area_name,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && gap != NULL);

  /* Translators: a command as undo names it: indicator and area. */
  streek_store_run_command_async (
    streek_workspace_get_store (workspace), N_ ("Enter a difference in %1$s with %2$s"),
    g_variant_new ("(ss)", indicator_name, area_name), run_write_gap, streek_area_gap_copy (gap),
    (GDestroyNotify) streek_area_gap_free, NULL, callback, user_data);
}

static gboolean
run_delete_gap (StreekDb *db, gpointer data, GError **error)
{
  return streek_area_gap_delete (db, *(gint64 *) data, error);
}

void
streek_edits_delete_gap_async (StreekWorkspace *workspace,
                               gint64 id,
                               const char *indicator_name,
                               const char *area_name,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));

  /* Translators: a command as undo names it: indicator and area. */
  streek_store_run_command_async (streek_workspace_get_store (workspace),
                                  N_ ("Delete a difference in %1$s with %2$s"),
                                  g_variant_new ("(ss)", indicator_name, area_name), run_delete_gap,
                                  g_memdup2 (&id, sizeof id), g_free, NULL, callback, user_data);
}

static void
load_counts_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (data, cancellable, &error);
  GPtrArray *counts =
    reader != NULL ? streek_own_counts_list (streek_reader_get_db (reader), &error) : NULL;

  if (counts != NULL)
    g_task_return_pointer (task, counts, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
streek_counts_load_async (StreekWorkspace *workspace,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_task_data (task, g_object_ref (streek_workspace_get_store (workspace)),
                        g_object_unref);
  g_task_run_in_thread (task, load_counts_in_thread);
}

/**
 * streek_counts_load_finish:
 *
 * Returns: (transfer full) (element-type StreekOwnCount): as streek_own_counts_list() orders them
 */
GPtrArray *
streek_counts_load_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * streek_indicator_details_free:
 * @details: (nullable) (transfer full):
 */
void
streek_indicator_details_free (StreekIndicatorDetails *details)
{
  if (details == NULL)
    return;

  g_clear_pointer (&details->gaps, g_ptr_array_unref);
  g_free (details);
}

static void
load_details_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *code = data;
  GError *error = NULL;
  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (source), cancellable, &error);
  StreekDb *db = reader != NULL ? streek_reader_get_db (reader) : NULL;
  g_autoptr (StreekIndicatorDetails) details = g_new0 (StreekIndicatorDetails, 1);

  if (db != NULL && streek_indicator_read_extraction (db, code, &details->extracted_on, &error))
    details->gaps = streek_area_gaps_list (db, code, &error);

  if (details->gaps != NULL)
    g_task_return_pointer (task, g_steal_pointer (&details),
                           (GDestroyNotify) streek_indicator_details_free);
  else
    g_task_return_error (task, error);
}

void
streek_details_load_async (StreekWorkspace *workspace,
                           const char *indicator,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && indicator != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (indicator), g_free);
  g_task_run_in_thread (task, load_details_in_thread);
}

/**
 * streek_details_load_finish:
 *
 * Returns: (transfer full): what the file holds of the indicator besides its definition
 */
StreekIndicatorDetails *
streek_details_load_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
