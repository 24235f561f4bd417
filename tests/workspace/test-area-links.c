/* test-area-links.c: what is done in an area, by how the areas hang together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-area-links.h"

#include "body/streek-body.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "streek-record-book.h"

#include <string.h>

static void
tie (StreekRecordBook *book,
     const StreekRecordKind *kind,
     guint owner_field,
     gint64 owner,
     guint area_field,
     const char *area)
{
  gint64 link = streek_record_book_add (book, kind, NULL);

  streek_record_book_refer (book, kind, link, owner_field, owner);
  streek_record_book_set (book, kind, link, area_field, area);
}

static gint64
add_project (StreekRecordBook *book, const char *name, const char *area)
{
  gint64 id = streek_record_book_add (book, &streek_project_kind, name);

  if (area != NULL)
    tie (book, &streek_project_area_kind, STREEK_PROJECT_AREA_PROJECT, id, STREEK_PROJECT_AREA_AREA,
         area);

  return id;
}

static gint64
add_item (StreekRecordBook *book, gint64 pact, const char *title, const char *area)
{
  gint64 id = streek_record_book_add (book, &streek_plan_item_kind, title);

  streek_record_book_refer (book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PACT, pact);
  if (area != NULL)
    tie (book, &streek_item_area_kind, STREEK_ITEM_AREA_ITEM, id, STREEK_ITEM_AREA_AREA, area);

  return id;
}

static char *
dump (const StreekAreaLinks *links)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < links->groups->len; i++)
    {
      const StreekAreaLinkGroup *group = links->groups->pdata[i];

      g_string_append_printf (text, "[%s]\n", group->title);
      for (guint j = 0; j < group->links->len; j++)
        {
          const StreekAreaLink *link = group->links->pdata[j];

          g_string_append_printf (text, "%s|%s\n", link->title, link->details);
        }
    }

  return g_string_free (text, FALSE);
}

static gboolean
says (const StreekAreaLinks *links, const char *words)
{
  for (guint i = 0; i < links->notes->len; i++)
    if (strstr (links->notes->pdata[i], words) != NULL)
      return TRUE;

  return FALSE;
}

/* Of three municipalities that share no land: a project with two areas is in both, once in each,
 * one that only a strand brings there is there, and an action without an area is under its plan. */
static void
test_lists_what_reaches_it (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 both = add_project (book, "Both", "gemeente:A");
  gint64 by_strand = add_project (book, "Strand", NULL);
  gint64 strand = streek_record_book_add (book, &streek_strand_kind, "One");
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  gint64 body = streek_record_book_add (book, &streek_body_kind, "Council");

  tie (book, &streek_project_area_kind, STREEK_PROJECT_AREA_PROJECT, both, STREEK_PROJECT_AREA_AREA,
       "gemeente:B");
  tie (book, &streek_project_area_kind, STREEK_PROJECT_AREA_PROJECT, both, STREEK_PROJECT_AREA_AREA,
       "gemeente:Z");
  add_project (book, "Apart", "gemeente:C");
  add_project (book, "Nowhere", NULL);
  streek_record_book_refer (book, &streek_strand_kind, strand, STREEK_STRAND_PROJECT, by_strand);
  tie (book, &streek_strand_area_kind, STREEK_STRAND_AREA_STRAND, strand, STREEK_STRAND_AREA_AREA,
       "gemeente:A");
  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_AREA, "gemeente:A");
  add_item (book, pact, "Dike", "gemeente:A");
  add_item (book, pact, "Anywhere", NULL);
  streek_record_book_set (book, &streek_body_kind, body, STREEK_BODY_AREA, "gemeente:B");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-11-23");
  StreekDate on = streek_areas_get_newest_date (streek_record_view_get_areas (view));
  g_autoptr (StreekAreaLinks) a = streek_area_links_new (view, "gemeente:A", on);
  g_autoptr (StreekAreaLinks) b = streek_area_links_new (view, "gemeente:B", on);
  g_autofree char *in_a = dump (a), *in_b = dump (b);

  g_assert_cmpstr (in_a, ==,
                   "[Projects]\nBoth|A\nStrand|A\n[Goals and actions]\nDike|Pact · A\n"
                   "[Plans]\nPact|A\n");
  g_assert_cmpstr (in_b, ==, "[Projects]\nBoth|B\n[Bodies]\nCouncil|B\n");
  g_assert_true (says (a, "counts in every area"));
  g_assert_true (says (a, "gemeente:Z"));
  g_assert_null (streek_area_links_new (view, "gemeente:Q", on));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/area-links/lists-what-reaches-it", test_lists_what_reaches_it);

  return g_test_run ();
}
