/* streek-driver-find.c: finds widgets of the program by role and name, and waits for them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-driver-private.h"
#include "streek-nodes.h"

#include <string.h>

/* What was asked for, and the widgets of that role. */
typedef struct
{
  const char *role;
  const char *name;
  GPtrArray *found; /* StreekNode, lent */
} Search;

char *
streek_driver_dup_role (AtspiAccessible *node)
{
  g_autofree char *role = atspi_accessible_get_role_name (node, NULL);

  return g_strcmp0 (role, "push button") == 0 ? g_strdup ("button") : g_steal_pointer (&role);
}

/* GTK 4.8 names a button with the mnemonic "_Save" "_Save Save": the part of @name that counts. */
static const char *
skip_mnemonic (const char *name)
{
  const char *mark = strchr (name, '_');
  gsize length = strlen (name);

  if (mark == NULL || length % 2 != 0)
    return name;

  gsize cut = length / 2;
  gsize before = (gsize) (mark - name);

  if (before < cut && name[cut] == ' ' && strncmp (name, name + cut + 1, before) == 0 &&
      strncmp (mark + 1, name + cut + 1 + before, cut - before - 1) == 0)
    return name + cut + 1;

  return name;
}

char *
streek_driver_dup_name (AtspiAccessible *node)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);

  return g_strdup (name != NULL ? skip_mnemonic (name) : "");
}

gboolean
streek_driver_get_extents (AtspiAccessible *node, AtspiRect *extents)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (node);

  if (component == NULL)
    return FALSE;

  /* GTK 4 knows no other coordinates than those of the window. */
  g_autofree AtspiRect *rect =
    atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);

  if (rect == NULL)
    return FALSE;

  *extents = *rect;

  return TRUE;
}

gboolean
streek_driver_has_state (AtspiAccessible *node, AtspiStateType state)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);

  return states != NULL && atspi_state_set_contains (states, state);
}

/* Newer versions of GTK know toggle buttons and switches, 4.8 only buttons and check boxes. */
static gboolean
matches_role (const char *role, const char *wanted)
{
  return wanted == NULL || g_str_equal (role, wanted) ||
         (g_str_equal (wanted, "button") && g_str_equal (role, "toggle button")) ||
         (g_str_equal (wanted, "check box") && g_str_equal (role, "switch"));
}

static gboolean
matches_text (const char *text, const char *pattern)
{
  if (strchr (pattern, '*') == NULL)
    return g_str_equal (text, pattern);

  return g_pattern_match_simple (pattern, text);
}

static gboolean
collect_of_role (StreekNode *node, gpointer user_data)
{
  Search *search = user_data;

  if (matches_role (node->role, search->role))
    g_ptr_array_add (search->found, node);

  return TRUE;
}

/* A table of sixty areas and seventeen years is thousands of questions over the bus: they are not
 * asked for what cannot be in it. */
static gboolean
may_hold_match (const StreekNode *node, gpointer user_data)
{
  static const char *const in_rows[] = {
    "label", "table cell", "image", "panel", "check box", NULL
  };
  const Search *search = user_data;

  if (g_strcmp0 (search->role, "frame") == 0)
    return node->depth == 0;

  return search->role == NULL || !g_str_equal (node->role, "table row") ||
         g_strv_contains (in_rows, search->role);
}

void
streek_driver_find_in (
  AtspiAccessible *root, const char *role, const char *name, guint limit, GPtrArray *found)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  Search search = { role, name, nodes };
  g_autoptr (StreekNode) tree = streek_node_read (root, may_hold_match, &search);

  if (tree != NULL)
    streek_node_walk (tree, collect_of_role, &search);

  g_autoptr (GPtrArray) names = name != NULL ? streek_node_list_names (root, nodes) : NULL;

  for (guint i = 0; i < nodes->len && (limit == 0 || found->len < limit); i++)
    if (name == NULL || matches_text (skip_mnemonic (names->pdata[i]), name))
      g_ptr_array_add (found, streek_node_make_accessible (root, nodes->pdata[i]));
}

static AtspiAccessible *
find_application (GPid pid)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child != NULL && (GPid) atspi_accessible_get_process_id (child, NULL) == pid &&
          atspi_accessible_get_child_count (child, NULL) > 0)
        return g_steal_pointer (&child);
    }

  return NULL;
}

GPtrArray *
streek_driver_find_all (StreekDriver *driver, const char *role, const char *name, guint limit)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  if (driver->application == NULL)
    driver->application = find_application (driver->pid);

  if (driver->application != NULL)
    streek_driver_find_in (driver->application, role, name, limit, found);

  return found;
}

static void
check_alive (StreekDriver *driver, const char *role, const char *name)
{
  if (streek_driver_poll_end (driver))
    streek_driver_fail (driver, "the program ended with status %d before there was a %s \"%s\"",
                        driver->status, role != NULL ? role : "widget", name != NULL ? name : "*");
}

AtspiAccessible *
streek_driver_wait (StreekDriver *driver, const char *role, const char *name)
{
  gint64 end = streek_driver_deadline ();
  guint n_looks = 0;

  while (TRUE)
    {
      check_alive (driver, role, name);

      g_autoptr (GPtrArray) found = streek_driver_find_all (driver, role, name, 1);

      if (found->len > 0)
        return g_object_ref (g_ptr_array_index (found, 0));

      if (g_get_monotonic_time () > end)
        streek_driver_fail (driver, "no %s \"%s\" came", role != NULL ? role : "widget",
                            name != NULL ? name : "*");

      streek_driver_look_again (&n_looks);
    }
}

gboolean
streek_driver_has (StreekDriver *driver, const char *role, const char *name)
{
  g_autoptr (GPtrArray) found = streek_driver_find_all (driver, role, name, 1);

  return found->len > 0;
}

guint
streek_driver_count (StreekDriver *driver, const char *role, const char *name)
{
  g_autoptr (GPtrArray) found = streek_driver_find_all (driver, role, name, 0);

  return found->len;
}

void
streek_driver_wait_count (StreekDriver *driver, const char *role, const char *name, guint count)
{
  gint64 end = streek_driver_deadline ();
  guint n_looks = 0;
  guint n;

  while ((n = streek_driver_count (driver, role, name)) != count)
    {
      check_alive (driver, role, name);

      if (g_get_monotonic_time () > end)
        streek_driver_fail (driver, "%u of %s \"%s\" came, not %u", n, role, name, count);

      streek_driver_look_again (&n_looks);
    }
}

void
streek_driver_wait_gone (StreekDriver *driver, const char *role, const char *name)
{
  streek_driver_wait_count (driver, role, name, 0);
}

char *
streek_driver_dup_description (StreekDriver *driver, const char *role, const char *name)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);

  return atspi_accessible_get_description (node, NULL);
}

char *
streek_driver_dup_node_text (AtspiAccessible *node)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (node);

  if (text == NULL)
    return streek_driver_dup_name (node);

  return atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
}

char *
streek_driver_dup_text (StreekDriver *driver, const char *role, const char *name)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);

  return streek_driver_dup_node_text (node);
}

void
streek_driver_wait_description (StreekDriver *driver,
                                const char *role,
                                const char *name,
                                const char *pattern)
{
  gint64 end = streek_driver_deadline ();
  guint n_looks = 0;

  while (TRUE)
    {
      g_autofree char *description = streek_driver_dup_description (driver, role, name);

      if (description != NULL && matches_text (description, pattern))
        return;

      if (g_get_monotonic_time () > end)
        streek_driver_fail (driver, "%s \"%s\" says \"%s\", not \"%s\"", role, name, description,
                            pattern);

      streek_driver_look_again (&n_looks);
    }
}

gboolean
streek_driver_is_sensitive (AtspiAccessible *node)
{
  return streek_driver_has_state (node, ATSPI_STATE_SENSITIVE);
}

void
streek_driver_wait_node_sensitive (StreekDriver *driver,
                                   AtspiAccessible *node,
                                   const char *name,
                                   gboolean sensitive)
{
  gint64 end = streek_driver_deadline ();
  guint n_looks = 0;

  while (streek_driver_is_sensitive (node) != sensitive)
    {
      if (g_get_monotonic_time () > end)
        streek_driver_fail (driver, "\"%s\" stays %s", name,
                            sensitive ? "insensitive" : "sensitive");

      streek_driver_look_again (&n_looks);
    }
}

void
streek_driver_wait_sensitive (StreekDriver *driver,
                              const char *role,
                              const char *name,
                              gboolean sensitive)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);

  streek_driver_wait_node_sensitive (driver, node, name, sensitive);
}
