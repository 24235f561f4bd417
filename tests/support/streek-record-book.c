/* streek-record-book.c: records written down in a test, as a snapshot */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-record-book.h"

#include "base/streek-number.h"
#include "streek-letters-db.h"
#include "workspace/streek-kinds.h"

StreekRecordBook *
streek_record_book_new (void)
{
  static const char *const rows[] = { "ABC" };
  StreekRecordBook *book = g_new0 (StreekRecordBook, 1);
  g_autoptr (GError) error = NULL;

  streek_workspace_register_kinds ();
  book->db = streek_letters_new_db (rows, G_N_ELEMENTS (rows));
  book->empty = streek_records_load (book->db, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  book->changes = streek_record_changes_new ();

  return book;
}

void
streek_record_book_free (StreekRecordBook *book)
{
  streek_records_unref (book->empty);
  streek_record_changes_free (book->changes);
  streek_db_close (book->db);
  g_free (book);
}

gint64
streek_record_book_add (StreekRecordBook *book, const StreekRecordKind *kind, const char *title)
{
  gint64 id = streek_record_changes_add (book->changes, kind);

  if (title != NULL)
    streek_record_changes_set_text (book->changes, kind, id, kind->title, title);

  return id;
}

static StreekPeriod
parse_period (const char *value)
{
  g_autoptr (GError) error = NULL;
  StreekPeriod period;

  streek_period_parse (value, &period, &error);
  g_assert_no_error (error);

  return period;
}

static double
parse_number (const char *value)
{
  double number;

  g_assert_true (streek_number_parse (value, &number));

  return number;
}

void
streek_record_book_set (
  StreekRecordBook *book, const StreekRecordKind *kind, gint64 id, guint field, const char *value)
{
  StreekRecordChanges *changes = book->changes;

  switch (kind->fields[field].type)
    {
    case STREEK_RECORD_NUMBER:
      streek_record_changes_set_number (changes, kind, id, field, parse_number (value));
      break;
    case STREEK_RECORD_INTEGER:
      streek_record_changes_set_integer (changes, kind, id, field, (gint64) parse_number (value));
      break;
    case STREEK_RECORD_FLAG:
      streek_record_changes_set_flag (changes, kind, id, field, g_str_equal (value, "1"));
      break;
    case STREEK_RECORD_DAY:
      streek_record_changes_set_day (changes, kind, id, field,
                                     streek_period_get_first_day (parse_period (value)));
      break;
    case STREEK_RECORD_PERIOD:
      streek_record_changes_set_period (changes, kind, id, field, parse_period (value));
      break;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
      streek_record_changes_set_text (changes, kind, id, field, value);
      break;
    case STREEK_RECORD_REFERENCE:
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
    default:
      g_assert_not_reached ();
    }
}

void
streek_record_book_refer (
  StreekRecordBook *book, const StreekRecordKind *kind, gint64 id, guint field, gint64 target)
{
  streek_record_changes_set_reference (book->changes, kind, id, field, target);
}

StreekRecords *
streek_record_book_read (StreekRecordBook *book)
{
  return streek_record_changes_preview (book->changes, book->empty);
}

StreekRecordView *
streek_record_book_view (StreekRecordBook *book, const char *today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecords) records = streek_record_book_read (book);
  g_autoptr (StreekAreas) areas = streek_areas_load_without_meshes (book->db, &error);
  g_autoptr (StreekCatalogue) catalogue = streek_catalogue_load (book->db, &error);

  g_assert_no_error (error);

  return streek_record_view_new (records, areas, catalogue,
                                 streek_period_get_first_day (parse_period (today)),
                                 streek_format_get ("en"));
}
