/* streek-import-read-bind.c: which field of a sheet each column of a mapping is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-import-read-private.h"

#include "exchange/streek-period-words.h"

#include <string.h>

guint32
streek_import_road_add_period (StreekImportRoad *road, StreekPeriod period)
{
  guint32 id = streek_staging_add_period (road->staging, period);
  const char *from = road->reading->mapping->projection_from;
  StreekPeriod first;

  if (id == road->is_projection->len)
    {
      gboolean is_projection =
        from != NULL && streek_period_words_parse (from, strlen (from), &first) &&
        streek_period_get_first_day (period) >= streek_period_get_first_day (first);

      g_array_append_val (road->is_projection, is_projection);
    }

  return id;
}

static guint
find_mapping_index (const StreekMapping *mapping, const StreekMappingColumn *column)
{
  guint index = 0;

  g_ptr_array_find (mapping->columns, column, &index);

  return index;
}

/* The place of a column of the mapping in a list of those with one role. */
static guint
find_place (const StreekMapping *mapping, GPtrArray *list, const StreekMappingColumn *column)
{
  const StreekMappingColumn *copy;

  for (guint i = 0; i < list->len; i++)
    {
      copy = list->pdata[i];
      if (strcmp (copy->header, column->header) == 0)
        return i;
    }

  return STREEK_NO_FIELD;
}

/* What a bare number in a column of this header is a part of a year of. */
static StreekPeriodKind
guess_part (const char *header)
{
  g_autofree char *folded = g_utf8_casefold (header, -1);

  if (strstr (folded, "kwart") != NULL || strstr (folded, "quarter") != NULL ||
      strstr (folded, "trim") != NULL)
    return STREEK_PERIOD_QUARTER;

  return strstr (folded, "maand") != NULL || strstr (folded, "month") != NULL ||
             strstr (folded, "mois") != NULL
           ? STREEK_PERIOD_MONTH
           : STREEK_PERIOD_NONE;
}

/* A field of a record, or a part of the first one: parts come after all fields. */
static guint
get_field_number (const StreekImportRoad *road, const StreekBoundColumn *bound)
{
  if (road->layout->n_parts > 1 && bound->physical == 0)
    return G_MAXUINT32 / 2 + bound->part;

  return bound->physical;
}

static void
bind_key (StreekImportRoad *road, const StreekBoundColumn *bound)
{
  guint field = get_field_number (road, bound);
  guint place;

  switch (bound->column->role)
    {
    case STREEK_ROLE_AREA_CODE:
    case STREEK_ROLE_AREA_NAME:
    case STREEK_ROLE_AREA_NUTS:
      place = find_place (road->reading->mapping, road->staging->area_columns, bound->column);
      if (place != STREEK_NO_FIELD)
        road->area_fields[place] = field;
      break;
    case STREEK_ROLE_BREAKDOWN:
      place = find_place (road->reading->mapping, road->staging->breakdowns, bound->column);
      if (place != STREEK_NO_FIELD)
        road->breakdown_fields[place] = field;
      break;
    case STREEK_ROLE_LEVEL:
      road->level_field = field;
      break;
    case STREEK_ROLE_PERIOD:
      road->period_field = field;
      break;
    case STREEK_ROLE_PERIOD_PART:
      road->part_field = field;
      road->part_means = guess_part (bound->header);
      break;
    case STREEK_ROLE_INDICATOR:
      road->indicator_field = field;
      break;
    case STREEK_ROLE_STATUS:
      road->status_field = field;
      break;
    default:
      break;
    }
}

void
streek_import_road_bind (StreekImportRoad *road)
{
  StreekSheetLayout *layout = road->layout;

  for (guint i = 0; i < STREEK_IMPORT_MAX_KEYS; i++)
    road->area_fields[i] = road->breakdown_fields[i] = STREEK_NO_FIELD;
  road->level_field = road->period_field = road->part_field = STREEK_NO_FIELD;
  road->indicator_field = road->status_field = STREEK_NO_FIELD;
  road->part_means = STREEK_PERIOD_NONE;
  road->sheet_period = layout->period.kind != STREEK_PERIOD_NONE
                         ? streek_import_road_add_period (road, layout->period) + 1
                         : 0;
  g_array_set_size (road->values, 0);

  for (guint i = 0; i < layout->columns->len; i++)
    {
      const StreekBoundColumn *bound = &g_array_index (layout->columns, StreekBoundColumn, i);

      if (bound->column->role != STREEK_ROLE_VALUE)
        {
          bind_key (road, bound);
          continue;
        }

      StreekValueColumn value = {
        .bound = bound,
        .field = get_field_number (road, bound),
        .mapping_index = find_mapping_index (road->reading->mapping, bound->column),
        .period = bound->period.kind != STREEK_PERIOD_NONE
                    ? streek_import_road_add_period (road, bound->period) + 1
                    : 0,
      };

      g_array_append_val (road->values, value);
    }
}
