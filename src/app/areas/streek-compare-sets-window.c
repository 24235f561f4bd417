/* streek-compare-sets-window.c: which municipalities two sets of areas place differently */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "areas/streek-compare-sets-window.h"

#include "area/streek-set-comparison.h"
#include "areas/streek-answer-view.h"
#include "base/streek-source.h"

#include <glib/gi18n.h>
#include <string.h>

struct _StreekCompareSetsWindow
{
  AdwWindow parent_instance;

  AdwComboRow *first_row;
  AdwEntryRow *first_day_row;
  AdwComboRow *second_row;
  AdwEntryRow *second_day_row;
  GtkCheckButton *all_button;
  GtkLabel *result_label;
  StreekAnswerView *answer;

  StreekContext *context;
  GPtrArray *sets; /* (element-type utf8): codes, as in the rows */
};

G_DEFINE_FINAL_TYPE (StreekCompareSetsWindow, streek_compare_sets_window, ADW_TYPE_WINDOW)

static gboolean
read_side (StreekCompareSetsWindow *self, AdwComboRow *set, AdwEntryRow *day, StreekSetSide *side)
{
  guint selected = adw_combo_row_get_selected (set);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (day))));
  gboolean is_day = streek_date_parse (text, &side->on, NULL);

  if (is_day)
    gtk_widget_remove_css_class (GTK_WIDGET (day), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (day), "error");
  side->set = selected < self->sets->len ? self->sets->pdata[selected] : NULL;

  return is_day && side->set != NULL;
}

static void
show_comparison (StreekCompareSetsWindow *self, const StreekSetComparison *comparison)
{
  static const char *const columns[] = { "name", "first", "second", "placed", NULL };
  gboolean all = gtk_check_button_get_active (self->all_button);
  g_autoptr (StreekTable) table = streek_set_comparison_make_table (comparison, all);
  g_autofree char *said = streek_set_comparison_describe (comparison);
  g_autofree char *title = g_strdup_printf (
    /* Translators: two sets of areas. */
    _ ("%1$s and %2$s compared"), streek_table_get_column_title (table, 2),
    streek_table_get_column_title (table, 3));
  const char *const sources[] = { comparison->first->source, comparison->second->source };
  g_autofree char *source = streek_source_make_line (sources, G_N_ELEMENTS (sources));
  const StreekSheetWords words = { title, said, source, NULL };

  gtk_label_set_text (self->result_label, said);
  streek_answer_view_set_table (self->answer, table, columns, &words);
}

static void
update (StreekCompareSetsWindow *self)
{
  StreekAreas *areas = self->context != NULL ? streek_context_get_areas (self->context) : NULL;
  StreekSetSide first;
  StreekSetSide second;
  g_autoptr (GError) error = NULL;

  if (areas == NULL)
    return;

  gboolean is_first = read_side (self, self->first_row, self->first_day_row, &first);
  gboolean is_second = read_side (self, self->second_row, self->second_day_row, &second);
  g_autoptr (StreekSetComparison) comparison =
    is_first && is_second ? streek_areas_compare_sets (areas, &first, &second, &error) : NULL;

  if (comparison != NULL)
    {
      show_comparison (self, comparison);
      return;
    }

  gtk_label_set_text (self->result_label,
                      error != NULL ? error->message : _ ("Give two days, such as 2019-01-01."));
  streek_answer_view_set_table (self->answer, NULL, NULL, NULL);
}

/* Areas with borders of their own are not made of municipalities. */
static void
fill_rows (StreekCompareSetsWindow *self)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  StreekDate on = streek_context_get_area_date (self->context);
  g_autofree char *day = on != STREEK_DATE_NONE ? streek_date_to_string (on) : g_strdup ("");
  g_autoptr (GPtrArray) sets = areas != NULL ? streek_areas_list_sets (areas) : g_ptr_array_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint first = 0;
  guint second = 0;

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];

      if (set->own_borders)
        continue;
      if (strcmp (set->code, spec->set) == 0)
        first = self->sets->len;
      if (g_strcmp0 (set->code, spec->outline_set) == 0)
        second = self->sets->len;
      gtk_string_list_append (names, set->name);
      g_ptr_array_add (self->sets, g_strdup (set->code));
    }

  adw_combo_row_set_model (self->first_row, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->second_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->first_row, first);
  adw_combo_row_set_selected (self->second_row, spec->outline_set != NULL ? second : first);
  gtk_editable_set_text (GTK_EDITABLE (self->first_day_row), day);
  gtk_editable_set_text (GTK_EDITABLE (self->second_day_row), day);
}

static void
streek_compare_sets_window_dispose (GObject *object)
{
  StreekCompareSetsWindow *self = STREEK_COMPARE_SETS_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->sets, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_compare_sets_window_parent_class)->dispose (object);
}

static void
streek_compare_sets_window_class_init (StreekCompareSetsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_compare_sets_window_dispose;

  g_type_ensure (STREEK_TYPE_ANSWER_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-compare-sets-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekCompareSetsWindow, first_row);
  gtk_widget_class_bind_template_child (widget_class, StreekCompareSetsWindow, first_day_row);
  gtk_widget_class_bind_template_child (widget_class, StreekCompareSetsWindow, second_row);
  gtk_widget_class_bind_template_child (widget_class, StreekCompareSetsWindow, second_day_row);
  gtk_widget_class_bind_template_child (widget_class, StreekCompareSetsWindow, all_button);
  gtk_widget_class_bind_template_child (widget_class, StreekCompareSetsWindow, result_label);
  gtk_widget_class_bind_template_child (widget_class, StreekCompareSetsWindow, answer);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_compare_sets_window_init (StreekCompareSetsWindow *self)
{
  self->sets = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
streek_compare_sets_window_new (GtkWindow *parent, StreekContext *context)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekCompareSetsWindow *self =
    g_object_new (STREEK_TYPE_COMPARE_SETS_WINDOW, "transient-for", parent, "modal", TRUE,
                  "destroy-with-parent", TRUE, NULL);

  self->context = g_object_ref (context);
  fill_rows (self);
  update (self);

  return GTK_WIDGET (self);
}
