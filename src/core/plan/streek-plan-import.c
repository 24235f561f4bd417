/* streek-plan-import.c: a whole plan on its way in from a file: compared, checked, told */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-import-private.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-timing.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const StreekRecordKind *const kind = &streek_plan_item_kind;

/* Cells that say where an item stands are not fields of it. */
static gboolean
is_of_place (const char *role)
{
  return *role == '\0' || strcmp (role, STREEK_PLAN_ROLE_ID) == 0 ||
         strcmp (role, STREEK_PLAN_ROLE_TIMING) == 0 || streek_plan_role_get_level (role) >= 0 ||
         g_str_has_prefix (role, STREEK_PLAN_ROLE_TARGET) || strcmp (role, "title") == 0 ||
         strcmp (role, "code") == 0 || strcmp (role, "parent") == 0 || strcmp (role, "level") == 0;
}

/* The grid of the entries */

/* What all rows of an entry say in a column, each once, a line each. @flags: (out) */
static char *
join_cells (const StreekPlanReading *self,
            const StreekPlanEntry *entry,
            guint column,
            guint32 *flags)
{
  const StreekGrid *grid = streek_plan_sheet_get_grid (self->sheet);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  *flags = 0;

  for (guint i = 0; i < entry->rows->len; i++)
    {
      guint row = g_array_index (entry->rows, guint, i);
      const StreekGridRow *cells = grid->rows->pdata[row];
      const char *text = streek_grid_get (grid, row, column);

      if (*text == '\0' || g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
        continue;
      *flags = texts->len == 0 ? cells->flags[column] : 0;
      g_ptr_array_add (texts, (gpointer) text);
    }

  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("\n", (char **) texts->pdata);
}

/* Title, code, and the columns of the sheet that are fields or lists of an item. */
static void
add_entry_row (const StreekPlanReading *self,
               StreekGrid *grid,
               const GArray *columns,
               const StreekPlanEntry *entry)
{
  guint n = 2 + columns->len;
  char **texts = g_new0 (char *, n + 1);
  guint32 *flags = g_new0 (guint32, n + 1);

  texts[0] = g_strdup (entry->title);
  texts[1] = g_strdup (entry->code != NULL ? entry->code : "");
  for (guint i = 0; i < columns->len; i++)
    texts[i + 2] = join_cells (self, entry, g_array_index (columns, guint, i), &flags[i + 2]);

  streek_grid_take_row (grid, entry->line, texts, flags, n);
}

static StreekRecordSheet *
make_rows (const StreekPlanReading *self)
{
  const StreekPlanSheet *sheet = self->sheet;
  g_autoptr (StreekGrid) grid = streek_grid_new ();
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < sheet->n_columns; i++)
    if (!is_of_place (streek_plan_sheet_get_role (sheet, i)))
      g_array_append_val (columns, i);
  for (guint i = 0; i < self->entries->entries->len; i++)
    add_entry_row (self, grid, columns, self->entries->entries->pdata[i]);

  grid->n_columns = 2 + columns->len;

  /* without a header: no title of a goal is one */
  StreekRecordSheet *rows = streek_record_sheet_new (kind, grid, NULL);

  rows->n_header_rows = 0;
  rows->header_row = rows->first_row = 0;
  rows->id_column = -1;
  for (guint i = 0; i < rows->n_columns; i++)
    rows->fields[i] = NULL;
  streek_record_sheet_set_field (rows, 0, "title");
  streek_record_sheet_set_field (rows, 1, "code");
  for (guint i = 0; i < columns->len; i++)
    streek_record_sheet_set_field (
      rows, i + 2, streek_plan_sheet_get_role (sheet, g_array_index (columns, guint, i)));

  rows->makes_new = sheet->makes_new;
  rows->empties_fields = sheet->empties_fields;
  rows->asks = TRUE;
  g_hash_table_unref (rows->answers);
  rows->answers = g_hash_table_ref (sheet->answers);

  return rows;
}

/* Levels */

static void
clear_level (gpointer data)
{
  g_free (((StreekPlanLevel *) data)->name);
}

static int
find_level (const StreekPlanReading *self, const char *name)
{
  g_autofree char *wanted = streek_record_header_squeeze (name);

  for (guint i = 0; i < self->levels->len; i++)
    {
      g_autofree char *own =
        streek_record_header_squeeze (g_array_index (self->levels, StreekPlanLevel, i).name);

      if (strcmp (own, wanted) == 0)
        return (int) i;
    }

  return -1;
}

static int
add_level (StreekPlanReading *self, const char *name, gboolean is_new)
{
  StreekPlanLevel level = { streek_store_random_id (), g_strdup (name), is_new, FALSE };

  g_array_append_val (self->levels, level);

  return (int) self->levels->len - 1;
}

/* What items of a column of levels are called: by a cell beside them, else by its head. */
static char *
dup_level_name (const StreekPlanReading *self, guint level, const char *head)
{
  for (guint i = 0; i < self->entries->entries->len; i++)
    {
      const StreekPlanEntry *entry = self->entries->entries->pdata[i];

      if (entry->level == (int) level && entry->level_name != NULL)
        return g_strdup (entry->level_name);
    }

  return streek_plan_role_get_level (head) >= 0 ? g_strdup_printf (_ ("Level %u"), level + 1)
                                                : g_strdup (head);
}

static void
add_levels_of_columns (StreekPlanReading *self)
{
  for (guint i = 0; i < STREEK_PLAN_SHEET_MAX_LEVELS; i++)
    {
      g_autofree char *role = g_strdup_printf (STREEK_PLAN_ROLE_LEVEL "%u", i + 1);
      int column = streek_plan_sheet_find_role (self->sheet, role, 0);

      if (column >= 0 && i >= self->levels->len)
        {
          g_autofree char *name = dup_level_name (self, i, self->sheet->headers[column]);

          add_level (self, name, TRUE);
        }
    }
}

/* What cells name; numbers say how deep, and no name. */
static void
add_levels_of_cells (StreekPlanReading *self)
{
  for (guint i = 0; i < self->entries->entries->len; i++)
    {
      const StreekPlanEntry *entry = self->entries->entries->pdata[i];

      if (entry->level_name != NULL &&
          !g_ascii_string_to_unsigned (entry->level_name, 10, 0, G_MAXUINT, NULL, NULL) &&
          self->levels->len < STREEK_PLAN_SHEET_MAX_LEVELS &&
          find_level (self, entry->level_name) < 0)
        add_level (self, entry->level_name, TRUE);
    }
}

static void
list_levels (StreekPlanReading *self)
{
  gboolean has_actions = FALSE;

  for (guint i = 0; i < streek_plan_tree_get_n_levels (self->tree); i++)
    {
      const StreekRecord *level = streek_plan_tree_get_level (self->tree, i);
      int index = add_level (self, streek_record_get_text (level, STREEK_PACT_LEVEL_NAME), FALSE);

      g_array_index (self->levels, StreekPlanLevel, index).id = streek_record_get_id (level);
      has_actions = has_actions || streek_record_get_flag (level, STREEK_PACT_LEVEL_IS_ACTION);
    }

  add_levels_of_columns (self);
  add_levels_of_cells (self);

  /* the deepest is what is done, where the plan does not say */
  if (self->levels->len > streek_plan_tree_get_n_levels (self->tree))
    g_array_index (self->levels, StreekPlanLevel, self->levels->len - 1).is_action = !has_actions;
}

/* The id of the level of an entry; 0: none is said. */
static gint64
get_level (const StreekPlanReading *self, const StreekPlanEntry *entry)
{
  int level = entry->level_name != NULL ? find_level (self, entry->level_name) : -1;

  if (level < 0)
    level = entry->level;

  return level >= 0 && (guint) level < self->levels->len
           ? g_array_index (self->levels, StreekPlanLevel, level).id
           : 0;
}

static guint
get_depth (const StreekPlanReading *self, const StreekPlanEntry *entry)
{
  guint depth = 0;

  for (; entry->parent >= 0; depth++)
    entry = self->entries->entries->pdata[entry->parent];

  int node = entry->record != NULL && !entry->has_place
               ? streek_plan_tree_find (self->tree, entry->id)
             : entry->above != 0 ? streek_plan_tree_find (self->tree, entry->above)
                                 : -1;

  return node < 0 ? depth
                  : depth + streek_plan_tree_get_node (self->tree, (guint) node)->depth +
                      (entry->above != 0);
}

/* Of a new item that no column says anything of: as deep as it stands. */
static gint64
find_level_by_depth (const StreekPlanReading *self, const StreekPlanEntry *entry)
{
  guint n = self->levels->len, depth = get_depth (self, entry);

  return n > 0 ? g_array_index (self->levels, StreekPlanLevel, MIN (depth, n - 1)).id : 0;
}

/* Places */

static gint64
get_parent_id (const StreekPlanReading *self, const StreekPlanEntry *entry)
{
  return entry->parent >= 0
           ? ((const StreekPlanEntry *) self->entries->entries->pdata[entry->parent])->id
           : entry->above;
}

static gboolean
moves (const StreekPlanReading *self, const StreekPlanEntry *entry)
{
  return entry->record != NULL && entry->has_place &&
         streek_record_get_reference (entry->record, STREEK_PLAN_ITEM_PARENT) !=
           get_parent_id (self, entry);
}

/* The rank of the last sibling that is there, and of the first behind @after. */
static void
find_neighbours (
  const StreekPlanReading *self, gint64 parent, double after, double *last, double *next)
{
  int above = parent != 0 ? streek_plan_tree_find (self->tree, parent) : -1;

  *last = 0;
  *next = NAN;
  if (parent != 0 && above < 0) /* it is new itself */
    return;

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (self->tree); i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (self->tree, i);
      double rank = streek_record_get_number (node->item, STREEK_PLAN_ITEM_RANK);

      if (node->parent != above || isnan (rank))
        continue;
      *last = MAX (*last, rank);
      if (rank > after && (isnan (*next) || rank < *next))
        *next = rank;
    }
}

/* @run: (element-type guint): entries that follow each other under one parent, none of which has a
 * place in the plan yet. @after: the rank of what stands before them; NAN: nothing does */
static void
rank_run (StreekPlanReading *self, const GArray *run, gint64 parent, double after)
{
  double last, next;

  find_neighbours (self, parent, after, &last, &next);

  double step = isnan (after) || isnan (next) ? 1 : (next - after) / (run->len + 1);
  double first = isnan (after) ? last : after;

  for (guint i = 0; i < run->len; i++)
    self->ranks[g_array_index (run, guint, i)] = first + (i + 1) * step;
}

/* New ones come right after the one that stands before them in the file. */
static void
rank_siblings (StreekPlanReading *self, const GArray *siblings, gint64 parent)
{
  g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (guint));
  double after = NAN;

  for (guint i = 0; i < siblings->len; i++)
    {
      guint index = g_array_index (siblings, guint, i);
      const StreekPlanEntry *entry = self->entries->entries->pdata[index];

      if (entry->record == NULL || moves (self, entry))
        {
          g_array_append_val (run, index);
          continue;
        }

      rank_run (self, run, parent, after);
      g_array_set_size (run, 0);
      after = streek_record_get_number (entry->record, STREEK_PLAN_ITEM_RANK);
    }

  rank_run (self, run, parent, after);
}

static void
rank_entries (StreekPlanReading *self)
{
  g_autoptr (GHashTable) by_parent =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer parent, siblings;

  self->ranks = g_new0 (double, MAX (self->entries->entries->len, 1));

  for (guint i = 0; i < self->entries->entries->len; i++)
    {
      gint64 id = get_parent_id (self, self->entries->entries->pdata[i]);
      GArray *list = g_hash_table_lookup (by_parent, &id);

      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (by_parent, g_memdup2 (&id, sizeof id), list);
        }
      g_array_append_val (list, i);
    }

  g_hash_table_iter_init (&iter, by_parent);
  while (g_hash_table_iter_next (&iter, &parent, &siblings))
    rank_siblings (self, siblings, *(gint64 *) parent);
}

/* Hooks */

static void
begin (StreekPasting *pasting, gpointer data)
{
  StreekPlanReading *self = data;
  StreekRecordChanges *changes = pasting->paste->changes;

  if (self->sheet->pact == 0)
    {
      streek_record_changes_add_as (changes, &streek_pact_kind, self->pact);
      streek_record_changes_set_text (changes, &streek_pact_kind, self->pact, STREEK_PACT_TITLE,
                                      self->sheet->title != NULL ? self->sheet->title : "");
    }

  for (guint i = 0; i < self->levels->len; i++)
    {
      const StreekPlanLevel *level = &g_array_index (self->levels, StreekPlanLevel, i);

      if (!level->is_new)
        continue;

      streek_record_changes_add_as (changes, &streek_pact_level_kind, level->id);
      streek_record_changes_set_reference (changes, &streek_pact_level_kind, level->id,
                                           STREEK_PACT_LEVEL_PACT, self->pact);
      streek_record_changes_set_text (changes, &streek_pact_level_kind, level->id,
                                      STREEK_PACT_LEVEL_NAME, level->name);
      streek_record_changes_set_number (changes, &streek_pact_level_kind, level->id,
                                        STREEK_PACT_LEVEL_RANK, 1000.0 + i);
      if (level->is_action)
        streek_record_changes_set_flag (changes, &streek_pact_level_kind, level->id,
                                        STREEK_PACT_LEVEL_IS_ACTION, TRUE);
    }
}

static gboolean
find (StreekPasting *pasting, StreekPastedRow *at, gpointer data)
{
  StreekPlanReading *self = data;
  const StreekPlanEntry *entry = self->entries->entries->pdata[at->row];

  if (entry->fault != NULL)
    streek_pasting_reject (pasting, at->row, NULL, "plan/place", g_strdup (entry->fault));
  else if (entry->parent >= 0 && pasting->faults->pdata[entry->parent] != NULL)
    streek_pasting_reject (pasting, at->row, NULL, "plan/above-rejected",
                           g_strdup (_ ("What it stands under is rejected.")));
  if (pasting->faults->pdata[at->row] != NULL)
    return FALSE;

  at->id = entry->id;
  at->owner = self->pact;
  at->record = entry->record;
  at->keeps_empty = entry->rows->len == 0;
  if (entry->record != NULL)
    return TRUE;

  at->n_set = 1;
  streek_record_changes_add_as (pasting->paste->changes, kind, at->id);
  streek_record_changes_set_reference (pasting->paste->changes, kind, at->id, STREEK_PLAN_ITEM_PACT,
                                       self->pact);
  streek_record_finder_add (pasting->finder, kind, at->id, self->pact, entry->code, entry->title);

  return TRUE;
}

static void
set_reference (StreekPasting *pasting, StreekPastedRow *at, guint field, gint64 id)
{
  if (at->record != NULL && streek_record_get_reference (at->record, field) == id)
    return;

  streek_record_changes_set_reference (pasting->paste->changes, kind, at->id, field, id);
  at->n_set++;
}

static void
fill_place (StreekPlanReading *self,
            StreekPasting *pasting,
            StreekPastedRow *at,
            const StreekPlanEntry *entry)
{
  gboolean is_moved = moves (self, entry);
  gint64 level = get_level (self, entry);

  if (at->record == NULL || is_moved)
    {
      set_reference (pasting, at, STREEK_PLAN_ITEM_PARENT, get_parent_id (self, entry));
      streek_record_changes_set_number (pasting->paste->changes, kind, at->id,
                                        STREEK_PLAN_ITEM_RANK, self->ranks[at->row]);
    }

  if (level == 0 && at->record == NULL)
    level = find_level_by_depth (self, entry);
  if (level != 0 && (at->record == NULL || is_moved || entry->level_name != NULL))
    set_reference (pasting, at, STREEK_PLAN_ITEM_LEVEL, level);
}

/* Timing */

static void
set_period (StreekPasting *pasting, StreekPastedRow *at, guint field, StreekPeriod period)
{
  if (period.kind == STREEK_PERIOD_NONE ||
      (at->record != NULL &&
       streek_period_equal (streek_record_get_period (at->record, field), period)))
    return;

  streek_record_changes_set_period (pasting->paste->changes, kind, at->id, field, period);
  at->n_set++;
}

static void
take_timing (StreekPlanReading *self,
             StreekPasting *pasting,
             StreekPastedRow *at,
             const char *text,
             StreekPlanTiming timing)
{
  const StreekRecord *pact =
    streek_records_find (pasting->records, &streek_pact_kind, self->sheet->pact);
  gboolean has_period = pact != NULL && streek_record_has (pact, STREEK_PACT_ENDS);

  if (timing.is_ongoing && has_period)
    {
      if (timing.starts.kind == STREEK_PERIOD_NONE)
        timing.starts = streek_record_get_period (pact, STREEK_PACT_STARTS);
      timing.ends = streek_record_get_period (pact, STREEK_PACT_ENDS);
      streek_pasting_note (pasting, at->row, NULL, "plan/as-long-as-the-plan",
                           /* Translators: %s is what a file says, such as "doorlopend". */
                           g_strdup_printf (_ ("“%s” is taken as long as the plan lasts."), text));
    }
  else if (timing.is_ongoing && timing.starts.kind == STREEK_PERIOD_NONE)
    streek_pasting_note (
      pasting, at->row, NULL, "plan/no-period",
      g_strdup_printf (_ ("“%s” says no year, and the plan has no period: left open."), text));

  set_period (pasting, at, STREEK_PLAN_ITEM_STARTS, timing.starts);
  set_period (pasting, at, STREEK_PLAN_ITEM_ENDS, timing.ends);
}

static gboolean
fill_timing (StreekPlanReading *self,
             StreekPasting *pasting,
             StreekPastedRow *at,
             const StreekPlanEntry *entry)
{
  int column = streek_plan_sheet_find_role (self->sheet, STREEK_PLAN_ROLE_TIMING, 0);
  const StreekRecordField *field = &kind->fields[STREEK_PLAN_ITEM_STARTS];
  guint32 flags = 0;
  g_autofree char *text =
    column >= 0 ? join_cells (self, entry, (guint) column, &flags) : g_strdup ("");
  StreekPlanTiming timing;

  if (*text == '\0' || strcmp (text, "-") == 0 || strcmp (text, "–") == 0)
    return TRUE;

  /* spreadsheets write a moment where a person wrote a day */
  if ((flags & STREEK_FIELD_DATE) && strlen (text) > 10)
    text[10] = '\0';

  const char *answer = streek_pasting_get_answer (pasting, field, text);

  if (streek_plan_timing_parse (text, &timing) ||
      (answer != NULL && streek_plan_timing_parse (answer, &timing)))
    take_timing (self, pasting, at, text, timing);
  else if (answer != NULL)
    streek_pasting_note (pasting, at->row, NULL, "paste/name-left-out",
                         g_strdup_printf (_ ("“%s” is no period, and is left out."), text));
  else
    streek_pasting_ask (pasting, at, NULL, field, text, FALSE);

  return TRUE;
}

static gboolean
fill (StreekPasting *pasting, StreekPastedRow *at, gpointer data)
{
  StreekPlanReading *self = data;
  const StreekPlanEntry *entry = self->entries->entries->pdata[at->row];

  fill_place (self, pasting, at, entry);

  return fill_timing (self, pasting, at, entry) &&
         streek_plan_fill_targets (self, pasting, at, entry);
}

static const StreekRecordSheetHooks hooks = { begin, find, fill };

/* Telling */

static void
tell_row (StreekPlanImport *import, const StreekGrid *grid, const StreekPlanLine *line, guint row)
{
  StreekRecordPasteRow told = { ((const StreekGridRow *) grid->rows->pdata[row])->line };

  switch (line->kind)
    {
    case STREEK_PLAN_LINE_BLANK:
      told.state = STREEK_RECORD_ROW_BLANK;
      break;
    case STREEK_PLAN_LINE_TITLE:
      told.state = STREEK_RECORD_ROW_TITLE;
      break;
    case STREEK_PLAN_LINE_HEADER:
      told.state = STREEK_RECORD_ROW_HEADER;
      break;
    case STREEK_PLAN_LINE_ENTRY:
      told.id = g_array_index (import->paste->rows, StreekRecordPasteRow, line->entry).id;
      told.state = g_array_index (import->paste->rows, StreekRecordPasteRow, line->entry).state;
      break;
    case STREEK_PLAN_LINE_REJECTED:
    default:
      told.state = STREEK_RECORD_ROW_REJECTED;
      break;
    }

  import->n[told.state]++;
  g_array_append_val (import->rows, told);

  if (line->fault != NULL)
    {
      g_autofree char *place = g_strdup_printf ("%" G_GUINT64_FORMAT, told.line);

      g_ptr_array_insert (
        import->paste->findings, 0,
        streek_finding_new (STREEK_SEVERITY_ERROR, "plan/row", place, line->fault));
    }
}

static void
tell_rows (const StreekPlanReading *self, StreekPlanImport *import)
{
  const StreekGrid *grid = streek_plan_sheet_get_grid (self->sheet);

  for (guint i = grid->rows->len; i > 0; i--)
    tell_row (import, grid, &g_array_index (self->entries->lines, StreekPlanLine, i - 1), i - 1);

  for (guint i = 0; i < import->rows->len / 2; i++)
    {
      StreekRecordPasteRow *one = &g_array_index (import->rows, StreekRecordPasteRow, i);
      StreekRecordPasteRow *other =
        &g_array_index (import->rows, StreekRecordPasteRow, import->rows->len - 1 - i);
      StreekRecordPasteRow kept = *one;

      *one = *other;
      *other = kept;
    }

  import->n_read = import->rows->len;
  import->n_taken = import->n[STREEK_RECORD_ROW_NEW] + import->n[STREEK_RECORD_ROW_CHANGED];
  import->n_rejected = import->n[STREEK_RECORD_ROW_REJECTED];
  import->n_ignored = import->n_read - import->n_taken - import->n_rejected;
}

static gboolean
has_texts (const StreekPlanSheet *sheet, guint column)
{
  const StreekGrid *grid = streek_plan_sheet_get_grid (sheet);

  for (guint row = sheet->first_row; row < grid->rows->len; row++)
    if (*streek_grid_get (grid, row, column) != '\0')
      return TRUE;

  return FALSE;
}

static void
add_note (StreekPlanImport *import, const char *id, guint64 line, char *message)
{
  g_autofree char *place = g_strdup_printf ("%" G_GUINT64_FORMAT, line);
  g_autofree char *owned = message;

  g_ptr_array_add (import->paste->findings,
                   streek_finding_new (STREEK_SEVERITY_NOTE, id, place, owned));
}

/* Columns that mean nothing here are not left out in silence, nor rows that were taken together. */
static void
tell_more (const StreekPlanReading *self, StreekPlanImport *import)
{
  const StreekPlanSheet *sheet = self->sheet;
  const StreekGrid *grid = streek_plan_sheet_get_grid (sheet);
  guint64 header = sheet->header_row >= 0
                     ? ((const StreekGridRow *) grid->rows->pdata[(guint) sheet->header_row])->line
                     : 1;

  for (guint i = 0; i < sheet->n_columns; i++)
    if (*streek_plan_sheet_get_role (sheet, i) == '\0' && has_texts (sheet, i))
      add_note (import, "paste/left-out", header,
                g_strdup_printf (_ ("The column “%s” is left out."), sheet->headers[i]));

  for (guint i = 0; i < self->entries->entries->len; i++)
    {
      const StreekPlanEntry *entry = self->entries->entries->pdata[i];

      for (guint j = 1; j < entry->rows->len; j++)
        add_note (
          import, "plan/together",
          ((const StreekGridRow *) grid->rows->pdata[g_array_index (entry->rows, guint, j)])->line,
          g_strdup_printf (_ ("Taken together with “%s” above it."), entry->title));
    }
}

/* Targets are no column of an item: their change is one of its own. */
static void
add_target_changes (StreekPlanImport *import, StreekRecordView *view)
{
  g_autoptr (StreekRecordView) preview = streek_record_paste_preview (import->paste, view);

  for (guint i = 0; i < import->paste->rows->len; i++)
    {
      const StreekRecordPasteRow *row =
        &g_array_index (import->paste->rows, StreekRecordPasteRow, i);

      if (row->state != STREEK_RECORD_ROW_CHANGED)
        continue;

      g_autofree char *was = streek_plan_dup_targets (view, row->id);
      g_autofree char *becomes = streek_plan_dup_targets (preview, row->id);

      if (strcmp (was, becomes) == 0)
        continue;

      StreekRecordPasteChange *change = g_new0 (StreekRecordPasteChange, 1);

      change->row = i;
      change->title =
        streek_records_dup_title (streek_record_view_get_records (view), kind, row->id);
      change->label = g_strdup (_ ("Targets"));
      change->was = g_steal_pointer (&was);
      change->becomes = g_steal_pointer (&becomes);
      g_ptr_array_add (import->changes, change);
    }
}

static gboolean
check_sheet (const StreekPlanSheet *sheet, const StreekRecords *records, GError **error)
{
  gboolean names = streek_plan_sheet_find_role (sheet, "title", 0) >= 0;

  for (guint i = 0; i < sheet->n_columns; i++)
    names = names || streek_plan_role_get_level (streek_plan_sheet_get_role (sheet, i)) >= 0;

  if (!names)
    {
      g_set_error_literal (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_FILE,
                           _ ("No column says what the goals and actions are called: say which one "
                              "is the title, or a level."));
      return FALSE;
    }

  if (sheet->pact == 0 ? sheet->title != NULL && *sheet->title != '\0'
                       : streek_records_find (records, &streek_pact_kind, sheet->pact) != NULL)
    return TRUE;

  g_set_error_literal (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_FILE,
                       _ ("Say which plan it is, or what the new one is called."));

  return FALSE;
}

static void
clear_reading (StreekPlanReading *self)
{
  g_clear_pointer (&self->tree, streek_plan_tree_free);
  g_clear_pointer (&self->entries, streek_plan_entries_free);
  g_clear_pointer (&self->rows, streek_record_sheet_free);
  g_clear_pointer (&self->levels, g_array_unref);
  g_clear_pointer (&self->ranks, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekPlanReading, clear_reading)

/**
 * streek_plan_import_read:
 * @sheet: with its plan, and what its columns are
 * @error: return location for a #StreekRecordError, or %G_IO_ERROR_CANCELLED
 *
 * Rows become a tree: by columns that are levels (an empty cell goes on with the one above it), by
 * what they stand under, by codes such as 1.2.3, or by a column that names the level. A row is
 * about the item with its number in this file; else the one with its code; else the one with its
 * title under the same item; else it is a new one. New ones come after what stands before them in
 * the file; the order of what is there stays. Cells that say what an item says already change
 * nothing. A name of nothing that is there is a question. Every row that was read ends as taken,
 * ignored or rejected.
 *
 * Returns: (transfer full): the changes and what is to be told of them, or %NULL with @error set
 */
StreekPlanImport *
streek_plan_import_read (const StreekPlanSheet *sheet,
                         StreekRecordView *view,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (sheet != NULL && view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  g_auto (StreekPlanReading) reading = { .sheet = sheet, .view = view };

  if (!check_sheet (sheet, records, error))
    return NULL;

  reading.pact = sheet->pact != 0 ? sheet->pact : streek_store_random_id ();
  reading.tree = streek_plan_tree_new (records, reading.pact);
  reading.entries = streek_plan_entries_new (sheet, records, reading.tree);
  reading.levels = g_array_new (FALSE, FALSE, sizeof (StreekPlanLevel));
  g_array_set_clear_func (reading.levels, clear_level);
  list_levels (&reading);
  rank_entries (&reading);
  reading.rows = make_rows (&reading);
  reading.rows->hooks = &hooks;
  reading.rows->hooks_data = &reading;

  StreekRecordPaste *paste = streek_record_paste_read (reading.rows, view, cancellable, error);

  if (paste == NULL)
    return NULL;

  StreekPlanImport *import = g_new0 (StreekPlanImport, 1);

  import->paste = paste;
  import->pact = reading.pact;
  import->rows = g_array_new (FALSE, FALSE, sizeof (StreekRecordPasteRow));
  import->changes = streek_record_paste_list_changes (paste, kind, view);
  add_target_changes (import, view);
  tell_rows (&reading, import);
  tell_more (&reading, import);

  return import;
}

void
streek_plan_import_free (StreekPlanImport *import)
{
  if (import == NULL)
    return;

  streek_record_paste_free (import->paste);
  g_array_unref (import->rows);
  g_ptr_array_unref (import->changes);
  g_free (import);
}

gboolean
streek_plan_import_can_write (const StreekPlanImport *import)
{
  g_return_val_if_fail (import != NULL, FALSE);

  return import->paste->questions->len == 0 && import->n_taken > 0;
}

char *
streek_plan_import_describe (const StreekPlanImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  const guint *n = import->paste->n;
  g_autofree char *rows =
    /* Translators: numbers of rows of a spreadsheet, as a sum that adds up. */
    g_strdup_printf (_ ("%1$u rows read = %2$u taken + %3$u ignored + %4$u rejected."),
                     import->n_read, import->n_taken, import->n_ignored, import->n_rejected);
  g_autofree char *items =
    /* Translators: numbers of goals and actions. */
    g_strdup_printf (_ ("Goals and actions: %1$u new, %2$u changed, %3$u there already."),
                     n[STREEK_RECORD_ROW_NEW], n[STREEK_RECORD_ROW_CHANGED],
                     n[STREEK_RECORD_ROW_UNCHANGED]);

  return g_strconcat (rows, " ", items, NULL);
}
