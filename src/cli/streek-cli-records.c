/* streek-cli-records.c: what commands that take records in share: options, answers, the report */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-records.h"

#include "record/streek-record-finder.h"
#include "search/streek-fold.h"
#include "streek-cli-import.h"
#include "workspace/streek-record-edits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
streek_cli_records_options_clear (StreekCliRecordsOptions *options)
{
  g_clear_pointer (&options->sheet, g_free);
  g_clear_pointer (&options->maps, g_strfreev);
  g_clear_pointer (&options->takes, g_strfreev);
}

static gboolean
check_pairs (const StreekCommand *command, const char *option, const char *what, char **words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const char *sign = strchr (words[i], '=');

      if (sign == NULL || sign == words[i] || sign[1] == '\0')
        {
          /* Translators: %1$s is an option, %2$s what belongs after it, %3$s what was typed. */
          streek_cli_usage (command, _ ("%1$s wants %2$s, not “%3$s”."), option, what, words[i]);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
streek_cli_records_check_options (const StreekCommand *command,
                                  const StreekCliRecordsOptions *options)
{
  return check_pairs (command, "--map", "FIELD=COLUMN", options->maps) &&
         check_pairs (command, "--take", "NAME=OTHER", options->takes);
}

/* The column of that head, or of that number from 1; -1: none, and a message says so. */
static int
find_column (const StreekCommand *command,
             const char *const *headers,
             guint n_columns,
             const char *name)
{
  guint64 number;

  for (guint i = 0; i < n_columns; i++)
    if (strcmp (headers[i], name) == 0)
      return (int) i;
  if (n_columns > 0 && g_ascii_string_to_unsigned (name, 10, 1, n_columns, &number, NULL))
    return (int) number - 1;

  /* Translators: %s is the head of a column in a file. */
  streek_cli_remark (command, _ ("There is no column “%s”."), name);

  return -1;
}

/* Every guess of a field gives way to the column that is named. */
gboolean
streek_cli_records_apply_maps (const StreekCommand *command,
                               char **maps,
                               gpointer sheet,
                               const char *const *headers,
                               guint n_columns,
                               gboolean (*set) (gpointer sheet, guint column, const char *field))
{
  for (guint i = 0; maps != NULL && maps[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (maps[i], "=", 2);
      int column = find_column (command, headers, n_columns, parts[1]);

      if (column < 0)
        return FALSE;

      if (!set (sheet, (guint) column, strcmp (parts[0], "ignore") != 0 ? parts[0] : ""))
        {
          /* Translators: %s is what was typed. */
          streek_cli_remark (command, _ ("There is no field “%s” that a file can fill in."),
                             parts[0]);
          return FALSE;
        }
    }

  return TRUE;
}

StreekExit
streek_cli_records_run (const StreekCommand *command,
                        const char *path,
                        const StreekCliRecordsOptions *options,
                        StreekCliRecordsFunc func,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace =
    streek_workspace_open (path,
                           options->dry_run ? STREEK_WORKSPACE_READ_ONLY
                                            : STREEK_WORKSPACE_WAIT | STREEK_WORKSPACE_ONE_COMMAND,
                           NULL, &error);
  g_autoptr (StreekRecordView) view =
    workspace != NULL ? streek_workspace_dup_record_view (workspace, &error) : NULL;

  return view != NULL ? func (command, workspace, view, data)
                      : streek_cli_fail_at (command, path, error);
}

/* Answers */

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *one = streek_fold (a, NULL);
  g_autofree char *other = streek_fold (b, NULL);

  return strcmp (one, other) == 0;
}

/* (transfer full) (nullable): what --take says that a name stands for */
static char *
find_taken (const StreekRecordQuestion *question,
            StreekRecordFinder *finder,
            const StreekCliRecordsOptions *options)
{
  for (guint i = 0; options->takes != NULL && options->takes[i] != NULL; i++)
    {
      const char *sign = strchr (options->takes[i], '=');
      g_autofree char *name = g_strndup (options->takes[i], (gsize) (sign - options->takes[i]));
      gint64 id;

      if (!is_same (name, question->name))
        continue;
      if (question->field->target == NULL)
        return g_strdup (sign + 1);
      if (streek_record_finder_find (finder, question->field->target, 0, sign + 1, &id) == 1)
        return g_strdup_printf ("%" G_GINT64_FORMAT, id);
    }

  return NULL;
}

static char *
find_answer (const StreekRecordQuestion *question,
             StreekRecordFinder *finder,
             const StreekCliRecordsOptions *options)
{
  char *taken = find_taken (question, finder, options);

  if (taken != NULL)
    return taken;
  if (options->make_new && question->can_make)
    return g_strdup (STREEK_RECORD_ANSWER_MAKE);

  return options->leave_out ? g_strdup (STREEK_RECORD_ANSWER_LEAVE_OUT) : NULL;
}

gboolean
streek_cli_records_answer (const GPtrArray *questions,
                           StreekRecordView *view,
                           const StreekCliRecordsOptions *options,
                           GHashTable *answers)
{
  g_autoptr (StreekRecordFinder) finder = streek_record_finder_new (view);
  gboolean is_any = FALSE;

  for (guint i = 0; i < questions->len; i++)
    {
      const StreekRecordQuestion *question = questions->pdata[i];
      char *answer = g_hash_table_contains (answers, question->key)
                       ? NULL /* it was no use */
                       : find_answer (question, finder, options);

      if (answer == NULL)
        continue;
      g_hash_table_insert (answers, g_strdup (question->key), answer);
      is_any = TRUE;
    }

  return is_any;
}

/* The report */

static void
add_states (StreekTable *table, const char *sheet, const guint *n)
{
  for (guint state = 0; state < STREEK_N_RECORD_ROW_STATES; state++)
    if (n[state] > 0)
      {
        guint row = streek_cli_import_add_count (
          table, "state", streek_record_row_state_get_id (state), sheet, n[state]);

        streek_table_set_text (table, row, STREEK_CLI_IMPORT_MESSAGE,
                               streek_record_row_state_get_label (state));
      }
}

static void
add_question (StreekTable *table, const char *sheet, const StreekRecordQuestion *question)
{
  guint row = streek_cli_import_add_count (
    table, "question",
    question->field->target != NULL ? question->field->target->id : question->field->id, sheet,
    question->n_cells);
  g_autofree char *message = streek_record_question_dup_words (question);

  streek_table_set_integer (table, row, STREEK_CLI_IMPORT_LINE, (gint64) question->line);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_NEW, question->name);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_MESSAGE, message);
}

/* A row of the table that is about a line of a sheet. */
static guint
add_row (StreekTable *table, const char *kind, const char *sheet, gint64 line)
{
  guint row = streek_table_add_row (table);

  streek_table_set_text (table, row, STREEK_CLI_IMPORT_KIND, kind);
  if (sheet != NULL)
    streek_table_set_text (table, row, STREEK_CLI_IMPORT_SHEET, sheet);
  streek_table_set_integer (table, row, STREEK_CLI_IMPORT_LINE, line);

  return row;
}

static void
add_finding (StreekTable *table, const char *sheet, const StreekFinding *finding)
{
  guint row = add_row (table, streek_severity_to_string (finding->severity), sheet,
                       g_ascii_strtoll (finding->place, NULL, 10));

  streek_table_set_text (table, row, STREEK_CLI_IMPORT_ID, finding->id);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_MESSAGE, finding->message);
}

static void
add_change (StreekTable *table,
            const StreekCliRecordsReport *report,
            const StreekRecordPasteChange *change)
{
  const StreekRecordPasteRow *of =
    &g_array_index (report->paste->rows, StreekRecordPasteRow, change->row);
  guint row = add_row (table, "change", report->sheet, (gint64) of->line);

  streek_table_set_text (table, row, STREEK_CLI_IMPORT_COLUMN, change->label);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_OLD, change->was);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_NEW, change->becomes);
  streek_table_set_text (table, row, STREEK_CLI_IMPORT_MESSAGE, change->title);
}

static void
add_report (StreekTable *table, const StreekCliRecordsReport *report)
{
  const StreekRecordPaste *paste = report->paste;
  const char *sheet = report->sheet;

  streek_cli_import_add_count (table, "rows", "read", sheet, report->n_read);
  streek_cli_import_add_count (table, "rows", "taken", sheet, report->n_taken);
  streek_cli_import_add_count (table, "rows", "ignored", sheet, report->n_ignored);
  streek_cli_import_add_count (table, "rows", "rejected", sheet, report->n_rejected);
  add_states (table, sheet, report->n);

  for (guint i = 0; i < paste->questions->len; i++)
    add_question (table, sheet, paste->questions->pdata[i]);
  for (guint i = 0; i < paste->findings->len; i++)
    add_finding (table, sheet, paste->findings->pdata[i]);
  for (guint i = 0; i < report->changes->len; i++)
    add_change (table, report, report->changes->pdata[i]);
}

static StreekExit
refuse (const StreekCommand *command, guint n_questions)
{
  if (n_questions > 0)
    /* Translators: three options. */
    streek_cli_remark (command,
                       _ ("Nothing was written: names are asked about. See %1$s, %2$s and %3$s."),
                       "--take", "--make-new", "--leave-out");
  else
    streek_cli_remark (command, _ ("Nothing was written. With %s the rest is taken."),
                       "--accept-partial");

  return STREEK_EXIT_FAILED;
}

StreekExit
streek_cli_records_finish (const StreekCommand *command,
                           StreekWorkspace *workspace,
                           const StreekCliRecordsReport *reports,
                           guint n_reports,
                           const StreekCliRecordsOptions *options,
                           const char *message,
                           const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekTable) table = streek_cli_import_make_table ();
  guint n_questions = 0, n_rejected = 0;

  for (guint i = 0; i < n_reports; i++)
    {
      add_report (table, &reports[i]);
      n_questions += reports[i].paste->questions->len;
      n_rejected += reports[i].n_rejected;
    }

  StreekExit status = streek_cli_print_table (command, table, options->as_json);

  if (status != STREEK_EXIT_DONE)
    return status;

  if (n_questions > 0 || (n_rejected > 0 && !options->accept_partial))
    return refuse (command, n_questions);

  if (!options->dry_run &&
      !streek_edits_write_records (workspace, reports[0].paste->changes, message,
                                   g_variant_new ("(s)", title), NULL, &error))
    return streek_cli_fail (command, error);

  return n_rejected > 0 ? STREEK_EXIT_FINDINGS : STREEK_EXIT_DONE;
}
