/* streek-spec-json.h: the members that the JSON of maps, charts and analyses have in common */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"

#include <json-glib/json-glib.h>

/* Writing; what is %NULL, open or NAN, and a raised flag that is not, is left out. */
void streek_spec_json_add_text (JsonBuilder *builder, const char *name, const char *text);
void streek_spec_json_add_flag (JsonBuilder *builder, const char *name, gboolean flag);
void streek_spec_json_add_raised_flag (JsonBuilder *builder, const char *name, gboolean flag);
/* @list: (nullable) (array zero-terminated=1): one without elements is left out too */
void streek_spec_json_add_list (JsonBuilder *builder, const char *name, char **list);
void streek_spec_json_add_period (JsonBuilder *builder, const char *name, StreekPeriod period);
void streek_spec_json_add_date (JsonBuilder *builder, const char *name, StreekDate date);
void streek_spec_json_add_number (JsonBuilder *builder, const char *name, double number);
void streek_spec_json_add_breaks (JsonBuilder *builder, const char *name, const GArray *breaks);
void streek_spec_json_add_coverage (JsonBuilder *builder, double min_coverage_pct);
char *streek_spec_json_end (JsonBuilder *builder); /* (transfer full): one line */

/* Reading; what is absent stays as it is, what is something else than expected is
 * STREEK_FIGURE_ERROR_INVALID and says where. */
JsonObject *streek_spec_json_parse (JsonParser *parser, const char *json, GError **error);
/* Whether a limit or a reference can be kept: finite, and not larger than any figure is. */
gboolean streek_spec_is_number (double number);
gboolean streek_spec_json_fail (GError **error, const char *name); /* FALSE */
gboolean
streek_spec_json_read_text (JsonObject *object, const char *name, char **text, GError **error);
gboolean
streek_spec_json_read_flag (JsonObject *object, const char *name, gboolean *flag, GError **error);
gboolean
streek_spec_json_read_list (JsonObject *object, const char *name, char ***list, GError **error);
gboolean streek_spec_json_read_period (JsonObject *object,
                                       const char *name,
                                       StreekPeriod *period,
                                       GError **error);
gboolean
streek_spec_json_read_date (JsonObject *object, const char *name, StreekDate *date, GError **error);
gboolean
streek_spec_json_read_number (JsonObject *object, const char *name, double *number, GError **error);
gboolean streek_spec_json_read_classes (JsonObject *object, guint *n_classes, GError **error);
gboolean
streek_spec_json_read_coverage (JsonObject *object, double *min_coverage_pct, GError **error);
/* @breaks: (element-type double): made where there are any */
gboolean streek_spec_json_read_breaks (JsonObject *object,
                                       const char *name,
                                       GArray **breaks,
                                       GError **error);
