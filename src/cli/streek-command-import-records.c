/* streek-command-import-records.c: `streek import-records`: rows of a spreadsheet become records */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-finder.h"
#include "streek-cli-records.h"
#include "streek-cli-subject.h"
#include "streek-command-list.h"
#include "workspace/streek-record-edits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  StreekCliRecordsOptions records;
  const char *path; /* lent: of the rows */
  char *kind_word;
  char *owner; /* (nullable): what they are part of */
  const StreekRecordKind *kind;
} Options;

static void
options_clear (Options *options)
{
  streek_cli_records_options_clear (&options->records);
  g_free (options->kind_word);
  g_free (options->owner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
set_field (gpointer sheet, guint column, const char *field)
{
  return streek_record_sheet_set_field (sheet, column, *field != '\0' ? field : NULL);
}

/* What --in names: the plan or project that the records are part of. */
static gboolean
set_owner (const StreekCommand *self,
           StreekRecordSheet *sheet,
           StreekRecordView *view,
           const char *name)
{
  int field = streek_record_kind_find_owner (sheet->kind);

  if (name == NULL)
    return TRUE;

  if (field < 0)
    {
      streek_cli_remark (self, _ ("There is no “%s” that they could be part of."), name);
      return FALSE;
    }

  sheet->owner_field = field;

  return streek_cli_find_subject (self, view, sheet->kind->fields[field].target, "--in", name,
                                  &sheet->owner);
}

static StreekRecordPaste *
read_rows (StreekRecordSheet *sheet, StreekRecordView *view, const Options *options, GError **error)
{
  StreekRecordPaste *paste = streek_record_paste_read (sheet, view, NULL, error);

  while (paste != NULL &&
         streek_cli_records_answer (paste->questions, view, &options->records, sheet->answers))
    {
      streek_record_paste_free (paste);
      paste = streek_record_paste_read (sheet, view, NULL, error);
    }

  return paste;
}

static StreekExit
import (const StreekCommand *self,
        StreekWorkspace *workspace,
        StreekRecordView *view,
        gconstpointer data)
{
  const Options *options = data;
  const char *path = options->path;
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordSheet) sheet =
    streek_record_sheet_open (options->kind, path, options->records.sheet, NULL, &error);

  if (sheet == NULL)
    return streek_cli_fail_at (self, path, error);
  if (!streek_cli_records_apply_maps (self, options->records.maps, sheet,
                                      (const char *const *) sheet->headers, sheet->n_columns,
                                      set_field) ||
      !set_owner (self, sheet, view, options->owner))
    return STREEK_EXIT_FAILED;

  sheet->asks = TRUE;
  sheet->empties_fields = options->records.empty_fields;

  g_autoptr (StreekRecordPaste) paste = read_rows (sheet, view, options, &error);

  if (paste == NULL)
    return streek_cli_fail_at (self, path, error);

  g_autoptr (GPtrArray) changes =
    streek_record_paste_list_changes (paste, options->kind, view, NULL);
  const StreekCliRecordsReport report = {
    NULL,    paste, paste->n, paste->n_read, paste->n_taken, paste->n_ignored, paste->n_rejected,
    changes,
  };

  return streek_cli_records_finish (
    self, workspace, &report, 1, &options->records,
    /* Translators: a command as undo names it; %s is what sort of things: "Projects". */
    N_ ("Take in rows of a spreadsheet: %s"), streek_record_kind_get_plural (options->kind));
}

static StreekExit
run_import_records (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind_word,
      N_ ("What the rows are: projects, actions, organisations … as “streek list” calls them"),
      "KIND" },
    { "in", 0, 0, G_OPTION_ARG_STRING, &options.owner,
      N_ ("The plan or project that all of them are part of"), "TITLE" },
    STREEK_CLI_RECORDS_ENTRIES (&options.records),
    { NULL },
  };
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);
  const char *only;

  if (files == NULL)
    return status;
  if (options.kind_word == NULL)
    return streek_cli_miss (self, "--kind");

  options.kind = streek_cli_find_kind (options.kind_word, &only);
  if (options.kind == NULL)
    {
      g_autofree char *list = streek_cli_dup_list_words ();

      /* Translators: %1$s is an option, %2$s what was typed after it, %3$s a list of words. */
      return streek_cli_usage (self, _ ("%1$s has no kind “%2$s”: %3$s."), "--kind",
                               options.kind_word, list);
    }
  if (!streek_cli_records_check_options (self, &options.records))
    return STREEK_EXIT_USAGE;

  options.path = files[1];

  return streek_cli_records_run (self, files[0], &options.records, import, &options);
}

const StreekCommand streek_command_import_records = {
  .name = "import-records",
  .arguments = "FILE ROWS",
  .n_arguments = 2,
  .summary = N_ ("Takes in projects, organisations and other records from a spreadsheet."),
  .run = run_import_records,
};
