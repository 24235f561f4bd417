/* streek-plan-import-targets.c: targets of goals and actions in the cells of a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-import-private.h"

#include "plan/streek-follow-up.h"
#include "plan/streek-plan-sheet-private.h"
#include "plan/streek-target-words.h"
#include "record/streek-record-amount.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const StreekRecordKind *const kind = &streek_target_kind;

/* What a file says of one target. */
typedef struct
{
  char *texts[STREEK_TARGET_N_FIELDS]; /* (nullable elements) */
  guint32 flags[STREEK_TARGET_N_FIELDS];
} TargetCells;

static void
clear_cells (gpointer data)
{
  TargetCells *cells = data;

  for (guint i = 0; i < STREEK_TARGET_N_FIELDS; i++)
    g_free (cells->texts[i]);
}

static gboolean
is_said (const TargetCells *cells, guint field)
{
  return cells->texts[field] != NULL && *cells->texts[field] != '\0';
}

static gboolean
says_anything (const TargetCells *cells)
{
  for (guint i = 0; i < STREEK_TARGET_N_FIELDS; i++)
    if (is_said (cells, i))
      return TRUE;

  return FALSE;
}

/* The parts of a cell that says several things: a line each, or semicolons. */
static GStrv
split_cell (const char *text)
{
  return g_strsplit (text, strchr (text, '\n') != NULL ? "\n" : ";", -1);
}

/* How many targets the cells of a row are about. */
static guint
count_targets (const TargetCells *row)
{
  guint n = 0;

  for (guint i = 0; i < STREEK_TARGET_N_FIELDS; i++)
    if (i != STREEK_TARGET_NOTE && is_said (row, i))
      {
        g_auto (GStrv) parts = split_cell (row->texts[i]);

        if (i == STREEK_TARGET_INDICATOR || i == STREEK_TARGET_NAME || n == 0)
          n = MAX (n, g_strv_length (parts));
      }

  return n;
}

/* A cell that says one thing says it of all; one that says as many as there are, of each its own.
 * FALSE where neither is so. */
static gboolean
spread_cell (GArray *targets, guint first, guint n, guint field, const TargetCells *row)
{
  const char *text = row->texts[field];
  g_auto (GStrv) parts = field == STREEK_TARGET_NOTE ? NULL : split_cell (text);
  guint n_parts = parts != NULL ? g_strv_length (parts) : 1;

  if (n_parts != n && n_parts != 1)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      TargetCells *cells = &g_array_index (targets, TargetCells, first + i);
      const char *part = n_parts == n && parts != NULL ? parts[i] : text;

      cells->texts[field] = g_strstrip (g_strdup (part));
      cells->flags[field] = row->flags[field] & (n == 1 ? G_MAXUINT32 : STREEK_RECORD_MARKS);
    }

  return TRUE;
}

static TargetCells
read_row (const StreekPlanReading *self, guint row, guint nth)
{
  const StreekGrid *grid = streek_plan_sheet_get_grid (self->sheet);
  const StreekGridRow *cells = grid->rows->pdata[row];
  TargetCells read = { 0 };

  for (guint i = 0; i < STREEK_TARGET_N_FIELDS; i++)
    {
      g_autofree char *role = g_strconcat (STREEK_PLAN_ROLE_TARGET, kind->fields[i].id, NULL);
      int column = streek_plan_sheet_find_role (self->sheet, role, nth);
      const char *text = column >= 0 ? streek_grid_get (grid, row, (guint) column) : "";

      if (*text == '\0' || streek_record_amount_is_none (text))
        continue;
      read.texts[i] = g_strdup (text);
      read.flags[i] = cells->flags[column] | self->marks[column];
    }

  return read;
}

/* How often a role is given: a row may have two indicators in two columns. */
static guint
count_sets (const StreekPlanSheet *sheet)
{
  guint most = 0;

  for (guint i = 0; i < STREEK_TARGET_N_FIELDS; i++)
    {
      g_autofree char *role = g_strconcat (STREEK_PLAN_ROLE_TARGET, kind->fields[i].id, NULL);
      guint n = 0;

      while (streek_plan_sheet_find_role (sheet, role, n) >= 0)
        n++;
      most = MAX (most, n);
    }

  return most;
}

/* FALSE with @fault where a row says more values than it has indicators. */
static gboolean
add_targets (const StreekPlanReading *self, guint row, guint nth, GArray *targets, char **fault)
{
  TargetCells read = read_row (self, row, nth);
  guint n = count_targets (&read), first = targets->len;
  gboolean is_done = TRUE;

  g_array_set_size (targets, first + n);

  for (guint i = 0; i < STREEK_TARGET_N_FIELDS && n > 0 && is_done; i++)
    if (is_said (&read, i) && !spread_cell (targets, first, n, i, &read))
      {
        g_autofree char *label = streek_plan_target_dup_label (&kind->fields[i]);

        /* Translators: %1$s is the head of a column, %2$u a number. */
        *fault = g_strdup_printf (
          _ ("%1$s: there are %2$u indicators, and another number of these."), label, n);
        is_done = FALSE;
      }

  clear_cells (&read);

  return is_done;
}

/* Which target a file means */

static gboolean
is_same (const char *text, const char *other)
{
  g_autofree char *one = streek_fold (text, NULL);
  g_autofree char *two = streek_fold (other, NULL);

  return strcmp (one, two) == 0;
}

static gboolean
is_called (const StreekRecord *target, const char *name)
{
  const char *own = streek_record_get_text (target, STREEK_TARGET_NAME);

  return is_same (own != NULL ? own : "", name);
}

/* Of the item, and of no other line of the file: by name, else by indicator. */
static const StreekRecord *
find_target (StreekPasting *pasting,
             const StreekPastedRow *at,
             const char *name,
             const char *indicator,
             GHashTable *used)
{
  guint n;
  const StreekRecord *const *targets =
    streek_records_list_by (pasting->records, kind, STREEK_TARGET_ITEM, at->id, &n);

  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (used, targets[i]) && name != NULL && is_called (targets[i], name))
      return targets[i];
  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (used, targets[i]) && indicator != NULL &&
        streek_record_is (targets[i], STREEK_TARGET_INDICATOR, indicator))
      return targets[i];

  return NULL;
}

typedef enum
{
  INDICATOR_FOUND, /* or none is named */
  INDICATOR_OWN,   /* an own count, of that name */
  INDICATOR_OPEN,  /* left out, or asked */
} IndicatorResult;

static IndicatorResult
find_indicator (StreekPasting *pasting,
                StreekPastedRow *at,
                const char *text,
                gboolean is_own_count,
                const char **code)
{
  const StreekRecordField *field = &kind->fields[STREEK_TARGET_INDICATOR];

  *code = streek_record_finder_find_indicator (pasting->finder, text);
  if (*code != NULL)
    return INDICATOR_FOUND;

  const char *answer = streek_pasting_get_answer (pasting, field, text);

  if (is_own_count || g_strcmp0 (answer, STREEK_RECORD_ANSWER_MAKE) == 0 ||
      (answer == NULL && pasting->sheet->makes_new))
    return INDICATOR_OWN;

  if (answer != NULL && strcmp (answer, STREEK_RECORD_ANSWER_LEAVE_OUT) != 0)
    {
      *code = streek_record_finder_find_indicator (pasting->finder, answer);
      if (*code != NULL)
        return INDICATOR_FOUND;
    }

  if (answer == NULL)
    streek_pasting_ask (pasting, at, NULL, field, text, TRUE);
  else
    streek_pasting_note (pasting, at->row, NULL, "paste/name-left-out",
                         g_strdup_printf (_ ("“%s” is not there, and is left out."), text));

  return INDICATOR_OPEN;
}

/* Filling it in */

static gboolean
set_field (StreekPasting *pasting,
           StreekPastedRow *at,
           const TargetCells *cells,
           guint i,
           const StreekRecord *target,
           gint64 id)
{
  g_auto (StreekRecordTyped) typed = { 0 };
  g_autofree char *fault = NULL;

  if (!streek_pasting_read (pasting, at, NULL, &kind->fields[i], cells->texts[i], cells->flags[i],
                            &typed, &fault))
    {
      g_autofree char *label = streek_plan_target_dup_label (&kind->fields[i]);

      if (fault == NULL)
        return TRUE;
      streek_pasting_reject (pasting, at->row, NULL, "paste/cell",
                             g_strdup_printf (C_ ("cell", "%1$s: %2$s"), label, fault));
      return FALSE;
    }

  if (target != NULL && streek_record_typed_is (&typed, target, i))
    return TRUE;

  streek_record_typed_set (&typed, pasting->paste->changes, kind, id, i);
  at->n_set++;

  return TRUE;
}

static void
set_text (StreekPasting *pasting,
          StreekPastedRow *at,
          guint field,
          const char *text,
          const StreekRecord *target,
          gint64 id)
{
  if (text == NULL ||
      (target != NULL && g_strcmp0 (streek_record_get_text (target, field), text) == 0))
    return;

  streek_record_changes_set_text (pasting->paste->changes, kind, id, field, text);
  at->n_set++;
}

/* "12,5 km" says the unit too, where no column does. */
static void
split_unit (TargetCells *cells, guint field, const StreekFormat *format)
{
  StreekRecordAmount amount;

  if (!is_said (cells, field) ||
      !streek_record_amount_read (cells->texts[field], cells->flags[field], format, &amount) ||
      amount.unit == NULL)
    return;

  g_autofree char *unit = amount.unit;
  g_autofree char *number = g_strdup (cells->texts[field]);
  gsize length = strlen (number), n = strlen (unit);

  if (!g_str_has_suffix (number, unit) ||
      (is_said (cells, STREEK_TARGET_UNIT) && !is_same (cells->texts[STREEK_TARGET_UNIT], unit)))
    return;

  if (!is_said (cells, STREEK_TARGET_UNIT))
    {
      g_free (cells->texts[STREEK_TARGET_UNIT]);
      cells->texts[STREEK_TARGET_UNIT] = g_steal_pointer (&unit);
    }
  number[length - n] = '\0';
  g_free (cells->texts[field]);
  cells->texts[field] = g_strdup (g_strchomp (number));
}

/* The words that a list of the house shows for an indicator are those of the catalogue. */
static char *
dup_name (StreekPlanReading *self, const TargetCells *cells, const char *code)
{
  if (is_said (cells, STREEK_TARGET_NAME))
    return g_strdup (cells->texts[STREEK_TARGET_NAME]);

  return code != NULL ? streek_record_view_dup_indicator_name (self->view, code)
                      : g_strdup (cells->texts[STREEK_TARGET_INDICATOR]);
}

static gboolean
fill_target (StreekPlanReading *self,
             StreekPasting *pasting,
             StreekPastedRow *at,
             const TargetCells *cells,
             guint rank,
             GHashTable *used)
{
  const char *code = NULL, *said = cells->texts[STREEK_TARGET_INDICATOR];
  const StreekRecord *own =
    is_said (cells, STREEK_TARGET_INDICATOR) ? find_target (pasting, at, said, NULL, used) : NULL;

  if (is_said (cells, STREEK_TARGET_INDICATOR) &&
      find_indicator (pasting, at, said, own != NULL, &code) == INDICATOR_OPEN)
    return TRUE;

  g_autofree char *name = dup_name (self, cells, code);

  if (name == NULL || *name == '\0')
    {
      streek_pasting_reject (pasting, at->row, NULL, "plan/target-without-name",
                             g_strdup (_ ("A target does not say what is counted.")));
      return FALSE;
    }

  const StreekRecord *target = find_target (pasting, at, name, code, used);
  gint64 id = target != NULL ? streek_record_get_id (target)
                             : streek_record_changes_add (pasting->paste->changes, kind);

  if (target != NULL)
    g_hash_table_add (used, (gpointer) target);
  else
    {
      streek_record_changes_set_reference (pasting->paste->changes, kind, id, STREEK_TARGET_ITEM,
                                           at->id);
      streek_record_changes_set_number (pasting->paste->changes, kind, id, STREEK_TARGET_RANK,
                                        1000.0 + rank);
      at->n_set++;
    }

  /* a target that is there keeps its own name where the file only names its indicator */
  if (target == NULL || is_said (cells, STREEK_TARGET_NAME))
    set_text (pasting, at, STREEK_TARGET_NAME, name, target, id);
  set_text (pasting, at, STREEK_TARGET_INDICATOR, code, target, id);

  for (guint i = STREEK_TARGET_AREA; i <= STREEK_TARGET_NOTE; i++)
    if (is_said (cells, i) && !set_field (pasting, at, cells, i, target, id))
      return FALSE;

  return TRUE;
}

gboolean
streek_plan_fill_targets (StreekPlanReading *self,
                          StreekPasting *pasting,
                          StreekPastedRow *at,
                          const StreekPlanEntry *entry)
{
  guint n_sets = count_sets (self->sheet);
  g_autoptr (GArray) targets = g_array_new (FALSE, TRUE, sizeof (TargetCells));
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  char *fault = NULL;

  g_array_set_clear_func (targets, clear_cells);

  for (guint i = 0; i < entry->rows->len; i++)
    for (guint nth = 0; nth < n_sets; nth++)
      if (!add_targets (self, g_array_index (entry->rows, guint, i), nth, targets, &fault))
        {
          streek_pasting_reject (pasting, at->row, NULL, "plan/targets", fault);
          return FALSE;
        }

  for (guint i = 0; i < targets->len; i++)
    {
      TargetCells *cells = &g_array_index (targets, TargetCells, i);

      split_unit (cells, STREEK_TARGET_BASELINE, streek_record_view_get_format (self->view));
      split_unit (cells, STREEK_TARGET_TARGET, streek_record_view_get_format (self->view));
      if (says_anything (cells) && !fill_target (self, pasting, at, cells, i, used))
        return FALSE;
    }

  return TRUE;
}

char *
streek_plan_dup_targets (const StreekRecordView *view, gint64 item)
{
  GString *text = g_string_new (NULL);
  guint n;
  const StreekRecord *const *targets = streek_records_list_by (
    streek_record_view_get_records (view), kind, STREEK_TARGET_ITEM, item, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *way = streek_target_dup_way (view, targets[i]);
      const char *name = streek_record_get_text (targets[i], STREEK_TARGET_NAME);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "", name != NULL ? name : "", way);
    }

  return g_string_free (text, FALSE);
}
