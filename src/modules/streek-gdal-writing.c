/* streek-gdal-writing.c: tables written as spreadsheets: XLSX and ODS */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-gdal-private.h"

#include <glib/gi18n-lib.h>

#include <gdal.h>
#include <ogr_api.h>
#include <stdio.h>
#include <string.h>

static OGRFieldType
get_field_type (int type)
{
  switch (type)
    {
    case STREEK_GDAL_COLUMN_NUMBER:
      return OFTReal;
    case STREEK_GDAL_COLUMN_INTEGER:
      return OFTInteger64;
    case STREEK_GDAL_COLUMN_DATE:
      return OFTDate;
    case STREEK_GDAL_COLUMN_TEXT:
    default:
      return OFTString;
    }
}

static gboolean
create_fields (OGRLayerH layer, const StreekGdalTable *table)
{
  for (int i = 0; i < table->n_columns; i++)
    {
      OGRFieldDefnH field = OGR_Fld_Create (table->heads[i], get_field_type (table->types[i]));
      OGRErr result = OGR_L_CreateField (layer, field, TRUE);

      OGR_Fld_Destroy (field);
      if (result != OGRERR_NONE)
        return FALSE;
    }

  return TRUE;
}

/* The driver of ODS takes a text that begins so for a formula. */
static void
set_text (OGRFeatureH feature, int column, const char *text)
{
  g_autofree char *harmless =
    g_str_has_prefix (text, "of:=") ? g_strconcat (" ", text, NULL) : NULL;

  OGR_F_SetFieldString (feature, column, harmless != NULL ? harmless : text);
}

static void
set_cell (OGRFeatureH feature, int column, int type, const char *text)
{
  int year, month, day;

  if (type == STREEK_GDAL_COLUMN_NUMBER)
    OGR_F_SetFieldDouble (feature, column, g_ascii_strtod (text, NULL));
  else if (type == STREEK_GDAL_COLUMN_INTEGER)
    OGR_F_SetFieldInteger64 (feature, column, g_ascii_strtoll (text, NULL, 10));
  else if (type == STREEK_GDAL_COLUMN_DATE && sscanf (text, "%d-%d-%d", &year, &month, &day) == 3)
    OGR_F_SetFieldDateTime (feature, column, year, month, day, 0, 0, 0, 0);
  else
    set_text (feature, column, text);
}

static gboolean
write_rows (OGRLayerH layer, const StreekGdalTable *table)
{
  for (int row = 0; row < table->n_rows; row++)
    {
      OGRFeatureH feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));

      for (int i = 0; i < table->n_columns; i++)
        {
          const char *text = table->cells[(gsize) row * table->n_columns + i];

          if (text != NULL && *text != '\0')
            set_cell (feature, i, table->types[i], text);
        }

      OGRErr result = OGR_L_CreateFeature (layer, feature);

      OGR_F_Destroy (feature);
      if (result != OGRERR_NONE)
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_tables (GDALDatasetH dataset, const StreekGdalTable *tables, int n_tables)
{
  for (int i = 0; i < n_tables; i++)
    {
      OGRLayerH layer = GDALDatasetCreateLayer (dataset, tables[i].name, NULL, wkbNone, NULL);

      if (layer == NULL || !create_fields (layer, &tables[i]) || !write_rows (layer, &tables[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * streek_gdal_write_sheets:
 * @path: an absolute path that ends in .xlsx or .ods, where nothing is yet
 * @error: (out): a sentence
 *
 * Returns: 0 where it could not be written whole
 */
int
streek_gdal_write_sheets (const char *path,
                          const StreekGdalTable *tables,
                          int n_tables,
                          char **error)
{
  StreekGdalComplaints complaints;
  gboolean is_good = FALSE;

  streek_gdal_prepare ();
  if (!g_path_is_absolute (path) || g_str_has_prefix (path, "/vsi"))
    {
      *error = g_strdup (_ ("The spreadsheet could not be written."));
      return FALSE;
    }

  streek_gdal_complaints_begin (&complaints);

  GDALDriverH driver = GDALGetDriverByName (g_str_has_suffix (path, ".ods") ? "ODS" : "XLSX");
  GDALDatasetH dataset =
    driver != NULL ? GDALCreate (driver, path, 0, 0, 0, GDT_Unknown, NULL) : NULL;

  if (dataset != NULL)
    {
      is_good = write_tables (dataset, tables, n_tables);
      GDALClose (dataset); /* only now it is written */
    }

  is_good = is_good && complaints.n_failures == 0;
  if (!is_good)
    *error =
      streek_gdal_complaints_to_text (&complaints, _ ("The spreadsheet could not be written."));
  streek_gdal_complaints_end (&complaints);

  return is_good;
}
