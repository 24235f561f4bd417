/* streek-own-area-edits.c: sets of areas that people bring into a workspace, as commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-own-area-edits.h"

#include "indicator/streek-area-figures.h"
#include "rule/streek-finding.h"
#include "workspace/streek-figures.h"

#include <glib/gi18n-lib.h>

/* Translators: a command as undo names it; %s is a set of areas. */
#define WRITE_MESSAGE N_ ("Import the areas of %s")
/* Translators: a command as undo names it; %s is a set of areas. */
#define MAKE_MESSAGE N_ ("Make areas of %s")
/* Translators: a command as undo names it; %s is a set of areas. */
#define REMOVE_MESSAGE N_ ("Delete the areas of %s")

static gboolean
run_write (StreekDb *db, gpointer data, GError **error)
{
  return streek_own_areas_write (db, data, error);
}

static gboolean
run_remove (StreekDb *db, gpointer data, GError **error)
{
  return streek_own_areas_remove (db, data, error);
}

static gboolean
is_written (StreekStore *store,
            const StreekOwnAreas *own,
            gboolean *written,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, cancellable, error);

  return reader != NULL &&
         streek_own_areas_is_written (streek_reader_get_db (reader), own, written, error);
}

/**
 * streek_workspace_write_own_areas:
 * @own: a set that streek_own_areas_can_write()
 * @changed: (out): %FALSE where the file holds this very set already
 * @error: return location for a #StreekAreaError or #StreekStoreError
 *
 * Writes the set as one command; one undo takes it away again, or brings back the one it replaced.
 */
gboolean
streek_workspace_write_own_areas (StreekWorkspace *workspace,
                                  StreekOwnAreas *own,
                                  gboolean *changed,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && own != NULL, FALSE);

  StreekStore *store = streek_workspace_get_store (workspace);
  gboolean written = FALSE;

  if (!is_written (store, own, &written, cancellable, error))
    return FALSE;

  *changed = !written;
  if (written)
    return TRUE;

  return streek_store_run_command (
    store, streek_own_areas_is_by_hand (own) ? MAKE_MESSAGE : WRITE_MESSAGE,
    g_variant_new ("(s)", streek_own_areas_get_name (own)), run_write, streek_own_areas_ref (own),
    (GDestroyNotify) streek_own_areas_unref, cancellable, error);
}

/* Findings, some of which are about figures that lose their area, or whose area gets other land. */
typedef struct
{
  const StreekOwnAreas *own;
  StreekCatalogue *catalogue;
  GPtrArray *findings;
} Check;

static void
say_figures (Check *check, const StreekAreaFigures *figures)
{
  gboolean is_there = streek_own_areas_has_code (check->own, figures->code);
  gboolean is_early = is_there && figures->n_before > 0;
  gboolean is_lost = !is_there || is_early;
  guint n = is_early ? figures->n_before : figures->n;
  const StreekIndicator *indicator =
    streek_catalogue_find (check->catalogue, figures->indicator, NULL);

  if (streek_own_areas_keeps (check->own, figures->code))
    return;
  if (!is_lost && !streek_own_areas_is_moved (check->own, figures->code))
    return;

  const char *sentence =
    !is_there
      /* Translators: %1$u is a number, %2$s an indicator. */
      ? ngettext (
          "%1$u figure of “%2$s” hangs on this area, which goes. It stays in the file, but "
          "is shown no more until the set has an area with this code again.",
          "%1$u figures of “%2$s” hang on this area, which goes. They stay in the file, but "
          "are shown no more until the set has an area with this code again.",
          n)
      : is_early
          /* Translators: %1$u is a number, %2$s an indicator. */
          ? ngettext (
              "%1$u figure of “%2$s” is of a day before the areas of this file begin, and is "
              "shown no more. Let them begin earlier.",
              "%1$u figures of “%2$s” are of a day before the areas of this file begin, and are "
              "shown no more. Let them begin earlier.",
              n)
          /* Translators: %1$u is a number, %2$s an indicator. */
          : ngettext (
              "%1$u figure of “%2$s” stands for the outline as it was, and will be shown for "
              "the new one.",
              "%1$u figures of “%2$s” stand for the outline as it was, and will be shown for "
              "the new one.",
              n);
  g_autofree char *message =
    g_strdup_printf (sentence, n, indicator != NULL ? indicator->name : figures->indicator);

  g_ptr_array_add (check->findings, streek_finding_new (STREEK_SEVERITY_WARNING,
                                                        is_lost ? "own-areas/figures-lost"
                                                                : "own-areas/figures-moved",
                                                        figures->code, message));
}

static GPtrArray *
read_figures (StreekWorkspace *workspace,
              const StreekOwnAreas *own,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (workspace), cancellable, error);

  return reader != NULL ? streek_area_figures_list (streek_reader_get_db (reader),
                                                    streek_own_areas_get_set (own),
                                                    streek_own_areas_get_from (own), error)
                        : NULL;
}

/**
 * streek_workspace_check_own_areas:
 * @own: a set that was read
 * @error: return location for a #StreekStoreError or #StreekIndicatorError
 *
 * What a person is told before the set is written: what was found in its file, what it changes in
 * the set that it replaces, and which figures hang on areas that go or get another outline. Blocks;
 * any thread.
 *
 * Returns: (transfer full) (element-type StreekFinding): the findings, or %NULL with @error set
 */
GPtrArray *
streek_workspace_check_own_areas (StreekWorkspace *workspace,
                                  StreekOwnAreas *own,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && own != NULL, NULL);

  g_autoptr (StreekCatalogue) catalogue = streek_workspace_dup_catalogue (workspace, error);
  g_autoptr (GPtrArray) figures =
    catalogue != NULL ? read_figures (workspace, own, cancellable, error) : NULL;

  if (figures == NULL)
    return NULL;

  GPtrArray *said = streek_own_areas_get_findings (own);
  Check check = { own, catalogue,
                  g_ptr_array_new_with_free_func ((GDestroyNotify) streek_finding_free) };

  for (guint i = 0; i < said->len; i++)
    g_ptr_array_add (check.findings, streek_finding_copy (said->pdata[i]));
  for (guint i = 0; i < figures->len; i++)
    say_figures (&check, figures->pdata[i]);

  return check.findings;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean changed = FALSE;

  if (streek_workspace_write_own_areas (source, task_data, &changed, cancellable, &error))
    g_task_return_int (task, changed);
  else
    g_task_return_error (task, error);
}

void
streek_workspace_write_own_areas_async (StreekWorkspace *workspace,
                                        StreekOwnAreas *own,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_task_data (task, streek_own_areas_ref (own), (GDestroyNotify) streek_own_areas_unref);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
streek_workspace_write_own_areas_finish (StreekWorkspace *workspace,
                                         GAsyncResult *result,
                                         gboolean *changed,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), FALSE);

  gssize answer = g_task_propagate_int (G_TASK (result), error);

  *changed = answer > 0;

  return answer >= 0;
}

/**
 * streek_workspace_remove_own_areas:
 * @set: code of a set of people's own
 * @set_name: for the name of the command
 * @error: return location for %STREEK_AREA_ERROR_UNKNOWN_SET
 */
gboolean
streek_workspace_remove_own_areas (StreekWorkspace *workspace,
                                   const char *set,
                                   const char *set_name,
                                   GCancellable *cancellable,
                                   GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && set != NULL, FALSE);

  return streek_store_run_command (streek_workspace_get_store (workspace), REMOVE_MESSAGE,
                                   g_variant_new ("(s)", set_name), run_remove, g_strdup (set),
                                   g_free, cancellable, error);
}

void
streek_workspace_remove_own_areas_async (StreekWorkspace *workspace,
                                         const char *set,
                                         const char *set_name,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  streek_store_run_command_async (streek_workspace_get_store (workspace), REMOVE_MESSAGE,
                                  g_variant_new ("(s)", set_name), run_remove, g_strdup (set),
                                  g_free, NULL, callback, user_data);
}

/* @result comes from the store, as the source of the callback. */
gboolean
streek_workspace_remove_own_areas_finish (StreekWorkspace *workspace,
                                          GAsyncResult *result,
                                          GError **error)
{
  return streek_store_run_command_finish (streek_workspace_get_store (workspace), result, error);
}
