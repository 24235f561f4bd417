/* streek-pack-views.c: the saved views of the example, into a template */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-pack-views.h"

#include "base/streek-rows.h"
#include "workspace/streek-views.h"

/**
 * streek_pack_views:
 * @db: a template
 * @folder: the reference data
 * @error: return location for an error of the file, of a view in it, or of the store
 *
 * Packs example-views.tsv. The keys are the row numbers: a template is the same each time it is
 * made, and views that people add later draw a random one.
 *
 * Returns: whether they are in
 */
gboolean
streek_pack_views (StreekDb *db, const char *folder, GError **error)
{
  static const char *const names[] = { "name", "spec", NULL };
  g_autofree char *path = g_build_filename (folder, "example-views.tsv", NULL);
  g_autoptr (StreekRows) rows = streek_rows_read_tsv (path, error);

  if (rows == NULL || !streek_rows_require (rows, names, error))
    return FALSE;

  for (guint row = 0; row < streek_rows_get_n (rows); row++)
    {
      g_autoptr (StreekSavedView) view =
        streek_saved_view_new (row + 1, streek_rows_get (rows, row, "name"));

      if (!streek_saved_view_read_json (view, streek_rows_get (rows, row, "spec"), error))
        {
          g_prefix_error (error, "%s, %s: ", path, view->name);
          return FALSE;
        }
      if (!streek_views_insert (db, view, error))
        return FALSE;
    }

  return TRUE;
}
