/* test-timeline.c: bars and milestones along an axis of time, in a window and on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure/streek-paper-format.h"
#include "figure/streek-timeline.h"
#include "streek-sample-grids.h"
#include "streek-scene-words.h"

#include <math.h>
#include <string.h>

/* 2016 has 366 days, so that a body of this many points has one for each. */
#define DAYS_OF_2016 366.0

static StreekGridDrawing *
layout (const StreekTimeline *timeline, double width, gboolean grey)
{
  const StreekGridOptions options = {
    .width = width,
    .theme = streek_theme_get_screen (),
    .format = streek_format_get ("nl"),
    .text_scale = 1,
    .grey = grey,
  };

  return streek_timeline_layout (timeline, &options);
}

static char *
get_text (const StreekGridDrawing *drawing, StreekGridPart part)
{
  return streek_scene_to_text (drawing->parts[part]);
}

static GPtrArray *
layout_pages (const StreekTimeline *timeline, gboolean landscape, gboolean grey)
{
  const StreekSheet sheet = { .size = streek_paper_format_get_size (STREEK_PAPER_A4, landscape),
                              .language = "nl",
                              .footer = "Dagelijks bestuur" };
  g_autoptr (GError) error = NULL;
  GPtrArray *pages = streek_timeline_layout_pages (timeline, &sheet, grey, &error);

  g_assert_no_error (error);

  return pages;
}

static StreekRect
get_zone (const StreekGridDrawing *drawing, int row, int column)
{
  int index = streek_grid_drawing_find (drawing, row, column);

  g_assert_cmpint (index, >=, 0);

  return g_array_index (drawing->spots, StreekGridSpot, (guint) index).zone;
}

static StreekDate
day (int year, int month, int number)
{
  return streek_date_from_ymd (year, month, number);
}

/* A timeline of one row. */
static StreekTimeline *
make_one (StreekDate from, StreekDate to, StreekInterval window)
{
  const StreekTimelineRow rows[] = {
    { .id = "a", .name = "actie", .from = from, .to = to, .done_pct = NAN, .status = -1 }
  };
  const StreekTimelineSpec spec = { .title = "Eén", .n_rows = 1, .rows = rows, .window = window };

  return streek_timeline_new (&spec, NULL);
}

/* The fair runs from 15 January, day 14 counted from 0, to the end of May, 31 + 29 + 31 + 30 + 31
 * = 152 days of the leap year 2016. */
static void
test_bars_lie_on_their_days (void)
{
  g_autoptr (StreekTimeline) timeline = streek_sample_timeline_new ();
  g_autoptr (StreekGridDrawing) drawing = layout (timeline, 900, FALSE);
  double width = streek_grid_drawing_get_size (drawing, STREEK_GRID_BODY).width;
  StreekRect fair = get_zone (drawing, 1, STREEK_TIMELINE_BAR);

  g_assert_cmpfloat_with_epsilon (fair.x, 14 / DAYS_OF_2016 * width, 0.01);
  g_assert_cmpfloat_with_epsilon (fair.x + fair.width, 152 / DAYS_OF_2016 * width, 0.01);

  /* the kick-off is on 1 March, day 60: the middle of its diamond */
  StreekRect start = get_zone (drawing, 2, 1);

  g_assert_cmpfloat_with_epsilon (start.x + start.width / 2, 60 / DAYS_OF_2016 * width, 0.01);
}

static void
test_bars_stay_in_the_window (void)
{
  g_autoptr (StreekTimeline) timeline = streek_sample_timeline_new ();
  g_autoptr (StreekGridDrawing) drawing = layout (timeline, 700, FALSE);
  double width = streek_grid_drawing_get_size (drawing, STREEK_GRID_BODY).width;
  StreekRect open = get_zone (drawing, 3, STREEK_TIMELINE_BAR);
  StreekRect later = get_zone (drawing, 9, STREEK_TIMELINE_BAR);

  g_assert_cmpfloat_with_epsilon (open.x, 0, 0.01);
  g_assert_cmpfloat_with_epsilon (open.width, width, 0.01);
  g_assert_cmpfloat (later.x, >, width - 20);
  g_assert_cmpfloat (later.x + later.width, <=, width + 2);

  /* a milestone of 2017 is not drawn, but said */
  g_autofree char *foot = get_text (drawing, STREEK_GRID_FOOT);

  g_assert_cmpint (streek_grid_drawing_find (drawing, 5, 2), ==, -1);
  g_assert_nonnull (
    strstr (foot, "\"Studie over bedrijventerreinen, 15 maart 2017: eindrapport\""));
}

static void
test_without_timing_is_said (void)
{
  g_autoptr (StreekTimeline) timeline = streek_sample_timeline_new ();
  g_autoptr (StreekGridDrawing) drawing = layout (timeline, 700, FALSE);
  g_autofree char *body = get_text (drawing, STREEK_GRID_BODY);
  g_autofree char *foot = get_text (drawing, STREEK_GRID_FOOT);

  g_assert_cmpuint (streek_timeline_count_untimed (timeline), ==, 1);
  g_assert_cmpuint (streek_scene_words_count (body, "\"without timing\""), ==, 1);
  g_assert_nonnull (strstr (foot, "\"1 without timing\""));
}

/* Months where their names fit, else quarters, else years alone. */
static void
test_axis_chooses_its_ticks (void)
{
  static const struct
  {
    int last_year;
    const char *shown;
    const char *not_shown;
  } cases[] = {
    { 2016, "\"okt\"", "\"K4\"" },
    { 2021, "\"K4\"", "\"okt\"" },
    { 2040, "\"2027\"", "\"K4\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekInterval window = { day (2016, 1, 1), day (cases[i].last_year + 1, 1, 1) };
      g_autoptr (StreekTimeline) timeline = make_one (day (2016, 2, 1), day (2016, 5, 1), window);
      g_autoptr (StreekGridDrawing) drawing = layout (timeline, 600, FALSE);
      g_autofree char *head = get_text (drawing, STREEK_GRID_HEAD);

      g_assert_nonnull (strstr (head, cases[i].shown));
      g_assert_null (strstr (head, cases[i].not_shown));
    }
}

/* 20 February to 4 August lies in the first three quarters; six years in whole years. */
static void
test_window_is_found (void)
{
  g_autoptr (StreekTimeline) months =
    make_one (day (2016, 2, 20), day (2016, 8, 5), (StreekInterval){ 0 });
  g_autoptr (StreekTimeline) years =
    make_one (day (2014, 2, 20), day (2019, 7, 1), (StreekInterval){ 0 });
  g_autoptr (StreekTimeline) none =
    make_one (STREEK_DATE_NONE, STREEK_DATE_NONE, (StreekInterval){ 0 });
  StreekInterval window = streek_timeline_get_window (months);

  g_assert_cmpint (window.from, ==, day (2016, 1, 1));
  g_assert_cmpint (window.to, ==, day (2016, 10, 1));
  window = streek_timeline_get_window (years);
  g_assert_cmpint (window.from, ==, day (2014, 1, 1));
  g_assert_cmpint (window.to, ==, day (2020, 1, 1));
  g_assert_cmpint (streek_timeline_get_window (none).to, ==, STREEK_DATE_NONE);

  g_autoptr (StreekGridDrawing) drawing = layout (none, 500, FALSE);
  g_autofree char *body = get_text (drawing, STREEK_GRID_BODY);

  g_assert_nonnull (strstr (body, "\"without timing\""));
}

/* Today is an argument: the line is there when it lies in the window, and only then. */
static void
test_today_is_given (void)
{
  g_autoptr (StreekTimeline) timeline = streek_sample_timeline_new ();
  g_autoptr (StreekTimeline) without =
    make_one (day (2016, 2, 1), day (2016, 5, 1), (StreekInterval){ 0 });
  g_autoptr (StreekGridDrawing) drawing = layout (timeline, 700, FALSE);
  g_autoptr (StreekGridDrawing) other = layout (without, 700, FALSE);
  g_autofree char *legend = get_text (drawing, STREEK_GRID_LEGEND);

  g_assert_nonnull (strstr (legend, "\"today, 20 mei 2016\""));
  g_assert_null (other->parts[STREEK_GRID_LEGEND]);
}

static void
test_arrow_keys_walk_bars (void)
{
  g_autoptr (StreekTimeline) timeline = streek_sample_timeline_new ();
  g_autoptr (StreekGridDrawing) drawing = layout (timeline, 700, FALSE);
  int spot = streek_grid_drawing_find (drawing, 2, STREEK_TIMELINE_BAR);

  spot = streek_grid_drawing_walk (drawing, spot, STREEK_WALK_RIGHT);
  g_assert_cmpint (spot, ==, streek_grid_drawing_find (drawing, 2, 1));
  spot = streek_grid_drawing_walk (drawing, spot, STREEK_WALK_RIGHT);
  g_assert_cmpint (spot, ==, streek_grid_drawing_find (drawing, 2, 2));
  spot = streek_grid_drawing_walk (drawing, spot, STREEK_WALK_DOWN);
  g_assert_cmpint (spot, ==, streek_grid_drawing_find (drawing, 3, STREEK_TIMELINE_BAR));
  g_assert_cmpstr (streek_timeline_get_milestone_id (timeline, 2, 1), ==, "m1");
  g_assert_cmpstr (streek_timeline_get_milestone_id (timeline, 2, 2), ==, "m2");
  g_assert_null (streek_timeline_get_milestone_id (timeline, 2, STREEK_TIMELINE_BAR));
  g_assert_null (streek_timeline_get_milestone_id (timeline, 2, 3));
}

static void
test_each_place_in_words (void)
{
  g_autoptr (StreekTimeline) timeline = streek_sample_timeline_new ();
  const StreekFormat *format = streek_format_get ("nl");
  static const struct
  {
    int row;
    int column;
    const char *words;
  } cases[] = {
    { 1, 0,
      "Onderwijsbeurs: 15 januari 2016 to 31 mei 2016, bezig, 80 % done\n"
      "stafmedewerker arbeidsmarkt" },
    { 2, 1, "Werkplekken in de zorg, milestone aftrap: 1 maart 2016, reached\nIn het streekhuis." },
    { 3, STREEK_GRID_HEADING,
      "Doorlopende begeleiding van bedrijven: from 1 september 2015, without end, bezig" },
    { 4, STREEK_GRID_HEADING, "Ruimte en mobiliteit" },
    { 6, 0, "Ontsluiting van de haven: from 1 april 2016, end not said, stopgezet" },
    { 7, 0, "Advies over het mobiliteitsplan: until 15 september 2016, start not said, bezig" },
    { 8, 0, "Overleg met de buurregio: without timing, gepland" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words =
        streek_timeline_describe (timeline, cases[i].row, cases[i].column, format);

      g_assert_cmpstr (words, ==, cases[i].words);
    }

  g_autofree char *description = streek_timeline_dup_description (timeline, format);

  g_assert_cmpstr (description, ==,
                   "Timeline: Jaarplanning. 8 rows, from 1 januari 2016 to 31 december 2016, "
                   "1 without timing.");
}

/* A row and below it its milestones; the last day belongs to it. */
static void
test_table_has_rows_and_milestones (void)
{
  g_autoptr (StreekTimeline) timeline = streek_sample_timeline_new ();
  g_autofree char *csv = streek_table_to_csv (streek_timeline_get_table (timeline), NULL);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  g_assert_cmpstr (g_strchomp (lines[0]), ==, "group,row,milestone,from,to,done_pct,status");
  g_assert_cmpstr (g_strchomp (lines[3]), ==,
                   "Werken en leren,Werkplekken in de zorg,,2016-03-01,2016-09-30,30,vertraagd");
  g_assert_cmpstr (g_strchomp (lines[4]), ==,
                   "Werken en leren,Werkplekken in de zorg,aftrap,2016-03-01,2016-03-01,100,");
  g_assert_cmpuint (streek_table_get_n_rows (streek_timeline_get_table (timeline)), ==, 13);
}

/* The list of what has no timing stands below the rows where smaller letters make room for it. */
static void
test_list_stays_with_rows (void)
{
  StreekTimelineRow rows[21];
  char ids[21][4];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_snprintf (ids[i], sizeof ids[i], "%u", i);
      rows[i] = (StreekTimelineRow){
        .id = ids[i], .name = "Sociaal aanbesteden", .done_pct = NAN, .status = STREEK_TIMELINE_NONE
      };
    }

  for (guint n = 16; n <= G_N_ELEMENTS (rows); n++)
    {
      const StreekTimelineSpec spec = { .title = "Projecten", .rows = rows, .n_rows = n };
      g_autoptr (StreekTimeline) timeline = streek_timeline_new (&spec, NULL);
      g_autoptr (GPtrArray) pages = layout_pages (timeline, TRUE, FALSE);

      g_assert_cmpuint (pages->len, ==, 1);
    }
}

static void
test_nothing_is_an_error (void)
{
  const StreekTimelineSpec spec = { .title = "Leeg" };
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_timeline_new (&spec, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA);
}

/* On paper */

static void
test_every_row_is_printed_once (void)
{
  g_autoptr (StreekTimeline) timeline = streek_sample_timeline_new_large (90);

  for (int landscape = 0; landscape < 2; landscape++)
    {
      g_autoptr (GPtrArray) pages = layout_pages (timeline, landscape, FALSE);
      g_autoptr (GString) all = g_string_new (NULL);

      g_assert_cmpuint (pages->len, >, 1);

      for (guint page = 0; page < pages->len; page++)
        {
          g_autofree char *text = streek_scene_to_text (g_ptr_array_index (pages, page));
          g_autofree char *number = g_strdup_printf ("\"Page %u of %u\"", page + 1, pages->len);

          g_assert_cmpuint (streek_scene_words_count (text, "\"2017\""), ==, 1); /* the axis */
          g_assert_cmpuint (streek_scene_words_count (text, "\"Actie\""), ==, 1);
          g_assert_cmpuint (streek_scene_words_count (text, "\"gepland\""), ==, 1);
          g_assert_cmpuint (streek_scene_words_count (text, number), ==, 1);
          g_string_append (all, text);
        }

      for (guint i = 0; i < 90; i++)
        {
          g_autofree char *name = g_strdup_printf ("\"actie %u\"", i);

          g_assert_cmpuint (streek_scene_words_count (all->str, name), ==, 1);
        }
    }
}

static void
test_words_keep_off_each_other (void)
{
  g_autoptr (StreekTimeline) timeline = streek_sample_timeline_new ();

  for (int landscape = 0; landscape < 2; landscape++)
    {
      g_autoptr (GPtrArray) pages = layout_pages (timeline, landscape, FALSE);

      for (guint i = 0; i < pages->len; i++)
        g_assert_cmpuint (streek_scene_words_check (g_ptr_array_index (pages, i)), >, 20);
    }
}

/* Each of the four states is another grey or another pattern. */
static void
test_grey_has_patterns (void)
{
  g_autoptr (StreekTimeline) timeline = streek_sample_timeline_new ();
  g_autoptr (StreekGridDrawing) drawing = layout (timeline, 700, TRUE);
  g_autofree char *legend = get_text (drawing, STREEK_GRID_LEGEND);
  g_autofree char *body = get_text (drawing, STREEK_GRID_BODY);

  g_assert_nonnull (strstr (legend, "back-diagonal"));
  g_assert_nonnull (strstr (body, "back-diagonal"));
  g_assert_null (strstr (body, "#0077bb"));
  g_assert_null (strstr (body, "#ff7f00"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/timeline/bars-lie-on-their-days", test_bars_lie_on_their_days);
  g_test_add_func ("/figure/timeline/bars-stay-in-the-window", test_bars_stay_in_the_window);
  g_test_add_func ("/figure/timeline/without-timing-is-said", test_without_timing_is_said);
  g_test_add_func ("/figure/timeline/axis-chooses-its-ticks", test_axis_chooses_its_ticks);
  g_test_add_func ("/figure/timeline/window-is-found", test_window_is_found);
  g_test_add_func ("/figure/timeline/today-is-given", test_today_is_given);
  g_test_add_func ("/figure/timeline/arrow-keys-walk-bars", test_arrow_keys_walk_bars);
  g_test_add_func ("/figure/timeline/each-place-in-words", test_each_place_in_words);
  g_test_add_func ("/figure/timeline/table-has-rows-and-milestones",
                   test_table_has_rows_and_milestones);
  g_test_add_func ("/figure/timeline/list-stays-with-rows", test_list_stays_with_rows);
  g_test_add_func ("/figure/timeline/nothing-is-an-error", test_nothing_is_an_error);
  g_test_add_func ("/figure/timeline/every-row-is-printed-once", test_every_row_is_printed_once);
  g_test_add_func ("/figure/timeline/words-keep-off-each-other", test_words_keep_off_each_other);
  g_test_add_func ("/figure/timeline/grey-has-patterns", test_grey_has_patterns);

  return g_test_run ();
}
