/* streek-definition-window.c: an indicator's definition to be made or changed, with live checks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-definition-window.h"

#include "base/streek-number.h"
#include "indicator/streek-formula.h"
#include "indicators/streek-indicator-words.h"
#include "workspace/streek-definition-edits.h"
#include "workspace/streek-edits.h"
#include "workspace/streek-formula-preview.h"

#include <glib/gi18n.h>
#include <string.h>

/* The formula stands this long before its value is worked out. */
#define SETTLE_MS 300

struct _StreekDefinitionWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkInfoBar *error_bar;
  GtkLabel *error_label;
  GtkLabel *hint_label;
  GtkBox *formula_box;
  GtkEntry *formula_entry;
  GtkLabel *formula_label;
  GtkLabel *preview_label;
  AdwEntryRow *aliases_row;
  GtkTextView *versions_view;
  GtkTextView *breaks_view;
  GtkTextView *parts_view;
  GtkTextView *gaps_view;
  AdwComboRow *kind_row;
  AdwComboRow *time_row;
  AdwComboRow *direction_row;
  AdwComboRow *rule_row;
  GtkWidget *entries[STREEK_INDICATOR_N_FIELDS]; /* AdwEntryRow, NULL where a field is no text */

  StreekContext *context;
  char *code;         /* (nullable): of the one that is changed */
  GPtrArray *old_ids; /* (element-type GStrv): links that have an id of their own */
  gboolean filling;
  guint settle_id;
  GCancellable *cancellable;
};

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

G_DEFINE_FINAL_TYPE (StreekDefinitionWindow, streek_definition_window, ADW_TYPE_WINDOW)

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

static char *
dup_lines (GtkTextView *view)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The columns of a line, as many as asked, empty where there are fewer. */
static char **
split_line (const char *line, guint n_columns)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", (int) n_columns);
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  guint n = g_strv_length (parts);

  for (guint i = 0; i < n_columns; i++)
    g_strv_builder_add (columns, i < n ? g_strstrip (parts[i]) : "");

  return g_strv_builder_end (columns);
}

/* A row that was there under this name keeps its id, so that it takes the place of itself. */
static const char *
find_id (StreekDefinitionWindow *self, const char *label)
{
  for (guint i = 0; i < self->old_ids->len; i++)
    {
      GStrv pair = g_ptr_array_index (self->old_ids, i);

      if (strcmp (pair[1], label) == 0)
        return pair[0];
    }

  return "";
}

static void
add_line (StreekDefinitionWindow *self,
          StreekDefinition *definition,
          StreekLink link,
          const char *line)
{
  g_auto (GStrv) columns = split_line (line, link == STREEK_LINK_VERSION ? 4
                                             : link == STREEK_LINK_BREAK ? 2
                                                                         : 3);

  switch (link)
    {
    case STREEK_LINK_VERSION:
      streek_definition_add_link (definition, link, columns[0], columns[1], columns[2], columns[3],
                                  NULL);
      break;
    case STREEK_LINK_BREAK:
      streek_definition_add_link (definition, link, columns[0], columns[1], NULL);
      break;
    case STREEK_LINK_BREAKDOWN:
      {
        gboolean is_complete = strcmp (columns[1], C_ ("parts of a total", "all")) == 0;
        g_auto (GStrv) codes = g_strsplit_set (columns[2], " ,;", -1);
        g_autofree char *parts = g_strjoinv ("\n", codes);

        streek_definition_add_link (definition, link, find_id (self, columns[0]), columns[0],
                                    is_complete ? "1" : "0", parts, NULL);
        break;
      }
    default:
      streek_definition_add_link (definition, link, find_id (self, columns[0]), columns[0],
                                  columns[1], columns[2], NULL);
    }
}

static void
add_lines (StreekDefinitionWindow *self,
           StreekDefinition *definition,
           StreekLink link,
           GtkTextView *view)
{
  g_autofree char *text = dup_lines (view);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      add_line (self, definition, link, lines[i]);
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

static StreekDefinition *
make_definition (StreekDefinitionWindow *self)
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
  add_lines (self, definition, STREEK_LINK_VERSION, self->versions_view);
  add_lines (self, definition, STREEK_LINK_BREAK, self->breaks_view);
  add_lines (self, definition, STREEK_LINK_BREAKDOWN, self->parts_view);
  add_lines (self, definition, STREEK_LINK_GAP, self->gaps_view);

  return definition;
}

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
  g_autoptr (StreekDefinition) definition = make_definition (self);

  self->settle_id = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  streek_formula_preview_async (streek_context_get_workspace (self->context), definition,
                                spec->within != NULL ? spec->within : "gewest:02000",
                                self->cancellable, on_preview_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* What is wrong with the formula stands under it, else its unit. */
static gboolean
check_formula (StreekDefinitionWindow *self)
{
  const StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->formula_entry));
  g_auto (StreekFormulaProblem) problem = { 0 };
  g_autoptr (StreekFormula) formula = streek_formula_parse (text, &problem);
  g_autofree char *unit = NULL;
  gboolean is_right =
    formula != NULL && streek_formula_check (formula, catalogue, self->code, &unit, &problem);
  g_autofree char *message = NULL;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  gtk_label_set_text (self->preview_label, "");
  underline (self, is_right ? NULL : &problem);

  if (is_right)
    {
      message = *unit != '\0'
                  /* Translators: %s is a unit such as jobs/personen. */
                  ? g_strdup_printf (_ ("The result is in %s."), unit)
                  : g_strdup (_ ("The result is a number without a unit."));
      self->settle_id = g_timeout_add (SETTLE_MS, on_settled_cb, self);
    }

  gtk_label_set_text (self->formula_label, is_right ? message : problem.message);
  gtk_widget_remove_css_class (GTK_WIDGET (self->formula_label), is_right ? "error" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->formula_label), is_right ? "success" : "error");

  return is_right;
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

  gboolean formula_is_right = get_kind (self) != STREEK_INDICATOR_FORMULA || check_formula (self);
  g_autoptr (StreekDefinition) definition = make_definition (self);
  g_autoptr (GError) error = NULL;
  gboolean is_right =
    formula_is_right && streek_definition_check (
                          definition, streek_context_get_catalogue (self->context), NULL, &error);

  /* the formula has its own line */
  gtk_label_set_text (self->hint_label, formula_is_right && error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), formula_is_right && error != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "definition.save", is_right);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekDefinitionWindow) self = user_data; /* the reference taken when it was sent */
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  g_autoptr (GError) error = NULL;

  if (workspace == NULL || streek_edits_finish (workspace, result, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  gtk_label_set_text (self->error_label, error->message);
  gtk_info_bar_set_revealed (self->error_bar, TRUE);
  check (self);
}

static void
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekDefinitionWindow *self = STREEK_DEFINITION_WINDOW (widget);
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  g_autoptr (StreekDefinition) definition = make_definition (self);

  gtk_widget_action_set_enabled (widget, "definition.save", FALSE);

  if (self->code != NULL)
    streek_edits_change_indicator_async (workspace, definition, on_saved_cb, g_object_ref (self));
  else
    streek_edits_add_indicator_async (workspace, definition, on_saved_cb, g_object_ref (self));
}

static void
streek_definition_window_dispose (GObject *object)
{
  StreekDefinitionWindow *self = STREEK_DEFINITION_WINDOW (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->old_ids, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_definition_window_parent_class)->dispose (object);
}

static void
streek_definition_window_class_init (StreekDefinitionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_definition_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-definition-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, error_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, error_label);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, hint_label);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, formula_box);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, formula_entry);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, formula_label);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, preview_label);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, aliases_row);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, versions_view);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, breaks_view);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, parts_view);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, gaps_view);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, time_row);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, direction_row);
  gtk_widget_class_bind_template_child (widget_class, StreekDefinitionWindow, rule_row);

  for (gsize i = 0; i < G_N_ELEMENTS (entry_rows); i++)
    gtk_widget_class_bind_template_child_full (widget_class, entry_rows[i].row, FALSE, 0);

  gtk_widget_class_bind_template_callback (widget_class, check);
  gtk_widget_class_install_action (widget_class, "definition.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
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
  self->old_ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (entry_rows); i++)
    self->entries[entry_rows[i].field] = GTK_WIDGET (gtk_widget_get_template_child (
      GTK_WIDGET (self), STREEK_TYPE_DEFINITION_WINDOW, entry_rows[i].row));

  fill_combos (self);
}

static void
fill_lines (GtkTextView *view, GPtrArray *rows, guint first_column)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *line =
        g_strjoinv (" | ", (GStrv) g_ptr_array_index (rows, i) + first_column);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text->str, -1);
}

/* "1" and codes under each other are how files hold them. */
static void
fill_parts (StreekDefinitionWindow *self, GPtrArray *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);
      g_autofree char *codes = g_strdelimit (g_strdup (row[3]), "\n", ' ');

      g_string_append_printf (text, "%s%s | %s | %s", i > 0 ? "\n" : "", row[1],
                              strcmp (row[2], "1") == 0 ? C_ ("parts of a total", "all")
                                                        : C_ ("parts of a total", "some"),
                              codes);
    }

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->parts_view), text->str, -1);
}

static void
keep_ids (StreekDefinitionWindow *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->old_ids, g_strdupv (g_ptr_array_index (rows, i)));
}

static void
fill_links (StreekDefinitionWindow *self, const StreekDefinition *definition)
{
  g_autoptr (GString) aliases = g_string_new (NULL);
  GPtrArray *const *links = definition->links;

  for (guint i = 0; i < links[STREEK_LINK_ALIAS]->len; i++)
    g_string_append_printf (aliases, "%s%s", i > 0 ? "; " : "",
                            ((GStrv) links[STREEK_LINK_ALIAS]->pdata[i])[0]);

  gtk_editable_set_text (GTK_EDITABLE (self->aliases_row), aliases->str);
  fill_lines (self->versions_view, links[STREEK_LINK_VERSION], 0);
  fill_lines (self->breaks_view, links[STREEK_LINK_BREAK], 0);
  fill_parts (self, links[STREEK_LINK_BREAKDOWN]);
  fill_lines (self->gaps_view, links[STREEK_LINK_GAP], 1);
  keep_ids (self, links[STREEK_LINK_BREAKDOWN]);
  keep_ids (self, links[STREEK_LINK_GAP]);
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
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, indicator != NULL ? indicator->code : "");
  fill (self, definition);
  self->filling = FALSE;
  check (self);

  return GTK_WIDGET (self);
}
