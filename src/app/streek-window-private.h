/* streek-window-private.h: what the window's files share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-draft-bar.h"
#include "streek-context-bar.h"
#include "streek-error-page.h"
#include "streek-search-button.h"
#include "streek-views-button.h"
#include "streek-welcome-page.h"
#include "streek-window.h"

typedef struct _StreekWindowStop StreekWindowStop;

struct _StreekWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;             /* welcome, loading, error, content */
  StreekErrorPage *error_page; /* (nullable): until there is something to say */
  AdwFlap *flap;
  GtkListBox *sections;
  GtkStack *pages;
  StreekContextBar *context_bar;
  GtkWidget *context_tools;
  GtkButton *back_button;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkInfoBar *read_only_bar;
  GtkLabel *read_only_label;
  StreekDraftBar *draft_bar;
  GtkInfoBar *setup_bar;
  GtkInfoBar *update_bar;
  GtkToggleButton *sidebar_button;
  StreekSearchButton *search_button;
  StreekViewsButton *views_button;
  StreekWelcomePage *welcome_page;

  GtkWidget *map_page;

  StreekContext *context;
  char *path;
  StreekOpening *opening; /* set while a file is being opened */
  GPtrArray *stops; /* (nullable) (element-type StreekWindowStop): the way that was followed */
  guint present_id; /* source that presents the window if that takes long, 0: none */
};

void streek_window_add_actions (StreekWindow *self);
/* Actions and tooltips that depend on the workspace. */
void streek_window_update_actions (StreekWindow *self);
StreekStore *streek_window_get_store (StreekWindow *self); /* (nullable) */

/* streek-window-way.c: "win.back" */
void streek_window_add_way_actions (StreekWindow *self);
/* Before somebody follows a link: what is shown now is where the way back leads. */
void streek_window_note_stop (StreekWindow *self);
/* It led nowhere. */
void streek_window_drop_stop (StreekWindow *self);
void streek_window_forget_stops (StreekWindow *self);
