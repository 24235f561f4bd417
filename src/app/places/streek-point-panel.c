/* streek-point-panel.c: which places lie over the map, to be chosen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-point-panel"
#include "config.h"
#include "places/streek-point-panel.h"

#include "map/streek-swatch.h"
#include "streek-seen.h"
#include "workspace/streek-sites.h"

#include <glib/gi18n.h>

#define KIND_KEY "streek-kind"

struct _StreekPointPanel
{
  GtkWidget parent_instance;

  GtkSwitch *shown_switch;
  GtkWidget *details_box;
  GtkBox *kinds_box;
  GtkSwitch *names_switch;
  GtkWidget *count_box;
  GtkDropDown *count_drop_down;
  GtkWidget *empty_label;

  StreekContext *context;
  StreekSiteList *list; /* (nullable) */
  GCancellable *cancellable;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (StreekPointPanel, streek_point_panel, GTK_TYPE_WIDGET)

static void on_look_cb (StreekPointPanel *self);

static const StreekPointLayer *
get_layer (StreekPointPanel *self)
{
  return &streek_context_get_spec (self->context)->points;
}

static GtkWidget *
make_kind (StreekPointPanel *self, const char *kind, guint symbol, guint n)
{
  const StreekLegendEntry entry = { .kind = STREEK_LEGEND_POINT, .symbol = symbol };
  const char *label = streek_site_kind_get_label (kind);
  g_autofree char *count = streek_format_number (streek_format_get_default (), n, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *words = gtk_label_new (label);
  GtkWidget *number = gtk_label_new (count);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), streek_swatch_new (&entry));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), number);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (check), KIND_KEY, g_strdup (kind), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_look_cb), self, G_CONNECT_SWAPPED);

  return check;
}

static void
clear_kinds (StreekPointPanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->kinds_box))) != NULL)
    gtk_box_remove (self->kinds_box, child);
}

/* Kinds follow each other in the list. */
static void
list_kinds (StreekPointPanel *self)
{
  const GPtrArray *sites = self->list->sites;
  g_autoptr (GPtrArray) own = streek_sites_list_own_kinds (sites);

  clear_kinds (self);

  for (guint first = 0, n; first < sites->len; first += n)
    {
      const char *kind = ((const StreekSite *) sites->pdata[first])->kind;

      for (n = 1; first + n < sites->len; n++)
        if (g_strcmp0 (((const StreekSite *) sites->pdata[first + n])->kind, kind) != 0)
          break;

      gtk_box_append (self->kinds_box,
                      make_kind (self, kind, streek_site_kind_get_symbol (kind, own), n));
    }
}

static void
list_counts (StreekPointPanel *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_ ("circles around places", "None"));
  for (guint i = 0; i < self->list->counts->len; i++)
    gtk_string_list_append (names, self->list->counts->pdata[i]);

  gtk_drop_down_set_model (self->count_drop_down, G_LIST_MODEL (names));
}

static guint
find_count (StreekPointPanel *self, const char *count)
{
  for (guint i = 0; count != NULL && i < self->list->counts->len; i++)
    if (g_strcmp0 (self->list->counts->pdata[i], count) == 0)
      return i + 1;

  return 0;
}

static void
fill (StreekPointPanel *self)
{
  const StreekPointLayer *layer = get_layer (self);
  gboolean has_places = self->list != NULL && self->list->sites->len > 0;
  gboolean is_shown = layer->source != NULL;

  self->is_filling = TRUE;
  gtk_switch_set_active (self->shown_switch, is_shown);
  gtk_widget_set_sensitive (GTK_WIDGET (self->shown_switch), has_places || is_shown);
  gtk_switch_set_active (self->names_switch, !layer->hides_names);
  gtk_widget_set_visible (self->details_box, has_places && is_shown);
  gtk_widget_set_visible (self->empty_label, self->list != NULL && !has_places);

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->kinds_box)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (
      GTK_CHECK_BUTTON (check),
      streek_point_layer_shows (layer, g_object_get_data (G_OBJECT (check), KIND_KEY)));

  if (self->list != NULL)
    gtk_drop_down_set_selected (self->count_drop_down, find_count (self, layer->count));
  gtk_widget_set_visible (self->count_box, self->list != NULL && self->list->counts->len > 0);
  self->is_filling = FALSE;
}

/* (nullable): NULL where all are ticked: a new kind is then shown too */
static GStrv
list_ticked (StreekPointPanel *self, guint *n_ticked)
{
  g_autoptr (GStrvBuilder) ticked = g_strv_builder_new ();
  gboolean all = TRUE;

  *n_ticked = 0;
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->kinds_box)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      {
        g_strv_builder_add (ticked, g_object_get_data (G_OBJECT (check), KIND_KEY));
        (*n_ticked)++;
      }
    else
      all = FALSE;

  return all ? NULL : g_strv_builder_end (ticked);
}

/* One road for everything: what the widgets say becomes the layer of the map. */
static void
on_look_cb (StreekPointPanel *self)
{
  if (self->is_filling || self->list == NULL)
    return;

  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));
  gboolean was_shown = spec->points.source != NULL;
  guint count = gtk_drop_down_get_selected (self->count_drop_down), n_ticked = 0;
  g_auto (GStrv) kinds = was_shown ? list_ticked (self, &n_ticked) : NULL;
  /* without a kind there is nothing to show, and the next time all of them again */
  gboolean is_shown = gtk_switch_get_active (self->shown_switch) && (!was_shown || n_ticked > 0);
  const StreekPointLayer layer = {
    .source = is_shown ? (char *) STREEK_POINTS_OF_PLACES : NULL,
    .kinds = is_shown ? kinds : NULL,
    .count =
      count > 0 && count <= self->list->counts->len ? self->list->counts->pdata[count - 1] : NULL,
    .hides_names = !gtk_switch_get_active (self->names_switch),
  };

  streek_point_layer_set (&spec->points, &layer);
  streek_context_set_spec (self->context, spec);
  fill (self);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekPointPanel) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  StreekSiteList *list = streek_sites_load_finish (STREEK_WORKSPACE (source), result, &error);

  /* what is wrong with the file every page says; without a list nothing can be chosen */
  if (list == NULL || self->context == NULL)
    return;

  g_clear_pointer (&self->list, streek_site_list_free);
  self->list = list;
  self->is_filling = TRUE;
  list_kinds (self);
  list_counts (self);
  fill (self);
}

static void
load (GtkWidget *widget)
{
  StreekPointPanel *self = STREEK_POINT_PANEL (widget);
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (workspace == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  streek_sites_load_async (workspace, self->cancellable, on_loaded_cb, g_object_ref (self));
}

/* Nothing is read for a panel that nobody looks at. */
static void
on_data_changed_cb (StreekPointPanel *self)
{
  streek_renew_when_seen (GTK_WIDGET (self), load);
}

static void
streek_point_panel_dispose (GObject *object)
{
  StreekPointPanel *self = STREEK_POINT_PANEL (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->is_filling = TRUE; /* lists that go away change what is selected in them */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_pointer (&self->list, streek_site_list_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_point_panel_parent_class)->dispose (object);
}

static void
streek_point_panel_class_init (StreekPointPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_point_panel_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-point-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekPointPanel, shown_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekPointPanel, details_box);
  gtk_widget_class_bind_template_child (widget_class, StreekPointPanel, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, StreekPointPanel, names_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekPointPanel, count_box);
  gtk_widget_class_bind_template_child (widget_class, StreekPointPanel, count_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekPointPanel, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, on_look_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_point_panel_init (StreekPointPanel *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->details_box, FALSE);
  gtk_widget_set_visible (self->empty_label, FALSE);
  self->is_filling = FALSE;
}

void
streek_point_panel_set_context (StreekPointPanel *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_POINT_PANEL (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (on_data_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  on_data_changed_cb (self);
}
