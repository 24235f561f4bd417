/* fuzz-corpus.c: inputs that libFuzzer found, each of which goes a way that no other does */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

void
fuzz_add_corpus (GPtrArray *seeds, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", name, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *file;

  g_assert_no_error (error);

  while ((file = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, file, NULL));

  g_assert_cmpuint (names->len, >, 0);
  g_ptr_array_sort (names, compare_names); /* the mutations depend on the order */

  for (guint i = 0; i < names->len; i++)
    {
      char *data;
      gsize size;

      g_file_get_contents (names->pdata[i], &data, &size, &error);
      g_assert_no_error (error);
      g_ptr_array_add (seeds, g_bytes_new_take (data, size));
    }
}
