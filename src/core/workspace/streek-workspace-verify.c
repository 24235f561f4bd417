/* streek-workspace-verify.c: whether a workspace is whole, its figures among it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-workspace.h"
#include "area/streek-areas.h"
#include "indicator/streek-indicator-check.h"
#include "rule/streek-verify.h"

static gboolean
check_areas (StreekDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (StreekAreas) areas = streek_areas_load (db, error);

  if (areas == NULL)
    return FALSE;

  g_autoptr (GPtrArray) found = streek_areas_check (areas);

  g_ptr_array_extend_and_steal (findings, g_steal_pointer (&found));

  return TRUE;
}

/**
 * streek_workspace_verify:
 * @path: a workspace, open or not
 * @cancellable: (nullable):
 * @error: return location for a #StreekStoreError: not found, not ours, or newer
 *
 * streek_verify_file() with the checks of every noun. A page that SQLite reads without a word can
 * hold a wrong figure; its checksum tells.
 *
 * Returns: (transfer full) (element-type StreekFinding): what is not whole; empty where all is
 */
GPtrArray *
streek_workspace_verify (const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  streek_verify_register (check_areas);
  streek_verify_register (streek_indicator_check);

  return streek_verify_file (path, streek_schema_get_default (), cancellable, error);
}
