/* streek-classes-words.c: what is said of classes: labels, and what was asked and was possible */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-classes-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * streek_classes_format_label:
 * @index: of the class, from low to high
 * @format: how numbers look
 *
 * Returns: (transfer full): what stands beside the class in a legend: "10–19" for whole numbers,
 *   "10,0 tot < 20,0" for others, one number where the class holds only that;
 *   "< 10,0" and "≥ 20,0" at the ends of the limits of a policy
 */
char *
streek_classes_format_label (const StreekClasses *classes, guint index, const StreekFormat *format)
{
  g_return_val_if_fail (index < classes->n, NULL);

  const StreekClass *class = &classes->classes[index];
  gboolean is_closed = classes->is_closed && index + 1 == classes->n;
  gboolean is_whole = classes->decimals == 0;
  double last = is_whole && !is_closed ? class->upper - 1 : class->upper;

  if (isinf (class->lower) || isinf (class->upper))
    {
      double limit = isinf (class->lower) ? class->upper : class->lower;
      g_autofree char *number = streek_format_number (format, limit, classes->decimals);

      return g_strdup_printf ("%s %s", isinf (class->lower) ? "<" : "≥", number);
    }

  g_autofree char *from = streek_format_number (format, class->lower, classes->decimals);
  g_autofree char *to = streek_format_number (format, last, classes->decimals);

  if (class->lower == last || class->lower == class->upper)
    return g_steal_pointer (&from);

  if (is_whole && class->lower >= 0)
    return g_strdup_printf ("%s–%s", from, to);

  /* Translators: a class of a legend that holds both numbers: 40,0 to 55,3 */
  if (is_closed || is_whole)
    return g_strdup_printf (_ ("%1$s to %2$s"), from, to);

  /* Translators: a class of a legend without its second number: 10,0 to < 20,0 */
  return g_strdup_printf (_ ("%1$s to < %2$s"), from, to);
}

/**
 * streek_classes_dup_message:
 *
 * Returns: (transfer full) (nullable): in words, that there are fewer classes than asked; %NULL
 *   where there are as many
 */
char *
streek_classes_dup_message (const StreekClasses *classes)
{
  if (classes->n >= classes->n_asked)
    return NULL;

  /* Translators: number of classes; 4 were asked, 3 are possible without splitting equal values
   * or drawing an empty class */
  return g_strdup_printf (_ ("classes: %1$u asked, %2$u possible"), classes->n_asked, classes->n);
}

static void
append_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static void
find_counts (const StreekClasses *classes, guint *least, guint *most)
{
  *least = G_MAXUINT;
  *most = 0;

  for (guint i = 0; i < classes->n; i++)
    if (!streek_classes_is_zero (classes, i))
      {
        *least = MIN (*least, classes->classes[i].count);
        *most = MAX (*most, classes->classes[i].count);
      }
}

/* Why there are fewer classes than asked. */
static void
explain_number (const StreekClasses *classes, GString *text)
{
  if (classes->n < classes->n_asked)
    append_sentence (
      text, g_strdup_printf (ngettext ("%1$u classes asked, %2$u class drawn.",
                                       "%1$u classes asked, %2$u classes drawn.", classes->n),
                             classes->n_asked, classes->n));

  if (classes->n < classes->n_asked && classes->n_distinct < classes->n_asked)
    append_sentence (
      text, g_strdup_printf (ngettext ("There is only %u different value.",
                                       "There are only %u different values.", classes->n_distinct),
                             classes->n_distinct));
  else if (classes->n_empty > 0)
    append_sentence (text,
                     g_strdup_printf (ngettext ("%u class would hold no area and is left out.",
                                                "%u classes would hold no area and are left out.",
                                                classes->n_empty),
                                      classes->n_empty));
}

/**
 * streek_classes_dup_explanation:
 *
 * Returns: (transfer full) (nullable): in sentences, where the classes differ from what was asked
 *   and why: too few different values, classes without an area, equal values that stay together, no
 *   zeros, a geometric series over 0; %NULL where there is nothing to say
 */
char *
streek_classes_dup_explanation (const StreekClasses *classes)
{
  GString *text = g_string_new (NULL);
  gboolean is_quantile =
    classes->method == STREEK_CLASSES_QUANTILE && isnan (classes->reference) && !classes->is_shared;
  gboolean has_zero = FALSE;
  guint least, most;

  for (guint i = 0; i < classes->n; i++)
    has_zero |= streek_classes_is_zero (classes, i);

  explain_number (classes, text);
  find_counts (classes, &least, &most);

  if (is_quantile && most > least + 1)
    append_sentence (text, g_strdup_printf (_ ("Equal values stay together, so that the classes "
                                               "hold from %1$u to %2$u areas."),
                                            least, most));

  if (classes->method == STREEK_CLASSES_GEOMETRIC && isnan (classes->reference) && !has_zero &&
      classes->classes[0].lower <= 0 && classes->classes[classes->n - 1].upper > 0)
    append_sentence (text, g_strdup (_ ("A geometric series cannot begin at 0 or below it: the "
                                        "first class holds those values too.")));

  if (classes->asks_zero && !has_zero)
    append_sentence (text, g_strdup (_ ("No area has the value 0.")));

  return g_string_free (text, text->len == 0);
}
