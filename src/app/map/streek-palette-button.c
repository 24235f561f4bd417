/* streek-palette-button.c: the palettes in their groups, each as grey print and other eyes see it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-palette-button"
#include "config.h"
#include "map/streek-palette-button.h"
#include "map/streek-palette-strip.h"
#include "base/streek-format.h"

#include <glib/gi18n.h>

#define NAME_PX 96
#define MAX_HEIGHT_PX 400
/* In colour as everybody sees it, in grey, and as the three kinds of colour-blind eyes see it. */
#define N_COLUMNS (1 + STREEK_N_VISIONS)
#define GREY_COLUMN 1

struct _StreekPaletteButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *strip; /* of the chosen one */
  GtkListBox *list;
  GPtrArray *rows; /* (element-type GtkListBoxRow): as the figures ask, then each palette */
  gboolean is_diverging;
  guint n_classes;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekPaletteButton, streek_palette_button, GTK_TYPE_WIDGET)

/* (nullable): of a row; NULL for "as the figures ask" */
static const StreekPalette *
get_palette (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "streek-palette");
}

static StreekVision
get_vision (guint column)
{
  return column > GREY_COLUMN ? column - 1 : STREEK_VISION_NORMAL;
}

static const char *
get_column_label (guint column)
{
  /* Translators: over a column of palettes as a printer without colours prints them */
  return column == GREY_COLUMN ? C_ ("palettes", "Grey print")
                               : streek_vision_get_label (get_vision (column));
}

static GtkWidget *
make_row (const char *name, const StreekPalette *palette)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  if (palette != NULL)
    gtk_widget_set_size_request (label, NAME_PX, -1);

  for (guint column = 0; column < N_COLUMNS && palette != NULL; column++)
    {
      GtkWidget *strip = streek_palette_strip_new ();

      gtk_widget_set_tooltip_text (strip, get_column_label (column));
      gtk_box_append (GTK_BOX (box), strip);
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "streek-palette", (gpointer) palette);

  return row;
}

/* How safe it is, in words, for who does not see the previews. */
static void
describe_row (GtkWidget *row, const StreekPalette *palette, guint n_classes)
{
  StreekPaletteMeasure measure;

  streek_palette_measure (palette, CLAMP (n_classes, 2, STREEK_PALETTE_MAX_CLASSES), &measure);

  g_autofree char *least = streek_format_number (streek_format_get_default (), measure.worst, 0);
  g_autofree char *words = g_strdup_printf (
    /* Translators: %s is a distance between colours, such as 17; 7 is the least we allow */
    _ ("The two closest colours are %s apart to colour-blind eyes; 7 is enough"), least);

  gtk_widget_set_tooltip_text (row, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

/* The strips of a row show as many classes as the map. */
static void
show_strips (GtkWidget *row, const StreekPalette *palette, guint n_classes)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  guint column = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (STREEK_IS_PALETTE_STRIP (child))
      {
        streek_palette_strip_show (STREEK_PALETTE_STRIP (child), palette, n_classes,
                                   column == GREY_COLUMN, get_vision (column));
        column++;
      }
}

/* A heading over each group. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const StreekPalette *palette = get_palette (row);
  const StreekPalette *previous = before != NULL ? get_palette (before) : NULL;

  if (palette == NULL ||
      (previous != NULL && streek_palette_get_kind (previous) == streek_palette_get_kind (palette)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  GtkWidget *label =
    gtk_label_new (streek_palette_kind_get_label (streek_palette_get_kind (palette)));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "list-header");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
make_heads (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *corner = gtk_label_new (NULL);

  gtk_widget_set_size_request (corner, NAME_PX, -1);
  gtk_box_append (GTK_BOX (box), corner);

  for (guint column = 0; column < N_COLUMNS; column++)
    {
      GtkWidget *label = gtk_label_new (get_column_label (column));
      GtkWidget *strip = streek_palette_strip_new (); /* for its width only */
      int width;

      gtk_widget_measure (strip, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_object_ref_sink (strip);
      g_object_unref (strip);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_yalign (GTK_LABEL (label), 1);
      gtk_widget_set_size_request (label, width, -1);
      gtk_widget_add_css_class (label, "palette-head");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (box, "palette-heads");

  return box;
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, StreekPaletteButton *self)
{
  const StreekPalette *palette = get_palette (row);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 palette != NULL ? streek_palette_get_name (palette) : NULL);
}

/* The keys begin at the one that is chosen. */
static void
on_shown_cb (StreekPaletteButton *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  for (guint i = 1; i < self->rows->len; i++)
    {
      GtkWidget *other = g_ptr_array_index (self->rows, i);

      show_strips (other, get_palette (GTK_LIST_BOX_ROW (other)), self->n_classes);
      describe_row (other, get_palette (GTK_LIST_BOX_ROW (other)), self->n_classes);
    }

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
append_row (StreekPaletteButton *self, const char *name, const StreekPalette *palette)
{
  GtkWidget *row = make_row (name, palette);

  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static const char *
get_fitting_label (void)
{
  /* Translators: of the palettes of a map: the one that is made for such figures */
  return C_ ("palette", "As the figures ask");
}

static void
fill_list (StreekPaletteButton *self)
{
  append_row (self, get_fitting_label (), NULL);

  for (StreekPaletteKind kind = 0; kind < STREEK_N_PALETTE_KINDS; kind++)
    for (guint i = 0; i < streek_palette_get_n_shipped (); i++)
      {
        const StreekPalette *palette = streek_palette_get_shipped (i);

        if (streek_palette_get_kind (palette) == kind)
          append_row (self, streek_palette_get_name (palette), palette);
      }
}

static GtkWidget *
make_popover (StreekPaletteButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "palette-list");
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Palettes"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));

  gtk_box_append (GTK_BOX (box), make_heads ());
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_shown_cb), self);

  return popover;
}

static void
streek_palette_button_dispose (GObject *object)
{
  StreekPaletteButton *self = STREEK_PALETTE_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_palette_button_parent_class)->dispose (object);
}

static gboolean
streek_palette_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (STREEK_PALETTE_BUTTON (widget)->button);
}

static gboolean
streek_palette_button_mnemonic_activate (GtkWidget *widget, gboolean group_cycling)
{
  return gtk_widget_mnemonic_activate (STREEK_PALETTE_BUTTON (widget)->button, group_cycling);
}

static void
streek_palette_button_class_init (StreekPaletteButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_palette_button_dispose;
  widget_class->grab_focus = streek_palette_button_grab_focus;
  widget_class->mnemonic_activate = streek_palette_button_mnemonic_activate;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", STREEK_TYPE_PALETTE_BUTTON, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_palette_button_init (StreekPaletteButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->n_classes = 5;
  self->rows = g_ptr_array_new ();
  self->button = gtk_menu_button_new ();
  self->label = gtk_label_new (NULL);
  self->strip = streek_palette_strip_new ();
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->strip);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  fill_list (self);
}

static guint
find_row (StreekPaletteButton *self, const char *name)
{
  for (guint i = 1; name != NULL && i < self->rows->len; i++)
    if (g_ascii_strcasecmp (
          streek_palette_get_name (get_palette (g_ptr_array_index (self->rows, i))), name) == 0)
      return i;

  return 0;
}

void
streek_palette_button_show (StreekPaletteButton *self,
                            const char *name,
                            gboolean is_diverging,
                            guint n_classes)
{
  g_return_if_fail (STREEK_IS_PALETTE_BUTTON (self));

  GtkListBoxRow *row = g_ptr_array_index (self->rows, find_row (self, name));
  const StreekPalette *palette = get_palette (row);
  const char *label = palette != NULL ? streek_palette_get_name (palette) : get_fitting_label ();
  /* Translators: the name of a button for screen readers; %s is the name of a palette */
  g_autofree char *title = g_strdup_printf (_ ("Palette: %s"), label);

  if (palette == NULL)
    palette = streek_palette_get_default (is_diverging ? STREEK_PALETTE_DIVERGING
                                                       : STREEK_PALETTE_SEQUENTIAL);

  self->n_classes = CLAMP (n_classes, 1, STREEK_PALETTE_MAX_CLASSES);
  gtk_label_set_text (GTK_LABEL (self->label), label);
  streek_palette_strip_show (STREEK_PALETTE_STRIP (self->strip), palette, self->n_classes, FALSE,
                             STREEK_VISION_NORMAL);
  gtk_list_box_select_row (self->list, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}
