/* streek-roster.c: a frozen ordered list of areas, such as "gemeenten of 2019-01-01" */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-roster.h"

#include "indicator/streek-indicator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ID_LENGTH 16

static char *
compute_id (const char *set_code, const char *on, const char *codes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) set_code, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) on, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) codes, -1);

  return g_strndup (g_checksum_get_string (checksum), ID_LENGTH);
}

/**
 * streek_roster_new:
 * @set_code: the area set its codes are of
 * @on: the day whose areas they name
 * @codes: (array zero-terminated): area codes in a fixed order, copied; see
 *   %STREEK_ROSTER_NOT_LOCATED
 *
 * Returns: (transfer full): the roster; the same content gives the same id everywhere
 */
StreekRoster *
streek_roster_new (const char *set_code, StreekDate on, const char *const *codes)
{
  g_return_val_if_fail (set_code != NULL && codes != NULL, NULL);

  StreekRoster *roster = g_new0 (StreekRoster, 1);
  g_autofree char *date = streek_date_to_string (on);
  g_autofree char *joined = g_strjoinv ("\n", (char **) codes);

  roster->id = compute_id (set_code, date, joined);
  roster->set_code = g_strdup (set_code);
  roster->on = on;
  roster->codes = g_strdupv ((char **) codes);
  roster->n = g_strv_length (roster->codes);

  return roster;
}

/**
 * streek_roster_free:
 * @roster: (nullable) (transfer full): a roster
 */
void
streek_roster_free (StreekRoster *roster)
{
  if (roster == NULL)
    return;

  g_free (roster->id);
  g_free (roster->set_code);
  g_strfreev (roster->codes);
  g_free (roster);
}

/**
 * streek_roster_find:
 *
 * Returns: the place of @code, -1 where the roster does not have it
 */
int
streek_roster_find (const StreekRoster *roster, const char *code)
{
  g_return_val_if_fail (roster != NULL && code != NULL, -1);

  for (guint i = 0; i < roster->n; i++)
    if (strcmp (roster->codes[i], code) == 0)
      return (int) i;

  return -1;
}

static StreekRoster *
make_from_row (sqlite3_stmt *stmt, const char *id, GError **error)
{
  StreekDate on;
  g_auto (GStrv) codes = g_strsplit (streek_db_peek_text (stmt, 2), "\n", -1);

  if (!streek_date_parse (streek_db_peek_text (stmt, 1), &on, error))
    return NULL;

  g_autoptr (StreekRoster) roster =
    streek_roster_new (streek_db_peek_text (stmt, 0), on, (const char *const *) codes);

  if (strcmp (roster->id, id) != 0)
    {
      g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_DAMAGED,
                   /* Translators: %s is the id of a list of areas. */
                   _ ("The list of areas %s is damaged: it is not the one that figures were "
                      "written for. Restore the newest backup copy."),
                   id);
      return NULL;
    }

  return g_steal_pointer (&roster);
}

/**
 * streek_roster_read:
 * @id: id of a roster of the reference data or of the workspace's own
 * @error: return location for a #StreekIndicatorError; a roster whose content does not give its id
 *   is %STREEK_INDICATOR_ERROR_DAMAGED
 *
 * Returns: (transfer full): the roster, or %NULL with @error set
 */
StreekRoster *
streek_roster_read (StreekDb *db, const char *id, GError **error)
{
  static const char sql[] = "SELECT set_code, on_date, codes FROM ref_roster WHERE id = ?1 "
                            "UNION ALL "
                            "SELECT set_code, on_date, codes FROM roster WHERE id = ?1";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  streek_db_bind_text (stmt, 1, id);

  switch (streek_db_step (stmt, error))
    {
    case STREEK_STEP_ROW:
      return make_from_row (stmt, id, error);
    case STREEK_STEP_DONE:
      g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_DAMAGED,
                   /* Translators: %s is the id of a list of areas. */
                   _ ("The list of areas %s that figures stand on is not in the file."), id);
      return NULL;
    default:
      return NULL;
    }
}

static gboolean
write_roster (StreekDb *db, const char *sql, const StreekRoster *roster, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autofree char *on = streek_date_to_string (roster->on);
  g_autofree char *codes = g_strjoinv ("\n", roster->codes);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, roster->id);
  streek_db_bind_text (stmt, 2, roster->set_code);
  streek_db_bind_text (stmt, 3, on);
  sqlite3_bind_int64 (stmt, 4, roster->n);
  streek_db_bind_text (stmt, 5, codes);

  return streek_db_finish (stmt, error);
}

/**
 * streek_roster_write_reference:
 *
 * Writes a roster of the reference data; one that is there already stays.
 */
gboolean
streek_roster_write_reference (StreekDb *db, const StreekRoster *roster, GError **error)
{
  return write_roster (db,
                       "INSERT OR IGNORE INTO ref_roster (id, set_code, on_date, n, codes) "
                       "VALUES (?1, ?2, ?3, ?4, ?5)",
                       roster, error);
}

/**
 * streek_roster_write:
 *
 * Writes a roster of the workspace's own, inside a command; one that is there already stays.
 */
gboolean
streek_roster_write (StreekDb *db, const StreekRoster *roster, GError **error)
{
  return write_roster (db,
                       "INSERT OR IGNORE INTO roster (id, set_code, on_date, n, codes) "
                       "VALUES (?1, ?2, ?3, ?4, ?5)",
                       roster, error);
}
