/* streek-plan-registers.h: what is entered beside the tree of a plan, as lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

/* A StreekRecordSection. */
GtkWidget *streek_plan_registers_new (StreekContext *context);
/* The registers show that plan, until somebody takes the filter away: it comes back with another
 * plan. @pact: 0: none */
void streek_plan_registers_set_pact (GtkWidget *registers, gint64 pact);
