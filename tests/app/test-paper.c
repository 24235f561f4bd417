/* test-paper.c: what is shown, on paper, in files and on the clipboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <string.h>

static char *
read_pdf_text (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *arguments[] = { program, "-layout", path, "-", NULL };
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    return NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &text,
                NULL, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static gboolean
begins_with (GBytes *bytes, const char *start)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= strlen (start) && memcmp (data, start, strlen (start)) == 0;
}

/* Ctrl+P, an organisation typed, and a PDF without a printer: what stands in it is text. */
static void
test_preview_saves_a_pdf (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_fixture_dup_path (fixture, "kaart.pdf");

  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "ctrl+p");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Print Preview"));
  streek_driver_wait_description (fixture->driver, "image", "Page 1 of 1", "*5 areas*");
  streek_driver_set_text (fixture->driver, "text", "Organisation", "RESOC Westhoek");
  streek_driver_click (fixture->driver, "button", "Save as PDF…");
  streek_driver_answer_file_dialog (fixture->driver, "Save as PDF", path);

  g_autoptr (GBytes) pdf = app_fixture_wait_for_file (fixture, path);
  g_autofree char *text = read_pdf_text (path);

  g_assert_true (begins_with (pdf, "%PDF-"));

  if (text == NULL)
    return;

  g_assert_nonnull (strstr (text, "RESOC Westhoek"));
  g_assert_nonnull (strstr (text, "Midden-West-Vlaanderen"));
  g_assert_nonnull (strstr (text, "Gemeentegrenzen"));
}

#define PARTS "Parts of the map*"

static void
start_arranging (AppFixture *fixture)
{
  streek_driver_press (fixture->driver, "ctrl+p");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Print Preview"));
  streek_driver_wait_description (fixture->driver, "image", "Page 1 of 1", "*5 areas*");
  streek_driver_click (fixture->driver, "button", "Arrange");
  g_object_unref (streek_driver_wait (fixture->driver, "image", PARTS));
}

static gboolean
is_selected (AppFixture *fixture, const char *start)
{
  g_autofree char *words = streek_driver_dup_description (fixture->driver, "image", PARTS);

  return g_str_has_prefix (words, start);
}

static void
select_part (AppFixture *fixture, const char *start)
{
  for (guint i = 0; i < 6 && !is_selected (fixture, start); i++)
    {
      streek_driver_press (fixture->driver, "Tab");
      streek_driver_wait_rest (fixture->driver);
    }
}

/* With keys alone: the scale bar goes up, Escape leaves, and the next preview still has it there,
 * until everything is put back. */
static void
test_furniture_is_arranged_with_keys (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  start_arranging (fixture);
  streek_driver_press (fixture->driver, "Tab");
  streek_driver_wait_description (fixture->driver, "image", PARTS, "Title: *");
  select_part (fixture, "Scale bar: ");

  g_autofree char *before = streek_driver_dup_description (fixture->driver, "image", PARTS);

  for (guint i = 0; i < 20; i++)
    streek_driver_press (fixture->driver, "Up");
  streek_driver_wait_rest (fixture->driver);

  g_autofree char *after = streek_driver_dup_description (fixture->driver, "image", PARTS);

  g_assert_true (g_str_has_prefix (after, "Scale bar: "));
  g_assert_cmpstr (before, !=, after);
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "image", PARTS);
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "frame", "Print Preview");

  start_arranging (fixture);
  streek_driver_wait_sensitive (fixture->driver, "button", "Put Everything Back", TRUE);
  streek_driver_click (fixture->driver, "button", "Put Everything Back");
  streek_driver_wait_sensitive (fixture->driver, "button", "Put Everything Back", FALSE);
}

/* An analysis is text on paper too, with its heading and its source. Inhabitants of RESOC
 * Zuid-West-Vlaanderen on 1 January 2024, Statbel, Bevolking naar woonplaats. */
static void
test_analysis_is_saved_as_pdf (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_fixture_dup_path (fixture, "analyse.pdf");

  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "alt+2");
  streek_driver_click (fixture->driver, "label", "Population");
  streek_driver_click (fixture->driver, NULL, "Analysis");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*change from 2001 to 2024*"));
  streek_driver_press (fixture->driver, "ctrl+p");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Print Preview"));
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 1 of 1"));
  streek_driver_click (fixture->driver, "button", "Save as PDF…");
  streek_driver_answer_file_dialog (fixture->driver, "Save as PDF", path);

  g_autoptr (GBytes) pdf = app_fixture_wait_for_file (fixture, path);
  g_autofree char *text = read_pdf_text (path);

  g_assert_true (begins_with (pdf, "%PDF-"));

  if (text == NULL)
    return;

  g_assert_nonnull (strstr (text, "change from 2001 to 2024"));
  g_assert_nonnull (strstr (text, "Zuid-West-Vlaanderen"));
  g_assert_nonnull (strstr (text, "302,332"));
  g_assert_nonnull (strstr (text, "Source: Statbel"));
}

/* The table of the map, and the tree of areas, are printed from where they are shown. */
static void
test_every_section_prints (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "ctrl+t");
  streek_driver_press (fixture->driver, "ctrl+p");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 1 of 1"));
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "frame", "Print Preview");

  /* five provinces, a page each */
  streek_driver_press (fixture->driver, "alt+3");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "ERSV Limburg"));
  streek_driver_press (fixture->driver, "ctrl+p");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 1 of 5"));
  streek_driver_click (fixture->driver, "button", "Next Page");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 2 of 5"));
}

static void
export_as (AppFixture *fixture, const char *check, const char *path)
{
  streek_driver_press (fixture->driver, "ctrl+e");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Export"));
  streek_driver_wait_rest (fixture->driver);
  streek_driver_click (fixture->driver, "list item", check);
  streek_driver_click (fixture->driver, "button", "Export…");
  streek_driver_answer_file_dialog (fixture->driver, "Export", path);
  streek_driver_wait_gone (fixture->driver, "frame", "Export");
}

static void
test_exports_are_files (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *png = app_fixture_dup_path (fixture, "kaart.png");
  g_autofree char *csv = app_fixture_dup_path (fixture, "tabel.csv");

  app_fixture_start_example (fixture);
  export_as (fixture, "PNG", png);
  export_as (fixture, "CSV for Spreadsheets", csv);

  g_autoptr (GBytes) picture = app_fixture_wait_for_file (fixture, png);
  g_autoptr (GBytes) table = app_fixture_wait_for_file (fixture, csv);

  g_assert_true (begins_with (picture, "\x89PNG"));
  g_assert_true (begins_with (table, "\xef\xbb\xbf\""));
}

static void
test_copying_says_so (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "ctrl+shift+c");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Picture and table copied."));
  streek_driver_press (fixture->driver, "ctrl+shift+d");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Table copied."));
}

/* A folder that cannot be written: the window says so and lives on. */
static void
test_failing_export_is_told (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "ctrl+p");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 1 of 1"));
  streek_driver_click (fixture->driver, "button", "Save as PDF…");
  streek_driver_answer_file_dialog (fixture->driver, "Save as PDF", "/proc/kaart.pdf");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "The PDF could not be saved."));
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "label", "The PDF could not be saved.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/paper/analysis-is-saved-as-pdf", test_analysis_is_saved_as_pdf);
  app_test ("/app/paper/preview-saves-a-pdf", test_preview_saves_a_pdf);
  app_test ("/app/paper/furniture-is-arranged-with-keys", test_furniture_is_arranged_with_keys);
  app_test ("/app/paper/every-section-prints", test_every_section_prints);
  app_test ("/app/paper/exports-are-files", test_exports_are_files);
  app_test ("/app/paper/copying-says-so", test_copying_says_so);
  app_test ("/app/paper/failing-export-is-told", test_failing_export_is_told);

  return g_test_run ();
}
