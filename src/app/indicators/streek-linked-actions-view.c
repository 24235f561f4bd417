/* streek-linked-actions-view.c: the goals, actions, SWOT lines and target groups of an indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-linked-actions-view.h"

#include "indicators/streek-indicator-words.h"
#include "plan/streek-analysis-board.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-indicator-links.h"
#include "record/streek-record-book.h"
#include "record/streek-record-portrait.h"
#include "streek-place.h"

#include <glib/gi18n.h>

/* Nobody reads on; the lists of plans have them all. */
#define MOST_ROWS 100
#define PLACE_KEY "streek-place"

struct _StreekLinkedActionsView
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkBox *groups_box;
  AdwStatusPage *error_page;

  StreekContext *context;
  StreekRecordBook *book;
  StreekRecordView *view; /* (nullable): that the links are of */
  GPtrArray *links;       /* (nullable): StreekIndicatorLink */
  char *shown_code;       /* (nullable) */
  gboolean is_old;        /* something changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (StreekLinkedActionsView, streek_linked_actions_view, ADW_TYPE_BIN)

/* Rows */

static void
go_to (GtkWidget *row)
{
  streek_place_go (row, g_object_get_data (G_OBJECT (row), PLACE_KEY));
}

/* Each on a line of its own: "Jobless rate · Westhoek", "Pact 2030", "From … to …", "50 % …" */
static char *
dup_subtitle (const StreekIndicatorLink *link)
{
  const char *const lines[] = { link->what, link->plan, link->way };
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", lines[i]);

  if (link->progress != NULL)
    {
      /* Translators: %s is "50 % of the way: 8 % (2025)" or "n/a, there is no baseline". */
      g_autofree char *progress = g_strdup_printf (_ ("Progress: %s"), link->progress);

      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", progress);
    }
  if (link->remarks != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", link->remarks);

  return g_string_free (words, FALSE);
}

static void
add_row (GtkWidget *group, const StreekIndicatorLink *link)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = dup_subtitle (link);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), link->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), PLACE_KEY, streek_record_dup_place (link->shown), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (go_to), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static const char *
get_heading (const StreekRecordKind *kind)
{
  return kind == &streek_target_kind ? _ ("Goals and Actions")
         : kind == &streek_swot_kind ? _ ("Lines of a SWOT")
                                     : _ ("Target Groups");
}

/* All of one kind of link, which stand together in the list; the index of the first after them. */
static guint
add_group (StreekLinkedActionsView *self, guint first)
{
  const StreekIndicatorLink *link = self->links->pdata[first];
  const StreekRecordKind *kind = streek_record_get_kind (link->record);
  GtkWidget *group = adw_preferences_group_new ();
  guint i = first;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), get_heading (kind));
  for (; i < self->links->len; i++)
    {
      link = self->links->pdata[i];
      if (streek_record_get_kind (link->record) != kind)
        break;
      if (i - first < MOST_ROWS)
        add_row (group, link);
    }

  if (i - first > MOST_ROWS)
    {
      guint n_more = i - first - MOST_ROWS;
      g_autofree char *words =
        g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), words);
    }
  gtk_box_append (self->groups_box, group);

  return i;
}

static void
clear_links (StreekLinkedActionsView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups_box))) != NULL)
    gtk_box_remove (self->groups_box, child);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->view, streek_record_view_unref);
}

/* The links of the indicator, where there is one and the records are read. */
static const char *
fill (StreekLinkedActionsView *self, const char *code)
{
  const GError *error = streek_record_book_get_error (self->book);
  StreekRecordView *view = streek_record_book_get_view (self->book);

  if (code == NULL)
    return "unchosen";
  if (error != NULL)
    {
      g_autofree char *words = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->error_page, words);
      return "error";
    }
  if (view == NULL)
    return "waiting";

  self->view = streek_record_view_ref (view);
  self->links = streek_indicator_links_list (view, code);
  for (guint i = 0; i < self->links->len;)
    i = add_group (self, i);

  return self->links->len > 0 ? "links" : "empty";
}

static void
update (StreekLinkedActionsView *self)
{
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);

  self->is_old = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_old)
    return;

  g_free (self->shown_code);
  self->shown_code = g_strdup (indicator != NULL ? indicator->code : NULL);
  clear_links (self);
  gtk_stack_set_visible_child_name (self->stack, fill (self, self->shown_code));
}

/* Periods, areas and classes change the context too. */
static void
on_context_changed_cb (StreekLinkedActionsView *self)
{
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);

  if (g_strcmp0 (indicator != NULL ? indicator->code : NULL, self->shown_code) != 0)
    update (self);
}

static void
streek_linked_actions_view_map (GtkWidget *widget)
{
  StreekLinkedActionsView *self = STREEK_LINKED_ACTIONS_VIEW (widget);

  GTK_WIDGET_CLASS (streek_linked_actions_view_parent_class)->map (widget);

  if (self->is_old)
    update (self);
}

static void
streek_linked_actions_view_dispose (GObject *object)
{
  StreekLinkedActionsView *self = STREEK_LINKED_ACTIONS_VIEW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->book);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->view, streek_record_view_unref);
  g_clear_pointer (&self->shown_code, g_free);

  G_OBJECT_CLASS (streek_linked_actions_view_parent_class)->dispose (object);
}

static void
streek_linked_actions_view_class_init (StreekLinkedActionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_linked_actions_view_dispose;
  widget_class->map = streek_linked_actions_view_map;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-linked-actions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekLinkedActionsView, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekLinkedActionsView, groups_box);
  gtk_widget_class_bind_template_child (widget_class, StreekLinkedActionsView, error_page);
}

static void
streek_linked_actions_view_init (StreekLinkedActionsView *self)
{
  self->is_old = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_linked_actions_view_set_context (StreekLinkedActionsView *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_LINKED_ACTIONS_VIEW (self) && self->context == NULL);

  self->context = g_object_ref (context);
  self->book = g_object_ref (streek_record_book_get (context));
  g_signal_connect_object (context, "changed", G_CALLBACK (on_context_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

StreekPrintout *
streek_linked_actions_view_dup_printout (StreekLinkedActionsView *self)
{
  static const char *const columns[] = { "kind", "title",    "plan",    "what",
                                         "way",  "progress", "remarks", NULL };

  g_return_val_if_fail (STREEK_IS_LINKED_ACTIONS_VIEW (self), NULL);

  const StreekIndicator *indicator = streek_context_get_indicator (self->context);

  if (indicator == NULL || self->links == NULL || self->links->len == 0)
    return NULL;

  g_autoptr (StreekTable) table = streek_indicator_links_make_table (self->links);
  /* Translators: %s is an indicator. */
  g_autofree char *title =
    g_strdup_printf (_ ("Linked actions of %s"), streek_indicator_get_shown_name (indicator));
  StreekSheetWords words = { title, NULL, NULL, NULL };

  return streek_printout_new_table (table, columns, &words);
}
