/* streek-command-import.c: `streek import`: takes a file of figures or places in, and says what
 * became of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-import.h"
#include "streek-cli-workspace.h"
#include "actor/streek-site-file.h"
#include "base/streek-number.h"
#include "workspace/streek-imports.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *profile;
  char **maps;
  char *indicator;
  char *period;
  char *area;
  char *sheet;
  char *decimals;
  char *save_profile;
  char *as;
  char *place_kind;
  char *source;
  gboolean dry_run;
  gboolean accept_partial;
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->profile);
  g_strfreev (options->maps);
  g_free (options->indicator);
  g_free (options->period);
  g_free (options->area);
  g_free (options->sheet);
  g_free (options->decimals);
  g_free (options->save_profile);
  g_free (options->as);
  g_free (options->place_kind);
  g_free (options->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What the words of --map are called; others are those of profiles. */
static const struct
{
  const char *field;
  StreekRole role;
} fields[] = {
  { "area", STREEK_ROLE_AREA_CODE },   { "name", STREEK_ROLE_AREA_NAME },
  { "nuts", STREEK_ROLE_AREA_NUTS },   { "ignore", STREEK_ROLE_IGNORED },
  { "part", STREEK_ROLE_PERIOD_PART },
};

static gboolean
parse_role (const char *field, StreekRole *role)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].field, field) == 0)
      {
        *role = fields[i].role;
        return TRUE;
      }

  return streek_role_parse_id (field, role);
}

static StreekMappingColumn *
find_column (StreekMapping *mapping, const char *name)
{
  StreekMappingColumn *column = streek_mapping_find_column (mapping, name);
  guint64 number;

  if (column == NULL &&
      g_ascii_string_to_unsigned (name, 10, 1, mapping->columns->len, &number, NULL))
    column = mapping->columns->pdata[number - 1];

  return column != NULL ? column : streek_mapping_add_column (mapping, name, STREEK_ROLE_IGNORED);
}

static gboolean
check_maps (const StreekCommand *command, const Options *options)
{
  for (gsize i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (options->maps[i], "=", 2);
      StreekRole role;
      StreekSiteRole site_role;

      if (g_strv_length (parts) != 2 || *parts[1] == '\0' ||
          (!parse_role (parts[0], &role) && !streek_site_role_parse_id (parts[0], &site_role)))
        {
          /* Translators: %1$s is an option, %2$s what was typed after it; keep FIELD=COLUMN and the
           * example as they are. */
          streek_cli_usage (command, _ ("%1$s wants FIELD=COLUMN, such as area=NIS, not “%2$s”."),
                            "--map", options->maps[i]);
          return FALSE;
        }
    }

  return TRUE;
}

/* What only a file of figures is said of, and what only a file of places: the first such option. */
static const char *
find_option_of_figures (const Options *options)
{
  return options->profile != NULL        ? "--profile"
         : options->indicator != NULL    ? "--indicator"
         : options->period != NULL       ? "--period"
         : options->area != NULL         ? "--area"
         : options->decimals != NULL     ? "--decimals"
         : options->save_profile != NULL ? "--save-profile"
                                         : NULL;
}

static const char *
find_option_of_places (const Options *options)
{
  return options->place_kind != NULL ? "--place-kind" : options->source != NULL ? "--source" : NULL;
}

/* The first field of --map that the other kind of file does not have. */
static const char *
find_field (const Options *options, gboolean of_places)
{
  for (gsize i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (options->maps[i], "=", 2);
      StreekRole role;
      StreekSiteRole site_role;
      gboolean is_of_places = streek_site_role_parse_id (parts[0], &site_role);
      gboolean is_of_figures = parse_role (parts[0], &role);

      if (is_of_places != is_of_figures && is_of_places == of_places)
        return options->maps[i];
    }

  return NULL;
}

static gboolean
speaks_of_places (const Options *options)
{
  return g_strcmp0 (options->as, "places") == 0 || find_option_of_places (options) != NULL ||
         find_field (options, TRUE) != NULL;
}

static gboolean
speaks_of_figures (const Options *options)
{
  return g_strcmp0 (options->as, "figures") == 0 || find_option_of_figures (options) != NULL ||
         find_field (options, FALSE) != NULL;
}

static gboolean
check_target (const StreekCommand *command, const Options *options)
{
  static const char *const words[] = { "figures", "places", NULL };
  guint found;

  if (options->as != NULL && !streek_cli_parse_word (command, "--as", words, options->as, &found))
    return FALSE;

  if (!speaks_of_places (options) || !speaks_of_figures (options))
    return TRUE;

  const char *figures = find_option_of_figures (options) != NULL ? find_option_of_figures (options)
                        : find_field (options, FALSE) != NULL    ? find_field (options, FALSE)
                                                                 : "--as figures";
  const char *places = find_option_of_places (options) != NULL ? find_option_of_places (options)
                       : find_field (options, TRUE) != NULL    ? find_field (options, TRUE)
                                                               : "--as places";

  /* Translators: two options. */
  streek_cli_usage (command, _ ("%1$s is said of figures and %2$s of places."), figures, places);

  return FALSE;
}

static gboolean
check_options (const StreekCommand *command, const Options *options)
{
  g_autoptr (GError) error = NULL;
  StreekPeriod period;

  if (options->period != NULL && !streek_period_parse (options->period, &period, &error))
    {
      streek_cli_usage (command, "%s", error->message);
      return FALSE;
    }

  if (options->decimals != NULL && strcmp (options->decimals, "comma") != 0 &&
      strcmp (options->decimals, "point") != 0)
    {
      /* Translators: %1$s is an option, %2$s what was typed after it. */
      streek_cli_usage (command, _ ("%1$s wants “comma” or “point”, not “%2$s”."), "--decimals",
                        options->decimals);
      return FALSE;
    }

  return streek_cli_check_area_ref (command, "--area", options->area) &&
         check_maps (command, options) && check_target (command, options);
}

/* Every column of that field gives way to the one that is named. */
static void
apply_map (StreekMapping *mapping, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "=", 2);
  StreekRole role = STREEK_ROLE_IGNORED;

  parse_role (parts[0], &role);
  find_column (mapping, parts[1])->role = role;
}

static void
drop_guesses (StreekMapping *mapping, const Options *options)
{
  for (gsize i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (options->maps[i], "=", 2);
      StreekRole role = STREEK_ROLE_IGNORED;

      parse_role (parts[0], &role);

      for (guint j = 0; j < mapping->columns->len; j++)
        {
          StreekMappingColumn *column = mapping->columns->pdata[j];

          if (column->role == role && role != STREEK_ROLE_BREAKDOWN)
            column->role = STREEK_ROLE_IGNORED;
        }
    }
}

static void
apply_options (StreekMapping *mapping, const Options *options)
{
  drop_guesses (mapping, options);

  for (gsize i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    apply_map (mapping, options->maps[i]);

  if (options->sheet != NULL)
    streek_mapping_set_text (&mapping->sheets, options->sheet);
  if (options->indicator != NULL)
    streek_mapping_set_text (&mapping->indicator, options->indicator);
  if (options->period != NULL)
    streek_mapping_set_text (&mapping->period, options->period);
  if (options->area != NULL)
    streek_mapping_set_text (&mapping->area, options->area);

  for (guint i = 0; i < mapping->columns->len && options->decimals != NULL; i++)
    {
      StreekMappingColumn *column = mapping->columns->pdata[i];

      column->marks =
        strcmp (options->decimals, "comma") == 0 ? STREEK_MARKS_COMMA : STREEK_MARKS_POINT;
    }
}

static StreekMapping *
make_mapping (StreekWorkspace *workspace,
              StreekSource *source,
              const Options *options,
              GError **error)
{
  const StreekGuessWishes wishes = { options->sheet, options->indicator, options->period, FALSE };
  StreekMapping *mapping =
    options->profile != NULL
      ? streek_cli_import_find_profile (workspace, options->profile, STREEK_PROFILE_FIGURES, error)
      : streek_imports_guess (workspace, source, &wishes, NULL, error);

  if (mapping != NULL)
    apply_options (mapping, options);

  return mapping;
}

StreekTable *
streek_cli_import_make_table (void)
{
  StreekTable *table = streek_table_new ();

  streek_cli_add_column (table, "kind", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "id", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "sheet", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "line", STREEK_COLUMN_INTEGER);
  streek_cli_add_column (table, "column", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "indicator", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "period", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "area", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "count", STREEK_COLUMN_INTEGER);
  streek_cli_add_column (table, "was", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "becomes", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "message", STREEK_COLUMN_TEXT);

  return table;
}

guint
streek_cli_import_add_count (
  StreekTable *table, const char *kind, const char *id, const char *sheet, guint64 n)
{
  guint row = streek_table_add_row (table);

  streek_table_set_text (table, row, STREEK_CLI_IMPORT_KIND, kind);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_ID, id);
  if (sheet != NULL && *sheet != '\0')
    streek_table_set_text (table, row, STREEK_CLI_IMPORT_SHEET, sheet);
  streek_table_set_integer (table, row, STREEK_CLI_IMPORT_COUNT, (gint64) n);

  return row;
}

static void
add_account (StreekTable *table, const StreekImportAccount *account)
{
  streek_cli_import_add_count (table, "rows", "read", account->sheet, account->n_read);
  streek_cli_import_add_count (table, "rows", "taken", account->sheet, account->n_taken);
  streek_cli_import_add_count (table, "rows", "ignored", account->sheet, account->n_ignored);
  streek_cli_import_add_count (table, "rows", "rejected", account->sheet, account->n_rejected);

  for (guint state = STREEK_ROW_TAKEN + 1; state < STREEK_ROW_N_STATES; state++)
    if (account->states[state] > 0)
      {
        guint row = streek_cli_import_add_count (
          table, streek_row_state_is_rejected (state) ? "rejected" : "ignored",
          streek_row_state_get_id (state), account->sheet, account->states[state]);

        streek_table_set_text (table, row, STREEK_CLI_IMPORT_MESSAGE,
                               streek_row_state_get_label (state));
      }

  streek_cli_import_add_count (table, "cells", "values", account->sheet, account->n_values);
  streek_cli_import_add_count (table, "cells", "missing", account->sheet, account->n_missing);
}

void
streek_cli_import_add_finding (StreekTable *table, const StreekImportFinding *finding)
{
  guint row =
    streek_cli_import_add_count (table, streek_import_severity_to_string (finding->severity),
                                 finding->id, finding->sheet, finding->n);

  if (finding->line > 0)
    streek_table_set_integer (table, row, STREEK_CLI_IMPORT_LINE, (gint64) finding->line);
  if (finding->column != NULL)
    streek_table_set_text (table, row, STREEK_CLI_IMPORT_COLUMN, finding->column);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_MESSAGE, finding->message);
}

static void
add_question (StreekTable *table, const StreekImportQuestion *question)
{
  guint row = streek_table_add_row (table);
  g_autoptr (GString) message = g_string_new (question->sentence);

  for (guint i = 0; i < question->choices->len; i++)
    {
      const StreekImportChoice *choice = question->choices->pdata[i];

      g_string_append_printf (message, "%s%s", i == 0 ? " " : "; ", choice->label);
    }

  streek_table_set_text (table, row, STREEK_CLI_IMPORT_KIND, "question");
  if (question->column != NULL)
    streek_table_set_text (table, row, STREEK_CLI_IMPORT_COLUMN, question->column);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_MESSAGE, message->str);
}

static void
add_series (StreekTable *table, const StreekImportSeries *series, const char *id, guint n)
{
  if (n == 0)
    return;

  g_autofree char *period = streek_period_to_string (series->period);
  guint row = streek_cli_import_add_count (table, "figures", id, NULL, n);

  streek_table_set_text (table, row, STREEK_CLI_IMPORT_INDICATOR, series->indicator);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_PERIOD, period);
}

static char *
dup_value (double value, StreekMissing missing)
{
  return missing == STREEK_MISSING_NONE ? streek_number_to_string (value)
                                        : g_strdup (streek_missing_get_id (missing));
}

static void
add_change (StreekTable *table, const StreekImport *import, const StreekImportChange *change)
{
  const StreekImportSeries *series = import->series->pdata[change->series];
  g_autofree char *period = streek_period_to_string (series->period);
  g_autofree char *was = dup_value (change->old_value, change->old_missing);
  g_autofree char *becomes = dup_value (change->new_value, change->new_missing);
  guint row = streek_table_add_row (table);

  streek_table_set_text (table, row, STREEK_CLI_IMPORT_KIND, "change");
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_INDICATOR, series->indicator);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_PERIOD, period);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_AREA, change->area);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_OLD, was);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_NEW, becomes);
}

static StreekTable *
describe_import (const StreekImport *import)
{
  StreekTable *table = streek_cli_import_make_table ();

  for (guint i = 0; i < import->accounts->len; i++)
    add_account (table, import->accounts->pdata[i]);
  for (guint i = 0; i < import->findings->len; i++)
    streek_cli_import_add_finding (table, import->findings->pdata[i]);
  for (guint i = 0; i < import->questions->len; i++)
    add_question (table, import->questions->pdata[i]);

  for (guint i = 0; i < import->series->len; i++)
    {
      const StreekImportSeries *series = import->series->pdata[i];

      add_series (table, series, "new", series->n_new);
      add_series (table, series, "changed", series->n_changed);
      add_series (table, series, "unchanged", series->n_unchanged);
    }

  for (guint i = 0; i < import->changes->len; i++)
    add_change (table, import, import->changes->pdata[i]);

  return table;
}

StreekExit
streek_cli_import_fail (const StreekCommand *command, const GError *error)
{
  streek_cli_fail (command, error);
  if (g_error_matches (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_REJECTED))
    /* Translators: %s is an option. */
    streek_cli_remark (command, _ ("Nothing was written. With %s the rest is taken."),
                       "--accept-partial");

  return STREEK_EXIT_FAILED;
}

static StreekExit
finish (const StreekCommand *self,
        StreekWorkspace *workspace,
        StreekImport *import,
        const Options *options)
{
  g_autoptr (GError) error = NULL;
  gboolean is_committed =
    options->dry_run
      ? streek_import_check (import, options->accept_partial, &error)
      : streek_imports_commit (workspace, import, options->accept_partial, NULL, &error);

  if (!is_committed)
    return streek_cli_import_fail (self, error);

  return streek_import_count (import, STREEK_IMPORT_REJECTED) > 0 ||
             streek_import_count (import, STREEK_IMPORT_WARNING) > 0
           ? STREEK_EXIT_FINDINGS
           : STREEK_EXIT_DONE;
}

static StreekExit
import_file (const StreekCommand *self, GStrv files, const Options *options)
{
  g_autoptr (GError) error = NULL;
  StreekWorkspaceFlags flags = options->dry_run
                                 ? STREEK_WORKSPACE_READ_ONLY
                                 : STREEK_WORKSPACE_WAIT | STREEK_WORKSPACE_ONE_COMMAND;
  g_autoptr (StreekWorkspace) workspace = streek_workspace_open (files[0], flags, NULL, &error);

  if (workspace == NULL)
    return streek_cli_fail_at (self, files[0], error);

  g_autoptr (StreekSource) source = streek_source_open (files[1], NULL, NULL, &error);

  if (source == NULL)
    return streek_cli_fail_at (self, files[1], error);

  g_autoptr (StreekMapping) mapping = make_mapping (workspace, source, options, &error);

  if (mapping == NULL || (options->save_profile != NULL &&
                          !streek_cli_import_save_profile (mapping, options->save_profile, &error)))
    return streek_cli_fail_at (self, files[1], error);

  g_autoptr (StreekImport) import =
    streek_imports_read (workspace, source, files[1], mapping, NULL, NULL, NULL, &error);

  if (import == NULL)
    return streek_cli_fail_at (self, files[1], error);

  g_autoptr (StreekTable) table = describe_import (import);
  StreekExit status = streek_cli_print_table (self, table, options->as_json);

  return status == STREEK_EXIT_DONE ? finish (self, workspace, import, options) : status;
}

/* Coordinates tell a file of places, unless something that was said tells otherwise. */
static StreekExit
import_what_it_is (const StreekCommand *self, GStrv files, const Options *options)
{
  const StreekCliPlacesOptions places = {
    .maps = options->maps,
    .sheet = options->sheet,
    .kind = options->place_kind,
    .source = options->source,
    .dry_run = options->dry_run,
    .accept_partial = options->accept_partial,
    .as_json = options->as_json,
  };

  return speaks_of_places (options) ||
             (!speaks_of_figures (options) && streek_cli_holds_places (files[1]))
           ? streek_cli_import_places (self, files[0], files[1], &places)
           : import_file (self, files, options);
}

static StreekExit
run_import (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_STRING, &options.profile,
      N_ ("What the columns mean: a profile's name or file (default: recognised)"), "NAME" },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.maps,
      N_ ("What one column is: area, name, nuts, level, period, part, indicator, value, status, "
          "breakdown or ignore; of places: name, kind, x, y, point, municipality, address, date, "
          "source, note or ignore"),
      "FIELD=COLUMN" },
    { "as", 0, 0, G_OPTION_ARG_STRING, &options.as,
      N_ ("What the file holds: figures or places (default: places where it has coordinates)"),
      "WHAT" },
    { "place-kind", 0, 0, G_OPTION_ARG_STRING, &options.place_kind,
      N_ ("Of places: what they are, where the file does not say"), "KIND" },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options.source,
      N_ ("Of places: where they come from, where the file does not say"), "WORDS" },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &options.indicator,
      N_ ("The indicator of all values"), "CODE" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.period, N_ ("The period of all values"),
      "PERIOD" },
    { "area", 0, 0, G_OPTION_ARG_STRING, &options.area, N_ ("The area of all values"), "SET:CODE" },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &options.sheet, N_ ("Only this sheet"), "NAME" },
    { "decimals", 0, 0, G_OPTION_ARG_STRING, &options.decimals,
      N_ ("What stands before decimals: comma or point (default: as the values tell)"), "MARK" },
    { "save-profile", 0, 0, G_OPTION_ARG_FILENAME, &options.save_profile,
      N_ ("Keep what the columns mean in this file"), "FILE" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Only say what would change"),
      NULL },
    { "accept-partial", 0, 0, G_OPTION_ARG_NONE, &options.accept_partial,
      N_ ("Take the rest where rows are rejected"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Write JSON instead of CSV"), NULL },
    { NULL },
  };
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  if (!check_options (self, &options))
    return STREEK_EXIT_USAGE;

  return import_what_it_is (self, files, &options);
}

const StreekCommand streek_command_import = {
  .name = "import",
  .arguments = "FILE DATA",
  .n_arguments = 2,
  .summary = N_ ("Takes the figures or the places of a file in."),
  .run = run_import,
};
