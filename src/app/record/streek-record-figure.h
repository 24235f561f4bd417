/* streek-record-figure.h: a matrix or a timeline of records, made anew when its records change */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-date.h"
#include "figure/streek-matrix.h"
#include "figure/streek-timeline.h"
#include "record/streek-record-book.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_RECORD_FIGURE (streek_record_figure_get_type ())
G_DECLARE_FINAL_TYPE (StreekRecordFigure, streek_record_figure, STREEK, RECORD_FIGURE, GtkWidget)

/* Runs in a worker. @subject: of whatever it is about: a plan, a year programme; 0: none */
typedef StreekMatrix *(*StreekMatrixFunc) (const StreekRecordView *view,
                                           gint64 subject,
                                           GError **error);
/* @days: what of it is shown */
typedef StreekMatrix *(*StreekDaysMatrixFunc) (const StreekRecordView *view,
                                               gint64 subject,
                                               StreekInterval days,
                                               GError **error);
typedef StreekTimeline *(*StreekTimelineFunc) (const StreekRecordView *view,
                                               gint64 subject,
                                               GError **error);

/* What is shown where there is nothing to show yet, and how to begin; static. */
typedef struct
{
  const char *title;            /* marked with N_() */
  const char *description;      /* marked with N_() */
  const char *button;           /* (nullable): marked with N_() */
  const StreekRecordKind *kind; /* (nullable): what the button makes a new one of */
  int owner_field;              /* that names the subject; -1: none does */
} StreekRecordEmpty;

/* Implements StreekPrintable. A click on a row, a column or a cell opens the record of its id,
 * with Ctrl the document that it cites. */
GtkWidget *streek_record_figure_new_matrix (StreekRecordBook *book,
                                            StreekMatrixFunc func,
                                            const StreekRecordEmpty *empty);
GtkWidget *streek_record_figure_new_days_matrix (StreekRecordBook *book,
                                                 StreekDaysMatrixFunc func,
                                                 const StreekRecordEmpty *empty);
GtkWidget *streek_record_figure_new_timeline (StreekRecordBook *book,
                                              StreekTimelineFunc func,
                                              const StreekRecordEmpty *empty);
/* Of a board: the columns are the words of a choice of the kind that its cards are, "none" without
 * one. A card that is carried to another column takes that word, as one command. */
void streek_record_figure_set_carried (StreekRecordFigure *self,
                                       const StreekRecordKind *kind,
                                       guint field);
/* Asked before a record is opened; TRUE where it did something itself. @column is NULL for the name
 * of a row, as in the signal of the view; @item: (nullable) */
typedef gboolean (*StreekRecordOpenFunc) (const char *row,
                                          const char *column,
                                          const char *item,
                                          gpointer data);
void streek_record_figure_set_opener (StreekRecordFigure *self,
                                      StreekRecordOpenFunc func,
                                      gpointer data);
GtkWidget *streek_record_figure_get_view (StreekRecordFigure *self); /* a StreekGridView */
/* Made when it is next seen. */
void streek_record_figure_set_subject (StreekRecordFigure *self, gint64 subject);
/* Of a matrix of days; made when it is next seen. */
void streek_record_figure_set_days (StreekRecordFigure *self, StreekInterval days);
