/* test-chart-layout.c: charts as scenes: bars from 0, gaps, breaks, names, grey, every back end */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/streek-output.h"
#include "figure/streek-chart.h"
#include "streek-cube.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static StreekChart *
make (StreekCube *cube, const char *json)
{
  g_autoptr (GError) error = NULL;
  StreekChart *chart = streek_cube_make (cube, json, &error);

  g_assert_no_error (error);

  return chart;
}

/* The drawing of a cube as lines of text. */
static char *
draw (StreekCube *cube, const char *json)
{
  g_autoptr (StreekChart) chart = make (cube, json);
  g_autoptr (StreekChartDrawing) drawing = streek_cube_draw (chart, 842, 595, FALSE);

  return streek_scene_to_text (drawing->scene);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;

  return n;
}

/* The first rect that stands for a row. */
static StreekRect
find_bar (const char *text, guint row)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *ending = g_strdup_printf (" row %u", row);
  StreekRect rect = { 0 };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (g_str_has_prefix (line, "rect ") && g_str_has_suffix (line, ending) &&
          sscanf (line, "rect %lf %lf %lf %lf", &rect.x, &rect.y, &rect.width, &rect.height) == 4)
        break;
    }

  return rect;
}

/* Where the first text of these words stands. */
static gboolean
find_text (const char *text, const char *words, double *x, double *y, double *size_pt)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *quoted = g_strdup_printf (" \"%s\"", words);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (g_str_has_prefix (line, "text ") && strstr (line, quoted) != NULL)
        return sscanf (line, "text %lf %lf %lf", x, y, size_pt) == 3;
    }

  return FALSE;
}

/* Whether bytes that may hold a 0 hold a word. */
static gboolean
holds (GBytes *bytes, const char *word)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize n = strlen (word);

  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (data + i, word, n) == 0)
      return TRUE;

  return FALSE;
}

/* 80 032 and 39 997 inhabitants: lengths in the same proportion, from the same line. */
static void
test_bars_start_at_zero (void)
{
  static const char *const specs[] = {
    "{\"kind\":\"bar\"}",
    "{\"kind\":\"bar\",\"turn\":\"vertical\"}",
    "{\"kind\":\"bar\",\"from-zero\":false,\"logarithmic\":true}",
  };
  const double values[] = { 80032, 39997 };
  g_autoptr (StreekCube) cube = streek_cube_new ("Kortrijk,Waregem", "n", 2024, 1, values);

  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      g_autofree char *text = draw (cube, specs[i]);
      StreekRect long_bar = find_bar (text, 0), short_bar = find_bar (text, 1);
      gboolean stands = i == 1;
      double ratio = stands ? short_bar.height / long_bar.height : short_bar.width / long_bar.width;

      g_assert_cmpfloat_with_epsilon (ratio, 39997.0 / 80032, 0.001);

      if (stands)
        g_assert_cmpfloat_with_epsilon (long_bar.y + long_bar.height,
                                        short_bar.y + short_bar.height, 0.02);
      else
        g_assert_cmpfloat_with_epsilon (long_bar.x, short_bar.x, 0.02);
    }
}

static void
test_negative_bars_go_the_other_way (void)
{
  const double values[] = { 10, -5 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A,B", "n", 2024, 1, values);
  g_autofree char *text = draw (cube, "{\"kind\":\"bar\"}");
  StreekRect up = find_bar (text, 0), down = find_bar (text, 1);

  g_assert_cmpfloat_with_epsilon (down.x + down.width, up.x, 0.02);
  g_assert_cmpfloat_with_epsilon (down.width / up.width, 0.5, 0.001);
  g_assert_nonnull (strstr (text, "\"−5\""));
}

/* 2013 is missing: two lines and its sign, nothing from 2012 to 2014, and no 0. */
static void
test_gaps_stay_gaps (void)
{
  const double values[] = { 18, 19, 20, NAN, 22, 23 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "n", 2010, 6, values);

  cube->cells[3].missing = STREEK_MISSING_HIDDEN;

  g_autofree char *text = draw (cube, "{\"kind\":\"line\"}");
  g_autofree char *sign =
    g_strdup_printf ("\"%s\" row 3", streek_missing_get_sign (STREEK_MISSING_HIDDEN));

  g_assert_cmpuint (count (text, "stroke #0077bb 1.5"), ==, 2);
  g_assert_nonnull (strstr (text, sign));
}

/* A target far above all values is in sight: at 40 where the axis has it, and from side to side; an
 * index has other numbers, and bars no line. */
static void
test_target_is_a_line (void)
{
  const double values[] = { 18, 19, 20 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "n", 2010, 3, values);
  double x, y, tick_x, tick_y, size;

  cube->data.target_name = "Target: 40 n by 2030";
  cube->data.target = 40;

  g_autofree char *text = draw (cube, "{\"kind\":\"line\"}");
  g_autofree char *indexed = draw (cube, "{\"kind\":\"line\",\"base\":\"2010\"}");
  g_autofree char *bars = draw (cube, "{\"kind\":\"bar\"}");

  g_assert_true (find_text (text, "Target: 40 n by 2030", &x, &y, &size));
  g_assert_true (find_text (text, "40", &tick_x, &tick_y, &size));
  g_assert_cmpfloat (fabs (tick_y - y), <, 2 * size);
  g_assert_null (strstr (indexed, "Target: 40"));
  g_assert_null (strstr (bars, "Target: 40"));
}

static void
test_breaks_are_marked_and_not_bridged (void)
{
  const double values[] = { 18, 19, 24, 25 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "n", 2017, 4, values);
  g_autofree char *whole = draw (cube, "{\"kind\":\"line\"}");

  cube->cells[2].is_break = TRUE;

  g_autofree char *broken = draw (cube, "{\"kind\":\"line\"}");

  g_assert_cmpuint (count (whole, "stroke #0077bb 1.5"), ==, 1);
  g_assert_cmpuint (count (broken, "stroke #0077bb 1.5"), ==, 2);
  g_assert_null (strstr (whole, "break in the series"));
  g_assert_nonnull (strstr (broken, "break in the series"));
}

/* By hand: 30 is a quarter more than 24, the first figure since the break, and half more than 20 of
 * before it, which it does not compare with; of the break itself nothing is older. A sum of which a
 * part is unknown compares with nothing either. */
static void
test_a_monitor_compares_since_the_break (void)
{
  const double values[] = { 20, 10, 24, 30 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "n", 2017, 4, values);
  g_autofree char *whole = draw (cube, "{\"kind\":\"monitor\"}");

  cube->cells[2].is_break = TRUE;

  g_autofree char *broken = draw (cube, "{\"kind\":\"monitor\"}");

  cube->cells[3].is_break = TRUE;

  g_autofree char *fresh = draw (cube, "{\"kind\":\"monitor\"}");

  cube->cells[2].is_break = cube->cells[3].is_break = FALSE;
  cube->cells[0].at_least = TRUE;

  g_autofree char *partial = draw (cube, "{\"kind\":\"monitor\"}");

  g_assert_nonnull (strstr (whole, "+50,0 % since 2017"));
  g_assert_nonnull (strstr (broken, "+25,0 % since 2019"));
  g_assert_null (strstr (broken, "since 2017"));
  g_assert_nonnull (strstr (fresh, "comparable since 2020"));
  g_assert_null (strstr (fresh, "%"));
  g_assert_nonnull (strstr (partial, "+200,0 % since 2018"));
}

static void
test_forecasts_are_dashed (void)
{
  const double values[] = { 18, 19, 24, 25 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "n", 2022, 4, values);

  cube->cells[2].status = cube->cells[3].status = STREEK_STATUS_PROJECTION;

  g_autofree char *text = draw (cube, "{\"kind\":\"line\"}");

  g_assert_cmpuint (count (text, "stroke #0077bb 1.5 dash 2.5 2.2"), ==, 1);
  g_assert_cmpuint (count (text, "stroke #0077bb 1.5"), ==, 2);
  /* the dashes begin at the last dot of the line: three points in it */
  g_assert_nonnull (strstr (text, streek_status_get_label (STREEK_STATUS_PROJECTION)));
}

/* An axis from 0 has no mark, one that begins at 16 has. */
static void
test_broken_axes_are_marked (void)
{
  const double near_zero[] = { 1, 9, 4 }, far[] = { 17, 18, 19 };
  g_autoptr (StreekCube) low = streek_cube_new ("A", "n", 2017, 3, near_zero);
  g_autoptr (StreekCube) high = streek_cube_new ("A", "n", 2017, 3, far);
  g_autofree char *from_zero = draw (low, "{\"kind\":\"line\"}");
  g_autofree char *broken = draw (high, "{\"kind\":\"line\"}");
  g_autofree char *asked = draw (high, "{\"kind\":\"line\",\"from-zero\":true}");

  g_assert_null (strstr (from_zero, "broken-axis"));
  g_assert_nonnull (strstr (broken, "broken-axis"));
  g_assert_null (strstr (asked, "broken-axis"));
}

/* Twelve lines that end at nearly the same place: all named, no name over another. */
static void
test_names_at_line_ends_keep_off_each_other (void)
{
  static const char areas[] = "Aa,Bb,Cc,Dd,Ee,Ff,Gg,Hh,Ii,Jj,Kk,Ll";
  double values[24];

  for (guint i = 0; i < 24; i++)
    values[i] = i % 2 == 0 ? 50 + i : 60 + i * 0.1;

  g_autoptr (StreekCube) cube = streek_cube_new (areas, "n", 2018, 2, values);
  g_autofree char *text = draw (cube, "{\"kind\":\"line\"}");
  g_auto (GStrv) names = g_strsplit (areas, ",", -1);
  double places[12];

  for (guint i = 0; i < 12; i++)
    {
      double x, y, size;

      g_assert_true (find_text (text, names[i], &x, &y, &size));
      places[i] = y;

      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (fabs (places[j] - y), >=, size);
    }
}

static void
test_308_bars_have_their_names (void)
{
  GString *areas = g_string_new (NULL);
  double values[308];

  for (guint i = 0; i < 308; i++)
    {
      g_string_append_printf (areas, "%sGemeente %u", i > 0 ? "," : "", i);
      values[i] = 1000 - i;
    }

  g_autofree char *names = g_string_free (areas, FALSE);
  g_autoptr (StreekCube) cube = streek_cube_new (names, "n", 2018, 1, values);
  g_autoptr (StreekChart) chart = make (cube, "{\"kind\":\"bar\"}");
  g_autoptr (StreekChartDrawing) drawing = streek_cube_draw (chart, 842, 595, FALSE);
  g_autofree char *text = streek_scene_to_text (drawing->scene);
  StreekRect bounds = streek_scene_get_bounds (drawing->scene);

  g_assert_cmpuint (count (text, "\"Gemeente "), ==, 308);
  g_assert_cmpfloat (bounds.x + bounds.width, <=, 842.1);
  g_assert_cmpfloat (bounds.y + bounds.height, <=, 595.1);

  for (guint row = 0; row < 308; row++)
    g_assert_cmpint (streek_chart_drawing_find_row (drawing, row), >=, 0);
}

/* Parts of 30, 50 and 20 of 100 lie end to end, and what a total leaves open is named. */
static void
test_stacks_lie_end_to_end (void)
{
  const double values[] = { 100, 30, 50 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "t,t/p,t/q", 2019, 1, values);
  g_autofree char *text = draw (cube, "{\"kind\":\"shares\"}");
  StreekRect p = find_bar (text, 1), q = find_bar (text, 2), rest = find_bar (text, 0);

  g_assert_cmpfloat_with_epsilon (p.x + p.width, q.x, 0.02);
  g_assert_cmpfloat_with_epsilon (q.x + q.width, rest.x, 0.02);
  g_assert_cmpfloat_with_epsilon (p.width / q.width, 0.6, 0.001);
  g_assert_cmpfloat_with_epsilon (rest.width / q.width, 0.4, 0.001);
  g_assert_nonnull (strstr (text, "not specified further"));
}

/* 60 and 40 of 100 leave nothing open, so nothing is named that is not there. */
static void
test_no_key_for_what_is_not_left (void)
{
  const double values[] = { 100, 60, 40 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "t,t/p,t/q", 2019, 1, values);
  g_autofree char *shares = draw (cube, "{\"kind\":\"shares\"}");
  g_autofree char *columns = draw (cube, "{\"kind\":\"stacked\",\"turn\":\"vertical\"}");

  g_assert_null (strstr (shares, "not specified further"));
  g_assert_null (strstr (columns, "not specified further"));
}

/* A has 10 + 20 = 30, B 8 + 40 = 48: B is longer, while A has more of p (33 % and 17 %). */
static void
test_stacks_are_sorted_by_what_is_seen (void)
{
  const double values[] = { 8, 10, 40, 20 };
  g_autoptr (StreekCube) cube = streek_cube_new ("B,A", "p,q", 2019, 1, values);
  g_autofree char *stacked = draw (cube, "{\"kind\":\"stacked\"}");
  g_autofree char *shares = draw (cube, "{\"kind\":\"shares\"}");

  g_assert_cmpfloat (find_bar (stacked, 0).y, <, find_bar (stacked, 1).y);
  g_assert_cmpfloat (find_bar (shares, 0).y, >, find_bar (shares, 1).y);
}

/* Nothing at all is known of B, which its bar says; of A only one part is not. */
static void
test_unknown_parts_are_those_of_their_area (void)
{
  const double values[] = { 100, NAN, 50, 40, NAN, 20, NAN, NAN, 30 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A,B,C", "t,t/p,t/q", 2019, 1, values);
  g_autofree char *text = draw (cube, "{\"kind\":\"ladder\"}");

  g_assert_nonnull (strstr (text, "q (A): unknown"));
  g_assert_null (strstr (text, "p: unknown"));
  g_assert_null (strstr (text, "p (B)"));
}

/* Without a total, a share of a whole with an unknown part cannot be known. */
static void
test_no_share_of_an_unknown_whole (void)
{
  const double values[] = { 30, NAN };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "p,q", 2019, 1, values);
  g_autofree char *text = draw (cube, "{\"kind\":\"shares\"}");

  g_assert_cmpfloat (find_bar (text, 0).width, ==, 0);
}

typedef struct
{
  const char *json;
  const char *areas;
  const char *indicators;
  guint n_years;
} Kind;

/* Every kind, with something to draw; also of nothing but missing values, and of negative ones. */
static const Kind kinds[] = {
  { "{\"kind\":\"line\"}", "A,B,*V", "n", 5 },
  { "{\"kind\":\"bar\"}", "A,B,*V", "n", 1 },
  { "{\"kind\":\"bar\",\"turn\":\"vertical\"}", "A,B,*V", "n", 1 },
  { "{\"kind\":\"bar\"}", "A", "n", 5 },
  { "{\"kind\":\"grouped\"}", "A,B", "n,m", 1 },
  { "{\"kind\":\"stacked\"}", "A,B", "n,m,k", 1 },
  { "{\"kind\":\"shares\"}", "A,B", "n,m,k", 3 },
  { "{\"kind\":\"ranking\"}", "A,B,C,*V", "n", 1 },
  { "{\"kind\":\"dumbbell\"}", "A,B,C,*V", "n", 2 },
  { "{\"kind\":\"slope\"}", "A,B,C,*V", "n", 2 },
  { "{\"kind\":\"scatter\"}", "A,B,C,D,*V", "n,m", 1 },
  { "{\"kind\":\"histogram\",\"classes\":3}", "A,B,C,D,E,F,*V", "n", 1 },
  { "{\"kind\":\"pyramid\"}", "A,B", "n,m,k", 1 },
  { "{\"kind\":\"ladder\"}", "A,B", "n,n/m,n/k,r", 1 },
  { "{\"kind\":\"snake\"}", "A,B", "n,m,k", 1 },
  { "{\"kind\":\"multiples\"}", "A,B,C,D,E,*V", "n", 5 },
  { "{\"kind\":\"multiples\",\"free-scale\":true}", "A,B,C,D,E,*V", "n", 5 },
  { "{\"kind\":\"monitor\"}", "A,*V", "n,m,k", 5 },
};

static StreekCube *
make_cube (const Kind *kind, double first, double step)
{
  double values[200];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = first + step * (i * 7 % 13);

  return streek_cube_new (kind->areas, kind->indicators, 2015, kind->n_years, values);
}

static void
draw_everywhere (const Kind *kind, StreekCube *cube, gboolean is_refusable)
{
  static const StreekSize sizes[] = { { 842, 595 }, { 595, 842 }, { 320, 200 }, { 90, 90 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekChart) chart = streek_cube_make (cube, kind->json, &error);

  if (is_refusable && chart == NULL)
    {
      g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpstr (streek_chart_get_description (chart), !=, "");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (StreekChartDrawing) drawing =
        streek_cube_draw (chart, sizes[i].width, sizes[i].height, TRUE);
      g_autofree char *text = streek_scene_to_text (drawing->scene);
      int n_rows = streek_chart_get_n_rows (chart);

      g_assert_null (strstr (text, "nan"));
      g_assert_null (strstr (text, "inf"));

      for (guint s = 0; s < drawing->spots->len; s++)
        {
          const StreekChartSpot *spot = &g_array_index (drawing->spots, StreekChartSpot, s);

          g_assert_cmpint (spot->row, >=, 0);
          g_assert_cmpint (spot->row, <, n_rows);
          g_assert_true (isfinite (spot->at.x) && isfinite (spot->at.y));
        }
    }
}

static void
test_every_kind_at_every_size (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (StreekCube) usual = make_cube (&kinds[i], 10, 1.5);
      g_autoptr (StreekCube) missing = make_cube (&kinds[i], NAN, 0);
      g_autoptr (StreekCube) zero = make_cube (&kinds[i], 0, 0);
      g_autoptr (StreekCube) negative = make_cube (&kinds[i], -9, 1);
      g_autoptr (StreekCube) huge = make_cube (&kinds[i], 1e300, 1e299);

      draw_everywhere (&kinds[i], usual, FALSE);
      draw_everywhere (&kinds[i], missing, FALSE);
      draw_everywhere (&kinds[i], zero, FALSE);
      draw_everywhere (&kinds[i], negative, TRUE);
      draw_everywhere (&kinds[i], huge, FALSE);
    }
}

/* Window, printer and files draw one scene: vectors hold no picture, text is text. */
static void
test_every_kind_in_every_back_end (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (StreekCube) cube = make_cube (&kinds[i], 10, 1.5);
      g_autoptr (StreekChart) chart = make (cube, kinds[i].json);
      g_autoptr (StreekChartDrawing) drawing = streek_cube_draw (chart, 842, 595, FALSE);
      g_autofree char *svg = streek_scene_to_svg (drawing->scene);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = streek_scenes_to_pdf (&drawing->scene, 1, &error);

      g_assert_no_error (error);

      g_autoptr (GBytes) png = streek_scene_to_png (drawing->scene, 72, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (png), >, 1000);
      g_assert_null (strstr (svg, "<image"));
      g_assert_nonnull (strstr (svg, "Bron: eigen telling."));
      g_assert_nonnull (strstr (svg, "Gebieden van 1 januari 2019"));
      g_assert_true (holds (pdf, "/Type /Page"));
      g_assert_false (holds (pdf, "/Subtype /Image"));
    }
}

/* In grey nothing hangs on colour: fills by grey or hatch, lines by grey, dash or symbol. */
static void
test_grey_has_no_colour (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (StreekCube) cube = make_cube (&kinds[i], 10, 1.5);
      g_autofree char *json = g_strdup_printf ("{\"grey\":true,%s", kinds[i].json + 1);
      g_autofree char *text = draw (cube, json);

      for (const char *at = text; (at = strchr (at, '#')) != NULL; at++)
        {
          guint red, green, blue;

          if (sscanf (at, "#%2x%2x%2x", &red, &green, &blue) == 3)
            /* inks are a little blue */
            g_assert_cmpuint (MAX (red, MAX (green, blue)) - MIN (red, MIN (green, blue)), <=, 12);
        }
    }

  const double values[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "a,b,c,d,e,f,g,h", 2019, 1, values);
  g_autofree char *text = draw (cube, "{\"kind\":\"stacked\",\"grey\":true}");

  g_assert_nonnull (strstr (text, " back-diagonal #"));
  g_assert_nonnull (strstr (text, " dots #"));
  g_assert_nonnull (strstr (text, " cross #"));
}

static int
get_row (const StreekChartDrawing *drawing, int spot)
{
  return g_array_index (drawing->spots, StreekChartSpot, spot).row;
}

/* A above B, three years: right follows the line, down goes to the other one at the same year. */
static void
test_arrow_keys_walk_points (void)
{
  const double values[] = { 8, 9, 10, 2, 3, 4 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A,B", "n", 2017, 3, values);
  g_autoptr (StreekChart) chart = make (cube, "{\"kind\":\"line\"}");
  g_autoptr (StreekChartDrawing) drawing = streek_cube_draw (chart, 600, 400, TRUE);
  int spot = streek_chart_drawing_find_row (drawing, 0);

  spot = streek_chart_drawing_walk (drawing, spot, STREEK_WALK_RIGHT);
  g_assert_cmpint (get_row (drawing, spot), ==, 1);
  spot = streek_chart_drawing_walk (drawing, spot, STREEK_WALK_DOWN);
  g_assert_cmpint (get_row (drawing, spot), ==, 4);
  spot = streek_chart_drawing_walk (drawing, spot, STREEK_WALK_DOWN);
  g_assert_cmpint (get_row (drawing, spot), ==, 4);
  spot = streek_chart_drawing_walk (drawing, spot, STREEK_WALK_LEFT);
  g_assert_cmpint (get_row (drawing, spot), ==, 3);
  spot = streek_chart_drawing_walk (drawing, spot, STREEK_WALK_UP);
  g_assert_cmpint (get_row (drawing, spot), ==, 0);
  g_assert_cmpint (streek_chart_drawing_walk (drawing, -1, STREEK_WALK_UP), ==, 0);
}

static void
test_walking_down_a_list (void)
{
  const double values[] = { 1, 3, 2 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A,B,C", "n", 2019, 1, values);
  g_autoptr (StreekChart) chart = make (cube, "{\"kind\":\"bar\"}");
  g_autoptr (StreekChartDrawing) drawing = streek_cube_draw (chart, 600, 400, TRUE);
  int spot = streek_chart_drawing_find_row (drawing, 1); /* the highest stands first */

  g_assert_true (drawing->steps_go_down);
  spot = streek_chart_drawing_walk (drawing, spot, STREEK_WALK_DOWN);
  g_assert_cmpint (get_row (drawing, spot), ==, 2);
  spot = streek_chart_drawing_walk (drawing, spot, STREEK_WALK_DOWN);
  g_assert_cmpint (get_row (drawing, spot), ==, 0);
}

static void
test_pointing_finds_rows (void)
{
  const double values[] = { 8, 9, 10 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "n", 2017, 3, values);
  g_autoptr (StreekChart) chart = make (cube, "{\"kind\":\"line\"}");
  g_autoptr (StreekChartDrawing) drawing = streek_cube_draw (chart, 600, 400, TRUE);
  StreekPoint at =
    g_array_index (drawing->spots, StreekChartSpot, streek_chart_drawing_find_row (drawing, 1)).at;
  int near = streek_chart_drawing_pick (drawing, (StreekPoint){ at.x + 5, at.y - 5 }, 10);

  g_assert_cmpint (get_row (drawing, near), ==, 1);
  g_assert_cmpint (streek_chart_drawing_pick (drawing, (StreekPoint){ at.x, at.y + 60 }, 10), ==,
                   -1);
}

/* Limits of 10 and 20 can be taken hold of where they are drawn. */
static void
test_limits_can_be_moved (void)
{
  const double values[] = { 5, 8, 12, 15, 25, 28 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A,B,C,D,E,F", "n", 2019, 1, values);
  g_autoptr (StreekChart) chart =
    make (cube, "{\"kind\":\"histogram\",\"method\":\"manual\",\"breaks\":[10,20]}");
  g_autoptr (StreekChartDrawing) drawing = streek_cube_draw (chart, 600, 400, TRUE);

  g_assert_cmpuint (drawing->handles->len, ==, 2);

  for (guint i = 0; i < 2; i++)
    {
      const StreekChartHandle *handle = &g_array_index (drawing->handles, StreekChartHandle, i);
      double share =
        (handle->zone.x + handle->zone.width / 2 - drawing->plot.x) / drawing->plot.width;
      double value =
        drawing->handle_lower + share * (drawing->handle_upper - drawing->handle_lower);

      g_assert_cmpfloat (handle->value, ==, 10 * (i + 1));
      g_assert_cmpfloat_with_epsilon (value, 10 * (i + 1), 1e-6);
    }
}

static void
test_pages_hold_the_table (void)
{
  const double values[] = { 1, 2, 3, 4 };
  const StreekLayoutOptions options = { .size = { 595, 842 },
                                        .theme = streek_theme_get_print (),
                                        .format = streek_format_get ("nl"),
                                        .language = "nl",
                                        .hovered = -1 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A,B", "n", 2018, 2, values);
  g_autoptr (StreekChart) chart = make (cube, "{\"kind\":\"line\",\"with-table\":true}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = streek_chart_layout_pages (chart, &options, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 2);

  g_autofree char *table = streek_scene_to_text (g_ptr_array_index (pages, 1));

  g_assert_nonnull (strstr (table, "\"2019\""));
}

static void
test_too_small_is_said (void)
{
  const double values[] = { 1, 2 };
  const StreekLayoutOptions options = { .size = { 100, 60 },
                                        .theme = streek_theme_get_print (),
                                        .format = streek_format_get ("nl"),
                                        .hovered = -1 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "n", 2018, 2, values);
  g_autoptr (StreekChart) chart = make (cube, "{\"kind\":\"line\"}");
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_chart_layout (chart, &options, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL);
}

/* Supply less need: what is short looks otherwise than what is left, and the legend says so. */
static void
test_difference_parts_at_zero (void)
{
  const double values[] = { 10, -5 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A,B", "n", 2024, 1, values);

  cube->indicators[0].is_difference = TRUE;
  cube->indicators[0].direction_low = "te weinig";
  cube->indicators[0].direction_high = "genoeg";

  g_autofree char *text = draw (cube, "{\"kind\":\"bar\"}");

  g_assert_nonnull (strstr (text, "\"0 and above: genoeg\""));
  g_assert_nonnull (strstr (text, "\"Below 0: te weinig\""));
}

/* By hand: of A 10 and 30 are 25 and 75 %, of the reference 30 and 10 are 75 and 25 %. */
static void
test_pyramid_is_outlined (void)
{
  const double values[] = { 10, 20, 30, 30, 20, 10 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A,B,*R", "n,m", 2024, 1, values);
  g_autoptr (StreekChart) chart = make (cube, "{\"kind\":\"pyramid\"}");
  g_autoptr (StreekChartDrawing) drawing = streek_cube_draw (chart, 842, 595, FALSE);
  g_autofree char *text = streek_scene_to_text (drawing->scene);
  StreekRect bar = find_bar (text, 0);
  int outline = streek_chart_drawing_find_row (drawing, 2);

  g_assert_cmpint (outline, >=, 0);

  double end = g_array_index (drawing->spots, StreekChartSpot, outline).at.x;

  g_assert_cmpfloat_with_epsilon (bar.x + bar.width - end, 3 * bar.width, 0.05);
  g_assert_nonnull (strstr (text, "\"Outline: R\""));
  g_assert_nonnull (strstr (streek_chart_get_description (chart), "Outlined over it: R."));
  g_assert_cmpstr (streek_chart_get_row_area (chart, 2), ==, "set:2");
}

/* The same area earlier: counts stay counts. 100 and 150 inhabitants, 50 in the first year. */
static void
test_pyramid_is_outlined_by_a_period (void)
{
  const double values[] = { 50, 100, 50, 150, 40, 90, 60, 110 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "n,m,k,l", 2019, 2, values);

  cube->indicators[2].is_other_side = cube->indicators[3].is_other_side = TRUE;

  g_autoptr (StreekChart) chart =
    make (cube, "{\"kind\":\"pyramid\",\"indicators\":[\"n\",\"m\"],\"against\":[\"k\",\"l\"]}");
  g_autoptr (StreekChartDrawing) drawing = streek_cube_draw (chart, 842, 595, FALSE);
  g_autofree char *text = streek_scene_to_text (drawing->scene);
  StreekRect bar = find_bar (text, 1);
  int outline = streek_chart_drawing_find_row (drawing, 0);

  g_assert_cmpint (outline, >=, 0);

  double end = g_array_index (drawing->spots, StreekChartSpot, outline).at.x;

  g_assert_cmpfloat_with_epsilon (bar.x + bar.width - end, bar.width / 2, 0.05);
  g_assert_nonnull (strstr (text, "\"Outline: 2019\""));
  g_assert_nonnull (strstr (text, "\"150\""));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    GTestFunc func;
  } tests[] = {
    { "bars-start-at-zero", test_bars_start_at_zero },
    { "negative-bars-go-the-other-way", test_negative_bars_go_the_other_way },
    { "gaps-stay-gaps", test_gaps_stay_gaps },
    { "target-is-a-line", test_target_is_a_line },
    { "breaks-are-marked-and-not-bridged", test_breaks_are_marked_and_not_bridged },
    { "a-monitor-compares-since-the-break", test_a_monitor_compares_since_the_break },
    { "forecasts-are-dashed", test_forecasts_are_dashed },
    { "broken-axes-are-marked", test_broken_axes_are_marked },
    { "names-at-line-ends-keep-off-each-other", test_names_at_line_ends_keep_off_each_other },
    { "308-bars-have-their-names", test_308_bars_have_their_names },
    { "stacks-lie-end-to-end", test_stacks_lie_end_to_end },
    { "no-key-for-what-is-not-left", test_no_key_for_what_is_not_left },
    { "stacks-are-sorted-by-what-is-seen", test_stacks_are_sorted_by_what_is_seen },
    { "unknown-parts-are-those-of-their-area", test_unknown_parts_are_those_of_their_area },
    { "no-share-of-an-unknown-whole", test_no_share_of_an_unknown_whole },
    { "every-kind-at-every-size", test_every_kind_at_every_size },
    { "every-kind-in-every-back-end", test_every_kind_in_every_back_end },
    { "grey-has-no-colour", test_grey_has_no_colour },
    { "arrow-keys-walk-points", test_arrow_keys_walk_points },
    { "walking-down-a-list", test_walking_down_a_list },
    { "pointing-finds-rows", test_pointing_finds_rows },
    { "limits-can-be-moved", test_limits_can_be_moved },
    { "pages-hold-the-table", test_pages_hold_the_table },
    { "difference-parts-at-zero", test_difference_parts_at_zero },
    { "pyramid-outlined", test_pyramid_is_outlined },
    { "pyramid-outlined-by-a-period", test_pyramid_is_outlined_by_a_period },
    { "too-small-is-said", test_too_small_is_said },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/figure/chart-layout/%s", tests[i].path);

      g_test_add_func (path, tests[i].func);
    }

  return g_test_run ();
}
