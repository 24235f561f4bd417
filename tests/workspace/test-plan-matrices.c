/* test-plan-matrices.c: roles, obligations, frames and partners beside each other, as tables */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-plan-matrices.h"

#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "body/streek-body.h"
#include "figure/streek-figure.h"
#include "plan/streek-analysis-board.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-obligation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-policy-frame.h"
#include "plan/streek-role.h"
#include "plan/streek-theme.h"
#include "plan/streek-year-programme.h"
#include "project/streek-project.h"
#include "streek-record-book.h"
#include "workspace/streek-body-matrix.h"
#include "workspace/streek-matrix-draft.h"
#include "workspace/streek-plan-timelines.h"
#include "workspace/streek-project-matrices.h"

#include <string.h>

static gint64
add_role (StreekRecordBook *book, gint64 body, gint64 theme, const char *role, const char *modifier)
{
  gint64 id = streek_record_book_add (book, &streek_role_kind, role);

  streek_record_book_refer (book, &streek_role_kind, id, STREEK_ROLE_BODY, body);
  streek_record_book_refer (book, &streek_role_kind, id, STREEK_ROLE_THEME, theme);
  if (modifier != NULL)
    streek_record_book_set (book, &streek_role_kind, id, STREEK_ROLE_MODIFIER, modifier);

  return id;
}

/* A says a little in general and something of care; B says that it is not described. */
static void
test_roles (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 a = streek_record_book_add (book, &streek_body_kind, "RESOC A");
  gint64 b = streek_record_book_add (book, &streek_body_kind, "RESOC B");
  gint64 care = streek_record_book_add (book, &streek_theme_kind, "Care");
  gint64 water = streek_record_book_add (book, &streek_theme_kind, "Water");
  gint64 weighed = streek_record_book_add (book, &streek_body_kind, "Weighed only");
  gint64 weight = streek_record_book_add (book, &streek_theme_weight_kind, NULL);

  streek_record_book_add (book, &streek_body_kind, "Nobody says anything of it");
  streek_record_book_refer (book, &streek_theme_weight_kind, weight, STREEK_THEME_WEIGHT_BODY,
                            weighed);
  streek_record_book_refer (book, &streek_theme_weight_kind, weight, STREEK_THEME_WEIGHT_THEME,
                            care);
  streek_record_book_set (book, &streek_theme_weight_kind, weight, STREEK_THEME_WEIGHT_WEIGHT,
                          "priority");
  streek_record_book_set (book, &streek_body_kind, a, STREEK_BODY_ORIENTATION, "projects");
  streek_record_book_set (book, &streek_body_kind, b, STREEK_BODY_ORIENTATION, "undescribed");
  add_role (book, a, 0, "advise", NULL);
  add_role (book, a, care, "lead", "emphasis");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) matrix = streek_role_matrix_new (view, NULL, STREEK_DATE_NONE, &error);
  int row, column;

  g_assert_no_error (error);
  g_assert_cmpuint (streek_matrix_get_n_columns (matrix), ==, 2);
  g_assert_cmpuint (streek_matrix_get_n_rows (matrix), ==, 4);
  /* by hand: B of A and B */
  g_assert_cmpstr (streek_matrix_get_notes (matrix)[0], ==,
                   "The role of 1 of 2 bodies is not described.");
  g_assert_cmpstr (streek_matrix_get_notes (matrix)[1], ==,
                   "Of these only is known how heavily themes weigh, and no role: Weighed only.");

  g_autofree char *body_id = g_strdup_printf ("body:%" G_GINT64_FORMAT, a);
  g_autofree char *other_id = g_strdup_printf ("body:%" G_GINT64_FORMAT, b);
  g_autofree char *theme_id = g_strdup_printf ("theme:%" G_GINT64_FORMAT, care);

  row = streek_matrix_find_row (matrix, theme_id);
  column = streek_matrix_find_column (matrix, body_id);
  g_assert_cmpint (streek_matrix_get_kind (matrix, (guint) row, (guint) column), ==,
                   STREEK_MATRIX_EMPHASISED);
  g_assert_cmpint (streek_matrix_get_kind (matrix, (guint) row,
                                           (guint) streek_matrix_find_column (matrix, other_id)),
                   ==, STREEK_MATRIX_EMPTY);
  row = streek_matrix_find_row (matrix, "general");
  g_assert_cmpint (streek_matrix_get_kind (matrix, (guint) row,
                                           (guint) streek_matrix_find_column (matrix, other_id)),
                   ==, STREEK_MATRIX_UNKNOWN);
  g_assert_cmpint (streek_matrix_get_kind (matrix,
                                           (guint) streek_matrix_find_row (matrix, "orientation"),
                                           (guint) streek_matrix_find_column (matrix, other_id)),
                   ==, STREEK_MATRIX_MUTED);

  /* its roles make it consultation and projects, it says projects: both stand there */
  g_autofree char *said =
    streek_matrix_describe (matrix, streek_matrix_find_row (matrix, "orientation"), column);

  g_assert_nonnull (strstr (said, "Projects"));
  g_assert_nonnull (strstr (said, "By its roles: Consultation and projects"));

  /* of water nothing is said: what A does in general holds, and of B that is not known */
  g_autofree char *water_id = g_strdup_printf ("theme:%" G_GINT64_FORMAT, water);

  row = streek_matrix_find_row (matrix, water_id);

  g_autofree char *inherited = streek_matrix_describe (matrix, row, column);

  g_assert_cmpint (streek_matrix_get_kind (matrix, (guint) row, (guint) column), ==,
                   STREEK_MATRIX_INHERITED);
  g_assert_nonnull (strstr (inherited, "in general"));
  g_assert_nonnull (strstr (inherited, "Advising"));
  g_assert_cmpint (streek_matrix_get_kind (matrix, (guint) row,
                                           (guint) streek_matrix_find_column (matrix, other_id)),
                   ==, STREEK_MATRIX_EMPTY);
}

static gint64
add_adjustment (
  StreekRecordBook *book, const char *new_text, const char *day, guint field, gint64 owner)
{
  gint64 id = streek_record_book_add (book, &streek_adjustment_kind, new_text);

  if (day != NULL)
    streek_record_book_set (book, &streek_adjustment_kind, id, STREEK_ADJUSTMENT_DECIDED_ON, day);
  streek_record_book_refer (book, &streek_adjustment_kind, id, field, owner);

  return id;
}

static void
assert_row (const StreekMatrix *matrix, guint row, const char *kind, gint64 id)
{
  g_autofree char *expected = g_strdup_printf ("%s:%" G_GINT64_FORMAT, kind, id);

  g_assert_cmpstr (streek_matrix_get_row_id (matrix, row), ==, expected);
}

/* The plan first, then chapter by chapter in order of decision; of an action of a year by what it
 * carries out; one of another plan is not here; one without a reason is a gap. */
static void
test_adjustments (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  gint64 other = streek_record_book_add (book, &streek_pact_kind, "Other");
  gint64 chapter = streek_record_book_add (book, &streek_plan_item_kind, "Chapter");
  gint64 action = streek_record_book_add (book, &streek_plan_item_kind, "Action");
  gint64 year_action = streek_record_book_add (book, &streek_year_action_kind, "In 2025");
  gint64 link = streek_record_book_add (book, &streek_year_action_item_kind, NULL);

  streek_record_book_refer (book, &streek_plan_item_kind, chapter, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_refer (book, &streek_plan_item_kind, action, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_refer (book, &streek_plan_item_kind, action, STREEK_PLAN_ITEM_PARENT, chapter);
  streek_record_book_refer (book, &streek_year_action_item_kind, link,
                            STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, year_action);
  streek_record_book_refer (book, &streek_year_action_item_kind, link, STREEK_YEAR_ACTION_ITEM_ITEM,
                            action);

  gint64 late = add_adjustment (book, "c", "2025-03-01", STREEK_ADJUSTMENT_ITEM, action);
  gint64 early =
    add_adjustment (book, "b", "2024-01-01", STREEK_ADJUSTMENT_YEAR_ACTION, year_action);
  gint64 whole = add_adjustment (book, "a", NULL, STREEK_ADJUSTMENT_PACT, pact);

  add_adjustment (book, "d", "2024-01-01", STREEK_ADJUSTMENT_PACT, other);
  streek_record_book_set (book, &streek_adjustment_kind, late, STREEK_ADJUSTMENT_REASON, "Cheaper");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) matrix = streek_adjustment_matrix_new (view, pact, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_matrix_get_n_rows (matrix), ==, 5);
  g_assert_true (streek_matrix_is_heading (matrix, 0));
  assert_row (matrix, 1, "adjustment", whole);
  assert_row (matrix, 2, "plan_item", chapter);
  g_assert_true (streek_matrix_is_heading (matrix, 2));
  assert_row (matrix, 3, "adjustment", early);
  assert_row (matrix, 4, "adjustment", late);

  guint reason = (guint) streek_matrix_find_column (matrix, "reason");

  g_assert_cmpint (streek_matrix_get_kind (matrix, 3, reason), ==, STREEK_MATRIX_GAP);
  g_assert_cmpint (streek_matrix_get_kind (matrix, 4, reason), ==, STREEK_MATRIX_ORDINARY);
}

/* Of what carries nothing out and is of the body of the plan, in one of its years, the chapter
 * stands last; what the body did after the plan is not of it. */
static void
test_adjustments_of_what_is_ad_hoc (void)
{
  static const char *const years[] = { "2025", "2030" };
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 body = streek_record_book_add (book, &streek_body_kind, "Body");
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  gint64 changes[2];

  streek_record_book_refer (book, &streek_pact_kind, pact, STREEK_PACT_BODY, body);
  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_STARTS, "2020");
  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_ENDS, "2025");

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      gint64 programme = streek_record_book_add (book, &streek_year_programme_kind, years[i]);
      gint64 action = streek_record_book_add (book, &streek_year_action_kind, "Answer a question");

      streek_record_book_refer (book, &streek_year_programme_kind, programme,
                                STREEK_YEAR_PROGRAMME_BODY, body);
      streek_record_book_set (book, &streek_year_programme_kind, programme,
                              STREEK_YEAR_PROGRAMME_YEAR, years[i]);
      streek_record_book_refer (book, &streek_year_action_kind, action,
                                STREEK_YEAR_ACTION_PROGRAMME, programme);
      changes[i] = add_adjustment (book, "b", "2024-01-01", STREEK_ADJUSTMENT_YEAR_ACTION, action);
    }

  gint64 whole = add_adjustment (book, "a", NULL, STREEK_ADJUSTMENT_PACT, pact);
  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) matrix = streek_adjustment_matrix_new (view, pact, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_matrix_get_n_rows (matrix), ==, 4);
  assert_row (matrix, 1, "adjustment", whole);
  g_assert_true (streek_matrix_is_heading (matrix, 2));
  assert_row (matrix, 3, "adjustment", changes[0]);
}

/* As Waas en Dender, which says of each action: emphasis on two roles, two others without. */
static void
test_roles_of_actions (void)
{
  static const struct
  {
    const char *role, *modifier;
  } said[] = {
    { "bring_together", "emphasis" },
    { "organise_consultation", "emphasis" },
    { "initiate", NULL },
    { "coordinate", NULL },
  };
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 body = streek_record_book_add (book, &streek_body_kind, "RESOC Waas en Dender");
  gint64 items[] = { streek_record_book_add (book, &streek_plan_item_kind, "One"),
                     streek_record_book_add (book, &streek_plan_item_kind, "Two") };

  streek_record_book_add (book, &streek_theme_kind, "Care");

  for (guint i = 0; i < 2 * G_N_ELEMENTS (said); i++)
    streek_record_book_refer (book, &streek_role_kind,
                              add_role (book, body, 0, said[i / 2].role, said[i / 2].modifier),
                              STREEK_ROLE_ITEM, items[i % 2]);

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) matrix = streek_role_matrix_new (view, NULL, STREEK_DATE_NONE, &error);
  guint general = (guint) streek_matrix_find_row (matrix, "general");
  g_autofree char *words = streek_matrix_describe (matrix, (int) general, 0);
  static const char *const lines[] = { "Action by action:", "Bringing partners together (Emphasis)",
                                       "Organising consultation (Emphasis)",
                                       "Initiating and supporting", "Coordinating" };

  g_assert_no_error (error);
  g_assert_cmpint (streek_matrix_get_kind (matrix, general, 0), ==, STREEK_MATRIX_EMPHASISED);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *found = strstr (words, lines[i]);

      g_assert_nonnull (found);
      g_assert_null (strstr (found + 1, lines[i]));
    }
}

/* A weight alone has a source and says in whose words; it has a table of its own too. */
static void
test_weights (void)
{
  const StreekRecordKind *kind = &streek_theme_weight_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 serr = streek_record_book_add (book, &streek_body_kind, "SERR");
  gint64 resoc = streek_record_book_add (book, &streek_body_kind, "RESOC");
  gint64 care = streek_record_book_add (book, &streek_theme_kind, "Care");
  gint64 document = streek_record_book_add (book, &streek_document_kind, "Article");
  const gint64 bodies[] = { serr, resoc };

  streek_record_book_add (book, &streek_theme_kind, "Water");
  streek_record_book_set (book, &streek_body_kind, serr, STREEK_BODY_KIND, "serr");
  streek_record_book_set (book, &streek_body_kind, resoc, STREEK_BODY_KIND, "resoc");
  add_role (book, resoc, 0, "advise", NULL);

  for (guint i = 0; i < 2; i++)
    {
      gint64 weight = streek_record_book_add (book, kind, NULL);

      streek_record_book_refer (book, kind, weight, STREEK_THEME_WEIGHT_BODY, bodies[i]);
      streek_record_book_refer (book, kind, weight, STREEK_THEME_WEIGHT_THEME, care);
      streek_record_book_refer (book, kind, weight, STREEK_THEME_WEIGHT_DOCUMENT, document);
      streek_record_book_set (book, kind, weight, STREEK_THEME_WEIGHT_WEIGHT,
                              i == 0 ? "agenda" : "priority");
      streek_record_book_set (book, kind, weight, STREEK_THEME_WEIGHT_QUOTE, "Every region.");
    }

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) roles = streek_role_matrix_new (view, NULL, STREEK_DATE_NONE, &error);
  g_autoptr (StreekMatrix) weights = streek_weight_matrix_new (view, STREEK_DATE_NONE, &error);
  g_autofree char *theme = g_strdup_printf ("theme:%" G_GINT64_FORMAT, care);
  g_autofree char *in_roles =
    streek_matrix_describe (roles, streek_matrix_find_row (roles, theme), 0);
  g_autofree char *of_serr = streek_matrix_describe (weights, 0, 1);

  g_assert_no_error (error);
  g_assert_cmpstr (in_roles, ==, "Care, RESOC: Priority\nEvery region.\nSource 1: Article");
  g_assert_cmpuint (streek_matrix_get_n_rows (weights), ==, 1);
  g_assert_cmpuint (streek_matrix_get_n_columns (weights), ==, 2);
  g_assert_cmpint (streek_matrix_get_kind (weights, 0, 0), ==, STREEK_MATRIX_EMPHASISED);
  g_assert_cmpstr (of_serr, ==, "Care, SERR: On the agenda\nEvery region.\nSource 1: Article");
}

static void
test_obligations (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "ROSE");
  gint64 goal = streek_record_book_add (book, &streek_plan_item_kind, "MVO");
  gint64 action = streek_record_book_add (book, &streek_plan_item_kind, "Tour");
  gint64 obligation = streek_record_book_add (book, &streek_obligation_kind, "Every year MVO");
  gint64 accent = streek_record_book_add (book, &streek_obligation_accent_kind, "Circular");
  gint64 programme = streek_record_book_add (book, &streek_year_programme_kind, "2024");
  gint64 done = streek_record_book_add (book, &streek_year_action_kind, "Tour of 2024");
  gint64 link = streek_record_book_add (book, &streek_year_action_item_kind, NULL);
  const StreekRecordKind *kind = &streek_obligation_kind;

  streek_record_book_refer (book, &streek_plan_item_kind, goal, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_refer (book, &streek_plan_item_kind, action, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_refer (book, &streek_plan_item_kind, action, STREEK_PLAN_ITEM_PARENT, goal);
  streek_record_book_set (book, &streek_plan_item_kind, action, STREEK_PLAN_ITEM_STARTS, "2024");
  streek_record_book_set (book, &streek_plan_item_kind, action, STREEK_PLAN_ITEM_ENDS, "2026");
  streek_record_book_set (book, &streek_year_programme_kind, programme, STREEK_YEAR_PROGRAMME_YEAR,
                          "2024");
  streek_record_book_refer (book, &streek_year_action_kind, done, STREEK_YEAR_ACTION_PROGRAMME,
                            programme);
  streek_record_book_set (book, &streek_year_action_kind, done, STREEK_YEAR_ACTION_STATUS, "done");
  streek_record_book_refer (book, &streek_year_action_item_kind, link,
                            STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, done);
  streek_record_book_refer (book, &streek_year_action_item_kind, link, STREEK_YEAR_ACTION_ITEM_ITEM,
                            action);
  streek_record_book_refer (book, kind, obligation, STREEK_OBLIGATION_PACT, pact);
  streek_record_book_refer (book, kind, obligation, STREEK_OBLIGATION_ITEM, goal);
  streek_record_book_set (book, kind, obligation, STREEK_OBLIGATION_FIRST_YEAR, "2024");
  streek_record_book_set (book, kind, obligation, STREEK_OBLIGATION_LAST_YEAR, "2026");
  streek_record_book_set (book, kind, obligation, STREEK_OBLIGATION_RULE, "every_year");
  streek_record_book_refer (book, &streek_obligation_accent_kind, accent,
                            STREEK_OBLIGATION_ACCENT_OBLIGATION, obligation);
  streek_record_book_set (book, &streek_obligation_accent_kind, accent,
                          STREEK_OBLIGATION_ACCENT_YEAR, "2024");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) matrix = streek_obligation_matrix_new (view, pact, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_matrix_get_n_columns (matrix), ==, 3);
  g_assert_cmpint (streek_matrix_get_kind (matrix, 0, 0), ==, STREEK_MATRIX_ORDINARY);
  g_assert_cmpint (streek_matrix_get_kind (matrix, 0, 1), ==, STREEK_MATRIX_GAP);
  g_assert_cmpint (streek_matrix_get_kind (matrix, 0, 2), ==, STREEK_MATRIX_MUTED);

  /* the tour of the plan and that of 2024 are one; in 2025 nobody went */
  g_autofree char *met = streek_matrix_describe (matrix, 0, 0);
  g_autofree char *promised = streek_matrix_describe (matrix, 0, 1);

  g_assert_nonnull (strstr (met, "1 action"));
  g_assert_nonnull (strstr (met, "Tour of 2024"));
  g_assert_nonnull (strstr (promised, "Not met: the year is over; Only in the plan"));

  /* of an action of which nobody said how it went, neither is said */
  streek_record_book_set (book, &streek_year_action_kind, done, STREEK_YEAR_ACTION_STATUS, "");

  g_autoptr (StreekRecordView) unsaid = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) unknown = streek_obligation_matrix_new (unsaid, pact, &error);
  g_autofree char *words = streek_matrix_describe (unknown, 0, 0);

  g_assert_no_error (error);
  g_assert_cmpint (streek_matrix_get_kind (unknown, 0, 0), ==, STREEK_MATRIX_UNKNOWN);
  g_assert_nonnull (strstr (words, "Circular; Outcome unknown"));
  g_assert_nonnull (strstr (words, "Tour of 2024"));
  g_assert_nonnull (strstr (streek_matrix_get_description (unknown),
                            "1 cell: Neither met nor a gap: nobody said what came of it."));
}

static gint64
add_frame (StreekRecordBook *book, const char *name, const char *kind, const char *const *parts)
{
  gint64 frame = streek_record_book_add (book, &streek_policy_frame_kind, name), id = 0;

  streek_record_book_set (book, &streek_policy_frame_kind, frame, STREEK_POLICY_FRAME_KIND, kind);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *rank = g_strdup_printf ("%u", i + 1);

      id = streek_record_book_add (book, &streek_frame_item_kind, parts[i]);
      streek_record_book_refer (book, &streek_frame_item_kind, id, STREEK_FRAME_ITEM_FRAME, frame);
      streek_record_book_set (book, &streek_frame_item_kind, id, STREEK_FRAME_ITEM_RANK, rank);
    }

  return id; /* the last part */
}

static gint64
add_item (StreekRecordBook *book, gint64 pact, const char *title, gint64 parent)
{
  gint64 id = streek_record_book_add (book, &streek_plan_item_kind, title);

  streek_record_book_refer (book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_refer (book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PARENT, parent);

  return id;
}

static void
serve (StreekRecordBook *book, gint64 item, gint64 part)
{
  gint64 link = streek_record_book_add (book, &streek_item_frame_kind, NULL);

  streek_record_book_refer (book, &streek_item_frame_kind, link, STREEK_ITEM_FRAME_ITEM, item);
  streek_record_book_refer (book, &streek_item_frame_kind, link, STREEK_ITEM_FRAME_FRAME_ITEM,
                            part);
}

static StreekMatrixKind
get_frame_kind (const StreekMatrix *matrix, gint64 item, gint64 part)
{
  g_autofree char *row = g_strdup_printf ("plan_item:%" G_GINT64_FORMAT, item);
  g_autofree char *column = g_strdup_printf ("frame_item:%" G_GINT64_FORMAT, part);

  return streek_matrix_get_kind (matrix, (guint) streek_matrix_find_row (matrix, row),
                                 (guint) streek_matrix_find_column (matrix, column));
}

/* The column that nothing serves stays; the code of another plan is in its own table. */
static void
test_frames_and_concordance (void)
{
  static const char *const terrains[] = { "Guidance", "Training", NULL };
  static const char *const codes[] = { "Work", NULL };
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "ROSE");
  gint64 action = add_item (book, pact, "Tour", 0);
  gint64 training = add_frame (book, "WSE", "terrains", terrains);
  gint64 code = add_frame (book, "W13", "plan", codes);

  streek_record_book_set (book, &streek_frame_item_kind, code, STREEK_FRAME_ITEM_CODE, "AP05");
  serve (book, action, training);
  serve (book, action, code);

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) frames = streek_frame_matrix_new (view, pact, 0, &error);
  g_autoptr (StreekMatrix) concordance = streek_concordance_matrix_new (view, pact, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_matrix_get_n_columns (frames), ==, 2);
  g_assert_cmpint (streek_matrix_get_kind (frames, 0, 0), ==, STREEK_MATRIX_EMPTY);
  g_assert_cmpint (streek_matrix_get_kind (frames, 0, 1), ==, STREEK_MATRIX_ORDINARY);
  g_assert_cmpuint (streek_matrix_get_n_columns (concordance), ==, 1);

  g_autofree char *said = streek_matrix_describe (concordance, 0, 0);

  g_assert_nonnull (strstr (said, "AP05"));
}

static void
name_instrument (StreekRecordBook *book, gint64 item, const char *instrument)
{
  const StreekRecordKind *kind = &streek_item_instrument_kind;
  gint64 link = streek_record_book_add (book, kind, NULL);

  streek_record_book_refer (book, kind, link, STREEK_ITEM_INSTRUMENT_ITEM, item);
  streek_record_book_set (book, kind, link, STREEK_ITEM_INSTRUMENT_INSTRUMENT, instrument);
}

/* By hand: of four actions two have a study, one in each chapter and one of these twice; one has a
 * lottery, which is no word of ours, and stands in no chapter; one has nothing. That a goal names a
 * project counts nowhere. */
static void
test_instruments (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "ROSE");
  gint64 one = add_item (book, pact, "One", 0), two = add_item (book, pact, "Two", 0);
  gint64 tour = add_item (book, pact, "Tour", one), survey = add_item (book, pact, "Survey", two);
  gint64 raffle = add_item (book, pact, "Raffle", 0);

  add_item (book, pact, "Idle", two);
  name_instrument (book, tour, "studie");
  name_instrument (book, tour, "studie");
  name_instrument (book, survey, "studie");
  name_instrument (book, raffle, "Lottery");
  name_instrument (book, two, "project");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) matrix = streek_instrument_matrix_new (view, pact, &error);

  g_assert_no_error (error);

  g_autofree char *csv =
    streek_table_to_csv (streek_matrix_get_table (matrix), streek_format_get ("en"));

  g_test_message ("%s", csv);
  g_assert_true (g_str_has_prefix (csv, "Instrument,"));
  g_assert_cmpuint (streek_matrix_get_n_columns (matrix), ==, 3);
  g_assert_cmpstr (streek_matrix_get_row_id (matrix, 0), ==, "studie");
  g_assert_cmpstr (streek_matrix_get_row_id (matrix, 1), ==, "Lottery");
  g_assert_cmpint (streek_matrix_find_row (matrix, "project"), >, 1);
  g_assert_false (
    streek_matrix_has_cells (matrix, (guint) streek_matrix_find_row (matrix, "project")));
  g_assert_cmpstr (streek_matrix_get_notes (matrix)[0], ==,
                   "An action counts with each instrument that it names; 1 of the 4 names none.");
  g_assert_cmpstr (streek_matrix_get_notes (matrix)[1], ==,
                   "1 goal names instruments too, and is no action: it is not counted.");

  g_autofree char *said = streek_matrix_describe (matrix, 0, 0);

  g_assert_nonnull (strstr (said, "Study, "));
}

/* By hand: the goal serves work, so does its action, which serves skills itself; the action of the
 * other goal that also stands under this one serves work too; of three actions one serves nothing.
 */
static void
test_frames_through_goals (void)
{
  static const char *const goals[] = { "Work", NULL };
  static const char *const terrains[] = { "Skills", NULL };
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "ROSE");
  gint64 work = add_frame (book, "Objectives", "objectives", goals);
  gint64 skills = add_frame (book, "Terrains", "terrains", terrains);
  gint64 goal = add_item (book, pact, "Groups", 0), other = add_item (book, pact, "Other", 0);
  gint64 young = add_item (book, pact, "The young", goal);
  gint64 under_both = add_item (book, pact, "Mobility", other);
  gint64 alone = add_item (book, pact, "Alone", other);
  gint64 pillar = streek_record_book_add (book, &streek_item_pillar_kind, NULL);

  streek_record_book_refer (book, &streek_item_pillar_kind, pillar, STREEK_ITEM_PILLAR_ITEM,
                            under_both);
  streek_record_book_refer (book, &streek_item_pillar_kind, pillar, STREEK_ITEM_PILLAR_PILLAR,
                            goal);
  serve (book, goal, work);
  serve (book, young, skills);

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) matrix = streek_frame_matrix_new (view, pact, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpint (get_frame_kind (matrix, goal, work), ==, STREEK_MATRIX_ORDINARY);
  g_assert_cmpint (get_frame_kind (matrix, young, skills), ==, STREEK_MATRIX_ORDINARY);
  g_assert_cmpint (get_frame_kind (matrix, young, work), ==, STREEK_MATRIX_INHERITED);
  g_assert_cmpint (get_frame_kind (matrix, under_both, work), ==, STREEK_MATRIX_INHERITED);
  g_assert_cmpint (get_frame_kind (matrix, other, work), ==, STREEK_MATRIX_EMPTY);
  g_assert_cmpint (get_frame_kind (matrix, alone, work), ==, STREEK_MATRIX_EMPTY);
  g_assert_cmpstr (streek_matrix_get_notes (matrix)[0], ==, "1 action serves none of these.");
}

static void
test_partners (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 town = streek_record_book_add (book, &streek_organisation_kind, "Stad A");
  gint64 projects[] = { streek_record_book_add (book, &streek_project_kind, "Noise"),
                        streek_record_book_add (book, &streek_project_kind, "Alone") };
  gint64 partner = streek_record_book_add (book, &streek_project_partner_kind, NULL);
  const StreekRecordKind *kind = &streek_project_partner_kind;

  streek_record_book_add (book, &streek_organisation_kind, "Takes no part");
  streek_record_book_refer (book, kind, partner, STREEK_PROJECT_PARTNER_PROJECT, projects[0]);
  streek_record_book_refer (book, kind, partner, STREEK_PROJECT_PARTNER_ORGANISATION, town);
  streek_record_book_set (book, kind, partner, STREEK_PROJECT_PARTNER_ROLE, "promotor");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) matrix =
    streek_partner_matrix_new (view, projects, G_N_ELEMENTS (projects), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_matrix_get_n_rows (matrix), ==, 1);
  g_assert_cmpuint (streek_matrix_get_n_columns (matrix), ==, 2);

  g_autofree char *csv =
    streek_table_to_csv (streek_matrix_get_table (matrix), streek_format_get ("en"));

  g_assert_nonnull (strstr (csv, "Stad A,Promoter,,1\n"));
}

/* Chapters in their order, what carries out nothing of a plan last. */
static void
test_year_through_time (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  gint64 chapter = streek_record_book_add (book, &streek_plan_item_kind, "Chapter");
  gint64 item = streek_record_book_add (book, &streek_plan_item_kind, "Action");
  gint64 programme = streek_record_book_add (book, &streek_year_programme_kind, "2027");
  gint64 loose = streek_record_book_add (book, &streek_year_action_kind, "Loose");
  gint64 carrying = streek_record_book_add (book, &streek_year_action_kind, "Carrying");
  gint64 link = streek_record_book_add (book, &streek_year_action_item_kind, NULL);
  const StreekRecordKind *kind = &streek_year_action_kind;

  streek_record_book_refer (book, &streek_plan_item_kind, chapter, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_refer (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_refer (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_PARENT, chapter);
  streek_record_book_refer (book, kind, loose, STREEK_YEAR_ACTION_PROGRAMME, programme);
  streek_record_book_set (book, kind, loose, STREEK_YEAR_ACTION_RANK, "1");
  streek_record_book_refer (book, kind, carrying, STREEK_YEAR_ACTION_PROGRAMME, programme);
  streek_record_book_set (book, kind, carrying, STREEK_YEAR_ACTION_RANK, "2");
  streek_record_book_set (book, kind, carrying, STREEK_YEAR_ACTION_STARTS, "2027-Q1");
  streek_record_book_set (book, kind, carrying, STREEK_YEAR_ACTION_ENDS, "2027-Q2");
  streek_record_book_refer (book, &streek_year_action_item_kind, link,
                            STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, carrying);
  streek_record_book_refer (book, &streek_year_action_item_kind, link, STREEK_YEAR_ACTION_ITEM_ITEM,
                            item);

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekTimeline) timeline = streek_year_timeline_new (view, programme, &error);
  g_autoptr (StreekTimeline) nothing = streek_year_timeline_new (view, 1, NULL);
  g_autofree char *chapter_id = g_strdup_printf ("plan_item:%" G_GINT64_FORMAT, chapter);
  g_autofree char *loose_id = g_strdup_printf ("year_action:%" G_GINT64_FORMAT, loose);

  g_assert_no_error (error);
  g_assert_null (nothing);
  g_assert_cmpuint (streek_timeline_get_n_rows (timeline), ==, 4);
  g_assert_cmpint (streek_timeline_find_row (timeline, chapter_id), ==, 0);
  g_assert_cmpint (streek_timeline_find_row (timeline, "ad-hoc"), ==, 2);
  g_assert_cmpint (streek_timeline_find_row (timeline, loose_id), ==, 3);
  g_assert_cmpuint (streek_timeline_count_untimed (timeline), ==, 1);
}

/* What is handed out says of which area, period and day it is. */
static void
test_context (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  gint64 bare = streek_record_book_add (book, &streek_pact_kind, "Bare");
  gint64 body = streek_record_book_add (book, &streek_body_kind, "RESOC A");
  gint64 programme = streek_record_book_add (book, &streek_year_programme_kind, "Year");

  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_AREA, "RESOC:A");
  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_STARTS, "2020");
  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_ENDS, "2025");
  streek_record_book_refer (book, &streek_year_programme_kind, programme,
                            STREEK_YEAR_PROGRAMME_BODY, body);
  streek_record_book_set (book, &streek_year_programme_kind, programme, STREEK_YEAR_PROGRAMME_YEAR,
                          "2024");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  const struct
  {
    const StreekRecordKind *kind;
    gint64 id;
    const char *context;
  } cases[] = {
    /* an area that the file does not know is said by its key */
    { &streek_pact_kind, pact, "RESOC:A · 2020 – 2025 · as known on 15 May 2026" },
    { &streek_pact_kind, bare, "As known on 15 May 2026" },
    { &streek_year_programme_kind, programme, "RESOC A · 2024 · as known on 15 May 2026" },
    { NULL, 0, "As known on 15 May 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *context = streek_plan_dup_context (view, cases[i].kind, cases[i].id);

      g_assert_cmpstr (context, ==, cases[i].context);
    }
}

/* A card under its own heading, with what is behind it. */
static void
test_swot (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  static const char *const quadrants[] = { "threat", "strength", "threat" };

  for (guint i = 0; i < G_N_ELEMENTS (quadrants); i++)
    {
      gint64 line = streek_record_book_add (book, &streek_swot_kind, "Ageing");

      streek_record_book_refer (book, &streek_swot_kind, line, STREEK_SWOT_PACT, pact);
      streek_record_book_set (book, &streek_swot_kind, line, STREEK_SWOT_QUADRANT, quadrants[i]);
    }

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) matrix = streek_swot_board_new (view, pact, &error);
  int threats = streek_matrix_find_column (matrix, "threat");
  int strengths = streek_matrix_find_column (matrix, "strength");

  g_assert_no_error (error);
  g_assert_cmpuint (streek_matrix_get_n_columns (matrix), ==, 4);
  g_assert_cmpuint (streek_matrix_get_n_rows (matrix), ==, 2);
  g_assert_nonnull (streek_matrix_get_cell_id (matrix, 1, (guint) threats));
  g_assert_null (streek_matrix_get_cell_id (matrix, 1, (guint) strengths));
}

static void
add_score (StreekRecordBook *book, gint64 item, gint64 criterion, const char *score)
{
  gint64 id = streek_record_book_add (book, &streek_score_kind, NULL);

  streek_record_book_refer (book, &streek_score_kind, id, STREEK_SCORE_ITEM, item);
  streek_record_book_refer (book, &streek_score_kind, id, STREEK_SCORE_CRITERION, criterion);
  streek_record_book_set (book, &streek_score_kind, id, STREEK_SCORE_SCORE, score);
}

/* By hand: (3 × 4 + 1 × 2) / 4 = 3.5 beats (3 × 3 + 1 × 3) / 4 = 3; a 5 on one of two comes after
 * both, and what nobody scored last. */
static void
test_scores (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  gint64 heavy = streek_record_book_add (book, &streek_criterion_kind, "Reach");
  gint64 light = streek_record_book_add (book, &streek_criterion_kind, "Cost");
  static const char *const names[] = { "Nobody", "Half", "Even", "Best" };
  gint64 items[4];

  streek_record_book_refer (book, &streek_criterion_kind, heavy, STREEK_CRITERION_PACT, pact);
  streek_record_book_set (book, &streek_criterion_kind, heavy, STREEK_CRITERION_WEIGHT, "3");
  streek_record_book_refer (book, &streek_criterion_kind, light, STREEK_CRITERION_PACT, pact);

  for (guint i = 0; i < 4; i++)
    {
      items[i] = streek_record_book_add (book, &streek_plan_item_kind, names[i]);
      streek_record_book_refer (book, &streek_plan_item_kind, items[i], STREEK_PLAN_ITEM_PACT,
                                pact);
    }

  add_score (book, items[1], light, "5");
  add_score (book, items[2], heavy, "3");
  add_score (book, items[2], light, "3");
  add_score (book, items[3], heavy, "4");
  add_score (book, items[3], light, "2");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) matrix = streek_score_matrix_new (view, pact, &error);
  g_autofree char *csv =
    streek_table_to_csv (streek_matrix_get_table (matrix), streek_format_get ("en"));

  g_assert_no_error (error);

  const char *best = strstr (csv, "\nBest,"), *even = strstr (csv, "\nEven,");
  const char *half = strstr (csv, "\nHalf,"), *nobody = strstr (csv, "\nNobody,");

  g_assert_true (best != NULL && best < even && even < half && half < nobody);
  g_assert_nonnull (strstr (csv, ",3.5\n"));
  g_assert_nonnull (strstr (csv, "5.0 (1 of 2)"));
}

/* A went on as B; C stands under B, and D and E under each other, which hides neither. */
static void
test_bodies (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  const StreekRecordKind *kind = &streek_body_kind;
  gint64 a = streek_record_book_add (book, kind, "A"), b = streek_record_book_add (book, kind, "B");
  gint64 c = streek_record_book_add (book, kind, "C"), d = streek_record_book_add (book, kind, "D");
  gint64 e = streek_record_book_add (book, kind, "E");

  streek_record_book_refer (book, kind, a, STREEK_BODY_SUCCESSOR, b);
  streek_record_book_refer (book, kind, c, STREEK_BODY_PARENT, b);
  streek_record_book_refer (book, kind, d, STREEK_BODY_PARENT, e);
  streek_record_book_refer (book, kind, e, STREEK_BODY_PARENT, d);

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) matrix = streek_body_matrix_new (view, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_matrix_get_n_rows (matrix), ==, 5);
  assert_row (matrix, 0, "body", a);
  assert_row (matrix, 1, "body", b);
  assert_row (matrix, 2, "body", c);
  assert_row (matrix, 3, "body", d);
  assert_row (matrix, 4, "body", e);

  g_autofree char *before =
    streek_matrix_describe (matrix, 1, streek_matrix_find_column (matrix, "predecessors"));
  g_autofree char *after =
    streek_matrix_describe (matrix, 0, streek_matrix_find_column (matrix, "successor"));

  g_assert_cmpstr (before, ==, "B, Went on from: A");
  g_assert_cmpstr (after, ==, "A, Went on as: B");
}

/* Both texts stand there whole; what was struck and what came is said too, and marked by lines: one
 * through "fourth", one under "first", one under "2026". */
static void
test_adjustments_mark_words (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  gint64 id = add_adjustment (book, "In the first quarter of 2026", "2025-03-01",
                              STREEK_ADJUSTMENT_PACT, pact);

  streek_record_book_set (book, &streek_adjustment_kind, id, STREEK_ADJUSTMENT_OLD_TEXT,
                          "In the fourth quarter");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) matrix = streek_adjustment_matrix_new (view, pact, &error);

  g_assert_no_error (error);

  int before = streek_matrix_find_column (matrix, "old_text");
  int after = streek_matrix_find_column (matrix, "new_text");
  g_autofree char *old = streek_matrix_describe (matrix, 1, before);
  g_autofree char *new = streek_matrix_describe (matrix, 1, after);
  g_autofree char *csv = streek_table_to_csv (streek_matrix_get_table (matrix), NULL);
  const StreekSheet sheet = { .size = { 842, 595 }, .language = "en" };
  g_autoptr (GPtrArray) pages = streek_matrix_layout_pages (matrix, &sheet, TRUE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (old, "In the fourth quarter\nStruck: “fourth”"));
  g_assert_nonnull (strstr (new, "In the first quarter of 2026\nNew: “first”, “of 2026”"));
  g_assert_nonnull (strstr (csv, "In the fourth quarter,In the first quarter of 2026"));
  g_assert_cmpuint (pages->len, ==, 1);

  g_autofree char *text = streek_scene_to_text (pages->pdata[0]);

  g_assert_nonnull (strstr (text, "A line goes through words that were struck"));
}

/* A list of actions without a score is no list: paper says what there is to do. */
static void
test_priorities_without_scores (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "ROSE");
  gint64 criterion = streek_record_book_add (book, &streek_criterion_kind, "Yield");
  const StreekSheet sheet = { .size = { 842, 595 }, .language = "en" };

  for (guint i = 0; i < 100; i++)
    add_item (book, pact, "Tour", 0);
  streek_record_book_refer (book, &streek_criterion_kind, criterion, STREEK_CRITERION_PACT, pact);

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekMatrix) matrix = streek_score_matrix_new (view, pact, &error);
  g_autoptr (GPtrArray) pages = streek_matrix_layout_pages (matrix, &sheet, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 1);

  g_autofree char *text = streek_scene_to_text (pages->pdata[0]);

  g_assert_nonnull (strstr (text, "No action of this plan has a score yet."));
  g_assert_null (strstr (text, "Tour"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/plan-matrices/roles", test_roles);
  g_test_add_func ("/workspace/plan-matrices/adjustments", test_adjustments);
  g_test_add_func ("/workspace/plan-matrices/adjustments/ad-hoc",
                   test_adjustments_of_what_is_ad_hoc);
  g_test_add_func ("/workspace/plan-matrices/adjustments/mark-words", test_adjustments_mark_words);
  g_test_add_func ("/workspace/plan-matrices/priorities/without-scores",
                   test_priorities_without_scores);
  g_test_add_func ("/workspace/plan-matrices/bodies", test_bodies);
  g_test_add_func ("/workspace/plan-matrices/roles-of-actions", test_roles_of_actions);
  g_test_add_func ("/workspace/plan-matrices/weights", test_weights);
  g_test_add_func ("/workspace/plan-matrices/obligations", test_obligations);
  g_test_add_func ("/workspace/plan-matrices/frames-and-concordance", test_frames_and_concordance);
  g_test_add_func ("/workspace/plan-matrices/instruments", test_instruments);
  g_test_add_func ("/workspace/plan-matrices/frames-through-goals", test_frames_through_goals);
  g_test_add_func ("/workspace/plan-matrices/partners", test_partners);
  g_test_add_func ("/workspace/plan-matrices/context", test_context);
  g_test_add_func ("/workspace/plan-matrices/swot", test_swot);
  g_test_add_func ("/workspace/plan-matrices/scores", test_scores);
  g_test_add_func ("/workspace/plan-matrices/year-through-time", test_year_through_time);

  return g_test_run ();
}
