/* streek-screen.h: the X screen a driven program is on: keys, clicks and pictures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef struct _StreekScreen StreekScreen;

/* Waits for the window manager; ends the test where no screen can be reached. */
StreekScreen *streek_screen_new (void);
void streek_screen_free (StreekScreen *screen);
/* Whether a window has the keyboard. */
gboolean streek_screen_has_active_window (StreekScreen *screen);
/* "ctrl+shift+z", "Return" */
void streek_screen_press (StreekScreen *screen, const char *keys);
void streek_screen_press_symbol (StreekScreen *screen, gulong symbol);
void streek_screen_click (StreekScreen *screen, int x, int y);
/* Waits until the server has done all that it was asked for until now. */
void streek_screen_sync (StreekScreen *screen);
/* Into a corner, where it points at nothing. */
void streek_screen_rest_pointer (StreekScreen *screen);
guint streek_screen_count_popups (StreekScreen *screen);
/* Top left corner of the content, @width by @height, of the topmost window with that title; its
 * number, 0 where there is none. */
gulong streek_screen_find_window (
  StreekScreen *screen, const char *title, int width, int height, int *x, int *y);
gboolean streek_screen_drop (gulong window, int x, int y, const char *uri, gint64 wait_us);
void streek_screen_save (StreekScreen *screen, const char *path);
