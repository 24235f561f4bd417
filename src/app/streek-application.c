/* streek-application.c: the program: its windows, and what it does without one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-application"
#include "config.h"
#include "streek-application.h"
#include "streek-preferences-window.h"
#include "streek-window.h"

#include <glib/gi18n.h>

struct _StreekApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (StreekApplication, streek_application, ADW_TYPE_APPLICATION)

static StreekWindow *
find_window_of (StreekApplication *self, const char *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (STREEK_IS_WINDOW (l->data) &&
        g_strcmp0 (streek_window_get_path (STREEK_WINDOW (l->data)), path) == 0)
      return STREEK_WINDOW (l->data);

  return NULL;
}

/* A window without a workspace, made where there is none; @path NULL finds the empty ones. */
static StreekWindow *
ensure_empty_window (StreekApplication *self)
{
  StreekWindow *window = find_window_of (self, NULL);

  return window != NULL ? window : streek_window_new (self);
}

static void
make_example_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const char *path = task_data;
  g_autofree char *folder = g_path_get_dirname (path);
  GError *error = NULL;

  g_mkdir_with_parents (folder, 0755);

  g_autoptr (StreekWorkspace) workspace =
    g_file_test (path, G_FILE_TEST_EXISTS)
      ? NULL
      : streek_workspace_create (path, TRUE, cancellable, &error);

  if (workspace != NULL)
    streek_workspace_close (workspace);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (path), g_free);
}

static void
on_example_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekApplication *self = STREEK_APPLICATION (source);
  g_autoptr (StreekWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);

  g_application_release (G_APPLICATION (self));

  if (path != NULL)
    streek_application_open_path (self, path);
  else
    streek_window_show_error (window, _ ("The example could not be made"), error);
}

static char *
get_example_path (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  /* Translators: name of the file that the example workspace is in */
  g_autofree char *name = g_strconcat (_ ("Streekatlas example"), ".streek", NULL);

  return g_build_filename (documents != NULL ? documents : g_get_home_dir (), name, NULL);
}

/* Actions */

static void
on_open_example_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  streek_application_open_example (STREEK_APPLICATION (user_data));
}

static void
on_open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  streek_application_open_path (STREEK_APPLICATION (user_data),
                                g_variant_get_string (parameter, NULL));
}

static void
on_preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekApplication *self = STREEK_APPLICATION (user_data);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkWidget *window = streek_preferences_window_new (
    self->settings,
    STREEK_IS_WINDOW (parent) ? streek_window_get_context (STREEK_WINDOW (parent)) : NULL);

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}

/* Made anew each time, and not handed to the window as its help overlay: GTK 4.8 would keep that
 * one among the windows of the program while nobody sees it, and ends the program where a screen
 * reader asks for a window that has just gone and comes upon it instead. */
static void
on_shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/be/streekatlas/Streekatlas/help-overlay.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}

static void
on_about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekApplication *self = STREEK_APPLICATION (user_data);
  static const char *const developers[] = { "Streekatlas", NULL };
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "transient-for", gtk_application_get_active_window (GTK_APPLICATION (self)),
                "modal", TRUE, "application-name", _ ("Streekatlas"), "application-icon",
                STREEK_APP_ID, "version", STREEK_VERSION, "developer-name", "Streekatlas",
                "developers", developers, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                _ ("The figures, areas and maps of a Flemish region in one file"),
                /* Translators: put your names here, one a line */
                "translator-credits", _ ("translator-credits"), NULL);
  adw_about_window_add_legal_section (
    ADW_ABOUT_WINDOW (about), _ ("Municipal boundaries"),
    "© Statbel (statistische sectoren 2011, open data), via BelgiumMaps.StatBel © BNOSAC "
    "(CC BY 2.0), vereenvoudigd.",
    GTK_LICENSE_CUSTOM, NULL);
  adw_about_window_add_legal_section (
    ADW_ABOUT_WINDOW (about), _ ("Sea and neighbouring countries"),
    "GSHHG 2.3.7 © Paul Wessel, Walter H. F. Smith; DCW-GMT 2.1.1 © The GMT Team. "
    "Vereenvoudigd, volgens de GNU Lesser General Public License, versie 3 of later.",
    GTK_LICENSE_LGPL_3_0, NULL);
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), _ ("Codes and figures"),
                                      "© Statbel (REFNIS; Algemene Directie Statistiek), "
                                      "Statistiek Vlaanderen.",
                                      GTK_LICENSE_CUSTOM, NULL);
  gtk_window_present (GTK_WINDOW (about));
}

static void
on_quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (application)) != NULL)
    {
      if (STREEK_IS_WINDOW (window))
        streek_window_leave (STREEK_WINDOW (window));
      gtk_window_destroy (window);
    }
}

static const GActionEntry actions[] = {
  { .name = "open-example", .activate = on_open_example_cb },
  { .name = "open-recent", .activate = on_open_recent_cb, .parameter_type = "s" },
  { .name = "preferences", .activate = on_preferences_cb },
  { .name = "shortcuts", .activate = on_shortcuts_cb },
  { .name = "about", .activate = on_about_cb },
  { .name = "quit", .activate = on_quit_cb },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save-copy", { "<Control><Shift>s" } },
  { "win.import", { "<Control><Shift>i" } },
  { "win.print", { "<Control>p", "<Control><Shift>p" } },
  { "win.export", { "<Control>e" } },
  { "win.copy-picture", { "<Control><Shift>c" } },
  { "win.copy-data", { "<Control><Shift>d" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.search", { "<Control>k" } },
  { "win.back", { "<Alt>BackSpace", "Back" } },
  { "win.select-areas", { "<Control>l" } },
  { "win.section(1)", { "<Alt>1" } },
  { "win.section(2)", { "<Alt>2" } },
  { "win.section(3)", { "<Alt>3" } },
  { "win.section(4)", { "<Alt>4" } },
  { "win.section(5)", { "<Alt>5" } },
  { "win.section(6)", { "<Alt>6" } },
  { "win.section(7)", { "<Alt>7" } },
  { "win.section(8)", { "<Alt>8" } },
  { "win.section(9)", { "<Alt>9" } },
  { "win.show-sidebar", { "F9" } },
  { "win.show-inspector", { "<Alt>Return" } },
  { "win.show-table", { "<Control>t" } },
  { "win.grey", { "<Control><Shift>g" } },
  { "win.fullscreen", { "F11" } },
  { "app.shortcuts", { "<Control>question" } },
  { "window.close", { "<Control>w" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
};

/* Overrides */

static void
streek_application_startup (GApplication *application)
{
  StreekApplication *self = STREEK_APPLICATION (application);

  G_APPLICATION_CLASS (streek_application_parent_class)->startup (application);

  self->settings = g_settings_new (STREEK_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].keys);
}

static void
streek_application_activate (GApplication *application)
{
  StreekApplication *self = STREEK_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (streek_window_new (self));
  gtk_window_present (window);
}

static void
streek_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      const char *path = g_file_peek_path (files[i]);
      g_autofree char *name = path == NULL ? g_file_get_uri (files[i]) : g_strdup (path);

      streek_application_open_path (STREEK_APPLICATION (application), name);
    }
}

static int
streek_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("streekatlas %s\n", STREEK_VERSION);
      return 0;
    }

  if (!g_variant_dict_contains (options, "example"))
    return -1;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("streekatlas: %s\n", error->message);
      return 1;
    }

  g_application_activate (application);
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-example", NULL);
  return g_application_get_is_remote (application) ? 0 : -1;
}

static void
streek_application_dispose (GObject *object)
{
  StreekApplication *self = STREEK_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (streek_application_parent_class)->dispose (object);
}

static void
streek_application_class_init (StreekApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = streek_application_dispose;
  application_class->startup = streek_application_startup;
  application_class->activate = streek_application_activate;
  application_class->open = streek_application_open;
  application_class->handle_local_options = streek_application_handle_local_options;
}

static void
streek_application_init (StreekApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { "example", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Open the example workspace, made in the folder of documents where it is missing"),
      NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

StreekApplication *
streek_application_new (void)
{
  return g_object_new (STREEK_TYPE_APPLICATION, "application-id", STREEK_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/be/streekatlas/Streekatlas", NULL);
}

GSettings *
streek_application_get_settings (StreekApplication *self)
{
  g_return_val_if_fail (STREEK_IS_APPLICATION (self), NULL);

  return self->settings;
}

void
streek_application_open_path (StreekApplication *self, const char *path)
{
  g_return_if_fail (STREEK_IS_APPLICATION (self));
  g_return_if_fail (path != NULL);

  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  StreekWindow *window = find_window_of (self, absolute);

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  /* The worker reads while the window is built. */
  g_autoptr (StreekOpening) opening = streek_opening_new (absolute, STREEK_WORKSPACE_NONE);

  streek_window_open (ensure_empty_window (self), opening);
}

void
streek_application_open_copy (StreekApplication *self, const char *path)
{
  g_return_if_fail (STREEK_IS_APPLICATION (self));
  g_return_if_fail (path != NULL);

  StreekWindow *window = find_window_of (self, path);

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  g_autoptr (StreekOpening) opening = streek_opening_new (path, STREEK_WORKSPACE_READ_ONLY);

  streek_window_open (streek_window_new (self), opening);
}

void
streek_application_open_example (StreekApplication *self)
{
  g_return_if_fail (STREEK_IS_APPLICATION (self));

  g_autofree char *path = get_example_path ();
  StreekWindow *window = find_window_of (self, path);

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  window = ensure_empty_window (self);

  g_autoptr (GTask) task = g_task_new (self, NULL, on_example_made_cb, g_object_ref (window));

  gtk_window_present (GTK_WINDOW (window));
  streek_window_show_loading (window);
  g_application_hold (G_APPLICATION (self));
  g_task_set_source_tag (task, streek_application_open_example);
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_task_run_in_thread (task, make_example_in_thread);
}

static void
close_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  streek_workspace_close (STREEK_WORKSPACE (task_data));
  g_task_return_boolean (task, TRUE);
}

static void
on_closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_application_release (G_APPLICATION (source));
}

void
streek_application_close_workspace (StreekApplication *self, StreekWorkspace *workspace)
{
  g_return_if_fail (STREEK_IS_APPLICATION (self));
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));

  g_autoptr (GTask) task = g_task_new (self, NULL, on_closed_cb, NULL);

  g_application_hold (G_APPLICATION (self));
  g_task_set_source_tag (task, streek_application_close_workspace);
  g_task_set_task_data (task, g_object_ref (workspace), g_object_unref);
  g_task_run_in_thread (task, close_in_thread);
}
