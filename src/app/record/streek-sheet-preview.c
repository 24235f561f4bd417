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
};

G_DEFINE_FINAL_TYPE (StreekSheetPreview, streek_sheet_preview, ADW_TYPE_BIN)

/* What a line is made of, found again by name. */
#define PART(item, name) (g_object_get_data (G_OBJECT (item), "streek-" name))

static GtkWidget *
add_label (GtkListItem *item, GtkWidget *box, const char *name)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  g_object_set_data (G_OBJECT (item), name, label);

  return label;
}

static void
on_setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *image = gtk_image_new ();
  GtkWidget *badge = gtk_label_new (NULL);
  GtkWidget *detail;

  add_label (item, texts, "streek-title");
  detail = add_label (item, texts, "streek-detail");
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (badge, "caption");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), badge);
  g_object_set_data (G_OBJECT (item), "streek-image", image);
  g_object_set_data (G_OBJECT (item), "streek-badge", badge);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, row);
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
  static const char *const classes[] = { "caption", NULL, NULL };
  const StreekRecordLine *line = STREEK_SHEET_LINE (gtk_list_item_get_item (item))->line;
  gboolean has_state = line->state < STREEK_N_RECORD_ROW_STATES;
  const char *badge_classes[] = { classes[0], get_badge_class (line->state), NULL };
  GtkWidget *badge = PART (item, "badge"), *image = PART (item, "image");

  gtk_label_set_text (PART (item, "title"), line->title);
  gtk_label_set_text (PART (item, "detail"), line->detail != NULL ? line->detail : "");
  gtk_widget_set_visible (PART (item, "detail"), line->detail != NULL && *line->detail != '\0');
  gtk_widget_set_visible (badge, has_state);
  gtk_label_set_text (GTK_LABEL (badge),
                      has_state ? streek_record_row_state_get_label (line->state) : "");
  gtk_widget_set_css_classes (badge, badge_classes);
  gtk_widget_set_visible (image, !has_state);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), line->is_fault ? "dialog-warning-symbolic"
                                                                  : "dialog-information-symbolic");
  gtk_widget_set_margin_start (gtk_list_item_get_child (item), (int) line->depth * INDENT_PX + 9);
  gtk_widget_set_margin_end (gtk_list_item_get_child (item), 9);
}

void
streek_sheet_preview_show (StreekSheetPreview *self, GPtrArray *lines)
{
  g_return_if_fail (STREEK_IS_SHEET_PREVIEW (self));

  g_autoptr (StreekSheetLines) model = NULL;

  if (lines != NULL)
    {
      model = g_object_new (STREEK_TYPE_SHEET_LINES, NULL);
      model->lines = g_ptr_array_ref (lines);
    }

  g_autoptr (GtkNoSelection) shown =
    model != NULL ? gtk_no_selection_new (G_LIST_MODEL (g_object_ref (model))) : NULL;

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (shown));
  gtk_stack_set_visible_child_name (self->stack, lines != NULL && lines->len > 0 ? "some" : "none");
}

static void
streek_sheet_preview_class_init (StreekSheetPreviewClass *klass)
{
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
