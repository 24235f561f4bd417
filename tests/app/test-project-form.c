/* test-project-form.c: a project is made and changed in the form that its description gives */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* Returns once the form is there. */
static StreekDriver *
begin (AppFixture *fixture)
{
  app_fixture_start_example (fixture);
  streek_driver_click (fixture->driver, "list item", "Projects");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Projects: *"));
  streek_driver_click (fixture->driver, "button", "New: Project");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Project"));

  return fixture->driver;
}

/* What is typed is refused with @words, and nothing can be saved; @right is not. */
static void
check_refused (
  StreekDriver *driver, const char *name, const char *wrong, const char *words, const char *right)
{
  streek_driver_set_text (driver, "text", name, wrong);
  g_object_unref (streek_driver_wait (driver, "label", words));
  streek_driver_wait_description (driver, "text", name, words);
  streek_driver_wait_sensitive (driver, "button", "Save", FALSE);
  streek_driver_set_text (driver, "text", name, right);
  streek_driver_wait_gone (driver, "label", words);
  streek_driver_wait_sensitive (driver, "button", "Save", TRUE);
}

/* By its name, with Enter right behind the last letter. */
static void
choose_by_name (StreekDriver *driver, const char *field, const char *typed, const char *name)
{
  g_autofree char *before = g_strdup_printf ("%s: Nothing chosen", field);
  g_autofree char *after = g_strdup_printf ("%s: %s", field, name);

  streek_driver_click (driver, "button", before);
  streek_driver_wait_popups (driver, 1);
  streek_driver_type (driver, typed);
  streek_driver_press (driver, "Return");
  g_object_unref (streek_driver_wait (driver, "button", after));
}

/* The one that is @steps under the one that is chosen; Tab comes to the field from any other. */
static void
choose_word (StreekDriver *driver, const char *field, guint steps, const char *word)
{
  streek_driver_focus (driver, "combo box", field);
  streek_driver_wait_rest (driver); /* it scrolls into sight; no list may open off the screen */
  streek_driver_press (driver, "space");
  streek_driver_wait_popups (driver, 1);
  for (guint i = 0; i < steps; i++)
    streek_driver_press (driver, "Down");
  streek_driver_press (driver, "Return");
  streek_driver_wait_popups (driver, 0);
  g_object_unref (streek_driver_wait (driver, "label", word));
}

static void
save (StreekDriver *driver, const char *window)
{
  streek_driver_press (driver, "ctrl+s");
  streek_driver_wait_gone (driver, "frame", window);
}

static void
test_project_is_made (AppFixture *fixture, gconstpointer data)
{
  StreekDriver *driver = begin (fixture);

  streek_driver_wait_sensitive (driver, "button", "Save", FALSE);
  g_object_unref (streek_driver_wait (driver, "label", "Project: fill in “Name”."));
  streek_driver_set_text (driver, "text", "Name (required)", "Test project");
  streek_driver_wait_gone (driver, "label", "Project: fill in “Name”.");

  check_refused (driver, "Budget (€)", "much", "This is not a number.", "1250000");
  check_refused (driver, "Done (%)", "150", "Test project: “Done” must lie between 0 and 100.",
                 "15");
  streek_driver_set_text (driver, "text", "From", "2024-06");
  check_refused (driver, "Until", "2023",
                 "Test project: it ends on 31 December 2023, before it begins on 1 June 2024.",
                 "2025");
  choose_by_name (driver, "Programme", "west deal", "West Deal");
  choose_word (driver, "Status", 4, "Running");
  app_fixture_check_names (fixture, "form of a project");
  save (driver, "Project");

  /* what no other project of the example has */
  g_object_unref (streek_driver_wait (driver, "label", "Test project"));
  g_object_unref (streek_driver_wait (driver, "label", "June 2024"));
  g_object_unref (streek_driver_wait (driver, "label", "Running"));
  g_object_unref (streek_driver_wait (driver, "label", "1,250,000*"));

  streek_driver_press (driver, "ctrl+z");
  streek_driver_wait_gone (driver, "label", "Test project");
}

/* A change and a part are commands of their own, and are taken back one by one. */
static void
test_project_is_changed (AppFixture *fixture, gconstpointer data)
{
  StreekDriver *driver = begin (fixture);

  streek_driver_set_text (driver, "text", "Name (required)", "Test project");
  save (driver, "Project");
  streek_driver_click (driver, "label", "Test project");
  streek_driver_press (driver, "F2");
  g_object_unref (streek_driver_wait (driver, "frame", "Project"));
  streek_driver_wait_sensitive (driver, "button", "Save", FALSE); /* nothing to save yet */

  streek_driver_click (driver, "button", "Add: Partner");
  g_object_unref (streek_driver_wait (driver, "frame", "Partner"));
  g_object_unref (streek_driver_wait (driver, "label", "Partner: fill in “Organisation”."));
  choose_by_name (driver, "Organisation", "provincie west", "Provincie West-Vlaanderen");
  choose_word (driver, "Role (required)", 3, "Supporter");
  save (driver, "Partner");
  g_object_unref (streek_driver_wait (driver, "label", "Provincie West-Vlaanderen"));

  streek_driver_set_text (driver, "text", "Name (required)", "Other name");
  save (driver, "Project");
  g_object_unref (streek_driver_wait (driver, "label", "Other name"));
  streek_driver_press (driver, "ctrl+z");
  g_object_unref (streek_driver_wait (driver, "label", "Test project"));
  streek_driver_wait_gone (driver, "label", "Other name");

  streek_driver_press (driver, "ctrl+z");
  streek_driver_wait_description (driver, "button", "Undo", "*Test project*");
  streek_driver_press (driver, "ctrl+z");
  streek_driver_wait_gone (driver, "label", "Test project");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  app_test ("/app/project-form/project-is-made", test_project_is_made);
  app_test ("/app/project-form/project-is-changed", test_project_is_changed);

  return g_test_run ();
}
