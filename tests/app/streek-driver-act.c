/* streek-driver-act.c: what a person does with the program: clicks, keys, texts, files */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-driver-private.h"

static int
find_action (AtspiAccessible *node, AtspiAction **action)
{
  static const char *const names[] = { "click", "activate", "toggle" };

  *action = atspi_accessible_get_action_iface (node);

  if (*action == NULL)
    return -1;

  int n = atspi_action_get_n_actions (*action, NULL);

  for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
    for (int i = 0; i < n; i++)
      {
        g_autofree char *name = atspi_action_get_action_name (*action, i, NULL);

        if (g_strcmp0 (name, names[k]) == 0)
          return i;
      }

  return -1;
}

/* Where the middle of a widget lies on the screen: the place of its X window, which is returned,
 * and the place in that. */
static gulong
find_middle (StreekDriver *driver, AtspiAccessible *node, int *middle_x, int *middle_y)
{
  g_autoptr (AtspiAccessible) top = g_object_ref (node);
  AtspiRect rect = { 0 }, frame = { 0 };
  int x, y;

  while (TRUE)
    {
      g_autoptr (AtspiAccessible) parent = atspi_accessible_get_parent (top, NULL);
      g_autofree char *role = parent != NULL ? streek_driver_dup_role (parent) : NULL;

      if (parent == NULL || g_strcmp0 (role, "application") == 0)
        break;

      g_set_object (&top, parent);
    }

  g_autofree char *title = atspi_accessible_get_name (top, NULL);

  streek_driver_get_extents (node, &rect);
  streek_driver_get_extents (top, &frame);

  gulong window =
    streek_screen_find_window (driver->screen, title, frame.width, frame.height, &x, &y);

  if (window == 0)
    streek_driver_fail (driver, "no window with the title \"%s\" is on the screen", title);

  *middle_x = x + rect.x - frame.x + rect.width / 2;
  *middle_y = y + rect.y - frame.y + rect.height / 2;

  return window;
}

/* What is still being laid out is clicked where it comes to rest. */
static void
click_in_middle (StreekDriver *driver, AtspiAccessible *node)
{
  gint64 end = streek_driver_deadline ();
  int x, y, last_x, last_y;

  find_middle (driver, node, &x, &y);

  do
    {
      last_x = x;
      last_y = y;
      streek_driver_pause (60);
      find_middle (driver, node, &x, &y);
    }
  while ((x != last_x || y != last_y) && g_get_monotonic_time () < end);

  streek_screen_click (driver->screen, x, y);
}

static void
click_node (StreekDriver *driver, AtspiAccessible *node, const char *name)
{
  gint64 end = streek_driver_deadline ();
  guint n_looks = 0;

  streek_driver_wait_node_sensitive (driver, node, name, TRUE);

  g_autoptr (AtspiAction) action = NULL;
  int index = find_action (node, &action);

  if (index < 0)
    click_in_middle (driver, node);
  else
    /* what has just become insensitive refuses */
    while (!atspi_action_do_action (action, index, NULL))
      {
        if (g_get_monotonic_time () > end)
          streek_driver_fail (driver, "\"%s\" does nothing", name);

        streek_driver_look_again (&n_looks);
        streek_driver_wait_node_sensitive (driver, node, name, TRUE);
      }

  streek_driver_settle (driver);
}

void
streek_driver_click (StreekDriver *driver, const char *role, const char *name)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);

  click_node (driver, node, name);
}

void
streek_driver_click_last (StreekDriver *driver, const char *role, const char *name)
{
  g_object_unref (streek_driver_wait (driver, role, name));

  g_autoptr (GPtrArray) found = streek_driver_find_all (driver, role, name, 0);

  click_node (driver, g_ptr_array_index (found, found->len - 1), name);
}

void
streek_driver_set_text (StreekDriver *driver, const char *role, const char *name, const char *text)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);
  g_autoptr (AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (node);

  if (editable == NULL)
    streek_driver_fail (driver, "%s \"%s\" takes no text", role, name);

  atspi_editable_text_set_text_contents (editable, text, NULL);
  streek_driver_settle (driver);
}

/* What has the keyboard in the window of that title; NULL while there is nothing. @role: (nullable)
 */
static AtspiAccessible *
find_focused (StreekDriver *driver, const char *title, const char *role)
{
  g_autoptr (GPtrArray) windows = streek_driver_find_all (driver, NULL, title, 0);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);

  /* the window behind a dialog may have the same title */
  for (guint i = 0; i < windows->len; i++)
    streek_driver_find_in (windows->pdata[i], role, NULL, 0, nodes);

  for (guint i = 0; i < nodes->len; i++)
    if (streek_driver_has_state (nodes->pdata[i], ATSPI_STATE_FOCUSED))
      return g_object_ref (nodes->pdata[i]);

  return NULL;
}

/* @key: (nullable): what makes the dialog show one */
static AtspiAccessible *
wait_path_field (StreekDriver *driver, const char *title, const char *key)
{
  gint64 end = streek_driver_deadline ();
  guint n_looks = 0;

  while (TRUE)
    {
      AtspiAccessible *field = find_focused (driver, title, "text");

      if (field != NULL)
        return field;

      if (g_get_monotonic_time () > end)
        streek_driver_fail (driver, "no field of \"%s\" takes a path", title);

      g_autoptr (AtspiAccessible) focused = key != NULL ? find_focused (driver, title, NULL) : NULL;

      if (focused != NULL)
        streek_driver_press (driver, key);
      streek_driver_look_again (&n_looks);
    }
}

static void
answer_file_dialog (StreekDriver *driver, const char *title, const char *path, const char *key)
{
  g_object_unref (streek_driver_wait (driver, NULL, title));

  g_autoptr (AtspiAccessible) field = wait_path_field (driver, title, key);
  g_autoptr (AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (field);
  g_autofree char *text = NULL;
  gint64 end = streek_driver_deadline ();

  g_assert_nonnull (editable);

  /* a name that is proposed may come after the field */
  while (g_strcmp0 (text, path) != 0)
    {
      if (g_get_monotonic_time () > end)
        streek_driver_fail (driver, "\"%s\" holds \"%s\", not \"%s\"", title, text, path);

      atspi_editable_text_set_text_contents (editable, path, NULL);
      streek_driver_pause (50);
      g_free (text);
      text = streek_driver_dup_node_text (field);
    }

  streek_driver_press (driver, "Return");
  streek_driver_wait_gone (driver, NULL, title);
}

void
streek_driver_answer_file_dialog (StreekDriver *driver, const char *title, const char *path)
{
  answer_file_dialog (driver, title, path, NULL);
}

void
streek_driver_answer_open_dialog (StreekDriver *driver, const char *title, const char *path)
{
  answer_file_dialog (driver, title, path, "slash");
}

void
streek_driver_set_value (StreekDriver *driver, const char *role, const char *name, double value)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);
  g_autoptr (AtspiValue) iface = atspi_accessible_get_value_iface (node);

  if (iface == NULL)
    streek_driver_fail (driver, "%s \"%s\" takes no number", role, name);

  atspi_value_set_current_value (iface, value, NULL);
  streek_driver_settle (driver);
}

static void
drop (StreekDriver *driver, const char *role, const char *name, const char *list)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);
  int x, y;
  gulong window = find_middle (driver, node, &x, &y);

  if (!streek_screen_drop (window, x, y, list, streek_driver_deadline () - g_get_monotonic_time ()))
    streek_driver_fail (driver, "\"%s\" does not take what is dropped on it", name);
}

void
streek_driver_drop_file (StreekDriver *driver, const char *role, const char *name, const char *path)
{
  const char *const paths[] = { path, NULL };

  streek_driver_drop_files (driver, role, name, paths);
}

void
streek_driver_drop_files (StreekDriver *driver,
                          const char *role,
                          const char *name,
                          const char *const *paths)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *uri = g_filename_to_uri (paths[i], NULL, NULL);

      g_string_append_printf (list, "%s%s", i > 0 ? "\r\n" : "", uri);
    }

  drop (driver, role, name, list->str);
}

void
streek_driver_press (StreekDriver *driver, const char *keys)
{
  streek_screen_press (driver->screen, keys);
  streek_driver_settle (driver);
}

void
streek_driver_type (StreekDriver *driver, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      streek_screen_press_symbol (driver->screen, (gulong) *c);
      streek_driver_wait_input_read (driver);
    }

  streek_driver_settle (driver);
}

void
streek_driver_focus (StreekDriver *driver, const char *role, const char *name)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);

  streek_driver_settle (driver);

  for (int i = 0; i < 60; i++)
    {
      if (streek_driver_has_state (node, ATSPI_STATE_FOCUSED))
        return;

      streek_screen_press (driver->screen, "Tab");
      streek_driver_wait_input_read (driver);
    }

  streek_driver_fail (driver, "Tab never reached %s \"%s\"", role, name);
}

void
streek_driver_take_picture (StreekDriver *driver, const char *path)
{
  streek_driver_settle (driver);
  streek_screen_save (driver->screen, path);
}
