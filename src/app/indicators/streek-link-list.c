/* streek-link-list.c: all that belongs to a definition in one way, such as its breaks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-link-list"
#include "config.h"
#include "indicators/streek-link-list.h"

#include "indicators/streek-link-row.h"

#include <glib/gi18n.h>

struct _StreekLinkList
{
  AdwExpanderRow parent_instance;

  GtkBox *box; /* of StreekLinkRow */
  GtkWidget *add_button;

  StreekContext *context;
  StreekLink link;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekLinkList, streek_link_list, ADW_TYPE_EXPANDER_ROW)

static GtkWidget *
get_first_row (StreekLinkList *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->box));
}

/* What there is can be read without opening the list. */
static void
update_subtitle (StreekLinkList *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (GtkWidget *row = get_first_row (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const char *name = streek_link_row_get_name (STREEK_LINK_ROW (row));

      if (*name != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name);
    }

  g_autofree char *subtitle = g_markup_escape_text (names->str, -1);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
tell_changed (StreekLinkList *self)
{
  update_subtitle (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The keyboard goes where the next one came, or to what adds another. */
static void
on_removed_cb (StreekLinkList *self, GtkWidget *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (next != NULL)
    streek_link_row_start (STREEK_LINK_ROW (next));
  else
    gtk_widget_grab_focus (self->add_button);

  gtk_box_remove (self->box, row);
  tell_changed (self);
}

static StreekLinkRow *
add_row (StreekLinkList *self, const char *const *values)
{
  GtkWidget *row = streek_link_row_new (self->context, self->link, values);

  g_signal_connect_object (row, "changed", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, row);

  return STREEK_LINK_ROW (row);
}

static void
on_add_cb (StreekLinkList *self)
{
  streek_link_row_start (add_row (self, NULL));
}

static void
streek_link_list_dispose (GObject *object)
{
  StreekLinkList *self = STREEK_LINK_LIST (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_link_list_parent_class)->dispose (object);
}

static void
streek_link_list_class_init (StreekLinkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_link_list_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-link-list.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekLinkList, box);
  gtk_widget_class_bind_template_child (widget_class, StreekLinkList, add_button);
  gtk_widget_class_bind_template_callback (widget_class, on_add_cb);
}

static void
streek_link_list_init (StreekLinkList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_link_list_set_link (StreekLinkList *self,
                           StreekContext *context,
                           StreekLink link,
                           const char *add)
{
  g_return_if_fail (STREEK_IS_LINK_LIST (self) && self->context == NULL);

  self->context = g_object_ref (context);
  self->link = link;
  gtk_button_set_label (GTK_BUTTON (self->add_button), add);
}

void
streek_link_list_fill (StreekLinkList *self, const StreekDefinition *definition)
{
  g_return_if_fail (STREEK_IS_LINK_LIST (self) && definition != NULL);

  const GPtrArray *links = definition->links[self->link];
  GtkWidget *row;

  while ((row = get_first_row (self)) != NULL)
    gtk_box_remove (self->box, row);
  for (guint i = 0; i < links->len; i++)
    add_row (self, links->pdata[i]);
  update_subtitle (self);
}

void
streek_link_list_take (StreekLinkList *self, StreekDefinition *definition)
{
  g_return_if_fail (STREEK_IS_LINK_LIST (self) && definition != NULL);

  for (GtkWidget *row = get_first_row (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    streek_link_row_take (STREEK_LINK_ROW (row), definition);
}
