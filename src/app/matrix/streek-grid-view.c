/* streek-grid-view.c: a matrix or a timeline in the window: laid out, scrolled, pointed at, printed
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-grid-view"
#include "config.h"
#include "matrix/streek-grid-view.h"

#include "map/streek-map-painter.h"
#include "matrix/streek-grid-sheet.h"
#include "print/streek-printable.h"

#include <glib/gi18n.h>

#define CARD_MARGIN_PX 12

typedef struct
{
  StreekGridSheet *sheet;
  GtkWidget *card;
  GtkLabel *place_label;
  GtkLabel *more_label;

  gpointer figure;          /* (nullable) */
  GCancellable *laying_out; /* set while a worker does */
  gboolean is_stale;        /* something changed since that worker began */
  int wanted_row;           /* to go to when it is laid out */
  int wanted_column;
  gboolean wants_place;
  gboolean carries;
  StreekGridSourceFunc source_func; /* (nullable) */
  gpointer source_data;
  GtkWidget *menu; /* (nullable): of the place at which it was last asked for */
} StreekGridViewPrivate;

enum
{
  SIGNAL_CELL_ACTIVATED,
  SIGNAL_SOURCE_ACTIVATED,
  SIGNAL_CARD_CARRIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (StreekGridView,
                                  streek_grid_view,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (StreekGridView)
                                    G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE,
                                                           printable_iface_init))

static StreekGridViewPrivate *
get_private (StreekGridView *self)
{
  return streek_grid_view_get_instance_private (self);
}

/* Laying out */

typedef struct
{
  StreekGridViewClass *klass;
  gpointer figure;
  StreekGridOptions options;
} LayoutJob;

static void
layout_job_free (LayoutJob *job)
{
  job->klass->unref_figure (job->figure);
  g_free (job);
}

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const LayoutJob *job = task_data;

  g_task_return_pointer (task, job->klass->lay_out (job->figure, &job->options),
                         (GDestroyNotify) streek_grid_drawing_free);
}

static void queue_layout (StreekGridView *self);

static void
go_to_wanted_place (StreekGridView *self, const StreekGridDrawing *drawing)
{
  StreekGridViewPrivate *priv = get_private (self);

  if (!priv->wants_place)
    return;

  priv->wants_place = FALSE;
  streek_grid_sheet_show_spot (
    priv->sheet, streek_grid_drawing_find (drawing, priv->wanted_row, priv->wanted_column));
}

static void
on_laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekGridView *self = STREEK_GRID_VIEW (source);
  StreekGridViewPrivate *priv = get_private (self);
  StreekGridDrawing *drawing = g_task_propagate_pointer (G_TASK (result), NULL);

  if (drawing == NULL)
    return; /* cancelled: the view is gone, or its figure */

  g_clear_object (&priv->laying_out);

  if (priv->is_stale)
    {
      streek_grid_drawing_free (drawing);
      queue_layout (self);
      return;
    }

  streek_grid_sheet_set_drawing (priv->sheet, drawing);
  go_to_wanted_place (self, drawing);
}

static void
queue_layout (StreekGridView *self)
{
  StreekGridViewPrivate *priv = get_private (self);
  int width = gtk_widget_get_width (GTK_WIDGET (priv->sheet));

  priv->is_stale = priv->laying_out != NULL;
  if (priv->figure == NULL || priv->laying_out != NULL || width <= 0)
    return;

  LayoutJob *job = g_new0 (LayoutJob, 1);

  job->klass = STREEK_GRID_VIEW_GET_CLASS (self);
  job->figure = job->klass->ref_figure (priv->figure);
  job->options = (StreekGridOptions){
    .width = width * STREEK_POINTS_PER_PIXEL,
    .theme = streek_theme_get_screen (),
    .format = streek_format_get_default (),
    .language = streek_print_get_language (),
    .text_scale = streek_grid_sheet_get_text_scale (priv->sheet),
  };
  priv->laying_out = g_cancellable_new ();

  g_autoptr (GTask) task = g_task_new (self, priv->laying_out, on_laid_out_cb, NULL);

  g_task_set_source_tag (task, queue_layout);
  g_task_set_task_data (task, job, (GDestroyNotify) layout_job_free);
  g_task_run_in_thread (task, lay_out_in_thread);
}

static void
stop_layout (StreekGridView *self)
{
  StreekGridViewPrivate *priv = get_private (self);

  if (priv->laying_out != NULL)
    g_cancellable_cancel (priv->laying_out);

  g_clear_object (&priv->laying_out);
  priv->is_stale = FALSE;
}

/* Pointing */

/* The card keeps to the corner away from what it is about. */
static void
place_card (StreekGridView *self)
{
  StreekGridViewPrivate *priv = get_private (self);
  double across, down;
  int head, foot;

  streek_grid_sheet_get_pointer (priv->sheet, &across, &down);
  streek_grid_sheet_get_edges (priv->sheet, &head, &foot);
  gtk_widget_set_margin_top (priv->card, head + CARD_MARGIN_PX);
  gtk_widget_set_margin_bottom (priv->card, foot + CARD_MARGIN_PX);
  gtk_widget_set_halign (priv->card, across > 0.5 ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_set_valign (priv->card, down > 0.5 ? GTK_ALIGN_START : GTK_ALIGN_END);
}

/* One line on what is there, and what more is known. */
static void
fill_card (StreekGridView *self, const char *words)
{
  StreekGridViewPrivate *priv = get_private (self);
  g_auto (GStrv) lines = g_strsplit (words, "\n", 2);

  gtk_label_set_text (priv->place_label, lines[0]);
  gtk_label_set_text (priv->more_label, lines[0] != NULL && lines[1] != NULL ? lines[1] : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->more_label), lines[0] != NULL && lines[1] != NULL);
}

static gboolean
is_card (const StreekGridSpot *spot, gpointer data)
{
  StreekGridView *self = data;
  gpointer figure = get_private (self)->figure;

  return figure != NULL && STREEK_GRID_VIEW_GET_CLASS (self)->get_item_id (figure, spot) != NULL;
}

/* (nullable), of which g_strdup() makes %NULL again */
static const char *
get_id (const char *(*func) (gconstpointer figure, const StreekGridSpot *spot),
        gconstpointer figure,
        const StreekGridSpot *spot)
{
  return func != NULL ? func (figure, spot) : NULL;
}

static gboolean
find_source (StreekGridView *self, const StreekGridSpot *spot, StreekGridSource *source)
{
  StreekGridViewPrivate *priv = get_private (self);
  StreekGridViewClass *klass = STREEK_GRID_VIEW_GET_CLASS (self);

  return spot != NULL && priv->figure != NULL && priv->source_func != NULL &&
         priv->source_func (get_id (klass->get_row_id, priv->figure, spot),
                            get_id (klass->get_column_id, priv->figure, spot),
                            get_id (klass->get_item_id, priv->figure, spot),
                            get_id (klass->get_source_id, priv->figure, spot), source,
                            priv->source_data);
}

static void
clear_source (StreekGridSource *source)
{
  g_clear_pointer (&source->place, g_free);
  g_clear_pointer (&source->words, g_free);
}

static char *
describe_spot (StreekGridView *self, const StreekGridSpot *spot)
{
  StreekGridViewPrivate *priv = get_private (self);
  g_autofree char *words = STREEK_GRID_VIEW_GET_CLASS (self)->describe (priv->figure, spot);
  g_autoptr (GString) text = g_string_new (words);
  StreekGridSource source = { 0 };

  if (words == NULL)
    return NULL;

  if (priv->carries && is_card (spot, self))
    g_string_append_printf (text, "\n%s",
                            _ ("Drag it to another column, or press Alt and an arrow key."));
  if (find_source (self, spot, &source))
    {
      g_string_append_c (text, '\n');
      /* Translators: %s is a document and its page: "Streekpact Westhoek (2008), p. 12". */
      g_string_append_printf (text, _ ("Ctrl and a click, or Ctrl+Enter, opens %s."), source.words);
      clear_source (&source);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_pointed_cb (StreekGridView *self, int index)
{
  StreekGridViewPrivate *priv = get_private (self);
  StreekGridViewClass *klass = STREEK_GRID_VIEW_GET_CLASS (self);
  const StreekGridSpot *spot = streek_grid_sheet_get_spot (priv->sheet, index);
  g_autofree char *words = priv->figure == NULL ? NULL
                           : spot != NULL       ? describe_spot (self, spot)
                                                : klass->dup_description (priv->figure);

  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->sheet),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  if (spot != NULL && words != NULL)
    {
      fill_card (self, words);
      place_card (self);
    }

  gtk_widget_set_visible (priv->card, spot != NULL && words != NULL);
}

static void
on_activated_cb (StreekGridView *self, int index)
{
  StreekGridViewPrivate *priv = get_private (self);
  StreekGridViewClass *klass = STREEK_GRID_VIEW_GET_CLASS (self);
  const StreekGridSpot *spot = streek_grid_sheet_get_spot (priv->sheet, index);

  if (spot == NULL || priv->figure == NULL)
    return;

  /* whoever opens something may put another figure here */
  g_autofree char *row = g_strdup (klass->get_row_id (priv->figure, spot));
  g_autofree char *column = g_strdup (klass->get_column_id (priv->figure, spot));
  g_autofree char *item = g_strdup (klass->get_item_id (priv->figure, spot));

  g_signal_emit (self, signals[SIGNAL_CELL_ACTIVATED], 0, row, column, item);
}

static void
open_source (StreekGridView *self, int index)
{
  StreekGridViewPrivate *priv = get_private (self);
  StreekGridSource source = { 0 };

  if (!find_source (self, streek_grid_sheet_get_spot (priv->sheet, index), &source))
    return;

  g_signal_emit (self, signals[SIGNAL_SOURCE_ACTIVATED], 0, source.place);
  clear_source (&source);
}

/* Where there is no source, Ctrl changes nothing. */
static void
on_source_activated_cb (StreekGridView *self, int index)
{
  StreekGridSource source = { 0 };

  if (find_source (self, streek_grid_sheet_get_spot (get_private (self)->sheet, index), &source))
    open_source (self, index);
  else
    on_activated_cb (self, index);
  clear_source (&source);
}

/* What can be done at a place that has a source; elsewhere there is nothing to choose. */

static void
open_from_menu (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  on_activated_cb (STREEK_GRID_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
open_source_from_menu (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_source (STREEK_GRID_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
append_command (GMenu *menu, const char *label, const char *action, int index)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", index);
  g_menu_append_item (menu, item);
}

static void
on_menu_cb (StreekGridView *self, int index)
{
  StreekGridViewPrivate *priv = get_private (self);
  StreekGridSource source = { 0 };
  GdkRectangle rect;
  double x, y;

  if (!find_source (self, streek_grid_sheet_get_spot (priv->sheet, index), &source))
    return;

  g_autoptr (GMenu) menu = g_menu_new ();
  /* Translators: %s is a document and its page: "Streekpact Westhoek (2008), p. 12". */
  g_autofree char *label = g_strdup_printf (_ ("Open %s"), source.words);

  append_command (menu, _ ("_Edit…"), "grid.open", index);
  append_command (menu, label, "grid.open-source", index);
  clear_source (&source);
  streek_grid_sheet_get_rect (priv->sheet, index, &rect);
  gtk_widget_translate_coordinates (GTK_WIDGET (priv->sheet), GTK_WIDGET (self), rect.x, rect.y, &x,
                                    &y);
  rect.x = (int) x;
  rect.y = (int) y;

  if (priv->menu == NULL)
    {
      priv->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (priv->menu, GTK_WIDGET (self));
    }

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (priv->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (priv->menu), &rect);
  gtk_popover_popup (GTK_POPOVER (priv->menu));
}

static void
on_carried_cb (StreekGridView *self, int index, int column)
{
  StreekGridViewPrivate *priv = get_private (self);
  StreekGridViewClass *klass = STREEK_GRID_VIEW_GET_CLASS (self);
  const StreekGridSpot *spot = streek_grid_sheet_get_spot (priv->sheet, index);
  const StreekGridSpot head = { .row = STREEK_GRID_HEADING, .column = column };

  if (spot == NULL || priv->figure == NULL)
    return;

  g_autofree char *item = g_strdup (klass->get_item_id (priv->figure, spot));
  g_autofree char *id = g_strdup (klass->get_column_id (priv->figure, &head));

  if (item != NULL && id != NULL)
    g_signal_emit (self, signals[SIGNAL_CARD_CARRIED], 0, item, id);
}

/* Printing */

static StreekPrintout *
dup_printout (StreekPrintable *printable)
{
  StreekGridView *self = STREEK_GRID_VIEW (printable);
  gpointer figure = get_private (self)->figure;

  return figure != NULL ? STREEK_GRID_VIEW_GET_CLASS (self)->dup_printout (figure) : NULL;
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = dup_printout;
}

/* Overrides */

static gboolean
streek_grid_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_private (STREEK_GRID_VIEW (widget))->sheet));
}

static void
streek_grid_view_dispose (GObject *object)
{
  StreekGridView *self = STREEK_GRID_VIEW (object);
  StreekGridViewPrivate *priv = get_private (self);

  stop_layout (self);
  g_clear_pointer (&priv->menu, gtk_widget_unparent);
  g_clear_pointer (&priv->figure, STREEK_GRID_VIEW_GET_CLASS (self)->unref_figure);

  /* gtk_widget_dispose_template() of GTK 4.8 asks the class of the instance, which has none */
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_grid_view_parent_class)->dispose (object);
}

static void
streek_grid_view_class_init (StreekGridViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_grid_view_dispose;
  widget_class->grab_focus = streek_grid_view_grab_focus;

  signals[SIGNAL_CELL_ACTIVATED] =
    g_signal_new ("cell-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);

  signals[SIGNAL_SOURCE_ACTIVATED] =
    g_signal_new ("source-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[SIGNAL_CARD_CARRIED] =
    g_signal_new ("card-carried", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (STREEK_TYPE_GRID_SHEET);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-grid-view.ui");
  gtk_widget_class_bind_template_child_private (widget_class, StreekGridView, sheet);
  gtk_widget_class_bind_template_child_private (widget_class, StreekGridView, card);
  gtk_widget_class_bind_template_child_private (widget_class, StreekGridView, place_label);
  gtk_widget_class_bind_template_child_private (widget_class, StreekGridView, more_label);
  gtk_widget_class_bind_template_callback (widget_class, on_pointed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_source_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_cb);
  gtk_widget_class_install_action (widget_class, "grid.open", "i", open_from_menu);
  gtk_widget_class_install_action (widget_class, "grid.open-source", "i", open_source_from_menu);
  gtk_widget_class_bind_template_callback (widget_class, queue_layout);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "gridview");
}

static void
streek_grid_view_init (StreekGridView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (get_private (self)->sheet, "carried", G_CALLBACK (on_carried_cb), self,
                           G_CONNECT_SWAPPED);
}

void
streek_grid_view_set_carries (StreekGridView *self, gboolean carries)
{
  g_return_if_fail (STREEK_IS_GRID_VIEW (self));

  get_private (self)->carries = carries;
  streek_grid_sheet_set_carries (get_private (self)->sheet, carries ? is_card : NULL, self);
}

void
streek_grid_view_set_source_func (StreekGridView *self, StreekGridSourceFunc func, gpointer data)
{
  g_return_if_fail (STREEK_IS_GRID_VIEW (self));

  get_private (self)->source_func = func;
  get_private (self)->source_data = data;
}

gpointer
streek_grid_view_get_figure (StreekGridView *self)
{
  g_return_val_if_fail (STREEK_IS_GRID_VIEW (self), NULL);

  return get_private (self)->figure;
}

void
streek_grid_view_set_figure (StreekGridView *self, gpointer figure)
{
  g_return_if_fail (STREEK_IS_GRID_VIEW (self));

  StreekGridViewPrivate *priv = get_private (self);
  StreekGridViewClass *klass = STREEK_GRID_VIEW_GET_CLASS (self);

  if (figure == priv->figure)
    return;

  gpointer previous = priv->figure;

  stop_layout (self);
  priv->figure = figure != NULL ? klass->ref_figure (figure) : NULL;
  /* what was drawn has other rows: nothing of it may be pointed at */
  streek_grid_sheet_set_drawing (priv->sheet, NULL);

  if (previous != NULL)
    klass->unref_figure (previous);
  if (figure == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  klass->get_title (figure), -1);
  on_pointed_cb (self, -1);
  queue_layout (self);
}

/**
 * streek_grid_view_show_place:
 * @row: of the figure, or %STREEK_GRID_HEADING
 * @column: the same
 *
 * Goes there as keys do; where the figure is still laid out, as soon as it is.
 */
void
streek_grid_view_show_place (StreekGridView *self, int row, int column)
{
  g_return_if_fail (STREEK_IS_GRID_VIEW (self));

  StreekGridViewPrivate *priv = get_private (self);

  priv->wanted_row = row;
  priv->wanted_column = column;
  priv->wants_place = TRUE;
  queue_layout (self);
}
