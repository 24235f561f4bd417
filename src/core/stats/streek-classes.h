/* streek-classes.h: class limits for a map: found once, rounded, then values assigned */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-format.h"
#include "stats/streek-class-method.h"
#include "stats/streek-stats-error.h"

#include <glib.h>

/* One class table feeds map, legend, chart, table and export. Immutable, counted atomically.
 * Class i holds lower <= v < upper; the last one also its upper limit. Those of a policy have no
 * lower limit of the first and no upper one of the last: they are infinite. */
typedef struct _StreekClasses StreekClasses;

/* What is asked; a plain struct that borrows. */
typedef struct
{
  StreekClassMethod method;
  guint n_asked;        /* classes, at least 1; of no meaning for own limits */
  guint n_most;         /* that can be drawn, however many are asked; 0: any number */
  int decimals;         /* that values are shown with, 0 to 9 */
  const double *manual; /* (nullable): the inner limits of MANUAL and POLICY, ascending */
  guint n_manual;
  double reference; /* classes lie on both sides of it; NAN: none */
  gboolean
    zero_class; /* what is shown as 0 has a class of its own, one of those asked; not of POLICY */
} StreekClassRequest;

StreekClasses *streek_classes_make (const StreekClassRequest *request,
                                    const double *values,
                                    gsize n_values,
                                    GError **error);
StreekClasses *streek_classes_new (StreekClassMethod method,
                                   const double *values,
                                   gsize n_values,
                                   guint n_asked,
                                   int decimals,
                                   const double *manual,
                                   guint n_manual,
                                   GError **error);
/* Of limits that were found in more values than those shown: counts these alone. */
void streek_classes_recount (StreekClasses *classes, const double *values, gsize n_values);
StreekClasses *streek_classes_copy (const StreekClasses *classes);
void streek_classes_free (StreekClasses *classes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekClasses, streek_classes_free)

guint streek_classes_get_n (const StreekClasses *classes);
double streek_classes_get_lower (const StreekClasses *classes, guint index);
double streek_classes_get_upper (const StreekClasses *classes, guint index);
double streek_classes_get_reference (const StreekClasses *classes); /* NAN: none */
int streek_classes_get_step (const StreekClasses *classes, guint index);
guint streek_classes_get_count (const StreekClasses *classes, guint index);
int streek_classes_get_decimals (const StreekClasses *classes);
gboolean streek_classes_is_zero (const StreekClasses *classes, guint index);
GArray *streek_classes_list_limits (const StreekClasses *classes);
int streek_classes_find (const StreekClasses *classes, double value);

char *
streek_classes_format_label (const StreekClasses *classes, guint index, const StreekFormat *format);
char *streek_classes_dup_message (const StreekClasses *classes);
char *streek_classes_dup_explanation (const StreekClasses *classes);
