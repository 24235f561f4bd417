/* test-reference-version.c: reference data that changed have another version than before */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

/* What the data of a version look like. Who changes data/reference puts the new digest here, and
 * raises data/reference/version.txt where files were given out with the former one: by the version
 * alone a file knows that newer data are there. */
#define VERSION "2"
#define DIGEST "ad1e7ea28efb0e0be189fac979516c21c462ba59c30d4b3d4f18b3673542a48c"

static gboolean
is_reference (const char *name)
{
  return !g_str_has_prefix (name, "example-") && !g_str_equal (name, "version.txt") &&
         !g_str_equal (name, "meson.build");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
read_file (const char *folder, const char *name, gsize *size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, size, &error);
  g_assert_no_error (error);

  return text;
}

static char *
make_digest (const char *folder)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);

  while ((name = g_dir_read_name (dir)) != NULL)
    if (is_reference (name))
      g_ptr_array_add (names, g_strdup (name));

  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      gsize size;
      g_autofree char *text = read_file (folder, names->pdata[i], &size);

      g_checksum_update (checksum, names->pdata[i], -1);
      g_checksum_update (checksum, (const guchar *) text, (gssize) size);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static void
test_changed_data_are_another_version (void)
{
  g_autofree char *folder =
    g_build_filename (g_getenv ("STREEK_SOURCE_ROOT"), "data", "reference", NULL);
  gsize size;
  g_autofree char *version = read_file (folder, "version.txt", &size);
  g_autofree char *digest = make_digest (folder);

  g_assert_cmpstr (g_strstrip (version), ==, VERSION);
  g_assert_cmpstr (digest, ==, DIGEST);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ground/reference-version/changed-data-are-another-version",
                   test_changed_data_are_another_version);

  return g_test_run ();
}
