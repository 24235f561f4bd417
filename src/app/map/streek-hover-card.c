/* streek-hover-card.c: what is known of the area under the pointer or the keys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-hover-card"
#include "config.h"
#include "map/streek-hover-card.h"
#include "map/streek-trend.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_IN_GROUP 4

struct _StreekHoverCard
{
  GtkWidget parent_instance;

  GtkLabel *name_label;
  GtkLabel *map_label; /* which of several maps is pointed at */
  GtkLabel *value_label;
  GtkLabel *details_label;
  GtkLabel *rank_label;
  GtkLabel *coverage_label;
  GtkLabel *note_label;
  GtkLabel *group_label;
  GtkLabel *subject_label;
  StreekTrend *trend;
  GtkLabel *reference_label;

  StreekContext *context;
  StreekReferences *references;
  StreekMapGroup *group; /* (nullable) */
  StreekContext *map;    /* (nullable): of the one that is pointed at */
  guint index;           /* of that one */
  char *trend_words;     /* (nullable) */
};

enum
{
  SIGNAL_TREND_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekHoverCard, streek_hover_card, GTK_TYPE_WIDGET)

static void
set_line (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
dup_value_line (StreekFigure *figure, StreekTable *table, int row)
{
  int column = streek_table_find_column (table, "value");

  if (column < 0)
    return NULL;

  StreekMissing missing = streek_table_get_missing (table, row, column);

  if (missing != STREEK_MISSING_NONE)
    return g_strdup (streek_missing_get_label (missing));

  const char *unit = streek_table_get_column_unit (table, column);
  StreekStatus status = streek_table_get_status (table, row, column);
  g_autofree char *number =
    streek_figure_format_value (figure, (guint) row, streek_format_get_default ());
  GString *line = g_string_new (number);

  if (unit != NULL && *unit != '\0')
    g_string_append_printf (line, " %s", unit);
  if (status != STREEK_STATUS_FINAL)
    g_string_append_printf (line, " (%s)", streek_status_get_label (status));

  return g_string_free (line, FALSE);
}

/* "number 2 of 5, class 3 of 4" */
static char *
dup_rank_line (StreekFigure *figure, int row)
{
  StreekClasses *classes = streek_figure_get_classes (figure);
  guint place, n;
  gboolean has_place = streek_figure_find_place (figure, (guint) row, &place, &n);
  int class = classes != NULL ? streek_figure_get_class (figure, (guint) row) : -1;
  g_autofree char *words =
    /* Translators: place in the list from the highest value: "number 2 of 64" */
    has_place ? g_strdup_printf (_ ("number %1$u of %2$u"), place, n) : NULL;

  if (class < 0)
    return g_steal_pointer (&words);

  if (words == NULL)
    /* Translators: "class 3 of 5" */
    return g_strdup_printf (_ ("class %1$d of %2$u"), class + 1, streek_classes_get_n (classes));

  /* Translators: "number 2 of 64, class 3 of 5" */
  return g_strdup_printf (_ ("%1$s, class %2$d of %3$u"), words, class + 1,
                          streek_classes_get_n (classes));
}

static char *
dup_cell_of (StreekTable *table, int row, const char *id)
{
  int column = streek_table_find_column (table, id);

  return column >= 0 ? streek_table_format_cell (table, row, column, streek_format_get_default ())
                     : NULL;
}

static char *
dup_coverage_line (StreekTable *table, int row)
{
  int column = streek_table_find_column (table, "coverage_pct");
  double coverage = column >= 0 ? streek_table_get_number (table, row, column) : NAN;
  g_autofree char *known = dup_cell_of (table, row, "known");
  g_autofree char *members = dup_cell_of (table, row, "members");

  /* One value of one area is all there is to know. */
  if (isnan (coverage) || known == NULL || members == NULL || strcmp (members, "1") == 0)
    return NULL;

  g_autofree char *share = streek_format_number (streek_format_get_default (), coverage, 1);

  /* Translators: "16 of 17 known, 97.4 % of the whole" */
  return g_strdup_printf (_ ("%1$s of %2$s known, %3$s %% of the whole"), known, members, share);
}

static void
append_reference (StreekHoverCard *self, GString *lines, const char *ref)
{
  const char *name = streek_references_get_name (self->references, ref);
  const char *value = streek_references_get_value (self->references, ref);

  if (name != NULL && value != NULL)
    g_string_append_printf (lines, "%s%s: %s", lines->len > 0 ? "\n" : "", name, value);
}

static StreekContext *
get_map (StreekHoverCard *self)
{
  return self->map != NULL ? self->map : self->context;
}

/* Another indicator, or other areas, than those the course and the references are of. */
static gboolean
is_other (StreekHoverCard *self, StreekFigure *figure)
{
  const StreekFigureSpec *shown = streek_figure_get_spec (figure);
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);

  return g_strcmp0 (shown->indicator, spec->indicator) != 0 ||
         g_strcmp0 (shown->set, spec->set) != 0;
}

/* The references are of the period of the first map. */
static gboolean
is_other_period (StreekHoverCard *self, StreekFigure *figure)
{
  const StreekFigureSpec *shown = streek_figure_get_spec (figure);

  return shown->period.kind != STREEK_PERIOD_NONE &&
         !streek_period_equal (shown->period, streek_context_get_period (self->context));
}

static char *
dup_reference_lines (StreekHoverCard *self, const char *code)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  const StreekArea *area =
    areas != NULL ? streek_areas_resolve (areas, spec->set, code,
                                          streek_context_get_area_date (self->context), NULL, NULL)
                  : NULL;
  g_autofree char *province = streek_references_dup_province_of (self->references, area);
  g_autofree char *region = streek_references_dup_region_of (self->references, area);
  GString *lines = g_string_new (NULL);

  append_reference (self, lines, province);
  append_reference (self, lines, region);

  return g_string_free (lines, FALSE);
}

/* The trend says it of small maps of periods. */
static char *
dup_group_lines (StreekHoverCard *self, const char *code)
{
  return self->group != NULL && streek_map_group_get_n (self->group) <= MOST_IN_GROUP
           ? streek_map_group_dup_values (self->group, code, streek_format_get_default ())
           : NULL;
}

/* Of two indicators the course and what it is held against are of the first, which is named. */
static void
update_subject (StreekHoverCard *self)
{
  StreekFigure *figure = streek_context_get_figure (get_map (self));
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);
  gboolean is_named = figure != NULL && indicator != NULL &&
                      streek_figure_kind_has_second (streek_figure_get_spec (figure)->kind);
  const char *words = streek_trend_get_words (self->trend);
  gboolean has_more = words != NULL || gtk_widget_get_visible (GTK_WIDGET (self->reference_label));
  g_autofree char *told = words != NULL && is_named
                            ? g_strdup_printf ("%s: %s", indicator->name, words)
                            : g_strdup (words);

  set_line (self->subject_label, is_named && has_more ? indicator->name : NULL);
  if (g_strcmp0 (told, self->trend_words) == 0)
    return;

  g_free (self->trend_words);
  self->trend_words = g_steal_pointer (&told);
  g_signal_emit (self, signals[SIGNAL_TREND_CHANGED], 0);
}

static void
update (StreekHoverCard *self)
{
  StreekSelection *selection = streek_context_get_selection (get_map (self));
  const char *code = streek_selection_get_hovered (selection);
  StreekFigure *figure = streek_context_get_figure (get_map (self));
  int row = figure != NULL ? streek_context_find_row (get_map (self), code) : -1;
  gboolean is_first = row >= 0 && !is_other (self, figure);

  gtk_widget_set_visible (GTK_WIDGET (self), row >= 0);
  streek_trend_set_area (self->trend, is_first ? code : NULL);
  if (row < 0)
    return;

  StreekTable *table = streek_figure_get_table (figure);
  g_autofree char *name = dup_cell_of (table, row, "name");
  gboolean has_figures = streek_figure_get_spec (figure)->indicator != NULL;
  /* of two indicators the details tell both */
  gboolean is_pair = streek_figure_kind_has_second (streek_figure_get_spec (figure)->kind);
  g_autofree char *value = has_figures && !is_pair ? dup_value_line (figure, table, row) : NULL;
  g_autofree char *details =
    streek_figure_dup_details (figure, (guint) row, streek_format_get_default ());
  g_autofree char *rank = !is_pair ? dup_rank_line (figure, row) : NULL;
  g_autofree char *coverage = dup_coverage_line (table, row);
  g_autofree char *note = dup_cell_of (table, row, "note");
  g_autofree char *references =
    is_first && !is_other_period (self, figure) ? dup_reference_lines (self, code) : NULL;
  g_autofree char *group = dup_group_lines (self, code);

  set_line (self->name_label, name);
  set_line (self->map_label,
            self->map != NULL ? streek_map_group_get_heading (self->group, self->index) : NULL);
  set_line (self->value_label, value);
  set_line (self->details_label, details);
  set_line (self->rank_label, rank);
  set_line (self->coverage_label, coverage);
  set_line (self->note_label, note);
  set_line (self->group_label, group);
  set_line (self->reference_label, references);
  update_subject (self);
}

static void
streek_hover_card_dispose (GObject *object)
{
  StreekHoverCard *self = STREEK_HOVER_CARD (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->context);
  g_clear_object (&self->map);
  g_clear_object (&self->references);
  g_clear_pointer (&self->group, streek_map_group_unref);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_hover_card_parent_class)->dispose (object);
}

static void
streek_hover_card_finalize (GObject *object)
{
  g_free (STREEK_HOVER_CARD (object)->trend_words);

  G_OBJECT_CLASS (streek_hover_card_parent_class)->finalize (object);
}

static void
streek_hover_card_class_init (StreekHoverCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_hover_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = streek_hover_card_finalize;

  signals[SIGNAL_TREND_CHANGED] =
    g_signal_new ("trend-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);

  g_type_ensure (STREEK_TYPE_TREND);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-hover-card.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekHoverCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, StreekHoverCard, map_label);
  gtk_widget_class_bind_template_child (widget_class, StreekHoverCard, value_label);
  gtk_widget_class_bind_template_child (widget_class, StreekHoverCard, details_label);
  gtk_widget_class_bind_template_child (widget_class, StreekHoverCard, rank_label);
  gtk_widget_class_bind_template_child (widget_class, StreekHoverCard, coverage_label);
  gtk_widget_class_bind_template_child (widget_class, StreekHoverCard, note_label);
  gtk_widget_class_bind_template_child (widget_class, StreekHoverCard, group_label);
  gtk_widget_class_bind_template_child (widget_class, StreekHoverCard, subject_label);
  gtk_widget_class_bind_template_child (widget_class, StreekHoverCard, trend);
  gtk_widget_class_bind_template_child (widget_class, StreekHoverCard, reference_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hovercard");
}

static void
streek_hover_card_init (StreekHoverCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_hover_card_set_context (StreekHoverCard *self,
                               StreekContext *context,
                               StreekReferences *references)
{
  g_return_if_fail (STREEK_IS_HOVER_CARD (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->references = g_object_ref (references);
  streek_trend_set_context (self->trend, context);
  g_signal_connect_object (self->trend, "notify::words", G_CALLBACK (update_subject), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (streek_context_get_selection (context), "notify::hovered",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::figure", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (references, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

const char *
streek_hover_card_get_trend (StreekHoverCard *self)
{
  g_return_val_if_fail (STREEK_IS_HOVER_CARD (self), NULL);

  return self->trend_words;
}

/* What another map calls its areas is known to that map alone. */
static void
follow_map (StreekHoverCard *self, StreekContext *map)
{
  if (self->map != NULL)
    {
      g_signal_handlers_disconnect_by_func (streek_context_get_selection (self->map), update, self);
      g_signal_handlers_disconnect_by_func (self->map, update, self);
    }

  g_set_object (&self->map, map);
  if (map == NULL)
    return;

  g_signal_connect_object (streek_context_get_selection (map), "notify::hovered",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "notify::figure", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
streek_hover_card_set_group (StreekHoverCard *self,
                             StreekMapGroup *group,
                             StreekContext *map,
                             guint index)
{
  g_return_if_fail (STREEK_IS_HOVER_CARD (self));
  g_return_if_fail (map == NULL || (group != NULL && index < streek_map_group_get_n (group)));

  if (group != NULL)
    streek_map_group_ref (group);
  g_clear_pointer (&self->group, streek_map_group_unref);
  self->group = group;
  self->index = index;
  follow_map (self, map);
  update (self);
}
