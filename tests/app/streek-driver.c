/* streek-driver.c: drives the running program as a person with a screen reader would */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-driver.h"
#include "streek-screen.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define TIMEOUT_S 60
#define MAX_DEPTH 60

struct _StreekDriver
{
  GPid pid;
  gboolean ended;
  int status;
  StreekScreen *screen;
  char *log_path;               /* what it writes on standard error */
  AtspiAccessible *application; /* once it is on the bus */
};

typedef gboolean (*VisitFunc) (AtspiAccessible *node, const char *role, gpointer user_data);

/* Whether to look at what is in a widget. */
typedef gboolean (*DescendFunc) (const char *role, int depth, gpointer user_data);

/* What was asked for, and what came of it. */
typedef struct
{
  const char *role;
  const char *name;
  GPtrArray *found;
  guint limit; /* 0: all of them */
} Search;

static void
ignore_log_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
}

/* libatspi keeps names for good where no main loop runs, and complains on GTK 4.8, which has no
 * cache of its own to offer. */
static void
connect_to_bus (void)
{
  static gsize connected = 0;

  if (g_once_init_enter (&connected))
    {
      g_setenv ("ATSPI_NO_CACHE", "1", TRUE);
      g_log_set_handler ("dbind", G_LOG_LEVEL_WARNING, ignore_log_cb, NULL);
      g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
      g_assert_cmpint (atspi_init (), <=, 1);
      atspi_set_timeout (5000, 15000);
      g_once_init_leave (&connected, 1);
    }
}

static char *
dup_role (AtspiAccessible *node)
{
  g_autofree char *role = atspi_accessible_get_role_name (node, NULL);

  return g_strcmp0 (role, "push button") == 0 ? g_strdup ("button") : g_steal_pointer (&role);
}

/* GTK 4.8 names a button with the mnemonic "_Save" "_Save Save". */
static char *
dup_name (AtspiAccessible *node)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);

  if (name == NULL)
    return g_strdup ("");

  const char *mark = strchr (name, '_');
  gsize length = strlen (name);

  if (mark == NULL || length % 2 != 0)
    return g_steal_pointer (&name);

  gsize cut = length / 2;
  gsize before = (gsize) (mark - name);

  if (before < cut && name[cut] == ' ' && strncmp (name, name + cut + 1, before) == 0 &&
      strncmp (mark + 1, name + cut + 1 + before, cut - before - 1) == 0)
    return g_strdup (name + cut + 1);

  return g_steal_pointer (&name);
}

static gboolean
get_extents (AtspiAccessible *node, AtspiRect *extents)
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

/* Has a size: GTK 4.8 tells neither "showing" nor "mapped". What has no component (the
 * application, the pages of a stack) takes no room of its own. */
static gboolean
is_shown (AtspiAccessible *node)
{
  AtspiRect extents;

  if (!get_extents (node, &extents))
    return TRUE;

  return extents.width > 0 && extents.height > 0 && extents.width < 30000 && extents.height < 30000;
}

static gboolean
has_state (AtspiAccessible *node, AtspiStateType state)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);

  return states != NULL && atspi_state_set_contains (states, state);
}

/* Depth first; @visit returns FALSE to end the walk. */
static gboolean
walk (AtspiAccessible *node, int depth, VisitFunc visit, DescendFunc descend, gpointer user_data)
{
  g_autofree char *role = dup_role (node);

  if (role == NULL || depth > MAX_DEPTH)
    return TRUE;

  /* rows outside the visible part of a long list have no size, nor have pages not shown */
  if (depth > 1 && !is_shown (node))
    return TRUE;

  if (!visit (node, role, user_data))
    return FALSE;

  if (descend != NULL && !descend (role, depth, user_data))
    return TRUE;

  int n = atspi_accessible_get_child_count (node, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL && !walk (child, depth + 1, visit, descend, user_data))
        return FALSE;
    }

  return TRUE;
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
collect_match (AtspiAccessible *node, const char *role, gpointer user_data)
{
  Search *search = user_data;

  if (!matches_role (role, search->role))
    return TRUE;

  if (search->name != NULL)
    {
      g_autofree char *name = dup_name (node);

      if (!matches_text (name, search->name))
        return TRUE;
    }

  g_ptr_array_add (search->found, g_object_ref (node));

  return search->limit == 0 || search->found->len < search->limit;
}

/* A table of sixty areas and seventeen years is thousands of questions over the bus: they are not
 * asked for what cannot be in it. */
static gboolean
may_hold_match (const char *role, int depth, gpointer user_data)
{
  static const char *const in_rows[] = {
    "label", "table cell", "image", "panel", "check box", NULL
  };
  const Search *search = user_data;

  if (g_strcmp0 (search->role, "frame") == 0)
    return depth == 0;

  return search->role == NULL || !g_str_equal (role, "table row") ||
         g_strv_contains (in_rows, search->role);
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

static gboolean
poll_end (StreekDriver *driver)
{
  int status;

  if (!driver->ended && waitpid (driver->pid, &status, WNOHANG) == driver->pid)
    {
      driver->ended = TRUE;
      driver->status = WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
    }

  return driver->ended;
}

static GPtrArray *
find_all (StreekDriver *driver, const char *role, const char *name, guint limit)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  Search search = { role, name, found, limit };

  if (driver->application == NULL)
    driver->application = find_application (driver->pid);

  if (driver->application != NULL)
    walk (driver->application, 0, collect_match, may_hold_match, &search);

  return found;
}

/* Ends the test; what the screen showed lies beside the program's other results. */
static void G_GNUC_NORETURN G_GNUC_PRINTF (2, 3)
  fail (StreekDriver *driver, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_autofree char *picture = g_test_build_filename (G_TEST_BUILT, "app", "failure.png", NULL);

  streek_screen_save (driver->screen, picture);

  if (!poll_end (driver))
    {
      g_autofree char *tree = streek_driver_dup_tree (driver);

      g_test_message ("widgets shown:\n%s", tree);
      kill (driver->pid, SIGKILL);
    }

  g_error ("%s (the screen is in %s)", message, picture);
}

static void
check_alive (StreekDriver *driver, const char *role, const char *name)
{
  if (poll_end (driver))
    fail (driver, "the program ended with status %d before there was a %s \"%s\"", driver->status,
          role != NULL ? role : "widget", name != NULL ? name : "*");
}

static gint64
deadline (void)
{
  return g_get_monotonic_time () + TIMEOUT_S * G_USEC_PER_SEC;
}

/* Criticals are bugs; but GTK 4.8 has one of its own: it answers for a widget that is just going
 * away. Fatal criticals would end the program there, so they are counted afterwards. */
static void
check_log (StreekDriver *driver)
{
  g_autofree char *log = NULL;

  g_file_get_contents (driver->log_path, &log, NULL, NULL);

  g_auto (GStrv) lines = g_strsplit (log != NULL ? log : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "CRITICAL") != NULL &&
        strstr (lines[i], "g_variant_is_object_path") == NULL)
      g_error ("the program says: %s", lines[i]);
}

StreekDriver *
streek_driver_start (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  StreekDriver *driver = g_new0 (StreekDriver, 1);
  g_auto (GStrv) environment = g_environ_unsetenv (g_get_environ (), "G_DEBUG");
  int log = g_file_open_tmp ("streek-log-XXXXXX", &driver->log_path, &error);

  g_assert_no_error (error);
  connect_to_bus ();
  driver->screen = streek_screen_new ();
  g_spawn_async_with_fds (NULL, (char **) arguments, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                          NULL, &driver->pid, -1, -1, log, &error);
  g_assert_no_error (error);
  close (log);
  g_object_unref (streek_driver_wait (driver, "frame", NULL));

  return driver;
}

void
streek_driver_free (StreekDriver *driver)
{
  if (!poll_end (driver))
    {
      gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

      kill (driver->pid, SIGTERM);

      while (!poll_end (driver) && g_get_monotonic_time () < end)
        streek_driver_pause (20);

      if (!driver->ended)
        {
          kill (driver->pid, SIGKILL);
          waitpid (driver->pid, NULL, 0);
        }
    }

  check_log (driver);
  g_unlink (driver->log_path);
  g_free (driver->log_path);
  g_clear_object (&driver->application);
  streek_screen_free (driver->screen);
  g_free (driver);
}

int
streek_driver_wait_end (StreekDriver *driver)
{
  gint64 end = deadline ();

  while (!poll_end (driver))
    {
      if (g_get_monotonic_time () > end)
        fail (driver, "the program did not end");

      streek_driver_pause (20);
    }

  return driver->status;
}

void
streek_driver_pause (guint milliseconds)
{
  g_usleep (milliseconds * 1000);
}

AtspiAccessible *
streek_driver_wait (StreekDriver *driver, const char *role, const char *name)
{
  gint64 end = deadline ();

  while (TRUE)
    {
      check_alive (driver, role, name);

      g_autoptr (GPtrArray) found = find_all (driver, role, name, 1);

      if (found->len > 0)
        return g_object_ref (g_ptr_array_index (found, 0));

      if (g_get_monotonic_time () > end)
        fail (driver, "no %s \"%s\" came", role != NULL ? role : "widget",
              name != NULL ? name : "*");

      streek_driver_pause (50);
    }
}

gboolean
streek_driver_has (StreekDriver *driver, const char *role, const char *name)
{
  g_autoptr (GPtrArray) found = find_all (driver, role, name, 1);

  return found->len > 0;
}

guint
streek_driver_count (StreekDriver *driver, const char *role, const char *name)
{
  g_autoptr (GPtrArray) found = find_all (driver, role, name, 0);

  return found->len;
}

void
streek_driver_wait_count (StreekDriver *driver, const char *role, const char *name, guint count)
{
  gint64 end = deadline ();
  guint n;

  while ((n = streek_driver_count (driver, role, name)) != count)
    {
      check_alive (driver, role, name);

      if (g_get_monotonic_time () > end)
        fail (driver, "%u of %s \"%s\" came, not %u", n, role, name, count);

      streek_driver_pause (50);
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

static char *
dup_node_text (AtspiAccessible *node)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (node);

  if (text == NULL)
    return dup_name (node);

  return atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
}

char *
streek_driver_dup_text (StreekDriver *driver, const char *role, const char *name)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);

  return dup_node_text (node);
}

void
streek_driver_wait_description (StreekDriver *driver,
                                const char *role,
                                const char *name,
                                const char *pattern)
{
  gint64 end = deadline ();

  while (TRUE)
    {
      g_autofree char *description = streek_driver_dup_description (driver, role, name);

      if (description != NULL && matches_text (description, pattern))
        return;

      if (g_get_monotonic_time () > end)
        fail (driver, "%s \"%s\" says \"%s\", not \"%s\"", role, name, description, pattern);

      streek_driver_pause (50);
    }
}

gboolean
streek_driver_is_sensitive (AtspiAccessible *node)
{
  return has_state (node, ATSPI_STATE_SENSITIVE);
}

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
      g_autofree char *role = parent != NULL ? dup_role (parent) : NULL;

      if (parent == NULL || g_strcmp0 (role, "application") == 0)
        break;

      g_set_object (&top, parent);
    }

  g_autofree char *title = atspi_accessible_get_name (top, NULL);

  get_extents (node, &rect);
  get_extents (top, &frame);

  gulong window =
    streek_screen_find_window (driver->screen, title, frame.width, frame.height, &x, &y);

  if (window == 0)
    fail (driver, "no window with the title \"%s\" is on the screen", title);

  *middle_x = x + rect.x - frame.x + rect.width / 2;
  *middle_y = y + rect.y - frame.y + rect.height / 2;

  return window;
}

/* What is still being laid out is clicked where it comes to rest. */
static void
click_in_middle (StreekDriver *driver, AtspiAccessible *node)
{
  gint64 end = deadline ();
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
  gint64 end = deadline ();

  while (!streek_driver_is_sensitive (node))
    {
      if (g_get_monotonic_time () > end)
        fail (driver, "\"%s\" stays insensitive", name);

      streek_driver_pause (50);
    }

  g_autoptr (AtspiAction) action = NULL;
  int index = find_action (node, &action);

  if (index >= 0)
    atspi_action_do_action (action, index, NULL);
  else
    click_in_middle (driver, node);

  streek_driver_pause (120);
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

  g_autoptr (GPtrArray) found = find_all (driver, role, name, 0);

  click_node (driver, g_ptr_array_index (found, found->len - 1), name);
}

void
streek_driver_set_text (StreekDriver *driver, const char *role, const char *name, const char *text)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);
  g_autoptr (AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (node);

  if (editable == NULL)
    fail (driver, "%s \"%s\" takes no text", role, name);

  atspi_editable_text_set_text_contents (editable, text, NULL);
  streek_driver_pause (60);
}

/* What has the keyboard in the window of that title; NULL while there is nothing. @role: (nullable)
 */
static AtspiAccessible *
find_focused (StreekDriver *driver, const char *title, const char *role)
{
  g_autoptr (GPtrArray) windows = find_all (driver, NULL, title, 0);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);
  Search search = { role, NULL, nodes, 0 };

  /* the window behind a dialog may have the same title */
  for (guint i = 0; i < windows->len; i++)
    walk (windows->pdata[i], 0, collect_match, may_hold_match, &search);

  for (guint i = 0; i < nodes->len; i++)
    if (has_state (nodes->pdata[i], ATSPI_STATE_FOCUSED))
      return g_object_ref (nodes->pdata[i]);

  return NULL;
}

/* @key: (nullable): what makes the dialog show one */
static AtspiAccessible *
wait_path_field (StreekDriver *driver, const char *title, const char *key)
{
  gint64 end = deadline ();

  while (TRUE)
    {
      AtspiAccessible *field = find_focused (driver, title, "text");

      if (field != NULL)
        return field;

      if (g_get_monotonic_time () > end)
        fail (driver, "no field of \"%s\" takes a path", title);

      g_autoptr (AtspiAccessible) focused = key != NULL ? find_focused (driver, title, NULL) : NULL;

      if (focused != NULL)
        streek_driver_press (driver, key);
      streek_driver_pause (50);
    }
}

static void
answer_file_dialog (StreekDriver *driver, const char *title, const char *path, const char *key)
{
  g_object_unref (streek_driver_wait (driver, NULL, title));

  g_autoptr (AtspiAccessible) field = wait_path_field (driver, title, key);
  g_autoptr (AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (field);
  g_autofree char *text = NULL;
  gint64 end = deadline ();

  g_assert_nonnull (editable);

  /* a name that is proposed may come after the field */
  while (g_strcmp0 (text, path) != 0)
    {
      if (g_get_monotonic_time () > end)
        fail (driver, "\"%s\" holds \"%s\", not \"%s\"", title, text, path);

      atspi_editable_text_set_text_contents (editable, path, NULL);
      streek_driver_pause (50);
      g_free (text);
      text = dup_node_text (field);
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
    fail (driver, "%s \"%s\" takes no number", role, name);

  atspi_value_set_current_value (iface, value, NULL);
  streek_driver_pause (60);
}

static void
drop (StreekDriver *driver, const char *role, const char *name, const char *list)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);
  int x, y;
  gulong window = find_middle (driver, node, &x, &y);

  if (!streek_screen_drop (window, x, y, list, deadline () - g_get_monotonic_time ()))
    fail (driver, "\"%s\" does not take what is dropped on it", name);
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
  streek_driver_pause (80);
}

void
streek_driver_type (StreekDriver *driver, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    streek_screen_press_symbol (driver->screen, (gulong) *c);

  streek_driver_pause (80);
}

void
streek_driver_focus (StreekDriver *driver, const char *role, const char *name)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);

  for (int i = 0; i < 60; i++)
    {
      if (has_state (node, ATSPI_STATE_FOCUSED))
        return;

      streek_driver_press (driver, "Tab");
    }

  fail (driver, "Tab never reached %s \"%s\"", role, name);
}

void
streek_driver_take_picture (StreekDriver *driver, const char *path)
{
  streek_driver_pause (300);
  streek_screen_save (driver->screen, path);
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

  return has_state (node, ATSPI_STATE_FOCUSABLE) || g_strv_contains (frames, role);
}

static gboolean
collect_unnamed (AtspiAccessible *node, const char *role, gpointer user_data)
{
  static const char *const named_roles[] = {
    "button",    "toggle button", "check box", "radio button",  "switch", "text",
    "entry",     "spin button",   "slider",    "combo box",     "image",  "list box",
    "menu item", "tree table",    "table",     "page tab list", NULL
  };
  GPtrArray *unnamed = user_data;

  if (!g_strv_contains (named_roles, role) || !is_control (node, role))
    return TRUE;

  g_autofree char *name = dup_name (node);
  g_autoptr (AtspiAccessible) parent = atspi_accessible_get_parent (node, NULL);
  g_autofree char *parent_role = parent != NULL ? dup_role (parent) : NULL;
  AtspiRect extents = { 0 };

  /* GTK leaves the button inside a drop-down without a name; the drop-down itself has one. */
  if (g_strcmp0 (parent_role, "combo box") == 0 || (name[0] != '\0' && !is_class_name (name)))
    return TRUE;

  get_extents (node, &extents);
  g_ptr_array_add (unnamed, g_strdup_printf ("%s \"%s\" in %s at %d,%d", role, name, parent_role,
                                             extents.x, extents.y));

  return TRUE;
}

GPtrArray *
streek_driver_list_unnamed (StreekDriver *driver)
{
  GPtrArray *unnamed = g_ptr_array_new_with_free_func (g_free);

  walk (driver->application, 0, collect_unnamed, NULL, unnamed);

  return unnamed;
}

static gboolean
append_line (AtspiAccessible *node, const char *role, gpointer user_data)
{
  GString *tree = user_data;
  g_autofree char *name = dup_name (node);
  g_autofree char *description = atspi_accessible_get_description (node, NULL);

  if ((g_str_equal (role, "filler") || g_str_equal (role, "panel")) &&
      (name[0] == '\0' || is_class_name (name)))
    return TRUE;

  g_string_append_printf (tree, "%s \"%s\"", role, name);

  if (description != NULL && description[0] != '\0')
    g_string_append_printf (tree, " (%s)", description);

  g_string_append_c (tree, '\n');

  return TRUE;
}

char *
streek_driver_dup_tree (StreekDriver *driver)
{
  GString *tree = g_string_new (NULL);

  if (driver->application != NULL)
    walk (driver->application, 0, append_line, NULL, tree);

  return g_string_free (tree, FALSE);
}
