/* streek-figure.h: a figure: a spec with its data, classes and words, ready for layout */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"
#include "figure/streek-figure-spec.h"
#include "table/streek-table.h"

#define STREEK_FIGURE_ERROR (streek_figure_error_quark ())
GQuark streek_figure_error_quark (void);

typedef enum
{
  STREEK_FIGURE_ERROR_INVALID, /* JSON or options that contradict each other */
  STREEK_FIGURE_ERROR_NO_DATA,
  STREEK_FIGURE_ERROR_TOO_SMALL, /* no room for a map on this paper */
} StreekFigureError;

/* An area as the units of a mesh that it is made of. */
typedef struct
{
  const guint32 *units; /* (array length=n_units) */
  guint n_units;
} StreekFigureShape;

/* What is the same of a series with each figure that shares it, for who keeps one. */
typedef struct
{
  guint64 serial; /* no two have the same: limits that were found in it are kept by that */
  int held;       /* which of its parts is held, where one is */
  double largest; /* of the absolute values */
  gboolean has_low;
  gboolean has_high; /* below 0, and above it */
} StreekSeriesFacts;

/* What limits between classes and sizes of circles are found in. */
typedef struct
{
  const double *values; /* (array length=n_values): NAN where missing */
  gsize n_values;
  const double *held; /* (nullable) (array length=n_held): limits are found in these alone */
  gsize n_held;
  double largest_sum;             /* of the absolute values of one map */
  const StreekSeriesFacts *facts; /* (nullable) */
} StreekFigureSeries;

/* Figures of other periods or other maps, beside which this one is seen, its own among them. */
typedef struct
{
  StreekFigureSeries first;
  StreekFigureSeries second; /* of two indicators: of the other one */
  const char *limits_words;  /* what the legend says of it where there are classes … */
  const char *circles_words; /* … and where there are circles */
} StreekFigureShared;

/* Class limits that a policy fixed. */
typedef struct
{
  const char *name;
  const double *limits; /* (array length=n_limits): ascending */
  guint n_limits;
  const char *const
    *words; /* (nullable) NULL-terminated: n_limits + 1, of the lowest class first */
} StreekFigurePolicy;

/* What the figure draws from, gathered by the workspace: the figure knows no SQL and no nouns. */
typedef struct
{
  StreekMesh *mesh;
  guint n_rows;             /* areas */
  const gint32 *row_of;     /* (array length=n_units): row of each unit, -1: context or nothing */
  const gint32 *outline_of; /* (nullable): area of the outline set of each unit */
  const gint32 *context_of; /* (nullable): pale neighbours that enter no statistics */
  StreekMesh *context_mesh; /* (nullable): whose units those are, where not those of @mesh */
  /* Named parts of those neighbours, such as Wallonia; the name of one that rows lie in is NULL. */
  guint n_regions;
  const gint32 *region_of; /* (nullable) (array length: units of the mesh of @context_of) */
  const char *const *region_names;
  /* (nullable) (array length: as of @region_of): lines between units of one and the same are drawn
   */
  const gint32 *municipality_of;
  guint n_outlines;
  const char *const *outline_names;
  /* Areas of another set, hatched over the map: they may lie over each other, and on any mesh. */
  StreekMesh *overlay_mesh; /* (nullable): NULL: nothing lies over it */
  guint n_overlays;
  const StreekFigureShape *overlays;
  const char *const *overlay_names;
  gboolean overlay_is_plain; /* units of that mesh lie over each other themselves */
  const char *overlay_set_name;
  /* (nullable): a row a place, columns "point", "name"; also "kind", "kind_name", "symbol" (which
   * sign, from 0), "id", "source", and "value" for circles around them. A point belongs to no row
   * of the map: it enters none of its figures. */
  StreekTable *points;
  const char *points_title;      /* "Places" */
  const char *points_value_name; /* (nullable) */
  const char *points_unit;       /* (nullable) */
  int points_decimals;
  double points_largest; /* of all values that circles are compared with; 0: those of the table */
  /* one row per area: code, name, value (column ids "code" "name" "value") …; of a change also the
   * figures it lies between ("from" "to"), of a map of two indicators the figures of the other one
   * ("second") */
  StreekTable *table;
  /* (nullable) NULL-terminated: values are numbers of these categories, not figures; column "words"
   * of the table says more of a row. Drawn in the colours of classes, the weightiest last. */
  const char *const *categories;
  /* No category is more than another: colours without an order, at most %STREEK_N_CATEGORY_PAINTS.
   */
  gboolean categories_are_kinds;
  /* (nullable) (array length=STREEK_N_MISSING) (nullable elements): what rows without a category
   * are called, by why they have none */
  const char *const *missing_words;
  const StreekFigureShared *shared; /* (nullable): the figure is seen alone */
  const StreekFigurePolicy *policy; /* (nullable): of the method POLICY */
  const char *indicator_name;       /* (nullable) */
  const char *unit;
  int decimals;
  gboolean is_ratio;
  gboolean is_difference;  /* of two amounts: 0 is what counts, wherever the figures lie */
  const char *second_name; /* (nullable): of the other indicator */
  const char *second_unit;
  int second_decimals;
  gboolean second_is_ratio;
  const char *direction_low; /* (nullable): words for the ends of the legend: "krapper" */
  const char *direction_high;
  const char *title;        /* made by the workspace where the spec has none */
  const char *context;      /* "RESOC in West-Vlaanderen · gebieden van 1 januari 2009" */
  const char *source;       /* source line with attribution of data and boundaries */
  const char *const *notes; /* (nullable) NULL-terminated: coverage, "samenstelling afgeleid" … */
  const char *set_name;
  const char *outline_set_name;
} StreekFigureData;

/* Immutable, counted atomically: laid out in any thread. */
typedef struct _StreekFigure StreekFigure;

/* Copies what it needs of @data. */
StreekFigure *
streek_figure_new (const StreekFigureSpec *spec, const StreekFigureData *data, GError **error);
StreekFigure *streek_figure_ref (StreekFigure *figure);
void streek_figure_unref (StreekFigure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekFigure, streek_figure_unref)

const StreekFigureSpec *streek_figure_get_spec (const StreekFigure *figure);
StreekTable *streek_figure_get_table (const StreekFigure *figure);     /* the table twin */
StreekClasses *streek_figure_get_classes (const StreekFigure *figure); /* (nullable) */
StreekMesh *streek_figure_get_mesh (const StreekFigure *figure);
const char *streek_figure_get_title (const StreekFigure *figure);
const char *streek_figure_get_description (const StreekFigure *figure); /* one sentence */
guint streek_figure_get_n_rows (const StreekFigure *figure);
int streek_figure_get_class (const StreekFigure *figure, guint row); /* -1: no value */
/* (nullable): "class 3 of 5", and the word of a policy for it */
char *streek_figure_dup_class_place (const StreekFigure *figure, guint row);
/* "Diksmuide, 16,2 per 100, klasse 3 van 5": what a screen reader hears of a row */
char *
streek_figure_describe_row (const StreekFigure *figure, guint row, const StreekFormat *format);

/* "1.234", "≥ 1.234" for a partial sum, "+3,2" of a change, or why there is none */
char *
streek_figure_format_value (const StreekFigure *figure, guint row, const StreekFormat *format);
/* FALSE where it has none: what is missing, and a sum of which a part is unknown. */
gboolean streek_figure_find_place (const StreekFigure *figure, guint row, guint *place, guint *n);
/* (nullable): what else is known of a row, a line each: both figures of a change, or those of both
 * indicators with their classes, in the place of its value */
char *streek_figure_dup_details (const StreekFigure *figure, guint row, const StreekFormat *format);

/* Of a map of two indicators: both axes of its square legend. */
StreekClasses *streek_figure_get_axis_classes (const StreekFigure *figure,
                                               guint axis); /* (nullable) */
char *streek_figure_dup_axis_name (const StreekFigure *figure, guint axis);
/* The entry of the legend for a class of each; -1: no area is in both. */
int streek_figure_find_pair_entry (const StreekFigure *figure, guint first, guint second);

/* Words that stand around the picture on paper, for a window that shows them beside it. */
const char *streek_figure_get_context (const StreekFigure *figure);
const char *streek_figure_get_source (const StreekFigure *figure);
const char *const *streek_figure_get_notes (const StreekFigure *figure); /* (nullable) */
/* (array length=n_units): row of each unit of the mesh, negative: none. For walking by keys. */
const gint32 *streek_figure_get_row_of (const StreekFigure *figure);

/* (nullable): "Class limits of all periods, 2005–2024": in what limits were found, or of circles
 * alone their size, where not in the figures shown alone. */
const char *streek_figure_get_limits_words (const StreekFigure *figure);
/* (nullable): the same of circles over classes */
const char *streek_figure_get_circles_words (const StreekFigure *figure);

/* The legend entry by entry, as it is drawn, for a window that makes it of widgets. */
typedef enum
{
  STREEK_LEGEND_CLASS,        /* a class of values */
  STREEK_LEGEND_MISSING,      /* areas without a value, one entry for each kind that occurs */
  STREEK_LEGEND_CATEGORY,     /* one area of a map by category */
  STREEK_LEGEND_CIRCLE,       /* a size with its value; belongs to no row */
  STREEK_LEGEND_HEADING,      /* the name of one of two indicators over its entries; no row */
  STREEK_LEGEND_SIDE,         /* words over the classes on one side of the reference; no row */
  STREEK_LEGEND_OUTLINE,      /* the thick line of the outline set; belongs to no row */
  STREEK_LEGEND_OVERLAY,      /* a hatch over the map, of one area or of a set; belongs to no row */
  STREEK_LEGEND_PREDECESSORS, /* the dashes of borders before a merger; belongs to no row */
  STREEK_LEGEND_POINT,        /* the sign of a kind of places; belongs to no row */
  STREEK_LEGEND_POINT_CIRCLE, /* a size around points with its value; belongs to no row */
  STREEK_LEGEND_POINT_TEXT,   /* words over or under those; no sign, no row */
} StreekLegendKind;

typedef struct
{
  StreekLegendKind kind;
  StreekPaint paint;
  StreekStroke stroke;
  double radius_pt; /* of CIRCLE and POINT_CIRCLE */
  guint symbol;     /* of POINT: see streek_point_sign_draw() */
  gboolean is_grey; /* of POINT */
  guint n_rows;     /* how many areas, or places, it stands for */
} StreekLegendEntry;

guint streek_figure_get_n_legend_entries (const StreekFigure *figure);
StreekLegendEntry streek_figure_get_legend_entry (const StreekFigure *figure, guint index);
/* "10,0 to < 20,0", after the word of a policy for it where there is one */
char *
streek_figure_dup_class_label (const StreekFigure *figure, guint class, const StreekFormat *format);
char *streek_figure_dup_legend_label (const StreekFigure *figure,
                                      guint index,
                                      const StreekFormat *format);
/* The entry that a row belongs to, -1 for none. */
int streek_figure_find_legend_entry (const StreekFigure *figure, guint row);

/* Places over the map, from 0. */
guint streek_figure_get_n_points (const StreekFigure *figure);
const char *streek_figure_get_point_key (const StreekFigure *figure, guint point);
const char *streek_figure_get_point_name (const StreekFigure *figure, guint point);
void streek_figure_get_point_place (const StreekFigure *figure, guint point, double *x, double *y);
char *
streek_figure_describe_point (const StreekFigure *figure, guint point, const StreekFormat *format);

/* Colours, fonts and sizes; a print theme is just another theme. */
typedef struct _StreekTheme StreekTheme;
const StreekTheme *streek_theme_get_screen (void);
const StreekTheme *streek_theme_get_print (void);

/* The part of the ground that the map shows; all zero: everything fits the frame. */
typedef struct
{
  double x; /* metres: middle of the view */
  double y;
  double metres_per_point;
} StreekView;

/* What a page is about, outlined on its map: some units of a mesh. */
typedef struct
{
  StreekMesh *mesh;
  const guint32 *units; /* (array length=n_units) */
  guint n_units;
} StreekFigureFocus;

typedef struct
{
  StreekSize size;
  const StreekTheme *theme;
  const StreekFormat *format;
  const char *language;           /* "nl": of the document, for its metadata */
  StreekView view;                /* zero: fit */
  const StreekExtent *fit;        /* (nullable): what to fit then, where not all areas */
  const StreekFigureFocus *focus; /* (nullable) */
  const guint8 *selected;         /* (nullable) (array length=n_rows) */
  int hovered;                    /* row, -1: none */
  gboolean bare;                  /* the window's own map: no title, notes or source around it */
  gboolean without_names;         /* one of many, with no room for them */
  gboolean without_scale;         /* beside another map that has it */
  const char *organisation;       /* (nullable): on paper */
  const char *footer;             /* (nullable) */
  const char *logo_path;          /* (nullable) */
} StreekLayoutOptions;

StreekScene *streek_figure_layout (const StreekFigure *figure,
                                   const StreekLayoutOptions *options,
                                   GError **error);
/* The view that layout used for the same options: for turning places into metres and back. */
StreekView streek_figure_get_view (const StreekFigure *figure,
                                   const StreekLayoutOptions *options,
                                   StreekRect *map_frame);
/* (nullable): what the limits are called that a policy fixed */
const char *streek_figure_get_policy_name (const StreekFigure *figure);
gboolean streek_figure_has_circles (const StreekFigure *figure);
/* For a legend of widgets beside a map with circles. */
double streek_figure_get_circle_factor (const StreekFigure *figure,
                                        const StreekLayoutOptions *options);

/* A sign on a map that was laid out: of one point, or of several that lie at one spot. */
typedef struct
{
  StreekPoint place;
  StreekPoint from; /* where it is, where it had to make room */
  double radius_pt;
  GArray *points; /* (element-type guint) */
} StreekPointMark;

GPtrArray *streek_figure_lay_points (const StreekFigure *figure,
                                     const StreekLayoutOptions *options);
int streek_point_marks_find (const GPtrArray *marks, StreekPoint place);
