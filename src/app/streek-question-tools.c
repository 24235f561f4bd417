/* streek-question-tools.c: the buttons over an answer: kind, areas, indicators and periods */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-question-tools"
#include "config.h"
#include "streek-question-tools.h"

#include "streek-area-choices.h"
#include "streek-period-choice.h"
#include "streek-pick-list.h"

#include <glib/gi18n.h>

#define SPACING 6

typedef struct
{
  GtkMenuButton *kind_button;
  GtkLabel *kind_label;
  StreekKindList *kinds;
  GtkCheckButton *shown_check;
  GtkCheckButton *within_check;
  GtkCheckButton *selected_check;
  GtkCheckButton *saved_check;
  GtkWidget *reference_box;
  StreekPickList *reference_list;
  GtkWidget *indicators_button;
  StreekPickList *indicator_list;
  GtkWidget *periods_button;
  GtkDropDown *first_drop_down;
  GtkDropDown *last_drop_down;
  GtkWidget *base_label;
  GtkDropDown *base_drop_down;

  StreekQuestion *question;
  GArray *periods;     /* (element-type StreekPeriod): those in the lists of periods */
  gboolean is_filling; /* widgets are being set from the question */
} StreekQuestionToolsPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StreekQuestionTools, streek_question_tools, GTK_TYPE_WIDGET)

static StreekQuestionToolsPrivate *
get_private (StreekQuestionTools *self)
{
  return streek_question_tools_get_instance_private (self);
}

static StreekContext *
get_context (StreekQuestionTools *self)
{
  return streek_question_get_context (get_private (self)->question);
}

static StreekQuestionChoices
get_choices (StreekQuestionTools *self)
{
  return STREEK_QUESTION_TOOLS_GET_CLASS (self)->get_choices (self);
}

static void
take_choices (StreekQuestionTools *self, const StreekQuestionChoices *choices)
{
  STREEK_QUESTION_TOOLS_GET_CLASS (self)->take_choices (self, choices);
}

/* Kind */

static void
on_changed_cb (StreekQuestionTools *self)
{
  StreekQuestionToolsPrivate *priv = get_private (self);
  StreekQuestionToolsClass *klass = STREEK_QUESTION_TOOLS_GET_CLASS (self);
  const char *label = klass->get_kind_label (self);
  g_autofree char *name = klass->name_kind (label);

  gtk_label_set_text (priv->kind_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->kind_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (klass->update != NULL)
    klass->update (self);
}

static void
on_kinds_show_cb (StreekQuestionTools *self)
{
  StreekKindList *kinds = get_private (self)->kinds;

  streek_kind_list_clear (kinds);
  STREEK_QUESTION_TOOLS_GET_CLASS (self)->add_kinds (self, kinds);
  streek_kind_list_start (kinds);
}

static void
on_kind_chosen_cb (StreekQuestionTools *self, int kind)
{
  STREEK_QUESTION_TOOLS_GET_CLASS (self)->choose_kind (self, kind);
  gtk_menu_button_popdown (get_private (self)->kind_button);
}

/* Areas */

static GtkCheckButton *
get_area_check (StreekQuestionTools *self, StreekQuestionAreas areas)
{
  StreekQuestionToolsPrivate *priv = get_private (self);

  switch (areas)
    {
    case STREEK_QUESTION_AREAS_WITHIN:
      return priv->within_check;
    case STREEK_QUESTION_AREAS_SELECTED:
      return priv->selected_check;
    case STREEK_QUESTION_AREAS_SAVED:
      return priv->saved_check;
    case STREEK_QUESTION_AREAS_SHOWN:
    default:
      return priv->shown_check;
    }
}

/* Those of the context, or only the one around them. */
static void
label_context_areas (StreekQuestionTools *self)
{
  StreekQuestionToolsPrivate *priv = get_private (self);
  StreekContext *context = get_context (self);
  const StreekArea *within = streek_context_get_within_area (context);
  g_autofree char *shown = streek_context_dup_shown_areas (context);
  /* Translators: %s is the name of an area */
  g_autofree char *only =
    within != NULL ? g_strdup_printf (_ ("Only %s itself"), within->name) : NULL;

  gtk_check_button_set_label (priv->shown_check, shown);
  gtk_check_button_set_label (priv->within_check, only != NULL ? only : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->within_check), within != NULL);
}

/* Saved ones are there only while the question is about areas that no other choice has. */
static void
label_other_areas (StreekQuestionTools *self)
{
  StreekQuestionToolsPrivate *priv = get_private (self);
  StreekQuestionToolsClass *klass = STREEK_QUESTION_TOOLS_GET_CLASS (self);
  StreekQuestionAreas areas = streek_question_get_areas (priv->question);
  guint n = streek_selection_get_n_selected (streek_context_get_selection (get_context (self)));
  guint n_saved = klass->takes_other_areas ? klass->count_areas (self) : 0;
  g_autofree char *selected =
    /* Translators: areas chosen on map or table */
    g_strdup_printf (ngettext ("The selected area (%u)", "The selected areas (%u)", n), n);
  g_autofree char *saved = g_strdup_printf (
    ngettext ("The area of the saved view (%u)", "The areas of the saved view (%u)", n_saved),
    n_saved);

  gtk_check_button_set_label (priv->selected_check, selected);
  gtk_widget_set_visible (GTK_WIDGET (priv->selected_check), klass->takes_other_areas);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->selected_check),
                            n > 0 || areas == STREEK_QUESTION_AREAS_SELECTED);
  gtk_check_button_set_label (priv->saved_check, saved);
  gtk_widget_set_visible (GTK_WIDGET (priv->saved_check), areas == STREEK_QUESTION_AREAS_SAVED);
}

/* With no area around the ones shown, those are what is meant. */
static GtkCheckButton *
get_current_check (StreekQuestionTools *self)
{
  StreekQuestionAreas areas = streek_question_get_areas (get_private (self)->question);
  gboolean is_nowhere = areas == STREEK_QUESTION_AREAS_WITHIN &&
                        streek_context_get_within_area (get_context (self)) == NULL;

  return get_area_check (self, is_nowhere ? STREEK_QUESTION_AREAS_SHOWN : areas);
}

static void
on_areas_show_cb (StreekQuestionTools *self)
{
  StreekQuestionToolsPrivate *priv = get_private (self);
  StreekContext *context = get_context (self);
  g_autoptr (GListStore) choices = streek_area_choices_new (
    streek_context_get_areas (context), streek_context_get_area_date (context), NULL);

  priv->is_filling = TRUE;
  label_context_areas (self);
  label_other_areas (self);
  gtk_check_button_set_active (get_current_check (self), TRUE);
  streek_pick_list_set_choices (priv->reference_list, G_LIST_MODEL (choices));
  streek_pick_list_set_ids (priv->reference_list,
                            (const char *const *) get_choices (self).references);
  priv->is_filling = FALSE;
}

static void
on_areas_toggled_cb (StreekQuestionTools *self, GtkCheckButton *check)
{
  StreekQuestionToolsPrivate *priv = get_private (self);

  if (priv->is_filling || !gtk_check_button_get_active (check))
    return;

  StreekQuestionAreas areas = STREEK_QUESTION_AREAS_SHOWN;

  while (get_area_check (self, areas) != check)
    areas++;
  streek_question_set_areas (priv->question, areas);
}

static void
on_references_cb (StreekQuestionTools *self)
{
  StreekPickList *list = get_private (self)->reference_list;
  g_auto (GStrv) ids = streek_pick_list_dup_ids (list);
  guint n = ids != NULL ? g_strv_length (ids) : 0;
  gboolean is_too_much = n > 1 && STREEK_QUESTION_TOOLS_GET_CLASS (self)->has_one_reference;
  StreekQuestionChoices choices = get_choices (self);

  choices.references = is_too_much ? ids + n - 1 : ids;
  if (is_too_much)
    streek_pick_list_set_ids (list, (const char *const *) choices.references);
  take_choices (self, &choices);
}

/* Indicators */

static void
on_indicators_show_cb (StreekQuestionTools *self)
{
  StreekPickList *list = get_private (self)->indicator_list;
  g_autoptr (GListStore) all =
    streek_indicator_choices_new (streek_context_get_catalogue (get_context (self)));

  streek_pick_list_set_choices (list, G_LIST_MODEL (all));
  streek_pick_list_set_ids (list, (const char *const *) get_choices (self).indicators);
  streek_pick_list_start (list);
}

static void
on_indicators_cb (StreekQuestionTools *self)
{
  g_auto (GStrv) ids = streek_pick_list_dup_ids (get_private (self)->indicator_list);
  StreekQuestionChoices choices = get_choices (self);

  choices.indicators = ids;
  take_choices (self, &choices);
}

/* Periods */

static void
on_periods_show_cb (StreekQuestionTools *self)
{
  StreekQuestionToolsPrivate *priv = get_private (self);
  StreekQuestionChoices choices = get_choices (self);

  priv->is_filling = TRUE;
  g_clear_pointer (&priv->periods, g_array_unref);
  priv->periods = streek_context_list_periods (get_context (self));
  /* Translators: in a list of periods: where the figures begin */
  streek_period_choice_fill (priv->first_drop_down, priv->periods, _ ("The first"),
                             choices.periods.first);
  /* Translators: in a list of periods: where the figures end */
  streek_period_choice_fill (priv->last_drop_down, priv->periods, _ ("The newest"),
                             choices.periods.last);
  streek_period_choice_fill (priv->base_drop_down, priv->periods,
                             _ (STREEK_QUESTION_TOOLS_GET_CLASS (self)->words->no_base),
                             choices.base);
  priv->is_filling = FALSE;
}

static void
on_period_cb (StreekQuestionTools *self, GParamSpec *pspec, GtkDropDown *drop_down)
{
  StreekQuestionToolsPrivate *priv = get_private (self);

  if (priv->is_filling)
    return;

  StreekQuestionChoices choices = get_choices (self);
  StreekPeriod first = streek_period_choice_get (priv->first_drop_down, priv->periods);
  StreekPeriod last = streek_period_choice_get (priv->last_drop_down, priv->periods);

  /* a range that ends before it begins: the end that was not touched gives way */
  if (first.kind != STREEK_PERIOD_NONE && last.kind != STREEK_PERIOD_NONE &&
      streek_period_compare (first, last) > 0)
    {
      gtk_drop_down_set_selected (
        drop_down == priv->first_drop_down ? priv->last_drop_down : priv->first_drop_down, 0);
      return;
    }

  choices.periods = (StreekPeriodRange){ .first = first, .last = last };
  choices.base = streek_period_choice_get (priv->base_drop_down, priv->periods);
  take_choices (self, &choices);
}

static void
streek_question_tools_dispose (GObject *object)
{
  StreekQuestionTools *self = STREEK_QUESTION_TOOLS (object);
  StreekQuestionToolsPrivate *priv = get_private (self);
  GtkWidget *child;

  g_clear_pointer (&priv->periods, g_array_unref);
  g_clear_object (&priv->question);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (streek_question_tools_parent_class)->dispose (object);
}

/* Only here is it known which class it is. */
static void
streek_question_tools_constructed (GObject *object)
{
  StreekQuestionTools *self = STREEK_QUESTION_TOOLS (object);
  StreekQuestionToolsPrivate *priv = get_private (self);
  const StreekQuestionWords *words = STREEK_QUESTION_TOOLS_GET_CLASS (self)->words;

  G_OBJECT_CLASS (streek_question_tools_parent_class)->constructed (object);

  streek_kind_list_set_name (priv->kinds, _ (words->kind));
  gtk_widget_set_tooltip_text (priv->indicators_button, _ (words->indicators_tip));
  gtk_widget_set_tooltip_text (priv->periods_button, _ (words->periods_tip));
  streek_pick_list_set_words (priv->reference_list, _ (words->no_reference),
                              _ ("Find an area to compare with"));
  streek_pick_list_set_words (priv->indicator_list, "", _ ("Find an indicator to add"));
  streek_pick_list_set_minimum (priv->indicator_list, 1);
}

static void
streek_question_tools_class_init (StreekQuestionToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = streek_question_tools_constructed;
  G_OBJECT_CLASS (klass)->dispose = streek_question_tools_dispose;

  g_type_ensure (STREEK_TYPE_KIND_LIST);
  g_type_ensure (STREEK_TYPE_PICK_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-question-tools.ui");
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, kind_button);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, kind_label);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, kinds);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, shown_check);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, within_check);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, selected_check);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, saved_check);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, reference_box);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, reference_list);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools,
                                                indicators_button);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, indicator_list);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, periods_button);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, first_drop_down);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, last_drop_down);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, base_label);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionTools, base_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, on_kinds_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_areas_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_areas_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_references_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_indicators_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_indicators_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_periods_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_period_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
streek_question_tools_init (StreekQuestionTools *self)
{
  StreekQuestionToolsPrivate *priv = get_private (self);

  priv->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              SPACING);
  priv->is_filling = FALSE;
}

StreekQuestion *
streek_question_tools_get_question (StreekQuestionTools *self)
{
  g_return_val_if_fail (STREEK_IS_QUESTION_TOOLS (self), NULL);

  return get_private (self)->question;
}

void
streek_question_tools_set_question (StreekQuestionTools *self, StreekQuestion *question)
{
  g_return_if_fail (STREEK_IS_QUESTION_TOOLS (self));
  g_return_if_fail (get_private (self)->question == NULL);

  get_private (self)->question = g_object_ref (question);
  g_signal_connect_object (question, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_changed_cb (self);
}

void
streek_question_tools_show_references (StreekQuestionTools *self, gboolean shown)
{
  g_return_if_fail (STREEK_IS_QUESTION_TOOLS (self));

  gtk_widget_set_visible (get_private (self)->reference_box, shown);
}

void
streek_question_tools_show_base (StreekQuestionTools *self, gboolean shown)
{
  g_return_if_fail (STREEK_IS_QUESTION_TOOLS (self));

  gtk_widget_set_visible (get_private (self)->base_label, shown);
  gtk_widget_set_visible (GTK_WIDGET (get_private (self)->base_drop_down), shown);
}
