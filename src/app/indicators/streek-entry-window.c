/* streek-entry-window.c: a figure that a source states, typed in: of an area, or between two */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-entry-window.h"

#include "indicators/streek-indicator-words.h"
#include "indicators/streek-typed-value.h"
#include "streek-area-choices.h"
#include "streek-chooser.h"
#include "workspace/streek-definition-edits.h"
#include "workspace/streek-edits.h"

#include <glib/gi18n.h>

/* Rows of the first list. */
enum
{
  STATED_FIGURE,
  STATED_DIFFERENCE,
};

struct _StreekEntryWindow
{
  StreekEditWindow parent_instance;

  AdwComboRow *stated_row;
  GtkMenuButton *area_button;
  GtkLabel *area_label;
  StreekChooser *area_chooser;
  AdwEntryRow *other_row;
  AdwEntryRow *period_row;
  AdwComboRow *kind_row;
  AdwEntryRow *value_row;
  AdwComboRow *qualifier_row;
  AdwComboRow *status_row;
  AdwEntryRow *source_row;
  AdwEntryRow *reason_row;
  AdwEntryRow *reference_row;
  AdwEntryRow *note_row;
  GtkLabel *summary_label;

  StreekWorkspace *workspace;
  StreekAreas *areas;
  StreekCatalogue *catalogue; /* the indicator is in it */
  const StreekIndicator *indicator;
  StreekDate on;  /* of the areas to choose from while no period is typed */
  char *area_ref; /* (nullable): SET:CODE */
};

/* What is typed, as far as it can be read. */
typedef struct
{
  gboolean is_difference;
  StreekPeriod period;
  StreekPeriod reference;
  const StreekArea *area; /* (nullable): as it was then */
  StreekDate used;
  StreekTyped typed;
  char *other;  /* (nullable) */
  char *source; /* (nullable) */
} Entry;

G_DEFINE_FINAL_TYPE (StreekEntryWindow, streek_entry_window, STREEK_TYPE_EDIT_WINDOW)

static void
entry_clear (Entry *entry)
{
  g_free (entry->other);
  g_free (entry->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, entry_clear)

static StreekTypedRows
get_rows (StreekEntryWindow *self)
{
  return (StreekTypedRows){ .kind_row = self->kind_row,
                            .value_row = self->value_row,
                            .qualifier_row = self->qualifier_row,
                            .status_row = self->status_row };
}

/* The day whose areas are meant. */
static StreekDate
get_area_date (StreekEntryWindow *self, StreekPeriod period)
{
  return period.kind != STREEK_PERIOD_NONE
           ? streek_indicator_get_area_date (self->indicator, period)
           : self->on;
}

/* Returns: (nullable): what is still missing or wrong, as a sentence */
static char *
read_entry (StreekEntryWindow *self, Entry *entry)
{
  StreekTypedRows rows = get_rows (self);
  g_autoptr (GError) error = NULL;
  gboolean is_period = streek_typed_read_period (self->period_row, &entry->period);
  gboolean is_reference = streek_typed_read_period (self->reference_row, &entry->reference);
  gboolean is_value = streek_typed_rows_read (&rows, &entry->typed);

  entry->is_difference = adw_combo_row_get_selected (self->stated_row) == STATED_DIFFERENCE;
  entry->other = streek_typed_dup_text (self->other_row);
  entry->source = streek_typed_dup_text (self->source_row);

  if (self->area_ref != NULL)
    entry->area = streek_areas_resolve_ref (
      self->areas, self->area_ref, get_area_date (self, entry->period), &entry->used, &error);

  if (error != NULL)
    return g_strdup (error->message);
  if (entry->area == NULL)
    return g_strdup (_ ("Choose the area."));
  if (entry->is_difference && entry->other == NULL)
    return g_strdup (_ ("Say with which area the difference is."));
  if (!is_period || entry->period.kind == STREEK_PERIOD_NONE)
    return g_strdup (_ ("Give the period as 2024, 2024-Q3, 2024-09 or 2024-09-01."));
  if (!is_value)
    return g_strdup (_ ("Give a number, or say why there is none."));
  if (entry->source == NULL)
    return g_strdup (_ ("Say where the figure was read."));
  if (!is_reference)
    return g_strdup (_ ("Give the reference date as 2024, 2024-Q3, 2024-09 or 2024-09-01."));

  return NULL;
}

/* What will be stored, in words: a number can be read in two ways, and an area of one name was not
 * always the same. */
static char *
dup_summary (StreekEntryWindow *self, const Entry *entry)
{
  const StreekFormat *format = streek_format_get_default ();
  const char *name = streek_indicator_get_shown_name (self->indicator);
  g_autofree char *period = streek_format_period (format, entry->period);
  g_autofree char *date = streek_format_date (format, entry->used);
  g_autofree char *words =
    streek_typed_dup_words (&entry->typed, self->indicator->unit, self->indicator->decimals);

  if (entry->is_difference)
    /* Translators: an indicator, a period, two areas and the difference: “Employed, 2017: region
     * Ostend less region Bruges is 72 persons.” */
    return g_strdup_printf (_ ("%1$s, %2$s: %3$s less %4$s is %5$s."), name, period, entry->other,
                            entry->area->name, words);

  if (entry->typed.status == STREEK_STATUS_FINAL)
    /* Translators: an indicator, a period, an area, the date of which it is meant and the figure.
     */
    return g_strdup_printf (_ ("%1$s, %2$s: %3$s, as it was on %4$s, has %5$s."), name, period,
                            entry->area->name, date, words);

  /* Translators: as before, and then a status such as estimate. */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s, as it was on %4$s, has %5$s (%6$s)."), name, period,
                          entry->area->name, date, words,
                          streek_status_get_label (entry->typed.status));
}

static void
update (StreekEntryWindow *self)
{
  if (self->indicator == NULL)
    return;

  g_auto (Entry) entry = { 0 };
  g_autofree char *problem = read_entry (self, &entry);
  g_autofree char *summary = problem == NULL ? dup_summary (self, &entry) : NULL;
  g_autofree char *area = entry.area != NULL
                            ? g_strdup_printf ("%s · %s", entry.area->name, entry.area->set->name)
                            : g_strdup (_ ("Choose"));

  gtk_label_set_text (self->area_label, area);
  gtk_widget_set_visible (GTK_WIDGET (self->other_row), entry.is_difference);
  gtk_widget_set_visible (GTK_WIDGET (self->status_row), !entry.is_difference);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), !entry.is_difference);
  gtk_widget_set_visible (GTK_WIDGET (self->reference_row), !entry.is_difference);
  gtk_label_set_text (self->summary_label, problem != NULL ? problem : summary);
  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self), problem == NULL);
}

static void
on_area_show_cb (StreekEntryWindow *self)
{
  StreekPeriod period;

  streek_typed_read_period (self->period_row, &period);

  g_autoptr (GListStore) choices =
    streek_area_choices_new (self->areas, get_area_date (self, period), NULL);

  streek_chooser_set_choices (self->area_chooser, G_LIST_MODEL (choices));
  streek_chooser_set_current (self->area_chooser, self->area_ref);
  streek_chooser_start (self->area_chooser);
}

static void
on_area_chosen_cb (StreekEntryWindow *self, const char *id)
{
  g_free (self->area_ref);
  self->area_ref = g_strdup (id);
  gtk_menu_button_popdown (self->area_button);
  update (self);
}

static void
save_figure (StreekEntryWindow *self, const Entry *entry)
{
  g_autofree char *reason = streek_typed_dup_text (self->reason_row);
  g_autofree char *note = streek_typed_dup_text (self->note_row);
  StreekValueEntry value = {
    .indicator = self->indicator->code,
    .area = self->area_ref,
    .period = entry->period,
    .value = { .value = entry->typed.value,
               .missing = entry->typed.missing,
               .status = entry->typed.status,
               /* that a source states it is reason enough */
               .reason = reason != NULL ? reason : entry->source,
               .source = entry->source,
               .made_at = g_get_real_time () },
    .note = { .qualifier = entry->typed.qualifier,
              .reference = entry->reference,
              .footnote = note },
    .indicator_name = streek_indicator_get_shown_name (self->indicator),
    .area_name = entry->area->name,
  };

  streek_edits_enter_value_async (self->workspace, &value, streek_edit_window_end_cb,
                                  streek_edit_window_hold (STREEK_EDIT_WINDOW (self)));
}

/* An area of the same kind that bears the name typed; (nullable) */
static char *
find_other_ref (StreekEntryWindow *self, const Entry *entry)
{
  const char *set = entry->area->set->code;
  g_autoptr (GPtrArray) list = streek_areas_list (self->areas, set, entry->used, NULL, NULL);
  g_autofree char *wanted = g_utf8_casefold (entry->other, -1);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const StreekArea *area = list->pdata[i];
      g_autofree char *name = g_utf8_casefold (area->name, -1);

      if (g_str_equal (name, wanted))
        return g_strdup_printf ("%s:%s", set, area->code);
    }

  return NULL;
}

static void
save_difference (StreekEntryWindow *self, const Entry *entry)
{
  StreekAreaGap gap = {
    .indicator = (char *) self->indicator->code,
    .area = self->area_ref,
    .other_name = entry->other,
    .period = entry->period,
    .value = entry->typed.value,
    .missing = entry->typed.missing,
    .qualifier = entry->typed.qualifier,
    .unit = (char *) self->indicator->unit,
    .source = entry->source,
  };
  g_autofree char *note = streek_typed_dup_text (self->note_row);
  g_autofree char *other = find_other_ref (self, entry);

  gap.note = note;
  gap.other_area = other;
  streek_edits_write_gap_async (
    self->workspace, &gap, streek_indicator_get_shown_name (self->indicator), entry->other,
    streek_edit_window_end_cb, streek_edit_window_hold (STREEK_EDIT_WINDOW (self)));
}

static void
streek_entry_window_update (StreekEditWindow *window)
{
  update (STREEK_ENTRY_WINDOW (window));
}

static void
streek_entry_window_save (StreekEditWindow *window)
{
  StreekEntryWindow *self = STREEK_ENTRY_WINDOW (window);
  g_auto (Entry) entry = { 0 };
  g_autofree char *problem = read_entry (self, &entry);

  if (problem != NULL)
    return;

  if (entry.is_difference)
    save_difference (self, &entry);
  else
    save_figure (self, &entry);
}

static void
streek_entry_window_dispose (GObject *object)
{
  StreekEntryWindow *self = STREEK_ENTRY_WINDOW (object);

  self->indicator = NULL;
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->catalogue, streek_catalogue_unref);
  g_clear_pointer (&self->area_ref, g_free);

  G_OBJECT_CLASS (streek_entry_window_parent_class)->dispose (object);
}

static void
streek_entry_window_class_init (StreekEntryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_entry_window_dispose;
  edit_class->save = streek_entry_window_save;
  edit_class->update = streek_entry_window_update;

  g_type_ensure (STREEK_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-entry-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, stated_row);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, area_button);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, area_label);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, area_chooser);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, other_row);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, period_row);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, value_row);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, qualifier_row);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, status_row);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, source_row);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, reason_row);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, reference_row);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, note_row);
  gtk_widget_class_bind_template_child (widget_class, StreekEntryWindow, summary_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_area_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_area_chosen_cb);
}

static void
streek_entry_window_init (StreekEntryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  const char *stated[] = { _ ("The figure of an area"), _ ("The difference with another area"),
                           NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (stated);
  StreekTypedRows rows = get_rows (self);

  adw_combo_row_set_model (self->stated_row, G_LIST_MODEL (model));
  streek_typed_rows_start (&rows);
  streek_chooser_set_placeholder (self->area_chooser, _ ("Find an area"));
}

gboolean
streek_entry_is_possible (StreekContext *context, const StreekIndicator *indicator)
{
  return indicator != NULL && indicator->kind != STREEK_INDICATOR_FORMULA &&
         streek_context_get_areas (context) != NULL && streek_context_can_write (context);
}

GtkWidget *
streek_entry_window_new (GtkWindow *parent, StreekContext *context, const char *area)
{
  const StreekIndicator *indicator = streek_context_get_indicator (context);

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (streek_entry_is_possible (context, indicator), NULL);

  StreekEntryWindow *self =
    g_object_new (STREEK_TYPE_ENTRY_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *subtitle =
    g_strdup_printf ("%s · %s", streek_indicator_get_shown_name (indicator), indicator->unit);

  self->workspace = g_object_ref (streek_context_get_workspace (context));
  self->areas = streek_areas_ref (streek_context_get_areas (context));
  self->catalogue = streek_catalogue_ref (streek_context_get_catalogue (context));
  self->indicator = indicator;
  self->on = streek_context_get_area_date (context);
  self->area_ref = g_strdup (area);
  streek_edit_window_set_subtitle (STREEK_EDIT_WINDOW (self), subtitle);
  update (self);

  return GTK_WIDGET (self);
}
