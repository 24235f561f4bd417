/* streek-link-row.c: one thing that belongs to a definition, with a field for each of its columns
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-link-row"
#include "config.h"
#include "indicators/streek-link-row.h"

#include "import/streek-choice-button.h"
#include "indicators/streek-indicator-words.h"
#include "map/streek-limit-text.h"
#include "streek-pick-list.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_COLUMNS 7
#define MARGIN 12
#define POPOVER_WIDTH 400
#define POPOVER_HEIGHT 330 /* so that it has room on a small screen */

typedef enum
{
  FIELD_TEXT,
  FIELD_PERIOD,
  FIELD_INDICATOR,  /* the code of one */
  FIELD_INDICATORS, /* codes, one a line */
  FIELD_YES,        /* "1" or "0" */
  FIELD_LIMITS,     /* numbers, one a line, typed with semicolons */
  FIELD_LINES,      /* words, the same */
} FieldKind;

typedef struct
{
  guint column;
  FieldKind kind;
  const char *title; /* marked with N_(); NULL ends the fields of a link */
} Field;

/* From top to bottom; columns that are an id have none. */
static const Field fields[STREEK_N_LINKS][MAX_COLUMNS + 1] = {
  [STREEK_LINK_VERSION] = {
    { 0, FIELD_PERIOD, N_ ("From period") },
    { 2, FIELD_TEXT, N_ ("Definition") },
    { 1, FIELD_INDICATOR, N_ ("Takes the place of") },
    { 3, FIELD_TEXT, N_ ("Note") },
  },
  [STREEK_LINK_BREAK] = {
    { 0, FIELD_PERIOD, N_ ("Period") },
    { 1, FIELD_TEXT, N_ ("Reason") },
  },
  [STREEK_LINK_BREAKDOWN] = {
    { 1, FIELD_TEXT, N_ ("Name") },
    { 3, FIELD_INDICATORS, N_ ("Parts") },
    { 2, FIELD_YES, N_ ("The parts make up the whole") },
  },
  [STREEK_LINK_GAP] = {
    { 1, FIELD_TEXT, N_ ("Name") },
    { 2, FIELD_INDICATOR, N_ ("Supply") },
    { 3, FIELD_INDICATOR, N_ ("Need") },
  },
  [STREEK_LINK_LIMITS] = {
    { STREEK_POLICY_NAME, FIELD_TEXT, N_ ("Name") },
    { STREEK_POLICY_LIMITS, FIELD_LIMITS, N_ ("Limits") },
    { STREEK_POLICY_WORDS, FIELD_LINES, N_ ("Word for each class") },
    { STREEK_POLICY_SOURCE, FIELD_TEXT, N_ ("Source") },
    { STREEK_POLICY_FROM, FIELD_PERIOD, N_ ("Valid from period") },
    { STREEK_POLICY_TO, FIELD_PERIOD, N_ ("Valid until period") },
  },
};

struct _StreekLinkRow
{
  GtkGrid parent_instance;

  StreekContext *context;
  StreekLink link;
  char *values[MAX_COLUMNS]; /* never NULL */
  GtkWidget *first;          /* its first field */
  GtkWidget *remove_button;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Which column a field holds. */
#define COLUMN_KEY "streek-column"

G_DEFINE_FINAL_TYPE (StreekLinkRow, streek_link_row, GTK_TYPE_GRID)

static void
name_button (StreekLinkRow *self)
{
  const char *name = streek_link_row_get_name (self);
  /* Translators: button beside a name in a list; %s is the name */
  g_autofree char *label =
    *name != '\0' ? g_strdup_printf (_ ("Remove %s"), name) : g_strdup (_ ("Remove"));

  gtk_widget_set_tooltip_text (self->remove_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static guint
get_column (gpointer field)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (field), COLUMN_KEY));
}

static void
take_value (StreekLinkRow *self, gpointer field, const char *text)
{
  char **place = &self->values[get_column (field)];

  if (strcmp (*place, text) == 0)
    return;

  g_free (*place);
  *place = g_strdup (text);
  name_button (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Text and periods */

static void
on_text_cb (StreekLinkRow *self, GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  take_value (self, entry, text);
}

/* What is no period is marked at once; what is wrong with it is said when it is saved. */
static void
on_period_cb (StreekLinkRow *self, GtkEditable *entry)
{
  StreekPeriod period;

  on_text_cb (self, entry);

  const char *text = self->values[get_column (entry)];
  gboolean is_wrong = *text != '\0' && !streek_period_parse (text, &period, NULL);

  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
    is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static GtkWidget *
make_entry (StreekLinkRow *self, const Field *field)
{
  GtkWidget *entry = gtk_entry_new ();
  gboolean is_period = field->kind == FIELD_PERIOD;

  gtk_editable_set_text (GTK_EDITABLE (entry), self->values[field->column]);
  if (is_period)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "2025, 2025-Q1, 2025-01");
  g_signal_connect_object (entry, "changed",
                           is_period ? G_CALLBACK (on_period_cb) : G_CALLBACK (on_text_cb), self,
                           G_CONNECT_SWAPPED);

  return entry;
}

/* Lists, typed in one line with semicolons */

static void
on_limits_cb (StreekLinkRow *self, GtkEditable *entry)
{
  g_autofree char *lines = streek_limit_text_dup_lines (gtk_editable_get_text (entry));

  take_value (self, entry, lines);
}

static void
on_lines_cb (StreekLinkRow *self, GtkEditable *entry)
{
  g_auto (GStrv) words = g_strsplit (gtk_editable_get_text (entry), ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_strstrip (words[i]);

  g_autofree char *lines = g_strjoinv ("\n", words);

  take_value (self, entry, lines);
}

static GtkWidget *
make_list_entry (StreekLinkRow *self, const Field *field)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *value = self->values[field->column];
  gboolean is_limits = field->kind == FIELD_LIMITS;
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  g_autofree char *text =
    is_limits ? streek_limit_text_dup_from_lines (value) : g_strjoinv ("; ", lines);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry),
                                  /* Translators: an example of words for three classes */
                                  is_limits ? "10; 20" : _ ("low; attention; high"));
  g_signal_connect_object (entry, "changed",
                           is_limits ? G_CALLBACK (on_limits_cb) : G_CALLBACK (on_lines_cb), self,
                           G_CONNECT_SWAPPED);

  return entry;
}

/* Indicators */

/* Also those without figures: a definition comes before them. */
static void
add_indicators (StreekLinkRow *self, GListStore *choices)
{
  StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  guint n = catalogue != NULL ? streek_catalogue_get_n_indicators (catalogue) : 0;

  for (guint i = 0; i < n; i++)
    {
      const StreekIndicator *indicator = streek_catalogue_get (catalogue, i);
      g_autoptr (StreekChoice) choice =
        streek_choice_new (indicator->code, streek_indicator_get_shown_name (indicator),
                           indicator->theme, indicator->code);

      g_list_store_append (choices, choice);
    }
}

/* With none of them at the head. */
static GListModel *
list_choices (gpointer user_data)
{
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);
  g_autoptr (StreekChoice) none = streek_choice_new ("", C_ ("indicator", "None"), NULL, NULL);

  g_list_store_append (choices, none);
  add_indicators (user_data, choices);

  return G_LIST_MODEL (choices);
}

/* Of an indicator that is not there (any more), the code. */
static const char *
get_indicator_name (StreekLinkRow *self, const char *code)
{
  StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  const StreekIndicator *indicator =
    catalogue != NULL ? streek_catalogue_find (catalogue, code, NULL) : NULL;

  return indicator != NULL ? streek_indicator_get_shown_name (indicator) : code;
}

static void
on_indicator_cb (StreekLinkRow *self, const char *id, const char *title, GtkWidget *button)
{
  take_value (self, button, id);
  streek_choice_button_set_current (STREEK_CHOICE_BUTTON (button), id, title);
}

static GtkWidget *
make_indicator_button (StreekLinkRow *self, const Field *field)
{
  GtkWidget *button = streek_choice_button_new (_ (field->title), _ ("Find an indicator"),
                                                list_choices, G_CALLBACK (on_indicator_cb), self);
  const char *code = self->values[field->column];

  streek_choice_button_set_current (STREEK_CHOICE_BUTTON (button), code,
                                    *code != '\0' ? get_indicator_name (self, code)
                                                  : C_ ("indicator", "None"));

  return button;
}

static void
label_parts (StreekLinkRow *self, GtkMenuButton *button)
{
  g_auto (GStrv) codes = g_strsplit (self->values[get_column (button)], "\n", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    if (*codes[i] != '\0')
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "",
                              get_indicator_name (self, codes[i]));

  const char *text = names->len > 0 ? names->str : C_ ("indicator", "None");

  gtk_label_set_text (GTK_LABEL (gtk_menu_button_get_child (button)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static void
on_parts_cb (StreekPickList *list, gpointer user_data)
{
  GtkMenuButton *button = user_data;
  StreekLinkRow *self =
    STREEK_LINK_ROW (gtk_widget_get_ancestor (GTK_WIDGET (button), STREEK_TYPE_LINK_ROW));
  g_auto (GStrv) ids = streek_pick_list_dup_ids (list);
  g_autofree char *codes = ids != NULL ? g_strjoinv ("\n", ids) : g_strdup ("");

  take_value (self, button, codes);
  label_parts (self, button);
}

static GtkWidget *
make_parts_button (StreekLinkRow *self, const Field *field)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  StreekPickList *list = g_object_new (STREEK_TYPE_PICK_LIST, NULL);
  g_autoptr (GListStore) choices = g_list_store_new (STREEK_TYPE_CHOICE);
  const char *value = self->values[field->column];
  g_auto (GStrv) codes = *value != '\0' ? g_strsplit (value, "\n", -1) : NULL;

  add_indicators (self, choices);
  streek_pick_list_set_words (list, "", _ ("Find an indicator to add"));
  streek_pick_list_set_choices (list, G_LIST_MODEL (choices));
  streek_pick_list_set_ids (list, (const char *const *) codes);
  g_signal_connect_object (list, "changed", G_CALLBACK (on_parts_cb), button, 0);
  g_signal_connect_object (popover, "show", G_CALLBACK (streek_pick_list_start), list,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (popover, POPOVER_WIDTH, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), POPOVER_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (list));
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->title), -1);

  return button;
}

/* Yes or no */

static void
on_toggled_cb (StreekLinkRow *self, GtkCheckButton *check)
{
  take_value (self, check, gtk_check_button_get_active (check) ? "1" : "0");
}

static GtkWidget *
make_check (StreekLinkRow *self, const Field *field)
{
  GtkWidget *check = gtk_check_button_new_with_label (_ (field->title));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               strcmp (self->values[field->column], "1") == 0);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);

  return check;
}

/* All of them */

static GtkWidget *
make_field (StreekLinkRow *self, const Field *field)
{
  switch (field->kind)
    {
    case FIELD_INDICATOR:
      return make_indicator_button (self, field);
    case FIELD_INDICATORS:
      return make_parts_button (self, field);
    case FIELD_YES:
      return make_check (self, field);
    case FIELD_LIMITS:
    case FIELD_LINES:
      return make_list_entry (self, field);
    case FIELD_TEXT:
    case FIELD_PERIOD:
    default:
      return make_entry (self, field);
    }
}

static void
add_field (StreekLinkRow *self, const Field *field, int row)
{
  char **value = &self->values[field->column];

  if (field->kind == FIELD_YES && **value == '\0')
    {
      g_free (*value);
      *value = g_strdup ("0");
    }

  GtkWidget *widget = make_field (self, field);

  g_object_set_data (G_OBJECT (widget), COLUMN_KEY, GUINT_TO_POINTER (field->column));
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (GTK_GRID (self), widget, 1, row, 1, 1);

  if (self->first == NULL)
    self->first = widget;
  if (GTK_IS_MENU_BUTTON (widget))
    label_parts (self, GTK_MENU_BUTTON (widget));
  if (field->kind == FIELD_YES)
    return;

  GtkWidget *label = gtk_label_new (_ (field->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_grid_attach (GTK_GRID (self), label, 0, row, 1, 1);
  if (GTK_IS_ENTRY (widget))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    label, NULL, -1);
}

static void
on_remove_cb (StreekLinkRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
add_remove_button (StreekLinkRow *self)
{
  self->remove_button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_add_css_class (self->remove_button, "flat");
  gtk_grid_attach (GTK_GRID (self), self->remove_button, 2, 0, 1, 1);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (on_remove_cb), self,
                           G_CONNECT_SWAPPED);
  name_button (self);
}

static void
streek_link_row_finalize (GObject *object)
{
  StreekLinkRow *self = STREEK_LINK_ROW (object);

  g_clear_object (&self->context);
  for (guint i = 0; i < MAX_COLUMNS; i++)
    g_free (self->values[i]);

  G_OBJECT_CLASS (streek_link_row_parent_class)->finalize (object);
}

static void
streek_link_row_class_init (StreekLinkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_link_row_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_link_row_init (StreekLinkRow *self)
{
  gtk_grid_set_row_spacing (GTK_GRID (self), MARGIN / 2);
  gtk_grid_set_column_spacing (GTK_GRID (self), MARGIN);
  gtk_widget_set_margin_top (GTK_WIDGET (self), MARGIN);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), MARGIN);
  gtk_widget_set_margin_start (GTK_WIDGET (self), MARGIN);
  gtk_widget_set_margin_end (GTK_WIDGET (self), MARGIN);
}

GtkWidget *
streek_link_row_new (StreekContext *context, StreekLink link, const char *const *values)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context) && link < STREEK_N_LINKS, NULL);

  StreekLinkRow *self = g_object_new (STREEK_TYPE_LINK_ROW, NULL);
  guint n = values != NULL ? g_strv_length ((char **) values) : 0;

  self->context = g_object_ref (context);
  self->link = link;
  for (guint i = 0; i < MAX_COLUMNS; i++)
    self->values[i] = g_strdup (i < n ? values[i] : "");

  for (int i = 0; fields[link][i].title != NULL; i++)
    add_field (self, &fields[link][i], i);
  add_remove_button (self);

  return GTK_WIDGET (self);
}

void
streek_link_row_take (StreekLinkRow *self, StreekDefinition *definition)
{
  g_return_if_fail (STREEK_IS_LINK_ROW (self) && definition != NULL);

  for (const Field *field = fields[self->link]; field->title != NULL; field++)
    if (field->kind != FIELD_YES && *self->values[field->column] != '\0')
      {
        /* it takes as many as the link has columns */
        streek_definition_add_link (definition, self->link, self->values[0], self->values[1],
                                    self->values[2], self->values[3], self->values[4],
                                    self->values[5], self->values[6], NULL);
        return;
      }
}

const char *
streek_link_row_get_name (StreekLinkRow *self)
{
  g_return_val_if_fail (STREEK_IS_LINK_ROW (self), "");

  return self->values[fields[self->link][0].column];
}

void
streek_link_row_start (StreekLinkRow *self)
{
  g_return_if_fail (STREEK_IS_LINK_ROW (self));

  gtk_widget_grab_focus (self->first);
}
