/* streek-site-locator.c: in which municipality a point lies, and whether a source agrees */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-site-locator.h"

#include "geo/streek-lambert.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MUNICIPALITIES "gemeente" /* the set */

struct _StreekSiteLocator
{
  StreekAreas *areas;
  StreekMesh *mesh;  /* (nullable): lent by the areas; NULL without municipalities */
  GPtrArray *list;   /* (element-type StreekArea) */
  gint32 *area_of;   /* (nullable): place in the list of each unit; -1: none */
  GHashTable *names; /* (nullable): folded name or code -> GPtrArray of StreekArea */
};

/**
 * streek_site_locator_new:
 * @on: the day whose municipalities are meant; %STREEK_DATE_NONE: the newest
 *
 * Returns: (transfer full): a locator; without municipalities nothing lies anywhere
 */
StreekSiteLocator *
streek_site_locator_new (StreekAreas *areas, StreekDate on)
{
  g_return_val_if_fail (areas != NULL, NULL);

  StreekSiteLocator *self = g_new0 (StreekSiteLocator, 1);
  StreekDate used;

  self->areas = streek_areas_ref (areas);
  self->list = streek_areas_list (
    areas, MUNICIPALITIES, on != STREEK_DATE_NONE ? on : streek_areas_get_newest_date (areas),
    &used, NULL);

  if (self->list == NULL || self->list->len == 0)
    return self;

  const StreekArea *first = self->list->pdata[0];

  self->mesh = streek_areas_get_mesh (areas, first->set->mesh);

  if (self->mesh == NULL)
    return self;

  guint n_units = streek_mesh_get_n_units (self->mesh);

  self->area_of = g_new (gint32, MAX (n_units, 1));
  for (guint unit = 0; unit < n_units; unit++)
    self->area_of[unit] = -1;

  for (guint i = 0; i < self->list->len; i++)
    {
      const StreekArea *area = self->list->pdata[i];

      for (guint j = 0; j < area->units.n; j++)
        if (area->units.ids[j] < n_units)
          self->area_of[area->units.ids[j]] = (gint32) i;
    }

  return self;
}

void
streek_site_locator_free (StreekSiteLocator *locator)
{
  if (locator == NULL)
    return;

  g_clear_pointer (&locator->names, g_hash_table_unref);
  g_clear_pointer (&locator->list, g_ptr_array_unref);
  g_free (locator->area_of);
  streek_areas_unref (locator->areas);
  g_free (locator);
}

static gint32
find_unit (const StreekSiteLocator *self, double x, double y)
{
  return self->mesh != NULL && isfinite (x) && isfinite (y)
           ? streek_mesh_find_unit (self->mesh, x, y)
           : STREEK_MESH_NO_UNIT;
}

/**
 * streek_site_locator_find:
 * @x: metres of Belgian Lambert 2008
 *
 * Returns: (transfer none) (nullable): the municipality of that day in which the point lies
 */
const StreekArea *
streek_site_locator_find (const StreekSiteLocator *locator, double x, double y)
{
  g_return_val_if_fail (locator != NULL, NULL);

  gint32 unit = find_unit (locator, x, y);

  return unit >= 0 && locator->area_of[unit] >= 0 ? locator->list->pdata[locator->area_of[unit]]
                                                  : NULL;
}

static void
add_name (StreekSiteLocator *self, const char *name, const StreekArea *area)
{
  g_autofree char *folded = streek_fold (name, NULL);
  GPtrArray *areas = g_hash_table_lookup (self->names, folded);

  if (areas == NULL)
    {
      areas = g_ptr_array_new ();
      g_hash_table_insert (self->names, g_steal_pointer (&folded), areas);
    }

  g_ptr_array_add (areas, (gpointer) area);
}

static void
add_area_name (const StreekArea *area, const char *name, StreekAreaNameKind kind, gpointer data)
{
  if (strcmp (area->set->code, MUNICIPALITIES) != 0)
    return;

  add_name (data, name, area);
  if (kind == STREEK_AREA_NAME_OWN)
    add_name (data, area->code, area);
}

/* Every name that any municipality ever had, and its codes. */
static const GPtrArray *
find_by_name (StreekSiteLocator *self, const char *stated)
{
  if (self->names == NULL)
    {
      self->names =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      streek_areas_foreach_name (self->areas, add_area_name, self);
    }

  g_autofree char *trimmed = g_strstrip (g_strdup (stated));
  g_autofree char *folded = streek_fold (trimmed, NULL);

  return g_hash_table_lookup (self->names, folded);
}

static gboolean
has_unit (const StreekArea *area, guint unit)
{
  for (guint i = 0; i < area->units.n; i++)
    if (area->units.ids[i] == unit)
      return TRUE;

  return FALSE;
}

/**
 * streek_site_locator_compare:
 * @stated: (nullable): name or code of a municipality, of any time, as a source has it
 *
 * Returns: whether the point lies there; a point in no municipality differs from any
 */
StreekSiteFit
streek_site_locator_compare (StreekSiteLocator *locator, const char *stated, double x, double y)
{
  g_return_val_if_fail (locator != NULL, STREEK_SITE_UNKNOWN);

  if (stated == NULL || *stated == '\0')
    return STREEK_SITE_UNSTATED;

  const GPtrArray *meant = find_by_name (locator, stated);
  gint32 unit = find_unit (locator, x, y);

  for (guint i = 0; meant != NULL && unit >= 0 && i < meant->len; i++)
    if (has_unit (meant->pdata[i], (guint) unit))
      return STREEK_SITE_FITS;

  return meant != NULL ? STREEK_SITE_DIFFERS : STREEK_SITE_UNKNOWN;
}

enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_KIND_NAME,
  COLUMN_SYMBOL,
  COLUMN_POINT,
  COLUMN_LONGITUDE,
  COLUMN_LATITUDE,
  COLUMN_MUNICIPALITY_CODE,
  COLUMN_MUNICIPALITY,
  COLUMN_STATED,
  COLUMN_ADDRESS,
  COLUMN_SOURCE,
  COLUMN_DATE,
  COLUMN_NOTE,
};

static StreekTable *
begin_table (void)
{
  static const struct
  {
    const char *id;
    const char *title;
    StreekColumnType type;
    int decimals;
  } columns[] = {
    [COLUMN_ID] = { "id", N_ ("Number"), STREEK_COLUMN_TEXT, 0 },
    [COLUMN_NAME] = { "name", N_ ("Place"), STREEK_COLUMN_TEXT, 0 },
    [COLUMN_KIND] = { "kind", N_ ("Word for the kind"), STREEK_COLUMN_TEXT, 0 },
    [COLUMN_KIND_NAME] = { "kind_name", N_ ("Kind of place"), STREEK_COLUMN_TEXT, 0 },
    [COLUMN_SYMBOL] = { "symbol", N_ ("Symbol"), STREEK_COLUMN_INTEGER, 0 },
    [COLUMN_POINT] = { "point", N_ ("Point (Lambert 2008)"), STREEK_COLUMN_POINT, 0 },
    [COLUMN_LONGITUDE] = { "longitude", N_ ("Longitude"), STREEK_COLUMN_NUMBER, 5 },
    [COLUMN_LATITUDE] = { "latitude", N_ ("Latitude"), STREEK_COLUMN_NUMBER, 5 },
    [COLUMN_MUNICIPALITY_CODE] = { "municipality_code", N_ ("NIS code"), STREEK_COLUMN_TEXT, 0 },
    [COLUMN_MUNICIPALITY] = { "municipality", N_ ("Municipality"), STREEK_COLUMN_TEXT, 0 },
    [COLUMN_STATED] = { "stated", N_ ("Municipality in the source"), STREEK_COLUMN_TEXT, 0 },
    [COLUMN_ADDRESS] = { "address", N_ ("Address"), STREEK_COLUMN_TEXT, 0 },
    [COLUMN_SOURCE] = { "source", N_ ("Source"), STREEK_COLUMN_TEXT, 0 },
    [COLUMN_DATE] = { "date", N_ ("Date"), STREEK_COLUMN_PERIOD, 0 },
    [COLUMN_NOTE] = { "note", N_ ("Note"), STREEK_COLUMN_TEXT, 0 },
  };
  StreekTable *table = streek_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    streek_table_add_column (table, columns[i].id, _ (columns[i].title), columns[i].type, NULL,
                             columns[i].decimals);

  return table;
}

/* Six decimals are a decimetre. */
static double
round_degrees (double degrees)
{
  return round (degrees * 1e6) / 1e6;
}

static void
set_point (StreekTable *table, guint row, const StreekSite *site)
{
  double longitude = site->x, latitude = site->y;

  streek_system_from_lambert (STREEK_SYSTEM_DEGREES, &longitude, &latitude);
  streek_table_set_point (table, row, COLUMN_POINT, site->x, site->y);
  streek_table_set_number (table, row, COLUMN_LONGITUDE, round_degrees (longitude),
                           STREEK_STATUS_FINAL);
  streek_table_set_number (table, row, COLUMN_LATITUDE, round_degrees (latitude),
                           STREEK_STATUS_FINAL);
}

/**
 * streek_sites_make_table:
 * @sites: (element-type StreekSite): in the order of streek_sites_list()
 * @locator: of the day whose municipalities are meant
 *
 * Returns: (transfer full): one row a place, in their order
 */
StreekTable *
streek_sites_make_table (const GPtrArray *sites, const StreekSiteLocator *locator)
{
  g_return_val_if_fail (sites != NULL && locator != NULL, NULL);

  StreekTable *table = begin_table ();
  g_autoptr (GPtrArray) own = streek_sites_list_own_kinds (sites);

  for (guint i = 0; i < sites->len; i++)
    {
      const StreekSite *site = sites->pdata[i];
      const StreekArea *area = streek_site_locator_find (locator, site->x, site->y);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, site->id);
      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, COLUMN_ID, id);
      streek_table_set_text (table, row, COLUMN_NAME, site->name);
      streek_table_set_text (table, row, COLUMN_KIND, site->kind);
      streek_table_set_text (table, row, COLUMN_KIND_NAME, streek_site_kind_get_label (site->kind));
      streek_table_set_integer (table, row, COLUMN_SYMBOL,
                                streek_site_kind_get_symbol (site->kind, own));
      set_point (table, row, site);
      streek_table_set_text (table, row, COLUMN_MUNICIPALITY_CODE,
                             area != NULL ? area->code : NULL);
      streek_table_set_text (table, row, COLUMN_MUNICIPALITY, area != NULL ? area->name : NULL);
      streek_table_set_text (table, row, COLUMN_STATED, site->municipality);
      streek_table_set_text (table, row, COLUMN_ADDRESS, site->address);
      streek_table_set_text (table, row, COLUMN_SOURCE, site->source);
      streek_table_set_period (table, row, COLUMN_DATE, site->date);
      streek_table_set_text (table, row, COLUMN_NOTE, site->note);
    }

  return table;
}
