/* streek-class-method.c: the ways in which class limits are found, and their names */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-class-method.h"

#include <glib/gi18n-lib.h>

static const char *const method_ids[] = { "quantile",  "equal",     "natural", "pretty",
                                          "deviation", "geometric", "manual",  "policy" };

/**
 * streek_class_method_get_id:
 *
 * Returns: the word for @method in files and on the command line
 */
const char *
streek_class_method_get_id (StreekClassMethod method)
{
  g_return_val_if_fail ((guint) method < G_N_ELEMENTS (method_ids), NULL);

  return method_ids[method];
}

/**
 * streek_class_method_from_id:
 * @id: (nullable): a word such as "quantile"
 * @method: (out): the method of that name
 *
 * Returns: %FALSE where there is no such method
 */
gboolean
streek_class_method_from_id (const char *id, StreekClassMethod *method)
{
  for (guint i = 0; i < G_N_ELEMENTS (method_ids); i++)
    if (g_strcmp0 (id, method_ids[i]) == 0)
      {
        *method = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
streek_class_method_is_given (StreekClassMethod method)
{
  return method == STREEK_CLASSES_MANUAL || method == STREEK_CLASSES_POLICY;
}

/**
 * streek_class_method_get_label:
 *
 * Returns: (transfer none): what people call @method
 */
const char *
streek_class_method_get_label (StreekClassMethod method)
{
  switch (method)
    {
    case STREEK_CLASSES_EQUAL:
      return C_ ("class method", "Equal intervals");
    case STREEK_CLASSES_NATURAL:
      return C_ ("class method", "Natural breaks");
    case STREEK_CLASSES_PRETTY:
      return C_ ("class method", "Round limits");
    case STREEK_CLASSES_DEVIATION:
      return C_ ("class method", "Standard deviations");
    case STREEK_CLASSES_GEOMETRIC:
      return C_ ("class method", "Geometric series");
    case STREEK_CLASSES_MANUAL:
      return C_ ("class method", "Own limits");
    case STREEK_CLASSES_POLICY:
      return C_ ("class method", "Policy limits");
    case STREEK_CLASSES_QUANTILE:
    default:
      return C_ ("class method", "Quantiles");
    }
}
