/* streek-screen.c: the X screen a driven program is on: keys, clicks and pictures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-screen.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <cairo.h>
#include <string.h>

struct _StreekScreen
{
  Display *display;
  Window root;
};

/* Windows come and go between two requests: that is no reason to end. */
static int
ignore_x_error_cb (Display *display, XErrorEvent *event)
{
  return 0;
}

/* The items of a property, each a long as Xlib has it; free with XFree(). */
static long *
get_property (StreekScreen *screen, Window window, const char *name, gulong *n_items)
{
  Atom type;
  int format;
  gulong left;
  guchar *data = NULL;

  *n_items = 0;

  if (XGetWindowProperty (screen->display, window, XInternAtom (screen->display, name, False), 0,
                          1024, False, AnyPropertyType, &type, &format, n_items, &left,
                          &data) != Success ||
      format != 32)
    {
      *n_items = 0;
      g_clear_pointer (&data, XFree);
    }

  return (long *) data;
}

static gboolean
has_window_manager (StreekScreen *screen)
{
  gulong n;
  long *items = get_property (screen, screen->root, "_NET_SUPPORTING_WM_CHECK", &n);

  g_clear_pointer (&items, XFree);

  return n > 0;
}

gboolean
streek_screen_has_active_window (StreekScreen *screen)
{
  gulong n;
  long *items = get_property (screen, screen->root, "_NET_ACTIVE_WINDOW", &n);
  gboolean has_one = n > 0 && items[0] != 0;

  g_clear_pointer (&items, XFree);

  return has_one;
}

StreekScreen *
streek_screen_new (void)
{
  StreekScreen *screen = g_new0 (StreekScreen, 1);

  screen->display = XOpenDisplay (NULL);
  g_assert_nonnull (screen->display);
  screen->root = DefaultRootWindow (screen->display);
  XSetErrorHandler (ignore_x_error_cb);

  for (int i = 0; i < 1200 && !has_window_manager (screen); i++)
    g_usleep (50000);

  g_assert_true (has_window_manager (screen));

  return screen;
}

void
streek_screen_free (StreekScreen *screen)
{
  XCloseDisplay (screen->display);
  g_free (screen);
}

static void
send_key (StreekScreen *screen, KeySym symbol, gboolean down)
{
  XTestFakeKeyEvent (screen->display, XKeysymToKeycode (screen->display, symbol), down,
                     CurrentTime);
}

static KeySym
get_modifier (const char *name)
{
  if (g_str_equal (name, "ctrl"))
    return XK_Control_L;

  if (g_str_equal (name, "shift"))
    return XK_Shift_L;

  if (g_str_equal (name, "alt"))
    return XK_Alt_L;

  return NoSymbol;
}

/* A symbol of the second level of its key is typed with Shift. */
void
streek_screen_press_symbol (StreekScreen *screen, gulong symbol)
{
  KeyCode code = XKeysymToKeycode (screen->display, symbol);
  gboolean shifted = XkbKeycodeToKeysym (screen->display, code, 0, 0) != symbol;

  g_assert_cmpint (code, !=, 0);

  if (shifted)
    send_key (screen, XK_Shift_L, TRUE);

  send_key (screen, symbol, TRUE);
  send_key (screen, symbol, FALSE);

  if (shifted)
    send_key (screen, XK_Shift_L, FALSE);

  XSync (screen->display, False);
}

void
streek_screen_press (StreekScreen *screen, const char *keys)
{
  g_auto (GStrv) parts = g_strsplit (keys, "+", -1);
  guint n = g_strv_length (parts);
  KeySym symbol = XStringToKeysym (parts[n - 1]);

  g_assert_cmpuint (symbol, !=, NoSymbol);

  for (guint i = 0; i + 1 < n; i++)
    send_key (screen, get_modifier (parts[i]), TRUE);

  send_key (screen, symbol, TRUE);
  send_key (screen, symbol, FALSE);

  for (guint i = n - 1; i > 0; i--)
    send_key (screen, get_modifier (parts[i - 1]), FALSE);

  XSync (screen->display, False);
}

void
streek_screen_click (StreekScreen *screen, int x, int y)
{
  /* what closed under a pointer at rest leaves the program unaware of it: a hand moves a little */
  XTestFakeMotionEvent (screen->display, -1, x - 1, y, CurrentTime);
  XTestFakeMotionEvent (screen->display, -1, x, y, CurrentTime);
  XSync (screen->display, False);
  g_usleep (60000); /* the program sees the pointer arrive before it is pressed */
  XTestFakeButtonEvent (screen->display, Button1, True, CurrentTime);
  XTestFakeButtonEvent (screen->display, Button1, False, CurrentTime);
  XSync (screen->display, False);
}

void
streek_screen_sync (StreekScreen *screen)
{
  XSync (screen->display, False);
}

void
streek_screen_rest_pointer (StreekScreen *screen)
{
  XTestFakeMotionEvent (screen->display, -1, 0, 0, CurrentTime);
  XSync (screen->display, False);
}

/* Menus, popovers and the lists of drop-downs: no window manager has to do with them. */
guint
streek_screen_count_popups (StreekScreen *screen)
{
  Window root, parent, *windows = NULL;
  guint n_windows = 0, n = 0;

  XQueryTree (screen->display, screen->root, &root, &parent, &windows, &n_windows);

  for (guint i = 0; i < n_windows; i++)
    {
      XWindowAttributes attributes;

      /* the window manager has some of a pixel that nobody sees */
      if (XGetWindowAttributes (screen->display, windows[i], &attributes) != 0 &&
          attributes.override_redirect && attributes.map_state == IsViewable &&
          attributes.class == InputOutput && attributes.width > 16 && attributes.height > 16)
        n++;
    }

  g_clear_pointer (&windows, XFree);

  return n;
}

static gboolean
has_title (StreekScreen *screen, Window window, const char *title)
{
  XTextProperty property = { 0 };
  Atom atom = XInternAtom (screen->display, "_NET_WM_NAME", False);
  gboolean same = XGetTextProperty (screen->display, window, &property, atom) != 0 &&
                  g_strcmp0 ((const char *) property.value, title) == 0;

  g_clear_pointer (&property.value, XFree);

  return same;
}

gulong
streek_screen_find_window (
  StreekScreen *screen, const char *title, int width, int height, int *x, int *y)
{
  gulong n, n_extents;
  long *windows = get_property (screen, screen->root, "_NET_CLIENT_LIST_STACKING", &n);
  gulong found = 0;

  for (gulong i = n; i > 0 && found == 0; i--)
    {
      Window window = (Window) windows[i - 1], child;
      XWindowAttributes attributes;

      if (!has_title (screen, window, title) ||
          XGetWindowAttributes (screen->display, window, &attributes) == 0)
        continue;

      long *shadow = get_property (screen, window, "_GTK_FRAME_EXTENTS", &n_extents);
      long left = n_extents == 4 ? shadow[0] : 0, right = n_extents == 4 ? shadow[1] : 0;
      long top = n_extents == 4 ? shadow[2] : 0, bottom = n_extents == 4 ? shadow[3] : 0;

      XTranslateCoordinates (screen->display, window, screen->root, 0, 0, x, y, &child);
      /* the shadow is part of the window, and the border around the content half of the rest */
      *x += (int) left + (attributes.width - (int) (left + right) - width) / 2;
      *y += (int) top + (attributes.height - (int) (top + bottom) - height) / 2;
      g_clear_pointer (&shadow, XFree);
      found = window;
    }

  g_clear_pointer (&windows, XFree);

  return found;
}

void
streek_screen_save (StreekScreen *screen, const char *path)
{
  XWindowAttributes attributes;

  XGetWindowAttributes (screen->display, screen->root, &attributes);

  XImage *image = XGetImage (screen->display, screen->root, 0, 0, (guint) attributes.width,
                             (guint) attributes.height, AllPlanes, ZPixmap);

  if (image == NULL)
    return;

  cairo_surface_t *surface = cairo_image_surface_create_for_data (
    (guchar *) image->data, CAIRO_FORMAT_RGB24, image->width, image->height, image->bytes_per_line);

  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  XDestroyImage (image);
}
