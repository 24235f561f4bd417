/* test-flatpak.c: the Flatpak manifest is one, and asks for no more than the program needs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

static JsonParser *
load_manifest (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("STREEK_SOURCE_ROOT"), "flatpak", STREEK_APP_ID ".json", NULL);
  JsonParser *parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)));

  return parser;
}

static void
test_names_what_it_builds (void)
{
  g_autoptr (JsonParser) parser = load_manifest ();
  JsonObject *manifest = json_node_get_object (json_parser_get_root (parser));
  const struct
  {
    const char *key;
    const char *value;
  } expected[] = {
    { "id", STREEK_APP_ID },
    { "runtime", "org.gnome.Platform" },
    { "sdk", "org.gnome.Sdk" },
    { "command", "streekatlas" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (json_object_get_string_member_with_default (manifest, expected[i].key, ""), ==,
                     expected[i].value);

  g_assert_true (json_object_has_member (manifest, "runtime-version"));
}

static void
test_asks_for_little (void)
{
  /* DESIGN: no network; Documents, because SQLite's side files do not work through the portal */
  static const char *const allowed[] = {
    "--share=ipc",  "--socket=fallback-x11",      "--socket=wayland",
    "--device=dri", "--filesystem=xdg-documents", NULL,
  };
  g_autoptr (JsonParser) parser = load_manifest ();
  JsonObject *manifest = json_node_get_object (json_parser_get_root (parser));
  JsonArray *args = json_object_get_array_member (manifest, "finish-args");
  gboolean has_documents = FALSE;

  g_assert_nonnull (args);

  for (guint i = 0; i < json_array_get_length (args); i++)
    {
      const char *arg = json_array_get_string_element (args, i);

      if (!g_strv_contains (allowed, arg))
        g_test_fail_printf ("the manifest asks for %s", arg);
      has_documents |= g_str_equal (arg, "--filesystem=xdg-documents");
    }

  g_assert_true (has_documents);
}

/* A source without a checksum is whatever the server says that day. */
static void
check_source (const char *module, JsonObject *source)
{
  const char *type = json_object_get_string_member_with_default (source, "type", "");

  if (g_str_equal (type, "archive"))
    {
      const char *sum = json_object_get_string_member_with_default (source, "sha256", "");

      g_assert_cmpuint (strlen (sum), ==, 64);
      g_assert_true (g_str_has_prefix (json_object_get_string_member (source, "url"), "https://"));
    }
  else if (!g_str_equal (type, "dir"))
    g_test_fail_printf ("%s has a source of type \"%s\"", module, type);
}

static void
test_modules_are_pinned (void)
{
  g_autoptr (JsonParser) parser = load_manifest ();
  JsonObject *manifest = json_node_get_object (json_parser_get_root (parser));
  JsonArray *modules = json_object_get_array_member (manifest, "modules");
  const char *name = NULL;

  g_assert_nonnull (modules);

  for (guint i = 0; i < json_array_get_length (modules); i++)
    {
      JsonObject *module = json_array_get_object_element (modules, i);
      JsonArray *sources = json_object_get_array_member (module, "sources");

      name = json_object_get_string_member (module, "name");
      g_assert_nonnull (sources);
      for (guint j = 0; j < json_array_get_length (sources); j++)
        check_source (name, json_array_get_object_element (sources, j));
    }

  g_assert_cmpstr (name, ==, "streekatlas"); /* the program itself comes last */
}

/* Own areas and old spreadsheets are read through GDAL, and that needs PROJ and FreeXL first: a
 * program without them would say in each dialog that it cannot read the file. */
static void
test_reads_geodata (void)
{
  static const char *const needed[] = { "sqlite", "proj", "freexl", "gdal", "streekatlas" };
  g_autoptr (JsonParser) parser = load_manifest ();
  JsonObject *manifest = json_node_get_object (json_parser_get_root (parser));
  JsonArray *modules = json_object_get_array_member (manifest, "modules");
  JsonObject *module = NULL;
  guint next = 0;

  for (guint i = 0; i < json_array_get_length (modules); i++)
    {
      module = json_array_get_object_element (modules, i);
      if (next < G_N_ELEMENTS (needed) &&
          g_str_equal (json_object_get_string_member (module, "name"), needed[next]))
        next++;
    }

  g_assert_cmpuint (next, ==, G_N_ELEMENTS (needed));

  JsonArray *options = json_object_get_array_member (module, "config-opts");

  for (guint i = 0; i < json_array_get_length (options); i++)
    g_assert_cmpstr (json_array_get_string_element (options, i), !=, "-Dgdal=disabled");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ground/flatpak/names-what-it-builds", test_names_what_it_builds);
  g_test_add_func ("/ground/flatpak/asks-for-little", test_asks_for_little);
  g_test_add_func ("/ground/flatpak/modules-are-pinned", test_modules_are_pinned);
  g_test_add_func ("/ground/flatpak/reads-geodata", test_reads_geodata);

  return g_test_run ();
}
