/* streek-driver.h: drives the running program as a person with a screen reader would */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>
#include <glib.h>

/* libatspi offers none of these itself. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEditableText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiValue, g_object_unref)

/* One run of the program, found on the accessibility bus. Every function that waits ends the test
 * with a picture and the tree of widgets where what it waits for does not come. */
typedef struct _StreekDriver StreekDriver;

/* Widgets are found by role and name. A role is one of AT-SPI's names ("button" stands for "push
 * button"), NULL for any. A name is whole, or has "*" for any characters. Widgets that have no size
 * (on a page not shown) are not there. */
StreekDriver *streek_driver_start (const char *const *arguments);
void streek_driver_free (StreekDriver *driver); /* ends the program where it still runs */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekDriver, streek_driver_free)
/* Ends the program without a word to it, as a crash does. */
void streek_driver_kill (StreekDriver *driver);
int streek_driver_wait_end (StreekDriver *driver); /* its exit status, 128 + n for a signal */

AtspiAccessible *streek_driver_wait (StreekDriver *driver, const char *role, const char *name);
void streek_driver_wait_gone (StreekDriver *driver, const char *role, const char *name);
gboolean streek_driver_has (StreekDriver *driver, const char *role, const char *name);
guint streek_driver_count (StreekDriver *driver, const char *role, const char *name);
/* Waits until there are so many of them. */
void
streek_driver_wait_count (StreekDriver *driver, const char *role, const char *name, guint count);
/* Waits until the description or the text of a widget matches @pattern. */
void streek_driver_wait_description (StreekDriver *driver,
                                     const char *role,
                                     const char *name,
                                     const char *pattern);
char *streek_driver_dup_description (StreekDriver *driver, const char *role, const char *name);
gboolean streek_driver_is_sensitive (AtspiAccessible *node);
void streek_driver_wait_sensitive (StreekDriver *driver,
                                   const char *role,
                                   const char *name,
                                   gboolean sensitive);
char *streek_driver_dup_text (StreekDriver *driver, const char *role, const char *name);
/* Names of the focusable widgets shown that a screen reader could not tell apart from others. */
GPtrArray *streek_driver_list_unnamed (StreekDriver *driver);
char *streek_driver_dup_tree (StreekDriver *driver);

/* The widget's own action where it has one, else a mouse click in its middle. */
void streek_driver_click (StreekDriver *driver, const char *role, const char *name);
/* The same on the last one of that name: pages shown before keep their widgets, in front of it. */
void streek_driver_click_last (StreekDriver *driver, const char *role, const char *name);
void
streek_driver_set_text (StreekDriver *driver, const char *role, const char *name, const char *text);
/* Gives the path to the dialog of that title that saves a file, in the place of what it proposes,
 * accepts it and waits until the dialog is gone. */
void streek_driver_answer_file_dialog (StreekDriver *driver, const char *title, const char *path);
/* The same for one that opens a file: it shows a field for a path once one begins to be typed. */
void streek_driver_answer_open_dialog (StreekDriver *driver, const char *title, const char *path);
void
streek_driver_set_value (StreekDriver *driver, const char *role, const char *name, double value);
/* As from a file manager, on the middle of the widget. */
void streek_driver_drop_file (StreekDriver *driver,
                              const char *role,
                              const char *name,
                              const char *path);
/* @paths: (array zero-terminated=1): all of them at once */
void streek_driver_drop_files (StreekDriver *driver,
                               const char *role,
                               const char *name,
                               const char *const *paths);
/* "ctrl+shift+z", "Tab": names of X key symbols, to the window that has the focus */
void streek_driver_press (StreekDriver *driver, const char *keys);
void streek_driver_type (StreekDriver *driver, const char *text); /* ASCII */
/* Presses Tab until the widget has the focus. */
void streek_driver_focus (StreekDriver *driver, const char *role, const char *name);
/* Waits until no thread of the program has had anything to do for longer than a frame takes: what
 * was asked for is on the screen. Keys, clicks and texts wait for it by themselves, but not long.
 */
void streek_driver_wait_rest (StreekDriver *driver);
/* The same once so many popovers, one in the other, are on the screen: keys are theirs, and once
 * the last is gone a button opens another. The list of a drop-down is one that no tree shows. */
void streek_driver_wait_popups (StreekDriver *driver, guint n_popups);
void streek_driver_pause (guint milliseconds);
void streek_driver_take_picture (StreekDriver *driver, const char *path);
