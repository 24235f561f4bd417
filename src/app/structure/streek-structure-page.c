/* streek-structure-page.c: the section with the tree of areas: ERSV, SERR, RESOC, municipality */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "structure/streek-structure-page.h"

#include "base/streek-source.h"
#include "figure/streek-organigram.h"
#include "print/streek-printable.h"
#include "structure/streek-membership-window.h"
#include "structure/streek-structure-row.h"
#include "streek-waiting.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _StreekStructurePage
{
  GtkWidget parent_instance;

  GtkLabel *subtitle_label;
  GtkStack *stack; /* tree, loading, error */
  AdwStatusPage *error_page;
  GtkColumnView *column_view;
  GtkLabel *detail_label;

  StreekContext *context;
  StreekStructure *structure; /* (nullable) */
  GtkTreeListModel *tree;     /* (nullable) */
  GtkSingleSelection *selection;
  StreekDate on; /* of what is shown */
  gboolean filling;
};

/* What an organigram is made from, in a worker. */
typedef struct
{
  StreekStructure *structure;
  StreekDate on;
  int root; /* index of the node whose page is printed, -1: all roots */
} OrganigramJob;

static const char *const levels[] = { "ERSV", "SERR", "RESOC", "gemeente", NULL };

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekStructurePage,
                               streek_structure_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

/* Tree */

static GListModel *
list_children (gpointer item, gpointer user_data)
{
  StreekStructureRow *row = item;

  return streek_structure_row_list_children (streek_structure_row_get_structure (row),
                                             (int) streek_structure_row_get_index (row));
}

static StreekStructureRow *
get_selected_row (StreekStructurePage *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

/* What the context then fills: the next finer areas inside the one chosen. */
static void
set_context_to (StreekStructurePage *self, const StreekStructureNode *node)
{
  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));
  guint n_levels = g_strv_length ((char **) levels);
  gboolean is_leaf = node->level + 1 == n_levels;

  if (is_leaf)
    {
      streek_selection_select_only (streek_context_get_selection (self->context), node->area->code);
      return;
    }

  g_free (spec->within);
  spec->within = g_strdup_printf ("%s:%s", node->area->set->code, node->area->code);

  /* a set that is as coarse as the area chosen would show one area, or none */
  for (guint i = 0; i <= node->level; i++)
    if (g_strcmp0 (spec->set, levels[i]) == 0)
      {
        g_free (spec->set);
        spec->set = g_strdup (levels[node->level + 1]);
        break;
      }

  if (g_strcmp0 (spec->outline_set, spec->set) == 0)
    g_clear_pointer (&spec->outline_set, g_free);

  streek_context_set_spec (self->context, spec);
}

static char *
describe_node (StreekStructurePage *self, const StreekStructureNode *node)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  const StreekArea *area = node->area;
  g_autofree char *source = streek_source_make_line (&area->source, 1);
  g_autofree char *part = streek_structure_explain_part (self->structure, node);

  if (part != NULL)
    g_ptr_array_add (lines, part);

  if (area->certainty == STREEK_CERTAINTY_INFERRED)
    g_ptr_array_add (
      lines, (gpointer) _ ("Which municipalities belong to it is inferred, not documented."));

  if (area->note != NULL && area->note[0] != '\0')
    g_ptr_array_add (lines, (gpointer) area->note);

  if (source != NULL)
    g_ptr_array_add (lines, source);

  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (GStrv) lines->pdata);
}

static void
on_selected_cb (StreekStructurePage *self)
{
  g_autoptr (StreekStructureRow) row = get_selected_row (self);
  const StreekStructureNode *node = row != NULL ? streek_structure_row_get_node (row) : NULL;
  g_autofree char *text = node != NULL ? describe_node (self, node) : g_strdup ("");
  gboolean writable = streek_context_can_write (self->context);

  gtk_label_set_text (self->detail_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), text[0] != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "structure.correct",
                                 writable && node != NULL &&
                                   node->level + 1 == g_strv_length ((char **) levels));

  if (node != NULL && !self->filling)
    set_context_to (self, node);
}

/* Where the office works; everywhere while no own area is chosen. */
static gboolean
holds_own_area (StreekStructurePage *self, const StreekStructureNode *node)
{
  const char *own = streek_context_get_own_area (self->context);
  StreekDate used;

  if (own == NULL || own[0] == '\0')
    return TRUE;

  const StreekArea *area = streek_areas_resolve_ref (streek_structure_get_areas (self->structure),
                                                     own, self->on, &used, NULL);

  return area == NULL || streek_area_overlaps (area, node->area);
}

/* Open down to the SERR, and to the RESOC where the office works. */
static void
expand_rows (StreekStructurePage *self)
{
  GListModel *rows = G_LIST_MODEL (self->tree);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (StreekStructureRow) item = gtk_tree_list_row_get_item (row);
      const StreekStructureNode *node = streek_structure_row_get_node (item);

      if (node->level == 0 || (node->level == 1 && holds_own_area (self, node)))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
update_subtitle (StreekStructurePage *self)
{
  g_autofree char *date = streek_format_date (streek_format_get_default (), self->on);
  /* Translators: %s is a date. */
  g_autofree char *text = g_strdup_printf (_ ("Areas of %s"), date);

  gtk_label_set_text (self->subtitle_label, text);
}

static void
show_structure (StreekStructurePage *self, StreekStructure *structure, StreekDate on)
{
  GListModel *roots = streek_structure_row_list_children (structure, -1);

  if (roots == NULL)
    roots = G_LIST_MODEL (g_list_store_new (STREEK_TYPE_STRUCTURE_ROW));

  self->filling = TRUE;
  g_clear_pointer (&self->structure, streek_structure_unref);
  g_clear_object (&self->tree);
  self->structure = streek_structure_ref (structure);
  self->on = on;
  self->tree = gtk_tree_list_model_new (roots, FALSE, FALSE, list_children, NULL, NULL);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  expand_rows (self);
  update_subtitle (self);
  gtk_stack_set_visible_child_name (self->stack, "tree");
  self->filling = FALSE;
}

/* A tree of three hundred places is made in a millisecond: no worker. */
static void
load (StreekStructurePage *self)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  StreekDate on = streek_context_get_area_date (self->context);
  g_autoptr (GError) error = NULL;

  if (areas == NULL || on == STREEK_DATE_NONE)
    {
      gtk_stack_set_visible_child_name (self->stack, "loading");
      return;
    }

  g_autoptr (StreekStructure) structure = streek_structure_new (areas, levels, on, NULL, &error);

  if (structure == NULL)
    {
      g_autofree char *words = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->error_page, words);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }

  show_structure (self, structure, on);
}

static void
on_context_changed_cb (StreekStructurePage *self)
{
  if (self->structure == NULL || streek_context_get_area_date (self->context) != self->on)
    load (self);
}

/* Columns */

static void
on_setup_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *expander = gtk_tree_expander_new (), *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  gtk_list_item_set_child (item, expander);
}

static void
on_bind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  g_autoptr (StreekStructureRow) row = gtk_tree_list_row_get_item (tree_row);
  const StreekStructureNode *node = streek_structure_row_get_node (row);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  g_autofree char *name = streek_structure_dup_name (node->area);

  gtk_tree_expander_set_list_row (expander, tree_row);
  gtk_label_set_text (GTK_LABEL (gtk_tree_expander_get_child (expander)), name);
}

static void
on_setup_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_count_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_autoptr (StreekStructureRow) row = gtk_tree_list_row_get_item (gtk_list_item_get_item (item));
  g_autofree char *text = streek_structure_dup_count (streek_structure_row_get_structure (row),
                                                      streek_structure_row_get_node (row));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text != NULL ? text : "");
}

static void
on_bind_certainty_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_autoptr (StreekStructureRow) row = gtk_tree_list_row_get_item (gtk_list_item_get_item (item));
  const StreekArea *area = streek_structure_row_get_node (row)->area;

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      streek_certainty_get_words (area->certainty));
}

static void
append_column (StreekStructurePage *self,
               const char *title,
               gpointer setup_cb,
               gpointer bind_cb,
               gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->column_view, column);
}

/* Printing */

static void
organigram_job_free (gpointer data)
{
  OrganigramJob *job = data;

  streek_structure_unref (job->structure);
  g_free (job);
}

static gboolean
is_under (const StreekStructure *structure, guint index, int root)
{
  int at = (int) index;

  while (at >= 0 && at != root)
    at = streek_structure_get_node (structure, (guint) at)->parent;

  return root < 0 || at == root;
}

static void
clear_node (gpointer data)
{
  StreekOrganigramNode *node = data;

  g_free ((char *) node->name);
  g_free ((char *) node->detail);
}

static GArray *
list_nodes (const OrganigramJob *job)
{
  guint n = streek_structure_get_n_nodes (job->structure);
  GArray *nodes = g_array_new (FALSE, TRUE, sizeof (StreekOrganigramNode));
  g_autofree int *place_of = g_new (int, n);

  g_array_set_clear_func (nodes, clear_node);

  for (guint i = 0; i < n; i++)
    {
      const StreekStructureNode *node = streek_structure_get_node (job->structure, i);

      if (!is_under (job->structure, i, job->root))
        continue;

      StreekOrganigramNode box = {
        .name = streek_structure_dup_name (node->area),
        .detail = streek_structure_dup_count (job->structure, node),
        .parent = (int) i == job->root || node->parent < 0 ? -1 : place_of[node->parent],
        .level = node->level,
        .is_part = node->is_part,
      };

      place_of[i] = (int) nodes->len;
      g_array_append_val (nodes, box);
    }

  return nodes;
}

static gboolean
has_inferred (const StreekStructure *structure)
{
  for (guint i = 0; i < streek_structure_get_n_nodes (structure); i++)
    if (streek_structure_get_node (structure, i)->area->certainty == STREEK_CERTAINTY_INFERRED)
      return TRUE;

  return FALSE;
}

static GStrv
list_notes (const StreekStructure *structure)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  g_auto (GStrv) parts = streek_structure_explain_parts (structure);

  g_strv_builder_addv (notes, (const char **) parts);

  if (has_inferred (structure))
    g_strv_builder_add (notes, _ ("Which municipalities belong to an area is partly inferred."));

  return g_strv_builder_end (notes);
}

static GPtrArray *
make_organigram_pages (gpointer data,
                       const StreekPaper *paper,
                       GCancellable *cancellable,
                       GError **error)
{
  OrganigramJob *job = data;
  const StreekAreas *areas = streek_structure_get_areas (job->structure);
  g_autofree char *date = streek_format_date (streek_format_get_default (), job->on);
  g_autofree char *context = g_strdup_printf (_ ("Areas of %s"), date);
  g_auto (GStrv) notes = list_notes (job->structure);
  const StreekStructureNode *first = streek_structure_get_node (job->structure, 0);
  StreekSheetWords words = { (char *) _ ("Structure: ERSV, SERR, RESOC and municipality"), context,
                             (char *) streek_areas_get_attribution (areas, first->area->set->mesh),
                             notes };
  StreekSheet sheet = streek_paper_make_sheet (paper, &words);
  g_autoptr (GArray) nodes = list_nodes (job);

  return streek_organigram_layout ((const StreekOrganigramNode *) nodes->data, nodes->len, &sheet,
                                   paper->grey, error);
}

/* A row for each municipality with the areas it is in. */
static StreekTable *
make_structure_table (gpointer data, GCancellable *cancellable, GError **error)
{
  OrganigramJob *job = data;
  guint n_levels = streek_structure_get_n_levels (job->structure);
  StreekTable *table = streek_table_new ();

  for (guint i = 0; i < n_levels; i++)
    streek_table_add_column (table, levels[i], levels[i], STREEK_COLUMN_TEXT, NULL, 0);

  streek_table_add_column (table, "code", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < streek_structure_get_n_nodes (job->structure); i++)
    {
      const StreekStructureNode *node = streek_structure_get_node (job->structure, i);

      if (node->level + 1 != n_levels || !is_under (job->structure, i, job->root))
        continue;

      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, n_levels, node->area->code);

      for (int at = (int) i; at >= 0;
           at = streek_structure_get_node (job->structure, (guint) at)->parent)
        {
          node = streek_structure_get_node (job->structure, (guint) at);
          streek_table_set_text (table, row, node->level, node->area->name);
        }
    }

  return table;
}

/* The province of what is chosen, all of them where nothing is. */
static int
find_root (StreekStructurePage *self)
{
  g_autoptr (StreekStructureRow) row = get_selected_row (self);

  if (row == NULL)
    return -1;

  int index = (int) streek_structure_row_get_index (row);
  const StreekStructureNode *node;

  while ((node = streek_structure_get_node (self->structure, (guint) index))->parent >= 0)
    index = node->parent;

  return index;
}

static StreekPrintout *
dup_printout (StreekPrintable *printable)
{
  StreekStructurePage *self = STREEK_STRUCTURE_PAGE (printable);

  if (self->structure == NULL || streek_structure_get_n_nodes (self->structure) == 0)
    return NULL;

  OrganigramJob *job = g_new0 (OrganigramJob, 1);

  job->structure = streek_structure_ref (self->structure);
  job->on = self->on;
  job->root = find_root (self);

  return streek_printout_new (_ ("Structure"), make_organigram_pages, make_structure_table, job,
                              organigram_job_free);
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = dup_printout;
}

static void
correct (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekStructurePage *self = STREEK_STRUCTURE_PAGE (widget);
  g_autoptr (StreekStructureRow) row = get_selected_row (self);

  if (row == NULL)
    return;

  const StreekStructureNode *node = streek_structure_row_get_node (row);
  const StreekStructureNode *parent =
    streek_structure_get_node (self->structure, (guint) node->parent);
  GtkWidget *window = streek_membership_window_new (
    GTK_WINDOW (gtk_widget_get_root (widget)), streek_context_get_workspace (self->context),
    streek_structure_get_areas (self->structure), node->area, parent->area, self->on);

  gtk_window_present (GTK_WINDOW (window));
}

static void
streek_structure_page_dispose (GObject *object)
{
  StreekStructurePage *self = STREEK_STRUCTURE_PAGE (object);
  GtkWidget *child;

  g_clear_object (&self->context);
  g_clear_object (&self->tree);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->structure, streek_structure_unref);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (streek_structure_page_parent_class)->dispose (object);
}

static void
streek_structure_page_class_init (StreekStructurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_structure_page_dispose;

  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-structure-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, StreekStructurePage, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, StreekStructurePage, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekStructurePage, error_page);
  gtk_widget_class_bind_template_child (widget_class, StreekStructurePage, column_view);
  gtk_widget_class_bind_template_child (widget_class, StreekStructurePage, detail_label);
  gtk_widget_class_install_action (widget_class, "structure.correct", NULL, correct);
}

static void
streek_structure_page_init (StreekStructurePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  append_column (self, _ ("Area"), on_setup_name_cb, on_bind_name_cb, TRUE);
  append_column (self, C_ ("column", "Size"), on_setup_text_cb, on_bind_count_cb, FALSE);
  append_column (self, _ ("Certainty"), on_setup_text_cb, on_bind_certainty_cb, FALSE);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "structure.correct", FALSE);
}

GtkWidget *
streek_structure_page_new (StreekContext *context)
{
  StreekStructurePage *self = g_object_new (STREEK_TYPE_STRUCTURE_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (on_context_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return GTK_WIDGET (self);
}
