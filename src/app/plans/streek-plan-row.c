/* streek-plan-row.c: one goal or action in the tree of a plan, for lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-row.h"

#include "plan/streek-due.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-year-programme.h"

#include <glib/gi18n.h>

struct _StreekPlanRow
{
  GObject parent_instance;

  StreekPlanShown *shown;
  guint index;
};

G_DEFINE_FINAL_TYPE (StreekPlanRow, streek_plan_row, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

StreekPlanShown *
streek_plan_shown_new (StreekRecordView *view, gint64 pact)
{
  StreekPlanShown *shown = g_new0 (StreekPlanShown, 1);

  g_ref_count_init (&shown->references);
  shown->view = streek_record_view_ref (view);
  shown->tree = streek_plan_tree_new (streek_record_view_get_records (view), pact);

  return shown;
}

StreekPlanShown *
streek_plan_shown_ref (StreekPlanShown *shown)
{
  g_ref_count_inc (&shown->references);

  return shown;
}

void
streek_plan_shown_unref (StreekPlanShown *shown)
{
  if (shown == NULL || !g_ref_count_dec (&shown->references))
    return;

  streek_plan_tree_free (shown->tree);
  streek_record_view_unref (shown->view);
  g_free (shown);
}

gboolean
streek_plan_shown_is_alike (const StreekPlanShown *a, const StreekPlanShown *b)
{
  guint n = streek_plan_tree_get_n_nodes (a->tree);

  if (n != streek_plan_tree_get_n_nodes (b->tree))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const StreekPlanNode *one = streek_plan_tree_get_node (a->tree, i);
      const StreekPlanNode *other = streek_plan_tree_get_node (b->tree, i);

      if (one->parent != other->parent ||
          streek_record_get_id (one->item) != streek_record_get_id (other->item))
        return FALSE;
    }

  return TRUE;
}

static void
streek_plan_row_finalize (GObject *object)
{
  StreekPlanRow *self = STREEK_PLAN_ROW (object);

  streek_plan_shown_unref (self->shown);

  G_OBJECT_CLASS (streek_plan_row_parent_class)->finalize (object);
}

static void
streek_plan_row_class_init (StreekPlanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_plan_row_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_plan_row_init (StreekPlanRow *self)
{
}

static StreekPlanRow *
new_row (StreekPlanShown *shown, guint index)
{
  StreekPlanRow *self = g_object_new (STREEK_TYPE_PLAN_ROW, NULL);

  self->shown = streek_plan_shown_ref (shown);
  self->index = index;

  return self;
}

GListModel *
streek_plan_row_list_children (StreekPlanShown *shown, int parent)
{
  guint n = streek_plan_tree_get_n_nodes (shown->tree);
  guint first = (guint) (parent + 1), end = n;
  GListStore *rows = NULL;

  if (parent >= 0)
    end = first + streek_plan_tree_get_node (shown->tree, (guint) parent)->n_below;

  /* each is followed by all that stands under it */
  for (guint i = first; i < end; i += 1 + streek_plan_tree_get_node (shown->tree, i)->n_below)
    {
      g_autoptr (StreekPlanRow) row = new_row (shown, i);

      if (rows == NULL)
        rows = g_list_store_new (STREEK_TYPE_PLAN_ROW);

      g_list_store_append (rows, row);
    }

  return rows != NULL ? G_LIST_MODEL (rows) : NULL;
}

StreekPlanShown *
streek_plan_row_get_shown (StreekPlanRow *self)
{
  g_return_val_if_fail (STREEK_IS_PLAN_ROW (self), NULL);

  return self->shown;
}

void
streek_plan_row_set_shown (StreekPlanRow *self, StreekPlanShown *shown)
{
  g_return_if_fail (STREEK_IS_PLAN_ROW (self) && shown != NULL);

  streek_plan_shown_ref (shown);
  streek_plan_shown_unref (self->shown);
  self->shown = shown;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const StreekPlanNode *
streek_plan_row_get_node (StreekPlanRow *self)
{
  g_return_val_if_fail (STREEK_IS_PLAN_ROW (self), NULL);

  return streek_plan_tree_get_node (self->shown->tree, self->index);
}

gint64
streek_plan_row_get_id (StreekPlanRow *self)
{
  return streek_record_get_id (streek_plan_row_get_node (self)->item);
}

char *
streek_plan_row_dup_timing (StreekPlanRow *self)
{
  const StreekRecord *item = streek_plan_row_get_node (self)->item;

  return streek_timing_dup_words (streek_record_get_period (item, STREEK_PLAN_ITEM_STARTS),
                                  streek_record_get_period (item, STREEK_PLAN_ITEM_ENDS),
                                  streek_record_view_get_format (self->shown->view));
}

static StreekDue
judge (StreekPlanRow *self)
{
  return streek_due_of_item (streek_plan_row_get_node (self)->item, self->shown->view);
}

gboolean
streek_plan_row_is_late (StreekPlanRow *self)
{
  StreekDueState state = judge (self).state;

  return streek_plan_row_get_node (self)->is_action &&
         (state == STREEK_DUE_OVERDUE || state == STREEK_DUE_STALE);
}

char *
streek_plan_row_dup_state (StreekPlanRow *self)
{
  StreekDue due = judge (self);

  /* what comes later or is closed its timing and its status say already */
  if (!streek_plan_row_get_node (self)->is_action || due.state == STREEK_DUE_LATER ||
      due.state == STREEK_DUE_CLOSED)
    return g_strdup ("");

  return streek_due_dup_words (due, streek_record_view_get_format (self->shown->view));
}

static const StreekRecord *const *
list_links (StreekPlanRow *self, guint index, guint *n)
{
  const StreekPlanNode *node = streek_plan_tree_get_node (self->shown->tree, index);

  return streek_records_list_by (streek_record_view_get_records (self->shown->view),
                                 &streek_year_action_item_kind, STREEK_YEAR_ACTION_ITEM_ITEM,
                                 streek_record_get_id (node->item), n);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* "2026, 2027" */
static char *
list_years (StreekPlanRow *self)
{
  StreekRecords *records = streek_record_view_get_records (self->shown->view);
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  GString *text = g_string_new (NULL);
  guint n;
  const StreekRecord *const *links = list_links (self, self->index, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *action =
        streek_record_follow (links[i], STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, records);
      const StreekRecord *programme =
        action != NULL ? streek_record_follow (action, STREEK_YEAR_ACTION_PROGRAMME, records)
                       : NULL;
      int year = programme != NULL
                   ? (int) streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR)
                   : 0;

      if (year != 0)
        g_array_append_val (years, year);
    }

  g_array_sort (years, compare_years);

  for (guint i = 0; i < years->len; i++)
    if (i == 0 || g_array_index (years, int, i) != g_array_index (years, int, i - 1))
      g_string_append_printf (text, "%s%d", text->len > 0 ? ", " : "",
                              g_array_index (years, int, i));

  return g_string_free (text, FALSE);
}

char *
streek_plan_row_dup_coverage (StreekPlanRow *self)
{
  const StreekPlanNode *node = streek_plan_row_get_node (self);
  guint n_actions = 0, n_covered = 0;

  if (node->is_action)
    return list_years (self);

  for (guint i = self->index + 1; i <= self->index + node->n_below; i++)
    {
      guint n;

      if (!streek_plan_tree_get_node (self->shown->tree, i)->is_action)
        continue;

      list_links (self, i, &n);
      n_actions++;
      n_covered += n > 0;
    }

  /* Translators: how many actions of a goal are in a year programme: "3 of 5". */
  return n_actions > 0 ? g_strdup_printf (_ ("%1$u of %2$u"), n_covered, n_actions) : g_strdup ("");
}
