/* streek-driver.c: drives the running program as a person with a screen reader would */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-driver.h"
#include "streek-nodes.h"
#include "streek-screen.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define TIMEOUT_S 60
#define REST_MS 30         /* longer than a frame: between two frames a program sleeps too */
#define AFTER_INPUT_MS 300 /* what moves all the time never comes to rest */

struct _StreekDriver
{
  GPid pid;
  gboolean ended;
  int status;
  StreekScreen *screen;
  char *log_path;               /* what it writes on standard error */
  AtspiAccessible *application; /* once it is on the bus */
};

/* What was asked for, and the widgets of that role. */
typedef struct
{
  const char *role;
  const char *name;
  GPtrArray *found; /* StreekNode, lent */
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

static char *
dup_name (AtspiAccessible *node)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);

  return g_strdup (name != NULL ? skip_mnemonic (name) : "");
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

static gboolean
has_state (AtspiAccessible *node, AtspiStateType state)
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

/* Adds to @found, up to @limit (0: all) of them, what is in @root and matches. */
static void
find_in (AtspiAccessible *root, const char *role, const char *name, guint limit, GPtrArray *found)
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

  if (driver->application == NULL)
    driver->application = find_application (driver->pid);

  if (driver->application != NULL)
    find_in (driver->application, role, name, limit, found);

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

/* Sleeps between two looks: soon again at first, for most of what is waited for comes at once. */
static void
pause_to_look_again (guint *n_looks)
{
  streek_driver_pause (MIN (5u << MIN (*n_looks, 4u), 50));
  ++*n_looks;
}

/* How often a task went to sleep or was put aside; *@asleep: whether it sleeps now. */
static guint64
count_switches (GPid pid, const char *task, gboolean *asleep)
{
  static const char *const counts[] = { "\nvoluntary_ctxt_switches:",
                                        "\nnonvoluntary_ctxt_switches:" };
  g_autofree char *path = g_strdup_printf ("/proc/%d/task/%s/status", (int) pid, task);
  g_autofree char *status = NULL;
  guint64 n = 0;

  if (!g_file_get_contents (path, &status, NULL, NULL))
    return 0;

  *asleep = strstr (status, "\nState:\tS") != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      const char *at = strstr (status, counts[i]);

      n += at != NULL ? g_ascii_strtoull (at + strlen (counts[i]), NULL, 10) : 0;
    }

  return n;
}

/* A number that changes whenever the program does something, 0 while it is at it. */
static guint64
count_work (StreekDriver *driver)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task", (int) driver->pid);
  g_autoptr (GDir) tasks = g_dir_open (path, 0, NULL);
  const char *task;
  guint64 n = 1;

  while (tasks != NULL && (task = g_dir_read_name (tasks)) != NULL)
    {
      gboolean asleep = TRUE;

      n += 1 + count_switches (driver->pid, task, &asleep);

      if (!asleep)
        return 0;
    }

  return n;
}

/* What was sent to the screen has been read by the program: each turn of its main loop takes one
 * event, and answers one question. A chord is up to eight of them. */
static void
wait_input_read (StreekDriver *driver)
{
  for (guint i = 0; i < 10; i++)
    atspi_accessible_get_child_count (driver->application, NULL);
}

/* Until no thread of the program did anything for a while; FALSE where that does not come. */
static gboolean
wait_rest (StreekDriver *driver, guint limit_ms)
{
  gint64 end = g_get_monotonic_time () + limit_ms * G_TIME_SPAN_MILLISECOND;
  gint64 since = g_get_monotonic_time ();
  guint64 last = 0;

  wait_input_read (driver);

  while (!poll_end (driver) && g_get_monotonic_time () < end)
    {
      /* a program at rest may wait for the server */
      streek_screen_sync (driver->screen);

      guint64 work = count_work (driver);

      if (work == 0 || work != last)
        since = g_get_monotonic_time ();
      else if (g_get_monotonic_time () - since >= REST_MS * G_TIME_SPAN_MILLISECOND)
        return TRUE;

      last = work;
      streek_driver_pause (5);
    }

  return FALSE;
}

void
streek_driver_wait_rest (StreekDriver *driver)
{
  if (!wait_rest (driver, TIMEOUT_S * 1000))
    fail (driver, "the program never comes to rest");
}

void
streek_driver_wait_popups (StreekDriver *driver, guint n_popups)
{
  gint64 end = deadline ();
  guint n_looks = 0;

  streek_screen_rest_pointer (driver->screen); /* a tooltip is a popover too */

  while (streek_screen_count_popups (driver->screen) != n_popups)
    {
      if (g_get_monotonic_time () > end)
        fail (driver, "there never were %u popovers on the screen", n_popups);

      pause_to_look_again (&n_looks);
    }

  streek_driver_wait_rest (driver);
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

void
streek_driver_kill (StreekDriver *driver)
{
  kill (driver->pid, SIGKILL);
  streek_driver_wait_end (driver);
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
  guint n_looks = 0;

  while (TRUE)
    {
      check_alive (driver, role, name);

      g_autoptr (GPtrArray) found = find_all (driver, role, name, 1);

      if (found->len > 0)
        return g_object_ref (g_ptr_array_index (found, 0));

      if (g_get_monotonic_time () > end)
        fail (driver, "no %s \"%s\" came", role != NULL ? role : "widget",
              name != NULL ? name : "*");

      pause_to_look_again (&n_looks);
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
  guint n_looks = 0;
  guint n;

  while ((n = streek_driver_count (driver, role, name)) != count)
    {
      check_alive (driver, role, name);

      if (g_get_monotonic_time () > end)
        fail (driver, "%u of %s \"%s\" came, not %u", n, role, name, count);

      pause_to_look_again (&n_looks);
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
  guint n_looks = 0;

  while (TRUE)
    {
      g_autofree char *description = streek_driver_dup_description (driver, role, name);

      if (description != NULL && matches_text (description, pattern))
        return;

      if (g_get_monotonic_time () > end)
        fail (driver, "%s \"%s\" says \"%s\", not \"%s\"", role, name, description, pattern);

      pause_to_look_again (&n_looks);
    }
}

gboolean
streek_driver_is_sensitive (AtspiAccessible *node)
{
  return has_state (node, ATSPI_STATE_SENSITIVE);
}

static void
wait_sensitive (StreekDriver *driver, AtspiAccessible *node, const char *name, gboolean sensitive)
{
  gint64 end = deadline ();
  guint n_looks = 0;

  while (streek_driver_is_sensitive (node) != sensitive)
    {
      if (g_get_monotonic_time () > end)
        fail (driver, "\"%s\" stays %s", name, sensitive ? "insensitive" : "sensitive");

      pause_to_look_again (&n_looks);
    }
}

void
streek_driver_wait_sensitive (StreekDriver *driver,
                              const char *role,
                              const char *name,
                              gboolean sensitive)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);

  wait_sensitive (driver, node, name, sensitive);
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
  guint n_looks = 0;

  wait_sensitive (driver, node, name, TRUE);

  g_autoptr (AtspiAction) action = NULL;
  int index = find_action (node, &action);

  if (index < 0)
    click_in_middle (driver, node);
  else
    /* what has just become insensitive refuses */
    while (!atspi_action_do_action (action, index, NULL))
      {
        if (g_get_monotonic_time () > end)
          fail (driver, "\"%s\" does nothing", name);

        pause_to_look_again (&n_looks);
        wait_sensitive (driver, node, name, TRUE);
      }

  wait_rest (driver, AFTER_INPUT_MS);
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
  wait_rest (driver, AFTER_INPUT_MS);
}

/* What has the keyboard in the window of that title; NULL while there is nothing. @role: (nullable)
 */
static AtspiAccessible *
find_focused (StreekDriver *driver, const char *title, const char *role)
{
  g_autoptr (GPtrArray) windows = find_all (driver, NULL, title, 0);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);

  /* the window behind a dialog may have the same title */
  for (guint i = 0; i < windows->len; i++)
    find_in (windows->pdata[i], role, NULL, 0, nodes);

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
  guint n_looks = 0;

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
      pause_to_look_again (&n_looks);
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
  wait_rest (driver, AFTER_INPUT_MS);
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
  wait_rest (driver, AFTER_INPUT_MS);
}

void
streek_driver_type (StreekDriver *driver, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      streek_screen_press_symbol (driver->screen, (gulong) *c);
      wait_input_read (driver);
    }

  wait_rest (driver, AFTER_INPUT_MS);
}

void
streek_driver_focus (StreekDriver *driver, const char *role, const char *name)
{
  g_autoptr (AtspiAccessible) node = streek_driver_wait (driver, role, name);

  wait_rest (driver, AFTER_INPUT_MS);

  for (int i = 0; i < 60; i++)
    {
      if (has_state (node, ATSPI_STATE_FOCUSED))
        return;

      streek_screen_press (driver->screen, "Tab");
      wait_input_read (driver);
    }

  fail (driver, "Tab never reached %s \"%s\"", role, name);
}

void
streek_driver_take_picture (StreekDriver *driver, const char *path)
{
  wait_rest (driver, AFTER_INPUT_MS);
  streek_screen_save (driver->screen, path);
}

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

  return has_state (node, ATSPI_STATE_FOCUSABLE) || g_strv_contains (frames, role);
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

  g_autofree char *name = dup_name (node);
  g_autoptr (AtspiAccessible) parent = atspi_accessible_get_parent (node, NULL);
  g_autofree char *parent_role = parent != NULL ? dup_role (parent) : NULL;
  AtspiRect extents = { 0 };

  /* GTK leaves the button inside a drop-down without a name; the drop-down itself has one. */
  if (g_strcmp0 (parent_role, "combo box") == 0 || (name[0] != '\0' && !is_class_name (name)))
    return TRUE;

  get_extents (node, &extents);
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
  g_autofree char *name = dup_name (node);
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
