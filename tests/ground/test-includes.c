/* test-includes.c: holds the includes of every room against the ground plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

/* The same table stands in docs/ARCHITECTURE.md, with what lives in each room; a test below
 * compares the two. A room may include what it stands on and whatever that stands on. */
static const struct
{
  const char *name;
  const char *stands_on;
} rooms[] = {
  { "base", "" },
  { "store", "base" },
  { "geo", "base" },
  { "stats", "base" },
  { "table", "base" },
  { "rule", "store, table" },
  { "search", "store" },
  { "exchange", "store, table" },
  { "draw", "geo, stats" },
  { "figure", "table, draw" },
  { "area", "store, geo, rule, search, exchange" },
  { "indicator", "area, stats" },
  { "record", "indicator" },
  { "actor", "record" },
  { "body", "actor" },
  { "plan", "body" },
  { "project", "plan" },
  { "workspace", "figure, project" },
};

static char *
get_source_path (const char *relative)
{
  return g_build_filename (g_getenv ("STREEK_SOURCE_ROOT"), relative, NULL);
}

static int
find_room (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    if (strcmp (rooms[i].name, name) == 0)
      return (int) i;

  return -1;
}

/* The table has no ring: a room stands only on rooms above it in the list. */
static gboolean
stands_on (const char *room, const char *other)
{
  g_auto (GStrv) direct = g_strsplit (rooms[find_room (room)].stands_on, ", ", -1);

  for (gsize i = 0; direct[i] != NULL; i++)
    if (*direct[i] != '\0' && (strcmp (direct[i], other) == 0 || stands_on (direct[i], other)))
      return TRUE;

  return FALSE;
}

static gboolean
has_suffix_of_c (const char *name)
{
  return g_str_has_suffix (name, ".c") || g_str_has_suffix (name, ".h");
}

/* Paths of all C files under @folder of the source, in order. */
static void
list_c_files (const char *folder, GPtrArray *paths)
{
  g_autofree char *full = get_source_path (folder);
  g_autoptr (GDir) dir = g_dir_open (full, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *relative = g_build_filename (folder, name, NULL);
      g_autofree char *path = get_source_path (relative);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        list_c_files (relative, paths);
      else if (has_suffix_of_c (name))
        g_ptr_array_add (paths, g_steal_pointer (&relative));
    }
}

/* What one file includes: "geo/streek-mesh.h" with its quotes, <sqlite3.h> with its brackets. */
static GStrv
list_includes (const char *relative)
{
  g_autofree char *path = get_source_path (relative);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "#include "))
      g_strv_builder_add (builder, g_strstrip (lines[i] + strlen ("#include ")));

  return g_strv_builder_end (builder);
}

static gboolean
is_toolkit (const char *include)
{
  return g_str_has_prefix (include, "<gtk/") || g_str_has_prefix (include, "<gdk/") ||
         g_str_has_prefix (include, "<adwaita");
}

static void
check_core_include (const char *file, const char *room, const char *include)
{
  if (include[0] == '<')
    {
      if (is_toolkit (include))
        g_test_fail_printf ("%s includes %s: the core never sees GTK", file, include);
      if (strcmp (include, "<sqlite3.h>") == 0 && strcmp (room, "store") != 0 &&
          !stands_on (room, "store"))
        g_test_fail_printf ("%s includes %s: %s does not stand on store", file, include, room);
      return;
    }

  g_autofree char *target = g_strndup (include + 1, strcspn (include + 1, "/\""));

  if (strcmp (include, "\"config.h\"") == 0 || strcmp (target, room) == 0)
    return;

  /* the table of the module, which only the room that opens it sees */
  if ((strcmp (include, "\"streek-archive-api.h\"") == 0 ||
       strcmp (include, "\"streek-gdal-api.h\"") == 0 ||
       strcmp (include, "\"streek-image-api.h\"") == 0) &&
      strcmp (room, "exchange") == 0)
    return;

  if (find_room (target) < 0)
    g_test_fail_printf ("%s includes %s, which names no room", file, include);
  else if (!stands_on (room, target))
    g_test_fail_printf ("%s includes %s: %s does not stand on %s", file, include, room, target);
}

static void
test_core_reaches_only_down (void)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  list_c_files ("src/core", files);
  g_assert_cmpuint (files->len, >, 10);

  for (guint i = 0; i < files->len; i++)
    {
      const char *file = files->pdata[i];
      g_auto (GStrv) parts = g_strsplit (file, "/", 4);
      g_auto (GStrv) includes = list_includes (file);

      if (find_room (parts[2]) < 0)
        {
          g_test_fail_printf ("%s lies in a room that is not in the plan", file);
          continue;
        }

      for (gsize j = 0; includes[j] != NULL; j++)
        check_core_include (file, parts[2], includes[j]);
    }
}

/* The fronts may use every room of the core, and files of their own; they never touch SQL. */
static void
check_front (const char *folder, gboolean may_use_toolkit)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  list_c_files (folder, files);

  for (guint i = 0; i < files->len; i++)
    {
      const char *file = files->pdata[i];
      g_auto (GStrv) includes = list_includes (file);

      for (gsize j = 0; includes[j] != NULL; j++)
        {
          g_autofree char *target = g_strndup (includes[j] + 1, strcspn (includes[j] + 1, "/\""));

          if (strcmp (includes[j], "<sqlite3.h>") == 0)
            g_test_fail_printf ("%s includes %s: SQL stands with its noun", file, includes[j]);
          if (is_toolkit (includes[j]) && !may_use_toolkit)
            g_test_fail_printf ("%s includes %s: it must run without a display", file, includes[j]);
          if (strcmp (folder, "src/cli") == 0 && strcmp (target, "app") == 0)
            g_test_fail_printf ("%s includes %s: the fronts do not know each other", file,
                                includes[j]);
        }
    }
}

static void
test_fronts_are_thin (void)
{
  check_front ("src/cli", FALSE);
  check_front ("src/app", TRUE);
}

/* Any other open and close of the path in the process drops the locks of our connections. */
static void
test_only_store_opens_files (void)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  list_c_files ("src", files);

  for (guint i = 0; i < files->len; i++)
    {
      const char *file = files->pdata[i];
      g_autofree char *path = get_source_path (file);
      g_autofree char *text = NULL;

      if (g_str_has_prefix (file, "src/core/store/"))
        continue;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      if (strstr (text, "sqlite3_open") != NULL)
        g_test_fail_printf ("%s opens a database; only core/store does", file);
    }
}

/* Finds "| `core/area` | … | store, geo |" and returns its last cell. */
static char *
find_documented_row (const char *text, const char *room)
{
  g_autofree char *start = g_strdup_printf ("| `core/%s` |", room);
  const char *row = strstr (text, start);

  if (row == NULL)
    return NULL;

  g_autofree char *line = g_strndup (row, strcspn (row, "\n"));
  g_auto (GStrv) cells = g_strsplit (line, "|", -1);
  guint n = g_strv_length (cells);

  return n < 3 ? NULL : g_strdup (g_strstrip (cells[n - 2]));
}

static void
test_plan_is_documented (void)
{
  g_autofree char *path = get_source_path ("docs/ARCHITECTURE.md");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *documented = find_documented_row (text, rooms[i].name);

      g_assert_cmpstr (documented, ==, rooms[i].stands_on);
    }
}

/* A ring in the table would let two rooms include each other. */
static void
test_plan_has_no_ring (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_auto (GStrv) direct = g_strsplit (rooms[i].stands_on, ", ", -1);

      for (gsize j = 0; direct[j] != NULL; j++)
        if (*direct[j] != '\0')
          {
            g_assert_cmpint (find_room (direct[j]), >=, 0);
            g_assert_cmpint (find_room (direct[j]), <, (int) i);
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ground/plan/has-no-ring", test_plan_has_no_ring);
  g_test_add_func ("/ground/plan/is-documented", test_plan_is_documented);
  g_test_add_func ("/ground/includes/core-reaches-only-down", test_core_reaches_only_down);
  g_test_add_func ("/ground/includes/fronts-are-thin", test_fronts_are_thin);
  g_test_add_func ("/ground/includes/only-store-opens-files", test_only_store_opens_files);

  return g_test_run ();
}
