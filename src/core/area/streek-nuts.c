/* streek-nuts.c: which of our areas a code of Eurostat's regions (NUTS 2021 and 2016) is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-nuts.h"

#include <string.h>

/* Commission Delegated Regulation (EU) 2019/1755 (NUTS 2021) and Regulation (EU) 2016/2066 (NUTS
 * 2016) beside Statbel's REFNIS. BE32's arrondissements changed with 2019, so each has the codes of
 * its own time. BE335 and BE336, the two halves of Verviers, are no area of ours. */
static const struct
{
  const char *nuts;
  const char *set;
  const char *code;
  int year; /* as the area was on 1 January of it; 0: it never changed */
} regions[] = {
  { "BE", "land", "01000", 0 },
  { "BE1", "gewest", "04000", 0 },
  { "BE10", "gewest", "04000", 0 },
  { "BE100", "arrondissement", "21000", 0 },
  { "BE2", "gewest", "02000", 0 },
  { "BE21", "provincie", "10000", 0 },
  { "BE211", "arrondissement", "11000", 0 },
  { "BE212", "arrondissement", "12000", 0 },
  { "BE213", "arrondissement", "13000", 0 },
  { "BE22", "provincie", "70000", 0 },
  { "BE221", "arrondissement", "71000", 2018 },
  { "BE222", "arrondissement", "72000", 2018 },
  { "BE223", "arrondissement", "73000", 0 },
  { "BE224", "arrondissement", "71000", 2019 },
  { "BE225", "arrondissement", "72000", 2019 },
  { "BE23", "provincie", "40000", 0 },
  { "BE231", "arrondissement", "41000", 0 },
  { "BE232", "arrondissement", "42000", 0 },
  { "BE233", "arrondissement", "43000", 0 },
  { "BE234", "arrondissement", "44000", 0 },
  { "BE235", "arrondissement", "45000", 0 },
  { "BE236", "arrondissement", "46000", 0 },
  { "BE24", "provincie", "20001", 0 },
  { "BE241", "arrondissement", "23000", 0 },
  { "BE242", "arrondissement", "24000", 0 },
  { "BE25", "provincie", "30000", 0 },
  { "BE251", "arrondissement", "31000", 0 },
  { "BE252", "arrondissement", "32000", 0 },
  { "BE253", "arrondissement", "33000", 0 },
  { "BE254", "arrondissement", "34000", 0 },
  { "BE255", "arrondissement", "35000", 0 },
  { "BE256", "arrondissement", "36000", 0 },
  { "BE257", "arrondissement", "37000", 0 },
  { "BE258", "arrondissement", "38000", 0 },
  { "BE3", "gewest", "03000", 0 },
  { "BE31", "provincie", "20002", 0 },
  { "BE310", "arrondissement", "25000", 0 },
  { "BE32", "provincie", "50000", 0 },
  { "BE321", "arrondissement", "51000", 2018 },
  { "BE322", "arrondissement", "52000", 2018 },
  { "BE323", "arrondissement", "53000", 0 },
  { "BE324", "arrondissement", "54000", 2018 },
  { "BE325", "arrondissement", "55000", 2018 },
  { "BE326", "arrondissement", "56000", 2018 },
  { "BE327", "arrondissement", "57000", 2018 },
  { "BE328", "arrondissement", "57000", 2019 },
  { "BE329", "arrondissement", "58000", 2019 },
  { "BE32A", "arrondissement", "51000", 2019 },
  { "BE32B", "arrondissement", "52000", 2019 },
  { "BE32C", "arrondissement", "55000", 2019 },
  { "BE32D", "arrondissement", "56000", 2019 },
  { "BE33", "provincie", "60000", 0 },
  { "BE331", "arrondissement", "61000", 0 },
  { "BE332", "arrondissement", "62000", 0 },
  { "BE334", "arrondissement", "64000", 0 },
  { "BE34", "provincie", "80000", 0 },
  { "BE341", "arrondissement", "81000", 0 },
  { "BE342", "arrondissement", "82000", 0 },
  { "BE343", "arrondissement", "83000", 0 },
  { "BE344", "arrondissement", "84000", 0 },
  { "BE345", "arrondissement", "85000", 0 },
  { "BE35", "provincie", "90000", 0 },
  { "BE351", "arrondissement", "91000", 0 },
  { "BE352", "arrondissement", "92000", 0 },
  { "BE353", "arrondissement", "93000", 0 },
};

/**
 * streek_nuts_find:
 * @set: (out): its set
 * @code: (out): its code there
 * @on: (out): the day whose area is meant, %STREEK_DATE_NONE where every day's is
 *
 * Returns: whether one of our areas is that region
 */
gboolean
streek_nuts_find (const char *nuts, const char **set, const char **code, StreekDate *on)
{
  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    if (strcmp (regions[i].nuts, nuts) == 0)
      {
        *set = regions[i].set;
        *code = regions[i].code;
        *on = regions[i].year > 0 ? streek_date_from_ymd (regions[i].year, 1, 1) : STREEK_DATE_NONE;
        return TRUE;
      }

  return FALSE;
}

gboolean
streek_nuts_is_code (const char *text)
{
  gsize length = strlen (text);

  if (length < 2 || length > 6 || !g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]))
    return FALSE;

  for (gsize i = 2; i < length; i++)
    if (!g_ascii_isupper (text[i]) && !g_ascii_isdigit (text[i]))
      return FALSE;

  return TRUE;
}

gboolean
streek_nuts_is_belgian (const char *nuts)
{
  return g_str_has_prefix (nuts, "BE");
}
