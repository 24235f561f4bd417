/* streek-screen-drop.c: drops files on a window as a file manager does (XDND, version 5) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-screen.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <string.h>

#define XDND_VERSION 5
#define POLL_US 10000
/* A place is told again until the program says that it takes a drop there. */
#define AGAIN_US 200000

typedef struct
{
  Display *display; /* of our own: what is asked of us is asked of a client that answers */
  Window source;
  Window target;
  const char *text; /* what is dropped: text/uri-list */
  gboolean is_accepted;
  gboolean is_finished;
} Drop;

static Atom
get_atom (Drop *drop, const char *name)
{
  return XInternAtom (drop->display, name, False);
}

static void
send_message (Drop *drop, const char *type, long a, long b, long c, long d)
{
  XEvent event = { 0 };

  event.xclient.type = ClientMessage;
  event.xclient.window = drop->target;
  event.xclient.message_type = get_atom (drop, type);
  event.xclient.format = 32;
  event.xclient.data.l[0] = (long) drop->source;
  event.xclient.data.l[1] = a;
  event.xclient.data.l[2] = b;
  event.xclient.data.l[3] = c;
  event.xclient.data.l[4] = d;
  XSendEvent (drop->display, drop->target, False, NoEventMask, &event);
  XFlush (drop->display);
}

/* The program asks for what it was offered. */
static void
answer (Drop *drop, const XSelectionRequestEvent *request)
{
  XEvent event = { 0 };
  gboolean is_known = request->target == get_atom (drop, "text/uri-list");

  if (is_known)
    XChangeProperty (drop->display, request->requestor, request->property, request->target, 8,
                     PropModeReplace, (const guchar *) drop->text, (int) strlen (drop->text));

  event.xselection.type = SelectionNotify;
  event.xselection.requestor = request->requestor;
  event.xselection.selection = request->selection;
  event.xselection.target = request->target;
  event.xselection.property = is_known ? request->property : None;
  event.xselection.time = request->time;
  XSendEvent (drop->display, request->requestor, False, NoEventMask, &event);
  XFlush (drop->display);
}

static void
handle_events (Drop *drop)
{
  while (XPending (drop->display) > 0)
    {
      XEvent event;

      XNextEvent (drop->display, &event);
      if (event.type == SelectionRequest)
        answer (drop, &event.xselectionrequest);
      else if (event.type == ClientMessage &&
               event.xclient.message_type == get_atom (drop, "XdndStatus"))
        drop->is_accepted = (event.xclient.data.l[1] & 1) != 0;
      else if (event.type == ClientMessage &&
               event.xclient.message_type == get_atom (drop, "XdndFinished"))
        drop->is_finished = TRUE;
    }
}

static void
hover (Drop *drop, int x, int y, gint64 end_us)
{
  gint64 again_us = 0;

  while (!drop->is_accepted && g_get_monotonic_time () < end_us)
    {
      if (g_get_monotonic_time () > again_us)
        {
          send_message (drop, "XdndPosition", 0, (long) x << 16 | y, CurrentTime,
                        (long) get_atom (drop, "XdndActionCopy"));
          again_us = g_get_monotonic_time () + AGAIN_US;
        }
      handle_events (drop);
      g_usleep (POLL_US);
    }
}

/**
 * streek_screen_drop:
 * @window: of streek_screen_find_window()
 * @x: place on the screen
 * @uri: what is dropped there; more than one, with CR LF between
 * @wait_us: how long the program may take
 *
 * Returns: whether the program took it
 */
gboolean
streek_screen_drop (gulong window, int x, int y, const char *uri, gint64 wait_us)
{
  Drop drop = { .display = XOpenDisplay (NULL), .target = window };
  g_autofree char *text = g_strconcat (uri, "\r\n", NULL);
  gint64 end_us = g_get_monotonic_time () + wait_us;

  g_assert_nonnull (drop.display);
  drop.text = text;
  drop.source =
    XCreateSimpleWindow (drop.display, DefaultRootWindow (drop.display), 0, 0, 1, 1, 0, 0, 0);
  XSetSelectionOwner (drop.display, get_atom (&drop, "XdndSelection"), drop.source, CurrentTime);
  send_message (&drop, "XdndEnter", (long) XDND_VERSION << 24,
                (long) get_atom (&drop, "text/uri-list"), 0, 0);
  hover (&drop, x, y, end_us);
  if (drop.is_accepted)
    send_message (&drop, "XdndDrop", 0, CurrentTime, 0, 0);

  while (drop.is_accepted && !drop.is_finished && g_get_monotonic_time () < end_us)
    {
      handle_events (&drop);
      g_usleep (POLL_US);
    }

  XCloseDisplay (drop.display);

  return drop.is_finished;
}
