/* streek-cli-import-places.c: `streek import` of a file of places, and what became of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-number.h"
#include "exchange/streek-source.h"
#include "streek-cli-import.h"
#include "workspace/streek-sites.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
streek_cli_holds_places (const char *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = streek_source_open (data, NULL, NULL, &error);

  if (source != NULL)
    return streek_site_file_is_of_places (source, NULL);

  /* geodata: points are places, outlines have a command of their own */
  g_autoptr (StreekSiteFile) file =
    g_error_matches (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_AREAS)
      ? streek_site_file_open (data, NULL, NULL, NULL)
      : NULL;

  return file != NULL;
}

static gboolean
apply_maps (StreekSiteFile *file, char **maps, GError **error)
{
  for (guint i = 0; maps != NULL && maps[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (maps[i], "=", 2);
      int column = streek_site_file_find_column (file, parts[1]);
      StreekSiteRole role = STREEK_SITE_ROLE_IGNORED;

      streek_site_role_parse_id (parts[0], &role);

      if (column < 0)
        {
          /* Translators: %s is the head of a column. */
          g_set_error (error, STREEK_ACTOR_ERROR, STREEK_ACTOR_ERROR_FILE,
                       _ ("The file has no column “%s”."), parts[1]);
          return FALSE;
        }

      streek_site_file_set_role (file, (guint) column, role);
    }

  return TRUE;
}

static char *
dup_point (const StreekSite *site)
{
  g_autofree char *x = streek_number_to_string (site->x);
  g_autofree char *y = streek_number_to_string (site->y);

  return g_strdup_printf ("%s %s", x, y);
}

/* A place that changes: its name, where it lies, and where it was. */
static void
add_change (StreekTable *table, const StreekSiteChange *change)
{
  g_autofree char *becomes = dup_point (change->site);
  g_autofree char *was = change->former != NULL ? dup_point (change->former) : NULL;
  g_autofree char *area = change->area != NULL
                            ? g_strconcat (change->area->set->code, ":", change->area->code, NULL)
                            : NULL;
  guint row = streek_table_add_row (table);

  streek_table_set_text (table, row, STREEK_CLI_IMPORT_KIND, "place");
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_ID,
                         change->former != NULL ? "changed" : "new");
  streek_table_set_integer (table, row, STREEK_CLI_IMPORT_LINE, (gint64) change->line);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_COLUMN, change->site->kind);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_AREA, area);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_OLD, was);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_NEW, becomes);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_MESSAGE, change->site->name);
}

static StreekTable *
describe (const StreekSiteImport *import, const char *sheet)
{
  StreekTable *table = streek_cli_import_make_table ();

  streek_cli_import_add_count (table, "rows", "read", sheet, import->n_read);
  streek_cli_import_add_count (table, "rows", "taken", sheet, import->n_taken);
  streek_cli_import_add_count (table, "rows", "ignored", sheet, import->n_ignored);
  streek_cli_import_add_count (table, "rows", "rejected", sheet, import->n_rejected);

  for (StreekSiteRowState state = STREEK_SITE_ROW_BLANK; state < STREEK_N_SITE_ROW_STATES; state++)
    if (import->n_rows[state] > 0)
      {
        guint row = streek_cli_import_add_count (
          table, streek_site_row_state_is_rejected (state) ? "rejected" : "ignored",
          streek_site_row_state_get_id (state), sheet, import->n_rows[state]);

        streek_table_set_text (table, row, STREEK_CLI_IMPORT_MESSAGE,
                               streek_site_row_state_get_label (state));
      }

  for (guint i = 0; i < import->findings->len; i++)
    streek_cli_import_add_finding (table, import->findings->pdata[i]);
  for (guint i = 0; i < import->changes->len; i++)
    add_change (table, import->changes->pdata[i]);

  return table;
}

static gboolean
has_warnings (const StreekSiteImport *import)
{
  for (guint i = 0; i < import->findings->len; i++)
    if (((const StreekImportFinding *) import->findings->pdata[i])->severity != STREEK_IMPORT_NOTE)
      return TRUE;

  return FALSE;
}

static StreekExit
finish (const StreekCommand *command,
        StreekWorkspace *workspace,
        StreekSiteImport *import,
        const StreekCliPlacesOptions *options)
{
  g_autoptr (GError) error = NULL;
  gboolean done =
    options->dry_run
      ? streek_site_import_check (import, options->accept_partial, &error)
      : streek_sites_commit (workspace, import, options->accept_partial, NULL, &error);

  if (!done)
    return streek_cli_import_fail (command, error);

  return has_warnings (import) ? STREEK_EXIT_FINDINGS : STREEK_EXIT_DONE;
}

static StreekSiteFile *
open_file (const char *data, const StreekCliPlacesOptions *options, GError **error)
{
  g_autoptr (StreekSiteFile) file = streek_site_file_open (data, options->sheet, NULL, error);

  if (file == NULL || !apply_maps (file, options->maps, error))
    return NULL;

  file->kind = g_strdup (options->kind);
  file->source = g_strdup (options->source);

  return g_steal_pointer (&file);
}

/**
 * streek_cli_import_places:
 * @path: of the workspace
 * @data: of the file of places
 *
 * Returns: how the command ends
 */
StreekExit
streek_cli_import_places (const StreekCommand *command,
                          const char *path,
                          const char *data,
                          const StreekCliPlacesOptions *options)
{
  g_autoptr (GError) error = NULL;
  StreekWorkspaceFlags flags = options->dry_run
                                 ? STREEK_WORKSPACE_READ_ONLY
                                 : STREEK_WORKSPACE_WAIT | STREEK_WORKSPACE_ONE_COMMAND;
  g_autoptr (StreekWorkspace) workspace = streek_workspace_open (path, flags, NULL, &error);

  if (workspace == NULL)
    return streek_cli_fail_at (command, path, error);

  g_autoptr (StreekSiteFile) file = open_file (data, options, &error);
  g_autoptr (StreekSiteImport) import =
    file != NULL ? streek_sites_read_file (workspace, file, NULL, &error) : NULL;

  if (import == NULL)
    return streek_cli_fail_at (command, data, error);

  g_autoptr (StreekTable) table = describe (import, file->sheet);
  StreekExit status = streek_cli_print_table (command, table, options->as_json);

  return status == STREEK_EXIT_DONE ? finish (command, workspace, import, options) : status;
}
