/* streek-fiche-gaps.c: what a fiche has to read first: stated differences, and when a source was
 * read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-fiche-view-private.h"

#include "streek-row-button.h"
#include "indicators/streek-indicator-words.h"
#include "indicators/streek-typed-value.h"
#include "print/streek-problem.h"
#include "workspace/streek-definition-edits.h"
#include "workspace/streek-edits.h"

#include <glib/gi18n.h>

/* What a button deletes. */
#define GAP_KEY "streek-gap"
#define NAME_KEY "streek-name"

static void
on_gap_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekFicheView) self = user_data; /* the reference taken when it was asked */

  streek_problem_finish_edit (GTK_WIDGET (self), self->context, result,
                              _ ("The difference could not be deleted."));
}

static void
on_delete_gap_cb (GtkButton *button, gpointer user_data)
{
  StreekFicheView *self = user_data;
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);
  const gint64 *id = g_object_get_data (G_OBJECT (button), GAP_KEY);

  if (indicator != NULL)
    streek_edits_delete_gap_async (streek_context_get_workspace (self->context), *id,
                                   streek_indicator_get_shown_name (indicator),
                                   g_object_get_data (G_OBJECT (button), NAME_KEY),
                                   on_gap_deleted_cb, g_object_ref (self));
}

static void
add_delete_button (StreekFicheView *self,
                   AdwActionRow *row,
                   const StreekAreaGap *gap,
                   const char *other)
{
  /* Translators: %s is an area. */
  g_autofree char *label = g_strdup_printf (_ ("Delete the Difference with %s"), other);
  GtkWidget *button = streek_row_button_new ("user-trash-symbolic", label);

  gtk_widget_set_sensitive (button, streek_context_can_write (self->context));
  g_object_set_data_full (G_OBJECT (button), GAP_KEY, g_memdup2 (&gap->id, sizeof gap->id), g_free);
  g_object_set_data_full (G_OBJECT (button), NAME_KEY, g_strdup (other), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_delete_gap_cb), self);
  adw_action_row_add_suffix (row, button);
}

/* Of the day of its period; the code where there is no such area. */
static char *
dup_area_name (StreekFicheView *self, const char *ref, StreekPeriod period)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);
  StreekDate used;
  const StreekArea *area =
    areas != NULL ? streek_areas_resolve_ref (
                      areas, ref, streek_indicator_get_area_date (indicator, period), &used, NULL)
                  : NULL;

  return area != NULL ? g_strdup_printf ("%s (%s)", area->name, area->set->name) : g_strdup (ref);
}

static void
add_stated_gap (StreekFicheView *self, const StreekAreaGap *gap)
{
  g_autofree char *period = streek_format_period (streek_format_get_default (), gap->period);
  g_autofree char *area = dup_area_name (self, gap->area, gap->period);
  g_autofree char *other = gap->other_area != NULL
                             ? dup_area_name (self, gap->other_area, gap->period)
                             : g_strdup (gap->other_name);
  StreekTyped typed = { .value = gap->value, .missing = gap->missing, .qualifier = gap->qualifier };
  g_autofree char *words = streek_typed_dup_words (&typed, gap->unit, 0);
  /* Translators: two areas and the difference between their figures. */
  g_autofree char *sentence = g_strdup_printf (_ ("%1$s less %2$s is %3$s."), other, area, words);
  g_autoptr (GString) text = g_string_new (sentence);

  g_string_append_printf (text, "\n%s", gap->source);

  if (gap->note != NULL)
    g_string_append_printf (text, "\n%s", gap->note);

  streek_fiche_view_add_row (self, self->gaps_group, period, text->str);
  add_delete_button (self, g_ptr_array_index (self->rows, self->rows->len - 1), gap, other);
}

static void
on_details_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekFicheView) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekIndicatorDetails) details =
    streek_details_load_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->shown_code == NULL)
    return;

  if (details == NULL)
    {
      streek_fiche_view_add_row (self, self->origin_group, _ ("Extracted on"), error->message);
      return;
    }

  g_autofree char *date =
    details->extracted_on != STREEK_DATE_NONE
      ? streek_format_date (streek_format_get_default (), details->extracted_on)
      : NULL;

  streek_fiche_view_add_row (self, self->origin_group, _ ("Extracted on"), date);

  for (guint i = 0; i < details->gaps->len; i++)
    add_stated_gap (self, details->gaps->pdata[i]);

  gtk_widget_set_visible (GTK_WIDGET (self->gaps_group), details->gaps->len > 0);
}

void
streek_fiche_view_load_details (StreekFicheView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self->gaps_group), FALSE);

  if (self->shown_code == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  streek_details_load_async (streek_context_get_workspace (self->context), self->shown_code,
                             self->cancellable, on_details_loaded_cb, g_object_ref (self));
}
