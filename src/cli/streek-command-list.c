/* streek-command-list.c: `streek list`: what people keep in the file beside figures: places,
 * records */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-command-list.h"

#include "streek-cli-paper.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-figures.h"
#include "workspace/streek-sites.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef StreekListOptions Options;

static void
options_clear (Options *options)
{
  g_free (options->area);
  g_free (options->kinds);
  g_free (options->columns);
  g_free (options->filter);
  g_free (options->group);
  g_free (options->output);
  g_free (options->size);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
is_wanted (const StreekSiteList *list,
           guint index,
           const StreekArea *within,
           const StreekSiteLocator *locator,
           char **kinds)
{
  const StreekSite *site = list->sites->pdata[index];

  if (kinds != NULL && !g_strv_contains ((const char *const *) kinds, site->kind))
    return FALSE;
  if (within == NULL)
    return TRUE;

  const StreekArea *area = streek_site_locator_find (locator, site->x, site->y);

  return area != NULL && streek_area_is_inside (area, within);
}

/* What stays the same in every language. */
static StreekTable *
make_table (const StreekSiteList *list, const StreekArea *within, char **kinds)
{
  static const char *const ids[] = {
    "id",           "name",   "kind",    "longitude", "latitude", "point", "municipality_code",
    "municipality", "stated", "address", "date",      "source",   "note"
  };
  g_autoptr (StreekSiteLocator) locator = streek_site_locator_new (list->areas, STREEK_DATE_NONE);
  StreekTable *table = streek_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    streek_cli_add_column (table, ids[i], STREEK_COLUMN_TEXT);

  for (guint i = 0; i < list->sites->len; i++)
    {
      if (!is_wanted (list, i, within, locator, kinds))
        continue;

      guint row = streek_table_add_row (table);

      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        {
          int column = streek_table_find_column (list->table, ids[j]);
          g_autofree char *cell = streek_table_dup_raw_cell (list->table, i, (guint) column);

          streek_table_set_text (table, row, j, cell);
        }
    }

  return table;
}

static StreekExit
list_places (const StreekCommand *self, const char *path, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, path);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  g_autoptr (StreekSiteList) list = streek_sites_load (workspace, NULL, &error);
  const StreekArea *within = NULL;
  StreekDate used;

  if (list != NULL && options->area != NULL)
    within = streek_areas_resolve_ref (list->areas, options->area,
                                       streek_areas_get_newest_date (list->areas), &used, &error);

  if (list == NULL || (options->area != NULL && within == NULL))
    return streek_cli_fail_at (self, path, error);

  g_auto (GStrv) kinds = options->kinds != NULL ? g_strsplit (options->kinds, ",", -1) : NULL;
  g_autoptr (StreekTable) table = make_table (list, within, kinds);

  return streek_cli_print_table (self, table, options->as_json);
}

static StreekExit
run_places (const StreekCommand *self, const char *path, const Options *options)
{
  const char *other = options->columns != NULL  ? "--columns"
                      : options->filter != NULL ? "--filter"
                      : options->group != NULL  ? "--group"
                      : options->output != NULL ? "--output"
                      : options->size != NULL   ? "--size"
                                                : NULL;

  if (other != NULL)
    return streek_cli_contradict (self, other, "places");

  return list_places (self, path, options);
}

static StreekExit
run_records (const StreekCommand *self, GStrv files, Options *options)
{
  const char *only;
  const StreekRecordKind *kind = streek_cli_find_kind (files[1], &only);

  if (kind == NULL)
    {
      g_autofree char *words = streek_cli_dup_list_words ();

      /* Translators: %1$s is what was typed, %2$s a list of words such as projects. */
      return streek_cli_usage (self, _ ("There is no list of “%1$s”, but there are: %2$s."),
                               files[1], words);
    }

  if (options->kinds != NULL)
    return streek_cli_contradict (self, "--kind", files[1]);
  if (options->output != NULL && options->as_json)
    return streek_cli_contradict (self, "--output", "--json");
  if (options->size != NULL &&
      (options->output == NULL || !streek_cli_has_ending (options->output, ".pdf", NULL)))
    /* Translators: %s is an option. */
    return streek_cli_usage (self, _ ("%s is said of a file that ends in .pdf."), "--size");

  return streek_cli_list_records (self, files[0], kind, only, options);
}

static StreekExit
run_list (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "area", 0, 0, G_OPTION_ARG_STRING, &options.area, N_ ("Only what lies in this area"),
      "SET:CODE" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kinds, N_ ("Only places of these kinds"),
      "KIND[,KIND…]" },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &options.columns,
      N_ ("These columns; “all” for all of them"), "COLUMN[,COLUMN…]" },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &options.filter, N_ ("Only what has these words"),
      "TEXT" },
    { "group", 0, 0, G_OPTION_ARG_STRING, &options.group,
      N_ ("In groups by this column; of a PDF each has its heading and sums"), "COLUMN" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Write to this file: CSV, XLSX, ODS or PDF"), "PATH" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size,
      N_ ("Of a PDF: A4, A3, 16:9 or a size such as 210x297mm (default: A4, on its side)"),
      "SIZE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Write JSON instead of CSV"), NULL },
    { NULL },
  };
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  if (!streek_cli_check_area_ref (self, "--area", options.area))
    return STREEK_EXIT_USAGE;

  return strcmp (files[1], "places") == 0 ? run_places (self, files[0], &options)
                                          : run_records (self, files, &options);
}

const StreekCommand streek_command_list = {
  .name = "list",
  .arguments = "FILE WHAT",
  .n_arguments = 2,
  .summary = N_ ("Lists what people keep: places, projects, actions, organisations and so on."),
  .run = run_list,
};
