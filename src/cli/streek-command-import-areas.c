/* streek-command-import-areas.c: `streek import-areas`: a set of one's own areas, from geodata */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli.h"
#include "exchange/streek-geodata.h"
#include "rule/streek-finding.h"
#include "workspace/streek-figures.h"
#include "workspace/streek-own-area-edits.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *set;
  char *set_name;
  char *layer;
  char *code_field;
  char *name_field;
  char *on_text;
  StreekDate on;
  gboolean dry_run;
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->set);
  g_free (options->set_name);
  g_free (options->layer);
  g_free (options->code_field);
  g_free (options->name_field);
  g_free (options->on_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
remark_on_counts (const StreekCommand *self, const StreekOwnAreas *own)
{
  StreekOwnAreasCounts counts = streek_own_areas_get_counts (own);

  /* Translators: numbers of shapes in a file. */
  streek_cli_remark (self, _ ("%1$u read = %2$u taken + %3$u ignored + %4$u rejected."),
                     counts.n_read, counts.n_taken, counts.n_ignored, counts.n_rejected);
}

static StreekExit
write_own_areas (const StreekCommand *self, StreekWorkspace *workspace, StreekOwnAreas *own)
{
  g_autoptr (GError) error = NULL;
  gboolean changed;

  if (!streek_workspace_write_own_areas (workspace, own, &changed, NULL, &error))
    return streek_cli_fail (self, error);

  if (!changed)
    streek_cli_remark (self, "%s", _ ("The file holds these areas already: nothing has changed."));

  return STREEK_EXIT_DONE;
}

static StreekExit
import (const StreekCommand *self,
        StreekWorkspace *workspace,
        const StreekAreas *areas,
        const char *path,
        const Options *options)
{
  const StreekOwnAreasRequest request = {
    .path = path,
    .layer = options->layer,
    .set = options->set,
    .set_name = options->set_name,
    .code_field = options->code_field,
    .name_field = options->name_field,
    .from = options->on,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekOwnAreas) own =
    streek_own_areas_read (areas, &request, NULL, NULL, NULL, &error);

  if (own == NULL)
    return streek_cli_fail_at (self, path, error);

  g_autoptr (GPtrArray) findings = streek_workspace_check_own_areas (workspace, own, NULL, &error);

  if (findings == NULL)
    return streek_cli_fail (self, error);

  StreekExit status = streek_cli_print_findings (self, findings, options->as_json);

  remark_on_counts (self, own);
  if (status == STREEK_EXIT_FAILED)
    return status;

  if (!streek_own_areas_can_write (own))
    {
      streek_cli_remark (self, "%s", _ ("Nothing was written."));
      return STREEK_EXIT_FAILED;
    }

  StreekExit written = options->dry_run ? STREEK_EXIT_DONE : write_own_areas (self, workspace, own);

  return written != STREEK_EXIT_DONE ? written : status;
}

static StreekExit
open_and_import (const StreekCommand *self, GStrv files, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace =
    streek_workspace_open (files[0],
                           options->dry_run ? STREEK_WORKSPACE_READ_ONLY
                                            : STREEK_WORKSPACE_WAIT | STREEK_WORKSPACE_ONE_COMMAND,
                           NULL, &error);
  g_autoptr (StreekAreas) areas =
    workspace != NULL ? streek_workspace_dup_areas (workspace, &error) : NULL;

  if (areas == NULL)
    return streek_cli_fail_at (self, files[0], error);

  return import (self, workspace, areas, files[1], options);
}

static StreekExit
run_with_options (const StreekCommand *self, GStrv files, const Options *options)
{
  GThread *expectation = streek_geodata_expect (files[1]);
  StreekExit status = open_and_import (self, files, options);

  if (expectation != NULL)
    g_thread_join (expectation);

  return status;
}

static StreekExit
run_import_areas (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING, &options.set, N_ ("Code of the set of areas"), "CODE" },
    { "set-name", 0, 0, G_OPTION_ARG_STRING, &options.set_name,
      N_ ("What the set is called (default: its code)"), "NAME" },
    { "code", 0, 0, G_OPTION_ARG_STRING, &options.code_field,
      N_ ("The field with the code of each area"), "FIELD" },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name_field,
      N_ ("The field with the name of each area"), "FIELD" },
    { "layer", 0, 0, G_OPTION_ARG_STRING, &options.layer,
      N_ ("The layer of the file, where it has more than one"), "NAME" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on_text,
      N_ ("Since when (default: as long as there are areas)"), "DATE" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_ ("Say what would be done, and write nothing"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Write JSON instead of CSV"), NULL },
    { NULL },
  };
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  if (options.set == NULL || options.code_field == NULL || options.name_field == NULL)
    return streek_cli_usage (self, "%s", _ ("--set, --code and --name are needed."));
  if (!streek_cli_parse_date (self, options.on_text, &options.on))
    return STREEK_EXIT_USAGE;

  return run_with_options (self, files, &options);
}

const StreekCommand streek_command_import_areas = {
  .name = "import-areas",
  .arguments = "FILE GEODATA",
  .n_arguments = 2,
  .summary = N_ ("Takes in areas of your own from a map file."),
  .run = run_import_areas,
  .n_heaps = 2,
};
