/* streek-driver-private.h: what the files of the driver share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-driver.h"
#include "streek-screen.h"

struct _StreekDriver
{
  GPid pid;
  gboolean ended;
  int status;
  StreekScreen *screen;
  char *log_path;               /* what it writes on standard error */
  AtspiAccessible *application; /* once it is on the bus */
};

/* Ends the test; what the screen showed lies beside the program's other results. */
void streek_driver_fail (StreekDriver *driver, const char *format, ...) G_GNUC_NORETURN
  G_GNUC_PRINTF (2, 3);
/* Whether the program has ended. */
gboolean streek_driver_poll_end (StreekDriver *driver);
/* When what begins to be waited for now must have come, in monotonic time. */
gint64 streek_driver_deadline (void);
/* Sleeps between two looks: soon again at first, for most of what is waited for comes at once. */
void streek_driver_look_again (guint *n_looks);
/* What was sent to the screen has been read by the program: each turn of its main loop takes one
 * event, and answers one question. A chord is up to eight of them. */
void streek_driver_wait_input_read (StreekDriver *driver);
/* After each input, until no thread of the program did anything for a while; but what moves all the
 * time never comes to rest, and is waited for no longer than that. */
void streek_driver_settle (StreekDriver *driver);

/* Adds to @found, up to @limit (0: all) of them, what is in @root and matches. */
void streek_driver_find_in (
  AtspiAccessible *root, const char *role, const char *name, guint limit, GPtrArray *found);
GPtrArray *
streek_driver_find_all (StreekDriver *driver, const char *role, const char *name, guint limit);

char *streek_driver_dup_role (AtspiAccessible *node); /* "button" for "push button" */
char *streek_driver_dup_name (AtspiAccessible *node);
char *streek_driver_dup_node_text (AtspiAccessible *node);
gboolean streek_driver_get_extents (AtspiAccessible *node, AtspiRect *extents);
gboolean streek_driver_has_state (AtspiAccessible *node, AtspiStateType state);
void streek_driver_wait_node_sensitive (StreekDriver *driver,
                                        AtspiAccessible *node,
                                        const char *name,
                                        gboolean sensitive);
