/* streek-cli-import-profile.c: profiles that commands read files by, and keep */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-import.h"
#include "workspace/streek-imports.h"

#include <string.h>

StreekMapping *
streek_cli_import_find_profile (StreekWorkspace *workspace,
                                const char *name,
                                const char *records,
                                GError **error)
{
  if (g_str_has_suffix (name, ".json"))
    return streek_profile_read_file (name, records, error);

  g_autoptr (GPtrArray) profiles = streek_imports_list_profiles (workspace, records, error);

  return profiles != NULL ? streek_profile_find (profiles, name, error) : NULL;
}

gboolean
streek_cli_import_save_profile (const StreekMapping *mapping, const char *path, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);

  if (g_str_has_suffix (base, ".json"))
    base[strlen (base) - 5] = '\0';

  g_autoptr (StreekMapping) profile =
    streek_profile_new_from_mapping (mapping, base, mapping->title);

  return streek_profile_write_file (profile, path, error);
}
