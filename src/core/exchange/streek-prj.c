/* streek-prj.c: the coordinate system beside a Shapefile, where it is one of a few */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-prj.h"

#include <math.h>
#include <string.h>

/* The digits that programs write differ after the fifteenth; nothing of this size is seen. */
#define SAME_NUMBER 1e-10

/* What a Shapefile of Flanders is in, as ArcGIS, QGIS and GDAL write it. */
#define LAMBERT "PROJECTION[\"Lambert_Conformal_Conic\"],"
#define DEGREES "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]"
#define METRES "UNIT[\"Meter\",1]]"

static const struct
{
  const char *name;
  const char *text;
} systems[] = {
  { "EPSG:3812", "PROJCS[\"Belge_Lambert_2008\",GEOGCS[\"GCS_ETRS_1989\",DATUM[\"D_ETRS_1989\","
                 "SPHEROID[\"GRS_1980\",6378137,298.257222101]]," DEGREES "," LAMBERT
                 "PARAMETER[\"False_Easting\",649328],PARAMETER[\"False_Northing\",665262],"
                 "PARAMETER[\"Central_Meridian\",4.35921583333333],"
                 "PARAMETER[\"Standard_Parallel_1\",49.8333333333333],"
                 "PARAMETER[\"Standard_Parallel_2\",51.1666666666667],"
                 "PARAMETER[\"Latitude_Of_Origin\",50.797815]," METRES },
  { "EPSG:31370",
    "PROJCS[\"Belge_Lambert_1972\",GEOGCS[\"GCS_Belge_1972\",DATUM[\"D_Belge_1972\","
    "SPHEROID[\"International_1924\",6378388,297]]," DEGREES "," LAMBERT
    "PARAMETER[\"False_Easting\",150000.013],PARAMETER[\"False_Northing\",5400088.438],"
    "PARAMETER[\"Central_Meridian\",4.36748666666667],"
    "PARAMETER[\"Standard_Parallel_1\",51.1666672333333],"
    "PARAMETER[\"Standard_Parallel_2\",49.8333339],"
    "PARAMETER[\"Latitude_Of_Origin\",90]," METRES },
  { "EPSG:4326", "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
                 "SPHEROID[\"WGS_1984\",6378137,298.257223563]]," DEGREES },
};

static const char *
skip_space (const char *at)
{
  while (g_ascii_isspace (*at))
    at++;

  return at;
}

/* Goes past the number at both places; whether it is the same one. */
static gboolean
take_number (const char **a, const char **b)
{
  char *a_end;
  char *b_end;
  double x = g_ascii_strtod (*a, &a_end);
  double y = g_ascii_strtod (*b, &b_end);

  *a = a_end;
  *b = b_end;

  return fabs (x - y) <= SAME_NUMBER * fabs (y);
}

static gboolean
begins_number (const char *at)
{
  return g_ascii_isdigit (*at) || *at == '-' || *at == '+' || *at == '.';
}

/* Whether both say the same: spaces between the words and how a number is written do not count. */
static gboolean
is_same (const char *text, const char *known)
{
  gboolean in_string = FALSE;

  while (*known != '\0')
    {
      if (!in_string)
        text = skip_space (text);

      if (!in_string && begins_number (text) && begins_number (known))
        {
          if (!take_number (&text, &known))
            return FALSE;
          continue;
        }

      if (*text != *known)
        return FALSE;

      in_string ^= *known == '"';
      text++;
      known++;
    }

  return *skip_space (text) == '\0';
}

/**
 * streek_prj_name_system:
 * @text: of a .prj file
 *
 * Knows the systems of Flemish files by their very words, which saves asking a database of all
 * systems on earth.
 *
 * Returns: (nullable): "EPSG:31370" and the like, or %NULL for what only PROJ can tell
 */
const char *
streek_prj_name_system (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (systems); i++)
    if (is_same (text, systems[i].text))
      return systems[i].name;

  return NULL;
}
