/* streek-note-row.c: a row of a form that only shows something: the keyboard passes it by */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-note-row.h"

struct _StreekNoteRow
{
  AdwPreferencesRow parent_instance;
};

G_DEFINE_FINAL_TYPE (StreekNoteRow, streek_note_row, ADW_TYPE_PREFERENCES_ROW)

/* A list of rows asks the next one only, and is left where that takes no focus: Tab would never
 * come to the fields below. */
static gboolean
streek_note_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_forward = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN;
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *next = widget;

  if (!is_forward && !is_back)
    return FALSE;

  do
    next = is_forward ? gtk_widget_get_next_sibling (next) : gtk_widget_get_prev_sibling (next);
  while (next != NULL && !gtk_widget_get_visible (next));

  return next != NULL && gtk_widget_child_focus (next, direction);
}

static void
streek_note_row_class_init (StreekNoteRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = streek_note_row_focus;
}

static void
streek_note_row_init (StreekNoteRow *self)
{
}

GtkWidget *
streek_note_row_new (GtkWidget *child)
{
  return g_object_new (STREEK_TYPE_NOTE_ROW, "activatable", FALSE, "selectable", FALSE, "focusable",
                       FALSE, "child", child, NULL);
}
