/* test-views.c: `--view`: the very drawing of a saved view, other options over it, and what is said
 * where it cannot be */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include "workspace/streek-views.h"

#include <string.h>

#define COPY "DIR/views.streek "

static void
on_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  streek_store_run_command_finish (STREEK_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
add_view (StreekWorkspace *workspace, const char *name, const char *json)
{
  g_autoptr (StreekSavedView) view = streek_saved_view_new (0, name);
  g_autoptr (GError) error = NULL;
  gboolean is_done = FALSE;

  g_assert_true (streek_saved_view_read_json (view, json, &error));
  g_assert_no_error (error);
  streek_views_add_async (workspace, view, on_added_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
}

/* A copy of the example in which somebody saved a view of each kind. */
static void
make_views (void)
{
  static const struct
  {
    const char *name;
    const char *json;
  } views[] = {
    { "Ouderen", "{\"kind\":\"choropleth\",\"kind-is-automatic\":false,\"set\":\"RESOC\","
                 "\"indicator\":\"share_65plus\",\"period\":\"2015\",\"method\":\"manual\","
                 "\"breaks\":[17.5,19.5],\"show-values\":true}" },
    { "Groei", "{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"RESOC\","
               "\"indicator\":\"pop_total\",\"from\":\"2010\",\"period\":\"2015\"}" },
    { "Reeks", "{\"kind\":\"choropleth\",\"kind-is-automatic\":false,\"set\":\"RESOC\","
               "\"indicator\":\"share_65plus\",\"multiples\":{\"most\":4}}" },
    { "Lijn", "{\"kind\":\"line\",\"indicators\":[\"share_65plus\"],"
              "\"areas\":[\"arrondissement:34000\"],\"references\":[\"gewest:02000\"],"
              "\"with-table\":true}" },
    { "Bundel", "{\"kind\":\"atlas\",\"set\":\"arrondissement\",\"within\":\"provincie:30000\","
                "\"indicators\":[\"pop_total\"],\"view\":\"none\",\"chart\":\"line\","
                "\"paper\":\"A4\",\"landscape\":false}" },
    { "Rang", "{\"kind\":\"analysis\",\"analysis\":\"ranking\",\"set\":\"RESOC\","
              "\"indicators\":[\"share_65plus\"]}" },
    { "Twee", "{\"set\":\"RESOC\"}" },
    { "Twee", "{\"set\":\"SERR\"}" },
  };
  g_autofree char *path = g_build_filename (cli_get_folder (), "views.streek", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (CliResult) copied = cli_run ("backup FILE DIR/views.streek");
  g_autoptr (StreekWorkspace) workspace =
    streek_workspace_open (path, STREEK_WORKSPACE_NONE, NULL, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    add_view (workspace, views[i].name, views[i].json);
  streek_workspace_close (workspace);
}

/* Both lines write DIR/a.svg or the like: their bytes are the same, or they are not. */
static gboolean
draw_same (const char *name, const char *line, const char *other_line)
{
  gsize n_one, n_two;

  cli_run_quietly (line);
  g_autofree char *one = cli_read_output (name, &n_one);

  cli_run_quietly (other_line);
  g_autofree char *two = cli_read_output (name, &n_two);

  return n_one == n_two && memcmp (one, two, n_one) == 0;
}

/* What the options alone would draw is what the view draws that says the same. */
static void
test_draws_what_was_saved (void)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1577836800", TRUE);

  g_assert_true (
    draw_same ("a.svg", "map " COPY "--view Ouderen -o DIR/a.svg",
               "map FILE --set RESOC --kind choropleth --indicator share_65plus --period 2015 "
               "--breaks 17.5,19.5 --labels both -o DIR/a.svg"));
  g_assert_true (draw_same ("a.svg", "map " COPY "--view Groei -o DIR/a.svg",
                            "map FILE --set RESOC --kind change --indicator pop_total "
                            "--from 2010 --period 2015 -o DIR/a.svg"));
  g_assert_true (draw_same ("a.pdf", "chart " COPY "--view Lijn -o DIR/a.pdf",
                            "chart FILE --kind line --indicator share_65plus "
                            "--area arrondissement:34000 --reference gewest:02000 --table "
                            "-o DIR/a.pdf"));
  g_assert_true (draw_same ("a.svg", "chart " COPY "--view Lijn -o DIR/a.svg",
                            "chart FILE --kind line --indicator share_65plus "
                            "--area arrondissement:34000 --reference gewest:02000 -o DIR/a.svg"));
  g_assert_true (draw_same (
    "a.pdf", "atlas " COPY "--view Bundel --force -o DIR/a.pdf",
    "atlas FILE --set arrondissement --within provincie:30000 --indicator pop_total --map none "
    "--portrait --force -o DIR/a.pdf"));
}

static void
test_options_change_a_view (void)
{
  /* limits of one's own were of the other indicator; of classes that are counted there are none */
  g_assert_true (draw_same ("b.svg",
                            "map " COPY "--view Ouderen --classes 3 --set SERR -o DIR/b.svg",
                            "map FILE --set SERR --kind choropleth --indicator share_65plus "
                            "--period 2015 --classes 3 --labels both -o DIR/b.svg"));
  g_assert_true (draw_same ("b.svg",
                            "map " COPY "--view Ouderen --indicator pop_total -o DIR/b.svg",
                            "map FILE --set RESOC --indicator pop_total --period 2015 "
                            "--labels both -o DIR/b.svg"));
  g_assert_true (draw_same ("b.svg",
                            "map " COPY "--view Reeks --period 2001..2004 --grey -o DIR/b.svg",
                            "map FILE --set RESOC --kind choropleth --indicator share_65plus "
                            "--multiples 4 --period 2001..2004 --grey -o DIR/b.svg"));
  g_assert_true (draw_same ("b.svg",
                            "chart " COPY "--view Lijn --kind bar --set RESOC --period 2015 "
                            "-o DIR/b.svg",
                            "chart FILE --kind bar --indicator share_65plus --set RESOC "
                            "--reference gewest:02000 --period 2015 -o DIR/b.svg"));
  g_assert_true (draw_same ("b.pdf",
                            "atlas " COPY "--view Bundel --map all --map-indicator share_65plus "
                            "--breaks 17.5,19.5 --set RESOC --size A3 --force -o DIR/b.pdf",
                            "atlas FILE --set RESOC --within provincie:30000 --indicator pop_total "
                            "--map all --map-indicator share_65plus --breaks 17.5,19.5 --size A3 "
                            "--portrait --force -o DIR/b.pdf"));
}

static void
test_what_cannot_be_drawn (void)
{
  static const CliRefusal refusals[] = {
    { "map " COPY "--view Nergens -o DIR/x.svg", 1, "Nergens" },
    { "map " COPY "--view Nergens -o DIR/x.svg", 1, "“Ouderen”, “Groei”" },
    { "map " COPY "--view Lijn -o DIR/x.svg", 1, "streek chart" },
    { "map " COPY "--view Rang -o DIR/x.svg", 1, "Rang" },
    { "map " COPY "--view Twee -o DIR/x.svg", 1, "Several" },
    { "chart FILE --view Lijn -o DIR/x.svg", 1, "no view that this command draws" },
    { "atlas " COPY "--view Lijn -o DIR/x.pdf", 1, "“Bundel”" },
    { "map " COPY "--view Ouderen", 2, "-o" },
    { "map " COPY "--view Ouderen -o DIR/x.gif", 2, "x.gif" },
    { "map " COPY "--view Ouderen --from 2001 -o DIR/x.svg", 2, "--kind change" },
    { "map " COPY "--view Ouderen --kind areas -o DIR/x.svg", 2, "--indicator" },
    { "map " COPY "--view Ouderen --beside period=2001 --multiples 3 -o DIR/x.svg", 2,
      "--multiples" },
    { "map " COPY "--view Reeks --beside period=2001 -o DIR/x.svg", 2, "--beside" },
    { "map " COPY "--view Groei --classes policy -o DIR/x.svg", 2, "--view" },
    { "chart " COPY "--view Lijn", 2, "-o" },
    { "chart " COPY "--view Lijn --breaks 1,2 -o DIR/x.svg", 2, "--view" },
    { "chart " COPY "--view Lijn --kind scatter -o DIR/x.svg", 2, "scatter" },
    { "atlas " COPY "--view Bundel --map-set gemeente -o DIR/x.pdf", 2, "--map-set" },
    { "atlas " COPY "--view Bundel -o DIR/x.svg", 2, "--each" },
  };

  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
  g_assert_cmpuint (cli_count_files ("x."), ==, 0);
}

static void
add_tests (void)
{
  make_views ();
  g_test_add_func ("/cli/views/draws-what-was-saved", test_draws_what_was_saved);
  g_test_add_func ("/cli/views/options-change-a-view", test_options_change_a_view);
  g_test_add_func ("/cli/views/what-cannot-be-drawn", test_what_cannot_be_drawn);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
