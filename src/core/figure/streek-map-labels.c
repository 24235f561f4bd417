/* streek-map-labels.c: names on a map: none over another, in their area or with a leader line */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-labels.h"
#include "figure/streek-reading-order.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PADDING_PT 1.0
#define SMALLER 0.86
#define NARROWEST_LETTER 0.4 /* of a name, on average, in letter sizes */
#define LONGEST_AREA 5.0     /* in radii of the circle it holds */
#define BORDER_GAP_PT 1.5
#define LEADER_GAP_PT 1.5
#define LEADER_FIRST_PT 9.0
#define LEADER_LAST_PT 64.0
#define LEADER_STEP_PT 5.0
#define N_DIRECTIONS 16
#define N_VARIANTS 4
#define N_NUMBER_SIZES 3
/* What is smaller cannot be read on paper. */
#define LEAST_NUMBER_PT 6.0
#define N_SIZES 2
#define ACROSS_CIRCLE 5 /* of the places at a circle */

/* Ground that no name may take. */
typedef struct
{
  StreekRect rect;
  int row; /* whose own name may stand there; -1: nobody's */
} Block;

struct _StreekLabeller
{
  StreekTypesetter *typesetter;
  StreekRect frame;
  GArray *blocks;   /* (element-type Block) */
  GArray *placed;   /* (element-type StreekPlacedLabel) */
  GArray *homeless; /* (element-type guint): of the last wishes */
};

/* The ways to set one name, made when they are first tried. */
typedef struct
{
  const StreekLabelWish *wish;
  char *texts[N_VARIANTS]; /* NULL where it would be the same as one before */
  StreekTextRun *runs[N_VARIANTS][N_SIZES];
} Settings;

/* What Flemish names are shortened by; names of areas are data and stay Dutch. */
static const struct
{
  const char *part;
  const char *by;
} short_parts[] = {
  { "Sint-", "St.-" },     { "Noord-", "N.-" },     { "Zuid-", "Z.-" },   { "Oost-", "O.-" },
  { "West-", "W.-" },      { "Midden-", "M.-" },    { "Groot-", "Gr.-" }, { " en ", " & " },
  { "Vlaanderen", "Vl." }, { "-aan-de-", "-a/d-" },
};

/**
 * streek_label_abbreviate:
 * @name: the name of an area
 *
 * Returns: (transfer full) (nullable): a shorter form: "St.-Martens-Latem"; %NULL where there is
 *   none
 */
char *
streek_label_abbreviate (const char *name)
{
  GString *text = g_string_new (name);
  guint n_changes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (short_parts); i++)
    n_changes += g_string_replace (text, short_parts[i].part, short_parts[i].by, 0);

  return g_string_free (text, n_changes == 0);
}

/**
 * streek_label_split:
 * @name: the name of an area
 *
 * Returns: (transfer full) (nullable): @name on two lines, as equally long as its spaces and
 *   hyphens allow; %NULL where it has none
 */
char *
streek_label_split (const char *name)
{
  glong n = g_utf8_strlen (name, -1), place = 0, best = G_MAXLONG;
  const char *cut = NULL;

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c), place++)
    {
      glong first = *c == '-' ? place + 1 : place;
      glong longest = MAX (first, n - place - 1);

      if ((*c != ' ' && *c != '-') || first < 3 || n - place - 1 < 3 || longest > best)
        continue;

      best = longest;
      cut = c;
    }

  if (cut == NULL)
    return NULL;

  return g_strdup_printf ("%.*s\n%s", (int) (cut - name + (*cut == '-')), name, cut + 1);
}

static void
clear_placed (gpointer data)
{
  StreekPlacedLabel *placed = data;

  streek_text_run_unref (placed->run);
}

/**
 * streek_labeller_new:
 * @typesetter: sets the names; kept until the labeller is freed
 * @frame: where names may stand
 *
 * Returns: (transfer full): a labeller of an empty map
 */
StreekLabeller *
streek_labeller_new (StreekTypesetter *typesetter, StreekRect frame)
{
  StreekLabeller *self = g_new0 (StreekLabeller, 1);

  self->typesetter = typesetter;
  self->frame = frame;
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  self->placed = g_array_new (FALSE, FALSE, sizeof (StreekPlacedLabel));
  self->homeless = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_clear_func (self->placed, clear_placed);

  return self;
}

void
streek_labeller_free (StreekLabeller *labeller)
{
  if (labeller == NULL)
    return;

  g_array_unref (labeller->blocks);
  g_array_unref (labeller->placed);
  g_array_unref (labeller->homeless);
  g_free (labeller);
}

/**
 * streek_labeller_block:
 * @rect: ground that no name may take
 * @row: whose own name may, -1 for nobody's
 */
void
streek_labeller_block (StreekLabeller *labeller, StreekRect rect, int row)
{
  Block block = { rect, row };

  g_array_append_val (labeller->blocks, block);
}

guint
streek_labeller_get_n_placed (const StreekLabeller *labeller)
{
  return labeller->placed->len;
}

const StreekPlacedLabel *
streek_labeller_get_placed (const StreekLabeller *labeller, guint index)
{
  return &g_array_index (labeller->placed, StreekPlacedLabel, index);
}

/**
 * streek_labeller_get_array:
 *
 * Returns: (transfer none) (element-type StreekPlacedLabel): all placed names, to be kept
 */
GArray *
streek_labeller_get_array (StreekLabeller *labeller)
{
  return labeller->placed;
}

static gboolean
rects_overlap (StreekRect a, StreekRect b, double padding)
{
  return a.x < b.x + b.width + padding && b.x < a.x + a.width + padding &&
         a.y < b.y + b.height + padding && b.y < a.y + a.height + padding;
}

/* Steps are finer than any letter. */
static gboolean
line_meets_rect (StreekPoint from, StreekPoint to, StreekRect rect)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  guint n_steps = ceil (length / 2) + 1;

  for (guint i = 0; i <= n_steps; i++)
    {
      double x = from.x + (to.x - from.x) * i / n_steps;
      double y = from.y + (to.y - from.y) * i / n_steps;

      if (x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_in_frame (const StreekLabeller *self, StreekRect rect)
{
  return rect.x >= self->frame.x + PADDING_PT && rect.y >= self->frame.y + PADDING_PT &&
         rect.x + rect.width <= self->frame.x + self->frame.width - PADDING_PT &&
         rect.y + rect.height <= self->frame.y + self->frame.height - PADDING_PT;
}

static gboolean
is_free (const StreekLabeller *self, StreekRect rect, int row)
{
  if (!is_in_frame (self, rect))
    return FALSE;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);

      if ((block->row < 0 || block->row != row) && rects_overlap (rect, block->rect, 0))
        return FALSE;
    }

  for (guint i = 0; i < self->placed->len; i++)
    {
      const StreekPlacedLabel *other = &g_array_index (self->placed, StreekPlacedLabel, i);

      if (rects_overlap (rect, other->rect, PADDING_PT) ||
          (other->has_leader && line_meets_rect (other->leader_from, other->leader_to, rect)))
        return FALSE;
    }

  return TRUE;
}

static char *
join_figure (char *name, const char *figure)
{
  if (name == NULL || figure == NULL)
    return name;

  char *joined = g_strdup_printf ("%s\n%s", name, figure);

  g_free (name);

  return joined;
}

static void
settings_init (Settings *settings, const StreekLabelWish *wish)
{
  g_autofree char *abbreviated = streek_label_abbreviate (wish->name);

  *settings = (Settings){ .wish = wish };
  settings->texts[0] = join_figure (g_strdup (wish->name), wish->figure);
  settings->texts[1] = join_figure (streek_label_split (wish->name), wish->figure);

  if (abbreviated == NULL)
    return;

  settings->texts[3] = join_figure (streek_label_split (abbreviated), wish->figure);
  settings->texts[2] = join_figure (g_steal_pointer (&abbreviated), wish->figure);
}

static void
settings_clear (Settings *settings)
{
  for (guint v = 0; v < N_VARIANTS; v++)
    {
      g_free (settings->texts[v]);

      for (guint s = 0; s < N_SIZES; s++)
        g_clear_pointer (&settings->runs[v][s], streek_text_run_unref);
    }
}

static StreekTextRun *
get_run (const StreekLabeller *self, Settings *settings, guint variant, guint size)
{
  StreekTextRun **run = &settings->runs[variant][size];
  StreekFont font = settings->wish->font;

  font.size_pt *= size > 0 ? SMALLER : 1;

  if (*run == NULL)
    *run = streek_typesetter_set_wrapped (self->typesetter, font, settings->texts[variant], 1000, 0,
                                          STREEK_ALIGN_CENTER);

  return *run;
}

static void
take_place (StreekLabeller *self, const Settings *settings, StreekTextRun *run, StreekRect rect)
{
  StreekPlacedLabel placed = {
    .row = settings->wish->row,
    .run = streek_text_run_ref (run),
    .rect = rect,
    .is_point = settings->wish->is_point,
  };

  g_array_append_val (self->placed, placed);
}

static StreekRect
make_rect (StreekPoint middle, const StreekTextRun *run)
{
  double width = streek_text_run_get_width (run), height = streek_text_run_get_height (run);

  return (StreekRect){ middle.x - width / 2, middle.y - height / 2, width, height };
}

/**
 * streek_labeller_is_free:
 * @rect: room for a name of no row
 *
 * Returns: whether nothing else stands there
 */
gboolean
streek_labeller_is_free (const StreekLabeller *labeller, StreekRect rect)
{
  return is_free (labeller, rect, -1);
}

/**
 * streek_labeller_take:
 * @run: the name of something around the map
 * @middle: where it shall stand
 *
 * Returns: %FALSE where something else stands there already
 */
gboolean
streek_labeller_take (StreekLabeller *labeller, StreekTextRun *run, StreekPoint middle)
{
  StreekPlacedLabel placed = {
    .row = -1,
    .run = run,
    .rect = make_rect (middle, run),
    .is_around = TRUE,
  };

  if (!is_free (labeller, placed.rect, -1))
    return FALSE;

  streek_text_run_ref (run);
  g_array_append_val (labeller->placed, placed);

  return TRUE;
}

/* Around the anchor; @share of the name must lie in its own area. */
static gboolean
try_in_area (StreekLabeller *self,
             const Settings *settings,
             StreekTextRun *run,
             const StreekRowGrid *grid,
             double share)
{
  static const double shifts[][2] = { { 0, 0 },       { 0, -0.55 },    { 0, 0.55 },
                                      { -0.22, 0 },   { 0.22, 0 },     { -0.22, -0.55 },
                                      { 0.22, 0.55 }, { 0.22, -0.55 }, { -0.22, 0.55 } };
  const StreekLabelWish *wish = settings->wish;

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      StreekPoint middle = { wish->anchor.x + shifts[i][0] * streek_text_run_get_width (run),
                             wish->anchor.y + shifts[i][1] * streek_text_run_get_height (run) };
      StreekRect rect = make_rect (middle, run);

      StreekRect around = { rect.x - BORDER_GAP_PT, rect.y, rect.width + 2 * BORDER_GAP_PT,
                            rect.height };

      if (streek_row_grid_measure (grid, around, wish->group) < share ||
          !is_free (self, rect, wish->row))
        continue;

      take_place (self, settings, run, rect);
      return TRUE;
    }

  return FALSE;
}

/* In the circle where it fits, else under, over or beside it, else across it where it may hide it:
 * further away a name could be that of another circle. */
static gboolean
try_at_circle (StreekLabeller *self,
               const Settings *settings,
               StreekTextRun *run,
               gboolean may_cross)
{
  const StreekLabelWish *wish = settings->wish;
  double width = streek_text_run_get_width (run), height = streek_text_run_get_height (run);
  double away = wish->circle_pt + 1.5;
  double right = away * G_SQRT2 / 2 + width / 2, low = away * G_SQRT2 / 2 + height / 2;
  const double shifts[][2] = { { 0, 0 },
                               { 0, away + height / 2 },
                               { 0, -away - height / 2 },
                               { away + width / 2, 0 },
                               { -away - width / 2, 0 },
                               { 0, 0 },
                               { right, low },
                               { right, -low },
                               { -right, low },
                               { -right, -low } };
  gboolean fits_inside = hypot (width, height) < 2 * wish->circle_pt;

  for (guint i = fits_inside ? 0 : 1; i < G_N_ELEMENTS (shifts); i++)
    {
      StreekPoint middle = { wish->anchor.x + shifts[i][0], wish->anchor.y + shifts[i][1] };
      StreekRect rect = make_rect (middle, run);

      if ((i == ACROSS_CIRCLE && !may_cross) || !is_free (self, rect, wish->row))
        continue;

      take_place (self, settings, run, rect);
      return TRUE;
    }

  return FALSE;
}

static glong
count_longest_line (const char *text)
{
  glong longest = 0;

  for (const char *line = text; line != NULL;)
    {
      const char *end = strchr (line, '\n');

      longest = MAX (longest, g_utf8_strlen (line, end != NULL ? end - line : -1));
      line = end != NULL ? end + 1 : NULL;
    }

  return longest;
}

/* On a crowded map most names are far too long for their area: not worth setting. */
static gboolean
is_hopeless (const StreekLabelWish *wish, const char *text)
{
  return wish->stays_inside && wish->circle_pt <= 0 &&
         (double) count_longest_line (text) * wish->font.size_pt * NARROWEST_LETTER >
           LONGEST_AREA * wish->radius_pt;
}

static gboolean
place_near (StreekLabeller *self, Settings *settings, const StreekRowGrid *grid)
{
  /* First wholly at home, then over the border a little; a short name before a small one. */
  static const double shares[] = { 1, 0.9, 0.7, 0.5 };
  gboolean is_crowded = settings->wish->stays_inside;
  guint n_shares = is_crowded ? 3 : G_N_ELEMENTS (shares);
  /* among hundreds of circles a name finds its place at once or not at all */
  guint n_sizes = is_crowded && settings->wish->circle_pt > 0 ? 1 : N_SIZES;

  for (guint i = 0; i < n_shares; i++)
    for (guint size = 0; size < n_sizes; size++)
      for (guint variant = 0; variant < N_VARIANTS; variant++)
        {
          if (settings->texts[variant] == NULL || (i > 0 && settings->wish->circle_pt > 0) ||
              is_hopeless (settings->wish, settings->texts[variant]))
            continue;

          StreekTextRun *run = get_run (self, settings, variant, size);

          if (settings->wish->circle_pt > 0 ? try_at_circle (self, settings, run, TRUE)
                                            : try_in_area (self, settings, run, grid, shares[i]))
            return TRUE;
        }

  return FALSE;
}

/* Twice the area of the triangle, with the sign of its turn. */
static double
measure_turn (StreekPoint a, StreekPoint b, StreekPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
lines_cross (StreekPoint a, StreekPoint b, StreekPoint c, StreekPoint d)
{
  return measure_turn (a, b, c) * measure_turn (a, b, d) < 0 &&
         measure_turn (c, d, a) * measure_turn (c, d, b) < 0;
}

static gboolean
leader_is_free (const StreekLabeller *self, StreekPoint from, StreekPoint to)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      const StreekPlacedLabel *other = &g_array_index (self->placed, StreekPlacedLabel, i);

      if (line_meets_rect (from, to, other->rect) ||
          (other->has_leader && lines_cross (from, to, other->leader_from, other->leader_to)))
        return FALSE;
    }

  return TRUE;
}

/* The point of the name's box that lies nearest to its area, a little off the letters. */
static StreekPoint
find_leader_end (StreekRect rect, StreekPoint from)
{
  StreekRect box = { rect.x - LEADER_GAP_PT, rect.y, rect.width + 2 * LEADER_GAP_PT, rect.height };

  return (StreekPoint){ CLAMP (from.x, box.x, box.x + box.width),
                        CLAMP (from.y, box.y, box.y + box.height) };
}

static gboolean
try_with_leader (StreekLabeller *self,
                 const Settings *settings,
                 StreekTextRun *run,
                 const StreekRowGrid *grid,
                 double distance,
                 double angle)
{
  const StreekLabelWish *wish = settings->wish;
  double width = streek_text_run_get_width (run), height = streek_text_run_get_height (run);
  StreekPoint middle = { wish->anchor.x + cos (angle) * (distance + width / 2),
                         wish->anchor.y + sin (angle) * (distance + height / 2) };
  StreekRect rect = make_rect (middle, run);

  if ((grid != NULL && streek_row_grid_measure_any (grid, rect) > 0) ||
      !is_free (self, rect, wish->row))
    return FALSE;

  StreekPoint end = find_leader_end (rect, wish->anchor);

  if (!leader_is_free (self, wish->anchor, end))
    return FALSE;

  take_place (self, settings, run, rect);

  StreekPlacedLabel *placed =
    &g_array_index (self->placed, StreekPlacedLabel, self->placed->len - 1);

  placed->has_leader = TRUE;
  placed->leader_from = wish->anchor;
  placed->leader_to = end;

  return TRUE;
}

/* Into the nearest free space, outside all areas of @grid (nullable). */
static gboolean
lead_away (StreekLabeller *self,
           const Settings *settings,
           StreekTextRun *run,
           const StreekRowGrid *grid)
{
  for (double distance = LEADER_FIRST_PT; distance <= LEADER_LAST_PT; distance += LEADER_STEP_PT)
    for (guint i = 0; i < N_DIRECTIONS; i++)
      if (try_with_leader (self, settings, run, grid, distance, 2 * G_PI * i / N_DIRECTIONS))
        return TRUE;

  return FALSE;
}

static gboolean
place_away (StreekLabeller *self, Settings *settings, const StreekRowGrid *grid)
{
  return lead_away (self, settings, get_run (self, settings, 0, N_SIZES - 1), grid);
}

/**
 * streek_labeller_place:
 * @wishes: (array length=n_wishes): the most important first
 * @n_wishes: how many
 * @grid: where the areas lie
 *
 * Places as many names as can stand without touching another: on one line, on two, abbreviated, a
 * little smaller; then, where wished, in free space with a leader line. A name without a place is
 * left out. The same wishes give the same places.
 */
void
streek_labeller_place (StreekLabeller *labeller,
                       const StreekLabelWish *wishes,
                       guint n_wishes,
                       const StreekRowGrid *grid)
{
  g_autoptr (GArray) away = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_set_size (labeller->homeless, 0);

  for (guint i = 0; i < n_wishes; i++)
    {
      Settings settings;

      settings_init (&settings, &wishes[i]);

      if (!place_near (labeller, &settings, grid))
        g_array_append_val (away, i);

      settings_clear (&settings);
    }

  for (guint i = 0; i < away->len; i++)
    {
      guint index = g_array_index (away, guint, i);
      Settings settings;

      settings_init (&settings, &wishes[index]);

      if (!wishes[index].may_lead || !place_away (labeller, &settings, grid))
        g_array_append_val (labeller->homeless, index);

      settings_clear (&settings);
    }
}

/**
 * streek_labeller_get_homeless:
 *
 * Returns: (element-type guint): which of the wishes of the last streek_labeller_place() found no
 *   place, as their indices
 */
const GArray *
streek_labeller_get_homeless (const StreekLabeller *labeller)
{
  return labeller->homeless;
}

/* As much room as the widest number takes. */
static StreekTextRun *
set_widest (const StreekLabeller *self, StreekFont font, guint n)
{
  return streek_typesetter_set (self->typesetter, font,
                                n < 10     ? "8"
                                : n < 100  ? "88"
                                : n < 1000 ? "888"
                                           : "8888");
}

static gboolean
place_number (StreekLabeller *self,
              const StreekLabelWish *wish,
              StreekTextRun *run,
              const StreekRowGrid *grid)
{
  const Settings settings = { .wish = wish };

  if (wish->circle_pt > 0)
    return try_at_circle (self, &settings, run, FALSE) || lead_away (self, &settings, run, grid) ||
           lead_away (self, &settings, run, NULL) || try_at_circle (self, &settings, run, TRUE);

  /* better a line to where it can be read than half over the border */
  return try_in_area (self, &settings, run, grid, 1) ||
         try_in_area (self, &settings, run, grid, 0.75) || lead_away (self, &settings, run, grid) ||
         try_in_area (self, &settings, run, grid, 0.4) || lead_away (self, &settings, run, NULL) ||
         try_in_area (self, &settings, run, grid, 0);
}

static StreekPoint
get_place (const StreekPlacedLabel *label)
{
  if (label->has_leader)
    return label->leader_from;

  return (StreekPoint){ label->rect.x + label->rect.width / 2,
                        label->rect.y + label->rect.height / 2 };
}

static void
set_number (const StreekLabeller *self, StreekPlacedLabel *label, guint number, StreekFont font)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  StreekPoint middle = { label->rect.x + label->rect.width / 2,
                         label->rect.y + label->rect.height / 2 };

  streek_text_run_unref (label->run);
  label->number = number;
  label->run = streek_typesetter_set (self->typesetter, font, text);
  label->rect = make_rect (middle, label->run);

  if (label->has_leader)
    label->leader_to = find_leader_end (label->rect, label->leader_from);
}

/* Of a number, the first that has room. */
static const double number_sizes[N_NUMBER_SIZES] = { 1, 0.8, 0.6 };

/* @fonts: (element-type StreekFont): of the labels from @first on */
static void
number_in_reading_order (const StreekLabeller *self, guint first, const GArray *fonts)
{
  guint n = self->placed->len - first;
  StreekPlacedLabel *labels = &g_array_index (self->placed, StreekPlacedLabel, first);
  g_autofree StreekPoint *places = g_new (StreekPoint, n + 1);
  g_autofree guint *numbers = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    places[i] = get_place (&labels[i]);

  streek_number_as_read (places, n, numbers);

  for (guint i = 0; i < n; i++)
    set_number (self, &labels[i], numbers[i], g_array_index (fonts, StreekFont, i));
}

/* In its own size, or a little smaller where only that has room. */
static gboolean
place_number_in_some_size (StreekLabeller *self,
                           const StreekLabelWish *wish,
                           StreekTextRun *const *runs,
                           const StreekRowGrid *grid,
                           guint *size)
{
  for (*size = 0; *size < N_NUMBER_SIZES; (*size)++)
    if (place_number (self, wish, runs[*size], grid))
      return TRUE;

  return FALSE;
}

/* The largest number there will be, as far as it matters how wide it is. */
static guint
find_largest (const StreekLabelWish *wishes, const GArray *indices, guint most)
{
  guint largest = 0;

  for (guint i = 0; i < indices->len; i++)
    largest = MAX (largest, wishes[g_array_index (indices, guint, i)].number);

  return largest > 0 ? largest : MIN (indices->len, most);
}

/**
 * streek_labeller_place_numbers:
 * @wishes: as for streek_labeller_place()
 * @indices: (element-type guint): of the wishes that shall have a number, the most important first
 * @most: how many numbers there may be; one that finds no place is none
 * @font: of the numbers
 * @grid: where the areas lie
 *
 * Numbers run from 1 over the map as over a page, unless the wishes say which they are. A wish
 * without a name or a number is left out.
 */
void
streek_labeller_place_numbers (StreekLabeller *labeller,
                               const StreekLabelWish *wishes,
                               const GArray *indices,
                               guint most,
                               StreekFont font,
                               const StreekRowGrid *grid)
{
  guint largest = find_largest (wishes, indices, most);
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (StreekFont));
  StreekTextRun *runs[N_NUMBER_SIZES];
  StreekFont fonts[N_NUMBER_SIZES];
  guint first = labeller->placed->len;
  gboolean is_given = FALSE;

  for (guint i = 0; i < N_NUMBER_SIZES; i++)
    {
      fonts[i] = font;
      fonts[i].size_pt = MIN (font.size_pt, MAX (font.size_pt * number_sizes[i], LEAST_NUMBER_PT));
      runs[i] = set_widest (labeller, fonts[i], largest);
    }

  for (guint i = 0; i < indices->len && labeller->placed->len - first < most; i++)
    {
      const StreekLabelWish *wish = &wishes[g_array_index (indices, guint, i)];
      guint last = labeller->placed->len, size;

      if (!place_number_in_some_size (labeller, wish, runs, grid, &size))
        continue;

      g_array_append_val (used, fonts[size]);
      is_given |= wish->number > 0;
      if (wish->number > 0)
        set_number (labeller, &g_array_index (labeller->placed, StreekPlacedLabel, last),
                    wish->number, fonts[size]);
    }

  if (!is_given)
    number_in_reading_order (labeller, first, used);

  for (guint i = 0; i < N_NUMBER_SIZES; i++)
    streek_text_run_unref (runs[i]);
}
