/* streek-command-info.c: `streek info`: what a workspace is and how much is in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-figures.h"

#include <glib/gi18n-lib.h>

static void
add_pair (StreekTable *pairs, const char *key, const char *value)
{
  guint row = streek_table_add_row (pairs);

  streek_table_set_text (pairs, row, 0, key);
  streek_table_set_text (pairs, row, 1, value);
}

static void
add_count (StreekTable *pairs, const char *key, guint64 count)
{
  g_autofree char *value = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  add_pair (pairs, key, value);
}

static void
add_store (StreekTable *pairs, StreekStore *store)
{
  /* 63 random bits: a string, since JSON readers round integers above 2^53 */
  g_autofree char *office =
    g_strdup_printf ("%" G_GINT64_FORMAT, streek_store_get_office_id (store));
  g_autofree char *reference = streek_store_dup_reference_version (store);

  add_count (pairs, "schema_version", (guint) streek_store_get_schema_version (store));
  add_pair (pairs, "reference_version", reference);
  add_pair (pairs, "office", office);
}

static void
add_areas (StreekTable *pairs, const StreekAreas *areas)
{
  g_autoptr (GPtrArray) sets = streek_areas_list_sets (areas);
  g_autofree char *newest = streek_date_to_string (streek_areas_get_newest_date (areas));

  add_count (pairs, "area_sets", sets->len);
  add_pair (pairs, "newest_date", newest);
}

static void
add_catalogue (StreekTable *pairs, const StreekCatalogue *catalogue)
{
  guint n = streek_catalogue_get_n_indicators (catalogue);
  guint n_with_figures = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) periods =
        streek_catalogue_list_periods (catalogue, streek_catalogue_get (catalogue, i));

      n_with_figures += periods->len > 0;
    }

  add_count (pairs, "indicators", n);
  add_count (pairs, "indicators_with_figures", n_with_figures);
}

static StreekExit
show (const StreekCommand *self,
      StreekWorkspace *workspace,
      const char *path,
      gboolean as_json,
      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas (workspace, &error);
  g_autoptr (StreekCatalogue) catalogue =
    areas != NULL ? streek_workspace_dup_catalogue (workspace, &error) : NULL;

  if (catalogue == NULL)
    return streek_cli_fail_at (self, path, error);

  g_autoptr (StreekTable) pairs = streek_table_new ();

  streek_cli_add_column (pairs, "key", STREEK_COLUMN_TEXT);
  streek_cli_add_column (pairs, "value", STREEK_COLUMN_TEXT);
  add_pair (pairs, "file", path);
  add_store (pairs, streek_workspace_get_store (workspace));
  add_areas (pairs, areas);
  add_catalogue (pairs, catalogue);

  return streek_cli_print_pairs (self, pairs, as_json);
}

static StreekExit
run_info (const StreekCommand *self, GStrv words)
{
  return streek_cli_show_workspace (self, words, NULL, show, NULL);
}

const StreekCommand streek_command_info = {
  .name = "info",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Says what a file is."),
  .run = run_info,
};
