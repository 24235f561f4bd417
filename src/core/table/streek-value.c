/* streek-value.c: the words and signs for why a figure is missing, how sure it is, whence it came
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "table/streek-value.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *sign;
  const char *label;
} Words;

/* Every sign differs from every other and from a number, in grey print too. */
static const Words missings[] = {
  [STREEK_MISSING_NONE] = { "value", "", "" },
  [STREEK_MISSING_UNKNOWN] = { "unknown", "·", NC_ ("missing value", "unknown") },
  [STREEK_MISSING_HIDDEN] = { "hidden", "x", NC_ ("missing value", "confidential") },
  [STREEK_MISSING_NOT_APPLICABLE] = { "not_applicable", "/",
                                      NC_ ("missing value", "not applicable") },
  [STREEK_MISSING_NOT_YET] = { "not_yet", "…", NC_ ("missing value", "not yet available") },
  [STREEK_MISSING_NOT_ADDITIVE] = { "not_additive", "†", NC_ ("missing value", "not additive") },
  [STREEK_MISSING_NOT_SPLITTABLE] = { "not_splittable", "‡",
                                      NC_ ("missing value", "cannot be split") },
  [STREEK_MISSING_BELOW_COVERAGE] = { "below_coverage", "<",
                                      NC_ ("missing value", "too little coverage") },
};

static const Words statuses[] = {
  [STREEK_STATUS_FINAL] = { "final", "", NC_ ("status of a value", "final") },
  [STREEK_STATUS_PROVISIONAL] = { "provisional", "p", NC_ ("status of a value", "provisional") },
  [STREEK_STATUS_ESTIMATE] = { "estimate", "e", NC_ ("status of a value", "estimate") },
  [STREEK_STATUS_PROJECTION] = { "projection", "f", NC_ ("status of a value", "projection") },
};

static const Words qualifiers[] = {
  [STREEK_QUALIFIER_NONE] = { "", "", "" },
  [STREEK_QUALIFIER_ABOUT] = { "about", "≈", NC_ ("qualifier of a value", "about") },
  [STREEK_QUALIFIER_BELOW] = { "below", "<", NC_ ("qualifier of a value", "less than") },
  [STREEK_QUALIFIER_ABOVE] = { "above", ">", NC_ ("qualifier of a value", "more than") },
};

static const Words bases[] = {
  [STREEK_BASIS_NONE] = { "none", "", "" },
  [STREEK_BASIS_PUBLISHED] = { "published", "", NC_ ("basis of a value", "published") },
  [STREEK_BASIS_SUM] = { "sum", "", NC_ ("basis of a value", "sum") },
  [STREEK_BASIS_RATIO] = { "ratio", "",
                           NC_ ("basis of a value", "sum of numerators / sum of denominators") },
  [STREEK_BASIS_WEIGHTED] = { "weighted", "", NC_ ("basis of a value", "weighted mean") },
  [STREEK_BASIS_CORRECTED] = { "corrected", "", NC_ ("basis of a value", "corrected by hand") },
  [STREEK_BASIS_FORMULA] = { "formula", "", NC_ ("basis of a value", "computed with a formula") },
};

static const Words *
find_words (const Words *words, gsize n, guint index)
{
  return &words[index < n ? index : 0];
}

static const char *
translate (const char *context, const char *label)
{
  return *label != '\0' ? g_dpgettext2 (GETTEXT_PACKAGE, context, label) : "";
}

/**
 * streek_missing_get_id:
 *
 * Returns: a stable, untranslated word for files and the command line; "value" where there is one
 */
const char *
streek_missing_get_id (StreekMissing missing)
{
  return find_words (missings, G_N_ELEMENTS (missings), missing)->id;
}

/**
 * streek_missing_get_label:
 *
 * Returns: the reason in the reader's language, for a legend or a sentence; "" for a value
 */
const char *
streek_missing_get_label (StreekMissing missing)
{
  return translate ("missing value",
                    find_words (missings, G_N_ELEMENTS (missings), missing)->label);
}

/**
 * streek_missing_get_sign:
 *
 * Returns: one character for a table cell, different for every reason; "" for a value
 */
const char *
streek_missing_get_sign (StreekMissing missing)
{
  return find_words (missings, G_N_ELEMENTS (missings), missing)->sign;
}

/**
 * streek_missing_parse_id:
 * @id: a word that streek_missing_get_id() gives
 * @missing: (out): the kind
 *
 * Returns: %FALSE where @id is no such word
 */
gboolean
streek_missing_parse_id (const char *id, StreekMissing *missing)
{
  for (guint i = 0; i < G_N_ELEMENTS (missings); i++)
    if (g_strcmp0 (id, missings[i].id) == 0)
      {
        *missing = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * streek_status_get_id:
 *
 * Returns: a stable, untranslated word for files
 */
const char *
streek_status_get_id (StreekStatus status)
{
  return find_words (statuses, G_N_ELEMENTS (statuses), status)->id;
}

/**
 * streek_status_get_label:
 *
 * Returns: the status in the reader's language, "final" included
 */
const char *
streek_status_get_label (StreekStatus status)
{
  return translate ("status of a value",
                    find_words (statuses, G_N_ELEMENTS (statuses), status)->label);
}

/**
 * streek_status_parse_id:
 * @id: a word that streek_status_get_id() gives
 * @status: (out): the status
 *
 * Returns: %FALSE where @id is no such word
 */
gboolean
streek_status_parse_id (const char *id, StreekStatus *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_strcmp0 (id, statuses[i].id) == 0)
      {
        *status = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * streek_qualifier_get_id:
 *
 * Returns: the stable, untranslated word for files; empty for an exact value
 */
const char *
streek_qualifier_get_id (StreekQualifier qualifier)
{
  return find_words (qualifiers, G_N_ELEMENTS (qualifiers), qualifier)->id;
}

/**
 * streek_qualifier_get_sign:
 *
 * Returns: what stands before the number; empty for an exact value
 */
const char *
streek_qualifier_get_sign (StreekQualifier qualifier)
{
  return find_words (qualifiers, G_N_ELEMENTS (qualifiers), qualifier)->sign;
}

/**
 * streek_qualifier_get_label:
 *
 * Returns: the qualifier in the reader's language; empty for an exact value
 */
const char *
streek_qualifier_get_label (StreekQualifier qualifier)
{
  return translate ("qualifier of a value",
                    find_words (qualifiers, G_N_ELEMENTS (qualifiers), qualifier)->label);
}

/**
 * streek_qualifier_parse_id:
 * @id: a word that streek_qualifier_get_id() gives
 * @qualifier: (out): what it means
 *
 * Returns: %FALSE where @id is none of them
 */
gboolean
streek_qualifier_parse_id (const char *id, StreekQualifier *qualifier)
{
  for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    if (g_strcmp0 (qualifiers[i].id, id) == 0)
      {
        *qualifier = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * streek_basis_get_id:
 *
 * Returns: a stable, untranslated word for files and the command line
 */
const char *
streek_basis_get_id (StreekBasis basis)
{
  return find_words (bases, G_N_ELEMENTS (bases), basis)->id;
}

/**
 * streek_basis_get_label:
 *
 * Returns: how the value came about, in the reader's language; "" where there is no value
 */
const char *
streek_basis_get_label (StreekBasis basis)
{
  return translate ("basis of a value", find_words (bases, G_N_ELEMENTS (bases), basis)->label);
}
