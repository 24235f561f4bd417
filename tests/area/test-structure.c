/* test-structure.c: ERSV, SERR, RESOC and municipality as one tree, on the shipped areas */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "area/streek-structure.h"
#include "base/streek-paths.h"

static const char *const levels[] = { "ERSV", "SERR", "RESOC", "gemeente", NULL };

static StreekAreas *areas;

static void
load_template (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (streek_paths_get_data_dir (), "template.streek", NULL);
  g_autoptr (StreekDb) db = streek_db_open (path, STREEK_DB_READ_ONLY, &error);

  g_assert_no_error (error);
  areas = streek_areas_load (db, &error);
  g_assert_no_error (error);
}

static StreekStructure *
build (const char *on, const StreekArea *within)
{
  g_autoptr (GError) error = NULL;
  StreekDate date = STREEK_DATE_NONE;

  g_assert_true (streek_date_parse (on, &date, NULL));

  StreekStructure *structure = streek_structure_new (areas, levels, date, within, &error);

  g_assert_no_error (error);

  return structure;
}

/* The place of an area under another; NULL where it is not there. */
static const StreekStructureNode *
find (const StreekStructure *structure, const char *set, const char *name, const char *parent)
{
  for (guint i = 0; i < streek_structure_get_n_nodes (structure); i++)
    {
      const StreekStructureNode *node = streek_structure_get_node (structure, i);

      if (!g_str_equal (node->area->set->code, set) || !g_str_equal (node->area->name, name))
        continue;

      if (parent == NULL ||
          g_str_equal (streek_structure_get_node (structure, (guint) node->parent)->area->name,
                       parent))
        return node;
    }

  return NULL;
}

/* "De SERR's in West-Vlaanderen", West-Vlaanderen Werkt 1/2009: SERR Oostende-Westhoek holds RESOC
 * Oostende (7 municipalities) and RESOC Westhoek (18). */
static void
test_tree_of_2009 (void)
{
  g_autoptr (StreekStructure) structure = build ("2009-06-01", NULL);
  const StreekStructureNode *serr = find (structure, "SERR", "Oostende-Westhoek", NULL);
  const StreekStructureNode *oostende = find (structure, "RESOC", "Oostende", "Oostende-Westhoek");
  const StreekStructureNode *westhoek = find (structure, "RESOC", "Westhoek", "Oostende-Westhoek");

  g_assert_nonnull (serr);
  g_assert_nonnull (oostende);
  g_assert_nonnull (westhoek);
  g_assert_cmpuint (serr->n_children, ==, 2);
  g_assert_cmpuint (serr->n_leaves, ==, 25);
  g_assert_cmpuint (oostende->n_leaves, ==, 7);
  g_assert_cmpuint (westhoek->n_leaves, ==, 18);
  g_assert_false (westhoek->is_part);
}

/* RESOC Noord-West-Vlaanderen (17) came of Brugge (10) and Oostende (7), in two SERRs: KW, 2016. */
static void
test_straddling_area_stands_twice (void)
{
  g_autoptr (StreekStructure) structure = build ("2016-06-01", NULL);
  const StreekStructureNode *in_brugge =
    find (structure, "RESOC", "Noord-West-Vlaanderen", "Brugge");
  const StreekStructureNode *in_oostende =
    find (structure, "RESOC", "Noord-West-Vlaanderen", "Oostende-Westhoek");

  g_assert_nonnull (in_brugge);
  g_assert_nonnull (in_oostende);
  g_assert_true (in_brugge->is_part);
  g_assert_cmpuint (in_brugge->n_leaves, ==, 10);
  g_assert_cmpuint (in_oostende->n_leaves, ==, 7);
  g_assert_cmpuint (in_brugge->n_whole_leaves, ==, 17);
}

/* 308, 300 and 285 Flemish municipalities: Statbel's REFNIS. */
static void
test_numbers_add_up (void)
{
  static const struct
  {
    const char *on;
    guint n;
  } cases[] = { { "2016-06-01", 308 }, { "2019-01-01", 300 }, { "2025-01-01", 285 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekStructure) structure = build (cases[i].on, NULL);
      guint n_of_level[G_N_ELEMENTS (levels)] = { 0 };

      for (guint k = 0; k < streek_structure_get_n_nodes (structure); k++)
        {
          const StreekStructureNode *node = streek_structure_get_node (structure, k);

          n_of_level[node->level] += node->n_leaves;
          g_assert_cmpint (node->parent, <, (int) k);
        }

      for (guint level = 0; levels[level] != NULL; level++)
        g_assert_cmpuint (n_of_level[level], ==, cases[i].n);
    }
}

static void
test_within_cuts_the_tree (void)
{
  g_autoptr (GError) error = NULL;
  StreekDate used;
  const StreekArea *westhoek = streek_areas_resolve_ref (
    areas, "RESOC:RESOC_WESTHOEK", streek_date_from_ymd (2009, 6, 1), &used, &error);

  g_assert_no_error (error);

  g_autoptr (StreekStructure) structure = build ("2009-06-01", westhoek);
  const StreekStructureNode *root = streek_structure_get_node (structure, 0);

  /* one of each level above it, and its 18 municipalities */
  g_assert_cmpuint (streek_structure_get_n_nodes (structure), ==, 21);
  g_assert_true (root->is_part);
  g_assert_cmpuint (root->n_leaves, ==, 18);
  g_assert_cmpuint (root->n_whole_leaves, ==, 64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  load_template ();
  g_test_add_func ("/area/structure/tree-of-2009", test_tree_of_2009);
  g_test_add_func ("/area/structure/straddling-area-stands-twice",
                   test_straddling_area_stands_twice);
  g_test_add_func ("/area/structure/numbers-add-up", test_numbers_add_up);
  g_test_add_func ("/area/structure/within-cuts-the-tree", test_within_cuts_the_tree);

  int status = g_test_run ();

  streek_areas_unref (areas);

  return status;
}
