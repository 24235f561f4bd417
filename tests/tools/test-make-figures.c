/* test-make-figures.c: published tables through the maintainers' program, in their own vintage */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

/* B and C merge into D on 1 January 2019; the province stays. W lies outside Flanders. */
static const char *const areas[][2] = {
  { "municipalities.csv", "nis,valid_from,valid_to,region_nis\n"
                          "A,,,02000\n"
                          "B,,2018-12-31,02000\n"
                          "C,,2018-12-31,02000\n"
                          "D,2019-01-01,,02000\n"
                          "W,,,03000\n" },
  { "regions.csv", "region_set,region_code,valid_from,valid_to\n"
                   "provincie,1,,\n"
                   "provincie,2,,\n"
                   "RESOC,R1,2004-10-22,\n" },
};

#define INDICATORS                                                                                 \
  "code,time_kind,source,licence,has_data\n"                                                       \
  "people,stock_first_day,Tellers,CC BY,yes\n"                                                     \
  "house_sales,flow,Tellers,CC BY,yes\n"                                                           \
  "house_price_median,average,Tellers,CC BY,yes\n"                                                 \
  "tax_returns_zero,flow,Tellers,CC BY,yes\n"                                                      \
  "secret,flow,Tellers,none,no\n"

static const char *const figures[][2] = {
  { "observations_published.csv", "indicator,nis,period,value\n"
                                  "people,A,2018,10\n"
                                  "people,B,2018,20\n"
                                  "people,C,2018,30.5\n"
                                  "people,A,2019,11\n"
                                  "people,D,2019,51\n"
                                  "tax_returns_zero,A,2018,0\n"
                                  "tax_returns_zero,B,2018,3\n"
                                  "secret,A,2018,1\n" },
  { "observations.csv", "indicator,nis,period,value\n"
                        "people,A,2018,10\n"
                        "people,D,2018,50.5\n"
                        "house_sales,A,2018,0\n"
                        "house_sales,D,2018,12\n"
                        "house_price_median,A,2019,200000\n"
                        "house_sales,A,2019,90\n"
                        "house_sales,D,2019,80\n" },
  { "published_totals.csv", "indicator,nis,period,value,source\n"
                            "people,1,2018,60.5,Statbel (via repo)\n"
                            "people,W,2019,7,Statbel (via repo)\n"
                            "house_sales,1,2018,12,Statbel\n" },
};

typedef struct
{
  char *figures;
  char *areas;
  char *reference;
} Folders;

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
set_up (Folders *folders, gconstpointer data)
{
  folders->figures = g_dir_make_tmp ("streek-figures-XXXXXX", NULL);
  folders->areas = g_dir_make_tmp ("streek-areas-XXXXXX", NULL);
  folders->reference = g_dir_make_tmp ("streek-reference-XXXXXX", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    write_file (folders->figures, figures[i][0], figures[i][1]);

  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    write_file (folders->areas, areas[i][0], areas[i][1]);

  write_file (folders->reference, "indicators.csv", INDICATORS);
}

static void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }

  g_rmdir (folder);
  g_free (folder);
}

static void
tear_down (Folders *folders, gconstpointer data)
{
  remove_folder (folders->figures);
  remove_folder (folders->areas);
  remove_folder (folders->reference);
}

static int
run (const Folders *folders, char **complaint)
{
  g_autofree char *program =
    g_test_build_filename (G_TEST_BUILT, "..", "src", "tools", "streek-make-figures", NULL);
  const char *const args[] = { program, folders->figures, folders->areas, folders->reference,
                               NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) args, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, complaint,
                &status, &error);
  g_assert_no_error (error);

  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

/* The text with each roster's id replaced by its set, date and codes. */
static char *
read_readable (const Folders *folders)
{
  g_autofree char *path = g_build_filename (folders->reference, "figures.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) readable = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  readable = g_string_new (text);

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);

      if (g_strv_length (fields) == 5 && strcmp (fields[0], "roster") == 0)
        {
          g_autofree char *name = g_strdup_printf ("<%s %s>", fields[2], fields[3]);

          g_string_replace (readable, fields[1], name, 0);
        }
    }

  return g_string_free (g_steal_pointer (&readable), FALSE);
}

/* The rosters of one set and date differ where a source covers Flanders only: 2019 has W too. */
static void
test_every_series_in_its_own_vintage (Folders *folders, gconstpointer data)
{
  g_autofree char *complaint = NULL;

  g_assert_cmpint (run (folders, &complaint), ==, 0);

  g_autofree char *text = read_readable (folders);
  const char *vectors = strstr (text, "source\t1");

  g_assert_cmpstr (vectors, ==,
                   "source\t1\tCC BY\t\tTellers\n"
                   "vector\thouse_price_median\t2019\t<gemeente 2019-01-01>\t1\t200000 ?\n"
                   "vector\thouse_sales\t2018\t<gemeente 2019-01-01>\t1\t0 12\n"
                   "source\t2\tCC BY\t\tStatbel\n"
                   /* recast with its municipalities, though the code tells nothing */
                   "vector\thouse_sales\t2018\t<provincie 2019-01-01>\t2\t12 ?\n"
                   "vector\thouse_sales\t2019\t<gemeente 2019-01-01>\t1\t90 80\n"
                   "vector\tpeople\t2018\t<gemeente 2000-01-01>\t1\t10 20 30.5\n"
                   "vector\tpeople\t2018\t<provincie 2000-01-01>\t2\t60.5 ?\n"
                   "vector\tpeople\t2019\t<gemeente 2019-01-01>\t2\t11 51 7\n"
                   "vector\ttax_returns_zero\t2018\t<gemeente 2000-01-01>\t1\t0 3 x\n");
}

static void
test_same_input_same_bytes (Folders *folders, gconstpointer data)
{
  g_autofree char *path = g_build_filename (folders->reference, "figures.txt", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpint (run (folders, NULL), ==, 0);
  g_assert_true (g_file_get_contents (path, &first, NULL, NULL));
  g_assert_cmpint (run (folders, NULL), ==, 0);
  g_assert_true (g_file_get_contents (path, &second, NULL, NULL));
  g_assert_cmpstr (first, ==, second);
}

/* No median because of few sales is hidden, because of none at all it has no meaning. */
static void
test_absence_is_explained (Folders *folders, gconstpointer data)
{
  write_file (folders->figures, "observations.csv",
              "indicator,nis,period,value\n"
              "house_sales,A,2019,0\n"
              "house_sales,D,2019,12\n"
              "house_price_median,A,2020,1\n"
              "house_price_median,W,2019,1\n");
  g_assert_cmpint (run (folders, NULL), ==, 0);

  g_autofree char *text = read_readable (folders);

  g_assert_nonnull (strstr (text, "house_price_median\t2019\t<gemeente 2019-01-01>\t1\t- x 1\n"));
}

static void
test_refuses_what_it_does_not_know (Folders *folders, gconstpointer data)
{
  static const char *const rows[] = {
    "people,Z,2020,1\n",                  /* no such area */
    "other,A,2020,1\n",                   /* no such indicator */
    "people,A,2020-13,1\n",               /* no such period */
    "people,A,2020,1\npeople,A,2020,1\n", /* twice */
    "people,A,2020,\"1,5\"\n",            /* no number */
    "people,B,2020,1\npeople,D,2020,1\n", /* never alive together */
    "people,B,2020,1\n",                  /* no longer alive */
    "people,A,2020\n",                    /* a field short */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strconcat ("indicator,nis,period,value\n", rows[i], NULL);
      g_autofree char *complaint = NULL;

      write_file (folders->figures, "observations_published.csv", text);
      g_assert_cmpint (run (folders, &complaint), ==, 1);
      g_assert_cmpstr (complaint, !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/tools/make-figures/" path, Folders, NULL, set_up, func, tear_down)
  ADD ("every-series-in-its-own-vintage", test_every_series_in_its_own_vintage);
  ADD ("same-input-same-bytes", test_same_input_same_bytes);
  ADD ("absence-is-explained", test_absence_is_explained);
  ADD ("refuses-what-it-does-not-know", test_refuses_what_it_does_not_know);

  return g_test_run ();
}
