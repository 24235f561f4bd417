/* test-search.c: Ctrl+K finds by what is said of a thing, and goes there */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#define FIELD "Search for an area, indicator, plan or project"

static void
search (AppFixture *fixture, const char *text)
{
  streek_driver_press (fixture->driver, "ctrl+k");
  streek_driver_set_text (fixture->driver, "entry", FIELD, text);
}

/* "Wachtregister" is in the definition only, and stands beside the name. */
static void
test_finds_by_a_definition (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  search (fixture, "wachtregister");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Indicator · *wachtregister*"));
  streek_driver_press (fixture->driver, "Return");
  streek_driver_wait_gone (fixture->driver, "entry", FIELD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/search/finds-by-a-definition", test_finds_by_a_definition);

  return g_test_run ();
}
