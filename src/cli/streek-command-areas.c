/* streek-command-areas.c: `streek areas`: the areas of a set on a date, and what they are made of
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"
#include "area/streek-set-comparison.h"
#include "workspace/streek-figures.h"

#include <glib/gi18n-lib.h>

/* The set whose areas are the members of all others. */
#define MEMBER_SET "gemeente"

typedef struct
{
  char *set;
  char *within;
  char *on_text;
  StreekDate on;
  char *compare;
  char *compare_on_text;
  StreekDate compare_on;
  gboolean all;
  gboolean members;
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->set);
  g_free (options->within);
  g_free (options->on_text);
  g_free (options->compare);
  g_free (options->compare_on_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static StreekTable *
make_table (gboolean members)
{
  static const struct
  {
    const char *id;
    StreekColumnType type;
  } columns[] = {
    { "set", STREEK_COLUMN_TEXT },         { "code", STREEK_COLUMN_TEXT },
    { "name", STREEK_COLUMN_TEXT },        { "valid_from", STREEK_COLUMN_DATE },
    { "valid_to", STREEK_COLUMN_DATE },    { "units", STREEK_COLUMN_INTEGER },
    { "certainty", STREEK_COLUMN_TEXT },   { "member_code", STREEK_COLUMN_TEXT },
    { "member_name", STREEK_COLUMN_TEXT },
  };
  StreekTable *table = streek_table_new ();
  gsize n = members ? G_N_ELEMENTS (columns) : G_N_ELEMENTS (columns) - 2;

  for (gsize i = 0; i < n; i++)
    streek_cli_add_column (table, columns[i].id, columns[i].type);

  return table;
}

static const char *
get_certainty_id (StreekCertainty certainty)
{
  static const char *const ids[] = {
    [STREEK_CERTAINTY_DOCUMENTED] = "documented",
    [STREEK_CERTAINTY_INFERRED] = "inferred",
    [STREEK_CERTAINTY_CORRECTED] = "corrected",
  };

  return ids[certainty];
}

static guint
add_area_row (StreekTable *table, const StreekArea *area)
{
  guint row = streek_table_add_row (table);

  streek_table_set_text (table, row, 0, area->set->code);
  streek_table_set_text (table, row, 1, area->code);
  streek_table_set_text (table, row, 2, area->name);
  streek_table_set_date (table, row, 3, area->valid.from);
  if (area->valid.to != STREEK_DATE_OPEN)
    streek_table_set_date (table, row, 4, area->valid.to);
  streek_table_set_integer (table, row, 5, area->units.n);
  streek_table_set_text (table, row, 6, get_certainty_id (area->certainty));

  return row;
}

static gboolean
add_members (StreekTable *table,
             const StreekAreas *areas,
             const StreekArea *area,
             StreekDate on,
             GError **error)
{
  g_autoptr (GPtrArray) members =
    streek_areas_list_within (areas, MEMBER_SET, on, area, NULL, NULL, error);

  if (members == NULL)
    return FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      const StreekArea *member = members->pdata[i];
      guint row = add_area_row (table, area);

      streek_table_set_text (table, row, 7, member->code);
      streek_table_set_text (table, row, 8, member->name);
    }

  return TRUE;
}

/* Says what a reader of the list could not see from it. Of all sets at once, those that hold the
 * whole container are no news. */
static void
remark_on_list (StreekTable *table,
                const StreekArea *container,
                const Options *options,
                const GPtrArray *straddling)
{
  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();

  for (guint i = 0; i < straddling->len; i++)
    {
      const StreekArea *area = straddling->pdata[i];

      if (options->set != NULL || !streek_units_is_subset (container->units, area->units))
        g_ptr_array_add (left_out, (gpointer) area);
    }

  g_autofree char *remark = streek_areas_describe_left_out (container, left_out);

  if (remark != NULL)
    streek_table_add_remark (table, remark);
}

static gboolean
add_set (const StreekCommand *command,
         StreekTable *table,
         const StreekAreas *areas,
         const char *set,
         const StreekArea *container,
         const Options *options,
         GError **error)
{
  g_autoptr (GPtrArray) straddling = NULL;
  StreekDate used = options->on;
  g_autoptr (GPtrArray) list =
    container != NULL
      ? streek_areas_list_within (areas, set, options->on, container, &straddling, &used, error)
      : streek_areas_list (areas, set, options->on, &used, error);

  if (list == NULL)
    return FALSE;

  g_autofree char *moved = streek_areas_describe_moved (set, options->on, used);

  if (moved != NULL)
    streek_cli_remark (command, "%s", moved);
  if (straddling != NULL)
    remark_on_list (table, container, options, straddling);
  if (container != NULL && container->set->own_borders && options->set != NULL && list->len == 0)
    {
      g_autofree char *none =
        streek_areas_describe_none_within (streek_areas_find_set (areas, set, NULL), container);

      streek_table_add_remark (table, none);
    }

  for (guint i = 0; i < list->len; i++)
    {
      if (!options->members)
        add_area_row (table, list->pdata[i]);
      else if (!add_members (table, areas, list->pdata[i], used, error))
        return FALSE;
    }

  return TRUE;
}

static StreekTable *
list_areas (const StreekCommand *command,
            const StreekAreas *areas,
            const Options *options,
            GError **error)
{
  g_autoptr (StreekTable) table = make_table (options->members);
  const StreekArea *container = NULL;

  if (options->within != NULL)
    {
      StreekDate used = options->on;

      container = streek_areas_resolve_ref (areas, options->within, options->on, &used, error);
      if (container == NULL)
        return NULL;

      g_autofree char *moved = streek_areas_describe_moved (container->name, options->on, used);

      if (moved != NULL)
        streek_table_add_remark (table, moved);
    }

  if (options->set != NULL)
    return add_set (command, table, areas, options->set, container, options, error)
             ? g_steal_pointer (&table)
             : NULL;

  g_autoptr (GPtrArray) sets = streek_areas_list_sets (areas);

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];

      if (!add_set (command, table, areas, set->code, container, options, error))
        return NULL;
    }

  return g_steal_pointer (&table);
}

/* Codes and words that stay as they are, in every language. */
static StreekTable *
make_comparison (const StreekSetComparison *comparison, gboolean all)
{
  static const char *const ids[] = { "code",   "name",        "first",  "first_name",
                                     "second", "second_name", "placed", "is_part" };
  StreekTable *table = streek_table_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    streek_cli_add_column (
      table, ids[i], i == G_N_ELEMENTS (ids) - 1 ? STREEK_COLUMN_INTEGER : STREEK_COLUMN_TEXT);

  for (guint i = 0; i < comparison->members->len; i++)
    {
      const StreekPlacedMember *member =
        &g_array_index (comparison->members, StreekPlacedMember, i);

      if (member->placed == STREEK_PLACED_ALIKE && !all)
        continue;

      const char *cells[] = { member->member->code,
                              member->member->name,
                              member->first,
                              member->first_name,
                              member->second,
                              member->second_name,
                              streek_placed_get_id (member->placed) };
      guint row = streek_table_add_row (table);

      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        streek_table_set_text (table, row, j, cells[j] != NULL ? cells[j] : "");
      streek_table_set_integer (table, row, G_N_ELEMENTS (cells), member->is_part);
    }

  return table;
}

static StreekExit
compare_sets (const StreekCommand *self, const StreekAreas *areas, const Options *options)
{
  const StreekSetSide first = { options->set, options->on };
  const StreekSetSide second = { options->compare, options->compare_on != STREEK_DATE_NONE
                                                     ? options->compare_on
                                                     : options->on };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSetComparison) comparison =
    streek_areas_compare_sets (areas, &first, &second, &error);

  if (comparison == NULL)
    return streek_cli_fail (self, error);

  g_autofree char *moved = streek_areas_describe_moved (first.set, first.on, comparison->first_on);
  g_autofree char *other =
    streek_areas_describe_moved (second.set, second.on, comparison->second_on);
  g_autofree char *said = streek_set_comparison_describe (comparison);
  g_autoptr (StreekTable) table = make_comparison (comparison, options->all);
  StreekExit status = streek_cli_print_table (self, table, options->as_json);

  if (moved != NULL)
    streek_cli_remark (self, "%s", moved);
  if (other != NULL)
    streek_cli_remark (self, "%s", other);
  streek_cli_remark (self, "%s", said);

  return status;
}

static StreekExit
run_with_options (const StreekCommand *self, const char *path, Options *options)
{
  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, path);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas (workspace, &error);

  if (areas == NULL)
    return streek_cli_fail_at (self, path, error);

  streek_cli_settle_sets (workspace, &options->set, &options->within, &options->compare, NULL);
  if (options->on == STREEK_DATE_NONE)
    options->on = streek_areas_get_newest_date (areas);

  if (options->compare != NULL)
    return compare_sets (self, areas, options);

  g_autoptr (StreekTable) table = list_areas (self, areas, options, &error);

  return table != NULL ? streek_cli_print_table (self, table, options->as_json)
                       : streek_cli_fail (self, error);
}

static StreekExit
run_areas (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING, &options.set, N_ ("Only this set of areas"), "SET" },
    { "within", 0, 0, G_OPTION_ARG_STRING, &options.within, N_ ("Only areas inside this one"),
      "SET:CODE" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on_text,
      N_ ("The areas of this date (default: the newest)"), "DATE" },
    { "members", 0, 0, G_OPTION_ARG_NONE, &options.members,
      N_ ("A row for every municipality of an area"), NULL },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &options.compare,
      N_ ("Which municipalities this set places differently"), "SET" },
    { "compare-on", 0, 0, G_OPTION_ARG_STRING, &options.compare_on_text,
      N_ ("The areas of that set on this date (default: as --on)"), "DATE" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_ ("Those in the same area too"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Write JSON instead of CSV"), NULL },
    { NULL },
  };
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  if (options.compare == NULL && (options.all || options.compare_on_text != NULL))
    return streek_cli_usage (self, "%s", _ ("--all and --compare-on go with --compare."));
  if (options.compare != NULL && (options.set == NULL || options.within != NULL || options.members))
    return streek_cli_usage (
      self, "%s", _ ("--compare needs --set, and goes with neither --within nor --members."));

  if (!streek_cli_parse_date (self, options.on_text, &options.on) ||
      !streek_cli_parse_date (self, options.compare_on_text, &options.compare_on) ||
      !streek_cli_check_area_ref (self, "--within", options.within))
    return STREEK_EXIT_USAGE;

  return run_with_options (self, files[0], &options);
}

const StreekCommand streek_command_areas = {
  .name = "areas",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Lists the areas of a date."),
  .run = run_areas,
};
