/* streek-fiche-view.c: what the context's indicator is, where it comes from, what it leaves out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-fiche-view-private.h"

#include "indicators/streek-definition-window.h"
#include "indicators/streek-indicator-words.h"
#include "print/streek-problem.h"
#include "record/streek-record-command.h"
#include "workspace/streek-definition-edits.h"
#include "workspace/streek-edits.h"

#include <glib/gi18n.h>

/* The spin button stops this long before its value becomes a command. */
#define SETTLE_MS 500

G_DEFINE_FINAL_TYPE (StreekFicheView, streek_fiche_view, GTK_TYPE_WIDGET)

/* Whether the window can import at all. */
static gboolean
can_import (StreekFicheView *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  return G_IS_ACTION_GROUP (window) &&
         g_action_group_has_action (G_ACTION_GROUP (window), "import");
}

static void
update (StreekFicheView *self)
{
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);
  gboolean can_write = streek_context_can_write (self->context);

  streek_fiche_view_clear_rows (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fiche.edit", can_write && indicator != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fiche.new", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fiche.new-formula", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fiche.delete",
                                 can_write && indicator != NULL && indicator->is_own);
  gtk_widget_set_visible (self->import_button, can_write && indicator != NULL &&
                                                 !indicator->has_data && can_import (self));
  gtk_stack_set_visible_child_name (self->stack, indicator != NULL ? "fiche" : "empty");
  g_clear_pointer (&self->shown_code, g_free);

  if (indicator == NULL || streek_context_get_workspace (self->context) == NULL)
    {
      streek_fiche_view_load_details (self);
      return;
    }

  streek_fiche_view_fill_rows (self, indicator);
  self->shown_code = g_strdup (indicator->code);
  streek_fiche_view_load_details (self);
  self->filling = TRUE;
  gtk_spin_button_set_value (self->threshold_spin, indicator->threshold_pct);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->threshold_spin), can_write);
}

static void
on_threshold_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekFicheView) self = user_data; /* the reference taken when it was set */

  if (!streek_problem_finish_edit (GTK_WIDGET (self), self->context, result,
                                   _ ("The threshold could not be changed.")))
    update (self);
}

static gboolean
on_settled_cb (gpointer user_data)
{
  StreekFicheView *self = user_data;
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);
  double threshold = gtk_spin_button_get_value (self->threshold_spin);

  self->settle_id = 0;

  if (indicator != NULL && g_strcmp0 (indicator->code, self->shown_code) == 0 &&
      threshold != indicator->threshold_pct)
    streek_edits_set_threshold_async (streek_context_get_workspace (self->context), indicator->code,
                                      streek_indicator_get_shown_name (indicator), threshold,
                                      on_threshold_set_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
on_threshold_changed_cb (StreekFicheView *self)
{
  if (self->filling)
    return;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, on_settled_cb, self);
}

static void
on_context_changed_cb (StreekFicheView *self)
{
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);

  if (g_strcmp0 (indicator != NULL ? indicator->code : NULL, self->shown_code) != 0)
    {
      g_clear_handle_id (&self->settle_id, g_source_remove);
      update (self);
    }
}

static void
open_definition (StreekFicheView *self, const StreekIndicator *indicator, StreekIndicatorKind kind)
{
  GtkWidget *window = streek_definition_window_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context, indicator, kind);

  gtk_window_present (GTK_WINDOW (window));
}

static void
edit (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekFicheView *self = STREEK_FICHE_VIEW (widget);
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);

  if (indicator != NULL)
    open_definition (self, indicator, indicator->kind);
}

static void
make_new (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_definition (STREEK_FICHE_VIEW (widget), NULL, STREEK_INDICATOR_COUNT);
}

static void
make_new_formula (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_definition (STREEK_FICHE_VIEW (widget), NULL, STREEK_INDICATOR_FORMULA);
}

static void
on_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekFicheView) self = user_data; /* the reference taken when it was asked */

  streek_problem_finish_edit (GTK_WIDGET (self), self->context, result,
                              _ ("The indicator could not be deleted."));
}

/* Nothing is done where it went in the meantime. */
static void
delete_indicator (GtkWidget *widget, const char *code)
{
  StreekFicheView *self = STREEK_FICHE_VIEW (widget);
  StreekCatalogue *catalogue =
    self->context != NULL ? streek_context_get_catalogue (self->context) : NULL;
  const StreekIndicator *indicator =
    catalogue != NULL ? streek_catalogue_find (catalogue, code, NULL) : NULL;

  if (indicator != NULL)
    streek_edits_delete_indicator_async (streek_context_get_workspace (self->context), code,
                                         streek_indicator_get_shown_name (indicator), on_deleted_cb,
                                         g_object_ref (self));
}

static void
delete_shown (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekFicheView *self = STREEK_FICHE_VIEW (widget);
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);

  if (indicator != NULL)
    streek_record_command_remove_named (
      widget, streek_record_book_get (self->context), indicator->code,
      streek_indicator_get_shown_name (indicator), FALSE, delete_indicator);
}

static void
streek_fiche_view_dispose (GObject *object)
{
  StreekFicheView *self = STREEK_FICHE_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown_code, g_free);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (streek_fiche_view_parent_class)->dispose (object);
}

static void
streek_fiche_view_class_init (StreekFicheViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_fiche_view_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-fiche-view.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, StreekFicheView, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekFicheView, meaning_group);
  gtk_widget_class_bind_template_child (widget_class, StreekFicheView, links_group);
  gtk_widget_class_bind_template_child (widget_class, StreekFicheView, gaps_group);
  gtk_widget_class_bind_template_child (widget_class, StreekFicheView, origin_group);
  gtk_widget_class_bind_template_child (widget_class, StreekFicheView, import_button);
  gtk_widget_class_bind_template_child (widget_class, StreekFicheView, threshold_spin);
  gtk_widget_class_bind_template_callback (widget_class, on_threshold_changed_cb);
  gtk_widget_class_install_action (widget_class, "fiche.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "fiche.new", NULL, make_new);
  gtk_widget_class_install_action (widget_class, "fiche.new-formula", NULL, make_new_formula);
  gtk_widget_class_install_action (widget_class, "fiche.delete", NULL, delete_shown);
}

static void
streek_fiche_view_init (StreekFicheView *self)
{
  self->rows = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

void
streek_fiche_view_set_context (StreekFicheView *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_FICHE_VIEW (self) && self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (on_context_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
