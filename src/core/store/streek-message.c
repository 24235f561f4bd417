/* streek-message.c: the name of a user action, in the language of whoever looks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-message.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_argument (GString *text, GVariant *args, gsize index)
{
  if (args == NULL || !g_variant_is_of_type (args, G_VARIANT_TYPE_TUPLE) ||
      index >= g_variant_n_children (args))
    return;

  g_autoptr (GVariant) child = g_variant_get_child_value (args, index);

  if (g_variant_is_of_type (child, G_VARIANT_TYPE_STRING))
    g_string_append (text, g_variant_get_string (child, NULL));
  else
    {
      g_autofree char *printed = g_variant_print (child, FALSE);

      g_string_append (text, printed);
    }
}

/* Reads "1$" of "%1$s"; leaves @next as it is where there is none. */
static const char *
read_position (const char *p, gsize *next)
{
  const char *end = p + strspn (p, "0123456789");

  if (end == p || *end != '$' || end - p > 2)
    return p;

  guint64 position = g_ascii_strtoull (p, NULL, 10);

  if (position > 0)
    *next = position - 1;

  return end + 1;
}

/**
 * streek_message_format:
 * @message_id: an untranslated sentence with conversions as in printf: "Rename %s"
 * @args: (nullable): a tuple of strings and integers
 *
 * Translates and fills in. Both come out of a file, so they never reach printf: whatever the
 * conversion is, the argument at its place is written as text, nothing where there is none.
 *
 * Returns: (transfer full): the sentence
 */
char *
streek_message_format (const char *message_id, GVariant *args)
{
  const char *p = *message_id != '\0' ? _ (message_id) : "";
  GString *text = g_string_new (NULL);
  gsize next = 0;

  while (*p != '\0')
    {
      if (*p != '%')
        {
          g_string_append_c (text, *p++);
          continue;
        }

      if (*++p == '%')
        {
          g_string_append_c (text, *p++);
          continue;
        }

      p = read_position (p, &next);
      p += strspn (p, "0123456789.-+ #'lhjztqIL" G_GINT64_MODIFIER);
      append_argument (text, args, next++);

      if (*p != '\0')
        p++;
    }

  return g_string_free (text, FALSE);
}
