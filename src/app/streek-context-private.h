/* streek-context-private.h: the struct of a context, for the files it is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

struct _StreekContext
{
  GObject parent_instance;

  StreekWorkspace *workspace;
  char *own_area;
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  StreekSelection *selection;
  gboolean shares_selection;
  StreekFigureSpec *spec;
  StreekFigure *figure;
  char *former_set; /* (nullable): the set before this one */
  GHashTable *rows; /* (nullable) (element-type utf8 uint): row + 1 of each code in the figure */
  GError *error;
  GCancellable *loading_data;           /* set while snapshots are being read */
  GCancellable *loading_figure;         /* set while a figure is being made */
  gboolean was_loading;                 /* what "notify::loading" said last */
  const StreekFigureFollower *follower; /* (nullable) */
  gpointer follower_owner;
};

/* Returns: whether @place held another text */
gboolean streek_context_replace_string (char **place, const char *value);
/* The spec differs: tells everybody, and has its figure made. */
void streek_context_spec_changed (StreekContext *self);

void streek_context_cancel_job (GCancellable **cancellable);
void streek_context_notify_loading (StreekContext *self);
/* Takes @figure, its @rows (NULL: made here) and @error; a figure or an error is NULL. */
void streek_context_take_figure (StreekContext *self,
                                 StreekFigure *figure,
                                 GHashTable *rows,
                                 GError *error);
/* (element-type utf8 uint): row + 1 of each code, which lives in the table of @figure. Any thread.
 */
GHashTable *streek_context_index_rows (StreekFigure *figure);
/* Has the figure of the spec made, where there is anything to make it of. */
void streek_context_make_figure (StreekContext *self);
