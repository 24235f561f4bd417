/* streek-gdal.c: the module that reads spreadsheets and geodata, found when it is first needed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-gdal.h"
#include "exchange/streek-module.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (streek_gdal_error, streek_gdal_error)

static const StreekGdalApi *
open_module (GError **error)
{
  g_autoptr (GError) own_error = NULL;
  const StreekGdalApi *api =
    streek_module_open ("streek-gdal", STREEK_GDAL_API_SYMBOL, STREEK_GDAL_API_VERSION, &own_error);

  if (g_error_matches (own_error, STREEK_MODULE_ERROR, STREEK_MODULE_ERROR_MISSING))
    g_set_error (error, STREEK_GDAL_ERROR, STREEK_GDAL_ERROR_MISSING,
                 /* Translators: libgdal32 is the name of a package; %s says why, in English. */
                 _ ("Spreadsheets and geodata cannot be read: the part of the program that does "
                    "so is missing, or GDAL is. Install the package libgdal32. (%s)"),
                 own_error->message);
  else if (api == NULL)
    g_set_error_literal (error, STREEK_GDAL_ERROR, STREEK_GDAL_ERROR_MISSING, own_error->message);

  return api;
}

/**
 * streek_gdal_load:
 * @error: return location for a #StreekGdalError
 *
 * Opens the module the first time; any thread may ask. One that was missing is looked for again,
 * so that a person who installs it need not start the program anew.
 *
 * Returns: (nullable) (transfer none): its functions, for as long as the program runs
 */
const StreekGdalApi *
streek_gdal_load (GError **error)
{
  static GMutex mutex;
  static const StreekGdalApi *api;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (api == NULL)
    api = open_module (error);

  return api;
}

/**
 * streek_gdal_take_error:
 * @text: (transfer full): what a function of @api left in its error
 * @error: return location for %STREEK_GDAL_ERROR_UNREADABLE
 */
void
streek_gdal_take_error (const StreekGdalApi *api, char *text, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  g_set_error_literal (error, STREEK_GDAL_ERROR, STREEK_GDAL_ERROR_UNREADABLE, valid);
  if (text != NULL)
    api->free_text (text);
}
