/* streek-sheet-window.h: a spreadsheet on its way in: what its columns are, what would become of it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"
#include "record/streek-record-paste.h"
#include "streek-edit-window.h"

#define STREEK_TYPE_SHEET_WINDOW (streek_sheet_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (
  StreekSheetWindow, streek_sheet_window, STREEK, SHEET_WINDOW, StreekEditWindow)

/* What a worker found out for the window. Owned by it once it is there. */
typedef struct
{
  gpointer result;   /* (nullable): of the class: what would be written */
  GPtrArray *lines;  /* (nullable): StreekRecordLine: what becomes of the records */
  GPtrArray *found;  /* (nullable): StreekRecordLine */
  GStrv headers;     /* of the columns */
  GStrv samples;     /* what stands in them, to recognise them by */
  GStrv roles;       /* what they are, by id */
  GStrv role_ids;    /* all that a column can be */
  GStrv role_labels; /* translated */
  char *words;       /* what becomes of the rows, in a sentence */
  gboolean can_write;
} StreekSheetSeen;

/* All of it happens in a worker but choose, show and get_paste: the main loop never waits. */
struct _StreekSheetWindowClass
{
  StreekEditWindowClass parent_class;

  /* (transfer full): what a person chose, beside the columns */
  gpointer (*choose) (StreekSheetWindow *self);
  /* Reads @sheet by @choices and @roles (nullable: as they are guessed); @last: the column that was
   * changed last, and takes a role from another one. @seen: (inout): all zero. FALSE with @error */
  gboolean (*read) (gpointer sheet,
                    gconstpointer choices,
                    const char *const *roles,
                    int last,
                    StreekRecordView *view,
                    gint *permille,
                    StreekSheetSeen *seen,
                    GCancellable *cancellable,
                    GError **error);
  /* @seen: (nullable result): it is there. */
  void (*show) (StreekSheetWindow *self, const StreekSheetSeen *seen);
  /* Whose changes are to be written. */
  StreekRecordPaste *(*get_paste) (gpointer result);
  /* @title: (out) (transfer full): what is taken in. Returns: the command as undo names it, with %s
   */
  const char *(*name_command) (StreekSheetWindow *self, char **title);
  /* It is written: a toast tells, the window closes. */
  void (*written) (StreekSheetWindow *self);

  GDestroyNotify free_sheet;
  GDestroyNotify free_choices;
  GDestroyNotify free_result;
};

/* Begins to read. @sheet: (transfer full) */
void streek_sheet_window_start (StreekSheetWindow *self, StreekRecordBook *book, gpointer sheet);
/* Something else was chosen: reads again, and ends a reading that is under way. */
void streek_sheet_window_read_again (StreekSheetWindow *self);
/* The same, where columns are to be guessed anew: another sheet, another header. */
void streek_sheet_window_guess_again (StreekSheetWindow *self);
StreekRecordBook *streek_sheet_window_get_book (StreekSheetWindow *self);
/* (nullable): as of the last reading that came to its end */
const StreekSheetSeen *streek_sheet_window_get_seen (StreekSheetWindow *self);
/* (nullable): while no worker has it */
gpointer streek_sheet_window_get_sheet (StreekSheetWindow *self);
/* What the columns are, as the person left them; NULL before they are known. */
const char *const *streek_sheet_window_get_roles (StreekSheetWindow *self);

/* Pages of the window: before "found" and "result", and under what the columns are. */
GtkStackPage *
streek_sheet_window_add_page (StreekSheetWindow *self, GtkWidget *child, const char *title);
void streek_sheet_window_add_to_columns (StreekSheetWindow *self, GtkWidget *child, gboolean above);
/* Above the columns. @suffix: (nullable): stays as it is; @description: (nullable) */
void streek_sheet_window_set_columns_head (StreekSheetWindow *self,
                                           GtkWidget *suffix,
                                           const char *description);
/* A row with a control at its end; @subtitle: (nullable) */
GtkWidget *streek_sheet_window_add_control (AdwPreferencesGroup *group,
                                            GtkWidget *control,
                                            const char *title,
                                            const char *subtitle);
/* A switch; turning it reads again. */
GtkSwitch *streek_sheet_window_add_switch (StreekSheetWindow *self,
                                           AdwPreferencesGroup *group,
                                           const char *title,
                                           const char *subtitle);

/* For read: puts @roles on the columns of a sheet, @last at last. */
typedef gboolean (*StreekSheetSetFunc) (gpointer sheet, guint column, const char *role);
void streek_sheet_window_set_roles (
  gpointer sheet, guint n_columns, const char *const *roles, int last, StreekSheetSetFunc set);
/* For read: what the columns of a sheet say, and what they are taken for. */
typedef const char *(*StreekSheetGetFunc) (gconstpointer sheet, guint column);
void streek_sheet_window_tell_columns (StreekSheetSeen *seen,
                                       gconstpointer sheet,
                                       GStrv headers,
                                       const StreekGrid *grid,
                                       guint first_row,
                                       StreekSheetGetFunc get);
