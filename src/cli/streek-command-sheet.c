/* streek-command-sheet.c: `streek sheet` and `streek project-map`: projects on paper, and where
 * they take place */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-paper.h"
#include "streek-cli-subject.h"
#include "streek-cli-workspace.h"

#include "draw/streek-output.h"
#include "figure/streek-portrait-sheets.h"
#include "project/streek-fund.h"
#include "project/streek-project.h"
#include "record/streek-record-list.h"
#include "workspace/streek-project-map.h"
#include "workspace/streek-record-edits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *size;
  char *output;
  char **projects;
  char *area;
  gboolean grey;
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->size);
  g_free (options->output);
  g_free (options->area);
  g_strfreev (options->projects);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The sheet */

static StreekSize
get_standing (StreekSize size, gboolean is_asked)
{
  return is_asked || size.width <= size.height ? size : (StreekSize){ size.height, size.width };
}

static GPtrArray *
lay_out (const StreekProjectSheet *sheet, StreekSize size, GError **error)
{
  const StreekSheet furniture = {
    .size = size,
    .language = C_ ("language code", "en"),
    .title = streek_portrait_get_title (sheet->portrait),
    .description = streek_portrait_get_title (sheet->portrait),
    .context = streek_portrait_get_context (sheet->portrait),
    .notes = (const char *const *) sheet->notes,
    .source = sheet->map != NULL ? streek_figure_get_source (sheet->map) : NULL,
  };

  return streek_portrait_sheets_layout (sheet->portrait, sheet->map, streek_format_get_default (),
                                        &furniture, error);
}

static StreekExit
write_sheet (const StreekCommand *self,
             const StreekProjectSheet *sheet,
             const Options *options,
             StreekSize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = lay_out (sheet, get_standing (size, options->size != NULL), &error);

  if (pages == NULL)
    return streek_cli_fail (self, error);

  return streek_scene_write_pdf ((StreekScene *const *) pages->pdata, pages->len, options->output,
                                 &error)
           ? STREEK_EXIT_DONE
           : streek_cli_fail_at (self, options->output, error);
}

static StreekExit
make_sheet (const StreekCommand *self,
            GStrv words,
            const StreekRecordKind *kind,
            const Options *options,
            StreekSize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, words[0]);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  g_autoptr (StreekRecordView) view = streek_workspace_dup_record_view (workspace, &error);

  if (view == NULL)
    return streek_cli_fail_at (self, words[0], error);

  gint64 id;

  if (!streek_cli_find_subject (self, view, kind, "NAME", words[2], &id))
    return STREEK_EXIT_FAILED;

  g_autoptr (StreekProjectSheet) sheet =
    streek_project_sheet_new (workspace, view, kind, id, options->grey, &error);

  if (sheet == NULL)
    return streek_cli_fail (self, error);
  if (options->output != NULL)
    return write_sheet (self, sheet, options, size);

  g_autoptr (StreekTable) table = streek_portrait_make_table (sheet->portrait);

  return streek_cli_print_table (self, table, options->as_json);
}

static StreekExit
run_sheet (const StreekCommand *self, GStrv words)
{
  static const char *const kinds[] = { "project", "programme", NULL };
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size,
      N_ ("A4, A3, 16:9 or a size such as 210x297mm (default: A4, standing)"), "SIZE" },
    { "grey", 0, 0, G_OPTION_ARG_NONE, &options.grey, N_ ("For printing in grey"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The file to write, .pdf"),
      "OUT" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Write JSON instead of CSV"), NULL },
    { NULL },
  };
  StreekExit status;
  StreekSize size;
  guint kind;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  if (!streek_cli_parse_word (self, "WHAT", kinds, files[1], &kind) ||
      !streek_cli_parse_size (self, options.size, &size))
    return STREEK_EXIT_USAGE;
  if (options.output != NULL && options.as_json)
    return streek_cli_contradict (self, "--output", "--json");
  if (options.output != NULL && !streek_cli_has_ending (options.output, ".pdf", NULL))
    return streek_cli_usage (self, _ ("A sheet is written as .pdf: “%s” ends in something else."),
                             options.output);
  if (options.output != NULL && !streek_cli_check_output (self, files[0], options.output))
    return STREEK_EXIT_USAGE;

  return make_sheet (self, files, kind == 0 ? &streek_project_kind : &streek_programme_kind,
                     &options, size);
}

const StreekCommand streek_command_sheet = {
  .name = "sheet",
  .arguments = "FILE WHAT NAME",
  .n_arguments = 3,
  .summary = N_ ("Writes the sheet of a project or a programme."),
  .run = run_sheet,
};

/* The map */

/* gint64: those that were named; else all, or those that take place in an area. */
static GArray *
choose_projects (const StreekCommand *self,
                 StreekRecordView *view,
                 const Options *options,
                 GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; options->projects != NULL && options->projects[i] != NULL; i++)
    {
      gint64 id;

      if (!streek_cli_find_subject (self, view, &streek_project_kind, "--project",
                                    options->projects[i], &id))
        return NULL;

      g_array_append_val (ids, id);
    }

  if (options->projects != NULL)
    return g_steal_pointer (&ids);

  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);

  streek_record_list_spec_set_area (spec, options->area);

  g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, error);

  if (list == NULL)
    return NULL;

  for (guint i = 0; i < streek_record_list_get_n_rows (list); i++)
    {
      gint64 id = streek_record_get_id (streek_record_list_get_row (list, i)->record);

      g_array_append_val (ids, id);
    }

  if (options->area != NULL && ids->len == 0)
    {
      g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                   /* Translators: %s is an area as it was typed. */
                   _ ("Of no project it is entered that it takes place in “%s”."), options->area);
      return NULL;
    }

  return g_steal_pointer (&ids);
}

static StreekExit
draw_map (const StreekCommand *self, const char *path, Options *options, StreekSize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, path);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  streek_cli_settle_sets (workspace, &options->area, NULL);

  g_autoptr (StreekRecordView) view = streek_workspace_dup_record_view (workspace, &error);
  g_autoptr (GArray) projects = view != NULL ? choose_projects (self, view, options, &error) : NULL;

  if (projects == NULL)
    return error != NULL ? streek_cli_fail_at (self, path, error) : STREEK_EXIT_FAILED;

  g_autoptr (StreekFigure) figure = streek_project_map_new (
    workspace, view, (const gint64 *) projects->data, projects->len, options->grey, &error);

  if (figure == NULL)
    return streek_cli_fail (self, error);

  if (options->output == NULL)
    return streek_cli_print_table (self, streek_figure_get_table (figure), options->as_json);

  StreekLayoutOptions layout = streek_cli_layout_options (size);
  g_autoptr (StreekScene) scene = streek_figure_layout (figure, &layout, &error);

  return scene != NULL && streek_scene_write (scene, options->output, &error)
           ? STREEK_EXIT_DONE
           : streek_cli_fail_at (self, options->output, error);
}

static StreekExit
run_project_map (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "project", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.projects,
      N_ ("This project, by name or words of it, acronym or id; may be repeated (default: all)"),
      "NAME" },
    { "area", 0, 0, G_OPTION_ARG_STRING, &options.area,
      N_ ("Only projects that take place in this area"), "SET:CODE" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size,
      N_ ("A4, A3, 16:9 or a size such as 210x297mm (default: A4, on its side)"), "SIZE" },
    { "grey", 0, 0, G_OPTION_ARG_NONE, &options.grey, N_ ("For printing in grey"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("The file to write: .pdf, .svg or .png"), "OUT" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Write JSON instead of CSV"), NULL },
    { NULL },
  };
  StreekExit status;
  StreekSize size;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  if (!streek_cli_check_area_ref (self, "--area", options.area) ||
      !streek_cli_parse_size (self, options.size, &size))
    return STREEK_EXIT_USAGE;
  if (options.projects != NULL && options.area != NULL)
    return streek_cli_contradict (self, "--project", "--area");
  if (options.output != NULL && options.as_json)
    return streek_cli_contradict (self, "--output", "--json");
  if (options.output != NULL &&
      !streek_cli_has_ending (options.output, ".pdf", ".svg", ".png", NULL))
    return streek_cli_usage (self, _ ("“%s” ends in none of .pdf, .svg and .png."), options.output);
  if (options.output != NULL && !streek_cli_check_output (self, files[0], options.output))
    return STREEK_EXIT_USAGE;

  return draw_map (self, files[0], &options, size);
}

const StreekCommand streek_command_project_map = {
  .name = "project-map",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Draws which municipalities take part in projects."),
  .run = run_project_map,
};
