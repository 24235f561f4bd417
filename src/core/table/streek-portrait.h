/* streek-portrait.h: one thing as people show it to others: facts, texts and tables under headings
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-image.h"
#include "base/streek-word-diff.h"
#include "table/streek-count-course.h"
#include "table/streek-table.h"

/* Built by one thread, then immutable. A window and a sheet of paper show the
 * same one. */
typedef struct _StreekPortrait StreekPortrait;

typedef enum
{
  STREEK_PORTRAIT_HEADING,
  STREEK_PORTRAIT_TEXT,    /* paragraphs, across the page */
  STREEK_PORTRAIT_FACT,    /* what it is, and what it says */
  STREEK_PORTRAIT_HEAD,    /* of the columns of a table */
  STREEK_PORTRAIT_ROW,     /* of the table whose head came last */
  STREEK_PORTRAIT_NOTE,    /* what must be known of what stands above it: sums, what is missing */
  STREEK_PORTRAIT_PICTURE, /* beside the text that follows it */
  STREEK_PORTRAIT_COURSE,  /* what was counted, through time: its name, and the course in words */
} StreekPortraitType;

#define STREEK_PORTRAIT_MAX_CELLS 8

/* Where something can be added under a heading. */
typedef struct
{
  const char *kind; /* (nullable): of a record; static */
  guint field;      /* that names whose it is */
  gint64 owner;
} StreekPortraitPart;

typedef struct
{
  StreekPortraitType type;
  guint level; /* of a heading: 1, or 2 under one of those */
  guint n_cells;
  char *cells[STREEK_PORTRAIT_MAX_CELLS]; /* "" where a cell says nothing */
  guint numbers;                          /* of a head: a bit for each column of figures */
  char *place;                            /* (nullable): "strand:12", the record that it shows */
  char *cited;               /* (nullable): of a fact or a row: the document and the page
                                that it rests on, as a place of streek-record-cited.h */
  GArray *spans;             /* (nullable): StreekTextSpan: words of a fact that are marked */
  StreekPortraitPart part;   /* of a heading */
  StreekImage *image;        /* (nullable): of a picture, where it can be shown */
  StreekCountCourse *course; /* (nullable): of a course, to be drawn */
} StreekPortraitLine;

/* @context: (nullable): a line under the title */
StreekPortrait *streek_portrait_new (const char *title, const char *context);
void streek_portrait_free (StreekPortrait *portrait);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekPortrait, streek_portrait_free)

/* @place: (nullable) */
void
streek_portrait_add_heading (StreekPortrait *portrait, guint level, const char *text, char *place);
/* That records of @kind (static) can be added under the last heading. */
void
streek_portrait_offer_part (StreekPortrait *portrait, const char *kind, guint field, gint64 owner);
/* Nothing is added where @text or @value is %NULL or empty. */
void streek_portrait_add_text (StreekPortrait *portrait, const char *text);
void streek_portrait_add_fact (StreekPortrait *portrait, const char *label, const char *value);
/* Marks words (StreekTextSpan) of what was just added, a fact; a note has to say what that means:
 * streek_text_spans_explain(). */
void streek_portrait_mark (StreekPortrait *portrait, GArray *spans);
/* What the last line, a fact or a row, rests on. @place: (transfer full) */
void streek_portrait_cite (StreekPortrait *portrait, char *place);
void streek_portrait_add_note (StreekPortrait *portrait, const char *text);
/* @cells: (array length=n_cells); @numbers: a bit for each column of figures */
void streek_portrait_add_head (StreekPortrait *portrait,
                               const char *const *cells,
                               guint n_cells,
                               guint numbers);
/* @place: (nullable) (transfer full) */
void streek_portrait_add_row (StreekPortrait *portrait,
                              const char *const *cells,
                              guint n_cells,
                              char *place);
/* What is in the file of the record @place (transfer full) as a picture; @words: what it shows. */
void streek_portrait_add_picture (StreekPortrait *portrait, const char *words, char *place);
/* @course: (transfer full): of two points or more; @words: the same, for who does not see it;
 * @place: (transfer full) */
void streek_portrait_add_course (StreekPortrait *portrait,
                                 const char *label,
                                 StreekCountCourse *course,
                                 const char *words,
                                 char *place);
/* Before anybody else sees it: @picture, or (nullable) @fault: why there is none. */
void streek_portrait_set_picture (StreekPortrait *portrait,
                                  guint line,
                                  StreekImage *picture,
                                  const char *fault);

const char *streek_portrait_get_title (const StreekPortrait *portrait);
const char *streek_portrait_get_context (const StreekPortrait *portrait); /* (nullable) */
guint streek_portrait_get_n_lines (const StreekPortrait *portrait);
const StreekPortraitLine *streek_portrait_get_line (const StreekPortrait *portrait, guint line);
/* Of a heading: nothing stands under it, before the next of its level or a higher one: a window
 * offers to add something, paper leaves it out. */
gboolean streek_portrait_is_empty (const StreekPortrait *portrait, guint line);
/* (transfer full): "heading", "part", "label", "text": every line but the empty headings, for files
 * and the clipboard */
StreekTable *streek_portrait_make_table (const StreekPortrait *portrait);
