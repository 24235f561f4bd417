/* test-plan-timing.c: since when and until when, as plans say it in one cell */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-timing.h"

/* "2020 2022", "2021 ", " 2023", "2021 doorlopend"; "" for what is no timing */
static char *
dump (const char *text)
{
  StreekPlanTiming timing;

  if (!streek_plan_timing_parse (text, &timing))
    return g_strdup ("");

  g_autofree char *first = timing.starts.kind != STREEK_PERIOD_NONE
                             ? streek_period_to_string (timing.starts)
                             : g_strdup ("");
  g_autofree char *last = timing.is_ongoing ? g_strdup ("doorlopend")
                          : timing.ends.kind != STREEK_PERIOD_NONE
                            ? streek_period_to_string (timing.ends)
                            : g_strdup ("");

  return g_strdup_printf ("%s %s", first, last);
}

static void
test_reads_what_plans_say (void)
{
  static const char *const cases[][2] = {
    { "2021", "2021 2021" },
    { "2020-2022", "2020 2022" },
    { "2020 – 2022", "2020 2022" },
    { "2020 t.e.m. 2022", "2020 2022" },
    { "2020 tot en met 2022", "2020 2022" },
    { "van 2020 tot 2022", "2020 2022" },
    { "2020/2022", "2020 2022" },
    { "2020, 2021 en 2022", "2020 2022" },
    { "2019-22", "2019 2022" },
    { "2020-06", "2020-06 2020-06" }, /* a month of ISO 8601 before a shorthand of years */
    { "Q1 2021", "2021-Q1 2021-Q1" },
    { "2021-Q1", "2021-Q1 2021-Q1" },
    { "1e kwartaal 2021", "2021-Q1 2021-Q1" },
    { "Q1-Q3 2021", "2021-Q1 2021-Q3" },
    { "maart 2021 - juni 2022", "2021-03 2022-06" },
    { "1/3/2021 - 30/6/2021", "2021-03-01 2021-06-30" },
    { "vanaf 2021", "2021 " },
    { "2021 en verder", "2021 " },
    { "tegen 2023", " 2023" },
    { "tegen eind 2023", " 2023" },
    { "Doorlopend", " doorlopend" },
    { "doorlopend vanaf 2021", "2021 doorlopend" },
    { "Permanent", " doorlopend" },
    { "Q2 2026", "2026-Q2 2026-Q2" },
    { "2e kwartaal 2026", "2026-Q2 2026-Q2" },
    { "voorjaar 2026", "2026-03 2026-05" },
    { "Najaar 2025 – zomer 2026", "2025-09 2026-08" },
    { "vanaf najaar 2025", "2025-09 " },
    { "tegen zomer 2027", " 2027-08" },
    { "eerste helft 2026", "2026-01 2026-06" },
    { "2de semester van 2026", "2026-07 2026-12" },
    { "schooljaar 2025-2026", "2025-09 2026-08" },
    { "schooljaar 2025/26", "2025-09 2026-08" },
    { "schooljaar 2025-2027", "" },
    { "legislatuur 2025-2030", "2025 2030" },
    { "begin 2026 - eind 2027", "2026 2027" },
    { "midden 2026", "2026 2026" },
    { "in de loop van 2026", "2026 2026" },
    { "voorjaar", "" },
    { "winter 2026", "" }, /* of which year? */
    { "nog te bepalen", "" },
    { "2022-2020", "" },
    { "2020, 2022", "" },
    { "12", "" },
    { "", "" },
    { "-", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = dump (cases[i][0]);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (said, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/timing/reads-what-plans-say", test_reads_what_plans_say);

  return g_test_run ();
}
