/* streek-site-import.c: a file of places on its way in: read, checked and compared, then written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-site-import.h"

#include "exchange/streek-period-words.h"
#include "geo/streek-coordinates.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Nearer than any source is exact: the same spot. */
#define SAME_POINT_M 1.0
/* Characters: longer texts are remarks. */
#define MAX_NAME_LENGTH 60

static const struct
{
  const char *id;
  const char *label;
} states[] = {
  [STREEK_SITE_ROW_NEW] = { "new", NC_ ("row of places", "New place") },
  [STREEK_SITE_ROW_CHANGED] = { "changed", NC_ ("row of places", "Place that changes") },
  [STREEK_SITE_ROW_BLANK] = { "blank", NC_ ("row of places", "Blank line") },
  [STREEK_SITE_ROW_TITLE] = { "title", NC_ ("row of places", "Title above the header") },
  [STREEK_SITE_ROW_HEADER] = { "header", NC_ ("row of places", "Header") },
  [STREEK_SITE_ROW_FOOTER] = { "footer",
                               NC_ ("row of places", "Text between or under the places") },
  [STREEK_SITE_ROW_UNCHANGED] = { "unchanged", NC_ ("row of places", "The file has it already") },
  [STREEK_SITE_ROW_DOUBLE] = { "duplicate", NC_ ("row of places", "Says the same as another row") },
  [STREEK_SITE_ROW_NO_POINT] = { "no-point",
                                 NC_ ("row of places",
                                      "No coordinates; no point is made up for a place") },
  [STREEK_SITE_ROW_BAD_POINT] = { "bad-point", NC_ ("row of places", "No coordinates to be read") },
  [STREEK_SITE_ROW_ELSEWHERE] = { "elsewhere", NC_ ("row of places",
                                                    "Coordinates that lie nowhere near Belgium") },
  [STREEK_SITE_ROW_NO_NAME] = { "no-name", NC_ ("row of places", "A place without a name") },
};

gboolean
streek_site_row_state_is_rejected (StreekSiteRowState state)
{
  return state >= STREEK_SITE_ROW_NO_POINT;
}

const char *
streek_site_row_state_get_id (StreekSiteRowState state)
{
  g_return_val_if_fail (state < STREEK_N_SITE_ROW_STATES, "");

  return states[state].id;
}

/**
 * streek_site_row_state_get_label:
 *
 * Returns: what became of a row, or why it was ignored or rejected, translated
 */
const char *
streek_site_row_state_get_label (StreekSiteRowState state)
{
  g_return_val_if_fail (state < STREEK_N_SITE_ROW_STATES, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "row of places", states[state].label);
}

static void
free_change (gpointer data)
{
  StreekSiteChange *change = data;

  streek_site_free (change->site);
  streek_site_free (change->former);
  g_free (change);
}

static void
free_finding (gpointer data)
{
  StreekImportFinding *finding = data;

  g_free (finding->id);
  g_free (finding->sheet);
  g_free (finding->column);
  g_free (finding->text);
  g_free (finding->message);
  g_free (finding);
}

StreekSiteImport *
streek_site_import_ref (StreekSiteImport *import)
{
  g_atomic_ref_count_inc (&import->references);

  return import;
}

void
streek_site_import_unref (StreekSiteImport *import)
{
  if (import == NULL || !g_atomic_ref_count_dec (&import->references))
    return;

  g_free (import->file_name);
  g_ptr_array_unref (import->changes);
  g_ptr_array_unref (import->findings);
  g_array_unref (import->states);
  streek_areas_unref (import->areas);
  g_free (import);
}

/* While a file is read. */
typedef struct
{
  const StreekSiteFile *file;
  StreekSiteImport *import;
  StreekSiteLocator *locator;
  GHashTable *existing; /* key -> GPtrArray of StreekSite */
  GHashTable *keys;     /* key -> how many rows of the file have it */
  GHashTable *seen;     /* key -> GPtrArray of StreekSite that the file has had already */
  guint n_of_system[STREEK_N_SYSTEMS];
} Reading;

/* Once for all that are alike; the sentence is of the first. */
static StreekImportFinding *
find_finding (Reading *self, const char *id)
{
  for (guint i = 0; i < self->import->findings->len; i++)
    {
      StreekImportFinding *finding = self->import->findings->pdata[i];

      if (strcmp (finding->id, id) == 0)
        return finding;
    }

  return NULL;
}

/* @message: (transfer full) */
static void
add_finding (
  Reading *self, StreekImportSeverity severity, const char *id, guint64 line, char *message)
{
  StreekImportFinding *finding = find_finding (self, id);

  if (finding != NULL)
    {
      finding->n++;
      g_free (message);
      return;
    }

  finding = g_new0 (StreekImportFinding, 1);
  finding->severity = severity;
  finding->id = g_strdup (id);
  finding->sheet = g_strdup (self->file->sheet);
  finding->line = line;
  finding->message = message;
  finding->n = 1;
  g_ptr_array_add (self->import->findings, finding);
}

static const char *
get_cell (const StreekSiteFile *file, guint row, StreekSiteRole role)
{
  int column = streek_site_file_find_role (file, role);

  return column >= 0 ? streek_grid_get (file->grid, row, (guint) column) : "";
}

static char *
dup_filled (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

static char *
join_address (const StreekSiteFile *file, guint row)
{
  GString *address = g_string_new (NULL);

  for (guint i = 0; i < file->n_columns; i++)
    {
      const char *text = streek_grid_get (file->grid, row, i);

      if (file->roles[i] == STREEK_SITE_ROLE_ADDRESS && *text != '\0')
        g_string_append_printf (address, "%s%s", address->len > 0 ? " " : "", text);
    }

  return g_string_free (address, address->len == 0);
}

static StreekCoordinatesFault
read_point (const StreekSiteFile *file, guint row, StreekCoordinates *found)
{
  if (streek_site_file_find_role (file, STREEK_SITE_ROLE_POINT) >= 0)
    {
      StreekCoordinatesFault fault =
        streek_coordinates_read_pair (get_cell (file, row, STREEK_SITE_ROLE_POINT), found);

      if (fault != STREEK_COORDINATES_NONE)
        {
          found->is_turned = FALSE; /* in one cell either order is the right one */
          return fault;
        }
    }

  return streek_coordinates_read (get_cell (file, row, STREEK_SITE_ROLE_EAST),
                                  get_cell (file, row, STREEK_SITE_ROLE_NORTH), found);
}

static StreekPeriod
read_date (const StreekSiteFile *file, guint row)
{
  const char *text = get_cell (file, row, STREEK_SITE_ROLE_DATE);
  StreekPeriod period;

  return *text != '\0' && streek_period_words_parse (text, strlen (text), &period)
           ? period
           : (StreekPeriod){ 0 };
}

static double
round_metres (double metres)
{
  return round (metres * 100) / 100;
}

static StreekSite *
read_site (Reading *self, guint row, const StreekCoordinates *point)
{
  const StreekSiteFile *file = self->file;
  const char *kind = get_cell (file, row, STREEK_SITE_ROLE_KIND);
  const char *source = get_cell (file, row, STREEK_SITE_ROLE_SOURCE);
  StreekSite *site = g_new0 (StreekSite, 1);

  site->name = g_strdup (get_cell (file, row, STREEK_SITE_ROLE_NAME));
  site->kind = streek_site_kind_dup_parsed (*kind != '\0'        ? kind
                                            : file->kind != NULL ? file->kind
                                                                 : "");
  site->x = round_metres (point->x);
  site->y = round_metres (point->y);
  site->municipality = dup_filled (get_cell (file, row, STREEK_SITE_ROLE_MUNICIPALITY));
  site->address = join_address (file, row);
  site->source = *source != '\0' ? g_strdup (source) : g_strdup (file->source);
  site->date = read_date (file, row);
  site->note = dup_filled (get_cell (file, row, STREEK_SITE_ROLE_NOTE));

  return site;
}

static void
look_at_place (Reading *self, const StreekSite *site, const StreekArea *area, guint64 line)
{
  if (area == NULL)
    add_finding (self, STREEK_IMPORT_WARNING, "place/outside", line,
                 /* Translators: %s is a place. */
                 g_strdup_printf (_ ("Lies in no municipality: abroad or at sea. The first: %s."),
                                  site->name));

  StreekSiteFit fit =
    streek_site_locator_compare (self->locator, site->municipality, site->x, site->y);

  if (fit == STREEK_SITE_DIFFERS && area != NULL)
    add_finding (self, STREEK_IMPORT_WARNING, "place/other-municipality", line,
                 g_strdup_printf (
                   /* Translators: %1$s is a place, %2$s and %3$s are municipalities. */
                   _ ("Lies elsewhere than the file says. The first: %1$s lies in %2$s, and the "
                      "file says %3$s."),
                   site->name, area->name, site->municipality));
  else if (fit == STREEK_SITE_UNKNOWN)
    add_finding (self, STREEK_IMPORT_WARNING, "place/unknown-municipality", line,
                 /* Translators: %s is a word in a file. */
                 g_strdup_printf (_ ("The file names a municipality that is none. The first: %s."),
                                  site->municipality));
}

static gboolean
are_one_spot (const StreekSite *a, const StreekSite *b)
{
  return hypot (a->x - b->x, a->y - b->y) <= SAME_POINT_M;
}

/* One of the same kind and name at the same spot; else the only one of that kind and name in the
 * same municipality, which has moved. */
static const StreekSite *
find_former (Reading *self, const StreekSite *site, const char *key, const StreekArea *area)
{
  const GPtrArray *same = g_hash_table_lookup (self->existing, key);

  for (guint i = 0; same != NULL && i < same->len; i++)
    if (are_one_spot (site, same->pdata[i]))
      return same->pdata[i];

  if (same == NULL || same->len != 1 ||
      GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, key)) != 1)
    return NULL;

  const StreekSite *only = same->pdata[0];

  return area != NULL && streek_site_locator_find (self->locator, only->x, only->y) == area ? only
                                                                                            : NULL;
}

static gboolean
was_seen (Reading *self, const StreekSite *site, const char *key)
{
  GPtrArray *same = g_hash_table_lookup (self->seen, key);

  for (guint i = 0; same != NULL && i < same->len; i++)
    if (are_one_spot (site, same->pdata[i]))
      return TRUE;

  return FALSE;
}

static void
add_to (GHashTable *by_key, const char *key, gpointer site)
{
  GPtrArray *same = g_hash_table_lookup (by_key, key);

  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (by_key, g_strdup (key), same);
    }

  g_ptr_array_add (same, site);
}

/* What a file says nothing of stays as people have it. */
static void
keep_unsaid (StreekSite *site, const StreekSite *former)
{
  char **now[] = { &site->municipality, &site->address, &site->source, &site->note };
  const char *const then[] = { former->municipality, former->address, former->source,
                               former->note };

  for (guint i = 0; i < G_N_ELEMENTS (now); i++)
    if (*now[i] == NULL)
      *now[i] = g_strdup (then[i]);

  if (site->date.kind == STREEK_PERIOD_NONE)
    site->date = former->date;

  /* a millimetre here or there is the arithmetic, not the place */
  if (are_one_spot (site, former))
    {
      site->x = former->x;
      site->y = former->y;
    }
}

/* @site: (transfer full) */
static StreekSiteRowState
take_site (Reading *self, StreekSite *site, guint64 line)
{
  g_autofree char *key = streek_site_dup_key (site);
  const StreekArea *area = streek_site_locator_find (self->locator, site->x, site->y);
  const StreekSite *former = find_former (self, site, key, area);

  if (was_seen (self, site, key))
    {
      streek_site_free (site);
      return STREEK_SITE_ROW_DOUBLE;
    }

  StreekSiteChange *change = g_new0 (StreekSiteChange, 1);

  *change = (StreekSiteChange){ .site = site, .area = area, .line = line };
  look_at_place (self, site, area, line);

  if (former != NULL)
    {
      keep_unsaid (site, former);
      site->id = former->id;
      change->former = streek_site_copy (former);
    }

  add_to (self->seen, key, site);

  StreekSiteRowState state = former == NULL                     ? STREEK_SITE_ROW_NEW
                             : streek_site_equal (site, former) ? STREEK_SITE_ROW_UNCHANGED
                                                                : STREEK_SITE_ROW_CHANGED;

  g_ptr_array_add (self->import->changes, change);

  return state;
}

/* "Bron: …", or a sentence: the only cell of its row. One name alone is a place without a point,
 * which is not passed over. */
static gboolean
is_footer (const StreekSiteFile *file, guint row, StreekCoordinatesFault fault)
{
  if (fault != STREEK_COORDINATES_NONE || streek_grid_count_filled (file->grid, row) > 1)
    return FALSE;

  for (guint i = 0; i < file->grid->n_columns; i++)
    {
      const char *text = streek_grid_get (file->grid, row, i);

      if (*text != '\0')
        return strchr (text, ':') != NULL || strchr ("*(", *text) != NULL ||
               g_str_has_prefix (text, "©") || g_utf8_strlen (text, -1) > MAX_NAME_LENGTH;
    }

  return TRUE;
}

static StreekSiteRowState
reject_point (Reading *self, StreekCoordinatesFault fault, guint64 line)
{
  StreekSiteRowState state = fault == STREEK_COORDINATES_NONE     ? STREEK_SITE_ROW_NO_POINT
                             : fault == STREEK_COORDINATES_UNREAD ? STREEK_SITE_ROW_BAD_POINT
                                                                  : STREEK_SITE_ROW_ELSEWHERE;

  add_finding (self, STREEK_IMPORT_REJECTED, streek_site_row_state_get_id (state), line,
               g_strdup (streek_site_row_state_get_label (state)));

  return state;
}

static StreekSiteRowState
read_row (Reading *self, guint row)
{
  const StreekSiteFile *file = self->file;
  guint64 line = ((const StreekGridRow *) file->grid->rows->pdata[row])->line;
  StreekCoordinates point;

  if (streek_grid_count_filled (file->grid, row) == 0)
    return STREEK_SITE_ROW_BLANK;
  if (row < file->header_row)
    return STREEK_SITE_ROW_TITLE;
  if (row < file->first_row)
    return STREEK_SITE_ROW_HEADER;

  StreekCoordinatesFault fault = read_point (file, row, &point);

  if (is_footer (file, row, fault))
    return STREEK_SITE_ROW_FOOTER;
  if (fault != STREEK_COORDINATES_OK)
    return reject_point (self, fault, line);

  if (*get_cell (file, row, STREEK_SITE_ROLE_NAME) == '\0')
    {
      add_finding (self, STREEK_IMPORT_REJECTED,
                   streek_site_row_state_get_id (STREEK_SITE_ROW_NO_NAME), line,
                   g_strdup (streek_site_row_state_get_label (STREEK_SITE_ROW_NO_NAME)));
      return STREEK_SITE_ROW_NO_NAME;
    }

  self->n_of_system[point.system]++;
  if (point.is_turned)
    add_finding (self, STREEK_IMPORT_WARNING, "point/turned", line,
                 g_strdup (_ ("North stands where east should be: both were turned about.")));

  return take_site (self, read_site (self, row, &point), line);
}

/* How many rows have the same kind and name: only one that is alone can have moved. */
static void
count_keys (Reading *self)
{
  for (guint row = self->file->first_row; row < self->file->grid->rows->len; row++)
    {
      const StreekCoordinates nowhere = { 0 };
      g_autoptr (StreekSite) site = read_site (self, row, &nowhere);
      char *key = streek_site_dup_key (site);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, key));

      g_hash_table_replace (self->keys, key, GUINT_TO_POINTER (n + 1));
    }
}

static void
tell_systems (Reading *self)
{
  for (StreekSystem system = 0; system < STREEK_N_SYSTEMS; system++)
    if (self->n_of_system[system] > 0)
      {
        g_autofree char *id = g_strconcat ("point/", streek_system_get_id (system), NULL);

        /* Translators: %s is a system of coordinates. */
        add_finding (
          self, STREEK_IMPORT_NOTE, id, 0,
          g_strdup_printf (_ ("Coordinates read as %s."), streek_system_get_label (system)));
        find_finding (self, id)->n = self->n_of_system[system];
      }

  if (streek_site_file_find_role (self->file, STREEK_SITE_ROLE_KIND) < 0 &&
      self->file->kind == NULL && self->import->changes->len > 0)
    add_finding (self, STREEK_IMPORT_NOTE, "place/no-kind", 0,
                 g_strdup (_ ("The file does not say what kind of places these are: they are taken "
                              "as other places.")));
}

/* Rows that say what is here already need not be written. */
static void
drop_unchanged (StreekSiteImport *import)
{
  for (guint i = import->changes->len; i-- > 0;)
    {
      const StreekSiteChange *change = import->changes->pdata[i];

      if (change->former != NULL && streek_site_equal (change->site, change->former))
        g_ptr_array_remove_index (import->changes, i);
    }
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const StreekImportFinding *first = *(const StreekImportFinding *const *) a;
  const StreekImportFinding *second = *(const StreekImportFinding *const *) b;

  if (first->severity != second->severity)
    return (int) second->severity - (int) first->severity;

  return first->line != second->line ? (first->line > second->line) - (first->line < second->line)
                                     : strcmp (first->id, second->id);
}

static void
make_account (StreekSiteImport *import)
{
  for (guint state = 0; state < STREEK_N_SITE_ROW_STATES; state++)
    {
      guint n = import->n_rows[state];

      import->n_read += n;
      if (streek_site_row_state_is_rejected (state))
        import->n_rejected += n;
      else if (state >= STREEK_SITE_ROW_BLANK)
        import->n_ignored += n;
      else
        import->n_taken += n;
    }
}

static StreekSiteImport *
import_new (const StreekSiteFile *file, StreekAreas *areas)
{
  StreekSiteImport *import = g_new0 (StreekSiteImport, 1);

  g_atomic_ref_count_init (&import->references);
  import->areas = streek_areas_ref (areas);
  import->file_name = g_strdup (file->file_name);
  import->changes = g_ptr_array_new_with_free_func (free_change);
  import->findings = g_ptr_array_new_with_free_func (free_finding);
  import->states = g_array_new (FALSE, FALSE, sizeof (guint8));

  return import;
}

static gboolean
read_rows (Reading *reading, GCancellable *cancellable, GError **error)
{
  for (guint row = 0; row < reading->file->grid->rows->len; row++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      guint8 state = (guint8) read_row (reading, row);

      g_array_append_val (reading->import->states, state);
      reading->import->n_rows[state]++;
    }

  return TRUE;
}

/**
 * streek_site_import_read:
 * @existing: (element-type StreekSite): the places of the workspace
 * @areas: with meshes
 * @error: return location for a #StreekActorError
 *
 * Reads every row, checks it and compares it with what is here. A row of the same kind and name at
 * the same spot is the same place; so is the only one of that kind and name in its municipality,
 * which is moved then. What a file says nothing of stays. No row vanishes: read is taken, ignored
 * and rejected together. Writes nothing.
 *
 * Returns: (transfer full): what would change, or %NULL with @error set
 */
StreekSiteImport *
streek_site_import_read (const StreekSiteFile *file,
                         const GPtrArray *existing,
                         StreekAreas *areas,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (file != NULL && existing != NULL && areas != NULL, NULL);

  if (!streek_site_file_check (file, error))
    return NULL;

  g_autoptr (StreekSiteImport) import = import_new (file, areas);
  g_autoptr (StreekSiteLocator) locator = streek_site_locator_new (areas, STREEK_DATE_NONE);
  g_autoptr (GHashTable) by_key =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  Reading reading = { file, import, locator, by_key, keys, seen, { 0 } };

  for (guint i = 0; i < existing->len; i++)
    {
      g_autofree char *key = streek_site_dup_key (existing->pdata[i]);

      add_to (by_key, key, existing->pdata[i]);
    }

  count_keys (&reading);
  if (!read_rows (&reading, cancellable, error))
    return NULL;

  tell_systems (&reading);
  drop_unchanged (import);
  g_ptr_array_sort (import->findings, compare_findings);
  make_account (import);

  return g_steal_pointer (&import);
}

/**
 * streek_site_import_check:
 * @accept_partial: what was rejected may stay behind
 * @error: return location for %STREEK_IMPORT_ERROR_REJECTED
 *
 * Returns: whether it can be written as it is
 */
gboolean
streek_site_import_check (const StreekSiteImport *import, gboolean accept_partial, GError **error)
{
  if (accept_partial || import->n_rejected == 0)
    return TRUE;

  g_set_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_REJECTED,
               ngettext ("%u row was rejected.", "%u rows were rejected.", import->n_rejected),
               import->n_rejected);

  return FALSE;
}

gboolean
streek_site_import_write (StreekDb *db, const StreekSiteImport *import, GError **error)
{
  for (guint i = 0; i < import->changes->len; i++)
    {
      const StreekSiteChange *change = import->changes->pdata[i];

      if (!streek_site_write (db, change->site, error))
        return FALSE;
    }

  return TRUE;
}
