/* streek-plan-entries.c: rows of a file as a tree of goals and actions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-entries-private.h"

#include "plan/streek-pact.h"
#include "record/streek-record-pasting.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In bytes: a title is a line, no text. */
#define MAX_TITLE 2000

typedef struct
{
  const StreekPlanSheet *sheet;
  const StreekGrid *grid;
  StreekPlanEntries *entries;
  GPtrArray
    *levels; /* utf8: what levels are called, squeezed: those of the plan, then of the file */
  GHashTable *by_path;  /* "parent\x1ftitle" → index + 1 of the newest */
  GHashTable *by_code;  /* code → index + 1 */
  GHashTable *by_title; /* title → index + 1 of the newest */
  GHashTable *names;    /* of items of the plan */
  char *carried[STREEK_PLAN_SHEET_MAX_LEVELS];
  int stack[STREEK_PLAN_SHEET_MAX_LEVELS]; /* the newest entry of each level; -1: none */
  int newest;                              /* entry; -1: none */
  guint row;
} Reading;

static void
free_entry (gpointer data)
{
  StreekPlanEntry *entry = data;

  g_free (entry->title);
  g_free (entry->code);
  g_free (entry->level_name);
  g_free (entry->fault);
  g_array_unref (entry->rows);
  g_free (entry);
}

static void
clear_line (gpointer data)
{
  g_free (((StreekPlanLine *) data)->fault);
}

void
streek_plan_entries_free (StreekPlanEntries *entries)
{
  if (entries == NULL)
    return;

  g_ptr_array_unref (entries->entries);
  g_array_unref (entries->lines);
  g_free (entries);
}

static StreekPlanEntry *
get_entry (const Reading *self, guint i)
{
  return self->entries->entries->pdata[i];
}

/* Folded, one blank between words. */
char *
streek_plan_tidy_title (const char *title)
{
  g_autofree char *folded = streek_fold (title, NULL);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\r\n", -1);
  GString *tidied = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (tidied, "%s%s", tidied->len > 0 ? " " : "", words[i]);

  return g_string_free (tidied, FALSE);
}

/* "1.2." and "1.2" are one code. */
char *
streek_plan_tidy_code (const char *code)
{
  char *tidied = streek_plan_tidy_title (code);
  gsize length = strlen (tidied);

  while (length > 0 && strchr (".:)", tidied[length - 1]) != NULL)
    tidied[--length] = '\0';

  return tidied;
}

static const char *
get_cell (const Reading *self, int column)
{
  return column >= 0 ? streek_grid_get (self->grid, self->row, (guint) column) : "";
}

static const char *
get_role_cell (const Reading *self, const char *role)
{
  return get_cell (self, streek_plan_sheet_find_role (self->sheet, role, 0));
}

static gboolean
is_dash (const char *text)
{
  return strcmp (text, "-") == 0 || strcmp (text, "–") == 0 || strcmp (text, "—") == 0;
}

/* Codes in front of titles */

/* The length of "1.2.3", "OD 1.1" or "A2." in front of a title; 0: there is none. A bare number is
 * no code: "10 werkplekken". */
static gsize
get_length_of_code (const char *text)
{
  gsize i = 0, n_digits = 0, n_points = 0;

  while (i < 4 && g_ascii_isupper (text[i]))
    i++;

  gboolean has_letters = i > 0;

  if (has_letters && text[i] == ' ')
    i++;
  for (; g_ascii_isdigit (text[i]) || (text[i] == '.' && n_digits > 0); i++)
    if (text[i] == '.')
      n_points++;
    else
      n_digits++;

  gboolean is_closed = strchr (":)", text[i]) != NULL && text[i] != '\0';
  gboolean ends = text[i] == ' ' || is_closed;

  return n_digits > 0 && n_digits <= 8 && ends && (has_letters || n_points > 0 || is_closed) ? i
                                                                                             : 0;
}

/* @text: cut into @code (nullable) and @title */
static void
split_code (const Reading *self, const char *text, char **code, char **title)
{
  gsize length = self->sheet->splits_codes ? get_length_of_code (text) : 0;
  const char *rest = text + length;

  while (length > 0 && *rest != '\0' && strchr (" :)-", *rest) != NULL)
    rest++;

  if (length == 0 || *rest == '\0')
    {
      *code = NULL;
      *title = g_strdup (text);
      return;
    }

  *code = g_strndup (text, length);
  *title = g_strdup (rest);
  for (gsize n = length; n > 0 && (*code)[n - 1] == '.'; n--)
    (*code)[n - 1] = '\0';
}

/* Entries */

static char *
make_path_key (int parent, gint64 above, const char *title)
{
  g_autofree char *tidied = streek_plan_tidy_title (title);

  return g_strdup_printf ("%d\x1f%" G_GINT64_FORMAT "\x1f%s", parent, above, tidied);
}

static int
look_up (GHashTable *table, const char *key)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (table, key)) - 1;
}

static int
find_by_code (const Reading *self, const char *code)
{
  g_autofree char *tidied = streek_plan_tidy_code (code);

  return *tidied != '\0' ? look_up (self->by_code, tidied) : -1;
}

static gboolean
have_other_codes (const StreekPlanEntry *entry, const char *code)
{
  if (entry->code == NULL || code == NULL || *code == '\0')
    return FALSE;

  g_autofree char *one = streek_plan_tidy_code (entry->code);
  g_autofree char *other = streek_plan_tidy_code (code);

  return strcmp (one, other) != 0;
}

static void
note_code (Reading *self, guint index, const char *code)
{
  StreekPlanEntry *entry = get_entry (self, index);

  if (code == NULL || *code == '\0')
    return;
  if (entry->code == NULL)
    entry->code = g_strdup (code);

  g_autofree char *tidied = streek_plan_tidy_code (code);

  if (*tidied != '\0' && look_up (self->by_code, tidied) < 0)
    g_hash_table_insert (self->by_code, g_steal_pointer (&tidied), GUINT_TO_POINTER (index + 1));
}

/* The entry of that title under that parent; a new one where there is none, or it has another code.
 */
static guint
ensure_entry (Reading *self, int parent, gint64 above, const char *title, const char *code)
{
  g_autofree char *key = make_path_key (parent, above, title);
  int found = look_up (self->by_path, key);

  if (found >= 0 && !have_other_codes (get_entry (self, (guint) found), code))
    {
      note_code (self, (guint) found, code);
      return (guint) found;
    }

  StreekPlanEntry *entry = g_new0 (StreekPlanEntry, 1);
  guint index = self->entries->entries->len;

  entry->parent = parent;
  entry->above = above;
  entry->title = g_strdup (title);
  entry->level = -1;
  entry->line = ((const StreekGridRow *) self->grid->rows->pdata[self->row])->line;
  entry->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->entries->entries, entry);
  g_hash_table_insert (self->by_path, g_steal_pointer (&key), GUINT_TO_POINTER (index + 1));
  g_hash_table_insert (self->by_title, streek_plan_tidy_title (title),
                       GUINT_TO_POINTER (index + 1));
  note_code (self, index, code);

  return index;
}

/* Rows that carry numbers of records are one record each. */
static guint
ensure_own_entry (Reading *self, int parent, gint64 above, const char *title, const char *code)
{
  guint index = ensure_entry (self, parent, above, title, code);
  const StreekPlanEntry *entry = get_entry (self, index);

  if (entry->rows->len == 0 || *get_role_cell (self, STREEK_PLAN_ROLE_ID) == '\0')
    return index;

  g_autofree char *key = make_path_key (parent, above, title);

  g_hash_table_remove (self->by_path, key);

  return ensure_entry (self, parent, above, title, code);
}

/* @fault: (transfer full) */
static void
reject (Reading *self, char *fault)
{
  const StreekPlanLine line = { .state = STREEK_RECORD_ROW_REJECTED, .fault = fault };

  g_array_append_val (self->entries->lines, line);
}

static void
add_row_of (Reading *self, guint index)
{
  const StreekPlanLine line = { .is_entry = TRUE, .entry = index };

  g_array_append_val (get_entry (self, index)->rows, self->row);
  g_array_append_val (self->entries->lines, line);
  self->newest = (int) index;
}

/* A row without a title of its own goes on with the one above it. */
static void
go_on (Reading *self)
{
  if (self->newest >= 0)
    add_row_of (self, (guint) self->newest);
  else
    reject (self, g_strdup (_ ("This row does not say which goal or action it is about.")));
}

static gboolean
check_title (Reading *self, const char *title)
{
  if (strlen (title) <= MAX_TITLE)
    return TRUE;

  reject (self,
          g_strdup_printf (_ ("A title has %u letters at most: shorten it, or take the column "
                              "for a description."),
                           MAX_TITLE));

  return FALSE;
}

/* Levels in columns */

/* What stands in a column of levels; a cell that a merged one covers says what that one does. */
static const char *
get_level_cell (const Reading *self, guint level, int column)
{
  const StreekGridRow *row = self->grid->rows->pdata[self->row];
  const char *text = get_cell (self, column);

  return *text == '\0' && column >= 0 && (guint) column < row->n &&
             (row->flags[column] & STREEK_FIELD_MERGED) && self->carried[level] != NULL
           ? self->carried[level]
           : text;
}

static void
forget_from (Reading *self, guint level)
{
  for (guint i = level; i < STREEK_PLAN_SHEET_MAX_LEVELS; i++)
    g_clear_pointer (&self->carried[i], g_free);
}

/* Returns: the deepest level that the row fills in; -1: none */
static int
carry_levels (Reading *self)
{
  int deepest = -1;

  for (guint i = 0; i < STREEK_PLAN_SHEET_MAX_LEVELS; i++)
    {
      g_autofree char *role = g_strdup_printf (STREEK_PLAN_ROLE_LEVEL "%u", i + 1);
      int column = streek_plan_sheet_find_role (self->sheet, role, 0);
      g_autofree char *text = g_strdup (get_level_cell (self, i, column));

      if (is_dash (text))
        g_clear_pointer (&self->carried[i], g_free);
      else if (*text != '\0')
        {
          if (g_strcmp0 (self->carried[i], text) != 0)
            forget_from (self, i);
          g_free (self->carried[i]);
          self->carried[i] = g_steal_pointer (&text);
          deepest = (int) i;
        }
    }

  return deepest;
}

static gboolean
has_code_column (const Reading *self)
{
  return streek_plan_sheet_find_role (self->sheet, "code", 0) >= 0;
}

/* The entry of a level that others stand under. */
static int
ensure_above (Reading *self, int parent, guint level)
{
  g_autofree char *plain = make_path_key (parent, 0, self->carried[level]);
  g_autofree char *code = NULL, *title = NULL;
  int found = look_up (self->by_path, plain);

  if (found >= 0)
    return found;

  split_code (self, self->carried[level], &code, &title);

  guint index = ensure_entry (self, parent, 0, title, code);
  StreekPlanEntry *entry = get_entry (self, index);

  entry->has_place = TRUE;
  if (entry->level < 0)
    entry->level = (int) level;

  return (int) index;
}

static void
take_level_name (Reading *self, guint index)
{
  StreekPlanEntry *entry = get_entry (self, index);
  const char *name = get_role_cell (self, "level");

  if (*name != '\0' && entry->level_name == NULL)
    entry->level_name = g_strdup (name);
}

static void
read_own_level (Reading *self, int parent, int level, const char *text)
{
  const char *said = get_role_cell (self, "code");
  g_autofree char *code = NULL, *title = NULL;

  if (has_code_column (self))
    title = g_strdup (text);
  else
    split_code (self, text, &code, &title);

  if (!check_title (self, title))
    return;

  guint index = ensure_own_entry (self, parent, 0, title, *said != '\0' ? said : code);
  StreekPlanEntry *entry = get_entry (self, index);

  entry->has_place = TRUE;
  if (entry->level < 0)
    entry->level = level;
  take_level_name (self, index);
  add_row_of (self, index);
}

static void
read_levels (Reading *self)
{
  int deepest = carry_levels (self), parent = -1;
  const char *title = get_role_cell (self, "title");
  int own = *title != '\0' ? STREEK_PLAN_SHEET_MAX_LEVELS : deepest;

  if (own < 0)
    {
      go_on (self);
      return;
    }

  for (int i = 0; i < STREEK_PLAN_SHEET_MAX_LEVELS && i < own; i++)
    if (self->carried[i] != NULL)
      {
        if (strlen (self->carried[i]) > MAX_TITLE)
          {
            check_title (self, self->carried[i]);
            return;
          }
        parent = ensure_above (self, parent, (guint) i);
      }

  if (*title != '\0')
    read_own_level (self, parent, -1, title);
  else
    {
      g_autofree char *text = g_strdup (self->carried[own]);

      forget_from (self, (guint) own + 1);
      read_own_level (self, parent, own, text);
    }
}

/* Levels in a column */

/* From 0; -1: none is said. */
static int
find_level (Reading *self, const char *name)
{
  guint64 number;

  if (*name == '\0')
    return -1;
  if (g_ascii_string_to_unsigned (name, 10, 1, STREEK_PLAN_SHEET_MAX_LEVELS, &number, NULL))
    return (int) number - 1;

  g_autofree char *squeezed = streek_record_header_squeeze (name);

  for (guint i = 0; i < self->levels->len; i++)
    if (strcmp (self->levels->pdata[i], squeezed) == 0)
      return (int) i;

  if (self->levels->len >= STREEK_PLAN_SHEET_MAX_LEVELS)
    return STREEK_PLAN_SHEET_MAX_LEVELS - 1;

  g_ptr_array_add (self->levels, g_steal_pointer (&squeezed));

  return (int) self->levels->len - 1;
}

/* The nearest above by its code: "1.2" of "1.2.3". */
static int
find_by_longer_code (const Reading *self, const char *code)
{
  g_autofree char *shorter = streek_plan_tidy_code (code);

  for (char *cut = strpbrk (shorter, ".-/") != NULL ? shorter + strlen (shorter) : NULL;
       cut != NULL;)
    {
      while (cut > shorter && strchr (".-/", *(cut - 1)) == NULL)
        cut--;
      if (cut <= shorter + 1)
        return -1;

      *--cut = '\0';

      int found = look_up (self->by_code, shorter);

      if (found >= 0)
        return found;
    }

  return -1;
}

static int
find_above_on_stack (const Reading *self, int level)
{
  for (int i = level - 1; i >= 0; i--)
    if (self->stack[i] >= 0)
      return self->stack[i];

  return -1;
}

/* What a cell names, by code, by title, or by "code title". */
static int
find_named (const Reading *self, const char *text)
{
  g_autofree char *tidied = streek_plan_tidy_title (text);
  const char *gap = strchr (text, ' ');
  int found = find_by_code (self, text);

  if (found < 0)
    found = look_up (self->by_title, tidied);
  if (found >= 0 || gap == NULL)
    return found;

  g_autofree char *code = g_strndup (text, (gsize) (gap - text));

  return find_by_code (self, code);
}

static gint64
find_in_plan (const Reading *self, const char *text)
{
  g_autofree char *tidied = streek_plan_tidy_title (text);
  const gint64 *id = g_hash_table_lookup (self->names, tidied);

  return id != NULL ? *id : 0;
}

/* FALSE where the row names something that is not there. @parent, @above, @is_said: (out) */
static gboolean
find_place (
  Reading *self, const char *code, int level, int *parent, gint64 *above, gboolean *is_said)
{
  const char *under = get_role_cell (self, "parent");

  *above = 0;
  *is_said = TRUE;

  if (*under != '\0' && !is_dash (under))
    {
      *parent = find_named (self, under);
      if (*parent < 0)
        *above = find_in_plan (self, under);
      if (*parent >= 0 || *above != 0)
        return TRUE;

      reject (self,
              g_strdup_printf (
                /* Translators: %s is what a cell names. */
                _ ("It stands under “%s”, which no row above it is and the plan has not."), under));
      return FALSE;
    }

  *parent = code != NULL ? find_by_longer_code (self, code) : -1;
  if (*parent < 0)
    *parent = find_above_on_stack (self, level);
  *is_said = *parent >= 0 || level == 0 || is_dash (under);

  return TRUE;
}

static void
push (Reading *self, int level, guint index)
{
  if (level < 0)
    return;

  for (guint i = (guint) level; i < STREEK_PLAN_SHEET_MAX_LEVELS; i++)
    self->stack[i] = -1;
  self->stack[level] = (int) index;
}

static void
read_title (Reading *self)
{
  const char *text = get_role_cell (self, "title"), *said = get_role_cell (self, "code");
  g_autofree char *code = NULL, *title = NULL;
  int parent, level;
  gint64 above;
  gboolean is_said;

  if (*text == '\0')
    {
      go_on (self);
      return;
    }

  if (has_code_column (self))
    {
      title = g_strdup (text);
      code = *said != '\0' ? g_strdup (said) : NULL;
    }
  else
    split_code (self, text, &code, &title);

  level = find_level (self, get_role_cell (self, "level"));
  if (!check_title (self, title) || !find_place (self, code, level, &parent, &above, &is_said))
    return;

  guint index = ensure_own_entry (self, parent, above, title, code);
  StreekPlanEntry *entry = get_entry (self, index);

  entry->has_place = entry->has_place || is_said;
  if (entry->level < 0)
    entry->level = level;
  take_level_name (self, index);
  push (self, level, index);
  add_row_of (self, index);
}

/* Rows */

static gboolean
has_levels (const StreekPlanSheet *sheet)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    if (streek_plan_role_get_level (streek_plan_sheet_get_role (sheet, i)) >= 0)
      return TRUE;

  return FALSE;
}

static void
list_levels (Reading *self, const StreekRecords *records)
{
  guint n;
  const StreekRecord *const *levels = streek_records_list_by (
    records, &streek_pact_level_kind, STREEK_PACT_LEVEL_PACT, self->sheet->pact, &n);

  for (guint i = 0; i < MIN (n, STREEK_PLAN_SHEET_MAX_LEVELS); i++)
    g_ptr_array_add (self->levels, streek_record_header_squeeze (
                                     streek_record_get_text (levels[i], STREEK_PACT_LEVEL_NAME)));
}

StreekPlanEntries *
streek_plan_entries_new (const StreekPlanSheet *sheet,
                         const StreekRecords *records,
                         const StreekPlanTree *tree,
                         GCancellable *cancellable)
{
  g_return_val_if_fail (sheet != NULL && records != NULL && tree != NULL, NULL);

  StreekPlanEntries *entries = g_new0 (StreekPlanEntries, 1);
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) by_path = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = streek_plan_list_names (tree);
  Reading reading = { .sheet = sheet,
                      .grid = streek_plan_sheet_get_grid (sheet),
                      .entries = entries,
                      .levels = levels,
                      .by_path = by_path,
                      .by_code = by_code,
                      .by_title = by_title,
                      .names = names,
                      .newest = -1 };
  gboolean in_columns = has_levels (sheet);

  entries->entries = g_ptr_array_new_with_free_func (free_entry);
  entries->lines = g_array_new (FALSE, TRUE, sizeof (StreekPlanLine));
  g_array_set_clear_func (entries->lines, clear_line);
  list_levels (&reading, records);
  for (guint i = 0; i < STREEK_PLAN_SHEET_MAX_LEVELS; i++)
    reading.stack[i] = -1;

  for (reading.row = 0; reading.row < reading.grid->rows->len &&
                        streek_pasting_step (sheet->permille, 0, 100, reading.row,
                                             reading.grid->rows->len, cancellable);
       reading.row++)
    {
      StreekPlanLine line = { 0 };

      if (streek_record_head_tells (&sheet->head, reading.grid, reading.row, &line.state))
        g_array_append_val (entries->lines, line);
      else if (in_columns)
        read_levels (&reading);
      else
        read_title (&reading);
    }

  forget_from (&reading, 0);
  streek_plan_entries_match (entries, sheet, records, tree);

  return entries;
}
