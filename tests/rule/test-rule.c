/* test-rule.c: rules that look, what they found, and acceptances that lapse */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/streek-check-list.h"
#include "store/streek-schema.h"

/* What the rules below find, set by each test. */
static double counted;
static gboolean fails;
static gboolean notes;
static guint n_looks;

static gboolean
look_first (StreekRuleRun *run, GError **error)
{
  n_looks++;
  streek_rule_run_keep (run, "test/kept", g_strdup ("for later"), g_free);

  return TRUE;
}

static gboolean
look_for_count (StreekRuleRun *run, GError **error)
{
  g_assert_cmpstr (streek_rule_run_get_kept (run, "test/kept"), ==, "for later");
  g_assert_null (streek_rule_run_get_kept (run, "test/other"));

  if (counted == 0)
    return TRUE;

  StreekTable *figures = streek_table_new ();

  streek_table_add_column (figures, "n", "Number", STREEK_COLUMN_NUMBER, NULL, 0);
  streek_table_set_number (figures, streek_table_add_row (figures), 0, counted,
                           STREEK_STATUS_FINAL);
  streek_rule_run_report (run, "b", "indicator:b", "Too many.", figures);
  streek_rule_run_report (run, "a", NULL, "Too many.", NULL);

  return TRUE;
}

static gboolean
look_and_fail (StreekRuleRun *run, GError **error)
{
  if (fails)
    g_set_error_literal (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_DAMAGED, "Unreadable.");

  return !fails;
}

static gboolean
look_and_note (StreekRuleRun *run, GError **error)
{
  if (notes)
    streek_rule_run_report (run, "n", NULL, "Good to know.", NULL);

  return TRUE;
}

static const StreekRule rules[] = {
  { "test/first", STREEK_SEVERITY_NOTE, "First", "First", look_first },
  { "test/count", STREEK_SEVERITY_WARNING, "Count", "Count", look_for_count },
  { "test/fails", STREEK_SEVERITY_WARNING, "Fails", "Fails", look_and_fail },
  { "test/note", STREEK_SEVERITY_NOTE, "Note", "Note", look_and_note },
};

static StreekDb *
new_db (void)
{
  g_autoptr (GError) error = NULL;
  StreekDb *db = streek_db_open_memory (&error);
  const StreekSchema *schema = streek_schema_get_default ();

  g_assert_no_error (error);
  streek_schema_migrate (schema, db, 0, streek_schema_get_version (schema), &error);
  g_assert_no_error (error);

  return db;
}

static StreekCheckList *
check (StreekDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = streek_rules_run (db, 1, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  g_autoptr (GPtrArray) acceptances = streek_acceptances_list (db, &error);

  g_assert_no_error (error);

  return streek_check_list_new (findings, acceptances, 0);
}

static const StreekCheckEntry *
find_entry (const StreekCheckList *list, const char *key)
{
  for (guint i = 0; i < streek_check_list_get_n_entries (list); i++)
    if (g_str_equal (streek_check_list_get_entry (list, i)->finding->key, key))
      return streek_check_list_get_entry (list, i);

  g_assert_not_reached ();
}

static void
accept (StreekDb *db, const StreekCheckEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fingerprint = streek_finding_dup_fingerprint (entry->finding);
  StreekAcceptance acceptance = {
    (char *) entry->rule->id, entry->finding->key, (char *) "Known", (char *) "Ann", 12, fingerprint
  };

  streek_acceptance_write (db, &acceptance, &error);
  g_assert_no_error (error);
}

static void
test_rules_look_in_order (void)
{
  g_autoptr (StreekDb) db = new_db ();

  counted = 3;
  fails = FALSE;

  g_autoptr (StreekCheckList) list = check (db);

  g_assert_cmpuint (streek_check_list_get_n_entries (list), ==, 2);
  g_assert_cmpuint (streek_check_list_count_open (list), ==, 2);

  const StreekCheckEntry *first = streek_check_list_get_entry (list, 0);
  const StreekCheckEntry *second = streek_check_list_get_entry (list, 1);

  g_assert_cmpstr (first->finding->key, ==, "a");
  g_assert_cmpstr (second->finding->key, ==, "b");
  g_assert_true (second->rule == &rules[1]);
  g_assert_cmpstr (second->finding->place, ==, "indicator:b");
  g_assert_cmpint (second->finding->severity, ==, STREEK_SEVERITY_WARNING);
}

static void
test_registering_twice_is_once (void)
{
  g_autoptr (StreekDb) db = new_db ();

  streek_rules_register (rules, G_N_ELEMENTS (rules));
  n_looks = 0;
  counted = 0;

  g_autoptr (StreekCheckList) list = check (db);

  g_assert_cmpuint (n_looks, ==, 1);
  g_assert_true (streek_rules_find ("test/count") == &rules[1]);
  g_assert_null (streek_rules_find ("test/unheard-of"));
}

static void
test_what_cannot_be_read_is_told (void)
{
  g_autoptr (StreekDb) db = new_db ();

  counted = 1;
  fails = TRUE;

  g_autoptr (StreekCheckList) list = check (db);

  fails = FALSE;
  g_assert_cmpuint (streek_check_list_get_n_entries (list), ==, 3);

  /* the worst first */
  const StreekCheckEntry *entry = streek_check_list_get_entry (list, 0);

  g_assert_cmpstr (entry->rule->id, ==, "rule/not-checked");
  g_assert_cmpstr (entry->finding->key, ==, "test/fails");
  g_assert_cmpint (entry->finding->severity, ==, STREEK_SEVERITY_ERROR);
}

static void
test_cancelling_ends_it (void)
{
  g_autoptr (StreekDb) db = new_db ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (streek_rules_run (db, 1, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
on_progress_cb (double done, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (done, >, *last);
  *last = done;
}

static void
test_progress_ends_at_one (void)
{
  g_autoptr (StreekDb) db = new_db ();
  g_autoptr (GError) error = NULL;
  double last = 0;
  g_autoptr (GPtrArray) findings = streek_rules_run (db, 1, on_progress_cb, &last, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (findings);
  g_assert_cmpfloat (last, ==, 1);
}

/* What can wait is open, and no reason to look. */
static void
test_notes_are_not_urgent (void)
{
  g_autoptr (StreekDb) db = new_db ();

  counted = 3;
  notes = TRUE;

  g_autoptr (StreekCheckList) list = check (db);

  accept (db, find_entry (list, "a"));

  g_autoptr (StreekCheckList) accepted = check (db);

  notes = FALSE;
  g_assert_cmpuint (streek_check_list_count_open (accepted), ==, 2);
  g_assert_cmpuint (streek_check_list_count_urgent (accepted), ==, 1);
}

static void
test_acceptance_lapses_with_its_figures (void)
{
  g_autoptr (StreekDb) db = new_db ();
  g_autoptr (GError) error = NULL;

  counted = 3;

  g_autoptr (StreekCheckList) before = check (db);

  accept (db, find_entry (before, "b"));
  accept (db, find_entry (before, "a"));

  g_autoptr (StreekCheckList) accepted = check (db);

  g_assert_cmpint (find_entry (accepted, "b")->state, ==, STREEK_CHECK_ACCEPTED);
  g_assert_cmpstr (find_entry (accepted, "b")->acceptance->reason, ==, "Known");
  g_assert_cmpstr (find_entry (accepted, "b")->acceptance->accepted_by, ==, "Ann");
  g_assert_cmpint (find_entry (accepted, "b")->acceptance->made_at, ==, 12);
  g_assert_cmpuint (streek_check_list_count_open (accepted), ==, 0);

  counted = 4;

  g_autoptr (StreekCheckList) changed = check (db);

  /* what rests on no figures stays accepted */
  g_assert_cmpint (find_entry (changed, "a")->state, ==, STREEK_CHECK_ACCEPTED);
  g_assert_cmpint (find_entry (changed, "b")->state, ==, STREEK_CHECK_LAPSED);
  g_assert_nonnull (find_entry (changed, "b")->acceptance);
  g_assert_cmpuint (streek_check_list_count_open (changed), ==, 1);

  accept (db, find_entry (changed, "b"));
  streek_acceptance_delete (db, "test/count", "a", &error);
  g_assert_no_error (error);

  g_autoptr (StreekCheckList) again = check (db);

  g_assert_cmpint (find_entry (again, "b")->state, ==, STREEK_CHECK_ACCEPTED);
  g_assert_cmpint (find_entry (again, "a")->state, ==, STREEK_CHECK_OPEN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  streek_rules_register (rules, G_N_ELEMENTS (rules));
  g_test_add_func ("/rule/list/notes-are-not-urgent", test_notes_are_not_urgent);
  g_test_add_func ("/rule/rule/look-in-order", test_rules_look_in_order);
  g_test_add_func ("/rule/rule/registering-twice-is-once", test_registering_twice_is_once);
  g_test_add_func ("/rule/rule/what-cannot-be-read-is-told", test_what_cannot_be_read_is_told);
  g_test_add_func ("/rule/rule/cancelling-ends-it", test_cancelling_ends_it);
  g_test_add_func ("/rule/rule/progress-ends-at-one", test_progress_ends_at_one);
  g_test_add_func ("/rule/rule/acceptance-lapses-with-its-figures",
                   test_acceptance_lapses_with_its_figures);

  return g_test_run ();
}
