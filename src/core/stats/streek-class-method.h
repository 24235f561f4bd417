/* streek-class-method.h: the ways in which class limits are found, and their names */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef enum
{
  STREEK_CLASSES_QUANTILE,
  STREEK_CLASSES_EQUAL,
  STREEK_CLASSES_NATURAL, /* natural breaks: least sum of squares within classes, exact */
  STREEK_CLASSES_PRETTY,
  STREEK_CLASSES_DEVIATION, /* one standard deviation each, on both sides of the mean */
  STREEK_CLASSES_GEOMETRIC, /* each limit the same number of times the one before it */
  STREEK_CLASSES_MANUAL,
  STREEK_CLASSES_POLICY, /* limits that a policy fixed: also where no value lies */
  STREEK_N_CLASS_METHODS,
} StreekClassMethod;

const char *streek_class_method_get_id (StreekClassMethod method);
/* Limits are given, and not found in values. */
gboolean streek_class_method_is_given (StreekClassMethod method);
gboolean streek_class_method_from_id (const char *id, StreekClassMethod *method);
const char *streek_class_method_get_label (StreekClassMethod method);
