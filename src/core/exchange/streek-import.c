/* streek-import.c: one file on its way in: read, staged, checked and shown, before anything is
 * written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-import.h"

#include "exchange/streek-import-layout.h"
#include "exchange/streek-import-read.h"
#include "exchange/streek-period-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file of rubbish has as many findings as rows; more than this are counted together. */
#define MAX_FINDINGS 500

static void
finding_free (gpointer data)
{
  StreekImportFinding *finding = data;

  g_free (finding->id);
  g_free (finding->sheet);
  g_free (finding->column);
  g_free (finding->text);
  g_free (finding->message);
  g_free (finding);
}

static void
choice_free (gpointer data)
{
  StreekImportChoice *choice = data;

  g_free (choice->value);
  g_free (choice->label);
  g_free (choice);
}

static void
question_free (gpointer data)
{
  StreekImportQuestion *question = data;

  g_free (question->column);
  g_free (question->text);
  g_free (question->sentence);
  g_ptr_array_unref (question->choices);
  g_free (question);
}

StreekImportAside *
streek_import_aside_new (guint64 line, char *text)
{
  StreekImportAside *aside = g_new0 (StreekImportAside, 1);

  aside->line = line;
  aside->text = text;

  return aside;
}

void
streek_import_aside_free (gpointer data)
{
  StreekImportAside *aside = data;

  g_free (aside->text);
  g_free (aside);
}

static void
account_free (gpointer data)
{
  StreekImportAccount *account = data;

  g_clear_pointer (&account->first_states, g_byte_array_unref);
  g_clear_pointer (&account->asides, g_ptr_array_unref);
  g_free (account->sheet);
  g_free (account);
}

static void
series_free (gpointer data)
{
  StreekImportSeries *series = data;

  g_free (series->indicator);
  g_free (series->name);
  g_free (series);
}

static void
change_free (gpointer data)
{
  StreekImportChange *change = data;

  g_free (change->area);
  g_free (change->area_name);
  g_free (change);
}

static StreekImport *
import_new (StreekSource *source, const StreekMapping *mapping)
{
  StreekImport *import = g_new0 (StreekImport, 1);

  g_atomic_ref_count_init (&import->references);
  import->mapping = streek_mapping_copy (mapping);
  import->file_name = g_strdup (streek_source_get_name (source));
  import->accounts = g_ptr_array_new_with_free_func (account_free);
  import->findings = g_ptr_array_new_with_free_func (finding_free);
  import->questions = g_ptr_array_new_with_free_func (question_free);
  import->series = g_ptr_array_new_with_free_func (series_free);
  import->changes = g_ptr_array_new_with_free_func (change_free);
  import->finding_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return import;
}

StreekImport *
streek_import_ref (StreekImport *import)
{
  g_atomic_ref_count_inc (&import->references);

  return import;
}

/**
 * streek_import_unref:
 * @import: (nullable) (transfer full): an import; with the last reference nothing of it stays
 */
void
streek_import_unref (StreekImport *import)
{
  if (import == NULL || !g_atomic_ref_count_dec (&import->references))
    return;

  if (import->prepared != NULL)
    import->free_prepared (import->prepared);
  streek_mapping_free (import->mapping);
  g_free (import->file_name);
  g_free (import->sha256);
  g_ptr_array_unref (import->accounts);
  g_ptr_array_unref (import->findings);
  g_ptr_array_unref (import->questions);
  g_ptr_array_unref (import->series);
  g_ptr_array_unref (import->changes);
  g_clear_pointer (&import->finding_index, g_hash_table_unref);
  g_free (import);
}

/**
 * streek_import_add_finding:
 * @staging: (nullable): where rows are turned into lines
 * @row: the row, -1 for none
 * @column: (nullable): its header
 * @text: (nullable): what the file has there; findings with other texts are told apart
 *
 * Counts a finding with those that are alike; the first one's place is kept.
 *
 * Returns: (transfer none): the finding; where its message is %NULL, the caller sets it
 */
StreekImportFinding *
streek_import_add_finding (StreekImport *import,
                           StreekImportSeverity severity,
                           const char *id,
                           const StreekStaging *staging,
                           gint64 row,
                           const char *column,
                           const char *text)
{
  gboolean is_full = import->findings->len >= MAX_FINDINGS;
  g_autofree char *key = g_strjoin ("\n", id, column != NULL && !is_full ? column : "",
                                    text != NULL && !is_full ? text : "", NULL);
  StreekImportFinding *finding = g_hash_table_lookup (import->finding_index, key);

  if (finding == NULL)
    {
      const StreekStagedSheet *sheet =
        staging != NULL && row >= 0 ? streek_staging_get_sheet (staging, (guint32) row) : NULL;

      finding = g_new0 (StreekImportFinding, 1);
      finding->severity = severity;
      finding->id = g_strdup (id);
      finding->sheet = sheet != NULL && *sheet->name != '\0' ? g_strdup (sheet->name) : NULL;
      finding->line =
        staging != NULL && row >= 0 ? streek_staging_get_line (staging, (guint32) row) : 0;
      finding->column = g_strdup (column);
      finding->text = g_strdup (text);
      g_ptr_array_add (import->findings, finding);
      g_hash_table_insert (import->finding_index, g_steal_pointer (&key), finding);
    }

  finding->n++;

  return finding;
}

/**
 * streek_import_ask:
 * @is_needed: nothing can be written without an answer
 * @sentence: the question, translated
 *
 * Returns: (transfer none): the question, to which choices can be added
 */
StreekImportQuestion *
streek_import_ask (StreekImport *import,
                   StreekAnswerKind kind,
                   gboolean is_needed,
                   const char *column,
                   const char *text,
                   const char *sentence)
{
  StreekImportQuestion *question = g_new0 (StreekImportQuestion, 1);

  question->kind = kind;
  question->is_needed = is_needed;
  question->column = g_strdup (column);
  question->text = g_strdup (text);
  question->sentence = g_strdup (sentence);
  question->choices = g_ptr_array_new_with_free_func (choice_free);
  g_ptr_array_add (import->questions, question);

  return question;
}

void
streek_import_question_add_choice (StreekImportQuestion *question,
                                   const char *value,
                                   const char *label)
{
  StreekImportChoice *choice = g_new0 (StreekImportChoice, 1);

  choice->value = g_strdup (value);
  choice->label = g_strdup (label);
  g_ptr_array_add (question->choices, choice);
}

static void
ask_marks (StreekImport *import,
           const StreekMappingColumn *column,
           const StreekNumberEvidence *seen)
{
  g_autoptr (GString) examples = g_string_new (NULL);

  for (guint i = 0; i < STREEK_NUMBER_N_EXAMPLES && seen->examples[i][0] != '\0'; i++)
    g_string_append_printf (examples, "%s“%s”", i > 0 ? ", " : "", seen->examples[i]);

  g_autofree char *sentence =
    examples->len > 0
      ? g_strdup_printf (
          /* Translators: %1$s is the header of a column, %2$s examples such as “1.234”. */
          _ ("What is %2$s in the column “%1$s”: thousands, or decimals?"), column->header,
          examples->str)
      : g_strdup_printf (
          /* Translators: %s is the header of a column. */
          _ ("The column “%s” has numbers with a decimal point and numbers with a decimal comma. "
             "Which of both is right?"),
          column->header);
  StreekImportQuestion *question =
    streek_import_ask (import, STREEK_ANSWER_MARKS, TRUE, column->header, NULL, sentence);

  streek_import_question_add_choice (question, "comma",
                                     _ ("The comma stands before decimals: 1.234,5"));
  streek_import_question_add_choice (question, "point",
                                     _ ("The point stands before decimals: 1,234.5"));
}

static void
note_marks (StreekImport *import, const StreekMappingColumn *column, StreekMarks marks)
{
  StreekImportFinding *finding = streek_import_add_finding (
    import, STREEK_IMPORT_NOTE, "number/marks", NULL, -1, column->header, NULL);

  finding->message = g_strdup (marks == STREEK_MARKS_COMMA
                                 ? _ ("Numbers have a decimal comma; points group thousands.")
                                 : _ ("Numbers have a decimal point; commas group thousands."));
}

/* Decides on every column that nobody decided on. TRUE where the file must be read again: some
 * numbers were not read as they must be. */
static gboolean
decide_marks (StreekImportReading *reading, gboolean *undecided)
{
  gboolean again = FALSE;

  for (guint i = 0; i < reading->mapping->columns->len; i++)
    {
      const StreekNumberEvidence *evidence = &reading->evidence[i];
      StreekMarks marks;

      if (reading->marks[i] != STREEK_MARKS_UNDECIDED)
        continue;
      if (!streek_number_decide (evidence, &marks))
        {
          *undecided = TRUE;
          continue;
        }

      reading->marks[i] = marks;
      again = again || evidence->n_grouped > 0;
    }

  return again;
}

static void
tell_marks (StreekImportReading *reading)
{
  for (guint i = 0; i < reading->mapping->columns->len; i++)
    {
      const StreekMappingColumn *column = reading->mapping->columns->pdata[i];
      const StreekNumberEvidence *evidence = &reading->evidence[i];

      if (reading->marks[i] == STREEK_MARKS_UNDECIDED &&
          (evidence->n_point_ambiguous > 0 || evidence->n_comma_ambiguous > 0 ||
           (evidence->n_point > 0 && evidence->n_comma > 0)))
        ask_marks (reading->import, column, evidence);
      else if (reading->marks[i] != STREEK_MARKS_UNDECIDED && evidence->n_grouped > 0)
        note_marks (reading->import, column, reading->marks[i]);
    }
}

static void
forget_findings (StreekImport *import)
{
  g_ptr_array_set_size (import->findings, 0);
  g_hash_table_remove_all (import->finding_index);
  import->n_bad_cells = 0;
}

/* Numbers are read as if a point stood before decimals; where the column then tells otherwise, the
 * file is read once more. */
static StreekStaging *
stage (StreekImportReading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (StreekStaging) staging = streek_import_stage (reading, cancellable, error);
  gboolean undecided = FALSE;

  if (staging != NULL && decide_marks (reading, &undecided))
    {
      guint n = reading->mapping->columns->len;

      streek_staging_free (g_steal_pointer (&staging));
      forget_findings (reading->import);
      memset (reading->evidence, 0, (n + 1) * sizeof reading->evidence[0]);
      staging = streek_import_stage (reading, cancellable, error);
    }

  if (staging != NULL)
    tell_marks (reading);

  return g_steal_pointer (&staging);
}

static void
propose_period (StreekImportQuestion *question, const char *text)
{
  StreekPeriod period;

  if (text == NULL || !streek_period_words_find (text, &period, NULL, NULL))
    return;

  g_autofree char *id = streek_period_to_string (period);

  for (guint i = 0; i < question->choices->len; i++)
    if (strcmp (((StreekImportChoice *) question->choices->pdata[i])->value, id) == 0)
      return;

  streek_import_question_add_choice (question, id, id);
}

static void
propose_title_periods (StreekImportQuestion *question, StreekSource *source)
{
  g_autoptr (StreekGrid) grid = streek_grid_read (source, 0, 10, NULL, NULL);

  for (guint row = 0; grid != NULL && row < grid->rows->len; row++)
    if (streek_grid_count_filled (grid, row) == 1)
      propose_period (question, streek_grid_get (grid, row, 0));
}

static gboolean
has_own_periods (const StreekStaging *staging)
{
  return staging->series->len > 0;
}

/* A file that says nowhere of when its figures are. */
static void
ask_period (StreekImport *import, StreekSource *source, const StreekStaging *staging)
{
  if (has_own_periods (staging) || streek_mapping_has_role (import->mapping, STREEK_ROLE_PERIOD))
    return;

  StreekImportQuestion *question =
    streek_import_ask (import, STREEK_ANSWER_PERIOD, TRUE, NULL, NULL,
                       _ ("No column says which period the figures are of. Which period is it?"));

  propose_period (question, streek_source_get_name (source));
  propose_period (question, streek_source_get_sheet_name (source, 0));
  propose_title_periods (question, source);
}

static void
note_period (StreekImport *import, const StreekStaging *staging)
{
  StreekPeriodFrom from = import->mapping->period_from;

  if (import->mapping->period != NULL || from == STREEK_PERIOD_FROM_COLUMNS ||
      staging->periods->len == 0)
    return;

  g_autofree char *period =
    streek_period_to_string (g_array_index (staging->periods, StreekPeriod, 0));
  StreekImportFinding *finding =
    streek_import_add_finding (import, STREEK_IMPORT_NOTE, "period/from", NULL, -1, NULL, period);

  finding->message =
    g_strdup_printf (from == STREEK_PERIOD_FROM_FILE
                       /* Translators: %s is a period. */
                       ? _ ("The period, %s, comes from the name of the file.")
                       : from == STREEK_PERIOD_FROM_SHEET
                           /* Translators: %s is a period. */
                           ? _ ("The period, %s, comes from the name of the sheet.")
                           /* Translators: %s is a period. */
                           : _ ("The period, %s, comes from the title above the figures."),
                     period);
}

static void
count_cells (StreekImportAccount *account, const StreekStaging *staging, guint32 from, guint32 to)
{
  for (guint i = 0; i < staging->series->len; i++)
    {
      const StreekStagedSeries *series = staging->series->pdata[i];

      for (guint32 fact = 0; fact < series->n; fact++)
        if (series->rows[fact] >= from && series->rows[fact] < to &&
            !STREEK_FACT_IS_REJECTED (series->metas[fact]))
          {
            if (STREEK_FACT_MISSING (series->metas[fact]) == STREEK_MISSING_NONE)
              account->n_values++;
            else
              account->n_missing++;
          }
    }
}

/* Before the target takes the facts. */
static void
open_accounts (StreekImport *import, const StreekStaging *staging)
{
  for (guint i = 0; i < staging->sheets->len; i++)
    {
      const StreekStagedSheet *sheet = staging->sheets->pdata[i];
      StreekImportAccount *account = g_new0 (StreekImportAccount, 1);

      account->sheet = g_strdup (sheet->name);
      account->first_states = g_byte_array_new ();
      account->asides = g_ptr_array_ref (sheet->asides);
      account->n_read = sheet->n_rows;
      count_cells (account, staging, sheet->first_row, sheet->first_row + sheet->n_rows);
      g_ptr_array_add (import->accounts, account);
    }
}

static int
compare_asides (gconstpointer a, gconstpointer b)
{
  const StreekImportAside *first = *(StreekImportAside *const *) a;
  const StreekImportAside *second = *(StreekImportAside *const *) b;

  return first->line < second->line ? -1 : first->line > second->line;
}

/* A footer that looked like the name of an area until it had no figures. */
static void
keep_late_asides (StreekImportAccount *account,
                  const StreekStaging *staging,
                  const StreekStagedSheet *sheet)
{
  guint n = MIN (staging->area_first_rows->len, streek_dictionary_get_n (staging->areas));

  for (guint32 area = 0; area < n && account->asides->len < STREEK_IMPORT_MAX_ASIDES; area++)
    {
      guint32 row = g_array_index (staging->area_first_rows, guint32, area);
      g_autoptr (GString) text = g_string_new (NULL);

      if (row < sheet->first_row || row >= sheet->first_row + sheet->n_rows ||
          staging->row_states->data[row] != STREEK_ROW_FOOTER)
        continue;

      for (guint i = 0; i < staging->area_columns->len; i++)
        {
          const char *part = streek_staging_get_area_text (staging, area, i);

          if (part != NULL)
            g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", part);
        }

      g_ptr_array_add (account->asides,
                       streek_import_aside_new (streek_staging_get_line (staging, row),
                                                g_string_free (g_steal_pointer (&text), FALSE)));
    }

  g_ptr_array_sort (account->asides, compare_asides);
}

/* What a preview shows of the rows themselves. */
static void
keep_rows (StreekImportAccount *account,
           const StreekStaging *staging,
           const StreekStagedSheet *sheet)
{
  if (sheet->n_rows > 0)
    g_byte_array_append (account->first_states, staging->row_states->data + sheet->first_row,
                         MIN (sheet->n_rows, STREEK_GRID_ROWS));
  if (account->states[STREEK_ROW_FOOTER] > account->asides->len)
    keep_late_asides (account, staging, sheet);
}

/* Counts what became of every row, and holds it against what was read. */
static gboolean
close_accounts (StreekImport *import, const StreekStaging *staging, GError **error)
{
  for (guint i = 0; i < staging->sheets->len; i++)
    {
      const StreekStagedSheet *sheet = staging->sheets->pdata[i];
      StreekImportAccount *account = import->accounts->pdata[i];

      for (guint32 row = sheet->first_row; row < sheet->first_row + sheet->n_rows; row++)
        account->states[staging->row_states->data[row]]++;

      keep_rows (account, staging, sheet);

      for (guint state = 0; state < STREEK_ROW_N_STATES; state++)
        if (state == STREEK_ROW_TAKEN)
          account->n_taken += account->states[state];
        else if (streek_row_state_is_rejected (state))
          account->n_rejected += account->states[state];
        else if (state != STREEK_ROW_PENDING)
          account->n_ignored += account->states[state];

      if (account->n_read != account->n_taken + account->n_ignored + account->n_rejected)
        {
          g_set_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_ACCOUNT,
                       /* Translators: four numbers of rows. */
                       _ ("The count does not come out: %1$lu rows read, %2$lu taken, %3$lu "
                          "ignored, %4$lu rejected. Nothing was written."),
                       (gulong) account->n_read, (gulong) account->n_taken,
                       (gulong) account->n_ignored, (gulong) account->n_rejected);
          return FALSE;
        }
    }

  return TRUE;
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const StreekImportFinding *finding_a = *(StreekImportFinding *const *) a;
  const StreekImportFinding *finding_b = *(StreekImportFinding *const *) b;

  if (finding_a->severity != finding_b->severity)
    return finding_a->severity > finding_b->severity ? -1 : 1;
  if (finding_a->line != finding_b->line)
    return finding_a->line < finding_b->line ? -1 : 1;

  return strcmp (finding_a->id, finding_b->id);
}

static gboolean
refuse_what_holds_no_figures (const StreekMapping *mapping, GError **error)
{
  if (mapping->refusal == STREEK_REFUSAL_NONE)
    return TRUE;

  g_set_error_literal (
    error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_REFUSED,
    _ ("This is a list of areas and their codes, without figures. The areas through time come with "
       "the program; there is nothing to import."));

  return FALSE;
}

static gboolean
make_import (StreekImport *import,
             StreekImportReading *reading,
             StreekImportTarget *target,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (StreekStaging) staging = stage (reading, cancellable, error);

  if (staging == NULL)
    return FALSE;

  open_accounts (import, staging);
  ask_period (import, reading->source, staging);
  note_period (import, staging);

  if (!target->resolve (target, staging, import, cancellable, error) ||
      !close_accounts (import, staging, error))
    return FALSE;

  g_ptr_array_sort (import->findings, compare_findings);

  return TRUE;
}

static gboolean
is_open_value (const StreekMappingColumn *column)
{
  return column->role == STREEK_ROLE_VALUE && column->indicator == NULL &&
         strchr (column->header, '*') != NULL;
}

static gboolean
has_open_values (const StreekMapping *mapping)
{
  for (guint i = 0; i < mapping->columns->len; i++)
    if (is_open_value (mapping->columns->pdata[i]))
      return TRUE;

  return FALSE;
}

/* "*" stands for columns of values that are an indicator each: they become columns of the mapping,
 * which a person can then see. */
static gboolean
spell_values_out (StreekMapping *mapping,
                  StreekSource *source,
                  GCancellable *cancellable,
                  GError **error)
{
  guint n_sheets = has_open_values (mapping) ? streek_source_get_n_sheets (source) : 0;

  for (guint sheet = 0; sheet < n_sheets; sheet++)
    {
      g_autoptr (StreekGrid) grid =
        streek_grid_read (source, sheet, STREEK_GRID_ROWS, cancellable, error);

      if (grid == NULL)
        return FALSE;

      g_autoptr (StreekSheetLayout) layout = streek_sheet_layout_new (mapping, source, sheet, grid);

      for (guint i = 0; i < layout->columns->len && streek_sheet_layout_fits (layout); i++)
        {
          const StreekBoundColumn *bound = &g_array_index (layout->columns, StreekBoundColumn, i);

          if (*bound->header != '\0' && is_open_value (bound->column) &&
              streek_mapping_find_column (mapping, bound->header) == NULL)
            streek_mapping_add_column (mapping, bound->header, STREEK_ROLE_VALUE)->marks =
              bound->column->marks;
        }
    }

  return TRUE;
}

/**
 * streek_import_read:
 * @mapping: what the columns mean
 * @target: the noun that takes the figures
 * @progress: (nullable): called now and then, in this thread
 * @error: return location for a #StreekSourceError, a #StreekImportError or what the target says
 *
 * Reads, stages, checks and compares with the workspace; writes nothing. Blocks: run it in a
 * worker. Every row that was read is taken, ignored for a reason or rejected for a reason: where
 * the count does not come out, this is %STREEK_IMPORT_ERROR_ACCOUNT.
 *
 * Returns: (transfer full): what was found and what would change, or %NULL with @error set
 */
StreekImport *
streek_import_read (StreekSource *source,
                    const StreekMapping *mapping,
                    StreekImportTarget *target,
                    StreekImportProgressFunc progress,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_return_val_if_fail (source != NULL && mapping != NULL && target != NULL, NULL);

  if (!refuse_what_holds_no_figures (mapping, error))
    return NULL;

  g_autoptr (StreekImport) import = import_new (source, mapping);

  if (!spell_values_out (import->mapping, source, cancellable, error))
    return NULL;

  guint n = import->mapping->columns->len;
  g_autofree StreekMarks *marks = g_new0 (StreekMarks, n + 1);
  g_autofree StreekNumberEvidence *evidence = g_new0 (StreekNumberEvidence, n + 1);
  StreekImportReading reading = {
    source, import->mapping, import, marks, evidence, progress, data
  };

  for (guint i = 0; i < n; i++)
    marks[i] = ((const StreekMappingColumn *) import->mapping->columns->pdata[i])->marks;

  if (!make_import (import, &reading, target, cancellable, error))
    return NULL;

  return g_steal_pointer (&import);
}

guint64
streek_import_count (const StreekImport *import, StreekImportSeverity severity)
{
  guint64 n = 0;

  for (guint i = 0; i < import->findings->len; i++)
    {
      const StreekImportFinding *finding = import->findings->pdata[i];

      n += finding->severity == severity ? finding->n : 0;
    }

  return n;
}

gboolean
streek_import_is_empty (const StreekImport *import)
{
  return import->n_new == 0 && import->n_changed == 0;
}

const char *
streek_import_severity_to_string (StreekImportSeverity severity)
{
  static const char *const ids[] = { "note", "warning", "rejected", "question" };

  return ids[severity];
}

static const StreekImportQuestion *
find_needed_question (const StreekImport *import)
{
  for (guint i = 0; i < import->questions->len; i++)
    {
      const StreekImportQuestion *question = import->questions->pdata[i];

      if (question->is_needed)
        return question;
    }

  return NULL;
}

/**
 * streek_import_check:
 * @accept_partial: what was rejected may stay behind
 * @error: return location for %STREEK_IMPORT_ERROR_QUESTION or %STREEK_IMPORT_ERROR_REJECTED
 *
 * Returns: whether it can be written as it is
 */
gboolean
streek_import_check (const StreekImport *import, gboolean accept_partial, GError **error)
{
  const StreekImportQuestion *question = find_needed_question (import);
  guint64 n_rejected = 0;

  if (question != NULL)
    {
      g_set_error_literal (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_QUESTION,
                           question->sentence);
      return FALSE;
    }

  for (guint i = 0; i < import->findings->len; i++)
    {
      const StreekImportFinding *finding = import->findings->pdata[i];

      if (finding->severity == STREEK_IMPORT_QUESTION)
        {
          g_set_error_literal (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_QUESTION,
                               finding->message);
          return FALSE;
        }
    }

  for (guint i = 0; i < import->accounts->len; i++)
    n_rejected += ((const StreekImportAccount *) import->accounts->pdata[i])->n_rejected;

  if (!accept_partial && (n_rejected > 0 || import->n_bad_cells > 0))
    {
      gulong n = (gulong) MAX (n_rejected, import->n_bad_cells);

      g_set_error (
        error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_REJECTED,
        ngettext ("%lu row or cell was rejected.", "%lu rows or cells were rejected.", n), n);
      return FALSE;
    }

  return TRUE;
}
