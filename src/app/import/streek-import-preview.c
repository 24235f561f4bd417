/* streek-import-preview.c: the first rows of a sheet as a table, its columns to be chosen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-import-preview.h"

#include "base/streek-format.h"
#include "import/streek-import-choices.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_TITLES 4
#define N_DATA_ROWS 7
#define MAX_CELL_CHARS 20
#define MAX_ASIDE_CHARS 90
/* Wider sheets are shown in parts: a widget a cell is slow. */
#define N_SHOWN_COLUMNS 30

struct _StreekImportPreview
{
  AdwBin parent_instance;

  GtkBox *titles;  /* a row for each, above the header */
  GtkBox *columns; /* a box a column, the first one holds line numbers */
  GtkBox *footers; /* what stands under the figures */
  GtkWidget *pager;
  GtkLabel *pager_label;
  GtkWidget *back_button;
  GtkWidget *on_button;

  StreekContext *context; /* lent by the page around it */
  StreekImportTask *task; /* the same */
  GPtrArray *headers;     /* (nullable) (element-type utf8): of all columns */
  GPtrArray *heads;       /* (element-type GtkToggleButton): of those shown */
  char *shown;            /* what the cells were made of */
  guint first;            /* column shown first */
  guint selected;
};

enum
{
  SIGNAL_COLUMN_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekImportPreview, streek_import_preview, ADW_TYPE_BIN)

#define COLUMN_KEY "streek-column"

static const StreekBoundColumn *
find_bound (const StreekSheetLayout *layout, guint column)
{
  gboolean is_part = column < layout->n_parts;
  guint physical = is_part ? 0 : column - layout->n_parts + 1;
  guint part = is_part ? column : 0;

  for (guint i = 0; i < layout->columns->len; i++)
    {
      const StreekBoundColumn *bound = &g_array_index (layout->columns, StreekBoundColumn, i);

      if (bound->physical == physical && bound->part == part)
        return bound;
    }

  return NULL;
}

const StreekMappingColumn *
streek_import_find_meaning (StreekImportTask *task, guint column, StreekPeriod *period)
{
  const StreekImportLoad *load = streek_import_task_get_load (task);
  const StreekMapping *mapping = streek_import_task_get_mapping (task);

  if (period != NULL)
    *period = (StreekPeriod){ 0 };
  if (load == NULL || load->layout == NULL || mapping == NULL ||
      column >= load->layout->headers->len)
    return NULL;

  const StreekMappingColumn *exact =
    streek_mapping_find_column (mapping, load->layout->headers->pdata[column]);
  const StreekBoundColumn *bound = find_bound (load->layout, column);

  if (period != NULL && exact != NULL && exact->period != NULL)
    streek_period_parse (exact->period, period, NULL);
  else if (period != NULL && bound != NULL)
    *period = bound->period;

  return exact != NULL ? exact : bound != NULL ? bound->column : NULL;
}

char *
streek_import_dup_cell (const StreekImportLoad *load, guint row, guint column)
{
  const StreekSheetLayout *layout = load->layout;

  if (layout->split == 0 || column >= layout->n_parts)
    return g_strdup (streek_grid_get (load->grid, row,
                                      column < layout->n_parts ? 0 : column - layout->n_parts + 1));

  const char delimiter[] = { layout->split, '\0' };
  g_auto (GStrv) parts = g_strsplit (streek_grid_get (load->grid, row, 0), delimiter, -1);

  return g_strdup (column < g_strv_length (parts) ? g_strstrip (parts[column]) : "");
}

/* "Population · 2024": what a role leaves open. */
static char *
dup_detail (StreekImportPreview *self, const StreekMappingColumn *meaning, StreekPeriod period)
{
  const StreekMapping *mapping = streek_import_task_get_mapping (self->task);
  g_autofree char *indicator =
    streek_import_dup_indicator_name (self->context, mapping, meaning->indicator);
  g_autofree char *when = period.kind != STREEK_PERIOD_NONE
                            ? streek_format_period (streek_format_get_default (), period)
                            : NULL;

  if (meaning->role == STREEK_ROLE_VALUE && indicator != NULL && when != NULL)
    return g_strdup_printf ("%s · %s", indicator, when);
  if (meaning->role == STREEK_ROLE_VALUE)
    return g_strdup (indicator != NULL ? indicator : when != NULL ? when : "");
  if (meaning->role == STREEK_ROLE_BREAKDOWN && meaning->use == STREEK_BREAKDOWN_FILTER)
    return g_strdup (meaning->member != NULL ? meaning->member : "");
  if (meaning->role == STREEK_ROLE_BREAKDOWN)
    return g_strdup (meaning->use == STREEK_BREAKDOWN_SUM ? _ ("Added up") : _ ("Kept apart"));

  return g_strdup (meaning->level != NULL ? meaning->level : "");
}

/* As wide as its text, within bounds: else it would shrink to its dots. */
static void
set_cell_text (GtkWidget *cell, const char *text)
{
  glong length = g_utf8_strlen (text, -1);

  gtk_label_set_text (GTK_LABEL (cell), text);
  gtk_label_set_width_chars (GTK_LABEL (cell), (int) MIN (length, MAX_CELL_CHARS));
}

static GtkWidget *
make_cell (const char *text)
{
  GtkWidget *label = gtk_label_new (NULL);

  set_cell_text (label, text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CELL_CHARS);
  gtk_widget_add_css_class (label, "preview-cell");

  return label;
}

static guint
get_last_row (const StreekImportLoad *load)
{
  const StreekSheetLayout *layout = load->layout;

  return MIN (load->grid->rows->len, layout->header_row + layout->n_header_rows + N_DATA_ROWS);
}

static void
on_head_toggled_cb (GtkToggleButton *head, gpointer user_data)
{
  StreekImportPreview *self = user_data;

  if (!gtk_toggle_button_get_active (head))
    return;

  self->selected = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (head), COLUMN_KEY));
  g_signal_emit (self, signals[SIGNAL_COLUMN_SELECTED], 0);
}

static GtkWidget *
make_head (StreekImportPreview *self, guint column)
{
  GtkWidget *head = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *role = make_cell ("");
  GtkWidget *detail = make_cell ("");

  gtk_widget_add_css_class (role, "heading");
  gtk_widget_add_css_class (detail, "caption");
  gtk_box_append (GTK_BOX (box), role);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_button_set_child (GTK_BUTTON (head), box);
  gtk_widget_add_css_class (head, "preview-head");
  g_object_set_data (G_OBJECT (head), COLUMN_KEY, GUINT_TO_POINTER (column));

  if (self->heads->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (head), self->heads->pdata[0]);
  g_ptr_array_add (self->heads, head);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (head), column == self->selected);
  g_signal_connect (head, "toggled", G_CALLBACK (on_head_toggled_cb), self);

  return head;
}

static GtkWidget *
make_column (StreekImportPreview *self, const StreekImportLoad *load, guint column)
{
  const StreekSheetLayout *layout = load->layout;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_head (self, column));

  for (guint row = layout->header_row; row < get_last_row (load); row++)
    {
      g_autofree char *text = streek_import_dup_cell (load, row, column);
      GtkWidget *cell = make_cell (text);
      gboolean is_header = row < layout->header_row + layout->n_header_rows;

      gtk_widget_add_css_class (cell, is_header ? "preview-header" : "numeric");
      gtk_box_append (GTK_BOX (box), cell);
    }

  return box;
}

/* Lines of the file; the room above them is as high as a head. */
static GtkWidget *
make_lines (const StreekImportLoad *load, GtkSizeGroup *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *corner = make_cell (_ ("Line"));

  gtk_label_set_yalign (GTK_LABEL (corner), 1);
  gtk_widget_add_css_class (corner, "dim-label");
  gtk_size_group_add_widget (group, corner);
  gtk_box_append (GTK_BOX (box), corner);

  for (guint row = load->layout->header_row; row < get_last_row (load); row++)
    {
      const StreekGridRow *cells = load->grid->rows->pdata[row];
      g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, cells->line);
      GtkWidget *cell = make_cell (number);

      gtk_label_set_xalign (GTK_LABEL (cell), 1);
      gtk_widget_add_css_class (cell, "dim-label");
      gtk_widget_add_css_class (cell, "numeric");
      gtk_box_append (GTK_BOX (box), cell);
    }

  return box;
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_columns (StreekImportPreview *self, const StreekImportLoad *load)
{
  guint n = load->layout->headers->len;
  guint last = MIN (n, self->first + N_SHOWN_COLUMNS);
  g_autoptr (GtkSizeGroup) group = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  clear_box (self->columns);
  g_ptr_array_set_size (self->heads, 0);
  gtk_box_append (self->columns, make_lines (load, group));

  for (guint column = self->first; column < last; column++)
    gtk_box_append (self->columns, make_column (self, load, column));
  if (self->heads->len > 0)
    gtk_size_group_add_widget (group, self->heads->pdata[0]);

  /* Translators: %1$u to %2$u of %3$u columns are shown. */
  g_autofree char *where =
    g_strdup_printf (_ ("Columns %1$u to %2$u of %3$u"), self->first + 1, last, n);

  gtk_label_set_text (self->pager_label, where);
  gtk_widget_set_visible (self->pager, n > N_SHOWN_COLUMNS);
  gtk_widget_set_sensitive (self->back_button, self->first > 0);
  gtk_widget_set_sensitive (self->on_button, last < n);
}

/* A row that is no figure: dimmed, over all columns, with what it is said to be. */
static void
add_aside (GtkBox *box, guint64 line, const char *text, StreekRowState state)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, line);
  /* Translators: %s says what a row of a file is: "Text under the figures" */
  g_autofree char *meaning =
    g_strdup_printf (_ ("%s: not taken in"), streek_row_state_get_label (state));
  GtkWidget *line_label = gtk_label_new (number);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_width_chars (GTK_LABEL (line_label), 5);
  gtk_label_set_xalign (GTK_LABEL (line_label), 1);
  gtk_widget_add_css_class (line_label, "numeric");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_ASIDE_CHARS);
  gtk_widget_set_tooltip_text (row, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  meaning, -1);
  gtk_widget_add_css_class (row, "dim-label");
  gtk_box_append (GTK_BOX (row), line_label);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (box, row);
}

/* What stands above the header, in full: it is no column. */
static void
fill_titles (StreekImportPreview *self, const StreekImportLoad *load)
{
  guint n = 0;

  clear_box (self->titles);

  for (guint row = 0; row < load->layout->header_row && n < N_TITLES; row++)
    for (guint column = 0; column < load->grid->n_columns; column++)
      {
        const char *text = streek_grid_get (load->grid, row, column);

        if (*text == '\0')
          continue;

        add_aside (self->titles, ((const StreekGridRow *) load->grid->rows->pdata[row])->line, text,
                   STREEK_ROW_TITLE);
        n++;
        break;
      }

  gtk_widget_set_visible (GTK_WIDGET (self->titles), n > 0);
}

/* (nullable): what became of the rows of the sheet that is shown; NULL while it is being read */
static const StreekImportAccount *
find_account (StreekImportPreview *self, const StreekImportLoad *load)
{
  const StreekImport *import = streek_import_task_get_import (self->task);
  const char *sheet = streek_source_get_sheet_name (load->source, load->sheet);

  if (streek_import_task_get_state (self->task) != STREEK_IMPORT_TASK_READY || import == NULL)
    return NULL;

  for (guint i = 0; i < import->accounts->len; i++)
    {
      const StreekImportAccount *account = import->accounts->pdata[i];

      if (g_strcmp0 (account->sheet, sheet != NULL ? sheet : "") == 0)
        return account;
    }

  return NULL;
}

static void
add_more_rows (StreekImportPreview *self, guint64 n)
{
  g_autofree char *number = streek_format_number (streek_format_get_default (), (double) n, 0);
  g_autofree char *text = g_strdup_printf (
    ngettext ("… %s more row", "… %s more rows", (gulong) MIN (n, G_MAXUINT)), number);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->footers, label);
}

static void
fill_footers (StreekImportPreview *self,
              const StreekImportLoad *load,
              const StreekImportAccount *account)
{
  guint n_shown = get_last_row (load);

  clear_box (self->footers);
  gtk_widget_set_visible (GTK_WIDGET (self->footers), account != NULL && account->n_read > n_shown);
  if (account == NULL || account->n_read <= n_shown)
    return;

  guint n_asides = 0;
  guint64 last_line = ((const StreekGridRow *) load->grid->rows->pdata[n_shown - 1])->line;

  for (guint i = 0; i < account->asides->len; i++)
    n_asides += ((const StreekImportAside *) account->asides->pdata[i])->line > last_line;

  if (account->n_read > n_shown + n_asides)
    add_more_rows (self, account->n_read - n_shown - n_asides);

  for (guint i = 0; i < account->asides->len; i++)
    {
      const StreekImportAside *aside = account->asides->pdata[i];

      if (aside->line > last_line)
        add_aside (self->footers, aside->line, aside->text, STREEK_ROW_FOOTER);
    }
}

/* A cell of a row that is left out is pale, one of a row that is refused is marked, and both say
 * why. */
static void
mark_cell (GtkWidget *cell, StreekRowState state)
{
  gboolean is_rejected = streek_row_state_is_rejected (state);
  gboolean is_ignored = !is_rejected && state != STREEK_ROW_TAKEN && state != STREEK_ROW_PENDING &&
                        state != STREEK_ROW_HEADER;
  const char *text = gtk_label_get_text (GTK_LABEL (cell));
  g_autofree char *meaning =
    is_rejected || is_ignored
      ? g_strdup_printf (_ ("%s: not taken in"), streek_row_state_get_label (state))
      : NULL;

  gtk_widget_remove_css_class (cell, "preview-rejected");
  if (is_rejected)
    gtk_widget_add_css_class (cell, "preview-rejected");
  gtk_widget_set_opacity (cell, is_ignored ? 0.55 : 1.0);
  gtk_widget_set_tooltip_text (cell, meaning != NULL ? meaning : strlen (text) > 20 ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  meaning != NULL ? meaning : "", -1);
}

static void
update_rows (StreekImportPreview *self, const StreekImportLoad *load)
{
  const StreekImportAccount *account = find_account (self, load);

  for (GtkWidget *column = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); column != NULL;
       column = gtk_widget_get_next_sibling (column))
    {
      guint row = load->layout->header_row;

      for (GtkWidget *cell = gtk_widget_get_next_sibling (gtk_widget_get_first_child (column));
           cell != NULL; cell = gtk_widget_get_next_sibling (cell), row++)
        mark_cell (cell, account != NULL && row < account->first_states->len
                           ? (StreekRowState) account->first_states->data[row]
                           : STREEK_ROW_PENDING);
    }

  fill_footers (self, load, account);
}

/* A column is known by its header and its meaning; both are read out. */
static void
update_heads (StreekImportPreview *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkWidget *head = self->heads->pdata[i];
      GtkWidget *role = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (head)));
      StreekPeriod period;
      const StreekMappingColumn *meaning =
        streek_import_find_meaning (self->task, self->first + i, &period);
      const char *label =
        streek_role_get_label (meaning != NULL ? meaning->role : STREEK_ROLE_IGNORED);
      g_autofree char *detail =
        meaning != NULL ? dup_detail (self, meaning, period) : g_strdup ("");
      const char *header = self->headers->pdata[self->first + i];
      g_autofree char *name = g_strdup_printf ("%s: %s", header, label);
      GtkWidget *column = gtk_widget_get_parent (head);
      gboolean is_value = meaning != NULL && meaning->role == STREEK_ROLE_VALUE;

      set_cell_text (role, label);
      set_cell_text (gtk_widget_get_next_sibling (role), detail);
      gtk_widget_set_tooltip_text (head, *detail != '\0' ? detail : NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
      gtk_widget_set_opacity (column,
                              meaning == NULL || meaning->role == STREEK_ROLE_IGNORED ? 0.55 : 1.0);

      for (GtkWidget *cell = gtk_widget_get_next_sibling (head); cell != NULL;
           cell = gtk_widget_get_next_sibling (cell))
        gtk_label_set_xalign (GTK_LABEL (cell), is_value ? 1 : 0);
    }
}

/* What the cells are made of: they stay while only meanings change. */
static char *
make_key (StreekImportPreview *self, const StreekImportLoad *load)
{
  g_autoptr (GString) key = g_string_new (NULL);

  g_string_append_printf (key, "%p %u %u %u %u %u\n", (gpointer) load->source, load->sheet,
                          load->layout->header_row, load->layout->n_header_rows, self->first,
                          load->layout->headers->len);

  for (guint i = 0; i < load->layout->headers->len; i++)
    g_string_append_printf (key, "%s\t", (const char *) load->layout->headers->pdata[i]);

  return g_string_free (g_steal_pointer (&key), FALSE);
}

static void
keep_headers (StreekImportPreview *self, const StreekImportLoad *load)
{
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  self->headers = g_ptr_array_ref (load->layout->headers);
}

static void
show (StreekImportPreview *self)
{
  const StreekImportLoad *load = streek_import_task_get_load (self->task);

  if (load == NULL || load->layout == NULL || load->grid == NULL)
    return;

  keep_headers (self, load);

  if (self->selected >= load->layout->headers->len)
    self->selected = 0;
  if (self->first >= load->layout->headers->len)
    self->first = 0;

  g_autofree char *key = make_key (self, load);

  if (g_strcmp0 (key, self->shown) != 0)
    {
      g_free (self->shown);
      self->shown = g_steal_pointer (&key);
      fill_titles (self, load);
      fill_columns (self, load);
    }

  update_heads (self);
  update_rows (self, load);
}

static void
turn (StreekImportPreview *self, int by)
{
  self->first = (guint) MAX (0, (int) self->first + by);
  show (self);
}

static void
on_back_cb (StreekImportPreview *self)
{
  turn (self, -N_SHOWN_COLUMNS);
}

static void
on_on_cb (StreekImportPreview *self)
{
  turn (self, N_SHOWN_COLUMNS);
}

static void
streek_import_preview_dispose (GObject *object)
{
  StreekImportPreview *self = STREEK_IMPORT_PREVIEW (object);

  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (streek_import_preview_parent_class)->dispose (object);
}

static void
streek_import_preview_class_init (StreekImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_import_preview_dispose;

  signals[SIGNAL_COLUMN_SELECTED] =
    g_signal_new ("column-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekImportPreview, titles);
  gtk_widget_class_bind_template_child (widget_class, StreekImportPreview, footers);
  gtk_widget_class_bind_template_child (widget_class, StreekImportPreview, columns);
  gtk_widget_class_bind_template_child (widget_class, StreekImportPreview, pager);
  gtk_widget_class_bind_template_child (widget_class, StreekImportPreview, pager_label);
  gtk_widget_class_bind_template_child (widget_class, StreekImportPreview, back_button);
  gtk_widget_class_bind_template_child (widget_class, StreekImportPreview, on_button);
  gtk_widget_class_bind_template_callback (widget_class, on_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_on_cb);
}

static void
streek_import_preview_init (StreekImportPreview *self)
{
  self->heads = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * streek_import_preview_update:
 * @context: lent for as long as @self lives, as is @task
 *
 * Shows what the task has found; cells stay where they are while only meanings change.
 */
void
streek_import_preview_update (StreekImportPreview *self,
                              StreekContext *context,
                              StreekImportTask *task)
{
  g_return_if_fail (STREEK_IS_IMPORT_PREVIEW (self));

  self->context = context;
  self->task = task;
  show (self);
}

const char *
streek_import_preview_get_header (StreekImportPreview *self)
{
  return self->headers != NULL && self->selected < self->headers->len
           ? self->headers->pdata[self->selected]
           : NULL;
}

guint
streek_import_preview_get_selected (StreekImportPreview *self)
{
  return self->selected;
}
