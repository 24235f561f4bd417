/* streek-lambert.h: coordinates on the ground: degrees, Belgian Lambert 72 and Lambert 2008 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What a pair of numbers says of a place. Meshes, and points in a workspace, are in Lambert 2008.
 */
typedef enum
{
  STREEK_SYSTEM_LAMBERT_2008, /* EPSG:3812: metres east, metres north */
  STREEK_SYSTEM_LAMBERT_72,   /* EPSG:31370: the same, as maps had it before */
  STREEK_SYSTEM_DEGREES,      /* WGS 84, EPSG:4326: longitude, latitude */
  STREEK_N_SYSTEMS,
} StreekSystem;

const char *streek_system_get_id (StreekSystem system);    /* "lambert2008", as files hold it */
const char *streek_system_get_label (StreekSystem system); /* translated */
/* Whether the numbers lie within some kilometres of Belgium; at most one system can say so. */
gboolean streek_system_holds (StreekSystem system, double x, double y);

/* From and to Lambert 2008, in place. East comes first, longitude in degrees. */
void streek_system_to_lambert (StreekSystem system, double *x, double *y);
void streek_system_from_lambert (StreekSystem system, double *x, double *y);
