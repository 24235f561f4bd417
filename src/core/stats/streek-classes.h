/* streek-classes.h: class limits for a map: found once, rounded, then values assigned */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-format.h"
#include "stats/streek-stats-error.h"

#include <glib.h>

typedef enum
{
  STREEK_CLASSES_QUANTILE,
  STREEK_CLASSES_EQUAL,
  STREEK_CLASSES_NATURAL, /* natural breaks: least sum of squares within classes, exact */
  STREEK_CLASSES_PRETTY,
  STREEK_CLASSES_MANUAL,
} StreekClassMethod;

/* One class table feeds map, legend, chart, table and export. Immutable, counted atomically.
 * Class i holds lower <= v < upper; the last one also its upper limit. */
typedef struct _StreekClasses StreekClasses;

StreekClasses *streek_classes_new (StreekClassMethod method,
                                   const double *values,
                                   gsize n_values,
                                   guint n_asked,
                                   int decimals,
                                   const double *manual,
                                   guint n_manual,
                                   GError **error);
/* The same on both sides of a reference, which is itself a limit. */
StreekClasses *streek_classes_new_around (double reference,
                                          StreekClassMethod method,
                                          const double *values,
                                          gsize n_values,
                                          guint n_asked,
                                          int decimals,
                                          const double *manual,
                                          guint n_manual,
                                          GError **error);
void streek_classes_free (StreekClasses *classes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekClasses, streek_classes_free)

guint streek_classes_get_n (const StreekClasses *classes);
guint streek_classes_get_n_asked (const StreekClasses *classes);
double streek_classes_get_lower (const StreekClasses *classes, guint index);
double streek_classes_get_upper (const StreekClasses *classes, guint index);
double streek_classes_get_reference (const StreekClasses *classes); /* NAN: none */
int streek_classes_get_step (const StreekClasses *classes, guint index);
guint streek_classes_get_count (const StreekClasses *classes, guint index);
int streek_classes_get_decimals (const StreekClasses *classes);
int streek_classes_find (const StreekClasses *classes, double value);

char *
streek_classes_format_label (const StreekClasses *classes, guint index, const StreekFormat *format);
char *streek_classes_dup_message (const StreekClasses *classes);
const char *streek_class_method_get_id (StreekClassMethod method);
gboolean streek_class_method_from_id (const char *id, StreekClassMethod *method);
const char *streek_class_method_get_label (StreekClassMethod method);
