/* streek-record-page-columns.c: the columns of a list of records, and the order by their headings
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-page-private.h"

#include "base/streek-clip.h"
#include "streek-column-view.h"
#include "streek-tooltip.h"

#include <glib/gi18n.h>

#define COLUMN_KEY "streek-column-id"
#define MAX_SORTS 3
#define MIN_CHARS 12       /* of a cell that has so many */
#define MIN_TITLE_CHARS 26 /* of the first column */
#define MAX_CHARS 60
#define MAX_TITLE_CHARS 80
#define MOST_CHARS 2000 /* of a text, where a tooltip still shows it */

/* The view tells nobody which headings it is sorted by (before GTK 4.10), but asks the sorter of
 * each column in turn: they note that they were asked. */
typedef struct
{
  gconstpointer first; /* which of the two is said to come first, whichever way it is asked */
  guint n_passed;      /* asked so far */
  guint n_equal;       /* that many say "equal", so that the next one is asked too */
  const char *id;      /* (nullable): who answered */
} Probe;

static Probe probe;

static int
answer_probe (gconstpointer a, gconstpointer b, gpointer user_data)
{
  if (probe.n_passed++ < probe.n_equal)
    return 0;

  probe.id = user_data;

  return a == probe.first ? -1 : 1;
}

static void
take_order (StreekRecordPage *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  g_autoptr (GObject) first = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) second = g_object_new (G_TYPE_OBJECT, NULL);

  if (self->is_arranging)
    return;

  streek_record_list_spec_clear_sorts (self->spec);
  for (guint i = 0; i < MAX_SORTS; i++)
    {
      probe = (Probe){ .first = first, .n_equal = i };

      GtkOrdering answer = gtk_sorter_compare (sorter, first, second);

      if (probe.id == NULL)
        break;

      streek_record_list_spec_add_sort (self->spec, probe.id, answer == GTK_ORDERING_LARGER);
    }

  streek_record_page_refresh (self);
}

/* Moved headings */

static gboolean
on_order_settled_cb (gpointer user_data)
{
  StreekRecordPage *self = user_data;
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  self->order_id = 0;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_strv_builder_add (builder, g_object_get_data (G_OBJECT (column), COLUMN_KEY));
    }

  g_auto (GStrv) ids = g_strv_builder_end (builder);

  if (!g_strv_equal ((const char *const *) ids, (const char *const *) self->spec->columns))
    {
      streek_record_list_spec_set_columns (self->spec, (const char *const *) ids);
      g_strfreev (self->shown_columns);
      self->shown_columns = g_strdupv (ids);
      streek_record_page_refresh (self);
    }

  return G_SOURCE_REMOVE;
}

/* A column that is dragged is taken away and put back. */
static void
on_columns_changed_cb (StreekRecordPage *self)
{
  if (!self->is_arranging && self->order_id == 0)
    self->order_id = g_idle_add (on_order_settled_cb, self);
}

/* Cells */

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_number = g_object_get_data (G_OBJECT (factory), "streek-number") != NULL;
  gboolean is_first = g_object_get_data (G_OBJECT (factory), "streek-first") != NULL;

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_first)
    gtk_label_set_width_chars (GTK_LABEL (label), MIN_TITLE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), is_first ? MAX_TITLE_CHARS : MAX_CHARS);
  streek_tooltip_tell_cut (GTK_LABEL (label));
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static int
find_column (const StreekRecordList *list, const char *id)
{
  for (guint i = 0; i < streek_record_list_get_n_columns (list); i++)
    if (g_str_equal (streek_record_list_get_column (list, i)->id, id))
      return (int) i;

  return -1;
}

/* Without a tooltip of its own: GTK takes the one of what is cut away with it. */
static void
set_plain_tooltip (GtkLabel *label)
{
  if (gtk_widget_get_tooltip_text (GTK_WIDGET (label)) == NULL)
    return;

  gtk_widget_set_tooltip_text (GTK_WIDGET (label), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
}

static void
bind_heading (GtkLabel *label, const StreekRecordGroup *group, gboolean is_first)
{
  g_autofree char *text = is_first ? g_strdup_printf ("%s (%u)", group->title, group->n) : NULL;

  gtk_label_set_text (label, text != NULL ? text : "");
  set_plain_tooltip (label);
  gtk_widget_add_css_class (GTK_WIDGET (label), "heading");
}

static void
bind_record (GtkLabel *label, StreekRecordItem *item, guint column)
{
  g_autofree char *text =
    streek_clip (streek_record_list_dup_cell (streek_record_item_get_list (item),
                                              (guint) streek_record_item_get_row (item), column),
                 MOST_CHARS);

  /* lines are run together in the cell; what it only cuts, it tells itself */
  if (strchr (text, '\n') != NULL)
    gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
  else
    set_plain_tooltip (label);
  for (char *line = strchr (text, '\n'); line != NULL; line = strchr (line, '\n'))
    *line = ';';

  gtk_label_set_text (label, text);
  gtk_widget_remove_css_class (GTK_WIDGET (label), "heading");
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  StreekRecordItem *item = gtk_list_item_get_item (list_item);
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (list_item));
  const StreekRecordGroup *group = streek_record_item_get_group (item);
  int column = find_column (streek_record_item_get_list (item),
                            g_object_get_data (G_OBJECT (factory), COLUMN_KEY));

  if (group != NULL)
    bind_heading (label, group, column == 0);
  else if (column >= 0)
    bind_record (label, item, (guint) column);
  else
    gtk_label_set_text (label, "");

  /* a column in which little stands leaves its room to the others */
  if (g_object_get_data (G_OBJECT (factory), "streek-first") == NULL)
    gtk_label_set_width_chars (
      label, (int) MIN (g_utf8_strlen (gtk_label_get_text (label), -1), MIN_CHARS));
}

static GtkListItemFactory *
make_factory (const StreekRecordListColumn *column, gboolean is_first)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  gboolean is_number =
    column->type == STREEK_RECORD_NUMBER || column->type == STREEK_RECORD_INTEGER;

  g_object_set_data_full (G_OBJECT (factory), COLUMN_KEY, g_strdup (column->id), g_free);
  g_object_set_data (G_OBJECT (factory), "streek-number", GINT_TO_POINTER (is_number));
  g_object_set_data (G_OBJECT (factory), "streek-first", GINT_TO_POINTER (is_first));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);

  return factory;
}

static void
append_column (StreekRecordPage *self, const StreekRecordListColumn *column, gboolean is_first)
{
  const char *label = streek_record_list_column_get_label (self->kind, column);
  g_autofree char *title =
    column->unit != NULL ? g_strdup_printf ("%s (%s)", label, _ (column->unit)) : g_strdup (label);
  g_autoptr (GtkColumnViewColumn) shown =
    gtk_column_view_column_new (title, make_factory (column, is_first));
  g_autoptr (GtkSorter) sorter =
    GTK_SORTER (gtk_custom_sorter_new (answer_probe, g_strdup (column->id), g_free));

  g_object_set_data_full (G_OBJECT (shown), COLUMN_KEY, g_strdup (column->id), g_free);
  gtk_column_view_column_set_sorter (shown, sorter);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_expand (shown, streek_record_list_column_is_wide (column));
  gtk_column_view_append_column (self->view, shown);
}

static void
build_columns (StreekRecordPage *self)
{
  g_autoptr (GPtrArray) all = streek_record_kind_list_columns (self->kind);

  streek_column_view_clear (self->view);
  for (guint i = 0; self->spec->columns[i] != NULL; i++)
    {
      const StreekRecordListColumn *column =
        streek_record_columns_find (all, self->spec->columns[i]);

      if (column != NULL)
        append_column (self, column, i == 0);
    }

  g_strfreev (self->shown_columns);
  self->shown_columns = g_strdupv (self->spec->columns);
}

/* The weightiest comes last: each click puts a column before the others. */
static void
show_order (StreekRecordPage *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  for (guint i = self->spec->sorts->len; i-- > 0;)
    {
      const StreekRecordSort *sort = self->spec->sorts->pdata[i];

      for (guint j = 0; j < g_list_model_get_n_items (columns); j++)
        {
          g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, j);

          if (g_strcmp0 (g_object_get_data (G_OBJECT (column), COLUMN_KEY), sort->column) == 0)
            gtk_column_view_sort_by_column (
              self->view, column, sort->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
        }
    }
}

void
streek_record_page_arrange (StreekRecordPage *self)
{
  gboolean is_first = self->shown_columns == NULL;

  self->is_arranging = TRUE;
  if (is_first || !g_strv_equal ((const char *const *) self->shown_columns,
                                 (const char *const *) self->spec->columns))
    build_columns (self);
  show_order (self);
  self->is_arranging = FALSE;

  if (!is_first)
    return;

  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (take_order), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed",
                           G_CALLBACK (on_columns_changed_cb), self, G_CONNECT_SWAPPED);
}
