/* streek-command-names.c: `streek names`: what people call areas themselves, listed and added to */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-figures.h"
#include "workspace/streek-own-name-edits.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *add;
  char *set;
  char *source;
  gboolean dry_run;
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->add);
  g_free (options->set);
  g_free (options->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What stays the same in every language. */
static StreekExit
print_names (const StreekCommand *self,
             const StreekAreas *areas,
             GPtrArray *names,
             gboolean as_json)
{
  static const char *const ids[] = { "name", "set", "code", "area", "source" };
  g_autoptr (StreekTable) table = streek_table_new ();
  StreekDate newest = streek_areas_get_newest_date (areas);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    streek_cli_add_column (table, ids[i], STREEK_COLUMN_TEXT);

  for (guint i = 0; i < names->len; i++)
    {
      const StreekOwnName *name = names->pdata[i];
      const StreekArea *area =
        streek_areas_resolve (areas, name->set, name->code, newest, NULL, NULL);
      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, 0, name->name);
      streek_table_set_text (table, row, 1, name->set);
      streek_table_set_text (table, row, 2, name->code);
      streek_table_set_text (table, row, 3, area != NULL ? area->name : NULL);
      streek_table_set_text (table, row, 4, name->source);
    }

  return streek_cli_print_table (self, table, as_json);
}

static StreekExit
list_names (const StreekCommand *self, const char *path, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, path);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas_without_meshes (workspace, &error);
  g_autoptr (GPtrArray) names =
    areas != NULL ? streek_workspace_list_own_names (workspace, NULL, &error) : NULL;

  return names != NULL ? print_names (self, areas, names, options->as_json)
                       : streek_cli_fail_at (self, path, error);
}

static void
remark_on (const StreekCommand *self, const StreekOwnNameTable *table)
{
  for (guint i = 0; i < table->findings->len; i++)
    {
      const StreekFinding *finding = table->findings->pdata[i];

      streek_cli_remark (self, "%s: %s", finding->place, finding->message);
    }

  /* Translators: the account of a table; every row is one of the last three. */
  streek_cli_remark (self, _ ("%1$u rows read: %2$u taken, %3$u ignored, %4$u rejected."),
                     table->n_read, table->n_taken, table->n_ignored, table->n_rejected);
}

static StreekExit
add_names (const StreekCommand *self, const char *path, const Options *options)
{
  g_autoptr (GError) error = NULL;
  StreekWorkspaceFlags flags = options->dry_run
                                 ? STREEK_WORKSPACE_READ_ONLY
                                 : STREEK_WORKSPACE_WAIT | STREEK_WORKSPACE_ONE_COMMAND;
  g_autoptr (StreekWorkspace) workspace = streek_workspace_open (path, flags, NULL, &error);
  g_autoptr (StreekAreas) areas =
    workspace != NULL ? streek_workspace_dup_areas_without_meshes (workspace, &error) : NULL;

  if (areas == NULL)
    return streek_cli_fail_at (self, path, error);

  streek_cli_settle_sets (workspace, (char **) &options->set, NULL);

  g_autofree char *file_name = g_path_get_basename (options->add);
  g_autoptr (StreekSource) source = streek_source_open (options->add, NULL, NULL, &error);
  g_autoptr (StreekOwnNameTable) table =
    source != NULL ? streek_own_names_read_table (
                       source, areas, options->set != NULL ? options->set : "gemeente",
                       options->source != NULL ? options->source : file_name, NULL, &error)
                   : NULL;

  if (table == NULL)
    return streek_cli_fail_at (self, options->add, error);

  if (!options->dry_run && !streek_workspace_add_own_names (workspace, table->names, NULL, &error))
    return streek_cli_fail_at (self, path, error);

  remark_on (self, table);

  StreekExit status = print_names (self, areas, table->names, options->as_json);

  return status == STREEK_EXIT_DONE && table->findings->len > 0 ? STREEK_EXIT_FINDINGS : status;
}

static StreekExit
run_names (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "add", 0, 0, G_OPTION_ARG_FILENAME, &options.add,
      N_ ("Take names and their areas in from this table"), "PATH" },
    { "set", 0, 0, G_OPTION_ARG_STRING, &options.set,
      N_ ("The set whose areas the table names; municipalities by default"), "SET" },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options.source,
      N_ ("Where the names are known from; by default the name of the table"), "TEXT" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Change nothing"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Write JSON instead of CSV"), NULL },
    { NULL },
  };
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  if (options.add == NULL && (options.set != NULL || options.source != NULL || options.dry_run))
    return streek_cli_usage (self, _ ("--set, --source and --dry-run need --add."));

  return options.add != NULL ? add_names (self, files[0], &options)
                             : list_names (self, files[0], &options);
}

const StreekCommand streek_command_names = {
  .name = "names",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Lists the names that people gave areas themselves, and takes in more."),
  .run = run_names,
};
