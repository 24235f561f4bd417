/* streek-make-areas-window.c: makes areas of people's own of those that are selected */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "areas/streek-make-areas-window.h"

#include "rule/streek-finding.h"
#include "workspace/streek-own-area-edits.h"

#include <glib/gi18n.h>
#include <string.h>

/* More names than this are a list that nobody reads. */
#define MAX_NAMES 8

struct _StreekMakeAreasWindow
{
  AdwWindow parent_instance;

  GtkLabel *members_label;
  GtkWidget *rows; /* all of them, which stand still while it is written */
  AdwComboRow *set_row;
  AdwEntryRow *set_name_row;
  AdwEntryRow *set_code_row;
  AdwComboRow *parts_row;
  AdwEntryRow *name_row;
  AdwEntryRow *code_row;
  AdwEntryRow *from_row;
  AdwEntryRow *until_row;
  AdwEntryRow *source_row;
  GtkLabel *finding_label;

  StreekContext *context;
  GPtrArray *sets;     /* (element-type utf8): codes of people's own sets; the first one is new */
  StreekOwnAreas *own; /* (nullable): what the rows say now */
  char *made_set_code; /* (nullable): the codes that were made of the names */
  char *made_code;
  gboolean is_filling;
  gboolean is_writing;
};

G_DEFINE_FINAL_TYPE (StreekMakeAreasWindow, streek_make_areas_window, ADW_TYPE_WINDOW)

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* An empty day is none; FALSE where what is typed is no day. */
static gboolean
read_day (AdwEntryRow *row, StreekDate *day)
{
  g_autofree char *text = dup_text (row);
  gboolean is_day = *text == '\0' || streek_date_parse (text, day, NULL);

  if (*text == '\0')
    *day = STREEK_DATE_NONE;
  if (is_day)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");

  return is_day;
}

/* (nullable): the code of the set that gets them, NULL for a new one */
static const char *
get_set (StreekMakeAreasWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->set_row);

  return selected > 0 && selected < self->sets->len ? self->sets->pdata[selected] : NULL;
}

static gboolean
is_apart (StreekMakeAreasWindow *self)
{
  return adw_combo_row_get_selected (self->parts_row) == 1;
}

static void
show_findings (StreekMakeAreasWindow *self, GPtrArray *findings)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const StreekFinding *finding = findings->pdata[i];

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", finding->message);
    }
  gtk_label_set_text (self->finding_label, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->finding_label), lines->len > 0);
}

/* (transfer full) (nullable): the set that the rows describe, once they say enough */
static StreekOwnAreas *
make_own (StreekMakeAreasWindow *self, GError **error)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  g_autoptr (GPtrArray) codes =
    streek_selection_list (streek_context_get_selection (self->context));
  g_autofree char *set_name = dup_text (self->set_name_row);
  g_autofree char *set_code = dup_text (self->set_code_row);
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *code = dup_text (self->code_row);
  g_autofree char *source = dup_text (self->source_row);
  StreekOwnAreasSelection selection = {
    .set = get_set (self) != NULL ? get_set (self) : set_code,
    .set_name = set_name,
    .code = code,
    .name = name,
    .apart = is_apart (self),
    .source_set = streek_context_get_spec (self->context)->set,
    .on = streek_context_get_area_date (self->context),
    .source = source,
  };
  gboolean has_days = read_day (self->from_row, &selection.from);

  has_days = read_day (self->until_row, &selection.until) && has_days;
  if (areas == NULL || !has_days || *selection.set == '\0' || (!selection.apart && *code == '\0'))
    return NULL;

  g_ptr_array_add (codes, NULL);
  selection.codes = (const char *const *) codes->pdata;

  return streek_own_areas_from_selection (areas, &selection, error);
}

static void
update (StreekMakeAreasWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->context == NULL || self->is_filling || self->is_writing)
    return;

  g_clear_pointer (&self->own, streek_own_areas_unref);
  self->own = make_own (self, &error);
  gtk_widget_set_visible (GTK_WIDGET (self->set_name_row), get_set (self) == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->set_code_row), get_set (self) == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), !is_apart (self));
  gtk_widget_set_visible (GTK_WIDGET (self->code_row), !is_apart (self));
  show_findings (self, self->own != NULL ? streek_own_areas_get_findings (self->own) : NULL);
  if (error != NULL)
    {
      gtk_label_set_text (self->finding_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->finding_label), TRUE);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "areas.make",
                                 self->own != NULL && streek_own_areas_can_write (self->own));
}

/* "Kust en polders" has the code "Kust_en_polders" until a person gives another one. */
static void
follow (AdwEntryRow *name_row, AdwEntryRow *code_row, char **made)
{
  g_autofree char *shown = dup_text (code_row);

  if (*shown != '\0' && g_strcmp0 (shown, *made) != 0)
    return;

  g_free (*made);
  *made = g_strdelimit (dup_text (name_row), ":+*, ", '_');
  gtk_editable_set_text (GTK_EDITABLE (code_row), *made);
}

static void
on_set_name_cb (StreekMakeAreasWindow *self)
{
  self->is_filling = TRUE;
  follow (self->set_name_row, self->set_code_row, &self->made_set_code);
  self->is_filling = FALSE;
  update (self);
}

static void
on_name_cb (StreekMakeAreasWindow *self)
{
  self->is_filling = TRUE;
  follow (self->name_row, self->code_row, &self->made_code);
  self->is_filling = FALSE;
  update (self);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekMakeAreasWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  gboolean changed;

  self->is_writing = FALSE;
  gtk_widget_set_sensitive (self->rows, TRUE);
  if (!streek_workspace_write_own_areas_finish (STREEK_WORKSPACE (source), result, &changed,
                                                &error))
    {
      update (self);
      gtk_label_set_text (self->finding_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->finding_label), TRUE);
      return;
    }

  streek_selection_clear (streek_context_get_selection (self->context));
  streek_context_set_set (self->context, streek_own_areas_get_set (self->own));
  gtk_window_close (GTK_WINDOW (self));
}

static void
make (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekMakeAreasWindow *self = STREEK_MAKE_AREAS_WINDOW (widget);

  if (self->own == NULL)
    return;

  self->is_writing = TRUE;
  gtk_widget_set_sensitive (self->rows, FALSE);
  gtk_widget_action_set_enabled (widget, "areas.make", FALSE);
  streek_workspace_write_own_areas_async (streek_context_get_workspace (self->context), self->own,
                                          NULL, on_written_cb, g_object_ref (self));
}

static void
on_apply_cb (StreekMakeAreasWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "areas.make", NULL);
}

/* "3 areas: Brugge, Damme, Knokke-Heist" */
static void
show_members (StreekMakeAreasWindow *self)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  g_autoptr (GPtrArray) codes =
    streek_selection_list (streek_context_get_selection (self->context));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; areas != NULL && i < codes->len && i < MAX_NAMES; i++)
    {
      const StreekArea *area =
        streek_areas_find (areas, streek_context_get_spec (self->context)->set, codes->pdata[i],
                           streek_context_get_area_date (self->context));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              area != NULL ? area->name : (const char *) codes->pdata[i]);
    }
  if (codes->len > MAX_NAMES)
    g_string_append (names, " …");

  g_autofree char *text = g_strdup_printf (
    /* Translators: %1$u is a number, %2$s names of areas. */
    ngettext ("%1$u area: %2$s", "%1$u areas: %2$s", codes->len), codes->len, names->str);

  gtk_label_set_text (self->members_label, text);
}

static void
fill_rows (StreekMakeAreasWindow *self)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  g_autoptr (GPtrArray) sets = areas != NULL ? streek_areas_list_sets (areas) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *const parts[] = { _ ("One area together"), _ ("An area each"), NULL };
  g_autoptr (GtkStringList) ways = gtk_string_list_new (parts);

  gtk_string_list_append (names, _ ("A new set"));
  g_ptr_array_add (self->sets, g_strdup (""));
  for (guint i = 0; sets != NULL && i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];

      if (!set->own || set->own_borders)
        continue;
      gtk_string_list_append (names, set->name);
      g_ptr_array_add (self->sets, g_strdup (set->code));
    }

  self->is_filling = TRUE;
  adw_combo_row_set_model (self->parts_row, G_LIST_MODEL (ways));
  adw_combo_row_set_model (self->set_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->set_row), self->sets->len > 1);
  self->is_filling = FALSE;
}

/* What has begun to be written is waited for: its outcome must be seen. */
static gboolean
streek_make_areas_window_close_request (GtkWindow *window)
{
  if (STREEK_MAKE_AREAS_WINDOW (window)->is_writing)
    return TRUE;

  return GTK_WINDOW_CLASS (streek_make_areas_window_parent_class)->close_request (window);
}

static void
streek_make_areas_window_dispose (GObject *object)
{
  StreekMakeAreasWindow *self = STREEK_MAKE_AREAS_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->own, streek_own_areas_unref);
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_clear_pointer (&self->made_set_code, g_free);
  g_clear_pointer (&self->made_code, g_free);

  G_OBJECT_CLASS (streek_make_areas_window_parent_class)->dispose (object);
}

static void
streek_make_areas_window_class_init (StreekMakeAreasWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_make_areas_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = streek_make_areas_window_close_request;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-make-areas-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekMakeAreasWindow, members_label);
  gtk_widget_class_bind_template_child (widget_class, StreekMakeAreasWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, StreekMakeAreasWindow, set_row);
  gtk_widget_class_bind_template_child (widget_class, StreekMakeAreasWindow, set_name_row);
  gtk_widget_class_bind_template_child (widget_class, StreekMakeAreasWindow, set_code_row);
  gtk_widget_class_bind_template_child (widget_class, StreekMakeAreasWindow, parts_row);
  gtk_widget_class_bind_template_child (widget_class, StreekMakeAreasWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, StreekMakeAreasWindow, code_row);
  gtk_widget_class_bind_template_child (widget_class, StreekMakeAreasWindow, from_row);
  gtk_widget_class_bind_template_child (widget_class, StreekMakeAreasWindow, until_row);
  gtk_widget_class_bind_template_child (widget_class, StreekMakeAreasWindow, source_row);
  gtk_widget_class_bind_template_child (widget_class, StreekMakeAreasWindow, finding_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_set_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_cb);
  gtk_widget_class_install_action (widget_class, "areas.make", NULL, make);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_make_areas_window_init (StreekMakeAreasWindow *self)
{
  self->sets = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
streek_make_areas_window_new (GtkWindow *parent, StreekContext *context)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekMakeAreasWindow *self =
    g_object_new (STREEK_TYPE_MAKE_AREAS_WINDOW, "transient-for", parent, "modal", TRUE,
                  "destroy-with-parent", TRUE, NULL);

  self->context = g_object_ref (context);
  fill_rows (self);
  show_members (self);
  update (self);

  return GTK_WIDGET (self);
}
