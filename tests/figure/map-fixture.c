/* map-fixture.c: maps of five areas drawn in letters, and what is on their scenes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "map-fixture.h"

#include "streek-letters.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* 8 km by 4 km: A and B in the west, C, D and E in the east; dots are the sea. */
static const char *const picture[] = { "AABBCCCC", "AABBCCDD", "AABB..DE", "AAAA..DD" };

static const char *const letters[] = { "Aalst-Berg", "Bree", "Sint-Cornelis", "Deurne", "Essen" };

void
map_fixture_init (MapFixture *self, StreekFigureKind kind, const double *values, const char *unit)
{
  static const StreekMissing kinds[] = { STREEK_MISSING_UNKNOWN, STREEK_MISSING_HIDDEN,
                                         STREEK_MISSING_NOT_APPLICABLE, STREEK_MISSING_NOT_YET };
  guint n_missing = 0;

  *self = (MapFixture){ .spec = streek_figure_spec_new () };
  self->spec->kind = kind;
  self->spec->kind_is_automatic = FALSE;
  self->spec->set = g_strdup ("letter");
  self->spec->method = STREEK_CLASSES_EQUAL;
  self->spec->n_classes = 4;
  self->data.mesh = streek_letters_new_mesh (picture, G_N_ELEMENTS (picture));
  self->data.n_rows = 5;
  self->data.row_of = self->row_of;
  self->data.context_of = self->context_of;
  self->data.table = streek_table_new ();
  self->data.title = "Letters";
  self->data.context = "Letters (5) · gebieden van 1 januari 2009";
  self->data.source = "Bron: een tekening.";
  self->data.set_name = "Letters";
  self->data.unit = unit;
  self->data.indicator_name = "Graad";
  self->data.is_ratio = kind == STREEK_FIGURE_CHOROPLETH;
  streek_table_add_column (self->data.table, "code", "Code", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->data.table, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->data.table, "value", "Graad", STREEK_COLUMN_NUMBER, unit, 0);

  if (values != NULL)
    self->spec->indicator = g_strdup ("degree");

  for (guint row = 0; row < 5; row++)
    {
      self->row_of[row] = row;
      self->outline_of[row] = row < 2 ? 0 : 1;
      self->context_of[row] = -1;
      streek_table_add_row (self->data.table);
      streek_table_set_text (self->data.table, row, 0, letters[row]);
      streek_table_set_text (self->data.table, row, 1, letters[row]);

      if (values != NULL && isnan (values[row]))
        streek_table_set_missing (self->data.table, row, 2,
                                  kinds[n_missing++ % G_N_ELEMENTS (kinds)]);
      else if (values != NULL)
        streek_table_set_number (self->data.table, row, 2, values[row], STREEK_STATUS_FINAL);
    }
}

void
map_fixture_clear (MapFixture *self)
{
  streek_figure_spec_free (self->spec);
  streek_mesh_unref (self->data.mesh);
  streek_table_unref (self->data.table);
}

void
map_fixture_own_limits (GArray **limits, double one, double other)
{
  *limits = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (*limits, one);
  g_array_append_val (*limits, other);
}

StreekFigure *
map_fixture_make_figure (const MapFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StreekFigure *figure = streek_figure_new (fixture->spec, &fixture->data, &error);

  g_assert_no_error (error);

  return figure;
}

StreekLayoutOptions
map_fixture_make_options (double width, double height)
{
  return (StreekLayoutOptions){
    .size = { width, height },
    .theme = streek_theme_get_print (),
    .format = streek_format_get ("nl"),
    .language = "nl",
    .hovered = -1,
  };
}

char *
map_fixture_dup_scene_text (const StreekFigure *figure, const StreekLayoutOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekScene) scene = streek_figure_layout (figure, options, &error);

  g_assert_no_error (error);

  return streek_scene_to_text (scene);
}

guint
map_fixture_count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;

  return n;
}

void
map_fixture_read_radii (const char *text, double *radii)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 0);

  for (guint row = 0; row < 5; row++)
    radii[row] = 0;

  for (char **line = lines; *line != NULL; line++)
    {
      const char *circle = strstr (*line, "circle ");
      const char *row = strstr (*line, "row ");

      if (circle == NULL || row == NULL)
        continue;

      g_auto (GStrv) words = g_strsplit (circle, " ", 0);

      radii[atoi (row + strlen ("row "))] = g_ascii_strtod (words[3], NULL);
    }
}
