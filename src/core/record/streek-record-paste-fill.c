/* streek-record-paste-fill.c: the cells of a row of a spreadsheet become fields of a record */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-pasting.h"

#include "record/streek-record-amount.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether a name is all that a record of a kind needs, beside what it is part of. */
static gboolean
can_make (const StreekRecordKind *kind, int owner, gint64 owner_id)
{
  if (kind->dup_title != NULL || kind->fields[kind->title].type != STREEK_RECORD_TEXT)
    return FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & STREEK_RECORD_REQUIRED) && i != kind->title &&
        ((int) i != owner || owner_id == 0))
      return FALSE;

  return TRUE;
}

/* What records of @target are part of, where that is the same thing as of the row: the plan. */
static gint64
find_common_owner (const StreekPasting *self,
                   const StreekPastedRow *at,
                   const StreekRecordKind *target)
{
  const StreekRecordKind *kind = self->sheet->kind;
  int own = streek_record_kind_find_owner (kind), other = streek_record_kind_find_owner (target);

  return own >= 0 && other >= 0 && kind->fields[own].target == target->fields[other].target
           ? at->owner
           : 0;
}

static void
make_new (StreekPasting *self,
          const StreekPastedRow *at,
          const StreekRecordListColumn *column,
          const StreekRecordKind *kind,
          gint64 owner_id,
          const char *title,
          gint64 *id)
{
  int owner = streek_record_kind_find_owner (kind), rank = streek_record_kind_find_rank (kind);

  *id = streek_record_changes_add (self->paste->changes, kind);
  streek_record_changes_set_text (self->paste->changes, kind, *id, kind->title, title);
  if (owner >= 0)
    streek_record_changes_set_reference (self->paste->changes, kind, *id, (guint) owner, owner_id);
  if (rank >= 0)
    streek_record_changes_set_number (self->paste->changes, kind, *id, (guint) rank,
                                      1000.0 + self->paste->n_made);

  streek_record_finder_add (self->finder, kind, *id, owner_id, NULL, title);
  self->paste->n_made++;
  streek_pasting_note (self, at->row, column, "paste/made",
                       /* Translators: %1$s is a kind, such as Organisation, %2$s a name. */
                       g_strdup_printf (_ ("%1$s “%2$s” is not there yet and will be made."),
                                        streek_record_kind_get_name (kind), title));
}

/* Names of nothing that is there */

/* What a name would be: names of other kinds are other questions. */
static char *
make_key (const StreekRecordField *field, const char *text)
{
  g_autofree char *folded = streek_fold (text, NULL);
  const char *what = field->target != NULL                    ? field->target->id
                     : field->type == STREEK_RECORD_INDICATOR ? "indicator"
                     : field->type == STREEK_RECORD_AREA      ? "area"
                                                              : field->id;

  return g_strconcat (what, ":", folded, NULL);
}

void
streek_pasting_ask (StreekPasting *self,
                    const StreekPastedRow *at,
                    const StreekRecordListColumn *column,
                    const StreekRecordField *field,
                    const char *text,
                    gboolean can_be_made)
{
  g_autofree char *key = make_key (field, text);
  StreekRecordQuestion *question = g_hash_table_lookup (self->asked, key);

  if (question == NULL)
    {
      question = g_new0 (StreekRecordQuestion, 1);
      question->key = g_strdup (key);
      question->name = g_strdup (text);
      question->column = column;
      question->field = field;
      question->can_make = can_be_made;
      question->line = streek_pasting_get_line (self, at->row);
      g_hash_table_insert (self->asked, g_steal_pointer (&key), question);
      g_ptr_array_add (self->paste->questions, question);
    }

  question->n_cells++;
  self->are_open[at->row] = TRUE;
}

const char *
streek_pasting_get_answer (const StreekPasting *self,
                           const StreekRecordField *field,
                           const char *text)
{
  g_autofree char *key = make_key (field, text);

  return g_hash_table_lookup (self->sheet->answers, key);
}

gboolean
streek_pasting_take_answer (const StreekPasting *self,
                            const StreekRecordField *field,
                            const char *answer,
                            StreekRecordTyped *typed)
{
  g_autofree char *fault = NULL, *note = NULL;

  streek_record_typed_clear (typed);

  if (field->target == NULL)
    return streek_record_typed_read (typed, field, self->finder,
                                     streek_record_view_get_format (self->view), 0, answer, 0,
                                     &fault, &note) == STREEK_RECORD_TYPED_OK;

  typed->integer = g_ascii_strtoll (answer, NULL, 10);

  return streek_records_find (self->records, field->target, typed->integer) != NULL;
}

/* Whether a cell of such a field names something, or says a number or a time. */
static gboolean
is_name (const StreekRecordField *field)
{
  return field->target != NULL || field->type == STREEK_RECORD_CHOICE ||
         field->type == STREEK_RECORD_AREA || field->type == STREEK_RECORD_INDICATOR;
}

char *
streek_record_question_dup_words (const StreekRecordQuestion *question)
{
  g_return_val_if_fail (question != NULL, NULL);

  return g_strdup_printf (
    question->can_make
      /* Translators: here and in the next ones %s is a name in a file. */
      ? _ ("“%s” is not there: make it, leave it out, or say what it stands for.")
      : is_name (question->field)
          ? _ ("“%s” is not there: leave it out, or say what it stands for.")
          : _ ("“%s” cannot be read: leave it out, or say what it means."),
    question->name);
}

static gboolean
read_unknown (StreekPasting *self,
              StreekPastedRow *at,
              const StreekRecordListColumn *column,
              const StreekRecordField *field,
              gint64 owner,
              const char *text,
              StreekRecordTyped *typed,
              char **fault)
{
  const char *answer = streek_pasting_get_answer (self, field, text);
  gboolean can_be_made =
    field->target != NULL &&
    can_make (field->target, streek_record_kind_find_owner (field->target), owner);

  if (can_be_made &&
      (answer != NULL ? strcmp (answer, STREEK_RECORD_ANSWER_MAKE) == 0 : self->sheet->makes_new))
    {
      g_clear_pointer (fault, g_free);
      make_new (self, at, column, field->target, owner, text, &typed->integer);
      return TRUE;
    }

  if (answer != NULL && strcmp (answer, STREEK_RECORD_ANSWER_LEAVE_OUT) == 0)
    {
      g_clear_pointer (fault, g_free);
      streek_pasting_note (self, at->row, column, "paste/name-left-out",
                           is_name (field)
                             /* Translators: %s is a name in a file. */
                             ? g_strdup_printf (_ ("“%s” is not there, and is left out."), text)
                             : g_strdup_printf (_ ("“%s” cannot be read, and is left out."), text));
      return FALSE;
    }

  if (answer != NULL && streek_pasting_take_answer (self, field, answer, typed))
    {
      g_clear_pointer (fault, g_free);
      return TRUE;
    }

  if (self->sheet->asks)
    {
      g_clear_pointer (fault, g_free);
      streek_pasting_ask (self, at, column, field, text, can_be_made);
    }

  return FALSE;
}

gboolean
streek_pasting_read (StreekPasting *self,
                     StreekPastedRow *at,
                     const StreekRecordListColumn *column,
                     const StreekRecordField *field,
                     const char *text,
                     guint32 flags,
                     StreekRecordTyped *typed,
                     char **fault)
{
  const StreekRecordSheetHooks *hooks = self->sheet->hooks;
  gint64 owner = field->target != NULL ? find_common_owner (self, at, field->target) : 0;
  g_autofree char *note = NULL;

  if (hooks != NULL && hooks->refer != NULL && field->target != NULL &&
      hooks->refer (self, at, field, text, typed, fault, self->sheet->hooks_data))
    return *fault == NULL;

  StreekRecordTypedResult result = streek_record_typed_read (
    typed, field, self->finder, streek_record_view_get_format (self->view), owner, text, flags,
    fault, &note);

  if (note != NULL)
    streek_pasting_note (self, at->row, column, "paste/taken-as", g_steal_pointer (&note));

  if (result == STREEK_RECORD_TYPED_UNKNOWN ||
      (result == STREEK_RECORD_TYPED_FAULT && self->sheet->asks_cells))
    return read_unknown (self, at, column, field, owner, text, typed, fault);

  return result == STREEK_RECORD_TYPED_OK;
}

/* Whether two texts differ in no more than blanks: many a road to a file makes one line of a text.
 */
static gboolean
are_same_words (const char *a, const char *b)
{
  for (;;)
    {
      gboolean gap_a = FALSE, gap_b = FALSE;

      for (; g_ascii_isspace (*a); a++)
        gap_a = TRUE;
      for (; g_ascii_isspace (*b); b++)
        gap_b = TRUE;

      if (*a == '\0' || *b == '\0')
        return *a == *b;
      if (gap_a != gap_b || *a != *b)
        return FALSE;
      a++;
      b++;
    }
}

gboolean
streek_pasting_says_already (const StreekPasting *self,
                             const StreekPastedRow *at,
                             const StreekRecordListColumn *column,
                             const char *text)
{
  if (at->record == NULL)
    return FALSE;

  g_autofree char *said = streek_record_list_column_dup_text (column, at->record, self->view, "; ");

  return are_same_words (said, text);
}

static gboolean
is_once (const StreekPastedRow *at, const StreekRecordField *field)
{
  return at->record != NULL && (field->flags & STREEK_RECORD_ONCE) != 0;
}

static gboolean
fill_field (StreekPasting *self, StreekPastedRow *at, guint cell, const char *text)
{
  const StreekRecordListColumn *column = self->sheet->fields[cell];
  const StreekRecordKind *kind = self->sheet->kind;
  guint i = (guint) column->field;
  g_auto (StreekRecordTyped) typed = { 0 };
  g_autofree char *fault = NULL;

  if (!streek_pasting_read (self, at, column, &kind->fields[i], text,
                            streek_pasting_get_flags (self, at->row, cell), &typed, &fault))
    {
      if (fault == NULL)
        return TRUE;
      streek_pasting_reject (self, at->row, column, "paste/cell", g_steal_pointer (&fault));
      return FALSE;
    }

  if (at->record != NULL && streek_record_typed_is (&typed, at->record, i))
    return TRUE;

  if (is_once (at, &kind->fields[i]))
    {
      streek_pasting_reject (
        self, at->row, column, "paste/once",
        g_strdup (_ ("This stays as it was written. Add a new one beside it.")));
      return FALSE;
    }

  streek_record_typed_set (&typed, self->paste->changes, kind, at->id, i);
  at->n_set++;

  return TRUE;
}

gboolean
streek_pasting_empties (const StreekPasting *self, const StreekPastedRow *at)
{
  return self->sheet->empties_fields && !at->keeps_empty;
}

static void
empty_field (StreekPasting *self, StreekPastedRow *at, const StreekRecordListColumn *column)
{
  guint i = (guint) column->field;

  if (!streek_pasting_empties (self, at) || at->record == NULL ||
      !streek_record_has (at->record, i) || is_once (at, &self->sheet->kind->fields[i]))
    return;

  streek_record_changes_clear (self->paste->changes, self->sheet->kind, at->id, i);
  at->n_set++;
}

/* Where a number is empty a list that goes out has a sign, and people write why. */
static const char *
get_text (StreekPasting *self, const StreekPastedRow *at, guint cell)
{
  const StreekRecordListColumn *column = self->sheet->fields[cell];
  const char *text = streek_grid_get (self->sheet->grid, at->row, cell);

  if (*text == '\0' || column == NULL ||
      (column->type != STREEK_RECORD_NUMBER && column->type != STREEK_RECORD_INTEGER) ||
      !streek_record_amount_is_none (text))
    return text;

  if (g_unichar_isalpha (g_utf8_get_char (text)))
    streek_pasting_note (self, at->row, column, "paste/no-number",
                         g_strdup_printf (_ ("“%s” says no number: left open."), text));

  return "";
}

gboolean
streek_pasting_fill (StreekPasting *self, StreekPastedRow *at)
{
  for (guint i = 0; i < self->sheet->n_columns; i++)
    {
      const StreekRecordListColumn *column = self->sheet->fields[i];
      const char *text = get_text (self, at, i);

      if (column == NULL || (*text != '\0' && streek_pasting_says_already (self, at, column, text)))
        continue;

      if (column->link != NULL)
        {
          if ((*text != '\0' || streek_pasting_empties (self, at)) &&
              !streek_pasting_fill_links (self, at, column, text))
            return FALSE;
        }
      else if (*text == '\0')
        empty_field (self, at, column);
      else if (!fill_field (self, at, i, text))
        return FALSE;
    }

  return self->sheet->hooks == NULL || self->sheet->hooks->fill (self, at, self->sheet->hooks_data);
}

/* What hangs on it */

/* The word that a tie has beside who it ties: the role of a partner; -1: none */
static int
find_role (const StreekRecordListColumn *column)
{
  const StreekRecordKind *link = column->link;

  for (guint i = 0; i < link->n_fields; i++)
    if (link->fields[i].type == STREEK_RECORD_CHOICE && i != link->title)
      return (int) i;

  return -1;
}

/* What says least: a partner is a partner; else the first word. */
static const char *
get_plain_role (const StreekRecordField *role)
{
  for (const StreekRecordWord *word = role->words; word != NULL && word->id != NULL; word++)
    if (strcmp (word->id, "partner") == 0)
      return word->id;

  return role->words != NULL ? role->words[0].id : "";
}

typedef struct
{
  StreekRecordTyped title;
  char *role;          /* (nullable): a word */
  gboolean is_flagged; /* it says yes to what such ties can say: "Diest (and surroundings)" */
} Tie;

static void
clear_tie (gpointer data)
{
  Tie *tie = data;

  streek_record_typed_clear (&tie->title);
  g_free (tie->role);
}

/* Cuts "Stad Diest (promotor)" in two where the second is a role. */
static char *
split_role (const StreekRecordListColumn *column, char *text)
{
  int i = find_role (column);
  char *open = g_str_has_suffix (text, ")") ? strrchr (text, '(') : NULL;

  if (i < 0 || open == NULL || open == text)
    return NULL;

  StreekRecordField strict = column->link->fields[i];
  g_autofree char *word = g_strndup (open + 1, strlen (open + 1) - 1);
  g_autofree char *fault = NULL, *note = NULL;
  StreekRecordTyped typed;

  strict.flags &= ~STREEK_RECORD_OPEN;
  if (streek_record_typed_read (&typed, &strict, NULL, NULL, 0, word, 0, &fault, &note) !=
      STREEK_RECORD_TYPED_OK)
    return NULL;

  *open = '\0';
  g_strchomp (text);

  return typed.text;
}

/* What a tie says yes or no to beside whom it ties; -1: nothing */
static int
find_flag (const StreekRecordKind *link)
{
  for (guint i = 0; i < link->n_fields; i++)
    if (link->fields[i].type == STREEK_RECORD_FLAG)
      return (int) i;

  return -1;
}

static gboolean
is_head_of (const char *text, const StreekRecordField *field)
{
  g_autofree char *said = streek_record_header_squeeze (text);
  const char *const heads[] = { field->id, field->label, streek_record_field_get_label (field) };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *head = streek_record_header_squeeze (heads[i]);

      if (strcmp (said, head) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Cuts "Diest (and surroundings)" in two where ties can say so. */
static gboolean
split_flag (const StreekRecordListColumn *column, char *text)
{
  int i = find_flag (column->link);
  char *open = g_str_has_suffix (text, ")") ? strrchr (text, '(') : NULL;

  if (i < 0 || open == NULL || open == text)
    return FALSE;

  g_autofree char *word = g_strndup (open + 1, strlen (open + 1) - 1);

  if (!is_head_of (word, &column->link->fields[i]))
    return FALSE;

  *open = '\0';
  g_strchomp (text);

  return TRUE;
}

static gboolean
is_named_before (const GArray *ties, const Tie *tie)
{
  for (guint i = 0; i < ties->len; i++)
    {
      const StreekRecordTyped *other = &g_array_index (ties, Tie, i).title;

      if (other->integer == tie->title.integer && g_strcmp0 (other->text, tie->title.text) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_tie (StreekPasting *self,
          StreekPastedRow *at,
          const StreekRecordListColumn *column,
          char *text,
          GArray *ties)
{
  Tie tie = { .role = split_role (column, text), .is_flagged = split_flag (column, text) };
  g_autofree char *fault = NULL;

  if (!streek_pasting_read (self, at, column, &column->link->fields[column->link->title], text, 0,
                            &tie.title, &fault))
    {
      clear_tie (&tie);
      if (fault == NULL)
        return TRUE;
      streek_pasting_reject (self, at->row, column, "paste/cell", g_steal_pointer (&fault));
      return FALSE;
    }

  if (is_named_before (ties, &tie))
    clear_tie (&tie);
  else
    g_array_append_val (ties, tie);

  return TRUE;
}

/* Bullets of a list within a cell. */
static char *
skip_bullet (char *text)
{
  static const char *const bullets[] = { "•", "- ", "– ", "* ", "· ", "▪", "◦", "o\t" };

  g_strstrip (text);
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return g_strchug (text + strlen (bullets[i]));

  return text;
}

/* Whether commas stand between names, and are no part of one: there are several, or what stands
 * between them is there by itself. */
static gboolean
has_commas_between (const StreekPasting *self,
                    const StreekPastedRow *at,
                    const StreekRecordListColumn *column,
                    const char *text)
{
  const StreekRecordField *field = &column->link->fields[column->link->title];
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);
  guint n = g_strv_length (parts);
  gint64 id;

  if (n < 2 || strpbrk (text, ";\n") != NULL || field->target == NULL)
    return FALSE;

  gint64 owner = find_common_owner (self, at, field->target);

  if (streek_record_finder_find (self->finder, field->target, owner, text, &id) > 0 ||
      streek_pasting_get_answer (self, field, text) != NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (streek_record_finder_find (self->finder, field->target, owner, g_strstrip (parts[i]), &id) >
        0)
      return TRUE;

  return n > 2;
}

static gboolean
read_ties (StreekPasting *self,
           StreekPastedRow *at,
           const StreekRecordListColumn *column,
           const char *text,
           GArray *ties)
{
  g_auto (GStrv) parts =
    g_strsplit_set (text, has_commas_between (self, at, column, text) ? "," : ";\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *name = skip_bullet (parts[i]);

      if (*name != '\0' && !read_tie (self, at, column, name, ties))
        return FALSE;
    }

  return TRUE;
}

static void
add_tie (StreekPasting *self,
         StreekPastedRow *at,
         const StreekRecordListColumn *column,
         const Tie *tie,
         guint rank)
{
  const StreekRecordKind *link = column->link;
  StreekRecordChanges *changes = self->paste->changes;
  gint64 id = streek_record_changes_add (changes, link);
  int role = find_role (column), order = streek_record_kind_find_rank (link);

  streek_record_changes_set_reference (changes, link, id, column->owner, at->id);
  streek_record_typed_set (&tie->title, changes, link, id, link->title);
  if (role >= 0 && (tie->role != NULL || (link->fields[role].flags & STREEK_RECORD_REQUIRED)))
    streek_record_changes_set_text (changes, link, id, (guint) role,
                                    tie->role != NULL ? tie->role
                                                      : get_plain_role (&link->fields[role]));
  if (tie->is_flagged)
    streek_record_changes_set_flag (changes, link, id, (guint) find_flag (link), TRUE);
  if (order >= 0)
    streek_record_changes_set_number (changes, link, id, (guint) order, rank + 1);

  at->n_set++;
}

static void
set_role (StreekPasting *self,
          StreekPastedRow *at,
          const StreekRecordListColumn *column,
          const StreekRecord *present,
          const char *role)
{
  int i = find_role (column);

  if (role == NULL || i < 0 || streek_record_is (present, (guint) i, role))
    return;

  streek_record_changes_set_text (self->paste->changes, column->link,
                                  streek_record_get_id (present), (guint) i, role);
  at->n_set++;
}

static void
set_flag (StreekPasting *self,
          StreekPastedRow *at,
          const StreekRecordListColumn *column,
          const StreekRecord *present,
          gboolean is_flagged)
{
  int i = find_flag (column->link);

  if (!is_flagged || i < 0 || streek_record_get_flag (present, (guint) i))
    return;

  streek_record_changes_set_flag (self->paste->changes, column->link,
                                  streek_record_get_id (present), (guint) i, TRUE);
  at->n_set++;
}

/* Whether ties of the record say that already: several may, as roles for other themes do. */
static gboolean
keep_present (StreekPasting *self,
              StreekPastedRow *at,
              const StreekRecordListColumn *column,
              const StreekRecord *const *present,
              guint n,
              const Tie *tie,
              GHashTable *kept)
{
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    if (streek_record_typed_is (&tie->title, present[i], column->link->title))
      {
        g_hash_table_add (kept, (gpointer) present[i]);
        set_role (self, at, column, present[i], tie->role);
        set_flag (self, at, column, present[i], tie->is_flagged);
        found = TRUE;
      }

  return found;
}

/* Those that the cell does not name any more go, and that is told. */
static void
drop_others (StreekPasting *self,
             StreekPastedRow *at,
             const StreekRecordListColumn *column,
             const StreekRecord *const *present,
             guint n,
             GHashTable *kept)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_hash_table_contains (kept, present[i]))
        continue;

      g_autofree char *title = streek_record_dup_title (present[i], self->records);

      streek_record_changes_delete (self->paste->changes, self->records, column->link,
                                    streek_record_get_id (present[i]));
      at->n_set++;
      streek_pasting_note (
        self, at->row, column, "paste/untied",
        /* Translators: %s is what a cell does not name any more, such as a partner. */
        g_strdup_printf (_ ("“%s” is not named any more and goes from the list."), title));
    }
}

gboolean
streek_pasting_fill_links (StreekPasting *self,
                           StreekPastedRow *at,
                           const StreekRecordListColumn *column,
                           const char *text)
{
  g_autoptr (GArray) ties = g_array_new (FALSE, TRUE, sizeof (Tie));
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  guint n;
  const StreekRecord *const *present =
    streek_records_list_by (self->records, column->link, column->owner, at->id, &n);

  g_array_set_clear_func (ties, clear_tie);
  if (!read_ties (self, at, column, text, ties))
    return FALSE;

  for (guint i = 0; i < ties->len; i++)
    {
      const Tie *tie = &g_array_index (ties, Tie, i);

      if (!keep_present (self, at, column, present, n, tie, kept))
        add_tie (self, at, column, tie, i);
    }

  drop_others (self, at, column, present, n, kept);

  return TRUE;
}
