/* streek-site-window.c: a place, to be made or changed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "places/streek-site-window.h"

#include "geo/streek-coordinates.h"
#include "indicators/streek-typed-value.h"
#include "places/streek-window-places.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* On the context: one enters many places of one kind after each other. */
#define LAST_KIND_KEY "streek-last-kind"

struct _StreekSiteWindow
{
  StreekEditWindow parent_instance;

  AdwEntryRow *name_row;
  AdwComboRow *kind_row; /* those of the program, then one's own; none until one is chosen */
  AdwEntryRow *own_row;
  AdwEntryRow *point_row;
  AdwEntryRow *municipality_row;
  AdwEntryRow *address_row;
  AdwEntryRow *source_row;
  AdwEntryRow *date_row;
  AdwEntryRow *note_row;
  GtkLabel *hint_label;

  StreekContext *context;
  StreekWorkspace *workspace;
  StreekAreas *areas;
  StreekPick *pick; /* (nullable): while the map is asked for the point */
  StreekSiteLocator *locator;
  gint64 id;
  char *former_point; /* (nullable): as it stood in the row */
  double x;           /* of that */
  double y;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (StreekSiteWindow, streek_site_window, STREEK_TYPE_EDIT_WINDOW)

static guint
count_kinds (void)
{
  return g_strv_length ((char **) streek_site_kinds_get ());
}

static char *
dup_kind (StreekSiteWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);
  g_autofree char *own = streek_typed_dup_text (self->own_row);

  if (selected < count_kinds ())
    return g_strdup (streek_site_kinds_get ()[selected]);
  if (selected == GTK_INVALID_LIST_POSITION)
    return g_strdup ("");

  return own != NULL ? streek_site_kind_dup_parsed (own) : g_strdup ("");
}

/* What did not change is not rounded to what the row shows. */
static StreekCoordinatesFault
read_point (StreekSiteWindow *self, double *x, double *y)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->point_row));
  StreekCoordinates found;

  if (g_strcmp0 (text, self->former_point) == 0)
    {
      *x = self->x;
      *y = self->y;
      return STREEK_COORDINATES_OK;
    }

  StreekCoordinatesFault fault = streek_coordinates_read_pair (text, &found);

  *x = fault == STREEK_COORDINATES_OK ? found.x : NAN;
  *y = fault == STREEK_COORDINATES_OK ? found.y : NAN;

  return fault;
}

/* (transfer full): what the rows say, as far as it can be read */
static StreekSite *
make_site (StreekSiteWindow *self)
{
  StreekSite *site = g_new0 (StreekSite, 1);
  char *name = streek_typed_dup_text (self->name_row);

  site->id = self->id;
  site->name = name != NULL ? name : g_strdup ("");
  site->kind = dup_kind (self);
  read_point (self, &site->x, &site->y);
  site->municipality = streek_typed_dup_text (self->municipality_row);
  site->address = streek_typed_dup_text (self->address_row);
  site->source = streek_typed_dup_text (self->source_row);
  streek_typed_read_period (self->date_row, &site->date);
  site->note = streek_typed_dup_text (self->note_row);

  return site;
}

/* Where the point lies, and whether its source agrees. */
static char *
dup_where (StreekSiteWindow *self, const StreekSite *site)
{
  const StreekArea *area = streek_site_locator_find (self->locator, site->x, site->y);

  if (area == NULL)
    return g_strdup (_ ("This point lies in no municipality: abroad or at sea."));

  switch (streek_site_locator_compare (self->locator, site->municipality, site->x, site->y))
    {
    case STREEK_SITE_DIFFERS:
      /* Translators: %1$s and %2$s are municipalities. */
      return g_strdup_printf (_ ("This point lies in %1$s, but the source says %2$s."), area->name,
                              site->municipality);
    case STREEK_SITE_UNKNOWN:
      /* Translators: %1$s is a municipality, %2$s a word that is none. */
      return g_strdup_printf (_ ("This point lies in %1$s; %2$s is no municipality."), area->name,
                              site->municipality);
    case STREEK_SITE_UNSTATED:
    case STREEK_SITE_FITS:
    default:
      /* Translators: %s is a municipality. */
      return g_strdup_printf (_ ("This point lies in %s."), area->name);
    }
}

static char *
dup_hint (StreekSiteWindow *self, const StreekSite *site, const GError *error)
{
  double x, y;
  StreekPeriod date;

  switch (read_point (self, &x, &y))
    {
    case STREEK_COORDINATES_UNREAD:
      return g_strdup (
        _ ("These are no coordinates. Write them as 51,3330; 3,2050, for instance."));
    case STREEK_COORDINATES_ELSEWHERE:
      return g_strdup (_ ("These coordinates lie nowhere near Belgium."));
    case STREEK_COORDINATES_NONE:
      return g_strdup (
        _ ("Coordinates are latitude and longitude, or metres of Lambert 72 or 2008."));
    case STREEK_COORDINATES_OK:
    default:
      break;
    }

  if (error != NULL)
    {
      g_autofree char *where = dup_where (self, site);

      return g_strdup_printf ("%s %s", error->message, where);
    }
  if (!streek_typed_read_period (self->date_row, &date))
    return g_strdup (_ ("Give a date as 2024, 2024-09 or 2024-09-01."));

  return dup_where (self, site);
}

static void
update (StreekSiteWindow *self)
{
  if (self->is_filling)
    return;

  g_autoptr (StreekSite) site = make_site (self);
  g_autoptr (GError) error = NULL;
  StreekPeriod date;
  gboolean is_right =
    streek_site_check (site, &error) && streek_typed_read_period (self->date_row, &date);
  g_autofree char *hint = dup_hint (self, site, error);

  gtk_widget_set_visible (GTK_WIDGET (self->own_row),
                          adw_combo_row_get_selected (self->kind_row) == count_kinds ());
  gtk_label_set_text (self->hint_label, hint);
  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self), is_right);
}

static void
streek_site_window_update (StreekEditWindow *window)
{
  update (STREEK_SITE_WINDOW (window));
}

static void
streek_site_window_save (StreekEditWindow *window)
{
  StreekSiteWindow *self = STREEK_SITE_WINDOW (window);
  g_autoptr (StreekSite) site = make_site (self);

  g_object_set_data_full (G_OBJECT (self->context), LAST_KIND_KEY, g_strdup (site->kind), g_free);
  streek_edits_write_site_async (self->workspace, site, streek_edit_window_end_cb,
                                 streek_edit_window_hold (window));
}

/* What stays in the row as it is, is not rounded to what the row shows. */
static void
set_point (StreekSiteWindow *self, double x, double y)
{
  self->x = x;
  self->y = y;
  g_free (self->former_point);
  self->former_point = streek_coordinates_dup_degrees (
    x, y, streek_format_get_decimal_mark (streek_format_get_default ()));
  gtk_editable_set_text (GTK_EDITABLE (self->point_row), self->former_point);
}

/* Both windows come back as they were; a window that closes, or that shows another file meanwhile,
 * takes them along. */
static void
on_pick_ended_cb (StreekSiteWindow *self, gboolean is_taken)
{
  GtkWindow *list = gtk_window_get_transient_for (GTK_WINDOW (self));
  GtkWindow *window = gtk_window_get_transient_for (list);
  g_autoptr (StreekPick) pick = g_steal_pointer (&self->pick);
  double x, y;

  if (!gtk_widget_get_visible (GTK_WIDGET (window)))
    return;

  if (streek_context_get_workspace (self->context) != self->workspace)
    {
      gtk_window_destroy (list);
      return;
    }

  if (is_taken && streek_pick_get_point (pick, &x, &y))
    set_point (self, x, y);
  gtk_window_present (list);
  gtk_window_present (GTK_WINDOW (self));
}

static void
point_on_map (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekSiteWindow *self = STREEK_SITE_WINDOW (widget);
  GtkWindow *list = gtk_window_get_transient_for (GTK_WINDOW (self));
  GtkWindow *window = gtk_window_get_transient_for (list);
  g_autofree char *name = streek_typed_dup_text (self->name_row);

  self->pick = streek_pick_new (name, self->areas);
  if (!streek_window_pick_point (STREEK_WINDOW (window), self->pick))
    {
      g_clear_object (&self->pick);
      gtk_label_set_text (self->hint_label, _ ("There is no map to point at now."));
      return;
    }

  g_signal_connect_object (self->pick, "ended", G_CALLBACK (on_pick_ended_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (list), FALSE);
  gtk_window_present (window);
}

static void
streek_site_window_dispose (GObject *object)
{
  StreekSiteWindow *self = STREEK_SITE_WINDOW (object);

  self->is_filling = TRUE; /* rows that go tell of changes */
  g_clear_object (&self->workspace);
  g_clear_object (&self->context);
  g_clear_object (&self->pick);
  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->locator, streek_site_locator_free);
  g_clear_pointer (&self->former_point, g_free);

  G_OBJECT_CLASS (streek_site_window_parent_class)->dispose (object);
}

static void
streek_site_window_class_init (StreekSiteWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_site_window_dispose;
  edit_class->save = streek_site_window_save;
  edit_class->update = streek_site_window_update;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-site-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekSiteWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSiteWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSiteWindow, own_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSiteWindow, point_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSiteWindow, municipality_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSiteWindow, address_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSiteWindow, source_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSiteWindow, date_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSiteWindow, note_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSiteWindow, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "site.point", NULL, point_on_map);
}

static void
streek_site_window_init (StreekSiteWindow *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; i < count_kinds (); i++)
    gtk_string_list_append (kinds, streek_site_kind_get_label (streek_site_kinds_get ()[i]));
  gtk_string_list_append (kinds, C_ ("kind of place", "Something else…"));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_selected (self->kind_row, GTK_INVALID_LIST_POSITION);
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
set_kind (StreekSiteWindow *self, const char *kind)
{
  guint selected = 0;

  while (selected < count_kinds () && strcmp (streek_site_kinds_get ()[selected], kind) != 0)
    selected++;

  adw_combo_row_set_selected (self->kind_row, selected);
  if (selected == count_kinds ())
    set_text (self->own_row, kind);
}

static void
fill (StreekSiteWindow *self, const StreekSite *site)
{
  g_autofree char *date =
    site->date.kind != STREEK_PERIOD_NONE ? streek_period_to_string (site->date) : NULL;

  self->id = site->id;
  set_point (self, site->x, site->y);
  set_text (self->name_row, site->name);
  set_kind (self, site->kind);
  set_text (self->municipality_row, site->municipality);
  set_text (self->address_row, site->address);
  set_text (self->source_row, site->source);
  set_text (self->date_row, date);
  set_text (self->note_row, site->note);
}

GtkWidget *
streek_site_window_new (GtkWindow *parent,
                        StreekContext *context,
                        StreekAreas *areas,
                        const StreekSite *site)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent) && STREEK_IS_CONTEXT (context), NULL);

  StreekSiteWindow *self = g_object_new (STREEK_TYPE_SITE_WINDOW, "transient-for", parent, "modal",
                                         TRUE, "destroy-with-parent", TRUE, NULL);
  const char *last_kind = g_object_get_data (G_OBJECT (context), LAST_KIND_KEY);

  self->context = g_object_ref (context);
  self->workspace = g_object_ref (streek_context_get_workspace (context));
  self->areas = streek_areas_ref (areas);
  self->locator = streek_site_locator_new (areas, STREEK_DATE_NONE);

  if (site != NULL)
    fill (self, site);
  else if (last_kind != NULL)
    set_kind (self, last_kind);

  self->is_filling = FALSE;
  update (self);

  return GTK_WIDGET (self);
}
