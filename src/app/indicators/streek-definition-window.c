/* streek-definition-window.c: an indicator's definition to be made or changed, with live checks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-definition-window-private.h"

#include "base/streek-number.h"
#include "indicators/streek-indicator-words.h"
#include "workspace/streek-definition-edits.h"
#include "workspace/streek-edits.h"

#include <glib/gi18n.h>
#include <string.h>

/* Which row holds which field. */
static const struct
{
  StreekIndicatorField field;
  const char *row;
} entry_rows[] = {
  { STREEK_INDICATOR_FIELD_THEME, "theme_row" },
  { STREEK_INDICATOR_FIELD_NAME, "name_row" },
  { STREEK_INDICATOR_FIELD_DEFINITION, "definition_row" },
  { STREEK_INDICATOR_FIELD_UNIT, "unit_row" },
  { STREEK_INDICATOR_FIELD_NOTE, "note_row" },
  { STREEK_INDICATOR_FIELD_NUMERATOR, "numerator_row" },
  { STREEK_INDICATOR_FIELD_DENOMINATOR, "denominator_row" },
  { STREEK_INDICATOR_FIELD_MULTIPLIER, "multiplier_row" },
  { STREEK_INDICATOR_FIELD_WEIGHT, "weight_row" },
  { STREEK_INDICATOR_FIELD_DENOMINATOR_MAX_YEARS, "years_row" },
  { STREEK_INDICATOR_FIELD_DENOMINATOR_PERIOD, "fixed_row" },
  { STREEK_INDICATOR_FIELD_DECIMALS, "decimals_row" },
  { STREEK_INDICATOR_FIELD_THRESHOLD_PCT, "threshold_row" },
  { STREEK_INDICATOR_FIELD_SOURCE, "source_row" },
  { STREEK_INDICATOR_FIELD_LICENCE, "licence_row" },
  { STREEK_INDICATOR_FIELD_TABLE_URL, "url_row" },
};

G_DEFINE_FINAL_TYPE (StreekDefinitionWindow, streek_definition_window, STREEK_TYPE_EDIT_WINDOW)

static gboolean
is_number_field (StreekIndicatorField field)
{
  return field == STREEK_INDICATOR_FIELD_MULTIPLIER ||
         field == STREEK_INDICATOR_FIELD_THRESHOLD_PCT;
}

/* As the person writes numbers, and as files hold them. */
static char *
dup_entry_text (StreekDefinitionWindow *self, StreekIndicatorField field)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entries[field]));
  double number;

  if (is_number_field (field) &&
      streek_format_parse_number (streek_format_get_default (), text, &number))
    return streek_number_to_string (number);

  return g_strdup (text);
}

static StreekIndicatorKind
get_kind (StreekDefinitionWindow *self)
{
  return (StreekIndicatorKind) MIN (adw_combo_row_get_selected (self->kind_row),
                                    STREEK_INDICATOR_FORMULA);
}

static void
add_aliases (StreekDefinitionWindow *self, StreekDefinition *definition)
{
  g_auto (GStrv) names =
    g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->aliases_row)), ";", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0')
      streek_definition_add_link (definition, STREEK_LINK_ALIAS, names[i], NULL);
}

/* What belongs to another kind is left out, so that a change of mind leaves nothing behind. */
static void
take_computation (StreekDefinitionWindow *self, StreekDefinition *definition)
{
  StreekIndicatorKind kind = get_kind (self);
  StreekDenominatorRule rule = (StreekDenominatorRule) MIN (
    adw_combo_row_get_selected (self->rule_row), STREEK_DENOMINATOR_FIXED);

  if (kind != STREEK_INDICATOR_RATIO && kind != STREEK_INDICATOR_FORMULA)
    rule = STREEK_DENOMINATOR_SAME_PERIOD;

  streek_definition_set (definition, STREEK_INDICATOR_FIELD_KIND,
                         streek_indicator_get_kind_id (kind));
  streek_definition_set (definition, STREEK_INDICATOR_FIELD_DENOMINATOR_RULE,
                         streek_indicator_get_denominator_rule_id (rule));
  streek_definition_set (
    definition, STREEK_INDICATOR_FIELD_TIME_KIND,
    streek_indicator_get_time_kind_id (adw_combo_row_get_selected (self->time_row)));
  streek_definition_set (
    definition, STREEK_INDICATOR_FIELD_DIRECTION,
    streek_indicator_get_direction_id (adw_combo_row_get_selected (self->direction_row)));
  streek_definition_set (definition, STREEK_INDICATOR_FIELD_FORMULA,
                         kind == STREEK_INDICATOR_FORMULA
                           ? gtk_editable_get_text (GTK_EDITABLE (self->formula_entry))
                           : "");

  if (kind != STREEK_INDICATOR_RATIO)
    {
      streek_definition_set (definition, STREEK_INDICATOR_FIELD_NUMERATOR, "");
      streek_definition_set (definition, STREEK_INDICATOR_FIELD_DENOMINATOR, "");
    }

  if (kind != STREEK_INDICATOR_OTHER)
    streek_definition_set (definition, STREEK_INDICATOR_FIELD_WEIGHT, "");
  if (rule != STREEK_DENOMINATOR_FIXED)
    streek_definition_set (definition, STREEK_INDICATOR_FIELD_DENOMINATOR_PERIOD, "");
}

StreekDefinition *
streek_definition_window_make (StreekDefinitionWindow *self)
{
  const StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  const char *name =
    gtk_editable_get_text (GTK_EDITABLE (self->entries[STREEK_INDICATOR_FIELD_NAME]));
  g_autofree char *code =
    self->code != NULL ? g_strdup (self->code) : streek_definition_make_code (catalogue, name);
  const StreekIndicator *old = streek_catalogue_find (catalogue, code, NULL);
  StreekDefinition *definition = streek_definition_new (code);

  if (old != NULL)
    streek_definition_set (definition, STREEK_INDICATOR_FIELD_NAME_EN, old->name_en);

  for (guint i = 0; i < STREEK_INDICATOR_N_FIELDS; i++)
    if (self->entries[i] != NULL)
      {
        g_autofree char *text = dup_entry_text (self, i);

        streek_definition_set (definition, i, text);
      }

  take_computation (self, definition);
  add_aliases (self, definition);
  streek_link_list_take (self->versions_row, definition);
  streek_link_list_take (self->breaks_row, definition);
  streek_link_list_take (self->parts_row, definition);
  streek_link_list_take (self->gaps_row, definition);
  streek_link_list_take (self->limits_row, definition);

  return definition;
}

static void
show_rows_of_kind (StreekDefinitionWindow *self)
{
  StreekIndicatorKind kind = get_kind (self);
  guint rule = adw_combo_row_get_selected (self->rule_row);
  gboolean is_ratio = kind == STREEK_INDICATOR_RATIO;
  gboolean has_rule = is_ratio || kind == STREEK_INDICATOR_FORMULA;

  gtk_widget_set_visible (self->entries[STREEK_INDICATOR_FIELD_NUMERATOR], is_ratio);
  gtk_widget_set_visible (self->entries[STREEK_INDICATOR_FIELD_DENOMINATOR], is_ratio);
  gtk_widget_set_visible (self->entries[STREEK_INDICATOR_FIELD_MULTIPLIER], is_ratio);
  gtk_widget_set_visible (self->entries[STREEK_INDICATOR_FIELD_WEIGHT],
                          kind == STREEK_INDICATOR_OTHER);
  gtk_widget_set_visible (GTK_WIDGET (self->formula_box), kind == STREEK_INDICATOR_FORMULA);
  gtk_widget_set_visible (GTK_WIDGET (self->rule_row), has_rule);
  gtk_widget_set_visible (self->entries[STREEK_INDICATOR_FIELD_DENOMINATOR_MAX_YEARS],
                          has_rule && rule == STREEK_DENOMINATOR_LATEST_BEFORE);
  gtk_widget_set_visible (self->entries[STREEK_INDICATOR_FIELD_DENOMINATOR_PERIOD],
                          has_rule && rule == STREEK_DENOMINATOR_FIXED);
}

/* Every time something changes: what is wrong is said, and only what is right can be saved. */
static void
check (StreekDefinitionWindow *self)
{
  if (self->filling || self->context == NULL)
    return;

  show_rows_of_kind (self);

  gboolean formula_is_right =
    get_kind (self) != STREEK_INDICATOR_FORMULA || streek_definition_window_check_formula (self);
  g_autoptr (StreekDefinition) definition = streek_definition_window_make (self);
  g_autoptr (GError) error = NULL;
  gboolean is_right =
    formula_is_right && streek_definition_check (
                          definition, streek_context_get_catalogue (self->context), NULL, &error);

  /* the formula has its own line */
  gtk_label_set_text (self->hint_label, formula_is_right && error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), formula_is_right && error != NULL);
  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self), is_right);
}

static void
streek_definition_window_update (StreekEditWindow *window)
{
  check (STREEK_DEFINITION_WINDOW (window));
}

static void
streek_definition_window_save (StreekEditWindow *window)
{
  StreekDefinitionWindow *self = STREEK_DEFINITION_WINDOW (window);
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  g_autoptr (StreekDefinition) definition = streek_definition_window_make (self);

  if (self->code != NULL)
    streek_edits_change_indicator_async (workspace, definition, streek_edit_window_end_cb,
                                         streek_edit_window_hold (window));
  else
    streek_edits_add_indicator_async (workspace, definition, streek_edit_window_end_cb,
                                      streek_edit_window_hold (window));
}

static void
streek_definition_window_dispose (GObject *object)
{
  StreekDefinitionWindow *self = STREEK_DEFINITION_WINDOW (object);

  streek_definition_window_stop_preview (self);
  g_clear_object (&self->context);
  g_clear_pointer (&self->code, g_free);

  G_OBJECT_CLASS (streek_definition_window_parent_class)->dispose (object);
}

static void
streek_definition_window_class_init (StreekDefinitionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_definition_window_dispose;
  edit_class->save = streek_definition_window_save;
  edit_class->update = streek_definition_window_update;

  g_type_ensure (STREEK_TYPE_LINK_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-definition-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, hint_label);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, formula_box);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, formula_entry);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, formula_label);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, preview_label);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, aliases_row);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, versions_row);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, breaks_row);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, parts_row);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, gaps_row);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, limits_row);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, time_row);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, direction_row);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, rule_row);

  for (gsize i = 0; i < G_N_ELEMENTS (entry_rows); i++)
    gtk_widget_class_bind_template_child_full (widget_class, entry_rows[i].row, FALSE, 0);

  gtk_widget_class_bind_template_callback (widget_class, check);
}

static void
fill_combos (StreekDefinitionWindow *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) times = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) directions = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) rules = gtk_string_list_new (NULL);

  for (guint i = 0; i <= STREEK_INDICATOR_FORMULA; i++)
    gtk_string_list_append (kinds, streek_indicator_get_kind_label (i));

  for (guint i = 0; i <= STREEK_TIME_CUMULATIVE; i++)
    gtk_string_list_append (times, streek_time_kind_get_words (i));

  for (guint i = 0; i <= STREEK_DIRECTION_LOWER_IS_TIGHTER; i++)
    gtk_string_list_append (directions, streek_direction_get_words (i));

  gtk_string_list_append (rules, _ ("Same period as the numerator"));
  gtk_string_list_append (rules, _ ("Latest before it"));
  gtk_string_list_append (rules, _ ("Fixed period"));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->time_row, G_LIST_MODEL (times));
  adw_combo_row_set_model (self->direction_row, G_LIST_MODEL (directions));
  adw_combo_row_set_model (self->rule_row, G_LIST_MODEL (rules));
}

static void
streek_definition_window_init (StreekDefinitionWindow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (entry_rows); i++)
    self->entries[entry_rows[i].field] = GTK_WIDGET (gtk_widget_get_template_child (
      GTK_WIDGET (self), STREEK_TYPE_DEFINITION_WINDOW, entry_rows[i].row));

  fill_combos (self);
}

static void
fill_links (StreekDefinitionWindow *self, const StreekDefinition *definition)
{
  g_autoptr (GString) aliases = g_string_new (NULL);
  const GPtrArray *links = definition->links[STREEK_LINK_ALIAS];

  for (guint i = 0; i < links->len; i++)
    g_string_append_printf (aliases, "%s%s", i > 0 ? "; " : "", ((GStrv) links->pdata[i])[0]);

  gtk_editable_set_text (GTK_EDITABLE (self->aliases_row), aliases->str);
  streek_link_list_fill (self->versions_row, definition);
  streek_link_list_fill (self->breaks_row, definition);
  streek_link_list_fill (self->parts_row, definition);
  streek_link_list_fill (self->gaps_row, definition);
  streek_link_list_fill (self->limits_row, definition);
}

/* All its digits, with the decimal mark of the reader and no marks between thousands. */
static char *
dup_plain_number (double number)
{
  char *text = streek_number_to_string (number);
  char *point = strchr (text, '.');

  if (point != NULL)
    *point = streek_format_get_decimal_mark (streek_format_get_default ());

  return text;
}

static void
fill (StreekDefinitionWindow *self, const StreekDefinition *definition)
{
  StreekIndicator indicator = { 0 };

  streek_definition_fill (definition, &indicator, NULL, NULL);

  for (guint i = 0; i < STREEK_INDICATOR_N_FIELDS; i++)
    if (self->entries[i] != NULL)
      {
        double number;
        g_autofree char *text =
          is_number_field (i) && streek_number_parse (definition->fields[i], &number)
            ? dup_plain_number (number)
            : g_strdup (definition->fields[i]);

        gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), text);
      }

  gtk_editable_set_text (GTK_EDITABLE (self->formula_entry),
                         definition->fields[STREEK_INDICATOR_FIELD_FORMULA]);
  adw_combo_row_set_selected (self->kind_row, indicator.kind);
  adw_combo_row_set_selected (self->time_row, indicator.time_kind);
  adw_combo_row_set_selected (self->direction_row, indicator.direction);
  adw_combo_row_set_selected (self->rule_row, indicator.denominator_rule);
  fill_links (self, definition);
}

/* A new one begins in the theme that is being looked at. */
static StreekDefinition *
make_new (StreekContext *context, StreekIndicatorKind kind)
{
  const StreekIndicator *shown = streek_context_get_indicator (context);
  StreekDefinition *definition = streek_definition_new ("new");

  streek_definition_set (definition, STREEK_INDICATOR_FIELD_KIND,
                         streek_indicator_get_kind_id (kind));

  if (shown != NULL)
    streek_definition_set (definition, STREEK_INDICATOR_FIELD_THEME, shown->theme);
  if (kind == STREEK_INDICATOR_FORMULA)
    streek_definition_set (definition, STREEK_INDICATOR_FIELD_DECIMALS, "1");

  return definition;
}

static void
set_links (StreekDefinitionWindow *self)
{
  streek_link_list_set_link (self->versions_row, self->context, STREEK_LINK_VERSION,
                             _ ("Add a Version"));
  streek_link_list_set_link (self->breaks_row, self->context, STREEK_LINK_BREAK, _ ("Add a Break"));
  streek_link_list_set_link (self->parts_row, self->context, STREEK_LINK_BREAKDOWN,
                             _ ("Add Parts"));
  streek_link_list_set_link (self->gaps_row, self->context, STREEK_LINK_GAP,
                             _ ("Add Supply and Need"));
  streek_link_list_set_link (self->limits_row, self->context, STREEK_LINK_LIMITS,
                             _ ("Add Policy Limits"));
}

GtkWidget *
streek_definition_window_new (GtkWindow *parent,
                              StreekContext *context,
                              const StreekIndicator *indicator,
                              StreekIndicatorKind kind)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent) && STREEK_IS_CONTEXT (context), NULL);

  StreekDefinitionWindow *self =
    g_object_new (STREEK_TYPE_DEFINITION_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  g_autoptr (StreekDefinition) definition =
    indicator != NULL
      ? streek_definition_new_from_indicator (streek_context_get_catalogue (context), indicator)
      : make_new (context, kind);
  const char *title = indicator != NULL                  ? _ ("Edit Indicator")
                      : kind == STREEK_INDICATOR_FORMULA ? _ ("New Indicator with Formula")
                                                         : _ ("New Indicator");

  self->context = g_object_ref (context);
  self->code = indicator != NULL ? g_strdup (indicator->code) : NULL;
  gtk_window_set_title (GTK_WINDOW (self), title);
  streek_edit_window_set_subtitle (STREEK_EDIT_WINDOW (self),
                                   indicator != NULL ? indicator->code : "");
  set_links (self);
  fill (self, definition);
  self->filling = FALSE;
  check (self);

  return GTK_WIDGET (self);
}
