/* streek-accept-window.c: why a finding may stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "check/streek-accept-window.h"

#include "workspace/streek-checks.h"

#include <glib/gi18n.h>

struct _StreekAcceptWindow
{
  StreekEditWindow parent_instance;

  GtkLabel *message_label;
  AdwEntryRow *reason_row;

  StreekWorkspace *workspace;
  StreekCheckList *list;
  const StreekCheckEntry *entry; /* in list */
};

G_DEFINE_FINAL_TYPE (StreekAcceptWindow, streek_accept_window, STREEK_TYPE_EDIT_WINDOW)

static char *
dup_reason (StreekAcceptWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));
}

static void
update (StreekAcceptWindow *self)
{
  g_autofree char *reason = dup_reason (self);

  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self), reason[0] != '\0');
}

static void
streek_accept_window_update (StreekEditWindow *window)
{
  update (STREEK_ACCEPT_WINDOW (window));
}

static void
streek_accept_window_save (StreekEditWindow *window)
{
  StreekAcceptWindow *self = STREEK_ACCEPT_WINDOW (window);
  g_autofree char *reason = dup_reason (self);

  streek_checks_accept_async (self->workspace, self->entry, reason, streek_edit_window_end_cb,
                              streek_edit_window_hold (window));
}

static void
on_apply_cb (StreekAcceptWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "edit.save", NULL);
}

static void
streek_accept_window_dispose (GObject *object)
{
  StreekAcceptWindow *self = STREEK_ACCEPT_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->list, streek_check_list_unref);

  G_OBJECT_CLASS (streek_accept_window_parent_class)->dispose (object);
}

static void
streek_accept_window_class_init (StreekAcceptWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_accept_window_dispose;
  edit_class->save = streek_accept_window_save;
  edit_class->update = streek_accept_window_update;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-accept-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekAcceptWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, StreekAcceptWindow, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_cb);
}

static void
streek_accept_window_init (StreekAcceptWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_edit_window_set_save_label (STREEK_EDIT_WINDOW (self), _ ("_Accept"));
}

GtkWidget *
streek_accept_window_new (GtkWindow *parent,
                          StreekWorkspace *workspace,
                          StreekCheckList *list,
                          const StreekCheckEntry *entry)
{
  StreekAcceptWindow *self = g_object_new (STREEK_TYPE_ACCEPT_WINDOW, "transient-for", parent,
                                           "modal", TRUE, "destroy-with-parent", TRUE, NULL);

  self->workspace = g_object_ref (workspace);
  self->list = streek_check_list_ref (list);
  self->entry = entry;
  gtk_label_set_text (self->message_label, entry->finding->message);

  return GTK_WIDGET (self);
}
