/* streek-kept-figures.c: the figures that records rest on, kept until one of them changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-kept-figures.h"

#include "workspace/streek-kept-totals.h"

typedef struct
{
  GMutex mutex;
  guint64 generation;
  StreekRecordFigures *figures; /* (nullable) */
} Kept;

G_LOCK_DEFINE_STATIC (kept_figures);

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  g_clear_pointer (&kept->figures, streek_record_figures_unref);
  g_mutex_clear (&kept->mutex);
  g_free (kept);
}

/* Lives as long as the workspace. */
static Kept *
get_kept (StreekWorkspace *workspace)
{
  static const char key[] = "streek-kept-figures";

  G_LOCK (kept_figures);

  Kept *kept = g_object_get_data (G_OBJECT (workspace), key);

  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      g_mutex_init (&kept->mutex);
      g_object_set_data_full (G_OBJECT (workspace), key, kept, free_kept);
    }

  G_UNLOCK (kept_figures);

  return kept;
}

/* Who reports on an action changes no figure: most of what is written is of tables of records. */
static gboolean
only_records_changed (StreekStore *store, guint64 generation)
{
  g_auto (GStrv) tables = streek_store_list_changed_since (store, generation);

  for (guint i = 0; tables[i] != NULL; i++)
    if (streek_record_kinds_find (tables[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
read_figures (StreekWorkspace *workspace,
              guint64 generation,
              StreekRecordFigures *figures,
              StreekAreas *areas,
              StreekCatalogue *catalogue,
              GError **error)
{
  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (workspace), NULL, error);

  if (reader == NULL)
    return FALSE;

  StreekTotals *totals = streek_workspace_take_totals (
    workspace, generation, streek_reader_get_db (reader), areas, catalogue);
  gboolean done = streek_record_figures_read (figures, totals, NULL, error);

  streek_workspace_give_totals_back (workspace, generation, totals);

  return done;
}

StreekRecordFigures *
streek_workspace_dup_record_figures (StreekWorkspace *workspace,
                                     const StreekRecords *records,
                                     StreekAreas *areas,
                                     StreekCatalogue *catalogue,
                                     StreekDate today,
                                     guint64 generation,
                                     GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && records != NULL, NULL);
  g_return_val_if_fail (areas != NULL && catalogue != NULL, NULL);

  StreekStore *store = streek_workspace_get_store (workspace);
  Kept *kept = get_kept (workspace);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&kept->mutex);
  gboolean may_serve = kept->figures != NULL &&
                       streek_record_figures_get_today (kept->figures) == today &&
                       only_records_changed (store, kept->generation);
  g_autoptr (StreekRecordFigures) figures =
    streek_record_figures_gather (records, today, may_serve ? kept->figures : NULL);

  if (!streek_record_figures_are_read (figures) &&
      !read_figures (workspace, generation, figures, areas, catalogue, error))
    return NULL;

  g_clear_pointer (&kept->figures, streek_record_figures_unref);
  kept->figures = streek_record_figures_ref (figures);
  kept->generation = generation;

  return g_steal_pointer (&figures);
}
