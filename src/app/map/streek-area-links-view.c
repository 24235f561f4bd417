/* streek-area-links-view.c: what is done in the area that is chosen on the map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "map/streek-area-links-view.h"

#include "record/streek-record-book.h"
#include "record/streek-record-portrait.h"
#include "streek-place.h"
#include "streek-seen.h"
#include "workspace/streek-area-links.h"

#include <glib/gi18n.h>

/* Nobody reads on; the lists of records have them all. */
#define MOST_ROWS 100
#define PLACE_KEY "streek-place"
#define MARGIN 12

struct _StreekAreaLinksView
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  StreekContext *context;
  StreekRecordBook *book;
  GCancellable *cancellable; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (StreekAreaLinksView, streek_area_links_view, ADW_TYPE_BIN)

/* Rows */

static GtkWidget *
new_label (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 1); /* as wide as the panel is, and no more */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);

  return label;
}

static void
go_to (GtkListBox *list, GtkWidget *row)
{
  streek_place_go (row, g_object_get_data (G_OBJECT (row), PLACE_KEY));
}

static void
add_row (GtkListBox *list, const StreekAreaLink *link)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *details = new_label (link->details, "caption");

  gtk_widget_add_css_class (details, "dim-label");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_margin_end (box, 9);
  gtk_box_append (GTK_BOX (box), new_label (link->title, NULL));
  gtk_box_append (GTK_BOX (box), details);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, link->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, link->details, -1);
  g_object_set_data_full (G_OBJECT (row), PLACE_KEY, streek_record_dup_place (link->record),
                          g_free);
  gtk_list_box_append (list, row);
}

static void
add_group (GtkBox *box, const StreekAreaLinkGroup *links)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *list = gtk_list_box_new ();
  g_autofree char *title = g_strdup_printf ("%s (%u)", links->title, links->links->len);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  links->title, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (go_to), NULL);
  for (guint i = 0; i < MIN (links->links->len, MOST_ROWS); i++)
    add_row (GTK_LIST_BOX (list), links->links->pdata[i]);
  gtk_box_append (GTK_BOX (group), new_label (title, "heading"));
  gtk_box_append (GTK_BOX (group), list);

  if (links->links->len > MOST_ROWS)
    {
      guint n_more = links->links->len - MOST_ROWS;
      g_autofree char *words =
        g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      gtk_box_append (GTK_BOX (group), new_label (words, "dim-label"));
    }
  gtk_box_append (box, group);
}

static GtkBox *
clear (StreekAreaLinksView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);

  return GTK_BOX (box);
}

static void
show_words (StreekAreaLinksView *self, const char *words)
{
  gtk_box_append (clear (self), new_label (words, "dim-label"));
}

static void
show_links (StreekAreaLinksView *self, const StreekAreaLinks *links)
{
  GtkBox *box = clear (self);

  gtk_box_append (box, new_label (links->area, "title-4"));
  if (links->groups->len == 0)
    gtk_box_append (box,
                    new_label (_ ("No project, action, plan or body reaches this area."), NULL));

  for (guint i = 0; i < links->groups->len; i++)
    add_group (box, links->groups->pdata[i]);

  for (guint i = 0; i < links->notes->len; i++)
    {
      GtkWidget *note = new_label (links->notes->pdata[i], "caption");

      gtk_widget_add_css_class (note, "dim-label");
      gtk_box_append (box, note);
    }
}

/* Asking */

typedef struct
{
  StreekRecordView *view;
  char *area;
  StreekDate on;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  streek_record_view_unref (job->view);
  g_free (job->area);
  g_free (job);
}

static void
free_links (gpointer links)
{
  streek_area_links_free (links);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, streek_area_links_new (job->view, job->area, job->on), free_links);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekAreaLinksView *self = STREEK_AREA_LINKS_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAreaLinks) links = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL || self->context == NULL)
    return;
  if (links != NULL)
    show_links (self, links);
  else
    show_words (self, _ ("This is no longer in the file."));
}

static void
make (StreekAreaLinksView *self, const char *code)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  Job *job = g_new0 (Job, 1);

  job->view = streek_record_view_ref (view);
  job->area = g_strdup_printf ("%s:%s", streek_context_get_spec (self->context)->set, code);
  job->on = streek_context_get_area_date (self->context);
  self->cancellable = g_cancellable_new ();

  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_made_cb, NULL);

  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, make_in_thread);
}

static void
update (GtkWidget *widget)
{
  StreekAreaLinksView *self = STREEK_AREA_LINKS_VIEW (widget);
  const GError *error = streek_record_book_get_error (self->book);
  g_autoptr (GPtrArray) codes =
    streek_selection_list (streek_context_get_selection (self->context));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (error != NULL)
    show_words (self, error->message);
  else if (codes->len != 1)
    show_words (self, _ ("Choose one area on the map or in the list: the projects, actions, plans "
                         "and bodies that reach it stand here, each a click away."));
  else if (streek_record_book_get_view (self->book) != NULL)
    make (self, codes->pdata[0]);
}

static void
renew (StreekAreaLinksView *self)
{
  streek_renew_when_seen (GTK_WIDGET (self), update);
}

static void
streek_area_links_view_dispose (GObject *object)
{
  StreekAreaLinksView *self = STREEK_AREA_LINKS_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (streek_area_links_view_parent_class)->dispose (object);
}

static void
streek_area_links_view_class_init (StreekAreaLinksViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_area_links_view_dispose;
}

static void
streek_area_links_view_init (StreekAreaLinksView *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

GtkWidget *
streek_area_links_view_new (StreekContext *context)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekAreaLinksView *self = g_object_new (STREEK_TYPE_AREA_LINKS_VIEW, NULL);

  self->context = g_object_ref (context);
  self->book = g_object_ref (streek_record_book_get (context));
  g_signal_connect_object (streek_context_get_selection (context), "changed", G_CALLBACK (renew),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  renew (self);

  return GTK_WIDGET (self);
}
