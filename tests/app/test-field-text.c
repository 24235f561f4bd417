/* test-field-text.c: fields as people type them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "record/streek-field-text.h"

#include <locale.h>

static void
test_day_is_read_as_people_write_it (void)
{
  static const struct
  {
    const char *text;
    const char *day; /* NULL: none */
  } cases[] = {
    { "2013-12-31", "2013-12-31" },
    { "31/12/2013", "2013-12-31" },
    { "1.2.2020", "2020-02-01" },
    { "29-2-2024", "2024-02-29" },
    { "29/2/2023", NULL },
    { "32/1/2020", NULL },
    { "1/1/20", NULL },
    { "1/2/2020x", NULL },
    { "2020", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekDate day = STREEK_DATE_NONE;
      gboolean is_day = streek_field_parse_day (cases[i].text, &day);
      g_autofree char *text = is_day ? streek_date_to_string (day) : NULL;

      g_assert_cmpstr (text, ==, cases[i].day);
    }
}

static gboolean
takes (StreekRecordChanges *changes, const StreekRecordKind *kind, guint field, const char *text)
{
  gint64 id = streek_record_changes_add (changes, kind);
  g_autoptr (GError) error = NULL;
  gboolean is_right = streek_field_write_text (changes, kind, id, field, text, &error);

  if (is_right)
    g_assert_no_error (error);
  else
    g_assert_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID);

  return is_right;
}

static void
test_text_of_another_type_is_refused (void)
{
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  const StreekRecordKind *document = &streek_document_kind;
  const StreekRecordKind *organisation = &streek_organisation_kind;

  g_assert_true (takes (changes, document, STREEK_DOCUMENT_YEAR, "2009"));
  g_assert_true (takes (changes, document, STREEK_DOCUMENT_YEAR, "  "));
  g_assert_false (takes (changes, document, STREEK_DOCUMENT_YEAR, "2009,5"));
  g_assert_false (takes (changes, document, STREEK_DOCUMENT_YEAR, "vorig jaar"));
  g_assert_true (takes (changes, organisation, STREEK_ORGANISATION_VALID_FROM, "1/1/2004"));
  g_assert_false (takes (changes, organisation, STREEK_ORGANISATION_VALID_FROM, "2004"));
}

static void
test_what_was_understood_is_said (void)
{
  const StreekRecordField *from = &streek_organisation_kind.fields[STREEK_ORGANISATION_VALID_FROM];
  const StreekRecordField *name = &streek_organisation_kind.fields[STREEK_ORGANISATION_NAME];
  g_autofree char *day = streek_field_dup_understood (from, "31/12/2013");
  g_autofree char *nothing = streek_field_dup_understood (from, "morgen");
  g_autofree char *text = streek_field_dup_understood (name, "31/12/2013");

  g_assert_cmpstr (day, ==, "31 December 2013");
  g_assert_null (nothing);
  g_assert_null (text);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/field-text/day-is-read-as-people-write-it",
                   test_day_is_read_as_people_write_it);
  g_test_add_func ("/app/field-text/text-of-another-type-is-refused",
                   test_text_of_another_type_is_refused);
  g_test_add_func ("/app/field-text/what-was-understood-is-said", test_what_was_understood_is_said);

  return g_test_run ();
}
