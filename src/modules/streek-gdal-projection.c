/* streek-gdal-projection.c: from any coordinate system to the one that meshes are in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-gdal-private.h"

#include <glib/gi18n-lib.h>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <string.h>

#define TARGET_EPSG 3812 /* Belgian Lambert 2008 */
#define TARGET_EPSG_NAME "3812"

/* What GDAL and QGIS write beside a Shapefile in the projection of meshes. To find out what such a
 * text means PROJ holds all systems on earth against it, for longer than the file is opened. */
static const char target_prj[] =
  "PROJCS[\"Belge_Lambert_2008\",GEOGCS[\"GCS_ETRS_1989\",DATUM[\"D_ETRS_1989\",SPHEROID["
  "\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\","
  "0.0174532925199433]],PROJECTION[\"Lambert_Conformal_Conic\"],PARAMETER[\"False_Easting\","
  "649328.0],PARAMETER[\"False_Northing\",665262.0],PARAMETER[\"Central_Meridian\","
  "4.35921583333333],PARAMETER[\"Standard_Parallel_1\",49.8333333333333],PARAMETER["
  "\"Standard_Parallel_2\",51.1666666666667],PARAMETER[\"Latitude_Of_Origin\",50.797815],UNIT["
  "\"Meter\",1.0]]";

struct _StreekGdalProjection
{
  OGRCoordinateTransformationH transformation; /* (nullable): already in the projection */
  GArray *x;                                   /* of double */
  GArray *y;
};

/* @name as GDAL understands it, or the longitude and latitude of GeoJSON; NULL where unknown. */
OGRSpatialReferenceH
streek_gdal_name_system (const char *name)
{
  OGRSpatialReferenceH system = OSRNewSpatialReference (NULL);

  if ((name != NULL ? OSRSetFromUserInput (system, name) : OSRImportFromEPSG (system, 4326)) !=
      OGRERR_NONE)
    {
      OSRDestroySpatialReference (system);
      return NULL;
    }

  OSRSetAxisMappingStrategy (system, OAMS_TRADITIONAL_GIS_ORDER);

  return system;
}

static gboolean
is_target (OGRSpatialReferenceH system)
{
  return g_strcmp0 (OSRGetAuthorityName (system, NULL), "EPSG") == 0 &&
         g_strcmp0 (OSRGetAuthorityCode (system, NULL), TARGET_EPSG_NAME) == 0;
}

/**
 * streek_gdal_has_target_prj:
 * @path: of a dataset
 *
 * Returns: whether it is a Shapefile, and the .prj that GDAL will read beside it is the one that is
 *   known to the letter
 */
gboolean
streek_gdal_has_target_prj (const char *path)
{
  char text[sizeof target_prj + 3]; /* a line end, and what must not follow */
  VSILFILE *file = EQUAL (CPLGetExtension (path), "shp")
                     ? VSIFOpenL (CPLResetExtension (path, "prj"), "rb")
                     : NULL;

  if (file == NULL)
    return FALSE;

  gsize n = VSIFReadL (text, 1, sizeof text - 1, file);

  VSIFCloseL (file);
  text[n] = '\0';

  return n < sizeof text - 1 && strcmp (g_strchomp (text), target_prj) == 0;
}

/**
 * streek_gdal_find_transformation:
 * @source: (nullable): the system of a file
 * @transformation: (out) (nullable): %NULL where none is needed
 * @sentence: (out): what is wrong, otherwise %NULL
 *
 * Returns: %FALSE where none is known
 */
gboolean
streek_gdal_find_transformation (OGRSpatialReferenceH source,
                                 OGRCoordinateTransformationH *transformation,
                                 const char **sentence)
{
  *transformation = NULL;
  *sentence = NULL;
  if (source != NULL && is_target (source))
    return TRUE;

  OGRSpatialReferenceH target = OSRNewSpatialReference (NULL);

  if (source == NULL)
    *sentence = _ ("The file does not say in which coordinate system it is. Save it again with its "
                   "coordinate system; a Shapefile needs its .prj file beside it.");
  else if (OSRImportFromEPSG (target, TARGET_EPSG) != OGRERR_NONE)
    *sentence = _ ("The definitions of coordinate systems (PROJ) are not installed.");
  else
    {
      OSRSetAxisMappingStrategy (target, OAMS_TRADITIONAL_GIS_ORDER);
      *transformation = OCTNewCoordinateTransformation (source, target);
      if (*transformation == NULL)
        *sentence = _ ("The coordinate system of the file cannot be turned into Belgian Lambert "
                       "2008.");
    }
  OSRDestroySpatialReference (target);

  return *sentence == NULL;
}

/**
 * streek_gdal_projection_open:
 * @system: (nullable): as GeoJSON names it; %NULL for longitude and latitude
 * @error: (out): a sentence, and what GDAL said under it
 */
StreekGdalProjection *
streek_gdal_projection_open (const char *system, char **error)
{
  StreekGdalProjection *self = NULL;
  OGRCoordinateTransformationH transformation;
  const char *sentence;
  StreekGdalComplaints complaints;

  streek_gdal_prepare ();
  streek_gdal_complaints_begin (&complaints);

  OGRSpatialReferenceH source = streek_gdal_name_system (system);

  if (streek_gdal_find_transformation (source, &transformation, &sentence))
    {
      self = g_new0 (StreekGdalProjection, 1);
      self->transformation = transformation;
      self->x = g_array_new (FALSE, FALSE, sizeof (double));
      self->y = g_array_new (FALSE, FALSE, sizeof (double));
    }
  else
    *error = streek_gdal_complaints_to_text (&complaints, sentence);

  if (source != NULL)
    OSRDestroySpatialReference (source);
  streek_gdal_complaints_end (&complaints);

  return self;
}

void
streek_gdal_projection_close (StreekGdalProjection *self)
{
  if (self->transformation != NULL)
    OCTDestroyCoordinateTransformation (self->transformation);
  g_array_unref (self->x);
  g_array_unref (self->y);
  g_free (self);
}

/**
 * streek_gdal_projection_project:
 * @points: (array length=n): x, y, x, y …, which are written over
 * @n: number of points
 */
void
streek_gdal_projection_project (StreekGdalProjection *self, double *points, int n)
{
  if (self->transformation == NULL)
    return;

  g_array_set_size (self->x, (guint) n);
  g_array_set_size (self->y, (guint) n);

  double *x = (double *) self->x->data;
  double *y = (double *) self->y->data;

  for (int i = 0; i < n; i++)
    {
      x[i] = points[2 * i];
      y[i] = points[2 * i + 1];
    }

  /* what cannot be transformed is infinite, which says enough */
  CPLPushErrorHandler (CPLQuietErrorHandler);
  OCTTransformEx (self->transformation, n, x, y, NULL, NULL);
  CPLPopErrorHandler ();

  for (int i = 0; i < n; i++)
    {
      points[2 * i] = x[i];
      points[2 * i + 1] = y[i];
    }
}
