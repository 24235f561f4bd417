/* streek-figure-private.h: what layout and legend see of a figure, and how a theme looks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-ground.h"
#include "figure/streek-palette.h"
#include "figure/streek-points.h"

/* Radius of the largest circle in a legend that knows no map yet. */
#define STREEK_NOMINAL_RADIUS_PT 18.0
#define STREEK_N_LEGEND_CIRCLES 3

typedef struct
{
  StreekLegendEntry entry;
  StreekMissing missing; /* of MISSING */
  int index;             /* class, row or outline; below, around or above of SIDE: -1, 0, 1 */
  double value;          /* of CIRCLE and POINT_CIRCLE */
} StreekLegendItem;

struct _StreekFigure
{
  gatomicrefcount refs;
  StreekFigureSpec *spec; /* its kind is the one drawn */
  StreekGround *ground;
  StreekTable *table;
  guint n_rows;
  const char **names;     /* (array length=n_rows): of its table */
  guint64 names_hash;     /* of those and of the outlines */
  double *values;         /* (array length=n_rows): NAN where missing */
  StreekMissing *missing; /* (array length=n_rows) */
  gboolean *is_at_least;  /* (array length=n_rows): a partial sum */
  double largest;         /* of the absolute values, 0 where there are none */
  double largest_sum;     /* of the absolute values of one of the maps that share circles */
  char *limits_words;     /* (nullable) */
  char *circles_words;    /* (nullable) */
  StreekClasses *classes; /* (nullable) */
  GArray *policy_limits;  /* (nullable) (element-type double): of the method POLICY */
  char **class_words;     /* (nullable): what its classes are called */
  char *policy_name;      /* (nullable) */
  char **categories;      /* (nullable): what values are numbers of, instead of classes */
  gboolean categories_are_kinds;
  char *missing_words[STREEK_N_MISSING];          /* (nullable elements): of categories */
  StreekPaint class_paints[STREEK_N_PAIR_PAINTS]; /* of classes, or of two classes each */
  GArray *legend;                                 /* (element-type StreekLegendItem) */

  /* Another indicator: what BIVARIATE shows beside the first, and COMBINED over it. */
  char *second_name; /* (nullable) */
  char *second_unit; /* (nullable) */
  int second_decimals;
  double *second_values; /* (nullable) (array length=n_rows): NAN where missing */
  StreekMissing *second_missing;
  gboolean *second_is_at_least;
  StreekClasses *pair_classes[2]; /* (nullable): of both, where there are values */
  int *pair_cells;                /* (nullable) (array length=n_rows): place in the palette; -1 */
  const double *circles; /* (nullable): what circles are in proportion to; of one of both */
  int circle_decimals;

  char *title;
  char *description;
  char *context;
  char *source;
  char **notes; /* NULL-terminated, may be empty */
  char *indicator_name;
  char *unit;
  int decimals;
  gboolean is_ratio;
  double reference;     /* NAN: none */
  gboolean colors_part; /* at the reference: those of one side are not those of the other */
  char *direction_low;
  char *direction_high;
  char *set_name;
  char *outline_set_name;
  char **outline_names;
  char *overlay_set_name; /* (nullable) */
  char **overlay_names;
  StreekPoints *points; /* (nullable) */
  guint *numbers; /* (nullable) (array length=n_rows): the same area has it on other maps too */
  guint numbers_hash;
  gboolean without_numbers; /* among maps of too many areas for numbers that all share */
  char **region_names; /* (array length: n_regions of the ground), NULL where rows lie in one */
};

struct _StreekTheme
{
  StreekColor paper;
  StreekColor ink;
  StreekColor pale_ink;
  StreekPaint context;      /* land outside the figure */
  StreekPaint grey_context; /* the same where classes are grey */
  StreekPaint sea;
  StreekPaint grey_sea;
  StreekPaint abroad; /* land of other countries */
  StreekPaint grey_abroad;
  StreekStroke predecessor;
  StreekStroke predecessor_casing;
  StreekPaint inset; /* the region around what is shown */
  StreekPaint inset_shown;
  StreekStroke inset_line;
  StreekStroke inset_frame;
  StreekStroke abroad_line;  /* coasts, and borders between other countries */
  StreekPaint ground;        /* land under circles */
  StreekStroke context_line; /* between municipalities that no figure is about */
  StreekStroke border;       /* between areas of the figure */
  StreekStroke class_border; /* the same between fills that may be dark or light */
  StreekStroke grey_class_border;
  StreekStroke outer_border;
  StreekStroke outline; /* of the outline set */
  StreekStroke grey_outline;
  StreekStroke overlay; /* of areas of another set that lie over the map, and their hatches */
  StreekStroke grey_overlay;
  StreekStroke frame;
  StreekStroke selection_casing;
  StreekStroke selection;
  StreekStroke hover;
  StreekStroke halo;
  StreekPaint circle;
  StreekPaint grey_circle;
  StreekPaint negative_circle; /* a value below zero: open */
  StreekStroke circle_line;
  StreekStroke grey_circle_line;
  double label_pt;
  double dots_per_point; /* detail that shapes are drawn with */
};

const StreekStroke *streek_theme_get_outline (const StreekTheme *theme, gboolean is_grey);
const StreekStroke *streek_theme_get_overlay (const StreekTheme *theme, gboolean is_grey);
const StreekPaint *
streek_theme_get_circle (const StreekTheme *theme, gboolean is_grey, const StreekStroke **line);

gboolean
streek_figure_take_second (StreekFigure *self, const StreekFigureData *data, GError **error);
gboolean
streek_figure_paint_rows (StreekFigure *self, const StreekFigureShared *shared, GError **error);
char *streek_figure_make_description (const StreekFigure *self);
/* Classes of @shown, found in @series where that is there: limits stay and count what is shown. */
StreekClasses *streek_figure_make_classes (const StreekClassRequest *request,
                                           const StreekFigureSeries *series,
                                           const double *shown,
                                           guint n_shown,
                                           GError **error);
/* Circles of one size mean the same on all maps that are seen together. */
void streek_figure_share_circles (StreekFigure *self, const StreekFigureSeries *series);
void streek_figure_clear_second (StreekFigure *self);
guint streek_figure_get_cell (const StreekFigure *figure, guint first, guint second);
char *
streek_figure_dup_cell_label (const StreekFigure *figure, guint cell, const StreekFormat *format);
const char *streek_figure_skip_sign (const char *number);
char *
streek_figure_dup_pair_lines (const StreekFigure *figure, guint row, const StreekFormat *format);
guint streek_figure_count_without_circle (const StreekFigure *figure);
char *streek_figure_describe_pair (const StreekFigure *figure, const char *areas, guint n_missing);
char *streek_figure_describe_combined (const StreekFigure *figure);

/* (transfer full): how the classes were made: "Quantiles", "Policy limits: NAME" */
char *streek_figure_dup_method (const StreekFigure *figure);
/* How rows without a value are filled, and what they are called. */
StreekPaint streek_figure_get_missing_paint (const StreekFigure *figure, StreekMissing missing);
const char *streek_figure_get_missing_words (const StreekFigure *figure, StreekMissing missing);
StreekPaint streek_figure_get_row_paint (const StreekFigure *figure, guint row);
void streek_figure_fill_legend (StreekFigure *figure);
/* The hatch of an area of the overlay, and nothing below it. */
StreekPaint streek_figure_get_overlay_paint (const StreekFigure *figure, guint area);
char *streek_figure_dup_legend_heading (const StreekFigure *figure, const StreekFormat *format);
double
streek_figure_get_circle_radius (const StreekFigure *figure, double value, double largest_pt);
