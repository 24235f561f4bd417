/* streek-record-columns-box.c: which columns a list shows, and by which it is in groups */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-columns-box.h"

#include <glib/gi18n.h>

#define MAX_HEIGHT_PX 380

struct _StreekRecordColumnsBox
{
  AdwBin parent_instance;

  GtkDropDown *group_list;
  GtkBox *box;

  const StreekRecordKind *kind;
  GPtrArray *columns; /* StreekRecordListColumn */
  GPtrArray *checks;  /* GtkCheckButton, borrowed, of each column */
  GPtrArray *groups;  /* columns that there can be groups by, borrowed */
  gboolean is_filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekRecordColumnsBox, streek_record_columns_box, ADW_TYPE_BIN)

static gboolean
is_checked (StreekRecordColumnsBox *self, guint index)
{
  return gtk_check_button_get_active (self->checks->pdata[index]);
}

/* A list has at least one column. */
static void
update_last (StreekRecordColumnsBox *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += is_checked (self, i) ? 1 : 0;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_widget_set_sensitive (self->checks->pdata[i], n > 1 || !is_checked (self, i));
}

static void
tell (StreekRecordColumnsBox *self)
{
  if (self->is_filling)
    return;

  update_last (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
streek_record_columns_box_finalize (GObject *object)
{
  StreekRecordColumnsBox *self = STREEK_RECORD_COLUMNS_BOX (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_record_columns_box_parent_class)->finalize (object);
}

static void
streek_record_columns_box_class_init (StreekRecordColumnsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_record_columns_box_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static void
streek_record_columns_box_init (StreekRecordColumnsBox *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->checks = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->group_list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group_list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Group by"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (outer), make_heading (_ ("Group by")));
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->group_list));
  gtk_box_append (GTK_BOX (outer), make_heading (_ ("Columns")));
  gtk_box_append (GTK_BOX (outer), scroller);
  gtk_widget_set_size_request (outer, 280, -1);
  adw_bin_set_child (ADW_BIN (self), outer);
  g_signal_connect_object (self->group_list, "notify::selected", G_CALLBACK (tell), self,
                           G_CONNECT_SWAPPED);
}

static void
add_column (StreekRecordColumnsBox *self, StreekRecordListColumn *column, GtkStringList *groups)
{
  const char *label = streek_record_list_column_get_label (self->kind, column);
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_signal_connect_object (check, "toggled", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  gtk_box_append (self->box, check);
  if (streek_record_list_column_can_group (column))
    {
      g_ptr_array_add (self->groups, column);
      gtk_string_list_append (groups, label);
    }
}

GtkWidget *
streek_record_columns_box_new (const StreekRecordKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  StreekRecordColumnsBox *self = g_object_new (STREEK_TYPE_RECORD_COLUMNS_BOX, NULL);
  g_autoptr (GtkStringList) groups = gtk_string_list_new (NULL);

  self->is_filling = TRUE;
  self->kind = kind;
  self->columns = streek_record_kind_list_columns (kind);
  gtk_string_list_append (groups, C_ ("groups of a list", "No groups"));
  for (guint i = 0; i < self->columns->len; i++)
    add_column (self, self->columns->pdata[i], groups);
  gtk_drop_down_set_model (self->group_list, G_LIST_MODEL (groups));
  self->is_filling = FALSE;

  return GTK_WIDGET (self);
}

static const char *
get_id (StreekRecordColumnsBox *self, guint index)
{
  return ((const StreekRecordListColumn *) self->columns->pdata[index])->id;
}

void
streek_record_columns_box_set_spec (StreekRecordColumnsBox *self, const StreekRecordListSpec *spec)
{
  g_return_if_fail (STREEK_IS_RECORD_COLUMNS_BOX (self) && spec != NULL);

  guint group = 0;

  self->is_filling = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (
      self->checks->pdata[i],
      g_strv_contains ((const char *const *) spec->columns, get_id (self, i)));
  for (guint i = 0; i < self->groups->len; i++)
    if (g_strcmp0 (((const StreekRecordListColumn *) self->groups->pdata[i])->id, spec->group) == 0)
      group = i + 1;
  gtk_drop_down_set_selected (self->group_list, group);
  update_last (self);
  self->is_filling = FALSE;
}

void
streek_record_columns_box_apply (StreekRecordColumnsBox *self, StreekRecordListSpec *spec)
{
  g_return_if_fail (STREEK_IS_RECORD_COLUMNS_BOX (self) && spec != NULL);

  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint group = gtk_drop_down_get_selected (self->group_list);

  for (guint i = 0; spec->columns[i] != NULL; i++)
    for (guint j = 0; j < self->columns->len; j++)
      if (g_str_equal (spec->columns[i], get_id (self, j)) && is_checked (self, j))
        g_strv_builder_add (builder, spec->columns[i]);
  for (guint i = 0; i < self->columns->len; i++)
    if (is_checked (self, i) &&
        !g_strv_contains ((const char *const *) spec->columns, get_id (self, i)))
      g_strv_builder_add (builder, get_id (self, i));

  g_auto (GStrv) columns = g_strv_builder_end (builder);

  streek_record_list_spec_set_columns (spec, (const char *const *) columns);
  streek_record_list_spec_set_group (
    spec, group > 0 && group <= self->groups->len
            ? ((const StreekRecordListColumn *) self->groups->pdata[group - 1])->id
            : NULL);
}
