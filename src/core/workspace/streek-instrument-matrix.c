/* streek-instrument-matrix.c: how often a plan takes up each instrument, chapter by chapter */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-plan-matrices.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-plan-tree.h"
#include "workspace/streek-matrix-draft.h"

#include <glib/gi18n-lib.h>

/* One instrument: a word of the list, or one of people's own. */
typedef struct
{
  const char *id;
  guint n_actions;
  guint *n_in;     /* (array): actions in each chapter */
  GString **names; /* (array): of them, a line each */
} Instrument;

/* While it is made. */
typedef struct
{
  StreekRecords *records;
  const StreekPlanTree *tree;
  const StreekRecordField *field;
  GArray *chapters;       /* (element-type int): nodes at the top, -1: at none */
  GPtrArray *instruments; /* (element-type Instrument) */
  guint n_actions;
  guint n_without;
  guint n_goals; /* that name one too */
} Making;

static void
free_instrument (gpointer data)
{
  Instrument *instrument = data;

  for (guint i = 0; instrument->names[i] != NULL; i++)
    g_string_free (instrument->names[i], TRUE);

  g_free (instrument->names);
  g_free (instrument->n_in);
  g_free (instrument);
}

/* Chapters */

/* What stands at the top; an action that does is in none. */
static int
find_top (const Making *self, guint node)
{
  const StreekPlanNode *top = streek_plan_tree_get_node (self->tree, node);
  int index = (int) node;

  while (top->parent >= 0)
    {
      index = top->parent;
      top = streek_plan_tree_get_node (self->tree, (guint) index);
    }

  return top->is_action ? -1 : index;
}

static guint
ensure_chapter (Making *self, guint node)
{
  int top = find_top (self, node);

  for (guint i = 0; i < self->chapters->len; i++)
    if (g_array_index (self->chapters, int, i) == top)
      return i;

  g_array_append_val (self->chapters, top);

  return self->chapters->len - 1;
}

/* All that hold an action, in the order of the plan, so that their number is known. */
static void
list_chapters (Making *self)
{
  for (guint i = 0; i < streek_plan_tree_get_n_nodes (self->tree); i++)
    if (streek_plan_tree_get_node (self->tree, i)->is_action)
      ensure_chapter (self, i);
}

/* Instruments */

static Instrument *
ensure_instrument (Making *self, const char *id)
{
  for (guint i = 0; i < self->instruments->len; i++)
    if (g_str_equal (((Instrument *) self->instruments->pdata[i])->id, id))
      return self->instruments->pdata[i];

  Instrument *instrument = g_new0 (Instrument, 1);

  instrument->id = id;
  instrument->n_in = g_new0 (guint, self->chapters->len + 1);
  instrument->names = g_new0 (GString *, self->chapters->len + 1);
  for (guint i = 0; i < self->chapters->len; i++)
    instrument->names[i] = g_string_new (NULL);
  g_ptr_array_add (self->instruments, instrument);

  return instrument;
}

/* An action counts once in each that it names. */
static void
count_action (Making *self, guint node, const StreekRecord *const *links, guint n)
{
  guint chapter = ensure_chapter (self, node);
  const StreekRecord *item = streek_plan_tree_get_node (self->tree, node)->item;
  g_autofree char *label = streek_plan_item_dup_label (item);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  self->n_actions++;
  self->n_without += n == 0;

  for (guint i = 0; i < n; i++)
    {
      const char *id = streek_record_get_text (links[i], STREEK_ITEM_INSTRUMENT_INSTRUMENT);
      Instrument *instrument = id != NULL ? ensure_instrument (self, id) : NULL;

      if (instrument == NULL || !g_hash_table_add (seen, instrument))
        continue;

      GString *names = instrument->names[chapter];

      instrument->n_actions++;
      instrument->n_in[chapter]++;
      g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", label);
    }
}

static void
count_all (Making *self)
{
  for (const StreekRecordWord *word = self->field->words; word->id != NULL; word++)
    ensure_instrument (self, word->id);

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (self->tree); i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (self->tree, i);
      guint n;
      const StreekRecord *const *links =
        streek_records_list_by (self->records, &streek_item_instrument_kind,
                                STREEK_ITEM_INSTRUMENT_ITEM, streek_record_get_id (node->item), &n);

      if (node->is_action)
        count_action (self, i, links, n);
      else
        self->n_goals += n > 0;
    }
}

/* The most frequent first; else as the list has them, which the sort keeps. */
static int
compare_instruments (gconstpointer a, gconstpointer b)
{
  const Instrument *first = *(Instrument *const *) a, *second = *(Instrument *const *) b;

  return (first->n_actions < second->n_actions) - (first->n_actions > second->n_actions);
}

/* The table */

static void
add_chapters (const Making *self, StreekMatrixDraft *draft)
{
  for (guint i = 0; i < self->chapters->len; i++)
    {
      int top = g_array_index (self->chapters, int, i);
      const StreekRecord *item =
        top >= 0 ? streek_plan_tree_get_node (self->tree, (guint) top)->item : NULL;
      g_autofree char *label = item != NULL ? streek_plan_item_dup_label (item)
                                            /* Translators: over actions that stand under nothing */
                                            : g_strdup (C_ ("matrix", "Under no chapter"));

      streek_matrix_draft_add_column (
        draft, item != NULL ? streek_matrix_draft_make_id (draft, item) : "none", label, NULL);
    }
}

static void
add_instrument (const Making *self, StreekMatrixDraft *draft, const Instrument *instrument)
{
  guint row = streek_matrix_draft_add_row (
    draft, instrument->id, streek_record_field_get_word (self->field, instrument->id), 0);
  g_autofree char *total = g_strdup_printf ("%u", instrument->n_actions);

  g_array_index (draft->rows, StreekMatrixRow, row).total = streek_matrix_draft_keep (draft, total);

  for (guint i = 0; i < self->chapters->len; i++)
    {
      if (instrument->n_in[i] == 0)
        continue;

      g_autofree char *number = g_strdup_printf ("%u", instrument->n_in[i]);
      StreekMatrixCell *cell =
        streek_matrix_draft_add_cell (draft, row, i, STREEK_MATRIX_ORDINARY, number);

      cell->details = streek_matrix_draft_keep (draft, instrument->names[i]->str);
    }
}

static void
add_notes (const Making *self, StreekMatrixDraft *draft)
{
  g_autofree char *without = g_strdup_printf (
    /* Translators: %1$u actions of all %2$u of a plan. */
    ngettext ("An action counts with each instrument that it names; %1$u of the %2$u names none.",
              "An action counts with each instrument that it names; %1$u of the %2$u name none.",
              self->n_without),
    self->n_without, self->n_actions);
  g_autofree char *goals = g_strdup_printf (
    ngettext ("%u goal names instruments too, and is no action: it is not counted.",
              "%u goals name instruments too, and are no actions: they are not counted.",
              self->n_goals),
    self->n_goals);

  streek_matrix_draft_add_note (draft, without);
  if (self->n_goals > 0)
    streek_matrix_draft_add_note (draft, goals);
}

static void
fill (Making *self, StreekMatrixDraft *draft)
{
  list_chapters (self);
  count_all (self);
  g_ptr_array_sort (self->instruments, compare_instruments);
  add_chapters (self, draft);

  for (guint i = 0; i < self->instruments->len; i++)
    add_instrument (self, draft, self->instruments->pdata[i]);

  add_notes (self, draft);
}

StreekMatrix *
streek_instrument_matrix_new (const StreekRecordView *view, gint64 pact, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  g_autofree char *name = streek_records_dup_title (records, &streek_pact_kind, pact);
  /* Translators: the title of a table; %s is a plan. */
  g_autofree char *title = g_strdup_printf (_ ("%s: instruments of its actions"), name);
  g_autoptr (StreekMatrixDraft) draft =
    streek_matrix_draft_new (title, C_ ("matrix", "Instrument"));
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (records, pact);
  g_autoptr (GArray) chapters = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) instruments = g_ptr_array_new_with_free_func (free_instrument);
  Making making = {
    .records = records,
    .tree = tree,
    .field = &streek_item_instrument_kind.fields[STREEK_ITEM_INSTRUMENT_INSTRUMENT],
    .chapters = chapters,
    .instruments = instruments,
  };

  fill (&making, draft);
  draft->spec.total_title = C_ ("matrix", "Actions");
  draft->spec.needs_cells = TRUE;
  draft->spec.nothing = _ ("No action of this plan names an instrument yet. Say at an action with "
                           "what it is done: consultation, a study, a project.");
  streek_matrix_draft_set_context (draft, view, NULL, &streek_pact_kind, pact);

  return streek_matrix_draft_end (draft, error);
}
