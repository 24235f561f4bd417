/* streek-indicator-list.c: the indicators by theme, to search and choose from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-indicator-list.h"

#include "indicators/streek-indicator-words.h"
#include "streek-focus.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _StreekIndicatorList
{
  GtkWidget parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack; /* list, nothing */
  GtkListBox *list_box;

  StreekContext *context;
  gboolean selecting; /* the row follows the context, not a person */
};

/* What filter and header need of a row; the catalogue itself may be renewed meanwhile. */
#define CODE_KEY "streek-code"
#define THEME_KEY "streek-theme"
#define FOLDED_KEY "streek-folded"
/* All that a row says: one that says the same stays. */
#define WORDS_KEY "streek-words"

G_DEFINE_FINAL_TYPE (StreekIndicatorList, streek_indicator_list, GTK_TYPE_WIDGET)

/* Without accents and case, so that "menages" finds "ménages". */
static char *
fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *plain = g_string_new (NULL);

  for (const char *c = decomposed; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_ismark (g_utf8_get_char (c)))
      g_string_append_unichar (plain, g_unichar_tolower (g_utf8_get_char (c)));

  return g_string_free (plain, FALSE);
}

static gboolean
is_row_shown (GtkListBoxRow *row, gpointer user_data)
{
  StreekIndicatorList *self = user_data;
  g_autofree char *wanted = fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  const char *text = g_object_get_data (G_OBJECT (row), FOLDED_KEY);
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *theme = g_object_get_data (G_OBJECT (row), THEME_KEY);
  const char *theme_before =
    before != NULL ? g_object_get_data (G_OBJECT (before), THEME_KEY) : NULL;

  if (g_strcmp0 (theme, theme_before) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  GtkWidget *label = gtk_label_new (theme);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "list-header");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
make_badge (void)
{
  GtkWidget *badge = gtk_label_new (C_ ("indicator", "No figures yet"));

  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_add_css_class (badge, "caption");
  gtk_widget_set_halign (badge, GTK_ALIGN_START);

  return badge;
}

/* Aliases, and what files call it. */
static char *
join_other_names (const StreekCatalogue *catalogue, const char *code)
{
  g_autoptr (GPtrArray) aliases = streek_catalogue_list_aliases (catalogue, code);
  g_autoptr (GPtrArray) labels = streek_catalogue_list_labels (catalogue, code);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < aliases->len; i++)
    g_string_append_printf (text, " %s", ((StreekAlias *) aliases->pdata[i])->alias);
  for (guint i = 0; i < labels->len; i++)
    g_string_append_printf (text, " %s", ((StreekSourceLabel *) labels->pdata[i])->label);

  return g_string_free (text, FALSE);
}

/* What a row says, and what it is found by. */
typedef struct
{
  const StreekIndicator *indicator;
  char *detail;
  char *searched;
  char *all; /* all of it as one text */
  gboolean has_figures;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->detail);
  g_free (words->searched);
  g_free (words->all);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static void
words_init (Words *words, const StreekCatalogue *catalogue, const StreekIndicator *indicator)
{
  g_autofree char *span = streek_indicator_dup_span (catalogue, indicator);
  g_autofree char *other_names = join_other_names (catalogue, indicator->code);

  words->indicator = indicator;
  words->has_figures = span != NULL;
  words->detail =
    span != NULL ? g_strdup_printf ("%s · %s", indicator->unit, span) : g_strdup (indicator->unit);
  words->searched =
    g_strjoin (" ", indicator->name, indicator->name_en != NULL ? indicator->name_en : "",
               indicator->theme, indicator->code, other_names, NULL);
  words->all =
    g_strjoin ("\n", indicator->code, indicator->theme, streek_indicator_get_shown_name (indicator),
               words->detail, words->has_figures ? "+" : "-", words->searched, NULL);
}

static GtkWidget *
make_row (const Words *words)
{
  const StreekIndicator *indicator = words->indicator;
  const char *name = streek_indicator_get_shown_name (indicator);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (name), *subtitle = gtk_label_new (words->detail);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);

  if (!words->has_figures)
    gtk_box_append (GTK_BOX (box), make_badge ());

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), CODE_KEY, g_strdup (indicator->code), g_free);
  g_object_set_data_full (G_OBJECT (row), THEME_KEY, g_strdup (indicator->theme), g_free);
  g_object_set_data_full (G_OBJECT (row), FOLDED_KEY, fold (words->searched), g_free);
  g_object_set_data_full (G_OBJECT (row), WORDS_KEY, g_strdup (words->all), g_free);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    words->has_figures ? words->detail : C_ ("indicator", "No figures yet"), -1);

  return row;
}

static void
select_current (StreekIndicatorList *self)
{
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);
  GtkListBoxRow *row;

  self->selecting = TRUE;
  gtk_list_box_unselect_all (self->list_box);

  for (int i = 0;
       indicator != NULL && (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), CODE_KEY), indicator->code) == 0)
      gtk_list_box_select_row (self->list_box, row);

  self->selecting = FALSE;
}

static const char *
get_words (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), WORDS_KEY);
}

/* (transfer full) (element-type utf8): what the rows say */
static GHashTable *
list_words (StreekIndicatorList *self)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    g_hash_table_add (all, g_strdup (get_words (row)));

  return all;
}

static void
remove_row (StreekIndicatorList *self, GtkListBoxRow *row, GHashTable *left)
{
  g_hash_table_remove (left, get_words (row));
  gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
}

/* The row at @index says @words from now on: the one that does already, or a new one.
 * @left: (element-type utf8): what the rows from @index on say */
static void
place_row (StreekIndicatorList *self, int index, const Words *words, GHashTable *left)
{
  GtkListBoxRow *row;

  if (!g_hash_table_contains (left, words->all))
    {
      gtk_list_box_insert (self->list_box, make_row (words), index);
      return;
    }

  /* those between are gone, or come again further down */
  while ((row = gtk_list_box_get_row_at_index (self->list_box, index)) != NULL &&
         strcmp (get_words (row), words->all) != 0)
    remove_row (self, row, left);
  g_hash_table_remove (left, words->all);
}

/* Only rows that say something else are made anew: to measure all of them takes a while. */
static void
on_data_changed_cb (StreekIndicatorList *self)
{
  const StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  guint n = catalogue != NULL ? streek_catalogue_get_n_indicators (catalogue) : 0;
  g_autoptr (GHashTable) left = list_words (self);
  GtkListBoxRow *row;

  self->selecting = TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_auto (Words) words = { 0 };

      words_init (&words, catalogue, streek_catalogue_get (catalogue, i));
      place_row (self, (int) i, &words, left);
    }

  while ((row = gtk_list_box_get_row_at_index (self->list_box, (int) n)) != NULL)
    remove_row (self, row, left);

  self->selecting = FALSE;
  select_current (self);
}

static void
on_row_selected_cb (StreekIndicatorList *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->selecting)
    streek_context_set_indicator (self->context, g_object_get_data (G_OBJECT (row), CODE_KEY));
}

/* The one that is chosen already is shown again, where own counts stood in its place. */
static void
on_row_activated_cb (StreekIndicatorList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "indicators.show", NULL);
}

static void
on_search_changed_cb (StreekIndicatorList *self)
{
  GtkListBoxRow *row;
  gboolean any = FALSE;

  gtk_list_box_invalidate_filter (self->list_box);

  for (int i = 0; !any && (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    any = is_row_shown (row, self);

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "nothing");
}

static void
streek_indicator_list_dispose (GObject *object)
{
  StreekIndicatorList *self = STREEK_INDICATOR_LIST (object);
  GtkWidget *child;

  g_clear_object (&self->context);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (streek_indicator_list_parent_class)->dispose (object);
}

static void
streek_indicator_list_class_init (StreekIndicatorListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_indicator_list_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-indicator-list.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorList, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorList, list_box);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
}

static void
streek_indicator_list_init (StreekIndicatorList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_focus_make_one_stop (self->list_box);
  gtk_list_box_set_filter_func (self->list_box, is_row_shown, self, NULL);
  gtk_list_box_set_header_func (self->list_box, update_header, self, NULL);
}

void
streek_indicator_list_set_context (StreekIndicatorList *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_INDICATOR_LIST (self) && self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (on_data_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (select_current), self,
                           G_CONNECT_SWAPPED);
  on_data_changed_cb (self);
}
