/* streek-palette.c: the fills of a figure, measured for grey print and colour-blind readers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-palette.h"
#include "figure/streek-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MIN_SCHEME 3

struct _StreekPalette
{
  const char *name;
  StreekPaletteKind kind;
  guint32 schemes[STREEK_PALETTE_MAX_CLASSES - MIN_SCHEME + 1][STREEK_PALETTE_MAX_CLASSES];
};

/* Of 54 colours of ColorBrewer, Paul Tol and Okabe & Ito that are neither too light for a line on
 * white nor black, the eight whose two closest are farthest apart (ΔE 21,3) to the worst of the
 * four visions; the order begins with those farthest from each other. */
static const guint32 series_colors[STREEK_N_SERIES_COLORS] = {
  0x0077bb, 0xff7f00, 0x004529, 0xaa3377, 0x56b4e9, 0xcc3311, 0x9c755f, 0x7a0177,
};

/* Colours of ColorBrewer 2.0 by Cynthia Brewer, Mark Harrower and The Pennsylvania State University
 * (Apache-2.0, https://colorbrewer2.org), one scheme for each number of classes. */
static const StreekPalette palettes[] = {
  { "YlGnBu",
    STREEK_PALETTE_SEQUENTIAL,
    { { 0xedf8b1, 0x7fcdbb, 0x2c7fb8 },
      { 0xffffcc, 0xa1dab4, 0x41b6c4, 0x225ea8 },
      { 0xffffcc, 0xa1dab4, 0x41b6c4, 0x2c7fb8, 0x253494 },
      { 0xffffcc, 0xc7e9b4, 0x7fcdbb, 0x41b6c4, 0x2c7fb8, 0x253494 },
      { 0xffffcc, 0xc7e9b4, 0x7fcdbb, 0x41b6c4, 0x1d91c0, 0x225ea8, 0x0c2c84 } } },
  { "Blues",
    STREEK_PALETTE_SEQUENTIAL,
    { { 0xdeebf7, 0x9ecae1, 0x3182bd },
      { 0xeff3ff, 0xbdd7e7, 0x6baed6, 0x2171b5 },
      { 0xeff3ff, 0xbdd7e7, 0x6baed6, 0x3182bd, 0x08519c },
      { 0xeff3ff, 0xc6dbef, 0x9ecae1, 0x6baed6, 0x3182bd, 0x08519c },
      { 0xeff3ff, 0xc6dbef, 0x9ecae1, 0x6baed6, 0x4292c6, 0x2171b5, 0x084594 } } },
  { "Greens",
    STREEK_PALETTE_SEQUENTIAL,
    { { 0xe5f5e0, 0xa1d99b, 0x31a354 },
      { 0xedf8e9, 0xbae4b3, 0x74c476, 0x238b45 },
      { 0xedf8e9, 0xbae4b3, 0x74c476, 0x31a354, 0x006d2c },
      { 0xedf8e9, 0xc7e9c0, 0xa1d99b, 0x74c476, 0x31a354, 0x006d2c },
      { 0xedf8e9, 0xc7e9c0, 0xa1d99b, 0x74c476, 0x41ab5d, 0x238b45, 0x005a32 } } },
  { "Oranges",
    STREEK_PALETTE_SEQUENTIAL,
    { { 0xfee6ce, 0xfdae6b, 0xe6550d },
      { 0xfeedde, 0xfdbe85, 0xfd8d3c, 0xd94701 },
      { 0xfeedde, 0xfdbe85, 0xfd8d3c, 0xe6550d, 0xa63603 },
      { 0xfeedde, 0xfdd0a2, 0xfdae6b, 0xfd8d3c, 0xe6550d, 0xa63603 },
      { 0xfeedde, 0xfdd0a2, 0xfdae6b, 0xfd8d3c, 0xf16913, 0xd94801, 0x8c2d04 } } },
  { "YlOrBr",
    STREEK_PALETTE_SEQUENTIAL,
    { { 0xfff7bc, 0xfec44f, 0xd95f0e },
      { 0xffffd4, 0xfed98e, 0xfe9929, 0xcc4c02 },
      { 0xffffd4, 0xfed98e, 0xfe9929, 0xd95f0e, 0x993404 },
      { 0xffffd4, 0xfee391, 0xfec44f, 0xfe9929, 0xd95f0e, 0x993404 },
      { 0xffffd4, 0xfee391, 0xfec44f, 0xfe9929, 0xec7014, 0xcc4c02, 0x8c2d04 } } },
  { "Purples",
    STREEK_PALETTE_SEQUENTIAL,
    { { 0xefedf5, 0xbcbddc, 0x756bb1 },
      { 0xf2f0f7, 0xcbc9e2, 0x9e9ac8, 0x6a51a3 },
      { 0xf2f0f7, 0xcbc9e2, 0x9e9ac8, 0x756bb1, 0x54278f },
      { 0xf2f0f7, 0xdadaeb, 0xbcbddc, 0x9e9ac8, 0x756bb1, 0x54278f },
      { 0xf2f0f7, 0xdadaeb, 0xbcbddc, 0x9e9ac8, 0x807dba, 0x6a51a3, 0x4a1486 } } },
  { "PuOr",
    STREEK_PALETTE_DIVERGING,
    { { 0x998ec3, 0xf7f7f7, 0xf1a340 },
      { 0x5e3c99, 0xb2abd2, 0xfdb863, 0xe66101 },
      { 0x5e3c99, 0xb2abd2, 0xf7f7f7, 0xfdb863, 0xe66101 },
      { 0x542788, 0x998ec3, 0xd8daeb, 0xfee0b6, 0xf1a340, 0xb35806 },
      { 0x542788, 0x998ec3, 0xd8daeb, 0xf7f7f7, 0xfee0b6, 0xf1a340, 0xb35806 } } },
  { "RdBu",
    STREEK_PALETTE_DIVERGING,
    { { 0xef8a62, 0xf7f7f7, 0x67a9cf },
      { 0xca0020, 0xf4a582, 0x92c5de, 0x0571b0 },
      { 0xca0020, 0xf4a582, 0xf7f7f7, 0x92c5de, 0x0571b0 },
      { 0xb2182b, 0xef8a62, 0xfddbc7, 0xd1e5f0, 0x67a9cf, 0x2166ac },
      { 0xb2182b, 0xef8a62, 0xfddbc7, 0xf7f7f7, 0xd1e5f0, 0x67a9cf, 0x2166ac } } },
  /* Okabe & Ito (2008), Color Universal Design, without its black */
  { "Okabe-Ito",
    STREEK_PALETTE_QUALITATIVE,
    { { 0x0072b2, 0xe69f00, 0x009e73 },
      { 0x0072b2, 0xe69f00, 0x009e73, 0xf0e442 },
      { 0x0072b2, 0xe69f00, 0x009e73, 0xf0e442, 0xcc79a7 },
      { 0x0072b2, 0xe69f00, 0x009e73, 0xf0e442, 0xcc79a7, 0x56b4e9 },
      { 0x0072b2, 0xe69f00, 0x009e73, 0xf0e442, 0xcc79a7, 0x56b4e9, 0xd55e00 } } },
  /* of the muted scheme of Paul Tol (2021), Colour Schemes, the seven that are farthest apart */
  { "Muted",
    STREEK_PALETTE_QUALITATIVE,
    { { 0xddcc77, 0x332288, 0xcc6677 },
      { 0xddcc77, 0x332288, 0xcc6677, 0x88ccee },
      { 0xddcc77, 0x332288, 0xcc6677, 0x88ccee, 0x117733 },
      { 0xddcc77, 0x332288, 0xcc6677, 0x88ccee, 0x117733, 0x882255 },
      { 0xddcc77, 0x332288, 0xcc6677, 0x88ccee, 0x117733, 0x882255, 0x999933 } } },
  /* Known so that it can be refused with its reason: it fails its measurement. */
  { "RdYlGn",
    STREEK_PALETTE_DIVERGING,
    { { 0xfc8d59, 0xffffbf, 0x91cf60 },
      { 0xd7191c, 0xfdae61, 0xa6d96a, 0x1a9641 },
      { 0xd7191c, 0xfdae61, 0xffffbf, 0xa6d96a, 0x1a9641 },
      { 0xd73027, 0xfc8d59, 0xfee08b, 0xd9ef8b, 0x91cf60, 0x1a9850 },
      { 0xd73027, 0xfc8d59, 0xfee08b, 0xffffbf, 0xd9ef8b, 0x91cf60, 0x1a9850 } } },
};

/* Six of ColorBrewer's pastels, all light enough for dark names: of all sixes the one whose two
 * closest are farthest apart (ΔE 14,9) to the worst of the four visions. */
static const guint32 categories[STREEK_N_CATEGORY_PAINTS] = { 0xcab2d6, 0xb3e2cd, 0xfdbf6f,
                                                              0xe6f5c9, 0xfb9a99, 0xffed6f };

static const struct
{
  double lightness;
  StreekHatch hatch;
} grey_categories[STREEK_N_CATEGORY_PAINTS] = {
  { 96, STREEK_HATCH_NONE }, { 84, STREEK_HATCH_NONE },          { 71, STREEK_HATCH_NONE },
  { 92, STREEK_HATCH_DOTS }, { 88, STREEK_HATCH_BACK_DIAGONAL }, { 96, STREEK_HATCH_HORIZONTAL },
};

static gboolean
is_safe (const StreekPalette *palette)
{
  for (guint n = 2; n <= STREEK_PALETTE_MAX_CLASSES; n++)
    {
      StreekPaletteMeasure measure;

      streek_palette_measure (palette, n, &measure);

      if (measure.worst < STREEK_PALETTE_MIN_DIFFERENCE)
        return FALSE;
    }

  return TRUE;
}

/* The palettes that pass, found once. */
static GPtrArray *
list_shipped (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      GPtrArray *shipped = g_ptr_array_new ();

      for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
        if (is_safe (&palettes[i]))
          g_ptr_array_add (shipped, (gpointer) &palettes[i]);

      g_once_init_leave (&once, (gsize) shipped);
    }

  return (GPtrArray *) once;
}

/**
 * streek_palette_get_n_shipped:
 *
 * Returns: number of palettes to choose from
 */
guint
streek_palette_get_n_shipped (void)
{
  return list_shipped ()->len;
}

/**
 * streek_palette_get_shipped:
 * @index: below streek_palette_get_n_shipped()
 *
 * Returns: a palette to choose; the first is the default
 */
const StreekPalette *
streek_palette_get_shipped (guint index)
{
  g_return_val_if_fail (index < list_shipped ()->len, NULL);

  return g_ptr_array_index (list_shipped (), index);
}

/**
 * streek_palette_get_default:
 *
 * Returns: (transfer none): the first palette of that kind: what is drawn where nobody chose
 */
const StreekPalette *
streek_palette_get_default (StreekPaletteKind kind)
{
  GPtrArray *shipped = list_shipped ();

  for (guint i = 0; i < shipped->len; i++)
    {
      const StreekPalette *palette = g_ptr_array_index (shipped, i);

      if (palette->kind == kind)
        return palette;
    }

  return &palettes[0];
}

/**
 * streek_palette_find:
 * @name: (nullable): a name such as "YlGnBu"; %NULL for the default
 * @error: return location for a #StreekFigureError
 *
 * Returns: (transfer none): the palette; %NULL with @error set where there is none of that name or
 *   where it is refused because colour-blind readers would not tell its classes apart
 */
const StreekPalette *
streek_palette_find (const char *name, GError **error)
{
  if (name == NULL)
    return &palettes[0];

  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      if (g_ascii_strcasecmp (palettes[i].name, name) != 0)
        continue;

      if (g_ptr_array_find (list_shipped (), &palettes[i], NULL))
        return &palettes[i];

      g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
                   _ ("Colour-blind readers cannot tell the classes of palette “%s” apart. "
                      "Choose YlGnBu, PuOr, RdBu or Okabe-Ito."),
                   palettes[i].name);
      return NULL;
    }

  g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
               _ ("There is no palette “%s”. Choose YlGnBu, Blues, Greens, Oranges, YlOrBr, "
                  "Purples, PuOr, RdBu, Okabe-Ito or Muted."),
               name);

  return NULL;
}

/**
 * streek_palette_get_name:
 *
 * Returns: (transfer none): the name its makers gave it
 */
const char *
streek_palette_get_name (const StreekPalette *palette)
{
  return palette->name;
}

/**
 * streek_palette_get_kind:
 *
 * Returns: whether it runs from little to much, from a middle to both sides, or without order
 */
StreekPaletteKind
streek_palette_get_kind (const StreekPalette *palette)
{
  return palette->kind;
}

/**
 * streek_palette_kind_get_label:
 *
 * Returns: (transfer none): the heading over the palettes of @kind
 */
const char *
streek_palette_kind_get_label (StreekPaletteKind kind)
{
  switch (kind)
    {
    case STREEK_PALETTE_DIVERGING:
      return C_ ("palettes", "Diverging: on both sides of a value");
    case STREEK_PALETTE_QUALITATIVE:
      return C_ ("palettes", "Qualitative: kinds without an order");
    case STREEK_PALETTE_SEQUENTIAL:
    default:
      return C_ ("palettes", "Sequential: from little to much");
    }
}

static StreekColor
get_class_color (const StreekPalette *palette, guint n_classes, guint index)
{
  const guint32 *scheme = palette->schemes[MAX (n_classes, MIN_SCHEME) - MIN_SCHEME];

  if (n_classes == 1)
    return streek_color_from_rgb (scheme[1]);

  if (n_classes == 2)
    return streek_color_from_rgb (scheme[index * 2]);

  return streek_color_from_rgb (scheme[index]);
}

/* From light to dark; a single class is in between. */
static StreekPaint
get_grey_ramp_paint (guint n_classes, guint index)
{
  double share = n_classes > 1 ? (double) index / (n_classes - 1) : 0.4;

  return (StreekPaint){ .color = streek_color_from_lightness (89 - 62 * share) };
}

/* Dark at both ends; the lower arm is hatched, because grey alone cannot tell the arms apart. */
static StreekPaint
get_grey_arm_paint (guint n_classes, guint index)
{
  double middle = (n_classes - 1) / 2.0;
  double share = middle > 0 ? fabs (index - middle) / middle : 0;
  StreekPaint paint = { .color = streek_color_from_lightness (96 - 50 * share) };

  if (index < middle)
    {
      paint.hatch = STREEK_HATCH_BACK_DIAGONAL;
      paint.hatch_color = streek_color_from_lightness (share > 0.6 ? 97 : 30);
    }

  return paint;
}

/**
 * streek_palette_paint_classes:
 * @palette: the palette
 * @n_classes: number of classes, at least 1
 * @grey: for a printer without colours
 * @paints: (array length=n_classes) (out caller-allocates): a fill for each class, low to high
 * @error: return location for a #StreekFigureError
 *
 * Returns: %FALSE with @error set where so many classes cannot be told apart
 */
gboolean
streek_palette_paint_classes (
  const StreekPalette *palette, guint n_classes, gboolean grey, StreekPaint *paints, GError **error)
{
  g_return_val_if_fail (n_classes >= 1, FALSE);

  if (n_classes > STREEK_PALETTE_MAX_CLASSES)
    {
      g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
                   ngettext ("At most %u class can be told apart by its colour.",
                             "At most %u classes can be told apart by their colours.",
                             STREEK_PALETTE_MAX_CLASSES),
                   STREEK_PALETTE_MAX_CLASSES);
      return FALSE;
    }

  for (guint i = 0; i < n_classes; i++)
    {
      if (!grey)
        paints[i] = (StreekPaint){ .color = get_class_color (palette, n_classes, i) };
      else if (palette->kind == STREEK_PALETTE_DIVERGING)
        paints[i] = get_grey_arm_paint (n_classes, i);
      else
        paints[i] = get_grey_ramp_paint (n_classes, i);
    }

  return TRUE;
}

void
streek_colors_measure (const StreekColor *colors, guint n, StreekPaletteMeasure *measure)
{
  measure->worst = INFINITY;

  for (StreekVision vision = STREEK_VISION_NORMAL; vision < STREEK_N_VISIONS; vision++)
    {
      measure->color[vision] = INFINITY;

      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++)
          measure->color[vision] = MIN (measure->color[vision],
                                        streek_color_get_difference (colors[i], colors[j], vision));

      measure->worst = MIN (measure->worst, measure->color[vision]);
    }
}

/* Hatched beside plain reads apart whatever the greys are. */
double
streek_paint_measure_grey (const StreekPaint *a, const StreekPaint *b)
{
  if (a->hatch != b->hatch)
    return 100;

  return fabs (streek_color_get_lightness (a->color) - streek_color_get_lightness (b->color));
}

/**
 * streek_palette_measure:
 * @palette: the palette
 * @n_classes: number of classes, 2 to %STREEK_PALETTE_MAX_CLASSES
 * @measure: (out caller-allocates): the least distances
 *
 * Measures how well classes can be told apart: any two of them in colour, to each kind of
 * colour-blind reader too, and neighbours in the greys of grey mode.
 */
void
streek_palette_measure (const StreekPalette *palette,
                        guint n_classes,
                        StreekPaletteMeasure *measure)
{
  StreekPaint greys[STREEK_PALETTE_MAX_CLASSES];
  StreekColor colors[STREEK_PALETTE_MAX_CLASSES];

  g_return_if_fail (n_classes >= 2 && n_classes <= STREEK_PALETTE_MAX_CLASSES);

  streek_palette_paint_classes (palette, n_classes, TRUE, greys, NULL);
  measure->grey_neighbours = INFINITY;

  for (guint i = 0; i + 1 < n_classes; i++)
    measure->grey_neighbours =
      MIN (measure->grey_neighbours, streek_paint_measure_grey (&greys[i], &greys[i + 1]));

  for (guint i = 0; i < n_classes; i++)
    colors[i] = get_class_color (palette, n_classes, i);

  streek_colors_measure (colors, n_classes, measure);
}

StreekColor
streek_palette_get_series_color (guint index)
{
  g_return_val_if_fail (index < STREEK_N_SERIES_COLORS, (StreekColor){ 0 });

  return streek_color_from_rgb (series_colors[index]);
}

/**
 * streek_palette_measure_series:
 * @measure: (out caller-allocates): the least distances between any two of the series colours
 *
 * As streek_palette_measure(). Its grey is that of a colour chart that is printed without colour:
 * too little for eight lines. Grey mode has greys of its own, dashes, hatches and symbols.
 */
void
streek_palette_measure_series (StreekPaletteMeasure *measure)
{
  StreekColor colors[STREEK_N_SERIES_COLORS];

  measure->grey_neighbours = INFINITY;

  for (guint i = 0; i < STREEK_N_SERIES_COLORS; i++)
    {
      colors[i] = streek_palette_get_series_color (i);

      for (guint j = 0; j < i; j++)
        measure->grey_neighbours =
          MIN (measure->grey_neighbours, fabs (streek_color_get_lightness (colors[i]) -
                                               streek_color_get_lightness (colors[j])));
    }

  streek_colors_measure (colors, STREEK_N_SERIES_COLORS, measure);
}

/**
 * streek_palette_get_category_paint:
 * @index: below %STREEK_N_CATEGORY_PAINTS
 * @grey: for a printer without colours
 *
 * Returns: a light fill for an area by category; names on it stay readable
 */
StreekPaint
streek_palette_get_category_paint (guint index, gboolean grey)
{
  g_return_val_if_fail (index < STREEK_N_CATEGORY_PAINTS, (StreekPaint){ 0 });

  if (!grey)
    return (StreekPaint){ .color = streek_color_from_rgb (categories[index]) };

  return (StreekPaint){ .color = streek_color_from_lightness (grey_categories[index].lightness),
                        .hatch = grey_categories[index].hatch,
                        .hatch_color = streek_color_from_lightness (62) };
}

/**
 * streek_palette_get_missing_paint:
 * @missing: why there is no value
 *
 * Returns: a hatch on white, of its own for each kind, the same in colour and in grey
 */
StreekPaint
streek_palette_get_missing_paint (StreekMissing missing)
{
  static const StreekHatch hatches[] = {
    [STREEK_MISSING_NONE] = STREEK_HATCH_NONE,
    [STREEK_MISSING_UNKNOWN] = STREEK_HATCH_DIAGONAL,
    [STREEK_MISSING_HIDDEN] = STREEK_HATCH_CROSS,
    [STREEK_MISSING_NOT_APPLICABLE] = STREEK_HATCH_DOTS,
    [STREEK_MISSING_NOT_YET] = STREEK_HATCH_HORIZONTAL,
    [STREEK_MISSING_NOT_ADDITIVE] = STREEK_HATCH_VERTICAL,
    [STREEK_MISSING_NOT_SPLITTABLE] = STREEK_HATCH_BACK_DIAGONAL,
    [STREEK_MISSING_BELOW_COVERAGE] = STREEK_HATCH_DIAGONAL,
  };
  /* The eighth kind has no eighth hatch: it is the first one on grey. */
  double ground = missing == STREEK_MISSING_BELOW_COVERAGE ? 88 : 100;

  g_return_val_if_fail ((guint) missing < G_N_ELEMENTS (hatches), (StreekPaint){ 0 });

  return (StreekPaint){ .color = streek_color_from_lightness (ground),
                        .hatch = hatches[missing],
                        .hatch_color = streek_color_from_lightness (45) };
}

static gpointer
pack_pair (gint32 a, gint32 b)
{
  return (gpointer) (guintptr) (((guint64) MIN (a, b) << 32) | (guint32) MAX (a, b));
}

/* (element-type GArray): the neighbours of each row, each once. */
static GPtrArray *
list_neighbours (const StreekMesh *mesh, const gint32 *row_of, guint n_rows)
{
  GPtrArray *neighbours = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint level = streek_mesh_get_n_levels (mesh) - 1;

  for (guint row = 0; row < n_rows; row++)
    g_ptr_array_add (neighbours, g_array_new (FALSE, FALSE, sizeof (gint32)));

  for (guint i = 0; i < streek_mesh_get_n_arcs (mesh); i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (mesh, level, i, &arc);

      gint32 left = arc.left >= 0 ? row_of[arc.left] : -1;
      gint32 right = arc.right >= 0 ? row_of[arc.right] : -1;

      if (left < 0 || right < 0 || left == right ||
          !g_hash_table_add (seen, pack_pair (left, right)))
        continue;

      g_array_append_val (g_ptr_array_index (neighbours, left), right);
      g_array_append_val (g_ptr_array_index (neighbours, right), left);
    }

  return neighbours;
}

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

/* The free colour that is least used so far, so that a map shows all of them. */
static guint8
choose_color (guint taken, const guint *n_used, guint n_colors)
{
  guint8 best = G_MAXUINT8;

  for (guint8 color = 0; color < n_colors; color++)
    if ((taken & (1u << color)) == 0 && (best == G_MAXUINT8 || n_used[color] < n_used[best]))
      best = color;

  return best != G_MAXUINT8 ? best : 0;
}

/* The row without a colour that has the most colours around it, then the most neighbours. */
static guint
find_most_constrained (const GPtrArray *neighbours, const guint32 *taken, const guint8 *colors)
{
  guint best = 0, most_taken = 0, most_neighbours = 0;
  gboolean has_best = FALSE;

  for (guint row = 0; row < neighbours->len; row++)
    {
      const GArray *around = g_ptr_array_index (neighbours, row);

      if (colors[row] != G_MAXUINT8)
        continue;

      guint n_taken = count_bits (taken[row]);

      if (has_best &&
          (n_taken < most_taken || (n_taken == most_taken && around->len <= most_neighbours)))
        continue;

      has_best = TRUE;
      best = row;
      most_taken = n_taken;
      most_neighbours = around->len;
    }

  return best;
}

/**
 * streek_palette_color_neighbours:
 * @mesh: the mesh
 * @row_of: (array length=n_units): row of each unit, negative for none
 * @n_rows: number of rows
 * @n_colors: number of colours, at most 32
 *
 * Gives areas with a common border different colours, the most constrained area first. Source:
 * DSATUR, Brélaz (1979), Communications of the ACM 22 (4). Six colours have always sufficed here;
 * where they would not, two neighbours may share the first.
 *
 * Returns: (transfer full) (array length=n_rows): a colour for each row
 */
guint8 *
streek_palette_color_neighbours (const StreekMesh *mesh,
                                 const gint32 *row_of,
                                 guint n_rows,
                                 guint n_colors)
{
  g_autoptr (GPtrArray) neighbours = list_neighbours (mesh, row_of, n_rows);
  g_autofree guint *n_used = g_new0 (guint, n_colors);
  g_autofree guint32 *taken = g_new0 (guint32, n_rows); /* bits of the colours around */
  guint8 *colors = g_new (guint8, n_rows);

  memset (colors, G_MAXUINT8, n_rows);

  for (guint n_done = 0; n_done < n_rows; n_done++)
    {
      guint row = find_most_constrained (neighbours, taken, colors);
      const GArray *around = g_ptr_array_index (neighbours, row);

      colors[row] = choose_color (taken[row], n_used, n_colors);
      n_used[colors[row]]++;

      for (guint i = 0; i < around->len; i++)
        taken[g_array_index (around, gint32, i)] |= 1u << colors[row];
    }

  return colors;
}
