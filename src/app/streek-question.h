/* streek-question.h: what a tab asks of the figures of the window, and the answer of a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

/* Which areas a question is about. */
typedef enum
{
  STREEK_QUESTION_AREAS_SHOWN,    /* those of the context: a division inside an area */
  STREEK_QUESTION_AREAS_WITHIN,   /* only the area of the context itself */
  STREEK_QUESTION_AREAS_SELECTED, /* those selected on map and table */
  STREEK_QUESTION_AREAS_SAVED,    /* those of a saved view, until the context shows others */
} StreekQuestionAreas;

/* Where and when a saved question is, in the words of the context. */
typedef struct
{
  const char *indicator; /* (nullable) */
  const char *set;       /* (nullable): all areas of a set … */
  const char *within;    /* (nullable): … inside SET:CODE */
  const char *area;      /* (nullable): or one area, SET:CODE, instead of set and within */
  StreekDate on;
  StreekPeriod period; /* kind NONE: that of the context stays */
} StreekQuestionPlace;

#define STREEK_TYPE_QUESTION (streek_question_get_type ())
G_DECLARE_DERIVABLE_TYPE (StreekQuestion, streek_question, STREEK, QUESTION, GObject)

/* Follows the context; what a person chose for this question alone stays on top of that. A new
 * question cancels the work on the one before it.
 *
 * Signals: "changed": the question differs; "notify::answer": another answer arrived, or there is
 * none (see streek_question_get_error()). */
struct _StreekQuestionClass
{
  GObjectClass parent_class;

  /* Takes over what the context shows now; TRUE where that makes another question. */
  gboolean (*follow) (StreekQuestion *self);
  /* Whether something is asked at all. */
  gboolean (*is_asked) (StreekQuestion *self);
  /* Starts a worker on a copy of the question … */
  void (*begin) (StreekQuestion *self,
                 StreekWorkspace *workspace,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data);
  /* … and takes what it found. */
  gpointer (*finish) (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
  GDestroyNotify free_answer;
  /* (nullable): before anybody hears of it; TRUE where the answer made it another question, which
   * is then asked instead */
  gboolean (*improve) (StreekQuestion *self, gconstpointer answer, const GError *error);
};

StreekContext *streek_question_get_context (StreekQuestion *self);
/* Of a class that is being made: begins to follow. To be called once. */
void streek_question_set_context (StreekQuestion *self, StreekContext *context);
/* The context or a choice differs: asks again where that makes another question. */
void streek_question_follow (StreekQuestion *self);
/* It is another question: tells everybody, and asks. */
void streek_question_ask (StreekQuestion *self);
/* Asks the same again. */
void streek_question_reload (StreekQuestion *self);
/* Only while a page shows it is anything worked out. */
void streek_question_set_active (StreekQuestion *self, gboolean active);

StreekQuestionAreas streek_question_get_areas (StreekQuestion *self);
void streek_question_set_areas (StreekQuestion *self, StreekQuestionAreas areas);
/* The same, while the question is being changed: nothing is asked yet. */
void streek_question_note_areas (StreekQuestion *self, StreekQuestionAreas areas);

/* Before a saved question is asked: the context takes over of @place what it has words for, while
 * nothing is asked; areas that it has no words for are noted as those of the saved view. */
void streek_question_fit_context (StreekQuestion *self, const StreekQuestionPlace *place);
/* Whether the context still shows the areas that it did when such a question came. */
gboolean streek_question_keeps_saved_areas (StreekQuestion *self);

/* (transfer none) (nullable): the last one stays until the next is there */
gpointer streek_question_get_answer (StreekQuestion *self);
const GError *streek_question_get_error (StreekQuestion *self); /* (nullable) */
