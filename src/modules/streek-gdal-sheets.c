/* streek-gdal-sheets.c: the sheets of an old spreadsheet (XLS) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-gdal-private.h"

#include <glib/gi18n-lib.h>

#include <gdal.h>
#include <ogr_api.h>

struct _StreekGdalSheets
{
  GDALDatasetH dataset;
};

/**
 * streek_gdal_sheets_open:
 * @path: an absolute path, whose name ends in .xls
 * @error: (out): a sentence
 *
 * Returns: (nullable): the spreadsheet, none of whose columns has a guessed header or type
 */
StreekGdalSheets *
streek_gdal_sheets_open (const char *path, char **error)
{
  static const char *const drivers[] = { "XLS", NULL };
  StreekGdalComplaints complaints;

  streek_gdal_prepare ();
  if (!streek_gdal_check_file (path, error))
    return NULL;

  streek_gdal_complaints_begin (&complaints);

  GDALDatasetH dataset = GDALOpenEx (path, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, NULL, NULL);

  if (dataset == NULL)
    *error = streek_gdal_complaints_to_text (
      &complaints, _ ("This old spreadsheet (XLS) is damaged, or protected with a password. Open "
                      "it and save it as XLSX."));
  streek_gdal_complaints_end (&complaints);

  if (dataset == NULL)
    return NULL;

  StreekGdalSheets *sheets = g_new0 (StreekGdalSheets, 1);

  sheets->dataset = dataset;
  return sheets;
}

void
streek_gdal_sheets_close (StreekGdalSheets *sheets)
{
  GDALClose (sheets->dataset);
  g_free (sheets);
}

int
streek_gdal_sheets_get_n_sheets (StreekGdalSheets *sheets)
{
  return GDALDatasetGetLayerCount (sheets->dataset);
}

const char *
streek_gdal_sheets_get_name (StreekGdalSheets *sheets, int sheet)
{
  return OGR_L_GetName (GDALDatasetGetLayer (sheets->dataset, sheet));
}

/* Lends the cells of one row to @func; 0 where it wants no more. */
static int
lend_row (OGRFeatureH feature, GPtrArray *cells, StreekGdalRowFunc func, void *data)
{
  int n_cells = OGR_F_GetFieldCount (feature);

  g_ptr_array_set_size (cells, n_cells);
  for (int i = 0; i < n_cells; i++)
    cells->pdata[i] = OGR_F_IsFieldSetAndNotNull (feature, i)
                        ? (gpointer) OGR_F_GetFieldAsString (feature, i)
                        : NULL;

  return func (data, (long) OGR_F_GetFID (feature), (const char *const *) cells->pdata, n_cells);
}

/**
 * streek_gdal_sheets_read:
 * @func: called with each row, from the first; its cells are text, %NULL where empty
 * @error: (out): a sentence
 *
 * Returns: 0 where not all rows could be read
 */
int
streek_gdal_sheets_read (
  StreekGdalSheets *sheets, int sheet, StreekGdalRowFunc func, void *data, char **error)
{
  OGRLayerH layer = GDALDatasetGetLayer (sheets->dataset, sheet);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  StreekGdalComplaints complaints;
  OGRFeatureH feature;
  gboolean wants_more = TRUE;

  streek_gdal_complaints_begin (&complaints);
  OGR_L_ResetReading (layer);

  while (wants_more && (feature = OGR_L_GetNextFeature (layer)) != NULL)
    {
      wants_more = lend_row (feature, cells, func, data) != 0;
      OGR_F_Destroy (feature);
    }

  gboolean is_good = complaints.n_failures == 0;

  if (!is_good)
    *error =
      streek_gdal_complaints_to_text (&complaints, _ ("Not all of this sheet could be read."));
  streek_gdal_complaints_end (&complaints);

  return is_good;
}
