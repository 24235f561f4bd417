/* streek-import-indicators-page.c: the indicators that come with a file, to be named before it is
 * taken in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-import-indicators-page.h"

#include "import/streek-new-indicator-window.h"
#include "indicator/streek-indicator.h"
#include "indicators/streek-indicator-words.h"
#include "streek-choice.h"

#include <glib/gi18n.h>

#define MIN_CHARS 20

struct _StreekImportIndicatorsPage
{
  AdwBin parent_instance;

  GtkLabel *sentence_label;
  GtkListView *list;

  StreekContext *context;
  StreekImportTask *task;
  GtkSelectionModel *selection; /* of StreekChoice */
  const StreekImport *shown;    /* what the list was filled from; only compared */
};

G_DEFINE_FINAL_TYPE (StreekImportIndicatorsPage, streek_import_indicators_page, ADW_TYPE_BIN)

GPtrArray *
streek_import_list_new_indicators (const StreekImport *import)
{
  GPtrArray *codes = g_ptr_array_new ();

  /* series stand by indicator */
  for (guint i = 0; i < import->series->len; i++)
    {
      const StreekImportSeries *series = import->series->pdata[i];
      gboolean is_known =
        codes->len > 0 && g_strcmp0 (codes->pdata[codes->len - 1], series->indicator) == 0;

      if (series->is_new_indicator && !is_known)
        g_ptr_array_add (codes, series->indicator);
    }

  return codes;
}

/* "aantal · Wonen · A count: … · Higher is better" */
static char *
describe (const StreekNewIndicator *fresh)
{
  StreekDirection direction = STREEK_DIRECTION_NEUTRAL;
  StreekIndicatorKind kind = STREEK_INDICATOR_COUNT;

  streek_indicator_parse_direction (fresh->direction, &direction);
  streek_indicator_parse_kind (fresh->kind, &kind);

  /* Translators: an indicator: its unit, its theme, what its totals are, what is better */
  return g_strdup_printf (_ ("%1$s · theme “%2$s” · %3$s · %4$s"), fresh->unit, fresh->theme,
                          kind == STREEK_INDICATOR_COUNT ? _ ("adds up") : _ ("does not add up"),
                          streek_direction_get_words (direction));
}

static GListModel *
list_choices (const StreekImport *import)
{
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);
  g_autoptr (GPtrArray) codes = streek_import_list_new_indicators (import);

  for (guint i = 0; i < codes->len; i++)
    {
      const StreekNewIndicator *fresh =
        streek_mapping_find_indicator (import->mapping, codes->pdata[i]);

      if (fresh == NULL)
        continue;

      g_autofree char *words = describe (fresh);
      g_autoptr (StreekChoice) choice = streek_choice_new (fresh->code, fresh->name, words, NULL);

      g_list_store_append (choices, choice);
    }

  return G_LIST_MODEL (choices);
}

/* (element-type utf8) (transfer full): codes of what is selected */
static GPtrArray *
list_selected (StreekImportIndicatorsPage *self)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StreekChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (gtk_selection_model_is_selected (self->selection, i))
        g_ptr_array_add (codes, g_strdup (streek_choice_get_id (choice)));
    }

  return codes;
}

static void
update_actions (StreekImportIndicatorsPage *self)
{
  g_autoptr (GPtrArray) codes = self->selection != NULL ? list_selected (self) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-indicators.change",
                                 codes != NULL && codes->len > 0);
}

/* Who is changing things keeps what they selected. */
static void
restore_selection (StreekImportIndicatorsPage *self, GPtrArray *codes)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  /* the first time the first one is, so that it can be changed at once */
  if (codes == NULL && n > 0)
    gtk_selection_model_select_item (self->selection, 0, TRUE);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StreekChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      for (guint j = 0; codes != NULL && j < codes->len; j++)
        if (g_strcmp0 (codes->pdata[j], streek_choice_get_id (choice)) == 0)
          gtk_selection_model_select_item (self->selection, i, FALSE);
    }
}

static void
fill (StreekImportIndicatorsPage *self, const StreekImport *import)
{
  g_autoptr (GPtrArray) codes = self->selection != NULL ? list_selected (self) : NULL;
  GListModel *choices = list_choices (import);
  guint n = g_list_model_get_n_items (choices);
  g_autofree char *sentence = g_strdup_printf (
    ngettext (
      "This file brings %u new indicator. See whether it is called and counted rightly.",
      "This file brings %u new indicators. See whether they are called and counted rightly.", n),
    n);

  g_clear_object (&self->selection);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (choices));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  restore_selection (self, codes);
  gtk_list_view_set_model (self->list, self->selection);
  gtk_label_set_text (self->sentence_label, sentence);
  self->shown = import;
  update_actions (self);
}

/* Only while it is seen: what a person does not look at holds nobody up. */
static void
update (StreekImportIndicatorsPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  const StreekImport *import = streek_import_task_get_import (self->task);

  if (import != NULL && import != self->shown)
    fill (self, import);
}

static void
change (StreekImportIndicatorsPage *self, GPtrArray *codes)
{
  if (codes->len > 0)
    gtk_window_present (GTK_WINDOW (streek_new_indicator_window_new_to_change (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context, self->task, codes)));
}

static void
on_activated_cb (StreekImportIndicatorsPage *self, guint position)
{
  g_autoptr (StreekChoice) choice =
    g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (codes, g_strdup (streek_choice_get_id (choice)));
  change (self, codes);
}

static void
change_selected (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekImportIndicatorsPage *self = STREEK_IMPORT_INDICATORS_PAGE (widget);
  g_autoptr (GPtrArray) codes = list_selected (self);

  change (self, codes);
}

static void
select_all (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekImportIndicatorsPage *self = STREEK_IMPORT_INDICATORS_PAGE (widget);

  if (self->selection != NULL)
    gtk_selection_model_select_all (self->selection);
}

/* One line, of which GTK asks no label how narrow or high it may be: there may be hundreds. */
static GtkWidget *
make_line (const char *css_class)
{
  GtkWidget *line = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (line), MIN_CHARS);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (line, css_class);
      gtk_widget_add_css_class (line, "caption");
    }

  return line;
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), make_line (NULL));
  gtk_box_append (GTK_BOX (box), make_line ("dim-label"));
  gtk_list_item_set_child (item, box);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  StreekChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_inscription_set_text (GTK_INSCRIPTION (title), streek_choice_get_title (choice));
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_next_sibling (title)),
                            streek_choice_get_subtitle (choice));
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), streek_choice_get_subtitle (choice));
}

static void
streek_import_indicators_page_dispose (GObject *object)
{
  StreekImportIndicatorsPage *self = STREEK_IMPORT_INDICATORS_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->task);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_import_indicators_page_parent_class)->dispose (object);
}

static void
streek_import_indicators_page_class_init (StreekImportIndicatorsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_import_indicators_page_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-import-indicators-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekImportIndicatorsPage, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, StreekImportIndicatorsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
  gtk_widget_class_install_action (widget_class, "new-indicators.change", NULL, change_selected);
  gtk_widget_class_install_action (widget_class, "new-indicators.select-all", NULL, select_all);
}

static void
streek_import_indicators_page_init (StreekImportIndicatorsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  update_actions (self);
}

void
streek_import_indicators_page_set_task (StreekImportIndicatorsPage *self,
                                        StreekContext *context,
                                        StreekImportTask *task)
{
  g_return_if_fail (STREEK_IS_IMPORT_INDICATORS_PAGE (self) && self->task == NULL);

  self->context = g_object_ref (context);
  self->task = g_object_ref (task);
  g_signal_connect_object (task, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
  update (self);
}
