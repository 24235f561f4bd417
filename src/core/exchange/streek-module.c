/* streek-module.c: a part of the program that is opened when it is first needed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-module.h"
#include "base/streek-paths.h"

#include <glib/gi18n-lib.h>
#include <dlfcn.h>

G_DEFINE_QUARK (streek_module_error, streek_module_error)

#ifdef RTLD_DEEPBIND
/* Whether memory comes from the C library itself, and not from what stands before it: a sanitizer,
 * or an allocator of somebody's choice. */
static gboolean
has_own_memory (void)
{
  void *libc = dlopen ("libc.so.6", RTLD_LAZY | RTLD_NOLOAD);
  gboolean own = libc != NULL && dlsym (libc, "malloc") == dlsym (RTLD_DEFAULT, "malloc");

  if (libc != NULL)
    dlclose (libc);

  return own;
}
#endif

/* A module with a hundred libraries looks for sixty thousand names, and would look for each among
 * those of the program first, where it is not: deep binding begins with its own libraries, which is
 * a quarter faster. Something that stands before the C library would then be passed by. */
static int
choose_flags (void)
{
#ifdef RTLD_DEEPBIND
  if (has_own_memory ())
    return RTLD_LAZY | RTLD_LOCAL | RTLD_DEEPBIND;
#endif

  return RTLD_LAZY | RTLD_LOCAL;
}

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
  g_autofree char *file = g_strconcat (name, ".so", NULL);
  g_autofree char *path = g_build_filename (streek_paths_get_module_dir (), file, NULL);
  void *module = dlopen (path, choose_flags ());

  if (module == NULL)
    {
      g_set_error_literal (error, STREEK_MODULE_ERROR, STREEK_MODULE_ERROR_MISSING, dlerror ());
      return NULL;
    }

  gconstpointer table = dlsym (module, symbol);

  if (table == NULL || *(const int *) table != version)
    {
      g_set_error (error, STREEK_MODULE_ERROR, STREEK_MODULE_ERROR_VERSION,
                   /* Translators: %s is the path of a file. */
                   _ ("“%s” belongs to another version of the program. Install it again."), path);
      dlclose (module);
      return NULL;
    }

  return table;
}
