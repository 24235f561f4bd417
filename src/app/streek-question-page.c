/* streek-question-page.c: a tab with the answer to a question, under the buttons that change it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-question-page"
#include "config.h"
#include "streek-question-page.h"

#include "area/streek-areas.h"
#include "figure/streek-figure.h"
#include "indicator/streek-indicator.h"
#include "stats/streek-stats-error.h"
#include "streek-question-tools.h"
#include "streek-waiting.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  GtkBox *head;
  GtkSpinner *spinner;
  GtkStack *stack; /* loading, answer, none, empty, error */
  AdwStatusPage *none_page;
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  GtkBox *answer;
  GtkWidget *heading;
  GtkBox *foot;
  GtkLabel *title_label;
  GtkLabel *context_label;
  GtkWidget *notes;
  GtkLabel *notes_label;
  GtkLabel *source_label;

  StreekQuestionTools *tools; /* (unowned) */
  StreekQuestion *question;
} StreekQuestionPagePrivate;

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (StreekQuestionPage,
                                  streek_question_page,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (StreekQuestionPage)
                                    G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                           buildable_iface_init))

static GtkBuildableIface *parent_buildable_iface;

static StreekQuestionPagePrivate *
get_private (StreekQuestionPage *self)
{
  return streek_question_page_get_instance_private (self);
}

/* No answer: which of several reasons, and what helps. */
static const char *
choose_page_without_answer (StreekQuestionPage *self)
{
  StreekQuestionPagePrivate *priv = get_private (self);
  const GError *error = streek_question_get_error (priv->question);

  if (streek_context_get_indicator (streek_question_get_context (priv->question)) == NULL)
    return "none";

  if (error == NULL)
    return "loading";

  g_autofree char *words = g_markup_escape_text (error->message, -1);
  gboolean no_answer = error->domain == STREEK_FIGURE_ERROR || error->domain == STREEK_AREA_ERROR ||
                       error->domain == STREEK_INDICATOR_ERROR ||
                       error->domain == STREEK_STATS_ERROR;

  adw_status_page_set_description (no_answer ? priv->empty_page : priv->error_page, words);

  return no_answer ? "empty" : "error";
}

static void
on_answer_cb (StreekQuestionPage *self)
{
  StreekQuestionPagePrivate *priv = get_private (self);
  gboolean has_answer = streek_question_get_answer (priv->question) != NULL;

  if (has_answer)
    STREEK_QUESTION_PAGE_GET_CLASS (self)->name_answer (self);
  gtk_spinner_stop (priv->spinner);
  gtk_stack_set_visible_child_name (priv->stack,
                                    has_answer ? "answer" : choose_page_without_answer (self));
}

static void
on_changed_cb (StreekQuestionPage *self)
{
  gtk_spinner_start (get_private (self)->spinner);
}

static void
on_retry_cb (StreekQuestionPage *self)
{
  streek_question_reload (get_private (self)->question);
}

static void
streek_question_page_add_child (GtkBuildable *buildable,
                                GtkBuilder *builder,
                                GObject *child,
                                const char *type)
{
  StreekQuestionPagePrivate *priv = get_private (STREEK_QUESTION_PAGE (buildable));

  if (g_strcmp0 (type, "tools") == 0)
    {
      priv->tools = STREEK_QUESTION_TOOLS (child);
      gtk_box_prepend (priv->head, GTK_WIDGET (child));
    }
  else if (g_strcmp0 (type, "view") == 0)
    gtk_box_insert_child_after (priv->answer, GTK_WIDGET (child), priv->heading);
  else if (g_strcmp0 (type, "foot") == 0)
    gtk_box_prepend (priv->foot, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = streek_question_page_add_child;
}

static void
streek_question_page_map (GtkWidget *widget)
{
  StreekQuestionPagePrivate *priv = get_private (STREEK_QUESTION_PAGE (widget));

  GTK_WIDGET_CLASS (streek_question_page_parent_class)->map (widget);
  if (priv->question != NULL)
    streek_question_set_active (priv->question, TRUE);
}

static void
streek_question_page_unmap (GtkWidget *widget)
{
  StreekQuestionPagePrivate *priv = get_private (STREEK_QUESTION_PAGE (widget));

  if (priv->question != NULL)
    streek_question_set_active (priv->question, FALSE);
  GTK_WIDGET_CLASS (streek_question_page_parent_class)->unmap (widget);
}

static void
streek_question_page_dispose (GObject *object)
{
  StreekQuestionPage *self = STREEK_QUESTION_PAGE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&get_private (self)->question);

  G_OBJECT_CLASS (streek_question_page_parent_class)->dispose (object);
}

/* Only here is it known which class it is. */
static void
streek_question_page_constructed (GObject *object)
{
  StreekQuestionPage *self = STREEK_QUESTION_PAGE (object);
  StreekQuestionPagePrivate *priv = get_private (self);
  StreekQuestionPageClass *klass = STREEK_QUESTION_PAGE_GET_CLASS (self);
  const StreekQuestionPageWords *words = klass->words;

  G_OBJECT_CLASS (streek_question_page_parent_class)->constructed (object);

  gtk_widget_set_visible (GTK_WIDGET (priv->spinner), klass->takes_long);
  adw_status_page_set_description (priv->none_page, _ (words->no_indicator));
  adw_status_page_set_title (priv->empty_page, _ (words->no_answer));
  adw_status_page_set_title (priv->error_page, _ (words->failed));
}

static void
streek_question_page_class_init (StreekQuestionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = streek_question_page_constructed;
  object_class->dispose = streek_question_page_dispose;
  widget_class->map = streek_question_page_map;
  widget_class->unmap = streek_question_page_unmap;

  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-question-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, head);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, spinner);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, none_page);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, empty_page);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, error_page);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, answer);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, heading);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, foot);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, title_label);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, context_label);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, notes);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, notes_label);
  gtk_widget_class_bind_template_child_private (widget_class, StreekQuestionPage, source_label);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_question_page_init (StreekQuestionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StreekQuestion *
streek_question_page_get_question (StreekQuestionPage *self)
{
  g_return_val_if_fail (STREEK_IS_QUESTION_PAGE (self), NULL);

  return get_private (self)->question;
}

void
streek_question_page_set_question (StreekQuestionPage *self, StreekQuestion *question)
{
  g_return_if_fail (STREEK_IS_QUESTION_PAGE (self));
  g_return_if_fail (get_private (self)->question == NULL);

  StreekQuestionPagePrivate *priv = get_private (self);

  priv->question = g_object_ref (question);
  streek_question_tools_set_question (priv->tools, question);
  g_signal_connect_object (question, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "notify::answer", G_CALLBACK (on_answer_cb), self,
                           G_CONNECT_SWAPPED);
  on_answer_cb (self);
}

/* A line that says nothing takes no room. */
static void
set_line (GtkLabel *label, GtkWidget *shown, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (shown, text != NULL && *text != '\0');
}

void
streek_question_page_set_words (StreekQuestionPage *self,
                                const char *title,
                                const char *context,
                                const char *const *notes,
                                const char *source)
{
  g_return_if_fail (STREEK_IS_QUESTION_PAGE (self));

  StreekQuestionPagePrivate *priv = get_private (self);
  g_autofree char *lines = notes != NULL ? g_strjoinv ("\n", (char **) notes) : NULL;

  set_line (priv->title_label, GTK_WIDGET (priv->title_label), title);
  set_line (priv->context_label, GTK_WIDGET (priv->context_label), context);
  set_line (priv->notes_label, priv->notes, lines);
  set_line (priv->source_label, GTK_WIDGET (priv->source_label), source);
}
