/* streek-site.c: a place with a point: a port, a business park, a regional house */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-site.h"

#include "search/streek-fold.h"
#include "store/streek-store.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_COORDINATE 1e8

G_DEFINE_QUARK (streek_actor_error, streek_actor_error)

/**
 * streek_site_new:
 *
 * Returns: (transfer full): a place without a name, of no kind in particular and nowhere yet
 */
StreekSite *
streek_site_new (void)
{
  StreekSite *site = g_new0 (StreekSite, 1);

  site->name = g_strdup ("");
  site->kind = g_strdup (STREEK_SITE_KIND_OTHER);
  site->x = site->y = NAN;

  return site;
}

/**
 * streek_site_copy:
 *
 * Returns: (transfer full): @site once more, for another thread
 */
StreekSite *
streek_site_copy (const StreekSite *site)
{
  g_return_val_if_fail (site != NULL, NULL);

  StreekSite *copy = g_memdup2 (site, sizeof *site);

  copy->name = g_strdup (site->name);
  copy->kind = g_strdup (site->kind);
  copy->municipality = g_strdup (site->municipality);
  copy->address = g_strdup (site->address);
  copy->source = g_strdup (site->source);
  copy->note = g_strdup (site->note);

  return copy;
}

void
streek_site_free (StreekSite *site)
{
  if (site == NULL)
    return;

  g_free (site->name);
  g_free (site->kind);
  g_free (site->municipality);
  g_free (site->address);
  g_free (site->source);
  g_free (site->note);
  g_free (site);
}

static gboolean
texts_are_equal (const char *a, const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

gboolean
streek_site_equal (const StreekSite *a, const StreekSite *b)
{
  return texts_are_equal (a->name, b->name) && texts_are_equal (a->kind, b->kind) && a->x == b->x &&
         a->y == b->y && texts_are_equal (a->municipality, b->municipality) &&
         texts_are_equal (a->address, b->address) && texts_are_equal (a->source, b->source) &&
         texts_are_equal (a->note, b->note) && streek_period_equal (a->date, b->date);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped == '\0';
}

/**
 * streek_site_check:
 * @error: return location for %STREEK_ACTOR_ERROR_INVALID
 *
 * Returns: whether the place can be written
 */
gboolean
streek_site_check (const StreekSite *site, GError **error)
{
  g_return_val_if_fail (site != NULL, FALSE);

  const char *fault = NULL;

  if (is_blank (site->name))
    fault = _ ("Give the place a name.");
  else if (is_blank (site->kind))
    fault = _ ("Say what kind of place it is.");
  else if (!isfinite (site->x) || !isfinite (site->y) || fabs (site->x) > MAX_COORDINATE ||
           fabs (site->y) > MAX_COORDINATE)
    fault = _ ("Say where the place is: give its coordinates, or point at it on the map.");

  if (fault != NULL)
    g_set_error_literal (error, STREEK_ACTOR_ERROR, STREEK_ACTOR_ERROR_INVALID, fault);

  return fault == NULL;
}

gboolean
streek_site_is_called (const StreekSite *site, const char *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autofree char *asked = streek_fold (trimmed, NULL);
  g_autofree char *own = streek_fold (site->name, NULL);

  return strcmp (asked, own) == 0;
}

/**
 * streek_site_dup_key:
 *
 * Returns: (transfer full): what two places have in common that people would take for one
 */
char *
streek_site_dup_key (const StreekSite *site)
{
  g_return_val_if_fail (site != NULL, NULL);

  g_autofree char *name = streek_fold (site->name, NULL);

  return g_strconcat (site->kind, "\n", name, NULL);
}

static StreekSite *
read_site (sqlite3_stmt *stmt)
{
  StreekSite *site = g_new0 (StreekSite, 1);

  site->id = sqlite3_column_int64 (stmt, 0);
  site->name = streek_db_dup_text (stmt, 1);
  site->kind = streek_db_dup_text (stmt, 2);
  site->x = sqlite3_column_double (stmt, 3);
  site->y = sqlite3_column_double (stmt, 4);
  site->municipality = streek_db_dup_text (stmt, 5);
  site->address = streek_db_dup_text (stmt, 6);
  site->source = streek_db_dup_text (stmt, 7);
  if (!streek_period_parse (streek_db_peek_text (stmt, 8), &site->date, NULL))
    site->date = (StreekPeriod){ 0 };
  site->note = streek_db_dup_text (stmt, 9);

  return site;
}

static int
compare_sites (gconstpointer a, gconstpointer b)
{
  const StreekSite *first = *(const StreekSite *const *) a;
  const StreekSite *second = *(const StreekSite *const *) b;
  int order = streek_site_kind_compare (first->kind, second->kind);

  if (order == 0)
    order = streek_site_words_compare (first->name, second->name);

  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

/**
 * streek_sites_list:
 *
 * Returns: (transfer full) (element-type StreekSite): all places of the file, by kind, name and id
 */
GPtrArray *
streek_sites_list (StreekDb *db, GError **error)
{
  static const char sql[] =
    "SELECT id, name, kind, x, y, municipality, address, source, date, note "
    "FROM place ORDER BY id";

  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autoptr (GPtrArray) sites = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_site_free);
  StreekStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    g_ptr_array_add (sites, read_site (stmt));

  if (step != STREEK_STEP_DONE)
    return NULL;

  g_ptr_array_sort (sites, compare_sites);

  return g_steal_pointer (&sites);
}

/**
 * streek_sites_list_own_kinds:
 * @sites: (element-type StreekSite): in the order of streek_sites_list()
 *
 * Returns: (transfer full) (element-type utf8): kinds that are none of the program's; lent by
 * @sites
 */
GPtrArray *
streek_sites_list_own_kinds (const GPtrArray *sites)
{
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < sites->len; i++)
    {
      const char *kind = ((const StreekSite *) sites->pdata[i])->kind;
      gboolean is_again = own->len > 0 && strcmp (own->pdata[own->len - 1], kind) == 0;

      if (!is_again && !g_strv_contains (streek_site_kinds_get (), kind))
        g_ptr_array_add (own, (gpointer) kind);
    }

  return own;
}

/* A centimetre is less than any source knows, and reads back the same. */
static double
round_metres (double metres)
{
  return round (metres * 100) / 100;
}

/**
 * streek_site_write:
 * @db: the writer's connection, inside a command
 * @site: an id of 0 makes a new one
 * @error: return location for a #StreekActorError or #StreekStoreError
 *
 * The point is kept to a centimetre.
 */
gboolean
streek_site_write (StreekDb *db, const StreekSite *site, GError **error)
{
  static const char sql[] =
    "INSERT INTO place (id, name, kind, x, y, municipality, address, source, date, note) "
    "VALUES (?1, ?2, ?3, ?4, ?5, nullif (?6, ''), nullif (?7, ''), nullif (?8, ''), ?9, "
    "nullif (?10, '')) "
    "ON CONFLICT DO UPDATE SET name = excluded.name, kind = excluded.kind, x = excluded.x, "
    "y = excluded.y, municipality = excluded.municipality, address = excluded.address, "
    "source = excluded.source, date = excluded.date, note = excluded.note";

  g_return_val_if_fail (db != NULL && site != NULL, FALSE);

  if (!streek_site_check (site, error))
    return FALSE;

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autofree char *date =
    site->date.kind != STREEK_PERIOD_NONE ? streek_period_to_string (site->date) : NULL;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, site->id != 0 ? site->id : streek_store_random_id ());
  streek_db_bind_text (stmt, 2, site->name);
  streek_db_bind_text (stmt, 3, site->kind);
  sqlite3_bind_double (stmt, 4, round_metres (site->x));
  sqlite3_bind_double (stmt, 5, round_metres (site->y));
  streek_db_bind_text (stmt, 6, site->municipality);
  streek_db_bind_text (stmt, 7, site->address);
  streek_db_bind_text (stmt, 8, site->source);
  streek_db_bind_text (stmt, 9, date);
  streek_db_bind_text (stmt, 10, site->note);

  return streek_db_finish (stmt, error);
}

/**
 * streek_site_delete:
 *
 * Deletes a place, inside a command. Counts that hang on it keep its name.
 */
gboolean
streek_site_delete (StreekDb *db, gint64 id, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, "DELETE FROM place WHERE id = ?1", error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, id);

  return streek_db_finish (stmt, error);
}
