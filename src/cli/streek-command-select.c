/* streek-command-select.c: `streek select`: areas by a rule or from a list, and a set made of them
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"
#include "area/streek-areas-pick.h"
#include "workspace/streek-choosing.h"
#include "workspace/streek-figures.h"
#include "workspace/streek-own-area-edits.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  char *set;
  char *within;
  char *on_text;
  char *indicator;
  char *period;
  char *where;
  char *list;
  char *make;
  char *make_name;
  char *area_code;
  char *area_name;
  gboolean each;
  char *from_text;
  char *until_text;
  char *source;
  gboolean as_json;
  StreekDate on;
  StreekDate from;
  StreekDate until;
  StreekPeriodRange periods;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->set);
  g_free (options->within);
  g_free (options->on_text);
  g_free (options->indicator);
  g_free (options->period);
  g_free (options->where);
  g_free (options->list);
  g_free (options->make);
  g_free (options->make_name);
  g_free (options->area_code);
  g_free (options->area_name);
  g_free (options->from_text);
  g_free (options->until_text);
  g_free (options->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What was chosen, however it was. */
typedef struct
{
  GPtrArray *codes;    /* (element-type utf8) */
  GPtrArray *findings; /* (nullable) (element-type StreekFinding) */
  StreekDate on;       /* of which day the codes are */
} Choice;

static void
choice_clear (Choice *choice)
{
  g_clear_pointer (&choice->codes, g_ptr_array_unref);
  g_clear_pointer (&choice->findings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static void
remark_on_findings (const StreekCommand *self, GPtrArray *findings)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const StreekFinding *finding = findings->pdata[i];

      streek_cli_remark (self, "%s: %s", finding->place != NULL ? finding->place : finding->id,
                         finding->message);
    }
}

static gboolean
choose_by_rule (const StreekCommand *self,
                StreekWorkspace *workspace,
                const Options *options,
                Choice *choice,
                GError **error)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();
  StreekFigureRule rule;

  if (!streek_figure_rule_parse (options->where, &rule, error))
    return FALSE;

  g_free (spec->set);
  spec->set = g_strdup (options->set);
  spec->within = g_strdup (options->within);
  spec->indicator = g_strdup (options->indicator);
  spec->kind = STREEK_FIGURE_CHOROPLETH;
  spec->kind_is_automatic = FALSE;
  spec->period = options->periods.first;
  spec->on = options->on;

  g_autoptr (StreekChosenAreas) chosen =
    streek_workspace_choose_areas (workspace, spec, &rule, NULL, error);

  if (chosen == NULL)
    return FALSE;

  choice->codes = g_ptr_array_ref (chosen->codes);
  choice->on = chosen->on;
  if (chosen->limit != NULL)
    streek_cli_remark (self, "%s", chosen->limit);
  streek_cli_remark (self, "%s", streek_figure_get_context (chosen->figure));

  return TRUE;
}

/* As UTF-8; what is none stays to be seen. A mark at the beginning is no part of the first code. */
static gboolean
read_list (const char *path, char **text, GError **error)
{
  static const char byte_order_mark[] = "\xef\xbb\xbf";
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_load_contents (file, NULL, &bytes, &length, NULL, error))
    return FALSE;

  gsize skipped = g_str_has_prefix (bytes, byte_order_mark) ? strlen (byte_order_mark) : 0;

  *text = g_utf8_make_valid (bytes + skipped, (gssize) (length - skipped));

  return TRUE;
}

static gboolean
choose_from_list (const StreekCommand *self,
                  const StreekAreas *areas,
                  const Options *options,
                  Choice *choice,
                  GError **error)
{
  g_autofree char *text = NULL;
  StreekDate used = options->on;
  const StreekArea *within = NULL;

  if (streek_areas_find_set (areas, options->set, error) == NULL ||
      !read_list (options->list, &text, error))
    return FALSE;

  if (options->within != NULL)
    {
      within = streek_areas_resolve_ref (areas, options->within, options->on, &used, error);
      if (within == NULL)
        return FALSE;
    }

  g_autoptr (StreekAreaPick) pick =
    streek_areas_pick (areas, options->set, options->on, within, text);

  choice->codes = g_ptr_array_ref (pick->codes);
  choice->findings = g_ptr_array_ref (pick->findings);
  choice->on = options->on;
  /* Translators: numbers of words in a list. */
  streek_cli_remark (self, _ ("%1$u of %2$u words name an area."), pick->n_taken, pick->n_read);

  return TRUE;
}

static StreekTable *
make_table (const StreekAreas *areas, const Options *options, const Choice *choice)
{
  StreekTable *table = streek_table_new ();

  streek_cli_add_column (table, "set", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "code", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "name", STREEK_COLUMN_TEXT);
  for (guint i = 0; i < choice->codes->len; i++)
    {
      const char *code = choice->codes->pdata[i];
      guint row = streek_table_add_row (table);
      const StreekArea *area =
        streek_areas_resolve (areas, options->set, code, choice->on, NULL, NULL);

      streek_table_set_text (table, row, 0, options->set);
      streek_table_set_text (table, row, 1, code);
      streek_table_set_text (table, row, 2, area != NULL ? area->name : "");
    }

  return table;
}

static StreekExit
make_set (const StreekCommand *self,
          StreekWorkspace *workspace,
          const StreekAreas *areas,
          const Options *options,
          Choice *choice)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_extend (codes, choice->codes, NULL, NULL);
  g_ptr_array_add (codes, NULL);

  const StreekOwnAreasSelection selection = {
    .set = options->make,
    .set_name = options->make_name,
    .code = options->area_code != NULL ? options->area_code : "",
    .name = options->area_name != NULL ? options->area_name : "",
    .apart = options->each,
    .source_set = options->set,
    .codes = (const char *const *) codes->pdata,
    .on = choice->on,
    .from = options->from,
    .until = options->until,
    .source = options->source,
  };
  g_autoptr (StreekOwnAreas) own = streek_own_areas_from_selection (areas, &selection, &error);
  g_autoptr (GPtrArray) findings =
    own != NULL ? streek_workspace_check_own_areas (workspace, own, NULL, &error) : NULL;
  gboolean changed;

  if (findings == NULL)
    return streek_cli_fail (self, error);

  remark_on_findings (self, findings);
  if (!streek_workspace_write_own_areas (workspace, own, &changed, NULL, &error))
    return streek_cli_fail (self, error);
  if (!changed)
    streek_cli_remark (self, "%s", _ ("The file holds these areas already: nothing has changed."));

  return findings->len > 0 ? STREEK_EXIT_FINDINGS : STREEK_EXIT_DONE;
}

static StreekExit
run_with_options (const StreekCommand *self, const char *path, Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace = streek_workspace_open (
    path, options->make != NULL ? STREEK_WORKSPACE_WAIT : STREEK_WORKSPACE_READ_ONLY, NULL, &error);
  g_autoptr (StreekAreas) areas =
    workspace != NULL ? streek_workspace_dup_areas (workspace, &error) : NULL;
  g_auto (Choice) choice = { 0 };

  if (areas == NULL)
    return streek_cli_fail_at (self, path, error);

  streek_cli_settle_sets (workspace, &options->set, &options->within, NULL);
  if (options->list != NULL && options->on == STREEK_DATE_NONE)
    options->on = streek_areas_get_newest_date (areas);
  if (options->where != NULL ? !choose_by_rule (self, workspace, options, &choice, &error)
                             : !choose_from_list (self, areas, options, &choice, &error))
    return streek_cli_fail (self, error);

  remark_on_findings (self, choice.findings);

  g_autoptr (StreekTable) table = make_table (areas, options, &choice);
  StreekExit status = streek_cli_print_table (self, table, options->as_json);

  if (status == STREEK_EXIT_DONE && options->make != NULL)
    status = make_set (self, workspace, areas, options, &choice);
  if (status == STREEK_EXIT_DONE && choice.findings != NULL && choice.findings->len > 0)
    status = STREEK_EXIT_FINDINGS;

  return status;
}

static gboolean
check_options (const StreekCommand *self, const Options *options)
{
  StreekFigureRule rule;
  g_autoptr (GError) error = NULL;

  if ((options->where == NULL) == (options->list == NULL))
    streek_cli_usage (self, "%s", _ ("One of --where and --list is needed."));
  else if (options->where != NULL && options->indicator == NULL)
    streek_cli_miss (self, "--indicator");
  else if (options->list != NULL && (options->indicator != NULL || options->period != NULL))
    streek_cli_usage (self, "%s", _ ("--indicator and --period go with --where."));
  else if (options->make != NULL && !options->each && options->area_code == NULL)
    streek_cli_usage (self, "%s", _ ("--make needs --area CODE, or --each."));
  else if (options->where != NULL && !streek_figure_rule_parse (options->where, &rule, &error))
    streek_cli_usage (self, "%s", error->message);
  else
    return TRUE;

  return FALSE;
}

static StreekExit
run_select (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING, &options.set,
      N_ ("The set to choose from (default: gemeente)"), "SET" },
    { "within", 0, 0, G_OPTION_ARG_STRING, &options.within, N_ ("Only areas inside this one"),
      "SET:CODE" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on_text,
      N_ ("The areas of this date (default: of the period, of a list the newest)"), "DATE" },
    { "where", 0, 0, G_OPTION_ARG_STRING, &options.where,
      N_ ("Which areas: \"> 10\", \">= gewest:02000\", \"class 3\", \"top 5\", \"missing\""),
      "RULE" },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &options.indicator, N_ ("The indicator of the rule"),
      "CODE" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.period, N_ ("The period (default: the newest)"),
      "PERIOD" },
    { "list", 0, 0, G_OPTION_ARG_FILENAME, &options.list,
      N_ ("A file of codes and names, in place of a rule"), "PATH" },
    { "make", 0, 0, G_OPTION_ARG_STRING, &options.make,
      N_ ("Make areas of this set of your own of them"), "CODE" },
    { "make-name", 0, 0, G_OPTION_ARG_STRING, &options.make_name,
      N_ ("What that set is called (default: its code)"), "NAME" },
    { "area", 0, 0, G_OPTION_ARG_STRING, &options.area_code,
      N_ ("The code of the one area that they make"), "CODE" },
    { "area-name", 0, 0, G_OPTION_ARG_STRING, &options.area_name,
      N_ ("What that area is called (default: its code)"), "NAME" },
    { "each", 0, 0, G_OPTION_ARG_NONE, &options.each, N_ ("Each is an area of the set by itself"),
      NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from_text,
      N_ ("Since when (default: as long as there are areas)"), "DATE" },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until_text,
      N_ ("The first day on which it is gone (default: it still is)"), "DATE" },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options.source, N_ ("Who says so"), "WORDS" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Write JSON instead of CSV"), NULL },
    { NULL },
  };
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  if (options.set == NULL)
    options.set = g_strdup ("gemeente");
  if (!check_options (self, &options) ||
      !streek_cli_check_area_ref (self, "--within", options.within) ||
      !streek_cli_parse_date (self, options.on_text, &options.on) ||
      !streek_cli_parse_date (self, options.from_text, &options.from) ||
      !streek_cli_parse_date (self, options.until_text, &options.until) ||
      !streek_cli_parse_periods (self, options.period, &options.periods))
    return STREEK_EXIT_USAGE;
  if (!streek_period_equal (options.periods.first, options.periods.last))
    return streek_cli_usage (self, "%s", _ ("A rule looks at one period, not at several."));

  return run_with_options (self, files[0], &options);
}

const StreekCommand streek_command_select = {
  .name = "select",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Chooses areas by a rule or from a list."),
  .run = run_select,
};
