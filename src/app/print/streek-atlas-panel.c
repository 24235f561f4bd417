/* streek-atlas-panel.c: what an atlas shows, to be chosen: areas, map, key figures, chart, paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-atlas-panel.h"

#include "streek-area-choices.h"
#include "streek-pick-list.h"

#include <glib/gi18n.h>

/* Typing stops this long before the pages are made anew. */
#define SETTLE_MS 400

struct _StreekAtlasPanel
{
  AdwBin parent_instance;

  AdwComboRow *set_row;
  AdwComboRow *within_row;
  AdwComboRow *view_row;
  AdwComboRow *map_row;
  AdwComboRow *map_set_row;
  AdwActionRow *figures_row;
  StreekPickList *figure_list;
  AdwActionRow *references_row;
  StreekPickList *reference_list;
  AdwComboRow *period_row;
  AdwComboRow *since_row;
  AdwComboRow *chart_row;
  AdwComboRow *chart_indicator_row;
  AdwComboRow *paper_row;
  AdwComboRow *orientation_row;
  AdwComboRow *color_row;
  GtkSwitch *contents_switch;
  AdwEntryRow *title_row;
  AdwComboRow *form_row;

  StreekAtlasSpec *spec;
  StreekFigureSpec *own_map; /* (nullable): the map that it was opened with */
  StreekCatalogue *catalogue;
  GPtrArray *sets;    /* (element-type utf8): codes in the order of the rows */
  GPtrArray *withins; /* (element-type utf8): the same, the first one is "" */
  GArray *periods;    /* (element-type StreekPeriod): the newest first */
  guint settle_id;
  gboolean filling; /* the rows are being set from the spec */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekAtlasPanel, streek_atlas_panel, ADW_TYPE_BIN)

static void
take_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text != NULL && *text != '\0' ? text : NULL);
}

static guint
count_words (char **list)
{
  return list != NULL ? g_strv_length (list) : 0;
}

static const char *
get_indicator_name (StreekAtlasPanel *self, const char *code)
{
  const StreekIndicator *indicator = streek_catalogue_find (self->catalogue, code, NULL);

  return indicator != NULL ? indicator->name : code;
}

static void
set_words (AdwComboRow *row, GPtrArray *words, guint selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < words->len; i++)
    gtk_string_list_append (list, words->pdata[i]);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, words->len > 0 ? MIN (selected, words->len - 1)
                                                  : GTK_INVALID_LIST_POSITION);
}

/* Where @id stands in a list of them, @fallback where it does not. */
static guint
find_id (const GPtrArray *ids, const char *id, guint fallback)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_strcmp0 (ids->pdata[i], id) == 0)
      return i;

  return fallback;
}

/* Filling */

static void
fill_sets (StreekAtlasPanel *self, StreekAreas *areas)
{
  g_autoptr (GPtrArray) list = streek_areas_list_sets (areas);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    {
      const StreekAreaSet *set = list->pdata[i];

      g_ptr_array_add (self->sets, g_strdup (set->code));
      g_ptr_array_add (names, (gpointer) set->name);
    }

  set_words (self->set_row, names, find_id (self->sets, self->spec->set, 0));
  set_words (self->map_set_row, names,
             find_id (self->sets, self->own_map != NULL ? self->own_map->set : self->spec->set, 0));
}

static void
add_within (StreekAtlasPanel *self, GPtrArray *names, const char *ref, const char *name)
{
  if (find_id (self->withins, ref, G_MAXUINT) != G_MAXUINT)
    return;

  g_ptr_array_add (self->withins, g_strdup (ref));
  g_ptr_array_add (names, g_strdup (name));
}

/* Regions and provinces, and what the atlas is about already. */
static void
fill_withins (StreekAtlasPanel *self, StreekAreas *areas, StreekDate on)
{
  static const char *const coarse[] = { "gewest", "provincie", NULL };
  g_autoptr (GListStore) choices = streek_area_choices_new (areas, on, coarse);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const StreekArea *own = self->spec->within != NULL
                            ? streek_areas_resolve_ref (areas, self->spec->within, on, NULL, NULL)
                            : NULL;

  add_within (self, names, "", C_ ("areas inside", "Everywhere"));
  if (self->spec->within != NULL)
    add_within (self, names, self->spec->within, own != NULL ? own->name : self->spec->within);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (choices)); i++)
    {
      g_autoptr (StreekChoice) choice = g_list_model_get_item (G_LIST_MODEL (choices), i);

      add_within (self, names, streek_choice_get_id (choice), streek_choice_get_title (choice));
    }

  set_words (self->within_row, names,
             find_id (self->withins, self->spec->within != NULL ? self->spec->within : "", 0));
}

/* The map that was shown, then one of each key figure. */
static void
fill_maps (StreekAtlasPanel *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const StreekFigureSpec *map = self->spec->map;
  guint selected = 0;

  if (self->own_map != NULL)
    g_ptr_array_add (names, _ ("The map as it was shown"));

  gboolean is_own =
    self->own_map != NULL && map != NULL && streek_figure_spec_equal (map, self->own_map);

  for (guint i = 0; i < count_words (self->spec->indicators); i++)
    {
      const char *code = self->spec->indicators[i];

      if (!is_own && map != NULL && g_strcmp0 (map->indicator, code) == 0)
        selected = names->len;
      g_ptr_array_add (names, (gpointer) get_indicator_name (self, code));
    }

  set_words (self->map_row, names, selected);
}

static void
fill_chart_indicators (StreekAtlasPanel *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = 0;

  for (guint i = 0; i < count_words (self->spec->indicators); i++)
    {
      if (g_strcmp0 (self->spec->indicators[i], self->spec->chart_indicator) == 0)
        selected = i;
      g_ptr_array_add (names, (gpointer) get_indicator_name (self, self->spec->indicators[i]));
    }

  set_words (self->chart_indicator_row, names, selected);
}

static void
collect_periods (StreekAtlasPanel *self)
{
  g_array_set_size (self->periods, 0);

  for (guint i = 0; i < count_words (self->spec->indicators); i++)
    {
      const StreekIndicator *indicator =
        streek_catalogue_find (self->catalogue, self->spec->indicators[i], NULL);
      g_autoptr (GArray) own =
        indicator != NULL ? streek_catalogue_list_periods (self->catalogue, indicator) : NULL;

      for (guint p = 0; own != NULL && p < own->len; p++)
        {
          StreekPeriod period = g_array_index (own, StreekPeriod, p);
          guint at = 0;

          while (at < self->periods->len &&
                 streek_period_compare (g_array_index (self->periods, StreekPeriod, at), period) >
                   0)
            at++;

          if (at == self->periods->len ||
              !streek_period_equal (g_array_index (self->periods, StreekPeriod, at), period))
            g_array_insert_val (self->periods, at, period);
        }
    }
}

static void
fill_period_row (StreekAtlasPanel *self, AdwComboRow *row, const char *none, StreekPeriod chosen)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  g_ptr_array_add (names, g_strdup (none));

  for (guint i = 0; i < self->periods->len; i++)
    {
      StreekPeriod period = g_array_index (self->periods, StreekPeriod, i);

      if (streek_period_equal (period, chosen))
        selected = names->len;
      g_ptr_array_add (names, streek_format_period (streek_format_get_default (), period));
    }

  set_words (row, names, selected);
}

/* What depends on the key figures that are chosen. */
static void
fill_from_figures (StreekAtlasPanel *self)
{
  gboolean was_filling = self->filling;
  guint n = count_words (self->spec->indicators),
        n_references = count_words (self->spec->references);
  g_autofree char *figures = g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n);
  g_autofree char *references =
    n_references > 0
      ? g_strdup_printf (ngettext ("%u chosen", "%u chosen", n_references), n_references)
      : g_strdup (_ ("None"));

  self->filling = TRUE;
  adw_action_row_set_subtitle (self->figures_row, figures);
  adw_action_row_set_subtitle (self->references_row, references);
  collect_periods (self);
  fill_maps (self);
  fill_chart_indicators (self);
  fill_period_row (self, self->period_row, _ ("The newest of each"), self->spec->period);
  fill_period_row (self, self->since_row, _ ("The first of each"), self->spec->since);
  self->filling = was_filling;
}

static void
update_sensitivity (StreekAtlasPanel *self)
{
  gboolean has_map = self->spec->view != STREEK_ATLAS_VIEW_NONE;
  gboolean is_own = self->own_map != NULL && adw_combo_row_get_selected (self->map_row) == 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->map_row), has_map);
  gtk_widget_set_sensitive (GTK_WIDGET (self->map_set_row), has_map && !is_own);
  gtk_widget_set_sensitive (GTK_WIDGET (self->chart_indicator_row),
                            self->spec->chart != STREEK_ATLAS_CHART_NONE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->orientation_row),
                            self->spec->format != STREEK_PAPER_SLIDE);
}

/* Taking */

static const char *
get_id (const GPtrArray *ids, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < ids->len ? ids->pdata[selected] : NULL;
}

static StreekPeriod
get_period (StreekAtlasPanel *self, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected > 0 && selected <= self->periods->len
           ? g_array_index (self->periods, StreekPeriod, selected - 1)
           : (StreekPeriod){ 0 };
}

/* Of a key figure, as the indicator asks; of the areas that were chosen for it. */
static StreekFigureSpec *
make_map (StreekAtlasPanel *self)
{
  guint selected = adw_combo_row_get_selected (self->map_row);

  if (self->own_map != NULL && selected == 0)
    return streek_figure_spec_copy (self->own_map);

  guint figure = selected - (self->own_map != NULL ? 1 : 0);
  StreekFigureSpec *map = streek_figure_spec_new ();

  if (figure >= count_words (self->spec->indicators))
    figure = 0;

  map->kind = STREEK_FIGURE_CHOROPLETH;
  take_text (&map->set, get_id (self->sets, self->map_set_row));
  take_text (&map->within, self->spec->within);
  take_text (&map->indicator, self->spec->indicators[figure]);
  map->period = self->spec->period;

  return map;
}

static void
take_rows (StreekAtlasPanel *self)
{
  StreekAtlasSpec *spec = self->spec;
  guint chart = adw_combo_row_get_selected (self->chart_indicator_row);

  take_text (&spec->set, get_id (self->sets, self->set_row));
  take_text (&spec->within, get_id (self->withins, self->within_row));
  g_clear_pointer (&spec->areas, g_strfreev); /* of the set that was chosen before */
  spec->view = (StreekAtlasView) adw_combo_row_get_selected (self->view_row);
  spec->period = get_period (self, self->period_row);
  spec->since = get_period (self, self->since_row);
  spec->chart = (StreekAtlasChart) adw_combo_row_get_selected (self->chart_row);
  take_text (&spec->chart_indicator,
             chart < count_words (spec->indicators) ? spec->indicators[chart] : NULL);
  spec->contents = gtk_switch_get_active (self->contents_switch);
  spec->format = (StreekPaperFormat) adw_combo_row_get_selected (self->paper_row);
  spec->landscape = adw_combo_row_get_selected (self->orientation_row) == 1;
  spec->grey = adw_combo_row_get_selected (self->color_row) == 1;
  take_text (&spec->title, gtk_editable_get_text (GTK_EDITABLE (self->title_row)));

  g_clear_pointer (&spec->map, streek_figure_spec_free);
  if (spec->view != STREEK_ATLAS_VIEW_NONE)
    spec->map = make_map (self);
}

static void
tell (StreekAtlasPanel *self)
{
  take_rows (self);
  update_sensitivity (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_choice_changed_cb (StreekAtlasPanel *self)
{
  if (!self->filling)
    tell (self);
}

static gboolean
on_settled_cb (gpointer user_data)
{
  StreekAtlasPanel *self = user_data;

  self->settle_id = 0;
  tell (self);

  return G_SOURCE_REMOVE;
}

static void
on_title_changed_cb (StreekAtlasPanel *self)
{
  if (self->filling)
    return;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, on_settled_cb, self);
}

static void
on_figures_changed_cb (StreekAtlasPanel *self)
{
  g_strfreev (self->spec->indicators);
  self->spec->indicators = streek_pick_list_dup_ids (self->figure_list);
  fill_from_figures (self);
  tell (self);
}

static void
on_references_changed_cb (StreekAtlasPanel *self)
{
  g_strfreev (self->spec->references);
  self->spec->references = streek_pick_list_dup_ids (self->reference_list);
  fill_from_figures (self);
  tell (self);
}

static void
on_figures_show_cb (StreekAtlasPanel *self)
{
  streek_pick_list_start (self->figure_list);
}

static void
on_references_show_cb (StreekAtlasPanel *self)
{
  streek_pick_list_start (self->reference_list);
}

static void
streek_atlas_panel_dispose (GObject *object)
{
  StreekAtlasPanel *self = STREEK_ATLAS_PANEL (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);

  G_OBJECT_CLASS (streek_atlas_panel_parent_class)->dispose (object);
}

static void
streek_atlas_panel_finalize (GObject *object)
{
  StreekAtlasPanel *self = STREEK_ATLAS_PANEL (object);

  g_clear_pointer (&self->spec, streek_atlas_spec_free);
  g_clear_pointer (&self->own_map, streek_figure_spec_free);
  g_clear_pointer (&self->catalogue, streek_catalogue_unref);
  g_ptr_array_unref (self->sets);
  g_ptr_array_unref (self->withins);
  g_array_unref (self->periods);

  G_OBJECT_CLASS (streek_atlas_panel_parent_class)->finalize (object);
}

static void
streek_atlas_panel_class_init (StreekAtlasPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_atlas_panel_dispose;
  object_class->finalize = streek_atlas_panel_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STREEK_TYPE_PICK_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-atlas-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, set_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, within_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, view_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, map_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, map_set_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, figures_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, figure_list);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, references_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, reference_list);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, period_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, since_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, chart_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, chart_indicator_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, paper_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, color_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, contents_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, title_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasPanel, form_row);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_figures_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_references_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_figures_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_references_show_cb);
}

static void
streek_atlas_panel_init (StreekAtlasPanel *self)
{
  self->sets = g_ptr_array_new_with_free_func (g_free);
  self->withins = g_ptr_array_new_with_free_func (g_free);
  self->periods = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_pick_list_set_words (self->figure_list, "", _ ("Find an indicator to add"));
  streek_pick_list_set_minimum (self->figure_list, 1);
  streek_pick_list_set_words (self->reference_list, _ ("Nothing to compare with."),
                              _ ("Find an area to add"));
}

static void
fill_lists (StreekAtlasPanel *self, StreekAreas *areas, StreekDate on)
{
  g_autoptr (GListStore) indicators = streek_indicator_choices_new (self->catalogue);
  g_autoptr (GListStore) places = streek_area_choices_new (areas, on, NULL);

  streek_pick_list_set_choices (self->figure_list, G_LIST_MODEL (indicators));
  streek_pick_list_set_ids (self->figure_list, (const char *const *) self->spec->indicators);
  streek_pick_list_set_choices (self->reference_list, G_LIST_MODEL (places));
  streek_pick_list_set_ids (self->reference_list, (const char *const *) self->spec->references);
}

static void
fill_paper (StreekAtlasPanel *self)
{
  adw_combo_row_set_selected (self->view_row, self->spec->view);
  adw_combo_row_set_selected (self->chart_row, self->spec->chart);
  adw_combo_row_set_selected (self->paper_row, self->spec->format);
  adw_combo_row_set_selected (self->orientation_row, self->spec->landscape);
  adw_combo_row_set_selected (self->color_row, self->spec->grey);
  gtk_switch_set_active (self->contents_switch, self->spec->contents);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row),
                         self->spec->title != NULL ? self->spec->title : "");
}

/**
 * streek_atlas_panel_fill:
 * @context: with areas and catalogue loaded
 * @spec: what is chosen at first
 */
void
streek_atlas_panel_fill (StreekAtlasPanel *self,
                         StreekContext *context,
                         const StreekAtlasSpec *spec)
{
  g_return_if_fail (STREEK_IS_ATLAS_PANEL (self) && STREEK_IS_CONTEXT (context) && spec != NULL);
  g_return_if_fail (self->spec == NULL);

  StreekAreas *areas = streek_context_get_areas (context);
  StreekDate on = streek_areas_get_newest_date (areas);

  self->spec = streek_atlas_spec_copy (spec);
  self->own_map = spec->map != NULL ? streek_figure_spec_copy (spec->map) : NULL;
  self->catalogue = streek_catalogue_ref (streek_context_get_catalogue (context));
  fill_sets (self, areas);
  fill_withins (self, areas, on);
  fill_lists (self, areas, on);
  fill_from_figures (self);
  fill_paper (self);
  update_sensitivity (self);
  self->filling = FALSE;
}

const StreekAtlasSpec *
streek_atlas_panel_get_spec (StreekAtlasPanel *self)
{
  g_return_val_if_fail (STREEK_IS_ATLAS_PANEL (self), NULL);

  return self->spec;
}

StreekAtlasForm
streek_atlas_panel_get_form (StreekAtlasPanel *self)
{
  g_return_val_if_fail (STREEK_IS_ATLAS_PANEL (self), STREEK_ATLAS_ONE_PDF);

  return (StreekAtlasForm) adw_combo_row_get_selected (self->form_row);
}
