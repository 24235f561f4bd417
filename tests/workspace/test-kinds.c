/* test-kinds.c: every kind of record fits its table, and can be told in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-kinds.h"

#include "record/streek-records.h"
#include "store/streek-schema.h"

#include <string.h>

static StreekDb *
open_db (void)
{
  const StreekSchema *schema = streek_schema_get_default ();
  g_autoptr (GError) error = NULL;
  StreekDb *db = streek_db_open_memory (&error);

  g_assert_no_error (error);
  streek_schema_migrate (schema, db, 0, streek_schema_get_version (schema), &error);
  g_assert_no_error (error);

  return db;
}

static const char *
get_sql_type (StreekRecordType type)
{
  switch (type)
    {
    case STREEK_RECORD_NUMBER:
      return "REAL";
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_REFERENCE:
      return "INTEGER";
    case STREEK_RECORD_BYTES:
      return "BLOB";
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_DAY:
    case STREEK_RECORD_PERIOD:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    case STREEK_RECORD_LIST:
    default:
      return "TEXT";
    }
}

static void
check_column (const StreekRecordKind *kind, guint i, sqlite3_stmt *stmt)
{
  const StreekRecordField *field = &kind->fields[i];
  gboolean required = (field->flags & STREEK_RECORD_REQUIRED) != 0;

  g_test_message ("%s.%s", kind->id, field->id);
  g_assert_cmpstr (streek_db_peek_text (stmt, 0), ==, field->id);
  g_assert_cmpstr (streek_db_peek_text (stmt, 1), ==, get_sql_type (field->type));
  g_assert_cmpint (sqlite3_column_int (stmt, 2), ==, required);
  g_assert_cmpstr (streek_db_peek_text (stmt, 3), ==, /* "" where there is none */
                   field->target != NULL ? field->target->id : "");
}

/* Names, types, what must be filled in and what refers to what. */
static void
test_fields_are_columns (void)
{
  static const char sql[] =
    "SELECT c.name, c.type, c.\"notnull\", f.\"table\" FROM pragma_table_info (?1) AS c"
    " LEFT JOIN pragma_foreign_key_list (?1) AS f ON f.\"from\" = c.name"
    " WHERE c.name <> 'id' ORDER BY c.cid";
  g_autoptr (StreekDb) db = open_db ();

  streek_workspace_register_kinds ();

  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  g_assert_cmpuint (kinds->len, >, 50);

  for (guint i = 0; i < kinds->len; i++)
    {
      const StreekRecordKind *kind = kinds->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, &error);
      guint n = 0;

      g_assert_no_error (error);
      streek_db_bind_text (stmt, 1, kind->id);

      while (streek_db_step (stmt, &error) == STREEK_STEP_ROW)
        {
          g_assert_cmpuint (n, <, kind->n_fields);
          check_column (kind, n++, stmt);
        }

      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, kind->n_fields);
    }
}

/* A word that a file may not hold would be refused only when it is written. */
static void
test_words_are_allowed (void)
{
  g_autoptr (StreekDb) db = open_db ();

  streek_workspace_register_kinds ();

  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const StreekRecordKind *kind = kinds->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (sqlite3_stmt) stmt =
        streek_db_prepare (db, "SELECT sql FROM sqlite_schema WHERE name = ?1", &error);

      streek_db_bind_text (stmt, 1, kind->id);
      g_assert_cmpint (streek_db_step (stmt, &error), ==, STREEK_STEP_ROW);

      for (guint j = 0; j < kind->n_fields; j++)
        {
          const StreekRecordField *field = &kind->fields[j];

          g_assert_true (field->type != STREEK_RECORD_CHOICE || field->words != NULL);

          for (const StreekRecordWord *word = field->words; word != NULL && word->id != NULL;
               word++)
            {
              g_autofree char *quoted = g_strdup_printf ("'%s'", word->id);

              if (!(field->flags & STREEK_RECORD_OPEN))
                g_assert_nonnull (strstr (streek_db_peek_text (stmt, 0), quoted));
            }
        }
    }
}

/* Nothing is part of two things at once that may go without each other being told of it, every
 * title can be made, and at most one field orders. */
static void
test_kinds_are_sound (void)
{
  streek_workspace_register_kinds ();

  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const StreekRecordKind *kind = kinds->pdata[i];
      guint n_ranks = 0;

      g_test_message ("%s", kind->id);
      g_assert_true (streek_record_kinds_find (kind->id) == kind);
      g_assert_cmpuint (kind->title, <, kind->n_fields);
      g_assert_cmpuint (kind->n_fields, <=, 64);
      g_assert_true ((kind->add == NULL) == (kind->remove == NULL));
      g_assert_true ((kind->add == NULL) == (kind->change == NULL));

      for (guint j = 0; j < kind->n_fields; j++)
        {
          const StreekRecordField *field = &kind->fields[j];

          gboolean is_known = field->replaces == NULL;

          for (guint k = 0; k < kind->n_fields; k++)
            is_known = is_known || g_str_equal (kind->fields[k].id, field->replaces);

          g_assert_true (is_known);
          n_ranks += (field->flags & STREEK_RECORD_RANK) != 0;
          g_assert_true ((field->type == STREEK_RECORD_REFERENCE) == (field->target != NULL));
          /* what is made as a whole stays as it was made, its parts too */
          g_assert_true (!kind->is_sealed || (field->flags & STREEK_RECORD_ONCE) != 0);
          g_assert_true ((field->flags & STREEK_RECORD_OWNER) == 0 || !field->target->is_sealed ||
                         kind->is_sealed);
        }

      g_assert_cmpuint (n_ranks, <=, 1);
    }
}

static char *
query_text (StreekDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (streek_db_step (stmt, &error), ==, STREEK_STEP_ROW);

  return streek_db_dup_text (stmt, 0);
}

/* Reports of version 19 are of a plan, without what came late and without targets; no line of them
 * is lost, and each still names its report. */
static void
test_frozen_reports_are_kept (void)
{
  const StreekSchema *schema = streek_schema_get_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekDb) db = streek_db_open_memory (&error);

  g_assert_true (streek_schema_migrate (schema, db, 0, 19, &error));
  g_assert_true (streek_db_execute (
    db,
    "INSERT INTO pact (id, title) VALUES (3, 'Plan');"
    "INSERT INTO progress_report (id, pact, plan_title, starts, ends, version, frozen_on, note)"
    " VALUES (5, 3, 'Plan', '2026-01-01', '2026-02-28', 2, '2026-03-02', 'Sent');"
    "INSERT INTO progress_report_row (id, report, section, subject, title, what, said_on, text,"
    " percent, rank) VALUES"
    " (7, 5, 'item', 'plan_item:9', 'Fair', 'update', '2026-02-03', 'Hall hired', NULL, 1),"
    " (8, 5, 'item', 'plan_item:9', 'Fair', 'state', '2026-02-03', NULL, 40, 2)",
    &error));
  g_assert_no_error (error);
  g_assert_true (streek_schema_migrate (schema, db, 19, 20, &error));
  g_assert_no_error (error);

  g_autofree char *reports = query_text (
    db, "SELECT id || ' ' || pact || ' ' || plan_title || ' ' || starts ||"
        " ' ' || ends || ' ' || version || ' ' || frozen_on || ' ' || note || ' ' ||"
        " coalesce (with_targets, '-') || ' ' || coalesce (body, '-') FROM progress_report");
  g_autofree char *rows = query_text (
    db, "SELECT group_concat (id || ' ' || report || ' ' || section || ' ' || subject ||"
        " ' ' || title || ' ' || what || ' ' || said_on || ' ' || coalesce (text, '-') ||"
        " ' ' || coalesce (percent, '-') || ' ' || rank || ' ' || coalesce (late, '-'),"
        " '|') FROM progress_report_row");
  g_autofree char *broken = query_text (db, "SELECT count(*) FROM pragma_foreign_key_check");

  g_assert_cmpstr (reports, ==, "5 3 Plan 2026-01-01 2026-02-28 2 2026-03-02 Sent - -");
  g_assert_cmpstr (rows, ==,
                   "7 5 item plan_item:9 Fair update 2026-02-03 Hall hired - 1.0 -|"
                   "8 5 item plan_item:9 Fair state 2026-02-03 - 40.0 2.0 -");
  g_assert_cmpstr (broken, ==, "0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/kinds/fields-are-columns", test_fields_are_columns);
  g_test_add_func ("/workspace/kinds/words-are-allowed", test_words_are_allowed);
  g_test_add_func ("/workspace/kinds/are-sound", test_kinds_are_sound);
  g_test_add_func ("/workspace/kinds/frozen-reports-are-kept", test_frozen_reports_are_kept);

  return g_test_run ();
}
