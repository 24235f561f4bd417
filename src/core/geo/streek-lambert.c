/* streek-lambert.c: coordinates on the ground: degrees, Belgian Lambert 72 and Lambert 2008 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-lambert.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RADIANS(degrees) ((degrees) * (G_PI / 180))
#define DEGREES(radians) ((radians) * (180 / G_PI))
#define ARC_SECONDS(seconds) RADIANS ((seconds) / 3600.0)

typedef struct
{
  double a; /* metres */
  double f; /* flattening */
} Ellipsoid;

static const Ellipsoid grs_80 = { 6378137, 1 / 298.257222101 };
static const Ellipsoid international_1924 = { 6378388, 1 / 297.0 };

/* A cone through two parallels; angles in degrees. */
typedef struct
{
  const Ellipsoid *ellipsoid;
  double parallel_1;
  double parallel_2;
  double origin_latitude;
  double origin_longitude;
  double false_east;
  double false_north;
} Cone;

/* EPSG:3812, of NGI, Lambert 2008. */
static const Cone lambert_2008 = { &grs_80,          49 + 50 / 60.0, 51 + 10 / 60.0, 50.797815,
                                   4.35921583333333, 649328,         665262 };

/* EPSG:31370, of NGI, Lambert 72: its origin is the pole. */
static const Cone lambert_72 = { &international_1924, 49.8333339, 51.1666672333333, 90,
                                 4.36748666666667,    150000.013, 5400088.438 };

/* BD72 to WGS 84 (3), EPSG:15929: within a metre in Belgium. Position vector convention. */
static const double shift_m[3] = { -106.8686, 52.2978, -103.7239 };
static const double turn_seconds[3] = { 0.3366, -0.457, 1.8422 };
#define SCALE_PPM (-1.2747)

/* Where numbers of each system lie in Belgium, its sea and some kilometres around. They never
 * overlap: neither does one of them with itself turned about, but for Lambert 72. */
static const struct
{
  const char *id;
  const char *label;
  double x_min, x_max, y_min, y_max;
} systems[] = {
  [STREEK_SYSTEM_LAMBERT_2008] = { "lambert2008", N_ ("Belgian Lambert 2008"), 500000, 820000,
                                   500000, 790000 },
  [STREEK_SYSTEM_LAMBERT_72] = { "lambert72", N_ ("Belgian Lambert 72"), 5000, 315000, 10000,
                                 275000 },
  [STREEK_SYSTEM_DEGREES] = { "wgs84", N_ ("Longitude and latitude (WGS 84)"), 2.2, 6.6, 49.3,
                              51.9 },
};

/**
 * streek_system_get_id:
 *
 * Returns: the stable, untranslated word for files and the command line
 */
const char *
streek_system_get_id (StreekSystem system)
{
  g_return_val_if_fail (system < STREEK_N_SYSTEMS, "");

  return systems[system].id;
}

const char *
streek_system_get_label (StreekSystem system)
{
  g_return_val_if_fail (system < STREEK_N_SYSTEMS, "");

  return _ (systems[system].label);
}

/**
 * streek_system_holds:
 * @x: metres east, or degrees of longitude
 * @y: metres north, or degrees of latitude
 *
 * Degrees, Lambert 72 and Lambert 2008 were chosen apart on purpose, so that one pair of numbers
 * tells of which system it is.
 *
 * Returns: whether the place lies in or near Belgium when read that way
 */
gboolean
streek_system_holds (StreekSystem system, double x, double y)
{
  g_return_val_if_fail (system < STREEK_N_SYSTEMS, FALSE);

  return x >= systems[system].x_min && x <= systems[system].x_max && y >= systems[system].y_min &&
         y <= systems[system].y_max;
}

static double
get_eccentricity (const Ellipsoid *ellipsoid)
{
  return sqrt (ellipsoid->f * (2 - ellipsoid->f));
}

static double
measure_t (double e, double latitude)
{
  double sine = e * sin (latitude);

  return tan (G_PI / 4 - latitude / 2) / pow ((1 - sine) / (1 + sine), e / 2);
}

static double
measure_m (double e, double latitude)
{
  double sine = e * sin (latitude);

  return cos (latitude) / sqrt (1 - sine * sine);
}

/* What both ways need of a cone. */
typedef struct
{
  double e;
  double n;
  double a_f; /* a * F */
  double origin_r;
} Opened;

/* Lambert Conic Conformal (2SP), EPSG method 9802. Source: IOGP Guidance Note 7-2, 3.1.1.1. */
static Opened
open_cone (const Cone *cone)
{
  double e = get_eccentricity (cone->ellipsoid);
  double first = RADIANS (cone->parallel_1), second = RADIANS (cone->parallel_2);
  double m_1 = measure_m (e, first), m_2 = measure_m (e, second);
  double t_1 = measure_t (e, first), t_2 = measure_t (e, second);
  Opened opened = { .e = e, .n = (log (m_1) - log (m_2)) / (log (t_1) - log (t_2)) };

  opened.a_f = cone->ellipsoid->a * m_1 / (opened.n * pow (t_1, opened.n));
  opened.origin_r = cone->origin_latitude >= 90
                      ? 0
                      : opened.a_f * pow (measure_t (e, RADIANS (cone->origin_latitude)), opened.n);

  return opened;
}

static void
project (const Cone *cone, double *x, double *y)
{
  Opened opened = open_cone (cone);
  double r = opened.a_f * pow (measure_t (opened.e, RADIANS (*y)), opened.n);
  double angle = opened.n * RADIANS (*x - cone->origin_longitude);

  *x = cone->false_east + r * sin (angle);
  *y = cone->false_north + opened.origin_r - r * cos (angle);
}

static void
unproject (const Cone *cone, double *x, double *y)
{
  Opened opened = open_cone (cone);
  double east = *x - cone->false_east;
  double south = opened.origin_r - (*y - cone->false_north);
  double t = pow (hypot (east, south) / opened.a_f, 1 / opened.n);
  double latitude = G_PI / 2 - 2 * atan (t);

  /* it converges by a factor of some hundred a step */
  for (guint i = 0; i < 8; i++)
    {
      double sine = opened.e * sin (latitude);

      latitude = G_PI / 2 - 2 * atan (t * pow ((1 - sine) / (1 + sine), opened.e / 2));
    }

  *x = cone->origin_longitude + DEGREES (atan2 (east, south) / opened.n);
  *y = DEGREES (latitude);
}

/* Degrees on an ellipsoid, height 0, to metres from the middle of the earth. */
static void
to_space (const Ellipsoid *ellipsoid, double longitude, double latitude, double place[3])
{
  double e = get_eccentricity (ellipsoid), sine = sin (RADIANS (latitude));
  double nu = ellipsoid->a / sqrt (1 - e * e * sine * sine);
  double across = nu * cos (RADIANS (latitude));

  place[0] = across * cos (RADIANS (longitude));
  place[1] = across * sin (RADIANS (longitude));
  place[2] = nu * (1 - e * e) * sine;
}

/* Source: IOGP Guidance Note 7-2, 4.1.1 (geographic to geocentric and back, EPSG method 9602). */
static void
from_space (const Ellipsoid *ellipsoid, const double place[3], double *longitude, double *latitude)
{
  double e = get_eccentricity (ellipsoid), e2 = e * e;
  double b = ellipsoid->a * (1 - ellipsoid->f), p = hypot (place[0], place[1]);
  double q = atan2 (place[2] * ellipsoid->a, p * b);

  *latitude = DEGREES (atan2 (place[2] + e2 / (1 - e2) * b * pow (sin (q), 3),
                              p - e2 * ellipsoid->a * pow (cos (q), 3)));
  *longitude = DEGREES (atan2 (place[1], place[0]));
}

/* Between datums; backwards the same turn is undone, which loses less than a tenth of a millimetre.
 */
static void
shift (double place[3], gboolean is_back)
{
  double rx = ARC_SECONDS (turn_seconds[0]), ry = ARC_SECONDS (turn_seconds[1]),
         rz = ARC_SECONDS (turn_seconds[2]);
  double scale = 1 + SCALE_PPM * 1e-6;
  double from[3] = { place[0], place[1], place[2] };

  if (is_back)
    {
      for (guint i = 0; i < 3; i++)
        from[i] = (place[i] - shift_m[i]) / scale;
      place[0] = from[0] + rz * from[1] - ry * from[2];
      place[1] = -rz * from[0] + from[1] + rx * from[2];
      place[2] = ry * from[0] - rx * from[1] + from[2];
      return;
    }

  place[0] = scale * (from[0] - rz * from[1] + ry * from[2]) + shift_m[0];
  place[1] = scale * (rz * from[0] + from[1] - rx * from[2]) + shift_m[1];
  place[2] = scale * (-ry * from[0] + rx * from[1] + from[2]) + shift_m[2];
}

/* ETRS89, which Lambert 2008 stands on, and WGS 84 differ by less than a metre and are taken for
 * the same, as EPSG:1149 does. */
static void
change_datum (gboolean is_back, double *longitude, double *latitude)
{
  const Ellipsoid *from = is_back ? &grs_80 : &international_1924;
  const Ellipsoid *to = is_back ? &international_1924 : &grs_80;
  double place[3];

  to_space (from, *longitude, *latitude, place);
  shift (place, is_back);
  from_space (to, place, longitude, latitude);
}

/**
 * streek_system_to_lambert:
 * @system: what @x and @y are of
 * @x: (inout): metres east or degrees of longitude; then metres east in Lambert 2008
 * @y: (inout): metres north or degrees of latitude; then metres north
 *
 * Lambert 72 comes within a metre of what the grid of NGI says.
 */
void
streek_system_to_lambert (StreekSystem system, double *x, double *y)
{
  g_return_if_fail (system < STREEK_N_SYSTEMS && x != NULL && y != NULL);

  if (system == STREEK_SYSTEM_LAMBERT_2008)
    return;

  if (system == STREEK_SYSTEM_LAMBERT_72)
    {
      unproject (&lambert_72, x, y);
      change_datum (FALSE, x, y);
    }

  project (&lambert_2008, x, y);
}

/**
 * streek_system_from_lambert:
 * @system: what is asked
 * @x: (inout): metres east in Lambert 2008; then as @system has it
 * @y: (inout): metres north; then as @system has it
 */
void
streek_system_from_lambert (StreekSystem system, double *x, double *y)
{
  g_return_if_fail (system < STREEK_N_SYSTEMS && x != NULL && y != NULL);

  if (system == STREEK_SYSTEM_LAMBERT_2008)
    return;

  unproject (&lambert_2008, x, y);

  if (system == STREEK_SYSTEM_LAMBERT_72)
    {
      change_datum (TRUE, x, y);
      project (&lambert_72, x, y);
    }
}
