/* main.c: starts the window program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-locale.h"
#include "streek-application.h"

#include <glib/gi18n.h>

int
main (int argc, char *argv[])
{
  streek_locale_init ();
  gtk_disable_setlocale (); /* it would set LC_NUMERIC again */
  g_set_application_name (_ ("Streekatlas"));
  gtk_window_set_default_icon_name (STREEK_APP_ID);

  g_autoptr (StreekApplication) application = streek_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
