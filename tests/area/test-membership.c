/* test-membership.c: corrections of who belongs where, and checks of the whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "area/streek-areas.h"
#include "area/streek-membership.h"
#include "base/streek-paths.h"
#include "rule/streek-finding.h"
#include "streek-letters-db.h"

#include <string.h>

/* Four municipalities in a row; R divides them in west (A, B) and east (C, D) from 1990 on. */
static const char *const four[] = { "ABCD" };

static StreekDb *
new_db (void)
{
  StreekDb *db = streek_letters_new_db (four, G_N_ELEMENTS (four));

  streek_letters_add_set (db, "land", NULL, FALSE, 1);
  streek_letters_add_area (db, "land", "all", "1983-01-01", NULL);
  streek_letters_add_members (db, "land", "all", "ABCD", "1983-01-01", NULL, TRUE);
  streek_letters_add_set (db, "R", "land:all", FALSE, 10);
  streek_letters_add_area (db, "R", "west", "1990-01-01", NULL);
  streek_letters_add_members (db, "R", "west", "AB", "1990-01-01", NULL, TRUE);
  streek_letters_add_area (db, "R", "east", "1990-01-01", NULL);
  streek_letters_add_members (db, "R", "east", "CD", "1990-01-01", NULL, FALSE);

  return db;
}

static StreekDate
day (const char *text)
{
  StreekDate date = STREEK_DATE_NONE;

  if (text != NULL)
    g_assert_true (streek_date_parse (text, &date, NULL));

  return date;
}

static gboolean
correct (StreekDb *db,
         const char *area,
         const char *member,
         const char *from,
         const char *to,
         gboolean present,
         GError **error)
{
  StreekMembership correction = { (char *) "R",
                                  (char *) area,
                                  (char *) member,
                                  { day (from), to != NULL ? day (to) : STREEK_DATE_OPEN },
                                  present,
                                  (char *) "minutes of the council",
                                  NULL };

  return streek_membership_correct (db, &correction, error);
}

static void
assert_corrected (StreekDb *db,
                  const char *area,
                  const char *member,
                  const char *from,
                  const char *to,
                  gboolean present)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (correct (db, area, member, from, to, present, &error));
  g_assert_no_error (error);
}

static StreekAreas *
load (StreekDb *db)
{
  g_autoptr (GError) error = NULL;
  StreekAreas *areas = streek_areas_load (db, &error);

  g_assert_no_error (error);

  return areas;
}

static void
assert_chain (StreekDb *db, const char *code, const char *expected)
{
  static const char *const certainties[] = { "documented", "inferred", "corrected" };
  g_autoptr (StreekAreas) areas = load (db);
  g_autoptr (GPtrArray) chain = streek_areas_list_chain (areas, "R", code);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < chain->len; i++)
    {
      const StreekArea *area = chain->pdata[i];
      g_autofree char *from = streek_date_to_string (area->valid.from);
      g_autofree char *to = streek_date_to_string (area->valid.to);

      g_string_append_printf (text, "%s..%s ", from, to);

      for (guint j = 0; j < area->units.n; j++)
        g_string_append_c (text, (char) ('A' + area->units.ids[j]));

      g_string_append_printf (text, " %s\n", certainties[area->certainty]);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_correction_splits_the_interval (void)
{
  g_autoptr (StreekDb) db = new_db ();

  assert_corrected (db, "west", "B", "2000-01-01", "2010-01-01", FALSE);
  assert_corrected (db, "east", "B", "2000-01-01", "2010-01-01", TRUE);
  assert_chain (db, "west",
                "1990-01-01..2000-01-01 AB documented\n"
                "2000-01-01..2010-01-01 A corrected\n"
                "2010-01-01.. AB documented\n");
  assert_chain (db, "east",
                "1990-01-01..2000-01-01 CD inferred\n"
                "2000-01-01..2010-01-01 BCD corrected\n"
                "2010-01-01.. CD inferred\n");
}

static void
test_correction_for_ever (void)
{
  g_autoptr (StreekDb) db = new_db ();

  assert_corrected (db, "west", "B", NULL, NULL, FALSE);
  assert_chain (db, "west", "1990-01-01.. A corrected\n");
}

/* Staff who confirm a membership change no border, only how sure it is. */
static void
test_confirmation_changes_certainty (void)
{
  g_autoptr (StreekDb) db = new_db ();

  assert_corrected (db, "east", "C", "1990-01-01", NULL, TRUE);
  assert_chain (db, "east", "1990-01-01.. CD corrected\n");
}

/* Of two that hold on one day, the one that begins later does. */
static void
test_later_correction_wins (void)
{
  g_autoptr (StreekDb) db = new_db ();

  assert_corrected (db, "west", "B", "2000-01-01", NULL, FALSE);
  assert_corrected (db, "west", "B", "2005-01-01", "2006-01-01", TRUE);
  assert_chain (db, "west",
                "1990-01-01..2000-01-01 AB documented\n"
                "2000-01-01..2005-01-01 A corrected\n"
                "2005-01-01..2006-01-01 AB corrected\n"
                "2006-01-01.. A corrected\n");
}

static void
test_same_day_takes_the_place (void)
{
  g_autoptr (StreekDb) db = new_db ();
  g_autoptr (GError) error = NULL;

  assert_corrected (db, "west", "B", "2000-01-01", NULL, FALSE);
  assert_corrected (db, "west", "B", "2000-01-01", "2001-01-01", FALSE);

  g_autoptr (GPtrArray) list = streek_membership_list (db, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);

  const StreekMembership *only = list->pdata[0];

  g_assert_cmpstr (only->member, ==, "B");
  g_assert_cmpint (only->valid.from, ==, day ("2000-01-01"));
  g_assert_cmpint (only->valid.to, ==, day ("2001-01-01"));
  g_assert_false (only->present);
  g_assert_cmpstr (only->source, ==, "minutes of the council");
}

/* What staff recorded stays when the list is replaced by a newer one. */
static void
test_survives_new_reference_data (void)
{
  g_autoptr (StreekDb) db = new_db ();

  assert_corrected (db, "west", "B", NULL, NULL, FALSE);
  streek_letters_execute (db, "DELETE FROM ref_member WHERE set_code = 'R'");
  streek_letters_add_members (db, "R", "west", "ABC", "1990-01-01", NULL, TRUE);
  streek_letters_add_members (db, "R", "east", "D", "1990-01-01", NULL, TRUE);
  assert_chain (db, "west", "1990-01-01.. AC corrected\n");
}

static void
test_refuses_what_cannot_be (void)
{
  const struct
  {
    const char *area, *member, *from, *to;
    int code;
  } cases[] = {
    { "north", "A", NULL, NULL, STREEK_AREA_ERROR_UNKNOWN_AREA },
    { "west", "Z", NULL, NULL, STREEK_AREA_ERROR_UNKNOWN_AREA },
    { "west", "A", "2010-01-01", "2010-01-01", STREEK_AREA_ERROR_BAD_CORRECTION },
    { "west", "A", "2010-01-01", "2009-01-01", STREEK_AREA_ERROR_BAD_CORRECTION },
  };
  g_autoptr (StreekDb) db = new_db ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
        correct (db, cases[i].area, cases[i].member, cases[i].from, cases[i].to, TRUE, &error));
      g_assert_error (error, STREEK_AREA_ERROR, cases[i].code);
    }

  g_autoptr (GError) error = NULL;
  StreekMembership no_source = { (char *) "R", (char *) "west", (char *) "A", { 1, 2 },
                                 TRUE,         (char *) " ",    NULL };
  StreekMembership municipality = { (char *) "gemeente", (char *) "A", (char *) "B", { 1, 2 }, TRUE,
                                    (char *) "me",       NULL };

  g_assert_false (streek_membership_correct (db, &no_source, &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_BAD_CORRECTION);
  g_clear_error (&error);
  g_assert_false (streek_membership_correct (db, &municipality, &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_BAD_CORRECTION);
}

/* "area/partition-gap R", one line per finding. */
static char *
describe_findings (StreekDb *db)
{
  g_autoptr (StreekAreas) areas = load (db);
  g_autoptr (GPtrArray) findings = streek_areas_check (areas);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const StreekFinding *finding = findings->pdata[i];

      g_test_message ("%s", finding->message);
      g_string_append_printf (text, "%s %s %s\n", streek_severity_to_string (finding->severity),
                              finding->id, finding->place);
    }

  return g_string_free (text, FALSE);
}

static void
assert_findings (StreekDb *db, const char *expected)
{
  g_autofree char *findings = describe_findings (db);

  g_assert_cmpstr (findings, ==, expected);
}

static void
test_check_finds_half_a_move (void)
{
  g_autoptr (StreekDb) db = new_db ();

  assert_findings (db, "");
  assert_corrected (db, "west", "B", "2000-01-01", NULL, FALSE);
  assert_findings (db, "warning area/partition-gap R\n");
  assert_corrected (db, "east", "B", "2000-01-01", NULL, TRUE);
  assert_findings (db, "");
  assert_corrected (db, "west", "B", "2000-01-01", NULL, TRUE);
  assert_findings (db, "warning area/partition-double R\n");
}

/* Only a set that says so may cover a place twice. */
static void
test_check_finds_overlap_that_is_not_declared (void)
{
  g_autoptr (StreekDb) db = new_db ();

  streek_letters_add_set (db, "P", NULL, TRUE, 20);
  streek_letters_add_area (db, "P", "one", "1990-01-01", NULL);
  streek_letters_add_members (db, "P", "one", "AB", "1990-01-01", NULL, TRUE);
  streek_letters_add_area (db, "P", "two", "1990-01-01", NULL);
  streek_letters_add_members (db, "P", "two", "BC", "1990-01-01", NULL, TRUE);
  assert_findings (db, "");
  streek_letters_execute (db, "UPDATE ref_area_set SET overlaps = 0 WHERE code = 'P'");
  assert_findings (db, "warning area/partition-double P\n");
}

static void
test_check_finds_what_lies_outside (void)
{
  g_autoptr (StreekDb) db = new_db ();

  streek_letters_execute (db, "DELETE FROM ref_member WHERE set_code = 'land' AND "
                              "member_code = 'D'");
  assert_findings (db, "warning area/partition-outside R\n");
}

static void
test_check_finds_members_that_are_not_there (void)
{
  g_autoptr (StreekDb) db = new_db ();

  streek_letters_add_members (db, "R", "west", "Z", "1990-01-01", NULL, TRUE);
  assert_findings (db, "warning area/unknown-member R:west\n");

  g_autoptr (StreekDb) other = new_db ();

  streek_letters_execute (other, "UPDATE ref_area SET valid_to = '2019-01-01' WHERE code = 'D';"
                                 "UPDATE ref_area_unit SET valid_to = '2019-01-01' "
                                 "WHERE code = 'D'");
  assert_findings (other, "note area/expired-member R:east\n"
                          "note area/expired-member land:all\n");
}

/* From 2016 RESOC Noord-West-Vlaanderen straddles two SERRs: history with an explanation, and the
 * only thing there is to say about the areas as they come with the program. */
static void
test_check_of_shipped_areas (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (streek_paths_get_data_dir (), "template.streek", NULL);
  g_autoptr (StreekDb) db = streek_db_open (path, STREEK_DB_READ_ONLY, &error);

  g_assert_no_error (error);

  g_autoptr (StreekAreas) areas = load (db);
  g_autoptr (GPtrArray) findings = streek_areas_check (areas);
  const StreekFinding *first = findings->len > 0 ? findings->pdata[0] : NULL;

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((StreekFinding *) findings->pdata[i])->message);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (first->severity, ==, STREEK_SEVERITY_NOTE);
  g_assert_cmpstr (first->id, ==, "area/straddles");
  g_assert_cmpstr (first->place, ==, "RESOC:RESOC_NWVL");
  g_assert_nonnull (strstr (first->message, "2016-01-01"));
  g_assert_nonnull (strstr (first->message, "Oostende-Westhoek (Bredene, "));
  g_assert_nonnull (strstr (first->message, "RESOC Brugge en RESOC Oostende"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/area/membership/splits-the-interval", test_correction_splits_the_interval);
  g_test_add_func ("/area/membership/for-ever", test_correction_for_ever);
  g_test_add_func ("/area/membership/confirmation", test_confirmation_changes_certainty);
  g_test_add_func ("/area/membership/later-wins", test_later_correction_wins);
  g_test_add_func ("/area/membership/same-day", test_same_day_takes_the_place);
  g_test_add_func ("/area/membership/survives-new-reference-data",
                   test_survives_new_reference_data);
  g_test_add_func ("/area/membership/refuses-what-cannot-be", test_refuses_what_cannot_be);
  g_test_add_func ("/area/check/half-a-move", test_check_finds_half_a_move);
  g_test_add_func ("/area/check/overlap-not-declared",
                   test_check_finds_overlap_that_is_not_declared);
  g_test_add_func ("/area/check/outside", test_check_finds_what_lies_outside);
  g_test_add_func ("/area/check/members", test_check_finds_members_that_are_not_there);
  g_test_add_func ("/area/check/shipped", test_check_of_shipped_areas);

  return g_test_run ();
}
