/* streek-gdal-module.c: the module that reads with GDAL: its table, and GDAL kept on a short leash
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-gdal-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gmodule.h>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <gdal.h>
#include <ogr_srs_api.h>
#include <string.h>

#define MAX_FILE_BYTES (G_GINT64_CONSTANT (2) << 30)
#define MAX_COMPLAINTS_BYTES 400

/* GDALAllRegister takes 50 ms and opens 200 formats to whoever hands us a file; these are exported
 * by the library, but declared only in a header of C++. */
void RegisterOGRGeoJSON (void);
void RegisterOGRGeoPackage (void);
void RegisterOGRODS (void);
void RegisterOGRShape (void);
void RegisterOGRTopoJSON (void);
void RegisterOGRXLS (void);
void RegisterOGRXLSX (void);

extern G_MODULE_EXPORT const StreekGdalApi streek_gdal_api;

/* A GeoJSON file may name its coordinate system by address, and GDAL would go and ask. NULL would
 * mean: let the ordinary client try. */
static CPLHTTPResult *
refuse_fetch (const char *url,
              CSLConstList options,
              GDALProgressFunc progress,
              void *progress_data,
              CPLHTTPFetchWriteFunc write,
              void *write_data,
              void *data)
{
  CPLHTTPResult *refusal = CPLCalloc (1, sizeof *refusal);

  refusal->nStatus = 1;
  refusal->pszErrBuf = CPLStrdup ("refused");

  return refusal;
}

static void
prepare_gdal (void)
{
  RegisterOGRGeoPackage ();
  RegisterOGRGeoJSON ();
  RegisterOGRTopoJSON ();
  RegisterOGRShape ();
  RegisterOGRXLS ();
  /* only to write with: what is opened names its drivers */
  RegisterOGRODS ();
  RegisterOGRXLSX ();

  CPLHTTPSetFetchCallback (refuse_fetch, NULL);
  OSRSetPROJEnableNetwork (FALSE);
  CPLSetConfigOption ("OGR_SQLITE_LOAD_EXTENSIONS", NULL);
  CPLSetConfigOption ("OGR_GEOJSON_MAX_OBJ_SIZE", "200");
  CPLSetConfigOption ("SHAPE_RESTORE_SHX", "NO");
  /* no header is guessed, no type */
  CPLSetConfigOption ("OGR_XLS_HEADERS", "DISABLE");
  CPLSetConfigOption ("OGR_XLS_FIELD_TYPES", "STRING");
}

/* Registers the drivers once, whoever of the readers comes first. */
void
streek_gdal_prepare (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      prepare_gdal ();
      g_once_init_leave (&done, 1);
    }
}

static void CPL_STDCALL
on_complaint_cb (CPLErr severity, CPLErrorNum number, const char *message)
{
  StreekGdalComplaints *complaints = CPLGetErrorHandlerUserData ();

  if (severity < CE_Failure)
    return;

  complaints->n_failures++;
  if (complaints->text->len + strlen (message) > MAX_COMPLAINTS_BYTES)
    return;

  if (complaints->text->len > 0)
    g_string_append_c (complaints->text, '\n');
  g_string_append (complaints->text, message);
}

/* GDAL keeps its handlers per thread: begin and end are called from the same one. */
void
streek_gdal_complaints_begin (StreekGdalComplaints *complaints)
{
  complaints->text = g_string_new (NULL);
  complaints->n_failures = 0;
  CPLPushErrorHandlerEx (on_complaint_cb, complaints);
}

void
streek_gdal_complaints_end (StreekGdalComplaints *complaints)
{
  CPLPopErrorHandler ();
  CPLErrorReset ();
  g_string_free (complaints->text, TRUE);
}

/* @sentence, and under it what GDAL said where it said anything. */
char *
streek_gdal_complaints_to_text (const StreekGdalComplaints *complaints, const char *sentence)
{
  g_autofree char *said = g_utf8_make_valid (complaints->text->str, -1);

  return *said == '\0' ? g_strdup (sentence) : g_strdup_printf ("%s\n%s", sentence, said);
}

/**
 * streek_gdal_check_file:
 * @path: an absolute path
 * @error: (out): a sentence
 *
 * GDAL takes many things for a name: an address, a text of JSON, a path through one of its own
 * file systems. Only a file that is really there, and of a size we can hold, gets that far.
 */
gboolean
streek_gdal_check_file (const char *path, char **error)
{
  GStatBuf status;

  if (!g_path_is_absolute (path) || g_str_has_prefix (path, "/vsi") || g_stat (path, &status) != 0)
    *error = g_strdup (_ ("The file is not there or may not be read."));
  else if (!S_ISREG (status.st_mode))
    *error = g_strdup (_ ("This is not a file."));
  else if (status.st_size == 0)
    *error = g_strdup (_ ("The file is empty."));
  else if (status.st_size > MAX_FILE_BYTES)
    *error = g_strdup (_ ("The file is larger than 2 GiB, which is more than can be taken in."));
  else
    return TRUE;

  return FALSE;
}

static void
free_text (char *text)
{
  g_free (text);
}

const StreekGdalApi streek_gdal_api = {
  .version = STREEK_GDAL_API_VERSION,
  .free_text = free_text,
  .open_layers = streek_gdal_layers_open,
  .close_layers = streek_gdal_layers_close,
  .get_n_layers = streek_gdal_layers_get_n_layers,
  .get_layer_name = streek_gdal_layers_get_name,
  .get_n_fields = streek_gdal_layers_get_n_fields,
  .get_field_name = streek_gdal_layers_get_field_name,
  .get_n_features = streek_gdal_layers_get_n_features,
  .read_layer = streek_gdal_layers_read,
  .open_projection = streek_gdal_projection_open,
  .close_projection = streek_gdal_projection_close,
  .project = streek_gdal_projection_project,
  .open_sheets = streek_gdal_sheets_open,
  .close_sheets = streek_gdal_sheets_close,
  .get_n_sheets = streek_gdal_sheets_get_n_sheets,
  .get_sheet_name = streek_gdal_sheets_get_name,
  .read_sheet = streek_gdal_sheets_read,
  .write_sheets = streek_gdal_write_sheets,
};
