/* streek-question-tools.h: the buttons over an answer: kind, areas, indicators and periods */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-kind-list.h"
#include "streek-question.h"

#include <gtk/gtk.h>

/* What the buttons show of a question, and what people choose with them. */
typedef struct
{
  char **indicators; /* (nullable) */
  char **references; /* (nullable): "SET:CODE" of the areas to compare with */
  StreekPeriodRange periods;
  StreekPeriod base; /* of an index */
} StreekQuestionChoices;

/* Marked with N_(). */
typedef struct
{
  const char *kind;           /* what the list of kinds is called */
  const char *indicators_tip; /* what the button of the indicators does */
  const char *periods_tip;
  const char *no_reference; /* while no area is picked to compare with */
  const char *no_base;      /* at the head of the periods of an index */
} StreekQuestionWords;

#define STREEK_TYPE_QUESTION_TOOLS (streek_question_tools_get_type ())
G_DECLARE_DERIVABLE_TYPE (
  StreekQuestionTools, streek_question_tools, STREEK, QUESTION_TOOLS, GtkWidget)

/* A class puts its own buttons behind these as children of its template. */
struct _StreekQuestionToolsClass
{
  GtkWidgetClass parent_class;

  const StreekQuestionWords *words;
  gboolean has_one_reference; /* one at a time: another takes the place of the one before */
  gboolean takes_other_areas; /* those selected or saved, besides those of the context */

  const char *(*get_kind_label) (StreekQuestionTools *self);
  /* (transfer full): of the button, for screen readers, while that kind is chosen */
  char *(*name_kind) (const char *label);
  /* Adds all there are, with why those do not fit that do not. */
  void (*add_kinds) (StreekQuestionTools *self, StreekKindList *kinds);
  void (*choose_kind) (StreekQuestionTools *self, int kind);
  /* How many areas the question names one by one. */
  guint (*count_areas) (StreekQuestionTools *self);
  /* (transfer none): of the question as it is now */
  StreekQuestionChoices (*get_choices) (StreekQuestionTools *self);
  /* Makes them those of the question, from copies. */
  void (*take_choices) (StreekQuestionTools *self, const StreekQuestionChoices *choices);
  /* (nullable): the question became another one */
  void (*update) (StreekQuestionTools *self);
};

StreekQuestion *streek_question_tools_get_question (StreekQuestionTools *self);
/* To be called once. */
void streek_question_tools_set_question (StreekQuestionTools *self, StreekQuestion *question);
/* Kinds that compare nothing with anything, and kinds that are no index. */
void streek_question_tools_show_references (StreekQuestionTools *self, gboolean shown);
void streek_question_tools_show_base (StreekQuestionTools *self, gboolean shown);
