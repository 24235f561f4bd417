/* streek-definition-formula.c: the formula of a definition: what is wrong with it, or what it gives
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-definition-window-private.h"

#include "indicator/streek-formula.h"
#include "workspace/streek-formula-preview.h"

#include <glib/gi18n.h>
#include <string.h>

/* The formula stands this long before its value is worked out. */
#define SETTLE_MS 300

/* A wavy line under what is wrong; under the last letter where something is missing. */
static void
underline (StreekDefinitionWindow *self, const StreekFormulaProblem *problem)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (problem != NULL)
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (self->formula_entry));
      gsize length = problem->length;
      gsize offset = problem->offset;

      if (length == 0 && offset > 0)
        {
          offset = (gsize) (g_utf8_prev_char (text + offset) - text);
          length = problem->offset - offset;
        }

      PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);

      line->start_index = (guint) offset;
      line->end_index = (guint) (offset + length);
      pango_attr_list_insert (attributes, line);
    }

  gtk_entry_set_attributes (self->formula_entry, attributes);
  pango_attr_list_unref (attributes);
}

static void
on_preview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekDefinitionWindow) self = user_data; /* the reference taken when it was asked */
  g_autoptr (GError) error = NULL;
  g_autofree char *text = streek_formula_preview_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_label_set_text (self->preview_label, text != NULL ? text : error->message);
}

static gboolean
on_settled_cb (gpointer user_data)
{
  StreekDefinitionWindow *self = user_data;
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  g_autoptr (StreekDefinition) definition = streek_definition_window_make (self);

  self->settle_id = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  streek_formula_preview_async (streek_context_get_workspace (self->context), definition,
                                spec->within != NULL ? spec->within : "gewest:02000",
                                self->cancellable, on_preview_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* What is wrong with the formula stands under it, else its unit; where none is written yet, the
 * entry itself says what to write. */
gboolean
streek_definition_window_check_formula (StreekDefinitionWindow *self)
{
  const StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->formula_entry));
  gboolean is_blank = text[strspn (text, " ")] == '\0';
  g_auto (StreekFormulaProblem) problem = { 0 };
  g_autoptr (StreekFormula) formula = streek_formula_parse (text, &problem);
  g_autofree char *unit = NULL;
  gboolean is_right =
    formula != NULL && streek_formula_check (formula, catalogue, self->code, &unit, &problem);
  g_autofree char *message = NULL;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  gtk_label_set_text (self->preview_label, "");
  underline (self, is_right || is_blank ? NULL : &problem);

  if (is_right)
    {
      message = *unit != '\0'
                  /* Translators: %s is a unit such as jobs/personen. */
                  ? g_strdup_printf (_ ("The result is in %s."), unit)
                  : g_strdup (_ ("The result is a number without a unit."));
      self->settle_id = g_timeout_add (SETTLE_MS, on_settled_cb, self);
    }

  gtk_label_set_text (self->formula_label, is_right ? message : is_blank ? "" : problem.message);
  gtk_widget_remove_css_class (GTK_WIDGET (self->formula_label), is_right ? "error" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->formula_label), is_right ? "success" : "error");

  return is_right;
}

void
streek_definition_window_stop_preview (StreekDefinitionWindow *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}
