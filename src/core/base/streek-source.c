/* streek-source.c: the line that says where figures come from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/streek-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Without the full stop that a sentence of its own would end in. */
static gsize
measure (const char *source)
{
  gsize length = strlen (source);

  while (length > 0 && (source[length - 1] == '.' || g_ascii_isspace (source[length - 1])))
    length--;

  return length;
}

/**
 * streek_source_make_line:
 * @sources: (array length=n_sources): who published the figures or areas; %NULL and "" where
 *   nobody says so, and any of them more than once
 *
 * Returns: (transfer full) (nullable): "Source: Statbel; VDAB", each one once and in their order,
 *   or %NULL if there are none
 */
char *
streek_source_make_line (const char *const *sources, gsize n_sources)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < n_sources; i++)
    {
      g_autofree char *name =
        sources[i] != NULL ? g_strndup (sources[i], measure (sources[i])) : NULL;

      if (name != NULL && *name != '\0' &&
          !g_ptr_array_find_with_equal_func (named, name, g_str_equal, NULL))
        g_ptr_array_add (named, g_steal_pointer (&name));
    }

  if (named->len == 0)
    return NULL;

  g_ptr_array_add (named, NULL);

  g_autofree char *joined = g_strjoinv ("; ", (char **) named->pdata);

  /* Translators: %s is who published figures or areas, or several of them: "Statbel; VDAB". */
  return g_strdup_printf (_ ("Source: %s"), joined);
}
