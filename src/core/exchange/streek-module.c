/* streek-module.c: a part of the program that is opened when it is first needed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-module.h"
#include "base/streek-paths.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>

G_DEFINE_QUARK (streek_module_error, streek_module_error)

/**
 * streek_module_open:
 * @name: "streek-gdal": a file in the folder of modules, without its ending
 * @symbol: the table that it offers, which begins with an int, its version
 * @version: the only one that will do
 * @error: return location for a #StreekModuleError; %STREEK_MODULE_ERROR_MISSING says why in
 *   English, for the caller to put between brackets
 *
 * It stays open: libraries behind it may keep threads and pointers of their own.
 *
 * Returns: (nullable) (transfer none): the table, for as long as the program runs
 */
gconstpointer
streek_module_open (const char *name, const char *symbol, int version, GError **error)
{
  g_autofree char *file = g_strconcat (name, ".", G_MODULE_SUFFIX, NULL);
  g_autofree char *path = g_build_filename (streek_paths_get_module_dir (), file, NULL);
  GModule *module = g_module_open (path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  gpointer table = NULL;

  if (module == NULL)
    {
      g_set_error_literal (error, STREEK_MODULE_ERROR, STREEK_MODULE_ERROR_MISSING,
                           g_module_error ());
      return NULL;
    }

  if (!g_module_symbol (module, symbol, &table) || table == NULL || *(const int *) table != version)
    {
      g_set_error (error, STREEK_MODULE_ERROR, STREEK_MODULE_ERROR_VERSION,
                   /* Translators: %s is the path of a file. */
                   _ ("“%s” belongs to another version of the program. Install it again."), path);
      g_module_close (module);
      return NULL;
    }

  g_module_make_resident (module);

  return table;
}
