/* streek-group-view.c: the tab with target groups: how each fares, and what is done for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-group-view.h"

#include "charts/streek-trend-line.h"
#include "plan/streek-group-actions.h"
#include "plan/streek-target-group.h"
#include "print/streek-printable.h"
#include "record/streek-record-portrait.h"
#include "record/streek-record-window.h"
#include "streek-drop-down.h"
#include "streek-fold-row.h"
#include "streek-place.h"
#include "streek-row-button.h"
#include "streek-seen.h"
#include "streek-waiting.h"
#include "workspace/streek-group-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define PLACE_KEY "streek-place"
#define TREND_WIDTH 150
#define TREND_HEIGHT 34

struct _StreekGroupView
{
  GtkWidget parent_instance;

  GtkStack *pages; /* loading, group, empty, error */
  GtkDropDown *group_drop;
  GtkDropDown *area_drop;
  GtkScrolledWindow *scroller;
  GtkLabel *description_label;
  GtkBox *remarks_box;
  GtkBox *groups_box;
  AdwStatusPage *error_page;

  StreekRecordBook *book;
  GArray *groups;        /* gint64, as the drop-down has them */
  GPtrArray *areas;      /* SET:CODE, as the drop-down has them */
  gint64 group;          /* 0: none */
  char *area;            /* (nullable): that a person chose */
  StreekGroupPage *page; /* (nullable) */
  GCancellable *cancellable;
  gboolean is_filling;
};

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekGroupView,
                               streek_group_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

static StreekContext *
get_context (StreekGroupView *self)
{
  return streek_record_book_get_context (self->book);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Rows */

static void
go_to (GtkWidget *row)
{
  streek_place_go (row, g_object_get_data (G_OBJECT (row), PLACE_KEY));
}

static void
set_place (GtkWidget *widget, char *place)
{
  g_object_set_data_full (G_OBJECT (widget), PLACE_KEY, place, g_free);
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static GtkWidget *
add_group (StreekGroupView *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->groups_box, group);

  return group;
}

static GtkWidget *
new_link_button (const char *icon, char *words, char *place)
{
  g_autofree char *label = words;
  GtkWidget *button = streek_row_button_new (icon, label);

  set_place (button, place);
  g_signal_connect (button, "clicked", G_CALLBACK (go_to), NULL);

  return button;
}

static void
add_trend (GtkWidget *row, const StreekGroupIndicator *indicator)
{
  GtkWidget *line = streek_trend_line_new ();

  gtk_widget_set_size_request (line, TREND_WIDTH, TREND_HEIGHT);
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  if (streek_trend_line_set_chart (STREEK_TREND_LINE (line), indicator->chart, indicator->last))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), line);
  else
    g_object_unref (g_object_ref_sink (line));
}

/* The row leads to the chart, its button to the map. */
static void
add_indicator (StreekGroupView *self, GtkWidget *group, const StreekGroupIndicator *indicator)
{
  GtkWidget *row = new_row (indicator->name, indicator->words);

  add_trend (row, indicator);
  if (indicator->map_place != NULL)
    adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      new_link_button ("streek-map-symbolic",
                       /* Translators: %s is an indicator. */
                       g_strdup_printf (_ ("Show “%s” on the map"), indicator->name),
                       g_strdup (indicator->map_place)));
  set_place (row, g_strdup (indicator->place));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (indicator->kind == STREEK_COURSE_WORSE)
    gtk_widget_add_css_class (row, "fares-worse");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect (row, "activated", G_CALLBACK (go_to), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* Read where it stands: an action in the tree of its plan, a project on its sheet. */
static void
add_deed (GtkWidget *group, const StreekGroupDeed *deed)
{
  GtkWidget *row = new_row (deed->title, deed->details);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_place (row, streek_record_dup_place (deed->record));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect (row, "activated", G_CALLBACK (go_to), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_remark (StreekGroupView *self, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-information-symbolic");
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->remarks_box, box);
}

/* Filling */

static void
show_indicators (StreekGroupView *self)
{
  const GPtrArray *indicators = streek_group_page_get_indicators (self->page);

  if (indicators->len == 0)
    return;

  GtkWidget *group = add_group (self, _ ("How It Fares"));

  for (guint i = 0; i < indicators->len; i++)
    add_indicator (self, group, indicators->pdata[i]);
}

static void
show_deeds (StreekGroupView *self)
{
  for (guint part = 0; part < STREEK_N_GROUP_PARTS; part++)
    {
      const GPtrArray *deeds = streek_group_page_get_deeds (self->page, part);

      if (deeds->len == 0)
        continue;

      GtkWidget *group = add_group (self, streek_group_part_get_label (part));

      for (guint i = 0; i < deeds->len; i++)
        add_deed (group, deeds->pdata[i]);
    }
}

static void
clear_page (StreekGroupView *self)
{
  clear_box (self->groups_box);
  clear_box (self->remarks_box);
  g_clear_pointer (&self->page, streek_group_page_unref);
}

/* Areas that there is a reason to look at. */
static void
add_area (StreekGroupView *self, GtkStringList *names, const char *ref)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);

  if (ref == NULL || view == NULL)
    return;
  for (guint i = 0; i < self->areas->len; i++)
    if (strcmp (self->areas->pdata[i], ref) == 0)
      return;

  g_autofree char *name = streek_record_view_dup_area_name (view, ref);

  g_ptr_array_add (self->areas, g_strdup (ref));
  gtk_string_list_append (names, name);
}

static void
list_areas (StreekGroupView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  StreekRecordView *view = streek_record_book_get_view (self->book);
  const char *shown = streek_group_page_get_area (self->page);
  g_autoptr (GPtrArray) plans = view != NULL
                                  ? streek_plans_list_areas (streek_record_view_get_records (view))
                                  : g_ptr_array_new ();

  g_ptr_array_set_size (self->areas, 0);
  add_area (self, names, streek_context_get_own_area (get_context (self)));
  add_area (self, names, streek_context_get_spec (get_context (self))->within);
  for (guint i = 0; i < plans->len; i++)
    add_area (self, names, plans->pdata[i]);
  add_area (self, names, shown);

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->area_drop, G_LIST_MODEL (names));
  for (guint i = 0; shown != NULL && i < self->areas->len; i++)
    if (strcmp (self->areas->pdata[i], shown) == 0)
      gtk_drop_down_set_selected (self->area_drop, i);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->area_drop), self->areas->len > 0);
}

static void
show_page (StreekGroupView *self)
{
  const char *description = streek_group_page_get_description (self->page);
  const char *const *remarks = streek_group_page_get_remarks (self->page);

  gtk_label_set_text (self->description_label, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), description != NULL);
  for (guint i = 0; remarks[i] != NULL; i++)
    add_remark (self, remarks[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_box), remarks[0] != NULL);
  list_areas (self);
  show_indicators (self);
  show_deeds (self);
  gtk_stack_set_visible_child_name (self->pages, "group");
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekGroupView) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekGroupPage) page =
    streek_workspace_make_group_page_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  clear_page (self);
  if (page == NULL)
    {
      g_autofree char *words = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->error_page, words);
      gtk_stack_set_visible_child_name (self->pages, "error");
      return;
    }

  self->page = g_steal_pointer (&page);
  show_page (self);
}

static void
cancel (StreekGroupView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
make (GtkWidget *widget)
{
  StreekGroupView *self = STREEK_GROUP_VIEW (widget);
  StreekWorkspace *workspace = streek_context_get_workspace (get_context (self));

  cancel (self);
  if (workspace == NULL || self->group == 0)
    return;

  self->cancellable = g_cancellable_new ();
  streek_workspace_make_group_page_async (workspace, self->group, self->area, self->cancellable,
                                          on_made_cb, g_object_ref (self));
}

/* Which group */

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const StreekRecord *first = *(const StreekRecord *const *) a;
  const StreekRecord *second = *(const StreekRecord *const *) b;

  return g_utf8_collate (streek_record_get_text (first, STREEK_TARGET_GROUP_NAME),
                         streek_record_get_text (second, STREEK_TARGET_GROUP_NAME));
}

static guint
find_position (StreekGroupView *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (g_array_index (self->groups, gint64, i) == self->group)
      return i;

  return self->groups->len > 0 ? 0 : GTK_INVALID_LIST_POSITION;
}

static void
list_groups (StreekGroupView *self, StreekRecordView *view)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *groups =
    streek_records_list (streek_record_view_get_records (view), &streek_target_group_kind, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, (gpointer) groups[i]);
  g_ptr_array_sort (sorted, compare_groups);
  g_array_set_size (self->groups, 0);

  for (guint i = 0; i < sorted->len; i++)
    {
      gint64 id = streek_record_get_id (sorted->pdata[i]);

      g_array_append_val (self->groups, id);
      gtk_string_list_append (names,
                              streek_record_get_text (sorted->pdata[i], STREEK_TARGET_GROUP_NAME));
    }

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->group_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->group_drop, find_position (self));
  self->is_filling = FALSE;
}

static void
set_group (StreekGroupView *self, gint64 group)
{
  self->group = group;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "group.edit", group != 0);
  streek_renew_when_seen (GTK_WIDGET (self), make);
}

static void
on_group_chosen_cb (StreekGroupView *self)
{
  guint position = gtk_drop_down_get_selected (self->group_drop);

  if (self->is_filling || position >= self->groups->len)
    return;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  set_group (self, g_array_index (self->groups, gint64, position));
}

static void
on_area_chosen_cb (StreekGroupView *self)
{
  guint position = gtk_drop_down_get_selected (self->area_drop);

  if (self->is_filling || position >= self->areas->len)
    return;

  g_free (self->area);
  self->area = g_strdup (self->areas->pdata[position]);
  streek_renew_when_seen (GTK_WIDGET (self), make);
}

static void
on_book_changed_cb (StreekGroupView *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "group.new",
                                 streek_context_can_write (get_context (self)));
  if (view == NULL)
    {
      gtk_stack_set_visible_child_name (self->pages, "loading");
      return;
    }

  list_groups (self, view);
  if (self->groups->len == 0)
    {
      cancel (self);
      clear_page (self);
      gtk_stack_set_visible_child_name (self->pages, "empty");
    }

  guint position = find_position (self);

  set_group (self, self->groups->len > 0 ? g_array_index (self->groups, gint64, position) : 0);
}

/* Actions */

static void
on_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekGroupView *self = STREEK_GROUP_VIEW (widget);

  streek_record_open (widget, get_context (self), &streek_target_group_kind, self->group);
}

static void
on_saved_cb (StreekGroupView *self, gint64 id)
{
  self->group = id; /* shown when the book is read again */
}

static void
on_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekGroupView *self = STREEK_GROUP_VIEW (widget);
  GtkWidget *window = streek_record_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                get_context (self), &streek_target_group_kind, 0);

  g_signal_connect_object (window, "saved", G_CALLBACK (on_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* On paper */

static GPtrArray *
make_pages (gpointer data, const StreekPaper *paper, GCancellable *cancellable, GError **error)
{
  StreekLayoutOptions options = streek_paper_make_layout (paper);

  return streek_group_page_layout (data, &options, error);
}

static StreekTable *
make_table (gpointer data, GCancellable *cancellable, GError **error)
{
  return streek_group_page_make_table (data);
}

static void
free_page (gpointer page)
{
  streek_group_page_unref (page);
}

static StreekPrintout *
streek_group_view_dup_printout (StreekPrintable *printable)
{
  StreekGroupView *self = STREEK_GROUP_VIEW (printable);

  return self->page != NULL
           ? streek_printout_new (streek_group_page_get_title (self->page), make_pages, make_table,
                                  streek_group_page_ref (self->page), free_page)
           : NULL;
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_group_view_dup_printout;
}

static void
streek_group_view_dispose (GObject *object)
{
  StreekGroupView *self = STREEK_GROUP_VIEW (object);

  cancel (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), STREEK_TYPE_GROUP_VIEW);
  g_clear_pointer (&self->page, streek_group_page_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->area, g_free);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (streek_group_view_parent_class)->dispose (object);
}

static void
streek_group_view_class_init (StreekGroupViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_group_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (STREEK_TYPE_FOLD_ROW);
  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-group-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekGroupView, pages);
  gtk_widget_class_bind_template_child (widget_class, StreekGroupView, group_drop);
  gtk_widget_class_bind_template_child (widget_class, StreekGroupView, area_drop);
  gtk_widget_class_bind_template_child (widget_class, StreekGroupView, scroller);
  gtk_widget_class_bind_template_child (widget_class, StreekGroupView, description_label);
  gtk_widget_class_bind_template_child (widget_class, StreekGroupView, remarks_box);
  gtk_widget_class_bind_template_child (widget_class, StreekGroupView, groups_box);
  gtk_widget_class_bind_template_child (widget_class, StreekGroupView, error_page);
  gtk_widget_class_bind_template_callback (widget_class, on_group_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_area_chosen_cb);
  gtk_widget_class_install_action (widget_class, "group.edit", NULL, on_edit);
  gtk_widget_class_install_action (widget_class, "group.new", NULL, on_new);
}

static void
streek_group_view_init (StreekGroupView *self)
{
  self->groups = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->areas = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_drop_down_fold (self->group_drop, 16);
  streek_drop_down_fold (self->area_drop, 12);
}

GtkWidget *
streek_group_view_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekGroupView *self = g_object_new (STREEK_TYPE_GROUP_VIEW, NULL);

  self->book = g_object_ref (book);
  g_signal_connect_object (book, "changed", G_CALLBACK (on_book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_book_changed_cb (self);

  return GTK_WIDGET (self);
}

void
streek_group_view_show (StreekGroupView *self, gint64 group)
{
  g_return_if_fail (STREEK_IS_GROUP_VIEW (self));

  self->group = group;
  on_book_changed_cb (self);
}

gint64
streek_group_view_get_group (StreekGroupView *self)
{
  g_return_val_if_fail (STREEK_IS_GROUP_VIEW (self), 0);

  return self->group;
}
