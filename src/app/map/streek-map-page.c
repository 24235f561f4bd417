/* streek-map-page.c: the section Kaart: sheet, legend, list, comparison and settings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-map-page"
#include "config.h"
#include "map/streek-area-links-view.h"
#include "map/streek-comparison.h"
#include "map/streek-figure-table.h"
#include "map/streek-hover-card.h"
#include "map/streek-legend.h"
#include "map/streek-map-inspector.h"
#include "map/streek-map-page.h"
#include "areas/streek-selection-bar.h"
#include "map/streek-map-panels.h"
#include "map/streek-map-view.h"
#include "map/streek-number-list.h"
#include "map/streek-panels-button.h"
#include "map/streek-pick-bar.h"
#include "map/streek-time-bar.h"
#include "print/streek-printable.h"
#include "streek-tooltip.h"
#include "streek-waiting.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define SPINNER_DELAY_MS 300
#define NARROW_PX 1100 /* the map, when a point of it is asked for, wants the room of its panel */

struct _StreekMapPage
{
  GtkWidget parent_instance;

  AdwFlap *flap;
  GtkStack *stack; /* map, table, loading, empty, error */
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  GtkLabel *title_label;
  GtkLabel *context_label;
  GtkWidget *foot;
  GtkLabel *notes_label;
  GtkLabel *source_label;
  GtkSpinner *spinner;
  GtkWidget *zoom_tools;
  GtkStack *sheet_stack; /* one map, many */
  StreekMapView *view;
  StreekMapPanels *panels;
  StreekPanelsButton *panels_button;
  StreekHoverCard *hover_card;
  StreekTimeBar *time_bar;
  StreekFigureTable *table;
  StreekFigureTable *list;
  StreekSelectionBar *selection_bar;
  GtkWidget *explanations;  /* legend and comparison, where there is one of them */
  GtkLabel *legend_heading; /* where every map has a legend of its own */
  StreekLegend *legend;
  StreekNumberList *numbers;
  GtkBox *other_legends;
  StreekComparison *comparison;
  StreekPickBar *pick_bar;
  GtkWidget *side_switcher;
  AdwBin *links_bin;     /* filled when it is first shown */
  AdwBin *inspector_bin; /* the same */

  StreekContext *context;
  StreekReferences *references;
  StreekPick *pick;       /* (nullable): the point that a person is asked to show */
  gboolean had_inspector; /* before it made room for that */
  guint spinner_id;       /* source that shows the spinner, 0: none */
  gboolean show_table;
  StreekFigureSpec *foot_spec; /* (nullable): what the foot was as high as it is for */
  int foot_width;
};

enum
{
  PROP_0,
  PROP_SHOW_TABLE,
  PROP_SHOW_INSPECTOR,
  PROP_GREY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekMapPage,
                               streek_map_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

static void
set_line (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static gboolean
is_same_but_period (const StreekFigureSpec *a, const StreekFigureSpec *b)
{
  g_autoptr (StreekFigureSpec) copy = streek_figure_spec_copy (a);

  copy->period = b->period;
  copy->limits = b->limits;
  copy->limits_period = b->limits_period;
  return streek_figure_spec_equal (copy, b);
}

/* One period has more notes than the next. Who plays through the years wants to see the figures
 * change and not the map jump, so the foot stays as high as any of them made it. */
static void
keep_foot (StreekMapPage *self, StreekFigure *figure)
{
  const StreekFigureSpec *spec = streek_figure_get_spec (figure);
  int width = gtk_widget_get_width (self->foot);
  graphene_rect_t bounds; /* with its padding, as a request counts */
  gboolean keeps = self->foot_spec != NULL && width == self->foot_width &&
                   is_same_but_period (self->foot_spec, spec) &&
                   gtk_widget_compute_bounds (self->foot, self->foot, &bounds);

  gtk_widget_set_size_request (self->foot, -1, keeps ? (int) ceilf (bounds.size.height) : -1);
  g_clear_pointer (&self->foot_spec, streek_figure_spec_free);
  self->foot_spec = streek_figure_spec_copy (spec);
  self->foot_width = width;
}

/* (nullable): the maps beside each other, where they are what is shown */
static StreekMapGroup *
get_group (StreekMapPage *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);

  return streek_panels_is_single (&spec->panels) ? NULL
                                                 : streek_map_panels_get_group (self->panels);
}

/* Several maps have more to say than there is room for under them; paper has all of it. */
static char *
dup_first_lines (const char *const *notes)
{
  guint n = g_strv_length ((char **) notes);
  GString *lines = g_string_new (n > 0 ? notes[0] : NULL);

  if (n > 2)
    {
      g_string_append_c (lines, '\n');
      g_string_append_printf (lines,
                              ngettext ("%u more note: on paper, and here when pointed at.",
                                        "%u more notes: on paper, and here when pointed at.",
                                        n - 1),
                              n - 1);
    }
  else if (n == 2)
    g_string_append_printf (lines, "\n%s", notes[1]);

  return g_string_free (lines, FALSE);
}

static void
show_words (StreekMapPage *self, StreekFigure *figure)
{
  StreekMapGroup *group = get_group (self);
  const char *const *notes =
    group != NULL ? streek_map_group_get_notes (group) : streek_figure_get_notes (figure);
  g_autofree char *all = notes != NULL ? g_strjoinv ("\n", (char **) notes) : NULL;
  g_autofree char *lines = group != NULL ? dup_first_lines (notes) : g_strdup (all);

  set_line (self->title_label,
            group != NULL ? streek_map_group_get_title (group) : streek_figure_get_title (figure));
  set_line (self->context_label, group != NULL ? streek_map_group_get_context (group)
                                               : streek_figure_get_context (figure));
  set_line (self->notes_label, lines);
  streek_tooltip_set (GTK_WIDGET (self->notes_label), group != NULL ? all : NULL);
  set_line (self->source_label, group != NULL ? streek_map_group_get_source (group)
                                              : streek_figure_get_source (figure));
  keep_foot (self, figure);
}

/* Nothing to draw: which of several reasons, and what helps. */
static const char *
choose_page_without_figure (StreekMapPage *self)
{
  const GError *error = streek_map_panels_get_error (self->panels) != NULL
                          ? streek_map_panels_get_error (self->panels)
                          : streek_context_get_error (self->context);

  if (error == NULL)
    return "loading";

  g_autofree char *words = g_markup_escape_text (error->message, -1);
  gboolean no_data =
    g_error_matches (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA) ||
    error->domain == STREEK_AREA_ERROR ||
    g_error_matches (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD);

  adw_status_page_set_description (no_data ? self->empty_page : self->error_page, words);
  /* a picture that is hardly ever seen is not worth reading at every start */
  if (!no_data)
    adw_status_page_set_icon_name (self->error_page, "dialog-warning-symbolic");
  return no_data ? "empty" : "error";
}

static void
update (StreekMapPage *self)
{
  StreekFigure *figure = streek_context_get_figure (self->context);
  gboolean has_figure = figure != NULL && streek_map_panels_get_error (self->panels) == NULL;
  const char *name = !has_figure        ? choose_page_without_figure (self)
                     : self->show_table ? "table"
                                        : "map";

  gtk_stack_set_visible_child_name (self->sheet_stack, get_group (self) != NULL ? "many" : "one");

  if (figure != NULL)
    show_words (self, figure);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_sensitive (self->zoom_tools, strcmp (name, "map") == 0);
}

static gboolean
on_long_loading_cb (gpointer user_data)
{
  StreekMapPage *self = user_data;

  self->spinner_id = 0;
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

/* Most maps are there before anybody can look for a sign of work. */
static void
on_loading_cb (StreekMapPage *self)
{
  if (!streek_context_get_loading (self->context))
    {
      g_clear_handle_id (&self->spinner_id, g_source_remove);
      gtk_spinner_stop (self->spinner);
    }
  else if (self->spinner_id == 0)
    self->spinner_id = g_timeout_add (SPINNER_DELAY_MS, on_long_loading_cb, self);
}

/* The card keeps to the corner away from the pointer. */
static void
on_hovered_cb (StreekMapPage *self)
{
  double x;
  double y;

  if (get_group (self) != NULL)
    x = streek_map_panels_get_pointer (self->panels);
  else
    streek_map_view_get_pointer (self->view, &x, &y);
  gtk_widget_set_halign (GTK_WIDGET (self->hover_card), x > 0.5 ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self->hover_card), GTK_ALIGN_START);
}

static void
on_trend_cb (StreekMapPage *self)
{
  const char *words = streek_hover_card_get_trend (self->hover_card);

  streek_map_view_set_trend (self->view, words);
  streek_map_panels_set_trend (self->panels, words);
}

/* Of maps that do not share the legend of the first one. */
static void
add_legend (StreekMapPage *self, StreekMapGroup *group, guint index)
{
  GtkWidget *heading = gtk_label_new (streek_map_group_get_heading (group, index));
  GtkWidget *legend = g_object_new (STREEK_TYPE_LEGEND, NULL);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  streek_legend_set_context (STREEK_LEGEND (legend),
                             streek_map_panels_get_context (self->panels, index));
  gtk_box_append (self->other_legends, heading);
  gtk_box_append (self->other_legends, legend);
}

static void
fill_legends (StreekMapPage *self)
{
  StreekMapGroup *group = get_group (self);
  gboolean has_own = group != NULL && !streek_map_group_has_one_legend (group);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->other_legends))) != NULL)
    gtk_box_remove (self->other_legends, child);

  for (guint i = 1; has_own && i < streek_map_group_get_n (group); i++)
    add_legend (self, group, i);

  gtk_widget_set_visible (GTK_WIDGET (self->legend_heading), group != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->other_legends), has_own);
}

static guint
list_numbers (StreekMapPage *self, GArray *numbers)
{
  StreekFigure *figure = streek_context_get_figure (self->context);
  guint n_unnamed;
  const GArray *numbered = streek_map_view_get_numbered (self->view, &n_unnamed);

  for (guint i = 0; figure != NULL && numbered != NULL && i < numbered->len; i++)
    {
      const StreekNumbered *one = &g_array_index (numbered, StreekNumbered, i);
      const StreekListedNumber entry = { one->number, figure, one->row, FALSE };

      g_array_append_val (numbers, entry);
    }

  return n_unnamed;
}

/* Of the map, or of all that stand beside each other: a number is the same area on each. */
static void
update_numbers (StreekMapPage *self)
{
  if (self->context == NULL)
    return;

  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (StreekListedNumber));
  guint n_unnamed = get_group (self) != NULL
                      ? streek_map_panels_list_numbers (self->panels, numbers)
                      : list_numbers (self, numbers);

  streek_number_list_set_numbers (self->numbers, numbers, n_unnamed);
}

/* The card is about the map that is pointed at. So is a legend of several maps: it says how many
 * areas of that one lie in each class, and chooses them. */
static void
on_pointed_cb (StreekMapPage *self)
{
  StreekMapGroup *group = get_group (self);
  guint active = group != NULL ? streek_map_panels_get_active (self->panels) : 0;
  StreekContext *map = group != NULL ? streek_map_panels_get_context (self->panels, active) : NULL;
  gboolean is_shared = group != NULL && streek_map_group_has_one_legend (group);

  streek_hover_card_set_group (self->hover_card, group, map, active);
  streek_legend_show_map (self->legend, is_shared ? map : NULL);
  gtk_label_set_text (self->legend_heading,
                      group != NULL ? streek_map_group_get_heading (group, is_shared ? active : 0)
                                    : "");
}

/* Whose figures stand in the list: of one map, or of each of several. */
static void
update_tables (StreekMapPage *self)
{
  StreekMapGroup *group = get_group (self);
  StreekTable *table = group != NULL ? streek_map_group_get_wide_table (group) : NULL;

  streek_figure_table_set_shared (self->list, table);
  streek_figure_table_set_shared (self->table, table);
}

static void
on_panels_cb (StreekMapPage *self)
{
  if (self->context == NULL)
    return;

  update_tables (self);
  fill_legends (self);
  update_numbers (self);
  on_pointed_cb (self);
  update (self);
}

static void
on_links_shown_cb (StreekMapPage *self)
{
  if (adw_bin_get_child (self->links_bin) == NULL)
    adw_bin_set_child (self->links_bin, streek_area_links_view_new (self->context));
}

/* Its lists are many widgets that a map does without. */
static void
on_settings_shown_cb (StreekMapPage *self)
{
  if (adw_bin_get_child (self->inspector_bin) != NULL)
    return;

  GtkWidget *inspector = g_object_new (STREEK_TYPE_MAP_INSPECTOR, NULL);

  streek_map_inspector_set_context (STREEK_MAP_INSPECTOR (inspector), self->context);
  adw_bin_set_child (self->inspector_bin, inspector);
}

/* None of them: the list begins at the top. */
static void
on_explanations_cb (StreekMapPage *self)
{
  gtk_widget_set_visible (self->explanations,
                          gtk_widget_get_visible (GTK_WIDGET (self->legend)) ||
                            gtk_widget_get_visible (GTK_WIDGET (self->numbers)) ||
                            gtk_widget_get_visible (GTK_WIDGET (self->comparison)));
}

static void
on_picture_ready_cb (StreekMapPage *self)
{
  update_numbers (self);
  streek_legend_set_circle_factor (self->legend, streek_map_view_get_circle_factor (self->view));
}

/* Through time, while the map has the focus; the bar says what else that changes. */
static gboolean
on_time_key_cb (StreekMapPage *self, guint key, guint code, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      !gtk_widget_get_visible (GTK_WIDGET (self->time_bar)))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_p:
      streek_time_bar_toggle (self->time_bar);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      streek_time_bar_step (self->time_bar, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      streek_time_bar_step (self->time_bar, 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
zoom_by (StreekMapPage *self, double factor)
{
  if (get_group (self) != NULL)
    streek_map_panels_zoom_by (self->panels, factor);
  else
    streek_map_view_zoom_by (self->view, factor);
}

static void
on_zoom_in_cb (StreekMapPage *self)
{
  zoom_by (self, 1.5);
}

static void
on_zoom_out_cb (StreekMapPage *self)
{
  zoom_by (self, 1 / 1.5);
}

static void
on_zoom_fit_cb (StreekMapPage *self)
{
  if (get_group (self) != NULL)
    streek_map_panels_zoom_to_fit (self->panels);
  else
    streek_map_view_zoom_to_fit (self->view);
}

/* On the map itself or on its sheet of paper: one spec, so both follow. */
static void
set_furniture (StreekMapPage *self, const StreekFurniture *furniture)
{
  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));

  spec->furniture = *furniture;
  streek_context_set_spec (self->context, spec);
}

static void
on_arranged_cb (StreekMapPage *self, const StreekMovable *part, const StreekPoint *corner)
{
  StreekFurniture furniture = streek_context_get_spec (self->context)->furniture;

  if (corner != NULL)
    streek_furniture_move_to (&furniture, part, *corner);
  else
    streek_furniture_reset (&furniture, (StreekFurnitureItem) part->item);

  set_furniture (self, &furniture);
}

static void
on_retry_cb (StreekMapPage *self)
{
  streek_context_reload (self->context);
}

static void
on_show_everywhere_cb (StreekMapPage *self)
{
  streek_context_set_within (self->context, NULL);
}

static void
on_flap_cb (StreekMapPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_INSPECTOR]);
}

static void
on_context_changed_cb (StreekMapPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GREY]);
}

static void
set_grey (StreekMapPage *self, gboolean grey)
{
  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));

  spec->grey = grey;
  streek_context_set_spec (self->context, spec);
}

/* What is shown is what is printed: the map, or the table in its place. */
static StreekPrintout *
dup_printout (StreekPrintable *printable)
{
  StreekMapPage *self = STREEK_MAP_PAGE (printable);
  StreekFigure *figure = streek_context_get_figure (self->context);
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);

  StreekMapGroup *group = get_group (self);

  if (figure == NULL || workspace == NULL)
    return NULL;

  const char *title =
    group != NULL ? streek_map_group_get_title (group) : streek_figure_get_title (figure);

  return self->show_table ? streek_printout_new_figure_table (workspace, spec, title)
                          : streek_printout_new_figure (workspace, spec, title);
}

static void
take_furniture (StreekPrintable *printable, const StreekFurniture *furniture)
{
  set_furniture (STREEK_MAP_PAGE (printable), furniture);
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = dup_printout;
  iface->take_furniture = take_furniture;
}

static void
cancel_pick (StreekMapPage *self)
{
  if (self->pick != NULL)
    streek_pick_cancel (self->pick);
}

/* The maps forget it by themselves. */
static void
on_pick_ended_cb (StreekMapPage *self)
{
  g_clear_object (&self->pick);
  streek_pick_bar_set_pick (self->pick_bar, NULL);
  streek_map_panels_set_pick (self->panels, NULL);
  if (self->had_inspector)
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

/* From wherever the focus went meanwhile. */
static gboolean
on_key_cb (StreekMapPage *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape || self->pick == NULL)
    return GDK_EVENT_PROPAGATE;

  cancel_pick (self);

  return GDK_EVENT_STOP;
}

static void
streek_map_page_dispose (GObject *object)
{
  StreekMapPage *self = STREEK_MAP_PAGE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  cancel_pick (self);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_pointer (&self->foot_spec, streek_figure_spec_free);
  g_clear_object (&self->references);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_map_page_parent_class)->dispose (object);
}

static void
streek_map_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StreekMapPage *self = STREEK_MAP_PAGE (object);

  switch (id)
    {
    case PROP_SHOW_TABLE:
      g_value_set_boolean (value, self->show_table);
      break;
    case PROP_SHOW_INSPECTOR:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
      break;
    case PROP_GREY:
      g_value_set_boolean (value, streek_context_get_spec (self->context)->grey);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_map_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StreekMapPage *self = STREEK_MAP_PAGE (object);

  switch (id)
    {
    case PROP_SHOW_TABLE:
      if (self->show_table == g_value_get_boolean (value))
        break;
      self->show_table = g_value_get_boolean (value);
      update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SHOW_INSPECTOR:
      adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
      break;
    case PROP_GREY:
      set_grey (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_map_page_class_init (StreekMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = streek_map_page_dispose;
  object_class->get_property = streek_map_page_get_property;
  object_class->set_property = streek_map_page_set_property;

  properties[PROP_SHOW_TABLE] = g_param_spec_boolean ("show-table", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_INSPECTOR] =
    g_param_spec_boolean ("show-inspector", NULL, NULL, TRUE, flags);
  properties[PROP_GREY] = g_param_spec_boolean ("grey", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (STREEK_TYPE_COMPARISON);
  g_type_ensure (STREEK_TYPE_FIGURE_TABLE);
  g_type_ensure (STREEK_TYPE_HOVER_CARD);
  g_type_ensure (STREEK_TYPE_LEGEND);
  g_type_ensure (STREEK_TYPE_MAP_PANELS);
  g_type_ensure (STREEK_TYPE_MAP_VIEW);
  g_type_ensure (STREEK_TYPE_NUMBER_LIST);
  g_type_ensure (STREEK_TYPE_PANELS_BUTTON);
  g_type_ensure (STREEK_TYPE_PICK_BAR);
  g_type_ensure (STREEK_TYPE_SELECTION_BAR);
  g_type_ensure (STREEK_TYPE_TIME_BAR);
  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/streekatlas/Streekatlas/ui/streek-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, flap);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, context_label);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, foot);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, notes_label);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, source_label);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, zoom_tools);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, sheet_stack);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, view);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, panels);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, panels_button);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, hover_card);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, time_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, table);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, list);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, explanations);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, legend_heading);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, legend);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, numbers);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, other_legends);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, comparison);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, pick_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, side_switcher);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, links_bin);
  gtk_widget_class_bind_template_child (widget_class, StreekMapPage, inspector_bin);
  gtk_widget_class_bind_template_callback (widget_class, cancel_pick);
  gtk_widget_class_bind_template_callback (widget_class, on_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_arranged_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_panels_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_time_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_everywhere_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_flap_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_picture_ready_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_links_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_settings_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_numbers);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_map_page_init (StreekMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_layout_set_homogeneous (
    GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (self->side_switcher)), FALSE);
  streek_tooltip_tell_cut (self->title_label);
}

GtkWidget *
streek_map_page_new (StreekContext *context)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekMapPage *self = g_object_new (STREEK_TYPE_MAP_PAGE, NULL);

  self->context = g_object_ref (context);
  self->references = streek_references_new (context);
  streek_number_list_set_context (self->numbers, context); /* before maps tell their numbers */
  streek_map_view_set_context (self->view, context);
  streek_map_panels_set_context (self->panels, context);
  streek_panels_button_set_context (self->panels_button, context);
  streek_time_bar_set_context (self->time_bar, context);
  streek_time_bar_set_panels (self->time_bar, self->panels);
  streek_figure_table_set_context (self->table, context, FALSE);
  streek_figure_table_set_context (self->list, context, TRUE);
  streek_selection_bar_set_context (self->selection_bar, context);
  streek_legend_set_context (self->legend, context);
  streek_comparison_set_context (self->comparison, context, self->references);
  streek_hover_card_set_context (self->hover_card, context, self->references);
  g_signal_connect_object (self->panels, "pointed", G_CALLBACK (on_pointed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hover_card, "trend-changed", G_CALLBACK (on_trend_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::figure", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (on_context_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::loading", G_CALLBACK (on_loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (streek_context_get_selection (context), "notify::hovered",
                           G_CALLBACK (on_hovered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->legend, "notify::visible", G_CALLBACK (on_explanations_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->numbers, "notify::visible", G_CALLBACK (on_explanations_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparison, "notify::visible", G_CALLBACK (on_explanations_cb),
                           self, G_CONNECT_SWAPPED);
  on_explanations_cb (self);
  update (self);

  return GTK_WIDGET (self);
}

void
streek_map_page_begin_lasso (StreekMapPage *self)
{
  g_return_if_fail (STREEK_IS_MAP_PAGE (self));

  g_object_set (self, "show-table", FALSE, NULL);
  if (get_group (self) != NULL)
    streek_map_panels_begin_lasso (self->panels);
  else
    streek_map_view_begin_lasso (self->view);
}

gboolean
streek_map_page_pick_point (StreekMapPage *self, StreekPick *pick)
{
  g_return_val_if_fail (STREEK_IS_MAP_PAGE (self) && STREEK_IS_PICK (pick), FALSE);

  g_object_set (self, "show-table", FALSE, NULL);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "map") != 0)
    return FALSE;

  cancel_pick (self);
  self->pick = g_object_ref (pick);
  g_signal_connect_object (pick, "ended", G_CALLBACK (on_pick_ended_cb), self, G_CONNECT_SWAPPED);
  streek_map_view_set_pick (self->view, pick);
  streek_map_panels_set_pick (self->panels, pick);
  streek_pick_bar_set_pick (self->pick_bar, pick);
  self->had_inspector =
    adw_flap_get_reveal_flap (self->flap) && gtk_widget_get_width (GTK_WIDGET (self)) < NARROW_PX;
  if (self->had_inspector)
    adw_flap_set_reveal_flap (self->flap, FALSE);

  if (get_group (self) != NULL)
    streek_map_panels_begin_picking (self->panels);
  else
    streek_map_view_begin_picking (self->view);

  return TRUE;
}
