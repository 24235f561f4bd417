/* streek-sample-grids.c: matrices and timelines of invented things, for tests and benchmarks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-sample-grids.h"

#include <math.h>

static const StreekMatrixRow rows[] = {
  { .id = "h1", .name = "Werken en leren", .is_heading = TRUE },
  { .id = "r1",
    .name = "Aansluiting onderwijs en arbeidsmarkt",
    .detail = "pijler 1",
    .total = "3",
    .level = 1 },
  { .id = "r2", .name = "Werkplekleren", .total = "3", .level = 1 },
  { .id = "r3", .name = "Sociale economie", .total = "2", .level = 1 },
  { .id = "h2", .name = "Ruimte en mobiliteit", .is_heading = TRUE },
  { .id = "r4", .name = "Bedrijventerreinen", .total = "4", .level = 1 },
  { .id = "r5", .name = "Bereikbaarheid van de havens en de luchthaven", .total = "1", .level = 1 },
  { .id = "r6", .name = "Hernieuwbare energie", .total = "telt 1 keer", .level = 1 },
};

static const StreekMatrixColumn columns[] = {
  { .id = "c1", .name = "Noord", .group = "Overleg aan de kust", .total = "5" },
  { .id = "c2", .name = "Zuid", .group = "Overleg aan de kust", .total = "4" },
  { .id = "c3", .name = "Onderwijsinstellingen", .total = "0" },
  { .id = "c4", .name = "Werknemersorganisaties", .group = "Sociale partners", .total = "4" },
  { .id = "c5", .name = "Werkgeversorganisaties", .group = "Sociale partners", .total = "3" },
};

static const StreekMatrixCategory categories[] = {
  { .name = "trekker" },
  { .name = "partner" },
  { .name = "adviseren" },
};

static const StreekMatrixCell cells[] = {
  { 1, 0, STREEK_MATRIX_EMPHASISED, "trekker", "Zit het overleg voor.", 0, 0 },
  { 1, 1, STREEK_MATRIX_ORDINARY, "partner\novergangen", NULL, 1, 1, "r1c2" },
  { 1, 3, STREEK_MATRIX_ORDINARY, "adviseren", NULL, 2, STREEK_MATRIX_NONE },
  { 2, 0, STREEK_MATRIX_ORDINARY, NULL, NULL, 1, STREEK_MATRIX_NONE },
  { 2, 1, STREEK_MATRIX_GAP, NULL, "Geen actie in 2016.", STREEK_MATRIX_NONE, STREEK_MATRIX_NONE },
  { 2, 4, STREEK_MATRIX_ORDINARY, NULL, NULL, STREEK_MATRIX_NONE, 2 },
  { 3, 0, STREEK_MATRIX_MUTED, NULL, NULL, STREEK_MATRIX_NONE, STREEK_MATRIX_NONE },
  { 3, 3, STREEK_MATRIX_MUTED, "enkel vermeld", NULL, STREEK_MATRIX_NONE, 2 },
  { 3, 4, STREEK_MATRIX_ORDINARY, "in bepaalde gevallen", NULL, STREEK_MATRIX_NONE,
    STREEK_MATRIX_NONE },
  { 5, 0, STREEK_MATRIX_ORDINARY, "trekker", NULL, 0, STREEK_MATRIX_NONE },
  { 5, 1, STREEK_MATRIX_EMPHASISED, "kernopdracht", NULL, STREEK_MATRIX_NONE, 1 },
  { 5, 3, STREEK_MATRIX_ORDINARY, NULL, NULL, STREEK_MATRIX_NONE, STREEK_MATRIX_NONE },
  { 5, 4, STREEK_MATRIX_GAP, "verslag ontbreekt", NULL, STREEK_MATRIX_NONE, STREEK_MATRIX_NONE },
  { 6, 0, STREEK_MATRIX_ORDINARY, "initiëren en ondersteunen", NULL, 2, 0 },
  { 7, 3, STREEK_MATRIX_EMPHASISED, NULL, NULL, 0, STREEK_MATRIX_NONE },
};

static const char *const sources[] = {
  "Nota over de werking, p. 12",
  "Verslag van het dagelijks bestuur, 3 maart 2016",
  "Jaarplanning, bijlage 2",
};

static const char *const notes[] = { "Een thema telt in elke kolom.", NULL };

StreekMatrix *
streek_sample_matrix_new (void)
{
  const StreekMatrixSpec spec = {
    .title = "Rollen per thema",
    .context = "Twee proefregio’s, 2016",
    .source = "Bron: eigen nota’s",
    .notes = notes,
    .corner = "Thema",
    .n_rows = G_N_ELEMENTS (rows),
    .rows = rows,
    .n_columns = G_N_ELEMENTS (columns),
    .columns = columns,
    .n_cells = G_N_ELEMENTS (cells),
    .cells = cells,
    .n_categories = G_N_ELEMENTS (categories),
    .categories = categories,
    .n_sources = G_N_ELEMENTS (sources),
    .sources = sources,
    .total_title = "Totaal",
    .kind_names = { [STREEK_MATRIX_ORDINARY] = "aanwezig", [STREEK_MATRIX_EMPHASISED] = "nadruk" },
  };
  StreekMatrix *matrix = streek_matrix_new (&spec, NULL);

  g_assert_nonnull (matrix);

  return matrix;
}

StreekMatrix *
streek_sample_board_new (void)
{
  const StreekMatrixRow lanes[] = {
    { .id = "l1", .name = "Werken en leren", .is_heading = TRUE },
    { .id = "1", .name = "" },
    { .id = "2", .name = "" },
    { .id = "l2", .name = "Ruimte en mobiliteit", .is_heading = TRUE },
    { .id = "3", .name = "" },
  };
  const StreekMatrixColumn states[] = {
    { .id = "gepland", .name = "gepland", .total = "3" },
    { .id = "bezig", .name = "bezig", .total = "1" },
    { .id = "vertraagd", .name = "vertraagd", .total = "0" },
    { .id = "klaar", .name = "klaar", .total = "1" },
  };
  const StreekMatrixCell cards[] = {
    { 1, 0, STREEK_MATRIX_ORDINARY, "Werkplekken in de zorg\nK2–K3", NULL, 0, -1, "a2" },
    { 2, 0, STREEK_MATRIX_ORDINARY, "Overleg met de buurregio", NULL, 1, -1, "a7" },
    { 1, 1, STREEK_MATRIX_EMPHASISED, "Onderwijsbeurs\nK1", NULL, 0, -1, "a1" },
    { 4, 0, STREEK_MATRIX_ORDINARY, "Studie over bedrijventerreinen", NULL, 1, -1, "a4" },
    { 4, 3, STREEK_MATRIX_ORDINARY, "Advies over het mobiliteitsplan", NULL, 2, -1, "a6" },
  };
  const StreekMatrixSpec spec = {
    .title = "Acties per status",
    .n_rows = G_N_ELEMENTS (lanes),
    .rows = lanes,
    .n_columns = G_N_ELEMENTS (states),
    .columns = states,
    .n_cells = G_N_ELEMENTS (cards),
    .cells = cards,
    .n_categories = G_N_ELEMENTS (categories),
    .categories = categories,
    .total_title = "Totaal",
  };
  StreekMatrix *matrix = streek_matrix_new (&spec, NULL);

  g_assert_nonnull (matrix);

  return matrix;
}

StreekMatrix *
streek_sample_matrix_new_large (guint n_rows, guint n_columns)
{
  static const char *const words[] = { "overleg organiseren", "mee financieren",
                                       "opvolgen en bijsturen", "advies" };
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (4096);
  g_autofree StreekMatrixRow *all_rows = g_new0 (StreekMatrixRow, n_rows);
  g_autofree StreekMatrixColumn *all_columns = g_new0 (StreekMatrixColumn, n_columns);
  g_autofree StreekMatrixCell *all_cells = g_new0 (StreekMatrixCell, n_rows * n_columns);
  char text[64];

  for (guint r = 0; r < n_rows; r++)
    {
      g_snprintf (text, sizeof text, "rij %u", r);
      all_rows[r].id = all_rows[r].name = g_string_chunk_insert (chunk, text);
    }

  for (guint c = 0; c < n_columns; c++)
    {
      g_snprintf (text, sizeof text, "kolom %u", c);
      all_columns[c].id = all_columns[c].name = g_string_chunk_insert (chunk, text);
    }

  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      guint r = i / n_columns, c = i % n_columns;

      g_snprintf (text, sizeof text, "r%uc%u %s", r, c, words[i % G_N_ELEMENTS (words)]);
      all_cells[i] =
        (StreekMatrixCell){ .row = r,
                            .column = c,
                            .kind = STREEK_MATRIX_ORDINARY,
                            .text = g_string_chunk_insert (chunk, text),
                            .category = i % 4 == 3 ? STREEK_MATRIX_NONE : (int) (i % 4),
                            .source = STREEK_MATRIX_NONE };
    }

  const StreekMatrixSpec spec = {
    .title = "Groot",
    .n_rows = n_rows,
    .rows = all_rows,
    .n_columns = n_columns,
    .columns = all_columns,
    .n_cells = n_rows * n_columns,
    .cells = all_cells,
    .n_categories = G_N_ELEMENTS (categories),
    .categories = categories,
  };
  StreekMatrix *matrix = streek_matrix_new (&spec, NULL);

  g_assert_nonnull (matrix);

  return matrix;
}

/* Rows of the timeline; days as "2016-03-01", the last one exclusive, "-": nobody said, "open". */
typedef struct
{
  const char *id;
  const char *name;
  const char *detail;
  const char *from;
  const char *to;
  double done_pct;
  int status;
  const char *label;
} SampleAction;

static const SampleAction actions[] = {
  { "g1", "Werken en leren", NULL, "2016-01-01", "2016-10-01", NAN, -1, NULL },
  { "a1", "Onderwijsbeurs", "stafmedewerker arbeidsmarkt", "2016-01-15", "2016-06-01", 80, 1,
    NULL },
  { "a2", "Werkplekken in de zorg", NULL, "2016-03-01", "2016-10-01", 30, 2, "loopt uit" },
  { "a3", "Doorlopende begeleiding van bedrijven", NULL, "2015-09-01", "open", NAN, 1, NULL },
  { "g2", "Ruimte en mobiliteit", NULL, "-", "-", NAN, -1, NULL },
  { "a4", "Studie over bedrijventerreinen", "stafmedewerker ruimte", "2016-07-01", "2017-04-01", 0,
    0, NULL },
  { "a5", "Ontsluiting van de haven", NULL, "2016-04-01", "-", NAN, 3, NULL },
  { "a6", "Advies over het mobiliteitsplan", NULL, "-", "2016-09-16", NAN, 1, NULL },
  { "a7", "Overleg met de buurregio", NULL, "-", "-", NAN, 0, NULL },
  { "a8", "Fietssnelwegen", NULL, "2017-02-01", "2017-06-01", NAN, 0, "pas in 2017" },
};

static const char *const statuses[] = { "gepland", "bezig", "vertraagd", "stopgezet" };

static StreekDate
read_day (const char *text)
{
  StreekDate date = STREEK_DATE_NONE;

  if (g_str_equal (text, "open"))
    return STREEK_DATE_OPEN;
  if (!g_str_equal (text, "-"))
    g_assert_true (streek_date_parse (text, &date, NULL));

  return date;
}

StreekTimeline *
streek_sample_timeline_new (void)
{
  StreekTimelineRow all[G_N_ELEMENTS (actions)] = { { 0 } };
  const StreekTimelineMilestone milestones[] = {
    { 2, "m2", "tussentijds verslag", read_day ("2016-06-15"), FALSE, NULL },
    { 2, "m1", "aftrap", read_day ("2016-03-01"), TRUE, "In het streekhuis." },
    { 5, "m3", "gunning", read_day ("2016-09-01"), FALSE, NULL },
    { 5, "m4", "eindrapport", read_day ("2017-03-15"), FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    all[i] = (StreekTimelineRow){
      .id = actions[i].id,
      .name = actions[i].name,
      .detail = actions[i].detail,
      .level = actions[i].id[0] == 'a',
      .is_heading = actions[i].id[0] == 'g',
      .from = read_day (actions[i].from),
      .to = read_day (actions[i].to),
      .done_pct = actions[i].done_pct,
      .status = actions[i].status,
      .label = actions[i].label,
    };

  const StreekTimelineSpec spec = {
    .title = "Jaarplanning",
    .context = "Een proefregio, 2016",
    .source = "Bron: eigen planning",
    .corner = "Actie",
    .n_rows = G_N_ELEMENTS (all),
    .rows = all,
    .n_milestones = G_N_ELEMENTS (milestones),
    .milestones = milestones,
    .n_statuses = G_N_ELEMENTS (statuses),
    .statuses = statuses,
    .window = { read_day ("2016-01-01"), read_day ("2017-01-01") },
    .today = read_day ("2016-05-20"),
  };
  StreekTimeline *timeline = streek_timeline_new (&spec, NULL);

  g_assert_nonnull (timeline);

  return timeline;
}

StreekTimeline *
streek_sample_timeline_new_large (guint n_rows)
{
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (4096);
  g_autofree StreekTimelineRow *all = g_new0 (StreekTimelineRow, n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      StreekDate from = read_day ("2016-01-01") + 7 * (StreekDate) i;
      g_autofree char *name = g_strdup_printf ("actie %u", i);

      all[i] = (StreekTimelineRow){ .id = g_string_chunk_insert (chunk, name),
                                    .name = g_string_chunk_insert (chunk, name),
                                    .from = from,
                                    .to = from + 182,
                                    .done_pct = i % 101,
                                    .status = (int) (i % 4) };
    }

  const StreekTimelineSpec spec = {
    .title = "Groot",
    .corner = "Actie",
    .n_rows = n_rows,
    .rows = all,
    .n_statuses = G_N_ELEMENTS (statuses),
    .statuses = statuses,
  };
  StreekTimeline *timeline = streek_timeline_new (&spec, NULL);

  g_assert_nonnull (timeline);

  return timeline;
}
