/* streek-paths.c: where what is installed with the program lies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-paths.h"

/* An uninstalled build points these at its own folders; meson's devenv does so. */
static const char *
get_dir (const char *variable, const char *installed)
{
  const char *own = g_getenv (variable);

  return own != NULL && *own != '\0' ? own : installed;
}

const char *
streek_paths_get_locale_dir (void)
{
  return get_dir ("STREEK_LOCALEDIR", STREEK_LOCALEDIR);
}

/**
 * streek_paths_get_data_dir:
 *
 * Returns: the folder of the template workspaces
 */
const char *
streek_paths_get_data_dir (void)
{
  return get_dir ("STREEK_DATADIR", STREEK_PKGDATADIR);
}

/**
 * streek_paths_get_module_dir:
 *
 * Returns: the folder of the module that reads spreadsheets and geodata
 */
const char *
streek_paths_get_module_dir (void)
{
  return get_dir ("STREEK_MODULEDIR", STREEK_PKGLIBDIR);
}
