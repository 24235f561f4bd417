/* test-plan-tree.c: a plan in reading order, and its items moved, stepped and pasted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-tree.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-theme.h"
#include "streek-record-book.h"

#include <string.h>

/* A plan drawn in letters: A has B (with C) and D; E and F stand beside A. */
typedef struct
{
  StreekRecordBook *book;
  gint64 pact;
  gint64 ids[6];
  gint64 levels[2];
} Fixture;

static const char titles[] = "ABCDEF";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const int parents[] = { -1, 0, 1, 0, -1, -1 };
  static const char *const ranks[] = { "1", "1", "1", "2", "2", "3" };
  const StreekRecordKind *kind = &streek_plan_item_kind;

  fixture->book = streek_record_book_new ();
  fixture->pact = streek_record_book_add (fixture->book, &streek_pact_kind, "Pact");

  for (guint i = 0; i < 2; i++)
    {
      static const char *const names[] = { "Goal", "Action" };
      static const char *const orders[] = { "1", "2" };
      gint64 id = fixture->levels[i] =
        streek_record_book_add (fixture->book, &streek_pact_level_kind, names[i]);

      streek_record_book_refer (fixture->book, &streek_pact_level_kind, id, STREEK_PACT_LEVEL_PACT,
                                fixture->pact);
      streek_record_book_set (fixture->book, &streek_pact_level_kind, id, STREEK_PACT_LEVEL_RANK,
                              orders[i]);
    }

  streek_record_book_set (fixture->book, &streek_pact_level_kind, fixture->levels[1],
                          STREEK_PACT_LEVEL_IS_ACTION, "1");

  for (guint i = 0; i < 6; i++)
    {
      const char title[] = { titles[i], '\0' };
      gint64 id = fixture->ids[i] = streek_record_book_add (fixture->book, kind, title);

      streek_record_book_refer (fixture->book, kind, id, STREEK_PLAN_ITEM_PACT, fixture->pact);
      streek_record_book_set (fixture->book, kind, id, STREEK_PLAN_ITEM_RANK, ranks[i]);
      if (parents[i] >= 0)
        streek_record_book_refer (fixture->book, kind, id, STREEK_PLAN_ITEM_PARENT,
                                  fixture->ids[parents[i]]);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_record_book_free (fixture->book);
}

static void
draw_below (const StreekPlanTree *tree, int parent, GString *drawn)
{
  for (guint i = 0; i < streek_plan_tree_get_n_nodes (tree); i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (tree, i);

      if (node->parent != parent)
        continue;

      g_string_append (drawn, streek_record_get_text (node->item, STREEK_PLAN_ITEM_TITLE));
      if (node->n_children == 0)
        continue;

      g_string_append_c (drawn, '(');
      draw_below (tree, (int) i, drawn);
      g_string_append_c (drawn, ')');
    }
}

static char *
draw (const StreekRecords *records, gint64 pact)
{
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new ((StreekRecords *) records, pact);
  GString *drawn = g_string_new (NULL);

  draw_below (tree, -1, drawn);

  return g_string_free (drawn, FALSE);
}

static gint64
get_id (Fixture *fixture, char title)
{
  return title == '.' ? 0 : fixture->ids[strchr (titles, title) - titles];
}

static void
test_reads_in_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecords) records = streek_record_book_read (fixture->book);
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (records, fixture->pact);
  g_autofree char *drawn = draw (records, fixture->pact);
  const StreekPlanNode *first = streek_plan_tree_get_node (tree, 0);
  const StreekPlanNode *third = streek_plan_tree_get_node (tree, 2);
  g_autofree char *path = streek_plan_item_dup_path (third->item, records);

  g_assert_cmpstr (drawn, ==, "A(B(C)D)EF");
  g_assert_cmpuint (first->n_children, ==, 2);
  g_assert_cmpuint (first->n_below, ==, 3);
  g_assert_cmpuint (third->depth, ==, 2);
  g_assert_cmpstr (path, ==, "A › B");
  g_assert_cmpuint (streek_plan_tree_get_n_levels (tree), ==, 2);
}

/* @what goes under @parent before @before; "." is none. */
static void
test_moves (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *what;
    char parent, before;
    const char *expected; /* NULL: refused */
  } cases[] = {
    { "F", '.', 'A', "FA(B(C)D)E" },
    { "F", 'A', 'B', "A(FB(C)D)E" },
    { "F", 'A', 'D', "A(B(C)FD)E" },
    { "F", 'A', '.', "A(B(C)DF)E" },
    { "B", '.', '.', "A(D)EFB(C)" },
    { "BC", 'E', '.', "A(D)E(B(C))F" },
    { "DF", 'E', '.', "A(B(C))E(DF)" },
    { "A", 'B', '.', NULL },
    { "A", 'C', '.', NULL },
    { "A", 'A', '.', NULL },
    { "E", '.', 'E', "A(B(C)D)EF" },
    { "AE", '.', '.', "FA(B(C)D)E" },
  };
  g_autoptr (StreekRecords) records = streek_record_book_read (fixture->book);
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (records, fixture->pact);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
      g_autoptr (GError) error = NULL;
      gint64 items[6];
      guint n = strlen (cases[i].what);

      for (guint j = 0; j < n; j++)
        items[j] = get_id (fixture, cases[i].what[j]);

      gboolean moved =
        streek_plan_tree_move (tree, changes, items, n, get_id (fixture, cases[i].parent),
                               get_id (fixture, cases[i].before), &error);

      g_test_message ("%s under %c before %c", cases[i].what, cases[i].parent, cases[i].before);

      if (cases[i].expected == NULL)
        {
          g_assert_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID);
          g_assert_false (moved);
          g_assert_true (streek_record_changes_is_empty (changes));
          continue;
        }

      g_assert_no_error (error);

      g_autoptr (StreekRecords) after = streek_record_changes_preview (changes, records);
      g_autofree char *drawn = draw (after, fixture->pact);

      g_assert_cmpstr (drawn, ==, cases[i].expected);
    }
}

/* The same place over and over: ranks get no room, and are numbered anew. */
static void
test_never_runs_out_of_room (Fixture *fixture, gconstpointer data)
{
  StreekRecords *records = streek_record_book_read (fixture->book);
  g_autoptr (GPtrArray) kept =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_record_changes_free);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (records, fixture->pact);
      StreekRecordChanges *changes = streek_record_changes_new ();
      gint64 moved = get_id (fixture, i % 2 == 0 ? 'E' : 'F');

      g_ptr_array_add (kept, changes);
      g_assert_true (streek_plan_tree_move (tree, changes, &moved, 1, get_id (fixture, 'A'),
                                            get_id (fixture, 'D'), NULL));

      StreekRecords *after = streek_record_changes_preview (changes, records);

      streek_records_unref (records);
      records = after;

      g_autofree char *drawn = draw (records, fixture->pact);

      g_assert_cmpstr (drawn, ==, i == 0 ? "A(B(C)ED)F" : i % 2 == 0 ? "A(B(C)FED)" : "A(B(C)EFD)");
    }

  streek_records_unref (records);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    char what;
    StreekPlanStep step;
    const char *expected; /* NULL: nowhere to go */
  } cases[] = {
    { 'E', STREEK_PLAN_UP, "EA(B(C)D)F" },  { 'E', STREEK_PLAN_DOWN, "A(B(C)D)FE" },
    { 'E', STREEK_PLAN_IN, "A(B(C)DE)F" },  { 'E', STREEK_PLAN_OUT, NULL },
    { 'A', STREEK_PLAN_UP, NULL },          { 'F', STREEK_PLAN_DOWN, NULL },
    { 'B', STREEK_PLAN_OUT, "A(D)B(C)EF" }, { 'C', STREEK_PLAN_OUT, "A(BCD)EF" },
    { 'C', STREEK_PLAN_IN, NULL },          { 'D', STREEK_PLAN_UP, "A(DB(C))EF" },
  };
  g_autoptr (StreekRecords) records = streek_record_book_read (fixture->book);
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (records, fixture->pact);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
      gboolean went =
        streek_plan_tree_step (tree, changes, get_id (fixture, cases[i].what), cases[i].step);

      g_test_message ("%c: %d", cases[i].what, cases[i].step);
      g_assert_cmpint (went, ==, cases[i].expected != NULL);

      g_autoptr (StreekRecords) after = streek_record_changes_preview (changes, records);
      g_autofree char *drawn = draw (after, fixture->pact);

      g_assert_cmpstr (drawn, ==, went ? cases[i].expected : "A(B(C)D)EF");
    }
}

/* What goes a level down is called what that level is called; below the last one, as the last. */
static void
test_takes_the_level (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecords) records = streek_record_book_read (fixture->book);
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (records, fixture->pact);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 moved = get_id (fixture, 'B');

  g_assert_true (streek_plan_tree_move (tree, changes, &moved, 1, 0, 0, NULL));

  g_autoptr (StreekRecords) after = streek_record_changes_preview (changes, records);
  const StreekRecord *goal = streek_records_find (after, &streek_plan_item_kind, moved);
  const StreekRecord *action =
    streek_records_find (after, &streek_plan_item_kind, get_id (fixture, 'C'));

  g_assert_cmpint (streek_record_get_reference (goal, STREEK_PLAN_ITEM_LEVEL), ==,
                   fixture->levels[0]);
  g_assert_cmpint (streek_record_get_reference (action, STREEK_PLAN_ITEM_LEVEL), ==,
                   fixture->levels[1]);
  g_assert_false (streek_plan_item_is_action (goal, after));
  g_assert_true (streek_plan_item_is_action (action, after));
}

/* With its theme, into another plan, and the original stays. */
static void
test_pastes_with_what_hangs_on_it (Fixture *fixture, gconstpointer data)
{
  StreekRecordBook *book = fixture->book;
  gint64 other = streek_record_book_add (book, &streek_pact_kind, "Other");
  gint64 theme = streek_record_book_add (book, &streek_theme_kind, "Care");
  gint64 link = streek_record_book_add (book, &streek_item_theme_kind, NULL);
  guint n;

  streek_record_book_refer (book, &streek_item_theme_kind, link, STREEK_ITEM_THEME_ITEM,
                            get_id (fixture, 'C'));
  streek_record_book_refer (book, &streek_item_theme_kind, link, STREEK_ITEM_THEME_THEME, theme);

  g_autoptr (StreekRecords) records = streek_record_book_read (book);
  g_autoptr (StreekPlanTree) source = streek_plan_tree_new (records, fixture->pact);
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (records, other);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 items[] = { get_id (fixture, 'A'), get_id (fixture, 'C') };

  streek_plan_tree_paste (tree, changes, source, items, G_N_ELEMENTS (items), 0, 0);

  g_autoptr (StreekRecords) after = streek_record_changes_preview (changes, records);
  g_autofree char *drawn = draw (after, other);
  g_autofree char *kept = draw (after, fixture->pact);

  g_assert_cmpstr (drawn, ==, "A(B(C)D)");
  g_assert_cmpstr (kept, ==, "A(B(C)D)EF");
  streek_records_list_by (after, &streek_item_theme_kind, STREEK_ITEM_THEME_THEME, theme, &n);
  g_assert_cmpuint (n, ==, 2);
}

/* A file may say that a goal is under its own action: nothing is lost. */
static void
test_survives_a_circle (Fixture *fixture, gconstpointer data)
{
  streek_record_book_refer (fixture->book, &streek_plan_item_kind, get_id (fixture, 'A'),
                            STREEK_PLAN_ITEM_PARENT, get_id (fixture, 'C'));
  streek_record_book_set (fixture->book, &streek_plan_item_kind, get_id (fixture, 'A'),
                          STREEK_PLAN_ITEM_RANK, "0");

  g_autoptr (StreekRecords) records = streek_record_book_read (fixture->book);
  g_autofree char *drawn = draw (records, fixture->pact);
  const StreekRecord *item =
    streek_records_find (records, &streek_plan_item_kind, get_id (fixture, 'C'));
  g_autofree char *path = streek_plan_item_dup_path (item, records);

  g_assert_cmpstr (drawn, ==, "EFA(B(C)D)");
  g_assert_nonnull (path);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/plan/plan-tree/reads-in-order", test_reads_in_order);
  ADD ("/plan/plan-tree/moves", test_moves);
  ADD ("/plan/plan-tree/never-runs-out-of-room", test_never_runs_out_of_room);
  ADD ("/plan/plan-tree/steps", test_steps);
  ADD ("/plan/plan-tree/takes-the-level", test_takes_the_level);
  ADD ("/plan/plan-tree/pastes-with-what-hangs-on-it", test_pastes_with_what_hangs_on_it);
  ADD ("/plan/plan-tree/survives-a-circle", test_survives_a_circle);

  return g_test_run ();
}
