/* streek-check-row.c: a line of the section with checks: a rule, those accepted, or one finding */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "check/streek-check-row.h"

#include <glib/gi18n.h>

struct _StreekCheckRow
{
  GObject parent_instance;

  StreekCheckList *list;
  const StreekCheckEntry *entry; /* in list; of a heading, the first of its findings */
  GListStore *children;          /* (nullable): of a heading */
  gboolean is_accepted;
};

G_DEFINE_FINAL_TYPE (StreekCheckRow, streek_check_row, G_TYPE_OBJECT)

static void
streek_check_row_dispose (GObject *object)
{
  StreekCheckRow *self = STREEK_CHECK_ROW (object);

  g_clear_object (&self->children);
  g_clear_pointer (&self->list, streek_check_list_unref);

  G_OBJECT_CLASS (streek_check_row_parent_class)->dispose (object);
}

static void
streek_check_row_class_init (StreekCheckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_check_row_dispose;
}

static void
streek_check_row_init (StreekCheckRow *self)
{
}

static StreekCheckRow *
new_row (StreekCheckList *list, const StreekCheckEntry *entry)
{
  StreekCheckRow *self = g_object_new (STREEK_TYPE_CHECK_ROW, NULL);

  self->list = streek_check_list_ref (list);
  self->entry = entry;
  self->is_accepted = entry->state == STREEK_CHECK_ACCEPTED;

  return self;
}

/* (transfer none): the heading, kept by @roots */
static StreekCheckRow *
append_heading (GListStore *roots, StreekCheckList *list, const StreekCheckEntry *entry)
{
  g_autoptr (StreekCheckRow) heading = new_row (list, entry);

  heading->children = g_list_store_new (STREEK_TYPE_CHECK_ROW);
  g_list_store_append (roots, heading);

  return heading;
}

static void
append_finding (StreekCheckRow *heading, const StreekCheckEntry *entry)
{
  g_autoptr (StreekCheckRow) row = new_row (heading->list, entry);

  g_list_store_append (heading->children, row);
}

GListModel *
streek_check_row_list_roots (StreekCheckList *list)
{
  GListStore *roots = g_list_store_new (STREEK_TYPE_CHECK_ROW);
  StreekCheckRow *heading = NULL, *accepted = NULL;
  guint n = streek_check_list_get_n_entries (list);

  for (guint i = 0; i < n; i++)
    {
      const StreekCheckEntry *entry = streek_check_list_get_entry (list, i);

      if (entry->state == STREEK_CHECK_ACCEPTED)
        continue;
      if (heading == NULL || heading->entry->rule != entry->rule)
        heading = append_heading (roots, list, entry);

      append_finding (heading, entry);
    }

  for (guint i = 0; i < n; i++)
    {
      const StreekCheckEntry *entry = streek_check_list_get_entry (list, i);

      if (entry->state != STREEK_CHECK_ACCEPTED)
        continue;
      if (accepted == NULL)
        accepted = append_heading (roots, list, entry);

      append_finding (accepted, entry);
    }

  return G_LIST_MODEL (roots);
}

GListModel *
streek_check_row_get_children (StreekCheckRow *self)
{
  g_return_val_if_fail (STREEK_IS_CHECK_ROW (self), NULL);

  return self->children != NULL ? G_LIST_MODEL (self->children) : NULL;
}

const StreekCheckEntry *
streek_check_row_get_entry (StreekCheckRow *self)
{
  g_return_val_if_fail (STREEK_IS_CHECK_ROW (self), NULL);

  return self->children == NULL ? self->entry : NULL;
}

const char *
streek_check_row_get_title (StreekCheckRow *self)
{
  g_return_val_if_fail (STREEK_IS_CHECK_ROW (self), NULL);

  if (self->children == NULL)
    return self->entry->finding->message;

  /* Translators: heading above findings that people let stand */
  return self->is_accepted ? C_ ("findings", "Accepted")
                           : streek_rule_get_title (self->entry->rule);
}

const char *
streek_check_row_get_icon_name (StreekCheckRow *self)
{
  g_return_val_if_fail (STREEK_IS_CHECK_ROW (self), NULL);

  if (self->children == NULL)
    return self->entry->state == STREEK_CHECK_LAPSED ? "view-refresh-symbolic" : NULL;

  return self->is_accepted ? "object-select-symbolic"
                           : streek_severity_get_icon_name (self->entry->finding->severity);
}

const char *
streek_check_row_get_meaning (StreekCheckRow *self)
{
  g_return_val_if_fail (STREEK_IS_CHECK_ROW (self), NULL);

  if (self->children == NULL)
    return self->entry->state == STREEK_CHECK_LAPSED ? _ ("The acceptance has lapsed") : NULL;

  return self->is_accepted ? C_ ("findings", "Accepted")
                           : streek_severity_get_label (self->entry->finding->severity);
}

guint
streek_check_row_get_count (StreekCheckRow *self)
{
  g_return_val_if_fail (STREEK_IS_CHECK_ROW (self), 0);

  return self->children != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->children)) : 0;
}

gboolean
streek_check_row_is_accepted (StreekCheckRow *self)
{
  g_return_val_if_fail (STREEK_IS_CHECK_ROW (self), FALSE);

  return self->is_accepted;
}

const char *
streek_severity_get_label (StreekSeverity severity)
{
  switch (severity)
    {
    case STREEK_SEVERITY_ERROR:
      return C_ ("finding", "Error");
    case STREEK_SEVERITY_WARNING:
      return C_ ("finding", "Warning");
    case STREEK_SEVERITY_NOTE:
    default:
      return C_ ("finding", "Note");
    }
}

const char *
streek_severity_get_icon_name (StreekSeverity severity)
{
  switch (severity)
    {
    case STREEK_SEVERITY_ERROR:
      return "dialog-error-symbolic";
    case STREEK_SEVERITY_WARNING:
      return "dialog-warning-symbolic";
    case STREEK_SEVERITY_NOTE:
    default:
      return "dialog-information-symbolic";
    }
}
