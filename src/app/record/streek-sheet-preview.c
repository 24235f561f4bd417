/* streek-sheet-preview.c: what rows of a spreadsheet become, or what was found in them, in lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-sheet-preview.h"

#include "record/streek-record-lines.h"

#include <glib/gi18n.h>

#define INDENT_PX 18
#define HEIGHT_PX 300

/* A line while it is on the screen. */
#define STREEK_TYPE_SHEET_LINE (streek_sheet_line_get_type ())
G_DECLARE_FINAL_TYPE (StreekSheetLine, streek_sheet_line, STREEK, SHEET_LINE, GObject)

struct _StreekSheetLine
{
  GObject parent_instance;

  GPtrArray *lines;
  const StreekRecordLine *line; /* of lines */
};

G_DEFINE_FINAL_TYPE (StreekSheetLine, streek_sheet_line, G_TYPE_OBJECT)

static void
streek_sheet_line_finalize (GObject *object)
{
  g_ptr_array_unref (STREEK_SHEET_LINE (object)->lines);

  G_OBJECT_CLASS (streek_sheet_line_parent_class)->finalize (object);
}

static void
streek_sheet_line_class_init (StreekSheetLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_sheet_line_finalize;
}

static void
streek_sheet_line_init (StreekSheetLine *self)
{
}

/* All lines: an object of each is made when it is asked for. */
#define STREEK_TYPE_SHEET_LINES (streek_sheet_lines_get_type ())
G_DECLARE_FINAL_TYPE (StreekSheetLines, streek_sheet_lines, STREEK, SHEET_LINES, GObject)

struct _StreekSheetLines
{
  GObject parent_instance;

  GPtrArray *lines;
};

static void model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekSheetLines,
                               streek_sheet_lines,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_iface_init))

static GType
streek_sheet_lines_get_item_type (GListModel *model)
{
  return STREEK_TYPE_SHEET_LINE;
}

static guint
streek_sheet_lines_get_n_items (GListModel *model)
{
  return STREEK_SHEET_LINES (model)->lines->len;
}

static gpointer
streek_sheet_lines_get_item (GListModel *model, guint position)
{
  GPtrArray *lines = STREEK_SHEET_LINES (model)->lines;

  if (position >= lines->len)
    return NULL;

  StreekSheetLine *item = g_object_new (STREEK_TYPE_SHEET_LINE, NULL);

  item->lines = g_ptr_array_ref (lines);
  item->line = lines->pdata[position];

  return item;
}

static void
model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = streek_sheet_lines_get_item_type;
  iface->get_n_items = streek_sheet_lines_get_n_items;
  iface->get_item = streek_sheet_lines_get_item;
}

static void
streek_sheet_lines_finalize (GObject *object)
{
  g_ptr_array_unref (STREEK_SHEET_LINES (object)->lines);

  G_OBJECT_CLASS (streek_sheet_lines_parent_class)->finalize (object);
}

static void
streek_sheet_lines_class_init (StreekSheetLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_sheet_lines_finalize;
}

static void
streek_sheet_lines_init (StreekSheetLines *self)
{
}

/* The list */

struct _StreekSheetPreview
{
  AdwBin parent_instance;

  GtkStack *stack; /* none, some */
  GtkLabel *none;
  GtkListView *list;

  GPtrArray *waiting; /* (nullable): what it shows once it is on the screen */
};

G_DEFINE_FINAL_TYPE (StreekSheetPreview, streek_sheet_preview, ADW_TYPE_BIN)

/* What a line is made of, found again by name. */
#define PART(item, name) (g_object_get_data (G_OBJECT (item), "streek-" name))

/* Some two hundred rows are made at once: each has as few parts as it can do with. */
static void
on_setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = gtk_image_new ();
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_widget_set_margin_end (row, 9);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), badge);
  g_object_set_data (G_OBJECT (item), "streek-image", image);
  g_object_set_data (G_OBJECT (item), "streek-text", text);
  g_object_set_data (G_OBJECT (item), "streek-badge", badge);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

/* The title, and what is told of it under it. */
static char *
make_markup (const StreekRecordLine *line)
{
  g_autofree char *title = g_markup_escape_text (line->title, -1);
  g_autofree char *detail =
    line->detail != NULL && *line->detail != '\0' ? g_markup_escape_text (line->detail, -1) : NULL;

  return detail != NULL
           ? g_strdup_printf ("%s\n<span size=\"smaller\" alpha=\"70%%\">%s</span>", title, detail)
           : g_steal_pointer (&title);
}

static const char *
get_badge_class (StreekRecordRowState state)
{
  return state == STREEK_RECORD_ROW_NEW       ? "success"
         : state == STREEK_RECORD_ROW_CHANGED ? "accent"
                                              : "dim-label";
}

static void
on_bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  const StreekRecordLine *line = STREEK_SHEET_LINE (gtk_list_item_get_item (item))->line;
  gboolean has_state = line->state < STREEK_N_RECORD_ROW_STATES;
  const char *badge_classes[] = { "caption", get_badge_class (line->state), NULL };
  GtkWidget *badge = PART (item, "badge"), *image = PART (item, "image");
  g_autofree char *markup = make_markup (line);

  gtk_label_set_markup (PART (item, "text"), markup);
  gtk_widget_set_visible (badge, has_state);
  gtk_widget_set_visible (image, !has_state);
  gtk_widget_set_margin_start (gtk_list_item_get_child (item), (int) line->depth * INDENT_PX + 9);

  if (has_state)
    {
      gtk_label_set_text (GTK_LABEL (badge), streek_record_row_state_get_label (line->state));
      gtk_widget_set_css_classes (badge, badge_classes);
    }
  else
    gtk_image_set_from_icon_name (GTK_IMAGE (image), line->is_fault
                                                       ? "dialog-warning-symbolic"
                                                       : "dialog-information-symbolic");
}

static void
show_lines (StreekSheetPreview *self)
{
  g_autoptr (GPtrArray) lines = g_steal_pointer (&self->waiting);
  StreekSheetLines *model = g_object_new (STREEK_TYPE_SHEET_LINES, NULL);

  model->lines = g_ptr_array_ref (lines);

  g_autoptr (GtkNoSelection) shown = gtk_no_selection_new (G_LIST_MODEL (model));

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (shown));
}

void
streek_sheet_preview_show (StreekSheetPreview *self, GPtrArray *lines)
{
  g_return_if_fail (STREEK_IS_SHEET_PREVIEW (self));

  gboolean is_any = lines != NULL && lines->len > 0;

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  if (is_any)
    self->waiting = g_ptr_array_ref (lines);
  else
    gtk_list_view_set_model (self->list, NULL);

  gtk_stack_set_visible_child_name (self->stack, is_any ? "some" : "none");
  if (is_any && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_lines (self);
}

static void
streek_sheet_preview_map (GtkWidget *widget)
{
  StreekSheetPreview *self = STREEK_SHEET_PREVIEW (widget);

  GTK_WIDGET_CLASS (streek_sheet_preview_parent_class)->map (widget);

  if (self->waiting != NULL)
    show_lines (self);
}

static void
streek_sheet_preview_finalize (GObject *object)
{
  g_clear_pointer (&STREEK_SHEET_PREVIEW (object)->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_sheet_preview_parent_class)->finalize (object);
}

static void
streek_sheet_preview_class_init (StreekSheetPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_sheet_preview_finalize;
  GTK_WIDGET_CLASS (klass)->map = streek_sheet_preview_map;
}

static void
streek_sheet_preview_init (StreekSheetPreview *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list = gtk_list_view_new (NULL, factory);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *none = gtk_label_new (NULL);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  self->list = GTK_LIST_VIEW (list);
  self->stack = GTK_STACK (stack);
  self->none = GTK_LABEL (none);
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_label_set_wrap (self->none, TRUE);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_set_margin_top (none, 24);
  gtk_widget_set_valign (none, GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT_PX);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_stack_add_named (self->stack, none, "none");
  gtk_stack_add_named (self->stack, scroller, "some");
  adw_bin_set_child (ADW_BIN (self), stack);
}

GtkWidget *
streek_sheet_preview_new (const char *label, const char *none)
{
  StreekSheetPreview *self = g_object_new (STREEK_TYPE_SHEET_PREVIEW, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_label_set_text (self->none, none);

  return GTK_WIDGET (self);
}
