/* streek-areas.c: every area set of a workspace, through time, as one immutable snapshot */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-areas-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (streek_area_error, streek_area_error)

StreekAreasSet *
streek_areas_find_entry (const StreekAreas *areas, const char *set)
{
  for (guint i = 0; i < areas->sets->len; i++)
    {
      StreekAreasSet *entry = areas->sets->pdata[i];

      if (strcmp (entry->set.code, set) == 0)
        return entry;
    }

  return NULL;
}

const StreekArea *
streek_areas_get_area (const StreekAreas *areas, guint index)
{
  return areas->areas->pdata[index];
}

guint
streek_areas_find_chain (const StreekAreas *areas,
                         const StreekAreasSet *entry,
                         const char *code,
                         guint *first)
{
  guint low = entry->first;
  guint high = entry->first + entry->n;
  guint n = 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (streek_areas_get_area (areas, middle)->code, code) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  *first = low;

  while (low + n < entry->first + entry->n &&
         strcmp (streek_areas_get_area (areas, low + n)->code, code) == 0)
    n++;

  return n;
}

static const StreekAreasMesh *
find_mesh (const StreekAreas *areas, const char *code)
{
  for (guint i = 0; i < areas->meshes->len; i++)
    {
      const StreekAreasMesh *mesh = areas->meshes->pdata[i];

      if (strcmp (mesh->code, code) == 0)
        return mesh;
    }

  return NULL;
}

/**
 * streek_areas_get_mesh:
 * @mesh_code: as a #StreekAreaSet names it
 *
 * Returns: (transfer none) (nullable): the mesh, %NULL where the workspace has no such one, or
 * where the areas were read without meshes
 */
StreekMesh *
streek_areas_get_mesh (const StreekAreas *areas, const char *mesh_code)
{
  const StreekAreasMesh *mesh = find_mesh (areas, mesh_code);

  return mesh != NULL ? mesh->mesh : NULL;
}

/**
 * streek_areas_get_unit_code:
 *
 * Returns: (nullable): the code of a unit in the source of its mesh, "34022"
 */
const char *
streek_areas_get_unit_code (const StreekAreas *areas, const char *mesh, guint unit)
{
  const StreekAreasMesh *found = find_mesh (areas, mesh);

  return found != NULL && unit < found->unit_codes->len ? found->unit_codes->pdata[unit] : NULL;
}

/**
 * streek_areas_get_attribution:
 * @mesh: its code
 *
 * Returns: the lines, with line ends between them; "" for an unknown mesh
 */
const char *
streek_areas_get_attribution (const StreekAreas *areas, const char *mesh)
{
  const StreekAreasMesh *found = find_mesh (areas, mesh);

  return found != NULL ? found->attribution : "";
}

/**
 * streek_areas_list_sets:
 *
 * Returns: (transfer container) (element-type StreekAreaSet): all sets, coarse to fine
 */
GPtrArray *
streek_areas_list_sets (const StreekAreas *areas)
{
  GPtrArray *sets = g_ptr_array_sized_new (areas->sets->len);

  for (guint i = 0; i < areas->sets->len; i++)
    g_ptr_array_add (sets, &((StreekAreasSet *) areas->sets->pdata[i])->set);

  return sets;
}

static StreekAreasSet *
require_set (const StreekAreas *areas, const char *set, GError **error)
{
  StreekAreasSet *entry = streek_areas_find_entry (areas, set);

  if (entry == NULL)
    g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_SET,
                 /* Translators: %s is the code of a way to divide land, such as "RESOC". */
                 _ ("There is no area set “%s” in this file."), set);

  return entry;
}

/**
 * streek_areas_find_set:
 * @set: its code, as written: "RESOC", "gemeente"
 * @error: return location for %STREEK_AREA_ERROR_UNKNOWN_SET
 *
 * Returns: (transfer none): the set, or %NULL with @error set
 */
const StreekAreaSet *
streek_areas_find_set (const StreekAreas *areas, const char *set, GError **error)
{
  StreekAreasSet *entry = require_set (areas, set, error);

  return entry != NULL ? &entry->set : NULL;
}

gboolean
streek_area_is_inside (const StreekArea *inner, const StreekArea *outer)
{
  return strcmp (inner->set->mesh, outer->set->mesh) == 0 &&
         streek_units_is_subset (inner->units, outer->units);
}

gboolean
streek_area_overlaps (const StreekArea *a, const StreekArea *b)
{
  return strcmp (a->set->mesh, b->set->mesh) == 0 && streek_units_overlap (a->units, b->units);
}

/**
 * streek_areas_find:
 *
 * Returns: (transfer none) (nullable): the link of SET:CODE that is valid @on, %NULL where there is
 *   none or the set or code is unknown
 */
const StreekArea *
streek_areas_find (const StreekAreas *areas, const char *set, const char *code, StreekDate on)
{
  const StreekAreasSet *entry = streek_areas_find_entry (areas, set);
  guint first;
  guint n = entry != NULL ? streek_areas_find_chain (areas, entry, code, &first) : 0;

  for (guint i = 0; i < n; i++)
    if (streek_interval_contains (streek_areas_get_area (areas, first + i)->valid, on))
      return streek_areas_get_area (areas, first + i);

  return NULL;
}

/**
 * streek_areas_list_chain:
 *
 * Returns: (transfer container) (element-type StreekArea): every link, oldest first
 */
GPtrArray *
streek_areas_list_chain (const StreekAreas *areas, const char *set, const char *code)
{
  GPtrArray *chain = g_ptr_array_new ();
  const StreekAreasSet *entry = streek_areas_find_entry (areas, set);
  guint first;
  guint n = entry != NULL ? streek_areas_find_chain (areas, entry, code, &first) : 0;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (chain, (gpointer) streek_areas_get_area (areas, first + i));

  return chain;
}

static StreekDate
find_nearest_day (StreekInterval valid, StreekDate on)
{
  if (on < valid.from)
    return valid.from;

  return on < valid.to ? on : valid.to - 1;
}

static gint64
measure_gap (StreekInterval valid, StreekDate on)
{
  return ABS ((gint64) find_nearest_day (valid, on) - on);
}

static const StreekArea *
find_nearest (const StreekAreas *areas, guint first, guint n, StreekDate on)
{
  const StreekArea *nearest = NULL;

  for (guint i = first; i < first + n; i++)
    {
      const StreekArea *area = streek_areas_get_area (areas, i);

      if (nearest == NULL || measure_gap (area->valid, on) < measure_gap (nearest->valid, on))
        nearest = area;
    }

  return nearest;
}

/* Taking the nearest date is a service within the time we know; before that it would be a lie. */
static gboolean
check_date (const StreekAreas *areas, StreekDate on, GError **error)
{
  StreekDate oldest = areas->oldest;

  if (on >= oldest)
    return TRUE;

  if (oldest == STREEK_DATE_OPEN)
    {
      g_set_error_literal (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_NOT_THEN,
                           _ ("The file has no areas yet. Update its reference data."));
      return FALSE;
    }

  g_autofree char *asked = streek_date_to_string (on);
  g_autofree char *known = streek_date_to_string (oldest);

  g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_NOT_THEN,
               /* Translators: two days, as 2019-01-01. */
               _ ("No areas are known on %1$s. Choose a date from %2$s on."), asked, known);

  return FALSE;
}

/**
 * streek_areas_resolve:
 * @on: the date whose areas are meant
 * @used: (out) (optional): @on, or the nearest day on which the code existed
 * @error: return location for a #StreekAreaError: the set or the code is unknown, or @on lies
 * before any area of the workspace
 *
 * Returns: (transfer none): the area, or %NULL with @error set
 */
const StreekArea *
streek_areas_resolve (const StreekAreas *areas,
                      const char *set,
                      const char *code,
                      StreekDate on,
                      StreekDate *used,
                      GError **error)
{
  const StreekAreasSet *entry = require_set (areas, set, error);
  guint first;

  if (entry == NULL)
    return NULL;

  guint n = streek_areas_find_chain (areas, entry, code, &first);

  if (n == 0)
    {
      g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_AREA,
                   /* Translators: the code of a set, "RESOC", and a code that is not in it. */
                   _ ("The set “%1$s” has no area “%2$s”."), set, code);
      return NULL;
    }

  if (!check_date (areas, on, error))
    return NULL;

  const StreekArea *area = find_nearest (areas, first, n, on);

  if (used != NULL)
    *used = find_nearest_day (area->valid, on);

  return area;
}

/**
 * streek_areas_resolve_ref:
 * @ref: "SET:CODE", as "RESOC:RESOC_WESTHOEK"
 * @error: return location for a #StreekAreaError
 *
 * As streek_areas_resolve(), from one text.
 */
const StreekArea *
streek_areas_resolve_ref (
  const StreekAreas *areas, const char *ref, StreekDate on, StreekDate *used, GError **error)
{
  const char *colon = strchr (ref, ':');

  if (colon == NULL || colon == ref || colon[1] == '\0')
    {
      g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_BAD_REF,
                   /* Translators: %s is what was typed. Keep SET:CODE recognisable. */
                   _ ("“%s” does not name an area. Write SET:CODE, such as arrondissement:34000."),
                   ref);
      return NULL;
    }

  g_autofree char *set = g_strndup (ref, (gsize) (colon - ref));

  return streek_areas_resolve (areas, set, colon + 1, on, used, error);
}

/* The day nearest to @on on which the set has any area. */
static StreekDate
find_set_day (const StreekAreas *areas, const StreekAreasSet *entry, StreekDate on)
{
  const StreekArea *nearest = find_nearest (areas, entry->first, entry->n, on);

  return nearest != NULL ? find_nearest_day (nearest->valid, on) : on;
}

/**
 * streek_areas_list:
 * @on: the date whose areas are meant
 * @used: (out) (optional): @on, or the nearest day on which the set had areas
 * @error: return location for a #StreekAreaError: the set is unknown, or @on lies before any area
 *
 * Returns: (transfer container) (element-type StreekArea): by code, or %NULL with @error set
 */
GPtrArray *
streek_areas_list (
  const StreekAreas *areas, const char *set, StreekDate on, StreekDate *used, GError **error)
{
  const StreekAreasSet *entry = require_set (areas, set, error);

  if (entry == NULL || !check_date (areas, on, error))
    return NULL;

  GPtrArray *list = g_ptr_array_new ();
  StreekDate day = find_set_day (areas, entry, on);

  for (guint i = entry->first; i < entry->first + entry->n; i++)
    if (streek_interval_contains (streek_areas_get_area (areas, i)->valid, day))
      g_ptr_array_add (list, (gpointer) streek_areas_get_area (areas, i));

  if (used != NULL)
    *used = day;

  return list;
}

/**
 * streek_areas_list_within:
 * @container: an area, of any set and date
 * @straddling: (out) (optional) (transfer container) (element-type StreekArea): areas that are
 *   partly inside
 * @used: (out) (optional): as streek_areas_list()
 *
 * Areas with borders of their own share no unit with one of municipalities: they lie in it where
 * nine tenths of them do, for which their outlines must have been read.
 *
 * Returns: (transfer container) (element-type StreekArea): areas of @set wholly inside @container,
 *   by code, or %NULL with @error set
 */
GPtrArray *
streek_areas_list_within (const StreekAreas *areas,
                          const char *set,
                          StreekDate on,
                          const StreekArea *container,
                          GPtrArray **straddling,
                          StreekDate *used,
                          GError **error)
{
  g_autoptr (GPtrArray) list = streek_areas_list (areas, set, on, used, error);

  if (list == NULL)
    return NULL;

  GPtrArray *inside = g_ptr_array_new ();
  g_autoptr (GPtrArray) across = g_ptr_array_new ();

  if (list->len > 0 && ((StreekArea *) list->pdata[0])->set->own_borders &&
      !container->set->own_borders)
    streek_areas_sort_across (areas, list, container, inside, across);

  for (guint i = 0; i < list->len; i++)
    {
      const StreekArea *area = list->pdata[i];

      if (streek_area_is_inside (area, container))
        g_ptr_array_add (inside, (gpointer) area);
      else if (streek_area_overlaps (area, container))
        g_ptr_array_add (across, (gpointer) area);
    }

  if (straddling != NULL)
    *straddling = g_steal_pointer (&across);

  return inside;
}

/**
 * streek_areas_find_container:
 * @set: code of the set to look in; unknown ones contain nothing
 * @area: an area of any set
 * @on: the date whose areas are meant
 *
 * Returns: (transfer none) (nullable): the first area of @set that holds all of @area, %NULL where
 *   it reaches over a border or lies outside
 */
const StreekArea *
streek_areas_find_container (const StreekAreas *areas,
                             const char *set,
                             const StreekArea *area,
                             StreekDate on)
{
  g_return_val_if_fail (areas != NULL && set != NULL && area != NULL, NULL);

  g_autoptr (GPtrArray) list = streek_areas_list (areas, set, on, NULL, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const StreekArea *container = list->pdata[i];

      if (streek_area_is_inside (area, container))
        return container;
    }

  return NULL;
}

/**
 * streek_areas_list_equal_units:
 * @mesh: the code of the mesh that @units are of
 * @on: the date whose areas are compared
 *
 * Returns: (transfer container) (element-type StreekArea): areas of all sets with exactly these
 *   units on that date, coarse sets first
 */
GPtrArray *
streek_areas_list_equal_units (const StreekAreas *areas,
                               const char *mesh,
                               StreekUnits units,
                               StreekDate on)
{
  GPtrArray *equal = g_ptr_array_new ();

  for (guint i = 0; i < areas->areas->len; i++)
    {
      const StreekArea *area = streek_areas_get_area (areas, i);

      if (streek_interval_contains (area->valid, on) && streek_units_equal (area->units, units) &&
          strcmp (area->set->mesh, mesh) == 0)
        g_ptr_array_add (equal, (gpointer) area);
    }

  return equal;
}

static void
add_successors (
  const StreekAreas *areas, const char *set, const char *code, StreekDate on, GPtrArray *found)
{
  for (guint i = 0; i < areas->successions->len; i++)
    {
      const StreekSuccession *row = &g_array_index (areas->successions, StreekSuccession, i);

      if (strcmp (row->set, set) != 0 || strcmp (row->old_code, code) != 0 || row->on > on)
        continue;

      const StreekArea *area = streek_areas_find (areas, set, row->new_code, on);

      if (area != NULL && !g_ptr_array_find (found, area, NULL))
        g_ptr_array_add (found, (gpointer) area);
      else if (area == NULL)
        add_successors (areas, set, row->new_code, on, found);
    }
}

/**
 * streek_areas_list_successors:
 *
 * Follows successions, over several where need be: 37007 Meulebeke on 2025-01-01 is 37022 Tielt.
 *
 * Returns: (transfer container) (element-type StreekArea): what the code went on as; empty where it
 *   still exists or is unknown
 */
GPtrArray *
streek_areas_list_successors (const StreekAreas *areas,
                              const char *set,
                              const char *code,
                              StreekDate on)
{
  GPtrArray *found = g_ptr_array_new ();

  if (streek_areas_find (areas, set, code, on) == NULL)
    add_successors (areas, set, code, on, found);

  return found;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  StreekDate first = *(const StreekDate *) a;
  StreekDate second = *(const StreekDate *) b;

  return first < second ? -1 : first > second;
}

/**
 * streek_areas_list_change_dates:
 * @set: (nullable): its code; %NULL for every set
 *
 * Returns: (transfer full) (element-type StreekDate): days on which an area begins or on which one
 *   no longer counts, ascending, each once; empty for an unknown set
 */
GArray *
streek_areas_list_change_dates (const StreekAreas *areas, const char *set)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (StreekDate));
  guint n = 0;

  for (guint i = 0; i < areas->areas->len; i++)
    {
      const StreekArea *area = streek_areas_get_area (areas, i);

      if (set != NULL && strcmp (area->set->code, set) != 0)
        continue;

      g_array_append_val (dates, area->valid.from);

      if (area->valid.to != STREEK_DATE_OPEN)
        g_array_append_val (dates, area->valid.to);
    }

  g_array_sort (dates, compare_dates);

  for (guint i = 0; i < dates->len; i++)
    if (n == 0 || g_array_index (dates, StreekDate, n - 1) != g_array_index (dates, StreekDate, i))
      g_array_index (dates, StreekDate, n++) = g_array_index (dates, StreekDate, i);

  g_array_set_size (dates, n);

  return dates;
}

/**
 * streek_areas_get_newest_date:
 *
 * Returns: the last day on which any area changed: from then on the areas are as they are now
 */
StreekDate
streek_areas_get_newest_date (const StreekAreas *areas)
{
  StreekDate newest = STREEK_DATE_NONE;

  for (guint i = 0; i < areas->areas->len; i++)
    {
      StreekInterval valid = streek_areas_get_area (areas, i)->valid;

      newest = MAX (newest, valid.to != STREEK_DATE_OPEN ? valid.to : valid.from);
    }

  return newest;
}
