/* test-role-map.c: what bodies do as a map: which class each area is in, and what is said of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-role-map.h"

#include "actor/streek-document.h"
#include "body/streek-body.h"
#include "plan/streek-pact.h"
#include "plan/streek-role.h"
#include "plan/streek-theme.h"
#include "streek-record-book.h"

#include <string.h>

static gint64
add_body (StreekRecordBook *book, const char *name, const char *area)
{
  gint64 id = streek_record_book_add (book, &streek_body_kind, name);

  streek_record_book_set (book, &streek_body_kind, id, STREEK_BODY_KIND, "resoc");
  streek_record_book_set (book, &streek_body_kind, id, STREEK_BODY_AREA, area);

  return id;
}

static gint64
add_role (StreekRecordBook *book, gint64 body, gint64 theme, const char *role)
{
  gint64 id = streek_record_book_add (book, &streek_role_kind, role);

  static guint n_roles; /* in the order in which they are added */
  g_autofree char *rank = g_strdup_printf ("%u", ++n_roles);

  streek_record_book_set (book, &streek_role_kind, id, STREEK_ROLE_RANK, rank);
  streek_record_book_refer (book, &streek_role_kind, id, STREEK_ROLE_BODY, body);
  if (theme != 0)
    streek_record_book_refer (book, &streek_role_kind, id, STREEK_ROLE_THEME, theme);

  return id;
}

static StreekRoleMap *
make (StreekRecordBook *book, const StreekRoleMapSpec *spec, GError **error)
{
  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (GError) load_error = NULL;
  g_autoptr (StreekAreas) areas = streek_areas_load (book->db, &load_error);

  g_assert_no_error (load_error);

  return streek_role_map_new (view, areas, spec, error);
}

static guint
find_row (const StreekRoleMap *map, const char *code)
{
  StreekTable *table = streek_figure_get_table (map->figure);

  for (guint i = 0; i < streek_figure_get_n_rows (map->figure); i++)
    if (strcmp (streek_table_get_text (table, i, 0), code) == 0)
      return i;

  g_assert_not_reached ();
}

/* (transfer full): what a screen reader hears of an area */
static char *
describe (const StreekRoleMap *map, const char *code)
{
  return streek_figure_describe_row (map->figure, find_row (map, code), streek_format_get ("en"));
}

static gboolean
has_note (const StreekRoleMap *map, const char *words)
{
  const char *const *notes = streek_figure_get_notes (map->figure);

  for (guint i = 0; notes[i] != NULL; i++)
    if (strstr (notes[i], words) != NULL)
      return TRUE;

  return FALSE;
}

static void
assert_said (const StreekRoleMap *map, const char *code, const char *expected)
{
  g_autofree char *words = describe (map, code);

  g_assert_cmpstr (words, ==, expected);
}

/* In general A advises and leads, B is not described, C has nothing recorded. */
static void
test_categories (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  StreekRoleMapSpec spec = { 0 };
  gint64 a = add_body (book, "RESOC A", "gemeente:A"), b = add_body (book, "RESOC B", "gemeente:B");

  add_body (book, "RESOC C", "gemeente:C");
  add_role (book, a, 0, "advise");
  add_role (book, a, 0, "lead");
  add_role (book, b, 0, "undescribed");

  g_autoptr (StreekRoleMap) map = make (book, &spec, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (map->kind, ==, "resoc");
  g_assert_cmpuint (streek_figure_get_n_rows (map->figure), ==, 3);
  assert_said (map, "A", "A: Advising; Lead (Both)");
  assert_said (map, "B", "B: Not described (Not described)");
  assert_said (map, "C", "C: Nothing recorded");
  g_assert_nonnull (strstr (streek_figure_get_description (map->figure),
                            "Nothing recorded: 1. Not described: 1. Both: 1."));
}

/* "No core task" is said, and is not "not described"; one that is said in general is another thing
 * than one that is said of the theme. */
static void
test_theme_inherits (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 a = add_body (book, "RESOC A", "gemeente:A"), b = add_body (book, "RESOC B", "gemeente:B");
  gint64 care = streek_record_book_add (book, &streek_theme_kind, "Care");
  StreekRoleMapSpec spec = { .theme = care };
  guint n_entries, n_overlays = 0;

  add_role (book, a, 0, "advise");
  add_role (book, a, care, "no_core_task");
  add_role (book, b, 0, "lead");

  g_autoptr (StreekRoleMap) map = make (book, &spec, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (streek_figure_get_title (map->figure), ==, "RESOC: their role in “Care”");
  assert_said (map, "A", "A: No core task (No core task)");
  assert_said (map, "B", "B: In general: Lead (Works on projects)");
  g_assert_true (has_note (map, "In 1 of 2 areas nothing is said of this theme itself"));

  n_entries = streek_figure_get_n_legend_entries (map->figure);
  for (guint i = 0; i < n_entries; i++)
    n_overlays += streek_figure_get_legend_entry (map->figure, i).kind == STREEK_LEGEND_OVERLAY;
  g_assert_cmpuint (n_overlays, ==, 1);
}

/* Several roles of an area are a class of their own, and its words tell which. */
static void
test_several_roles (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  StreekRoleMapSpec spec = { .subject = STREEK_ROLE_MAP_ROLE };
  gint64 a = add_body (book, "RESOC A", "gemeente:A"), b = add_body (book, "RESOC B", "gemeente:B");

  add_role (book, a, 0, "advise");
  add_role (book, a, 0, "align");
  add_role (book, b, 0, "advise");

  g_autoptr (StreekRoleMap) map = make (book, &spec, &error);

  g_assert_no_error (error);
  assert_said (map, "A", "A: Advising; Aligning, overarching platform (Several roles)");
  assert_said (map, "B", "B: Advising (Advising)");
}

/* Its pact says projects, its roles make it consultation: both maps say so. */
static void
test_kinds_contradict (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 a = add_body (book, "RESOC A", "gemeente:A");
  StreekRoleMapSpec spec = { .subject = STREEK_ROLE_MAP_STATED };

  streek_record_book_set (book, &streek_body_kind, a, STREEK_BODY_ORIENTATION, "projects");
  add_role (book, a, 0, "advise");

  g_autoptr (StreekRoleMap) stated = make (book, &spec, &error);

  g_assert_no_error (error);
  assert_said (stated, "A",
               "A: By its pact: Projects; By its roles: Consultation and advice (Projects)");
  g_assert_true (has_note (
    stated, "RESOC A: its pact says “Projects”, its roles make it “Consultation and advice”."));

  spec.subject = STREEK_ROLE_MAP_DERIVED;

  g_autoptr (StreekRoleMap) derived = make (book, &spec, &error);

  g_assert_no_error (error);
  assert_said (
    derived, "A",
    "A: By its pact: Projects; By its roles: Consultation and advice (Consultation and advice)");
}

static void
test_weights (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 a = add_body (book, "RESOC A", "gemeente:A");
  gint64 care = streek_record_book_add (book, &streek_theme_kind, "Care");
  gint64 weight = streek_record_book_add (book, &streek_theme_weight_kind, NULL);
  gint64 document = streek_record_book_add (book, &streek_document_kind, "Pact A");
  StreekRoleMapSpec spec = { .subject = STREEK_ROLE_MAP_WEIGHT };
  const StreekRecordKind *kind = &streek_theme_weight_kind;

  streek_record_book_refer (book, kind, weight, STREEK_THEME_WEIGHT_BODY, a);
  streek_record_book_refer (book, kind, weight, STREEK_THEME_WEIGHT_THEME, care);
  streek_record_book_refer (book, kind, weight, STREEK_THEME_WEIGHT_DOCUMENT, document);
  streek_record_book_set (book, kind, weight, STREEK_THEME_WEIGHT_PAGE, "7");
  streek_record_book_set (book, kind, weight, STREEK_THEME_WEIGHT_WEIGHT, "priority");
  g_assert_null (make (book, &spec, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
  g_clear_error (&error);

  spec.theme = care;

  g_autoptr (StreekRoleMap) map = make (book, &spec, &error);

  g_assert_no_error (error);
  assert_said (map, "A", "A: Priority (Priority)");
  g_assert_cmpstr (
    streek_table_get_text (map->table, 0, (guint) streek_table_find_column (map->table, "source")),
    ==, "Pact A, p. 7");
  g_assert_nonnull (strstr (streek_figure_get_source (map->figure), "Pact A, p. 7"));
}

/* A ended in 2015 and B is there still: most existed until that day. A plan of 2020 shows B alone
 * and names A. */
static void
test_days (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 a = add_body (book, "RESOC A", "gemeente:A"), b = add_body (book, "RESOC B", "gemeente:B");
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Plan");
  StreekRoleMapSpec spec = { 0 };

  streek_record_book_set (book, &streek_body_kind, a, STREEK_BODY_VALID_TO, "2015-12-31");
  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_STARTS, "2020");
  add_role (book, a, 0, "advise");
  add_role (book, b, 0, "advise");

  g_autoptr (StreekRoleMap) fullest = make (book, &spec, &error);

  g_assert_no_error (error);
  g_assert_cmpint (fullest->on, ==, streek_date_from_ymd (2015, 12, 31));
  g_assert_cmpuint (streek_figure_get_n_rows (fullest->figure), ==, 2);

  spec.pact = pact;

  g_autoptr (StreekRoleMap) planned = make (book, &spec, &error);

  g_assert_no_error (error);
  g_assert_cmpint (planned->on, ==, streek_date_from_ymd (2020, 1, 1));
  g_assert_cmpuint (streek_figure_get_n_rows (planned->figure), ==, 1);
  g_assert_true (
    has_note (planned, "Not there on 1 January 2020, and therefore not on the map: RESOC A."));
}

static void
test_nothing (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  StreekRoleMapSpec spec = { 0 };

  add_body (book, "RESOC A", "gemeente:A");
  g_assert_null (make (book, &spec, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA);
}

/* The map, and the list on a page of its own that has no number. */
static void
test_pages (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  StreekRoleMapSpec spec = { .grey = TRUE };
  const StreekLayoutOptions options = { .size = { 842, 595 },
                                        .theme = streek_theme_get_print (),
                                        .format = streek_format_get ("en"),
                                        .language = "en",
                                        .hovered = -1 };

  add_role (book, add_body (book, "RESOC A", "gemeente:A"), 0, "advise");

  g_autoptr (StreekRoleMap) map = make (book, &spec, &error);
  g_autoptr (GPtrArray) pages =
    map != NULL ? streek_role_map_layout_pages (map, &options, &error) : NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 2);

  g_autofree char *list = streek_scene_to_text (pages->pdata[1]);

  g_assert_nonnull (strstr (list, "RESOC A"));
  g_assert_null (strstr (list, "Page 1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/role-map/categories", test_categories);
  g_test_add_func ("/workspace/role-map/theme-inherits", test_theme_inherits);
  g_test_add_func ("/workspace/role-map/several-roles", test_several_roles);
  g_test_add_func ("/workspace/role-map/kinds-contradict", test_kinds_contradict);
  g_test_add_func ("/workspace/role-map/weights", test_weights);
  g_test_add_func ("/workspace/role-map/days", test_days);
  g_test_add_func ("/workspace/role-map/nothing", test_nothing);
  g_test_add_func ("/workspace/role-map/pages", test_pages);

  return g_test_run ();
}
