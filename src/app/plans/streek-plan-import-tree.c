/* streek-plan-import-tree.c: the plan that rows of a spreadsheet will make, and what was found */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-import-tree.h"

#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"

#include <glib/gi18n.h>

/* Nobody reads more, and every row is a widget. */
#define MOST_ITEMS 400
#define MOST_FINDINGS 60
#define INDENT_PX 18

struct _StreekPlanImportTree
{
  AdwBin parent_instance;

  AdwPreferencesGroup *findings_group;
  AdwPreferencesGroup *tree_group;
  GPtrArray *rows;  /* borrowed, of the tree */
  GPtrArray *found; /* borrowed, of the findings */
};

G_DEFINE_FINAL_TYPE (StreekPlanImportTree, streek_plan_import_tree, ADW_TYPE_BIN)

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

/* @subtitle: (nullable) */
static GtkWidget *
add_row (AdwPreferencesGroup *group, GPtrArray *rows, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL && *subtitle != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);

  return row;
}

static void
add_more (AdwPreferencesGroup *group, GPtrArray *rows, guint n)
{
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  add_row (group, rows, more, NULL);
}

/* Found */

static void
show_findings (StreekPlanImportTree *self, const GPtrArray *findings)
{
  for (guint i = 0; i < MIN (findings->len, MOST_FINDINGS); i++)
    {
      const StreekFinding *finding = findings->pdata[i];
      /* Translators: %s is the number of a row of a spreadsheet. */
      g_autofree char *line = g_strdup_printf (_ ("Row %s"), finding->place);
      GtkWidget *row = add_row (self->findings_group, self->found, finding->message, line);
      gboolean is_fault = finding->severity > STREEK_SEVERITY_NOTE;

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (
                                                         is_fault ? "dialog-warning-symbolic"
                                                                  : "dialog-information-symbolic"));
    }

  if (findings->len > MOST_FINDINGS)
    add_more (self->findings_group, self->found, findings->len - MOST_FINDINGS);
  gtk_widget_set_visible (GTK_WIDGET (self->findings_group), findings->len > 0);
}

/* The tree */

/* "Status: – → Under way", a line each; NULL where nothing changes */
static char *
dup_changes (const StreekPlanImport *import, gint64 item)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < import->changes->len; i++)
    {
      const StreekRecordPasteChange *change = import->changes->pdata[i];

      if (g_array_index (import->paste->rows, StreekRecordPasteRow, change->row).id != item)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a field, what it said, and what it will say. */
      g_string_append_printf (text, _ ("%1$s: %2$s → %3$s"), change->label,
                              *change->was != '\0' ? change->was : "–",
                              *change->becomes != '\0' ? change->becomes : "–");
    }

  return g_string_free (text, FALSE);
}

/* "Level; 2020 – 2022" of a new one */
static char *
dup_summary (const StreekRecord *item, StreekRecordView *preview)
{
  const guint fields[] = { STREEK_PLAN_ITEM_LEVEL, STREEK_PLAN_ITEM_OWNER };
  GString *text = g_string_new (NULL);
  g_autofree char *starts = streek_record_view_dup_text (preview, item, STREEK_PLAN_ITEM_STARTS);
  g_autofree char *ends = streek_record_view_dup_text (preview, item, STREEK_PLAN_ITEM_ENDS);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *said = streek_record_view_dup_text (preview, item, fields[i]);

      if (*said != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", said);
    }

  if (*starts != '\0' || *ends != '\0')
    g_string_append_printf (text, "%s%s – %s", text->len > 0 ? " · " : "", starts, ends);

  return g_string_free (text, FALSE);
}

static GtkWidget *
new_badge (StreekRecordRowState state)
{
  GtkWidget *label = gtk_label_new (streek_record_row_state_get_label (state));

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, state == STREEK_RECORD_ROW_NEW       ? "success"
                                   : state == STREEK_RECORD_ROW_CHANGED ? "accent"
                                                                        : "dim-label");

  return label;
}

static void
add_node (StreekPlanImportTree *self,
          const StreekPlanImport *import,
          const StreekPlanNode *node,
          StreekRecordView *preview,
          GHashTable *states)
{
  gint64 id = streek_record_get_id (node->item);
  StreekRecordRowState state = STREEK_RECORD_ROW_UNCHANGED;
  gpointer found;

  if (g_hash_table_lookup_extended (states, &id, NULL, &found))
    state = (StreekRecordRowState) GPOINTER_TO_UINT (found);

  g_autofree char *label = streek_plan_item_dup_label (node->item);
  g_autofree char *below = state == STREEK_RECORD_ROW_CHANGED ? dup_changes (import, id)
                                                              : dup_summary (node->item, preview);
  GtkWidget *row = add_row (self->tree_group, self->rows, label, below);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (space, (int) node->depth * INDENT_PX, -1);
  gtk_widget_set_visible (space, node->depth > 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), space);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_badge (state));
}

static GHashTable *
list_states (const StreekPlanImport *import)
{
  GHashTable *states = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < import->paste->rows->len; i++)
    {
      StreekRecordPasteRow *row = &g_array_index (import->paste->rows, StreekRecordPasteRow, i);

      if (row->id != 0)
        g_hash_table_insert (states, &row->id, GUINT_TO_POINTER (row->state));
    }

  return states;
}

void
streek_plan_import_tree_show (StreekPlanImportTree *self,
                              const StreekPlanImport *import,
                              StreekRecordView *view)
{
  g_return_if_fail (STREEK_IS_PLAN_IMPORT_TREE (self));

  clear_rows (self->tree_group, self->rows);
  clear_rows (self->findings_group, self->found);
  gtk_widget_set_visible (GTK_WIDGET (self), import != NULL);
  if (import == NULL)
    return;

  g_autoptr (StreekRecordView) preview = streek_record_paste_preview (import->paste, view);
  g_autoptr (StreekPlanTree) tree =
    streek_plan_tree_new (streek_record_view_get_records (preview), import->pact);
  g_autoptr (GHashTable) states = list_states (import);
  guint n = streek_plan_tree_get_n_nodes (tree);

  show_findings (self, import->paste->findings);
  for (guint i = 0; i < MIN (n, MOST_ITEMS); i++)
    add_node (self, import, streek_plan_tree_get_node (tree, i), preview, states);
  if (n > MOST_ITEMS)
    add_more (self->tree_group, self->rows, n - MOST_ITEMS);
}

static void
streek_plan_import_tree_finalize (GObject *object)
{
  StreekPlanImportTree *self = STREEK_PLAN_IMPORT_TREE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_plan_import_tree_parent_class)->finalize (object);
}

static void
streek_plan_import_tree_class_init (StreekPlanImportTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_plan_import_tree_finalize;
}

static AdwPreferencesGroup *
add_group (GtkWidget *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
streek_plan_import_tree_init (StreekPlanImportTree *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->rows = g_ptr_array_new ();
  self->found = g_ptr_array_new ();
  self->tree_group = add_group (box, _ ("The Plan as It Will Be"));
  self->findings_group = add_group (box, _ ("Good to Know"));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
streek_plan_import_tree_new (void)
{
  return g_object_new (STREEK_TYPE_PLAN_IMPORT_TREE, NULL);
}
