/* streek-driver-tree.c: all that the program shows, and what of it has no name */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-driver-private.h"
#include "streek-nodes.h"

#include <string.h>

/* What the tree is read for: a line each. */
typedef struct
{
  AtspiAccessible *root;
  GPtrArray *lines;
} Reading;

static GPtrArray *
list_lines (StreekDriver *driver, StreekVisitFunc visit)
{
  Reading reading = { driver->application, g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (StreekNode) tree =
    reading.root != NULL ? streek_node_read (reading.root, NULL, NULL) : NULL;

  if (tree != NULL)
    streek_node_walk (tree, visit, &reading);

  return reading.lines;
}

/* GTK 4.8 gives the name of its class to what has none: "GtkImage", "AdwGizmo". */
static gboolean
is_class_name (const char *name)
{
  static const char *const prefixes[] = { "Gtk", "Adw", "Streek" };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]) && g_ascii_isupper (name[strlen (prefixes[i])]))
      return strchr (name, ' ') == NULL;

  return FALSE;
}

/* What a person works with; not everything of it takes the keys itself, but hands them to a child.
 */
static gboolean
is_control (AtspiAccessible *node, const char *role)
{
  static const char *const frames[] = { "button", "toggle button", "combo box", "page tab list",
                                        NULL };

  return streek_driver_has_state (node, ATSPI_STATE_FOCUSABLE) || g_strv_contains (frames, role);
}

static gboolean
collect_unnamed (StreekNode *found, gpointer user_data)
{
  static const char *const named_roles[] = {
    "button",    "toggle button", "check box", "radio button",  "switch", "text",
    "entry",     "spin button",   "slider",    "combo box",     "image",  "list box",
    "menu item", "tree table",    "table",     "page tab list", NULL
  };
  Reading *reading = user_data;

  if (!g_strv_contains (named_roles, found->role))
    return TRUE;

  g_autoptr (AtspiAccessible) node = streek_node_make_accessible (reading->root, found);

  if (!is_control (node, found->role))
    return TRUE;

  g_autofree char *name = streek_driver_dup_name (node);
  g_autoptr (AtspiAccessible) parent = atspi_accessible_get_parent (node, NULL);
  g_autofree char *parent_role = parent != NULL ? streek_driver_dup_role (parent) : NULL;
  AtspiRect extents = { 0 };

  /* GTK leaves the button inside a drop-down without a name; the drop-down itself has one. */
  if (g_strcmp0 (parent_role, "combo box") == 0 || (name[0] != '\0' && !is_class_name (name)))
    return TRUE;

  streek_driver_get_extents (node, &extents);
  g_ptr_array_add (reading->lines, g_strdup_printf ("%s \"%s\" in %s at %d,%d", found->role, name,
                                                    parent_role, extents.x, extents.y));

  return TRUE;
}

GPtrArray *
streek_driver_list_unnamed (StreekDriver *driver)
{
  return list_lines (driver, collect_unnamed);
}

static gboolean
add_line (StreekNode *found, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (AtspiAccessible) node = streek_node_make_accessible (reading->root, found);
  g_autofree char *name = streek_driver_dup_name (node);
  g_autofree char *description = atspi_accessible_get_description (node, NULL);

  if ((g_str_equal (found->role, "filler") || g_str_equal (found->role, "panel")) &&
      (name[0] == '\0' || is_class_name (name)))
    return TRUE;

  if (description != NULL && description[0] != '\0')
    g_ptr_array_add (reading->lines,
                     g_strdup_printf ("%s \"%s\" (%s)", found->role, name, description));
  else
    g_ptr_array_add (reading->lines, g_strdup_printf ("%s \"%s\"", found->role, name));

  return TRUE;
}

char *
streek_driver_dup_tree (StreekDriver *driver)
{
  g_autoptr (GPtrArray) lines = list_lines (driver, add_line);

  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}
