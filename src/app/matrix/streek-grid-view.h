/* streek-grid-view.h: a matrix or a timeline in the window: laid out, scrolled, pointed at, printed
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-grid.h"
#include "print/streek-printout.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_GRID_VIEW (streek_grid_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (StreekGridView, streek_grid_view, STREEK, GRID_VIEW, GtkWidget)

/* Implements StreekPrintable. Signal "cell-activated" (const char *row_id, const char *column_id,
 * const char *item_id): a place was clicked, or Enter pressed on it. The row is NULL for the head
 * of a column, the column for the name of a row and on a timeline; the item is what a cell says it
 * stands for itself, or a milestone, and else NULL. Signal "card-carried" (const char *item_id,
 * const char *column_id): what stands for itself was carried to another column. Signal
 * "source-activated" (const char *place): the source of a place, with Ctrl or from the menu. */
struct _StreekGridViewClass
{
  GtkWidgetClass parent_class;

  gpointer (*ref_figure) (gpointer figure);
  void (*unref_figure) (gpointer figure);
  const char *(*get_title) (gconstpointer figure);
  char *(*dup_description) (gconstpointer figure);
  /* Runs in a worker. */
  StreekGridDrawing *(*lay_out) (gconstpointer figure, const StreekGridOptions *options);
  char *(*describe) (gconstpointer figure, const StreekGridSpot *spot);
  /* (nullable): as the signal has them */
  const char *(*get_row_id) (gconstpointer figure, const StreekGridSpot *spot);
  const char *(*get_column_id) (gconstpointer figure, const StreekGridSpot *spot);
  const char *(*get_item_id) (gconstpointer figure, const StreekGridSpot *spot);
  const char *(*get_source_id) (gconstpointer figure, const StreekGridSpot *spot);
  StreekPrintout *(*dup_printout) (gconstpointer figure);
};

/* The source of a place: what it leads to, and what it is called: "Streekpact (2008), p. 12". */
typedef struct
{
  char *place;
  char *words;
} StreekGridSource;

/* Ids as in the signal, and (nullable) that of the source that the figure itself has there. FALSE
 * where there is no source. @source: (out): to be freed by the caller */
typedef gboolean (*StreekGridSourceFunc) (const char *row_id,
                                          const char *column_id,
                                          const char *item_id,
                                          const char *source_id,
                                          StreekGridSource *source,
                                          gpointer data);

/* For subclasses. @figure: (nullable): referenced; NULL: an empty sheet */
void streek_grid_view_set_figure (StreekGridView *self, gpointer figure);
gpointer streek_grid_view_get_figure (StreekGridView *self);
/* Whether cards may be carried from one column to another, by the mouse or with Alt and an arrow.
 */
void streek_grid_view_set_carries (StreekGridView *self, gboolean carries);
/* What says where a place comes from; without one nothing has a source. */
void
streek_grid_view_set_source_func (StreekGridView *self, StreekGridSourceFunc func, gpointer data);
/* Goes to a place as the keys do, when it is laid out. */
void streek_grid_view_show_place (StreekGridView *self, int row, int column);
