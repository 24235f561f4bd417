/* test-texts.c: areas and indicators of the example, found by names, aliases, definitions, notes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-texts.h"
#include "workspace-fixture.h"

typedef struct
{
  StreekWorkspace *workspace;
  GMainLoop *loop;
  StreekSearchIndex *index;
} Fixture;

static void
on_indexed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  fixture->index = streek_texts_index_finish (fixture->workspace, result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (fixture->loop);
}

/* Opened to read only, as a file on a medium that cannot be written. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = workspace_fixture_open_example ();
  fixture->loop = g_main_loop_new (NULL, FALSE);
  streek_texts_index_async (fixture->workspace, NULL, NULL, on_indexed_cb, fixture);
  g_main_loop_run (fixture->loop);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_search_index_unref (fixture->index);
  g_main_loop_unref (fixture->loop);
  streek_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
}

static void
test_finds_by_all_that_is_said (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *question;
    const char *noun;
    const char *key;
  } cases[] = {
    { "grijze druk", "indicator", "old_dependency" },     /* its name */
    { "wachtregister", "indicator", "pop_total" },        /* in its definition */
    { "inwoners vierkante", "indicator", "pop_density" }, /* words apart */
    { "arvastat", "indicator", "nwwz" },                  /* its source */
    { "kortrijk", "area", "gemeente:34022" },
    { "Courtrai", "area", "gemeente:34022" }, /* in French */
    { "BELGIE", "area", "land:01000" },       /* accents aside */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits =
        streek_search_index_find (fixture->index, cases[i].question, 200);
      gboolean found = FALSE;

      for (guint j = 0; j < hits->len; j++)
        {
          const StreekSearchHit *hit = g_ptr_array_index (hits, j);

          found |= g_str_equal (hit->noun, cases[i].noun) && g_str_equal (hit->key, cases[i].key);
        }

      if (!found)
        g_test_fail_printf ("%s does not find %s", cases[i].question, cases[i].key);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/workspace/texts/finds-by-all-that-is-said", Fixture, NULL, set_up,
              test_finds_by_all_that_is_said, tear_down);

  return g_test_run ();
}
