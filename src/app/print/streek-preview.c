/* streek-preview.c: pages as they will come out of the printer, one at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-preview.h"
#include "streek-waiting.h"

#include <glib/gi18n.h>

struct _StreekPreview
{
  AdwBin parent_instance;

  GtkOverlay *overlay;
  GtkStack *stack; /* loading, page, error */
  AdwStatusPage *error_page;
  StreekPageView *page_view;
  GtkWidget *page_bar;
  GtkLabel *page_label;

  guint page;
  guint n_pages; /* 0: none is shown */
};

enum
{
  PROP_0,
  PROP_ERROR_TITLE,
  N_PROPS
};

enum
{
  TURNED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GtkBuildableIface *parent_buildable_iface;

static void streek_preview_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekPreview,
                               streek_preview,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      streek_preview_buildable_init))

static void
update_actions (StreekPreview *self)
{
  gboolean is_first = self->page == 0;
  gboolean is_last = self->page + 1 >= self->n_pages;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.first", !is_first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.previous", !is_first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.next", !is_last);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.last", !is_last);
  gtk_widget_set_visible (self->page_bar, self->n_pages > 1);
}

static void
turn (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekPreview *self = STREEK_PREVIEW (widget);
  guint last = self->n_pages - 1; /* no action is enabled without a page */

  if (g_str_equal (action_name, "pages.first"))
    self->page = 0;
  else if (g_str_equal (action_name, "pages.last"))
    self->page = last;
  else if (g_str_equal (action_name, "pages.next"))
    self->page = MIN (self->page + 1, last);
  else
    self->page = self->page > 0 ? self->page - 1 : 0;

  update_actions (self);
  g_signal_emit (self, signals[TURNED], 0, self->page);
}

/* Wherever the focus is in the window. */
static void
add_shortcuts (StreekPreview *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Page_Down, 0, "pages.next" },
    { GDK_KEY_Page_Up, 0, "pages.previous" },
    { GDK_KEY_Home, GDK_CONTROL_MASK, "pages.first" },
    { GDK_KEY_End, GDK_CONTROL_MASK, "pages.last" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                        gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  StreekPreview *self = STREEK_PREVIEW (buildable);

  if (g_strcmp0 (type, "overlay") == 0)
    gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
streek_preview_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
streek_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StreekPreview *self = STREEK_PREVIEW (object);

  switch (id)
    {
    case PROP_ERROR_TITLE:
      g_value_set_string (value, adw_status_page_get_title (self->error_page));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StreekPreview *self = STREEK_PREVIEW (object);

  switch (id)
    {
    case PROP_ERROR_TITLE:
      adw_status_page_set_title (self->error_page, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_preview_class_init (StreekPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = streek_preview_get_property;
  object_class->set_property = streek_preview_set_property;

  properties[PROP_ERROR_TITLE] = g_param_spec_string ("error-title", NULL, NULL, NULL,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[TURNED] = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (STREEK_TYPE_PAGE_VIEW);
  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/streekatlas/Streekatlas/ui/streek-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekPreview, overlay);
  gtk_widget_class_bind_template_child (widget_class, StreekPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekPreview, error_page);
  gtk_widget_class_bind_template_child (widget_class, StreekPreview, page_view);
  gtk_widget_class_bind_template_child (widget_class, StreekPreview, page_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekPreview, page_label);
  gtk_widget_class_install_action (widget_class, "pages.first", NULL, turn);
  gtk_widget_class_install_action (widget_class, "pages.previous", NULL, turn);
  gtk_widget_class_install_action (widget_class, "pages.next", NULL, turn);
  gtk_widget_class_install_action (widget_class, "pages.last", NULL, turn);
}

static void
streek_preview_init (StreekPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);
  update_actions (self);
}

void
streek_preview_start (StreekPreview *self)
{
  g_return_if_fail (STREEK_IS_PREVIEW (self));

  if (self->n_pages == 0)
    gtk_stack_set_visible_child_name (self->stack, "loading");
}

void
streek_preview_show_error (StreekPreview *self, const GError *error)
{
  g_return_if_fail (STREEK_IS_PREVIEW (self));

  g_autofree char *words = g_markup_escape_text (error->message, -1);

  self->n_pages = 0;
  adw_status_page_set_description (self->error_page, words);
  gtk_stack_set_visible_child_name (self->stack, "error");
  update_actions (self);
}

void
streek_preview_show_page (StreekPreview *self,
                          StreekScene *scene,
                          StreekLogo *logo,
                          guint page,
                          guint n_pages,
                          const char *name)
{
  g_return_if_fail (STREEK_IS_PREVIEW (self));
  g_return_if_fail (scene != NULL && page < n_pages);

  g_autofree char *text =
    name != NULL
      /* Translators: %1$u of %2$u pages is shown, %3$s is what it is called */
      ? g_strdup_printf (_ ("Page %1$u of %2$u: %3$s"), page + 1, n_pages, name)
      : g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, n_pages);

  self->page = page;
  self->n_pages = n_pages;
  streek_page_view_set_page (self->page_view, scene, logo);
  gtk_label_set_text (self->page_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_stack_set_visible_child_name (self->stack, "page");
  update_actions (self);
}

guint
streek_preview_get_page (StreekPreview *self)
{
  g_return_val_if_fail (STREEK_IS_PREVIEW (self), 0);

  return self->page;
}

StreekPageView *
streek_preview_get_page_view (StreekPreview *self)
{
  g_return_val_if_fail (STREEK_IS_PREVIEW (self), NULL);

  return self->page_view;
}

void
streek_preview_fit_window (GtkWindow *window, GtkWindow *parent, int max_width)
{
  int width = gtk_widget_get_width (GTK_WIDGET (parent));
  int height = gtk_widget_get_height (GTK_WIDGET (parent));

  gtk_window_set_default_size (window, CLAMP (width, 720, max_width), CLAMP (height, 480, 860));
}
