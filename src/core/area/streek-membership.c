/* streek-membership.c: what a member of staff knows better about which municipality is where */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-membership.h"

#include "area/streek-areas.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
streek_membership_free (StreekMembership *membership)
{
  if (membership == NULL)
    return;

  g_free (membership->set);
  g_free (membership->area);
  g_free (membership->member);
  g_free (membership->source);
  g_free (membership->note);
  g_free (membership);
}

static gboolean
exists (StreekDb *db,
        const char *sql,
        const char *first,
        const char *second,
        gboolean *found,
        GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, first);
  streek_db_bind_text (stmt, 2, second);

  StreekStep step = streek_db_step (stmt, error);

  *found = step == STREEK_STEP_ROW;

  return step != STREEK_STEP_ERROR;
}

static gboolean
check_area (StreekDb *db, const StreekMembership *correction, GError **error)
{
  gboolean found;

  if (!exists (db, "SELECT 1 FROM ref_area WHERE set_code = ?1 AND code = ?2", correction->set,
               correction->area, &found, error))
    return FALSE;

  if (!found)
    g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_AREA,
                 /* Translators: the code of a set and a code that is not in it. */
                 _ ("The set “%1$s” has no area “%2$s”."), correction->set, correction->area);

  return found;
}

/* A municipality is what areas are made of: it has units, and no members to correct. */
static gboolean
check_composed (StreekDb *db, const StreekMembership *correction, GError **error)
{
  gboolean found;

  if (!exists (db, "SELECT 1 FROM ref_area_unit WHERE set_code = ?1 AND code = ?2 LIMIT 1",
               correction->set, correction->area, &found, error))
    return FALSE;

  if (found)
    g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_BAD_CORRECTION,
                 /* Translators: %s is the code of a municipality. */
                 _ ("“%s” has no members: other areas are made of it. Correct those instead."),
                 correction->area);

  return !found;
}

static gboolean
check_member (StreekDb *db, const StreekMembership *correction, GError **error)
{
  static const char sql[] =
    "SELECT 1 FROM ref_area_unit u JOIN ref_area_set b ON b.code = u.set_code "
    "JOIN ref_area_set s ON s.mesh = b.mesh WHERE s.code = ?1 AND u.code = ?2 LIMIT 1";
  gboolean found;

  if (!exists (db, sql, correction->set, correction->member, &found, error))
    return FALSE;

  if (!found)
    g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_AREA,
                 /* Translators: %s is a code that someone typed. */
                 _ ("There is no municipality with the code “%s”."), correction->member);

  return found;
}

static gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      return FALSE;

  return TRUE;
}

static gboolean
check_words (const StreekMembership *correction, GError **error)
{
  const char *message = NULL;

  if (correction->valid.from >= correction->valid.to)
    message = _ ("The correction ends before it begins. Change one of the two dates.");
  else if (is_blank (correction->source))
    message = _ ("Give the source of the correction.");

  if (message != NULL)
    g_set_error_literal (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_BAD_CORRECTION, message);

  return message == NULL;
}

static void
bind_date (sqlite3_stmt *stmt, int index, StreekDate date)
{
  g_autofree char *text = streek_date_to_string (date);

  streek_db_bind_text (stmt, index, date != STREEK_DATE_OPEN ? text : NULL);
}

/**
 * streek_membership_correct:
 * @db: the writer's connection, in a command
 * @correction: what is known better; takes the place of one with the same set, area, member and
 *   first day
 * @error: return location for a #StreekAreaError or #StreekStoreError
 *
 * Records that a municipality is, or is not, in an area for some time. The list of the reference
 * data stays as it is, so the correction survives a new version of it. In a set that partitions,
 * moving a municipality takes two: out of one area and into the other; streek_areas_check() finds
 * the half that was forgotten.
 */
gboolean
streek_membership_correct (StreekDb *db, const StreekMembership *correction, GError **error)
{
  static const char sql[] =
    "INSERT INTO membership_correction "
    "(set_code, area_code, member_code, valid_from, valid_to, present, source, note) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
    "ON CONFLICT (set_code, area_code, member_code, valid_from) DO UPDATE SET "
    "valid_to = excluded.valid_to, present = excluded.present, source = excluded.source, "
    "note = excluded.note";

  if (!check_words (correction, error) || !check_area (db, correction, error) ||
      !check_composed (db, correction, error) || !check_member (db, correction, error))
    return FALSE;

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, correction->set);
  streek_db_bind_text (stmt, 2, correction->area);
  streek_db_bind_text (stmt, 3, correction->member);
  bind_date (stmt, 4, MAX (correction->valid.from, STREEK_MEMBERSHIP_FIRST_DAY));
  bind_date (stmt, 5, correction->valid.to);
  sqlite3_bind_int (stmt, 6, correction->present);
  streek_db_bind_text (stmt, 7, correction->source);
  streek_db_bind_text (stmt, 8, correction->note != NULL ? correction->note : "");

  return streek_db_finish (stmt, error);
}

static StreekMembership *
read_membership (sqlite3_stmt *stmt)
{
  StreekMembership *membership = g_new0 (StreekMembership, 1);

  membership->set = streek_db_dup_text (stmt, 0);
  membership->area = streek_db_dup_text (stmt, 1);
  membership->member = streek_db_dup_text (stmt, 2);
  membership->valid.to = STREEK_DATE_OPEN;
  streek_date_parse (streek_db_peek_text (stmt, 3), &membership->valid.from, NULL);

  if (membership->valid.from == STREEK_MEMBERSHIP_FIRST_DAY)
    membership->valid.from = STREEK_DATE_NONE;
  if (sqlite3_column_type (stmt, 4) != SQLITE_NULL)
    streek_date_parse (streek_db_peek_text (stmt, 4), &membership->valid.to, NULL);

  membership->present = sqlite3_column_int (stmt, 5) != 0;
  membership->source = streek_db_dup_text (stmt, 6);
  membership->note = streek_db_dup_text (stmt, 7);

  return membership;
}

/**
 * streek_membership_list:
 *
 * Returns: (transfer full) (element-type StreekMembership): every correction, or %NULL with @error
 *   set
 */
GPtrArray *
streek_membership_list (StreekDb *db, GError **error)
{
  static const char sql[] =
    "SELECT set_code, area_code, member_code, valid_from, valid_to, present, source, note "
    "FROM membership_correction ORDER BY set_code, area_code, member_code, valid_from";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_membership_free);
  StreekStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    g_ptr_array_add (list, read_membership (stmt));

  return step == STREEK_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
