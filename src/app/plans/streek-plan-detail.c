/* streek-plan-detail.c: all there is about what is chosen in the tree of a plan, beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-detail.h"

#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"
#include "streek-marked-label.h"
#include "streek-place.h"
#include "streek-row-button.h"
#include "streek-seen.h"
#include "workspace/streek-item-details.h"

#include <glib/gi18n.h>

#define PLACE_KEY "streek-place"

struct _StreekPlanDetail
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  StreekRecordBook *book;
  GArray *items; /* gint64 */
  gint64 shown;  /* the one item it is about, 0: none, or several */
};

G_DEFINE_FINAL_TYPE (StreekPlanDetail, streek_plan_detail, ADW_TYPE_BIN)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_hexpand (button, TRUE);

  return button;
}

/* Lines */

static gboolean
on_link_cb (GtkLabel *label, const char *place)
{
  return streek_place_go (GTK_WIDGET (label), place);
}

/* @place: (nullable): what it leads to */
static GtkWidget *
new_text (const char *text, const char *place)
{
  GtkWidget *label = new_label (NULL, NULL);
  g_autofree char *markup =
    place != NULL ? g_markup_printf_escaped ("<a href=\"%s\" title=\"\">%s</a>", place, text)
                  : NULL;

  if (markup == NULL)
    gtk_label_set_text (GTK_LABEL (label), text);
  else
    {
      gtk_label_set_markup (GTK_LABEL (label), markup);
      g_signal_connect (label, "activate-link", G_CALLBACK (on_link_cb), NULL);
    }

  return label;
}

static void
on_place_cb (GtkWidget *button)
{
  streek_place_go (button, g_object_get_data (G_OBJECT (button), PLACE_KEY));
}

static GtkWidget *
new_place_button (const char *icon_name, const char *words, const char *place)
{
  GtkWidget *button = streek_row_button_new (icon_name, words);

  g_object_set_data_full (G_OBJECT (button), PLACE_KEY, g_strdup (place), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_place_cb), NULL);

  return button;
}

/* A figure has two places: a chart and a map. @place: (nullable): of the text itself */
static GtkWidget *
new_head (const StreekItemLine *line, const char *place)
{
  GtkWidget *text = new_text (line->text, place);

  streek_label_mark_words (GTK_LABEL (text), line->spans);
  if (line->map_place == NULL)
    return text;

  /* Translators: %s is an indicator. */
  g_autofree char *chart = g_strdup_printf (_ ("Show “%s” in a chart"), line->text);
  /* Translators: %s is an indicator. */
  g_autofree char *map = g_strdup_printf (_ ("Show “%s” on the map"), line->text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box),
                  new_place_button ("streek-indicators-symbolic", chart, line->place));
  gtk_box_append (GTK_BOX (box), new_place_button ("streek-map-symbolic", map, line->map_place));

  return box;
}

/* What it is called stands above it, what more there is to say below. A link is underlined, and so
 * are new words: of a change the link is above its words. */
static GtkWidget *
new_line (const StreekItemLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean has_label = line->label != NULL && *line->label != '\0';
  gboolean links_above = has_label && line->spans != NULL;

  if (has_label)
    {
      GtkWidget *label = new_text (line->label, links_above ? line->place : NULL);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }

  gtk_box_append (GTK_BOX (box), new_head (line, links_above ? NULL : line->place));

  if (line->detail != NULL)
    {
      GtkWidget *detail = new_label (line->detail, "caption");

      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (box), detail);
    }

  if (line->source != NULL)
    {
      GtkWidget *source = new_text (line->source, line->source_place);

      gtk_widget_add_css_class (source, "caption");
      gtk_box_append (GTK_BOX (box), source);
    }

  return box;
}

static void
append_part (GtkBox *box, const StreekItemPart *part)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  if (part->title != NULL)
    {
      gtk_box_append (GTK_BOX (group), new_label (part->title, "heading"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      part->title, -1);
    }

  for (guint i = 0; i < part->lines->len; i++)
    gtk_box_append (GTK_BOX (group), new_line (part->lines->pdata[i]));

  gtk_box_append (box, group);
}

/* One, several, or nothing */

static void
append_head (GtkBox *box, const StreekRecordView *view, const StreekRecord *item)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *level = streek_record_view_dup_text (view, item, STREEK_PLAN_ITEM_LEVEL);
  g_autofree char *path = streek_plan_item_dup_path (item, streek_record_view_get_records (view));
  g_autofree char *title = streek_plan_item_dup_label (item);
  g_autofree char *above =
    g_strjoin (*level != '\0' && *path != '\0' ? " · " : "", level, path, NULL);

  if (*above != '\0')
    {
      GtkWidget *label = new_label (above, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (head), label);
    }

  gtk_box_append (GTK_BOX (head), new_label (title, "title-4"));
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  gtk_box_append (GTK_BOX (buttons), new_button (_ ("_Edit…"), "plans.open"));
  gtk_box_append (GTK_BOX (buttons), new_button (_ ("Add an U_pdate…"), "plans.add-update"));
  gtk_box_append (box, head);
  gtk_box_append (box, buttons);
}

static void
append_item (GtkBox *box, const StreekRecordView *view, const StreekRecord *item)
{
  g_autoptr (GPtrArray) parts = streek_item_details_list (view, streek_record_get_id (item));

  append_head (box, view, item);
  for (guint i = 0; i < parts->len; i++)
    append_part (box, parts->pdata[i]);
}

static void
append_several (GtkBox *box, guint n)
{
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u item is chosen", "%u items are chosen", n), n);
  GtkWidget *words =
    new_label (_ ("One field of all of them can be changed at once, or their status; they can be "
                  "moved, cut, copied and deleted together. Each is one step to undo."),
               "dim-label");

  gtk_box_append (box, new_label (title, "title-4"));
  gtk_box_append (box, words);
  gtk_box_append (box, new_button (_ ("Change a _Field…"), "plans.change-field"));
}

static void
append_nothing (GtkBox *box)
{
  GtkWidget *words = new_label (
    _ ("Choose a goal or an action: what is known of it, and what hangs on it, stands here."),
    "dim-label");

  gtk_box_append (box, words);
}

static void
fill (GtkWidget *widget)
{
  StreekPlanDetail *self = STREEK_PLAN_DETAIL (widget);
  StreekRecordView *view = streek_record_book_get_view (self->book);
  gint64 id = self->items->len == 1 ? g_array_index (self->items, gint64, 0) : 0;
  const StreekRecord *item = streek_record_book_find (self->book, &streek_plan_item_kind, id);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);

  if (item != NULL)
    append_item (GTK_BOX (box), view, item);
  else if (self->items->len > 1)
    append_several (GTK_BOX (box), self->items->len);
  else
    append_nothing (GTK_BOX (box));

  if (self->shown != id) /* another one is read from its top, the same one where it was */
    gtk_adjustment_set_value (place, 0);

  self->shown = id;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
}

static void
streek_plan_detail_dispose (GObject *object)
{
  StreekPlanDetail *self = STREEK_PLAN_DETAIL (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->items, g_array_unref);

  G_OBJECT_CLASS (streek_plan_detail_parent_class)->dispose (object);
}

static void
streek_plan_detail_class_init (StreekPlanDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_plan_detail_dispose;
}

static void
streek_plan_detail_init (StreekPlanDetail *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is chosen"), -1);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

GtkWidget *
streek_plan_detail_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekPlanDetail *self = g_object_new (STREEK_TYPE_PLAN_DETAIL, NULL);

  self->book = g_object_ref (book);
  streek_renew_when_seen (GTK_WIDGET (self), fill);

  return GTK_WIDGET (self);
}

void
streek_plan_detail_set_items (StreekPlanDetail *self, const GArray *items)
{
  g_return_if_fail (STREEK_IS_PLAN_DETAIL (self) && items != NULL);

  g_array_set_size (self->items, 0);
  g_array_append_vals (self->items, items->data, items->len);
  streek_renew_when_seen (GTK_WIDGET (self), fill);
}
