/* streek-pack-records.c: what people of the example keep, into it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-pack-records.h"

#include "streek-record-text.h"
#include "workspace/streek-kinds.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of their names, so that two builds give the same file. */
static GPtrArray *
list_paths (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".records"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (paths, compare_names);

  return g_steal_pointer (&paths);
}

static gboolean
read_file (StreekRecordText *text, const char *path, GError **error)
{
  g_autofree char *content = NULL;

  return g_file_get_contents (path, &content, NULL, error) &&
         streek_record_text_read (text, content, path, error);
}

/**
 * streek_pack_records:
 * @db: the example with its reference data, inside a command
 * @folder: where the texts are: every file whose name ends in .records
 */
gboolean
streek_pack_records (StreekDb *db, const char *folder, GError **error)
{
  g_autoptr (StreekAreas) areas = streek_areas_load_without_meshes (db, error);
  g_autoptr (StreekCatalogue) catalogue = areas != NULL ? streek_catalogue_load (db, error) : NULL;
  g_autoptr (GPtrArray) paths = catalogue != NULL ? list_paths (folder, error) : NULL;

  if (paths == NULL)
    return FALSE;

  streek_workspace_register_kinds ();

  g_autoptr (StreekRecordText) text = streek_record_text_new (areas, catalogue);

  for (guint i = 0; i < paths->len; i++)
    if (!read_file (text, paths->pdata[i], error))
      return FALSE;

  g_autoptr (StreekRecordChanges) changes = streek_record_text_make_changes (text, error);
  g_autoptr (StreekRecords) records =
    changes != NULL ? streek_records_load (db, NULL, 0, NULL, error) : NULL;

  return records != NULL && streek_record_changes_check (changes, records, error) &&
         streek_record_changes_write (changes, db, error);
}
