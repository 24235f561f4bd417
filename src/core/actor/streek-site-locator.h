/* streek-site-locator.h: in which municipality a point lies, and whether a source agrees */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "actor/streek-site.h"
#include "area/streek-areas.h"
#include "table/streek-table.h"

typedef enum
{
  STREEK_SITE_UNSTATED, /* the source says nothing */
  STREEK_SITE_FITS,     /* the point lies in it, or in what it became */
  STREEK_SITE_DIFFERS,  /* a municipality, but another one */
  STREEK_SITE_UNKNOWN,  /* no municipality of that name or code */
} StreekSiteFit;

/* Of one day; one thread at a time. */
typedef struct _StreekSiteLocator StreekSiteLocator;

/* @on: STREEK_DATE_NONE: the newest municipalities */
StreekSiteLocator *streek_site_locator_new (StreekAreas *areas, StreekDate on);
void streek_site_locator_free (StreekSiteLocator *locator);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSiteLocator, streek_site_locator_free)

/* (nullable): the municipality, NULL where the point lies in none: at sea, abroad */
const StreekArea *streek_site_locator_find (const StreekSiteLocator *locator, double x, double y);
StreekSiteFit
streek_site_locator_compare (StreekSiteLocator *locator, const char *stated, double x, double y);

/* One row a place: id, name, kind, kind_name, symbol, point, longitude, latitude,
 * municipality_code, municipality, stated, address, source, date, note. */
StreekTable *streek_sites_make_table (const GPtrArray *sites, const StreekSiteLocator *locator);
