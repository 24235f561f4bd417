/* bench-records.c: lists of 5 000 projects with 50 000 updates: made, narrowed, searched, opened */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-organisation.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-project.h"
#include "record/streek-record-list.h"
#include "record/streek-record-texts.h"
#include "search/streek-search.h"
#include "workspace/streek-kinds.h"
#include "workspace/streek-project-map.h"
#include "workspace/streek-record-edits.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define N_PROJECTS 5000
#define N_UPDATES 10 /* of each */
#define N_ORGANISATIONS 400
#define N_ROUNDS 9

/* The goals of the house. */
#define LIST_MS 100
#define OPEN_MS 50

static const char *const words[] = {
  "werking",  "streek",  "beleid",   "opgang", "regio",    "vorming",  "arbeid",      "kinderen",
  "zorg",     "project", "gemeente", "raad",   "woningen", "warmte",   "jongeren",    "haven",
  "landbouw", "energie", "mobiel",   "fiets",  "water",    "toerisme", "ondernemers", "één",
};

static double
get_ms (void)
{
  return g_get_monotonic_time () / 1e3;
}

static char *
make_text (GRand *rand, int n)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static void
set_text (
  StreekRecordChanges *changes, const StreekRecordKind *kind, gint64 id, guint field, char *text)
{
  streek_record_changes_set_text (changes, kind, id, field, text);
  g_free (text);
}

static void
tie (StreekRecordChanges *changes,
     const StreekRecordKind *link,
     guint owner,
     gint64 id,
     guint field,
     gint64 other)
{
  gint64 tie = streek_record_changes_add (changes, link);

  streek_record_changes_set_reference (changes, link, tie, owner, id);
  streek_record_changes_set_reference (changes, link, tie, field, other);
  if (link == &streek_project_partner_kind)
    streek_record_changes_set_text (changes, link, tie, STREEK_PROJECT_PARTNER_ROLE, "partner");
}

static void
add_updates (StreekRecordChanges *changes, GRand *rand, gint64 project)
{
  const StreekRecordKind *kind = &streek_project_progress_kind;

  for (guint i = 0; i < N_UPDATES; i++)
    {
      gint64 id = streek_record_changes_add (changes, kind);

      streek_record_changes_set_reference (changes, kind, id, STREEK_PROJECT_PROGRESS_PROJECT,
                                           project);
      set_text (changes, kind, id, STREEK_PROJECT_PROGRESS_WHAT, make_text (rand, 20));
      streek_record_changes_set_day (changes, kind, id, STREEK_PROJECT_PROGRESS_REPORTED_ON,
                                     streek_date_from_ymd (2015 + (int) i, 1, 1));
    }
}

static void
add_project (StreekRecordChanges *changes, GRand *rand, const gint64 *organisations)
{
  const StreekRecordKind *kind = &streek_project_kind;
  gint64 id = streek_record_changes_add (changes, kind);
  gint64 area = streek_record_changes_add (changes, &streek_project_area_kind);

  set_text (changes, kind, id, STREEK_PROJECT_NAME, make_text (rand, 4));
  set_text (changes, kind, id, STREEK_PROJECT_AIM, make_text (rand, 15));
  set_text (changes, kind, id, STREEK_PROJECT_DESCRIPTION, make_text (rand, 60));
  streek_record_changes_set_text (changes, kind, id, STREEK_PROJECT_STATUS,
                                  streek_project_statuses[g_rand_int_range (rand, 0, 7)].id);
  streek_record_changes_set_number (changes, kind, id, STREEK_PROJECT_BUDGET,
                                    g_rand_int_range (rand, 1, 1000) * 1000.0);
  streek_record_changes_set_day (changes, kind, id, STREEK_PROJECT_STARTS,
                                 streek_date_from_ymd (g_rand_int_range (rand, 2008, 2026), 3, 1));
  streek_record_changes_set_reference (changes, kind, id, STREEK_PROJECT_LEAD,
                                       organisations[g_rand_int_range (rand, 0, N_ORGANISATIONS)]);

  for (guint i = 0; i < 4; i++)
    tie (changes, &streek_project_partner_kind, STREEK_PROJECT_PARTNER_PROJECT, id,
         STREEK_PROJECT_PARTNER_ORGANISATION,
         organisations[g_rand_int_range (rand, 0, N_ORGANISATIONS)]);

  streek_record_changes_set_reference (changes, &streek_project_area_kind, area,
                                       STREEK_PROJECT_AREA_PROJECT, id);
  streek_record_changes_set_text (changes, &streek_project_area_kind, area,
                                  STREEK_PROJECT_AREA_AREA,
                                  g_rand_boolean (rand) ? "gemeente:34022" : "gemeente:31005");
  add_updates (changes, rand, id);
}

static void
fill (StreekWorkspace *workspace)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (308);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (GError) error = NULL;
  gint64 organisations[N_ORGANISATIONS];

  for (guint i = 0; i < N_ORGANISATIONS; i++)
    {
      organisations[i] = streek_record_changes_add (changes, &streek_organisation_kind);
      set_text (changes, &streek_organisation_kind, organisations[i], STREEK_ORGANISATION_NAME,
                make_text (rand, 2));
    }

  for (guint i = 0; i < N_PROJECTS; i++)
    add_project (changes, rand, organisations);

  double begin = get_ms ();

  if (!streek_edits_write_records (workspace, changes, "Bench", NULL, NULL, &error))
    g_error ("%s", error->message);

  printf ("%-44s %8.1f ms\n", "written, one command", get_ms () - begin);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
print_median (const char *what, double *times, double limit)
{
  qsort (times, N_ROUNDS, sizeof (double), compare_doubles);
  printf ("%-44s %8.1f ms (goal %.0f)\n", what, times[N_ROUNDS / 2], limit);
}

static void
measure_list (StreekRecordView *view, const char *what, const StreekRecordListSpec *spec)
{
  double times[N_ROUNDS];
  guint n = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      double begin = get_ms ();
      g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, &error);

      if (list == NULL)
        g_error ("%s", error->message);

      /* what a window shows of it */
      for (guint row = 0; row < MIN (40, streek_record_list_get_n_rows (list)); row++)
        for (guint column = 0; column < streek_record_list_get_n_columns (list); column++)
          g_free (streek_record_list_dup_cell (list, row, column));

      times[i] = get_ms () - begin;
      n = streek_record_list_count (list);
    }

  printf ("%5u  ", n);
  print_median (what, times, LIST_MS);
}

/* In a view of its own, as after every change of the file. A page makes the texts of its list in
 * the worker that made the list, so a person who types at once waits for some of them at most. */
static void
measure_first_search (StreekWorkspace *workspace,
                      const StreekRecordListSpec *spec,
                      const char *what,
                      gboolean is_prepared)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordView) view = streek_workspace_dup_record_view (workspace, &error);

  if (view == NULL)
    g_error ("%s", error->message);
  if (is_prepared)
    streek_record_view_prepare_search (view, spec->kind, NULL);

  double begin = get_ms ();
  clock_t busy = clock ();
  g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, &error);

  printf ("%5u  %-37s %8.1f ms, %.1f of a processor (goal %d)\n", streek_record_list_count (list),
          what, get_ms () - begin, (double) (clock () - busy) * 1e3 / CLOCKS_PER_SEC, LIST_MS);
}

static void
measure_lists (StreekWorkspace *workspace, StreekRecordView *view)
{
  static const char *const running[] = { "running", NULL };
  static const char *const from[] = { "2020", NULL };
  g_autoptr (StreekRecordListSpec) all = streek_record_list_spec_new (&streek_project_kind);
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_copy (all);

  measure_list (view, "all projects, by name", all);
  streek_record_list_spec_add_sort (spec, "starts", TRUE);
  streek_record_list_spec_set_group (spec, "project_partner");
  measure_list (view, "grouped by partner, by day", spec);
  streek_record_list_spec_set_group (spec, NULL);
  streek_record_list_spec_add_condition (spec, "status", STREEK_RECORD_IS, running);
  streek_record_list_spec_add_condition (spec, "starts", STREEK_RECORD_AT_LEAST, from);
  measure_list (view, "running, from 2020", spec);
  streek_record_list_spec_clear_conditions (spec, NULL);
  streek_record_list_spec_set_area (spec, "provincie:30000");
  measure_list (view, "in a province", spec);
  streek_record_list_spec_set_area (spec, NULL);
  streek_record_list_spec_set_search (spec, "warmte haven");

  measure_first_search (workspace, spec, "searched before its texts are made", FALSE);
  measure_first_search (workspace, spec, "searched for the first time", TRUE);
  measure_list (view, "searched again", spec);
}

/* All that a sheet of a project shows: itself and whatever names it. */
static void
measure_sheet (StreekRecordView *view)
{
  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();
  double times[N_ROUNDS];
  guint n_all, n_texts = 0;
  const StreekRecord *const *projects = streek_records_list (records, &streek_project_kind, &n_all);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      double begin = get_ms ();
      gint64 id = streek_record_get_id (projects[round * 500]);

      for (guint i = 0; i < kinds->len; i++)
        {
          const StreekRecordKind *kind = kinds->pdata[i];

          for (guint field = 0; field < kind->n_fields; field++)
            {
              guint n = 0;
              const StreekRecord *const *related =
                kind->fields[field].target == &streek_project_kind
                  ? streek_records_list_by (records, kind, field, id, &n)
                  : NULL;

              for (guint j = 0; j < n; j++)
                for (guint k = 0; k < kind->n_fields; k++, n_texts++)
                  g_free (streek_record_view_dup_text (view, related[j], k));
            }
        }

      times[round] = get_ms () - begin;
    }

  printf ("%5u  ", n_texts / N_ROUNDS);
  print_median ("texts of all that hangs on one project", times, OPEN_MS);
}

/* The sheet of a project as the window reads it: all of it in words, and where it takes place. The
 * first one also reads the areas. */
static void
measure_portrait (StreekWorkspace *workspace, StreekRecordView *view)
{
  double times[N_ROUNDS];
  guint n;
  const StreekRecord *const *projects =
    streek_records_list (streek_record_view_get_records (view), &streek_project_kind, &n);

  for (guint round = 0; round <= N_ROUNDS; round++)
    {
      g_autoptr (GError) error = NULL;
      double begin = get_ms ();
      g_autoptr (StreekProjectSheet) sheet =
        streek_project_sheet_new (workspace, view, &streek_project_kind,
                                  streek_record_get_id (projects[round * 500]), FALSE, &error);

      if (sheet == NULL || sheet->map == NULL)
        g_error ("%s", error != NULL ? error->message : "no map");

      if (round == 0)
        printf ("%-44s %8.1f ms (in a worker)\n", "the first sheet of a project",
                get_ms () - begin);
      else
        times[round - 1] = get_ms () - begin;
    }

  print_median ("sheet of a project, with its map", times, OPEN_MS);
}

static void
measure_index (StreekWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (workspace), NULL, &error);

  streek_record_texts_register ();

  double begin = get_ms ();
  g_autoptr (StreekSearchIndex) index =
    streek_search_index_new (streek_reader_get_db (reader), NULL, &error);

  printf ("%-44s %8.1f ms (in a worker)\n", "gathered for the search of everything",
          get_ms () - begin);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("streek-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "records.streek", NULL);
  g_autoptr (StreekWorkspace) workspace = streek_workspace_create (path, FALSE, NULL, &error);

  if (workspace == NULL)
    g_error ("%s", error->message);

  fill (workspace);

  double begin = get_ms ();
  g_autoptr (StreekRecordView) view = streek_workspace_dup_record_view (workspace, &error);

  if (view == NULL)
    g_error ("%s", error->message);

  printf ("%-44s %8.1f ms (in a worker)\n", "read from the file", get_ms () - begin);
  measure_lists (workspace, view);
  measure_sheet (view);
  measure_portrait (workspace, view);
  measure_index (workspace);

  streek_workspace_close (workspace);
  g_unlink (path);
  g_rmdir (folder);

  return 0;
}
