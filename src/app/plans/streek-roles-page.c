/* streek-roles-page.c: what bodies do and what weighs for them, as matrices and as a map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-roles-page.h"

#include "body/streek-body.h"
#include "matrix/streek-matrix-view.h"
#include "plan/streek-theme.h"
#include "plans/streek-role-map-view.h"
#include "print/streek-printable.h"
#include "record/streek-field-text.h"
#include "record/streek-record-figure.h"
#include "streek-fold-row.h"
#include "streek-tooltip.h"
#include "workspace/streek-plan-matrices.h"

#include <glib/gi18n.h>
#include <string.h>

struct _StreekRolesPage
{
  GtkWidget parent_instance;

  GtkStack *stack; /* matrix, weights, map */
  StreekRecordFigure *matrix;
  StreekRecordFigure *weights;
  StreekRoleMapView *map;
};

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekRolesPage,
                               streek_roles_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

static const StreekRecordEmpty no_roles = {
  .title = N_ ("No Roles"),
  .description = N_ ("What each body does, in general and theme by theme, comes here beside what "
                     "others do. Roles are parts of a body."),
  .button = N_ ("Add a _Body…"),
  .kind = &streek_body_kind,
  .owner_field = -1,
};

static StreekMatrix *
make_roles (const StreekRecordView *view, gint64 pact, StreekInterval days, GError **error)
{
  return streek_role_matrix_new (view, NULL, days.from, error);
}

static const StreekRecordEmpty no_weights = {
  .title = N_ ("No Weights of Themes"),
  .description = N_ ("How heavily each theme weighs for each body comes here: mentioned, on the "
                     "agenda, a priority or a core task. Weights are parts of a body."),
  .button = N_ ("Add a _Body…"),
  .kind = &streek_body_kind,
  .owner_field = -1,
};

static StreekMatrix *
make_weights (const StreekRecordView *view, gint64 pact, StreekInterval days, GError **error)
{
  return streek_weight_matrix_new (view, days.from, error);
}

/* The theme that a row of the matrix stands for, 0 for what is said in general; FALSE for another
 * row. */
static gboolean
read_theme (const char *row, gint64 *theme)
{
  if (g_strcmp0 (row, "general") == 0)
    *theme = 0;
  else if (row != NULL && g_str_has_prefix (row, "theme:"))
    *theme = g_ascii_strtoll (row + strlen ("theme:"), NULL, 10);
  else
    return FALSE;

  return TRUE;
}

static gboolean
open_theme (const char *row, const char *column, const char *item, gpointer data)
{
  StreekRolesPage *self = data;
  gint64 theme;

  if (column != NULL || !read_theme (row, &theme))
    return FALSE;

  streek_role_map_view_set_theme (self->map, theme);
  gtk_stack_set_visible_child_name (self->stack, "map");

  return TRUE;
}

/* Where the map was, the matrix goes. */
static void
on_shown_cb (StreekRolesPage *self)
{
  StreekGridView *view = STREEK_GRID_VIEW (streek_record_figure_get_view (self->matrix));
  const StreekMatrix *matrix = streek_grid_view_get_figure (view);
  gint64 theme = streek_role_map_view_get_theme (self->map);
  g_autofree char *row =
    theme != 0 ? g_strdup_printf ("theme:%" G_GINT64_FORMAT, theme) : g_strdup ("general");
  g_autofree char *column =
    g_strdup_printf ("body:%" G_GINT64_FORMAT, streek_role_map_view_get_body (self->map));

  if (matrix != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "matrix") == 0)
    streek_grid_view_show_place (view, streek_matrix_find_row (matrix, row),
                                 streek_matrix_find_column (matrix, column));
}

static StreekPrintout *
streek_roles_page_dup_printout (StreekPrintable *printable)
{
  GtkWidget *shown = gtk_stack_get_visible_child (STREEK_ROLES_PAGE (printable)->stack);

  return streek_printable_dup_printout (STREEK_PRINTABLE (shown));
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_roles_page_dup_printout;
}

static void
streek_roles_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (streek_roles_page_parent_class)->dispose (object);
}

static void
streek_roles_page_class_init (StreekRolesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_roles_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
streek_roles_page_init (StreekRolesPage *self)
{
}

/* Of which day it is; NONE: all that is said, of whatever day. */
static void
set_day (StreekRolesPage *self, StreekDate day)
{
  StreekInterval days = { day, day };

  streek_record_figure_set_days (self->matrix, days);
  streek_record_figure_set_days (self->weights, days);
  streek_role_map_view_set_day (self->map, day);
}

/* What is no day yet changes nothing; a year or a month is its first day. */
static void
on_day_typed_cb (StreekRolesPage *self, GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  StreekDate day = STREEK_DATE_NONE;
  StreekPeriod period;
  gboolean is_day = *text == '\0' || streek_field_parse_day (text, &day);

  if (!is_day && streek_period_parse (text, &period, NULL))
    {
      day = streek_period_get_first_day (period);
      is_day = TRUE;
    }

  if (is_day)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      set_day (self, day);
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_day ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static GtkWidget *
new_day_entry (StreekRolesPage *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), C_ ("roles", "All periods"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 14);
  gtk_widget_set_tooltip_text (
    entry, _ ("Only what held on this day: 2009-01-01, 1/1/2009 or a year for its first day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day of which roles are shown"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_day_typed_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
new_head (StreekRolesPage *self)
{
  GtkWidget *row = streek_fold_row_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *hint = gtk_label_new (_ ("The name of a theme opens its map."));

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_accessible_update_property (GTK_ACCESSIBLE (switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show roles as"), -1);
  gtk_widget_add_css_class (switcher, "tabs");
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "caption");
  streek_tooltip_tell_cut (GTK_LABEL (hint));
  streek_fold_row_append (STREEK_FOLD_ROW (row), switcher);
  streek_fold_row_append (STREEK_FOLD_ROW (row), new_day_entry (self));
  streek_fold_row_append (STREEK_FOLD_ROW (row), hint);

  return row;
}

GtkWidget *
streek_roles_page_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekRolesPage *self = g_object_new (STREEK_TYPE_ROLES_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *matrix = streek_record_figure_new_days_matrix (book, make_roles, &no_roles);
  GtkWidget *weights = streek_record_figure_new_days_matrix (book, make_weights, &no_weights);
  GtkWidget *map = streek_role_map_view_new (book);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->matrix = STREEK_RECORD_FIGURE (matrix);
  self->weights = STREEK_RECORD_FIGURE (weights);
  self->map = STREEK_ROLE_MAP_VIEW (map);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE); /* the map is higher than the matrices */
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_titled (self->stack, matrix, "matrix", C_ ("roles", "Matrix"));
  gtk_stack_add_titled (self->stack, weights, "weights", C_ ("roles", "Weights"));
  gtk_stack_add_titled (self->stack, map, "map", C_ ("roles", "Map"));
  gtk_box_append (GTK_BOX (box), new_head (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  streek_record_figure_set_opener (self->matrix, open_theme, self);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (on_shown_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
streek_roles_page_set_pact (StreekRolesPage *self, gint64 pact)
{
  g_return_if_fail (STREEK_IS_ROLES_PAGE (self));

  streek_role_map_view_set_pact (self->map, pact);
}
