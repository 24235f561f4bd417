/* streek-question-page.h: a tab with the answer to a question, under the buttons that change it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-question.h"

#include <gtk/gtk.h>

/* Marked with N_(). */
typedef struct
{
  const char *no_indicator; /* what to do while none is chosen */
  const char *no_answer;    /* title, where the figures have none */
  const char *failed;       /* title, where it could not be worked out */
} StreekQuestionPageWords;

#define STREEK_TYPE_QUESTION_PAGE (streek_question_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (
  StreekQuestionPage, streek_question_page, STREEK, QUESTION_PAGE, GtkWidget)

/* The template of a class has children of these types: "tools", a #StreekQuestionTools; "view",
 * what shows the answer; "foot", over the notes. Nothing is worked out but while the page is shown.
 */
struct _StreekQuestionPageClass
{
  GtkWidgetClass parent_class;

  const StreekQuestionPageWords *words;
  gboolean takes_long; /* an answer may: a spinner turns meanwhile */
  /* There is an answer: calls streek_question_page_set_words(). */
  void (*name_answer) (StreekQuestionPage *self);
};

StreekQuestion *streek_question_page_get_question (StreekQuestionPage *self);
/* To be called once. */
void streek_question_page_set_question (StreekQuestionPage *self, StreekQuestion *question);
/* What stands around the answer. @context, @source: (nullable) @notes: (nullable) (array
 * zero-terminated=1) */
void streek_question_page_set_words (StreekQuestionPage *self,
                                     const char *title,
                                     const char *context,
                                     const char *const *notes,
                                     const char *source);
