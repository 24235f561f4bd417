/* streek-report-row.c: one line of a report on the file, with lines of its own or without */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reference/streek-report-row.h"

struct _StreekReportRow
{
  GObject parent_instance;

  char *icon_name;
  char *meaning;
  char *title;
  char *detail;
  GListModel *children; /* (nullable) */
};

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_MEANING,
  PROP_TITLE,
  PROP_DETAIL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StreekReportRow, streek_report_row, G_TYPE_OBJECT)

static char **
find_field (StreekReportRow *self, guint id)
{
  switch (id)
    {
    case PROP_ICON_NAME:
      return &self->icon_name;
    case PROP_MEANING:
      return &self->meaning;
    case PROP_TITLE:
      return &self->title;
    case PROP_DETAIL:
      return &self->detail;
    default:
      return NULL;
    }
}

static void
streek_report_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  char **field = find_field (STREEK_REPORT_ROW (object), id);

  if (field != NULL)
    g_value_set_string (value, *field);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
streek_report_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  char **field = find_field (STREEK_REPORT_ROW (object), id);

  if (field != NULL)
    *field = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
streek_report_row_dispose (GObject *object)
{
  g_clear_object (&STREEK_REPORT_ROW (object)->children);

  G_OBJECT_CLASS (streek_report_row_parent_class)->dispose (object);
}

static void
streek_report_row_finalize (GObject *object)
{
  StreekReportRow *self = STREEK_REPORT_ROW (object);

  g_free (self->icon_name);
  g_free (self->meaning);
  g_free (self->title);
  g_free (self->detail);

  G_OBJECT_CLASS (streek_report_row_parent_class)->finalize (object);
}

static void
streek_report_row_class_init (StreekReportRowClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "icon-name", "meaning", "title", "detail" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = streek_report_row_dispose;
  object_class->finalize = streek_report_row_finalize;
  object_class->get_property = streek_report_row_get_property;
  object_class->set_property = streek_report_row_set_property;

  for (guint id = PROP_0 + 1; id < N_PROPS; id++)
    properties[id] =
      g_param_spec_string (names[id], NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
streek_report_row_init (StreekReportRow *self)
{
}

StreekReportRow *
streek_report_row_new (const char *icon_name,
                       const char *meaning,
                       const char *title,
                       const char *detail,
                       GListModel *children)
{
  StreekReportRow *self =
    g_object_new (STREEK_TYPE_REPORT_ROW, "icon-name", icon_name, "meaning", meaning, "title",
                  title, "detail", detail != NULL ? detail : "", NULL);

  g_set_object (&self->children, children);

  return self;
}

GListModel *
streek_report_row_get_children (StreekReportRow *self)
{
  g_return_val_if_fail (STREEK_IS_REPORT_ROW (self), NULL);

  return self->children;
}
