/* streek-fiche-view.c: what the context's indicator is, where it comes from, what it leaves out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-fiche-view.h"

#include "indicators/streek-definition-window.h"
#include "indicators/streek-indicator-words.h"
#include "indicators/streek-typed-value.h"
#include "print/streek-problem.h"
#include "workspace/streek-definition-edits.h"
#include "workspace/streek-edits.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The spin button stops this long before its value becomes a command. */
#define SETTLE_MS 500

struct _StreekFicheView
{
  GtkWidget parent_instance;

  GtkStack *stack; /* fiche, empty */
  AdwPreferencesGroup *meaning_group;
  AdwPreferencesGroup *links_group;
  AdwPreferencesGroup *gaps_group;
  AdwPreferencesGroup *origin_group;
  GtkWidget *import_button;
  GtkSpinButton *threshold_spin;

  StreekContext *context;
  GPtrArray *rows;  /* of both groups, to be taken out again */
  char *shown_code; /* (nullable): indicator whose threshold the spin button holds */
  gboolean filling;
  guint settle_id;
  GCancellable *cancellable; /* of reading what the catalogue does not hold */
};

#define GAP_KEY "streek-gap"
#define NAME_KEY "streek-name"

G_DEFINE_FINAL_TYPE (StreekFicheView, streek_fiche_view, GTK_TYPE_WIDGET)

/* Nothing is said where there is nothing to say. */
static void
add_row (StreekFicheView *self, AdwPreferencesGroup *group, const char *title, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;

  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_widget_add_css_class (row, "property");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_link_row (StreekFicheView *self, const char *title, const char *url)
{
  if (url == NULL || url[0] == '\0')
    return;

  guint n = self->rows->len;

  add_row (self, self->origin_group, title, url);

  if (self->rows->len == n || !g_str_has_prefix (url, "http"))
    return;

  GtkWidget *link = gtk_link_button_new_with_label (url, _ ("Open in Browser"));

  gtk_widget_set_valign (link, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (g_ptr_array_index (self->rows, n), link);
}

static char *
dup_breaks (const StreekIndicator *indicator)
{
  if (indicator->kind != STREEK_INDICATOR_RATIO)
    return NULL;

  switch (indicator->denominator_rule)
    {
    case STREEK_DENOMINATOR_LATEST_BEFORE:
      return g_strdup_printf (ngettext ("Latest before it, at most %d year earlier",
                                        "Latest before it, at most %d years earlier",
                                        (gulong) indicator->denominator_max_years),
                              indicator->denominator_max_years);
    case STREEK_DENOMINATOR_FIXED:
      return streek_format_period (streek_format_get_default (),
                                   indicator->denominator_fixed_period);
    default:
      return g_strdup (_ ("Same period as the numerator"));
    }
}

static void
clear_rows (StreekFicheView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }

  g_ptr_array_set_size (self->rows, 0);
}

static const char *
get_name (const StreekCatalogue *catalogue, const char *code)
{
  const StreekIndicator *indicator = streek_catalogue_find (catalogue, code, NULL);

  return indicator != NULL ? streek_indicator_get_shown_name (indicator) : code;
}

static void
add_aliases (StreekFicheView *self, const StreekCatalogue *catalogue, const char *code)
{
  g_autoptr (GPtrArray) aliases = streek_catalogue_list_aliases (catalogue, code);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < aliases->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            ((StreekAlias *) aliases->pdata[i])->alias);

  add_row (self, self->links_group, _ ("Other names"), text->str);
}

/* Not where it only repeats the name or the code. */
static void
add_labels (StreekFicheView *self,
            const StreekCatalogue *catalogue,
            const StreekIndicator *indicator)
{
  g_autoptr (GPtrArray) labels = streek_catalogue_list_labels (catalogue, indicator->code);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      const char *label = ((StreekSourceLabel *) labels->pdata[i])->label;

      if (strcmp (label, indicator->name) != 0 && strcmp (label, indicator->code) != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", label);
    }

  /* Translators: heads what a file called an indicator. */
  add_row (self, self->origin_group, _ ("In the source"), text->str);
}

static void
add_versions (StreekFicheView *self, const StreekCatalogue *catalogue, const char *code)
{
  g_autoptr (GPtrArray) versions = streek_catalogue_list_versions (catalogue, code);

  for (guint i = 0; i < versions->len; i++)
    {
      const StreekDefinitionVersion *version = versions->pdata[i];
      g_autofree char *from =
        streek_format_period (streek_format_get_default (), version->valid_from);
      /* Translators: %s is a period. */
      g_autofree char *title = g_strdup_printf (_ ("Definition from %s"), from);
      g_autofree char *text =
        version->follows != NULL
          /* Translators: %1$s is a definition, %2$s the name of an indicator. */
          ? g_strdup_printf (_ ("%1$s Takes the place of “%2$s”."), version->definition,
                             get_name (catalogue, version->follows))
          : g_strdup (version->definition);

      add_row (self, self->links_group, title, text);
    }
}

static void
add_breaks (StreekFicheView *self, const StreekCatalogue *catalogue, const char *code)
{
  g_autoptr (GPtrArray) breaks = streek_catalogue_list_breaks (catalogue, code);

  for (guint i = 0; i < breaks->len; i++)
    {
      const StreekBreak *item = breaks->pdata[i];
      g_autofree char *period = streek_format_period (streek_format_get_default (), item->period);
      /* Translators: %s is a period. */
      g_autofree char *title = g_strdup_printf (_ ("Break at %s"), period);

      add_row (self, self->links_group, title, item->reason);
    }
}

static void
add_parts (StreekFicheView *self, const StreekCatalogue *catalogue, const char *code)
{
  g_autoptr (GPtrArray) breakdowns = streek_catalogue_list_breakdowns (catalogue, code);
  g_autoptr (GPtrArray) wholes = streek_catalogue_list_wholes (catalogue, code);

  for (guint i = 0; i < breakdowns->len; i++)
    {
      const StreekBreakdown *breakdown = breakdowns->pdata[i];
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < breakdown->n_parts; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "; " : "",
                                get_name (catalogue, breakdown->parts[j]));

      if (!breakdown->is_complete)
        g_string_append_printf (text, ". %s", _ ("The parts do not make up the whole."));

      /* Translators: %s says by what a total is divided, such as age. */
      g_autofree char *title = g_strdup_printf (_ ("Parts: %s"), breakdown->label);

      add_row (self, self->links_group, title, text->str);
    }

  for (guint i = 0; i < wholes->len; i++)
    add_row (self, self->links_group, _ ("Part of"),
             get_name (catalogue, ((StreekBreakdown *) wholes->pdata[i])->code));
}

static void
add_gaps (StreekFicheView *self, const StreekCatalogue *catalogue, const char *code)
{
  g_autoptr (GPtrArray) gaps = streek_catalogue_list_gaps (catalogue, code);

  for (guint i = 0; i < gaps->len; i++)
    {
      const StreekSupplyNeed *gap = gaps->pdata[i];
      g_autofree char *text =
        /* Translators: names of three indicators. */
        g_strdup_printf (_ ("Supply: %1$s. Need: %2$s. Difference: %3$s."),
                         get_name (catalogue, gap->supply), get_name (catalogue, gap->need),
                         get_name (catalogue, gap->gap));

      add_row (self, self->links_group, gap->label, text);
    }
}

static void
fill_links (StreekFicheView *self, const StreekIndicator *indicator)
{
  const StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  guint n = self->rows->len;

  add_aliases (self, catalogue, indicator->code);
  add_versions (self, catalogue, indicator->code);
  add_breaks (self, catalogue, indicator->code);
  add_parts (self, catalogue, indicator->code);
  add_gaps (self, catalogue, indicator->code);
  gtk_widget_set_visible (GTK_WIDGET (self->links_group), self->rows->len > n);
}

/* The newest period, and whether that is long ago. */
static void
add_latest (StreekFicheView *self, const StreekIndicator *indicator)
{
  const StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  StreekPeriod newest;

  if (!streek_catalogue_find_newest_period (catalogue, indicator, &newest))
    return;

  g_autofree char *period = streek_format_period (streek_format_get_default (), newest);
  g_autofree char *text =
    streek_catalogue_is_old (catalogue, indicator, newest)
      /* Translators: %s is a period. */
      ? g_strdup_printf (_ ("%s. Nothing newer is in the file, and that is long ago."), period)
      : g_strdup (period);

  add_row (self, self->origin_group, _ ("Latest period"), text);
}

static void
fill_rows (StreekFicheView *self, const StreekIndicator *indicator)
{
  const StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  g_autofree char *formula = streek_indicator_dup_formula (catalogue, indicator);
  g_autofree char *denominator_period = dup_breaks (indicator);
  g_autofree char *span = streek_indicator_dup_span (catalogue, indicator);

  add_row (self, self->meaning_group, _ ("Definition"), indicator->definition);
  add_row (self, self->meaning_group, _ ("Computation"), formula);
  add_row (self, self->meaning_group, _ ("Period of the denominator"), denominator_period);
  add_row (self, self->meaning_group, _ ("Unit"), indicator->unit);
  add_row (self, self->meaning_group, _ ("Moment"),
           streek_time_kind_get_words (indicator->time_kind));
  add_row (self, self->meaning_group, _ ("Direction"),
           streek_direction_get_words (indicator->direction));
  add_row (self, self->meaning_group, _ ("Total of several areas"),
           streek_indicator_get_total_words (indicator));
  add_row (self, self->meaning_group, _ ("Note"), indicator->note);

  fill_links (self, indicator);

  add_row (self, self->origin_group, _ ("Figures"),
           span != NULL ? span : C_ ("indicator", "No figures yet"));
  add_latest (self, indicator);
  add_row (self, self->origin_group, _ ("Source"), indicator->source);
  add_labels (self, catalogue, indicator);
  add_row (self, self->origin_group, _ ("Licence"), indicator->licence);
  add_link_row (self, _ ("Published table"), indicator->table_url);
  add_row (self, self->origin_group, _ ("Code"), indicator->code);
}

static void
on_gap_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekFicheView) self = user_data; /* the reference taken when it was asked */
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  g_autoptr (GError) error = NULL;

  if (workspace != NULL && !streek_edits_finish (workspace, result, &error))
    streek_problem_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                         _ ("The difference could not be deleted."), error);
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
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is an area. */
  g_autofree char *label = g_strdup_printf (_ ("Delete the Difference with %s"), other);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_sensitive (button,
                            !streek_store_is_read_only (streek_workspace_get_store (workspace)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
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

  add_row (self, self->gaps_group, period, text->str);
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
      add_row (self, self->origin_group, _ ("Extracted on"), error->message);
      return;
    }

  g_autofree char *date =
    details->extracted_on != STREEK_DATE_NONE
      ? streek_format_date (streek_format_get_default (), details->extracted_on)
      : NULL;

  add_row (self, self->origin_group, _ ("Extracted on"), date);

  for (guint i = 0; i < details->gaps->len; i++)
    add_stated_gap (self, details->gaps->pdata[i]);

  gtk_widget_set_visible (GTK_WIDGET (self->gaps_group), details->gaps->len > 0);
}

/* What the catalogue does not hold follows when it was read. */
static void
load_details (StreekFicheView *self)
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
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  gboolean can_write =
    workspace != NULL && !streek_store_is_read_only (streek_workspace_get_store (workspace));

  clear_rows (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fiche.edit", can_write && indicator != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fiche.new", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fiche.new-formula", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fiche.delete",
                                 can_write && indicator != NULL && indicator->is_own);
  gtk_widget_set_visible (self->import_button, can_write && indicator != NULL &&
                                                 !indicator->has_data && can_import (self));
  gtk_stack_set_visible_child_name (self->stack, indicator != NULL ? "fiche" : "empty");
  g_clear_pointer (&self->shown_code, g_free);

  if (indicator == NULL || workspace == NULL)
    {
      load_details (self);
      return;
    }

  fill_rows (self, indicator);
  self->shown_code = g_strdup (indicator->code);
  load_details (self);
  self->filling = TRUE;
  gtk_spin_button_set_value (self->threshold_spin, indicator->threshold_pct);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->threshold_spin), can_write);
}

static void
on_threshold_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekFicheView) self = user_data; /* the reference taken when it was set */
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  g_autoptr (GError) error = NULL;

  if (workspace == NULL || streek_edits_finish (workspace, result, &error))
    return;

  streek_problem_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                       _ ("The threshold could not be changed."), error);
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
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  g_autoptr (GError) error = NULL;

  if (workspace != NULL && !streek_edits_finish (workspace, result, &error))
    streek_problem_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                         _ ("The indicator could not be deleted."), error);
}

static void
delete_shown (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekFicheView *self = STREEK_FICHE_VIEW (widget);
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);

  if (indicator != NULL)
    streek_edits_delete_indicator_async (
      streek_context_get_workspace (self->context), indicator->code,
      streek_indicator_get_shown_name (indicator), on_deleted_cb, g_object_ref (self));
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
