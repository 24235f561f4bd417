/* streek-command-plan.c: `streek import-plan` and `streek export-plan`: a whole plan, in and out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-export.h"
#include "plan/streek-plan-import.h"
#include "plan/streek-plan-profile.h"
#include "streek-cli-import.h"
#include "streek-cli-records.h"
#include "streek-cli-subject.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-imports.h"
#include "workspace/streek-kinds.h"
#include "workspace/streek-record-edits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  StreekCliRecordsOptions records;
  const char *path; /* lent: of the rows */
  char *plan;
  char *new_title;
  char *header_row;
  char *n_header_rows;
  char *profile;
  char *save_profile;
  gboolean keep_codes;
} Options;

static void
options_clear (Options *options)
{
  streek_cli_records_options_clear (&options->records);
  g_free (options->plan);
  g_free (options->new_title);
  g_free (options->header_row);
  g_free (options->n_header_rows);
  g_free (options->profile);
  g_free (options->save_profile);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Taking in */

static gboolean
set_field (gpointer sheet, guint column, const char *field)
{
  return streek_plan_sheet_set_role (sheet, column, field);
}

/* The profile that is named, else the one that is recognised where nothing is said of the sheet. */
static gboolean
apply_profile (StreekWorkspace *workspace,
               StreekPlanSheet *sheet,
               const StreekRecords *records,
               const Options *options,
               GError **error)
{
  if (options->profile != NULL)
    {
      g_autoptr (StreekMapping) profile =
        streek_cli_import_find_profile (workspace, options->profile, STREEK_PROFILE_PLAN, error);

      return profile != NULL && streek_plan_profile_apply (sheet, records, profile, error);
    }

  if (options->records.sheet != NULL || options->header_row != NULL ||
      options->n_header_rows != NULL)
    return TRUE;

  g_autoptr (GPtrArray) profiles =
    streek_imports_list_profiles (workspace, STREEK_PROFILE_PLAN, error);

  if (profiles != NULL)
    streek_plan_profile_recognise (sheet, records, profiles);

  return profiles != NULL;
}

static gboolean
save_profile (const StreekPlanSheet *sheet, const char *path, GError **error)
{
  g_autoptr (StreekMapping) profile = streek_plan_profile_new (sheet, NULL, sheet->profile_title);

  return streek_cli_import_save_profile (profile, path, error);
}

static gboolean
choose_sheet (const StreekCommand *self,
              StreekPlanSheet *sheet,
              const StreekRecords *records,
              const Options *options)
{
  guint row, n_rows = 0, number;

  if (options->records.sheet != NULL)
    {
      if (!g_ptr_array_find_with_equal_func (sheet->names, options->records.sheet, g_str_equal,
                                             &number))
        {
          streek_cli_remark (self, _ ("The file has no sheet “%s”."), options->records.sheet);
          return FALSE;
        }
      streek_plan_sheet_set_sheet (sheet, records, number);
    }

  if (options->header_row == NULL && options->n_header_rows == NULL)
    return TRUE;

  row = sheet->head.row + 1;
  if ((options->header_row != NULL &&
       !streek_cli_parse_count (self, "--header-row", options->header_row, 0,
                                STREEK_RECORD_SHEET_MAX_ROWS, &row)) ||
      (options->n_header_rows != NULL &&
       !streek_cli_parse_count (self, "--header-rows", options->n_header_rows, 1,
                                STREEK_RECORD_MAX_HEADER_ROWS, &n_rows)))
    return FALSE;

  streek_plan_sheet_set_header (sheet, records, (int) row - 1, n_rows);

  return TRUE;
}

static StreekPlanImport *
read_rows (StreekPlanSheet *sheet, StreekRecordView *view, const Options *options, GError **error)
{
  StreekPlanImport *import = streek_plan_import_read (sheet, view, NULL, error);

  while (import != NULL)
    {
      g_autoptr (GPtrArray) questions = streek_plan_import_list_questions (import);

      if (!streek_cli_records_answer (questions, view, &options->records, sheet->answers))
        return import;

      streek_plan_import_free (import);
      import = streek_plan_import_read (sheet, view, NULL, error);
    }

  return NULL;
}

/* Other sheets of a file that are not read are said. */
static void
tell_other_sheets (const StreekCommand *self, const StreekPlanSheet *sheet)
{
  g_autofree char *parts = sheet->leaves_parts ? streek_plan_sheet_dup_parts (sheet) : NULL;
  g_autofree char *others = streek_plan_sheet_dup_others (sheet);

  if (parts != NULL)
    /* Translators: %1$s is names of sheets, %2$s an option. */
    streek_cli_remark (self, _ ("Not read, of the same file: %1$s. Without %2$s they are."), parts,
                       "--sheet");
  if (others != NULL)
    /* Translators: %1$s is names of sheets, %2$s a command and %3$s and %4$s options of it. */
    streek_cli_remark (
      self, _ ("Not read, of the same file: %1$s. %2$s takes them in, each with %3$s and %4$s."),
      others, "streek import-records", "--kind", "--sheet");
}

/* (element-type StreekCliRecordsReport): goals and actions first */
static GArray *
list_reports (const StreekPlanSheet *sheet, const StreekPlanImport *import)
{
  GArray *reports = g_array_new (FALSE, FALSE, sizeof (StreekCliRecordsReport));
  const StreekCliRecordsReport items = {
    import->parts->len > 0 ? sheet->names->pdata[sheet->sheet] : NULL,
    import->paste,
    import->n,
    import->n_read,
    import->n_taken,
    import->n_ignored,
    import->n_rejected,
    import->changes,
  };

  g_array_append_val (reports, items);

  for (guint i = 0; i < import->parts->len; i++)
    {
      const StreekPlanImportPart *part = import->parts->pdata[i];
      const StreekRecordPaste *paste = part->paste;
      const StreekCliRecordsReport report = {
        part->sheet,       paste,         paste->n, paste->n_read, paste->n_taken, paste->n_ignored,
        paste->n_rejected, part->changes,
      };

      g_array_append_val (reports, report);
    }

  return reports;
}

static StreekExit
import_plan (const StreekCommand *self,
             StreekWorkspace *workspace,
             StreekRecordView *view,
             gconstpointer data)
{
  const Options *options = data;
  const char *path = options->path;
  g_autoptr (GError) error = NULL;
  StreekRecords *records = streek_record_view_get_records (view);
  gint64 pact = 0;
  g_autoptr (StreekPlanSheet) sheet = streek_plan_sheet_open (path, NULL, &error);

  if (sheet == NULL)
    return streek_cli_fail_at (self, path, error);
  if (options->new_title == NULL &&
      !streek_cli_find_subject (self, view, &streek_pact_kind, "--plan", options->plan, &pact))
    return STREEK_EXIT_FAILED;

  streek_plan_sheet_set_plan (sheet, records, pact, options->new_title);
  if (!apply_profile (workspace, sheet, records, options, &error))
    return streek_cli_fail (self, error);
  if (!choose_sheet (self, sheet, records, options) ||
      !streek_cli_records_apply_maps (self, options->records.maps, sheet,
                                      (const char *const *) sheet->headers, sheet->n_columns,
                                      set_field))
    return STREEK_EXIT_FAILED;

  sheet->leaves_parts = options->records.sheet != NULL;
  tell_other_sheets (self, sheet);
  sheet->empties_fields = sheet->empties_fields || options->records.empty_fields;
  sheet->splits_codes = sheet->splits_codes && !options->keep_codes;

  g_autoptr (StreekPlanImport) import = read_rows (sheet, view, options, &error);

  if (import == NULL)
    return streek_cli_fail_at (self, path, error);
  if (options->save_profile != NULL && !save_profile (sheet, options->save_profile, &error))
    return streek_cli_fail (self, error);

  g_autofree char *title = pact != 0 ? streek_records_dup_title (records, &streek_pact_kind, pact)
                                     : g_strdup (options->new_title);
  g_autoptr (GArray) reports = list_reports (sheet, import);

  return streek_cli_records_finish (self, workspace, (const StreekCliRecordsReport *) reports->data,
                                    reports->len, &options->records,
                                    /* Translators: a command as undo names it; %s is a title. */
                                    N_ ("Take in the plan %s"), title);
}

static StreekExit
run_import_plan (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "plan", 0, 0, G_OPTION_ARG_STRING, &options.plan,
      N_ ("The plan that takes them in, by its title or words of it (default: the only one)"),
      "TITLE" },
    { "new", 0, 0, G_OPTION_ARG_STRING, &options.new_title, N_ ("A new plan of that title"),
      "TITLE" },
    { "header-row", 0, 0, G_OPTION_ARG_STRING, &options.header_row,
      N_ ("The row with the heads of the columns, 0 for none (default: recognised)"), "N" },
    { "header-rows", 0, 0, G_OPTION_ARG_STRING, &options.n_header_rows,
      N_ ("How many rows the header has (default: recognised)"), "N" },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &options.profile,
      N_ ("What the columns mean: a profile's name or file (default: recognised)"), "NAME" },
    { "save-profile", 0, 0, G_OPTION_ARG_FILENAME, &options.save_profile,
      N_ ("Keep what the columns mean in this file"), "FILE" },
    { "keep-codes", 0, 0, G_OPTION_ARG_NONE, &options.keep_codes,
      N_ ("Leave codes in front of titles where they stand"), NULL },
    STREEK_CLI_RECORDS_ENTRIES (&options.records),
    { NULL },
  };
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;
  if (options.plan != NULL && options.new_title != NULL)
    return streek_cli_contradict (self, "--plan", "--new");
  if (!streek_cli_records_check_options (self, &options.records))
    return STREEK_EXIT_USAGE;

  streek_workspace_register_kinds ();

  options.path = files[1];

  return streek_cli_records_run (self, files[0], &options.records, import_plan, &options);
}

const StreekCommand streek_command_import_plan = {
  .name = "import-plan",
  .arguments = "FILE ROWS",
  .n_arguments = 2,
  .summary = N_ ("Takes in a plan with its goals and actions from a spreadsheet."),
  .run = run_import_plan,
};

/* Writing */

static StreekExit
run_export_plan (const StreekCommand *self, GStrv words)
{
  g_autofree char *plan = NULL;
  gboolean as_seen = FALSE;
  const GOptionEntry entries[] = {
    { "plan", 0, 0, G_OPTION_ARG_STRING, &plan,
      N_ ("The plan, by its title or words of it (default: the only one)"), "TITLE" },
    { "as-seen", 0, 0, G_OPTION_ARG_NONE, &as_seen,
      N_ ("Heads and words as people read them (default: as files hold them)"), NULL },
    { NULL },
  };
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  streek_workspace_register_kinds ();

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, files[0]);
  g_autoptr (StreekRecordView) view =
    workspace != NULL ? streek_workspace_dup_record_view (workspace, &error) : NULL;

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;
  if (view == NULL)
    return streek_cli_fail_at (self, files[0], error);

  gint64 pact;

  if (!streek_cli_find_subject (self, view, &streek_pact_kind, "--plan", plan, &pact))
    return STREEK_EXIT_FAILED;

  if (!streek_plan_write (view, pact, files[1], !as_seen, &error))
    return streek_cli_fail_at (self, files[1], error);

  g_autofree char *left_out = streek_plan_describe_left_out (view, pact, files[1]);

  if (left_out != NULL)
    streek_cli_remark (self, "%s", left_out);

  return STREEK_EXIT_DONE;
}

const StreekCommand streek_command_export_plan = {
  .name = "export-plan",
  .arguments = "FILE DEST",
  .n_arguments = 2,
  .summary = N_ ("Writes a plan with its goals and actions as XLSX, ODS or CSV."),
  .run = run_export_plan,
};
