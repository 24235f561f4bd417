/* test-record-cited.c: what a record rests on is found, and opens at its page */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-cited.h"

#include "actor/streek-document.h"
#include "body/streek-body.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-theme.h"
#include "record/streek-record-place.h"
#include "streek-record-world.h"

#include <glib/gstdio.h>

static void
test_pages (void)
{
  static const struct
  {
    const char *uri;
    const char *page;
    const char *expected;
  } cases[] = {
    { "file:///w/pact.pdf", "12", "file:///w/pact.pdf#page=12" },
    { "file:///w/pact.PDF", "p. 12–14", "file:///w/pact.PDF#page=12" },
    { "https://x.be/pact.pdf?v=2", "7", "https://x.be/pact.pdf?v=2#page=7" },
    { "https://x.be/pact.pdf#deel", "7", "https://x.be/pact.pdf#deel" },
    { "https://x.be/pact.html", "7", "https://x.be/pact.html" }, /* has no pages */
    { "file:///w/pact.docx", "7", "file:///w/pact.docx" },
    { "file:///w/pact.pdf", NULL, "file:///w/pact.pdf" },
    { "file:///w/pact.pdf", "xii", "file:///w/pact.pdf" },
    { "file:///w/pact.pdf", "deel 3.4", "file:///w/pact.pdf" }, /* a part, no page */
    { "file:///w/pact.pdf", "0", "file:///w/pact.pdf" },
    { "file:///w/pact.pdf", "123456789012345678901234", "file:///w/pact.pdf" },
    { "file:///w/pact.pdf", "3&a=b", "file:///w/pact.pdf#page=3" }, /* nothing but a number */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = streek_record_place_dup_at_page (cases[i].uri, cases[i].page);

      g_assert_cmpstr (uri, ==, cases[i].expected);
    }
}

static void
test_kinds (void)
{
  g_assert_true (streek_record_kind_is_document (&streek_document_kind));
  g_assert_false (streek_record_kind_is_document (&streek_claim_kind));
  g_assert_cmpint (streek_record_kind_find_page (&streek_claim_kind, STREEK_CLAIM_DOCUMENT), ==,
                   STREEK_CLAIM_PAGE);
  g_assert_cmpint (
    streek_record_kind_find_page (&streek_body_kind, STREEK_BODY_ORIENTATION_DOCUMENT), ==,
    STREEK_BODY_ORIENTATION_PAGE);
  g_assert_cmpint (streek_record_kind_find_page (&streek_claim_kind, STREEK_CLAIM_PACT), ==, -1);
}

/* A pact with a file and an address beside the workspace DIR/werk.streek, a website with an address
 * alone, and a letter that is nowhere. Each is cited by a claim. */
typedef struct
{
  StreekDb *db;
  StreekRecordChanges *changes;
  StreekRecordView *view;
  gint64 pact, website, letter;
  gint64 claim;
  char *folder, *workspace, *file;
} Fixture;

static gint64
add_document (Fixture *fixture, const char *title, const char *url, const char *path)
{
  gint64 id = streek_record_world_add (fixture->changes, &streek_document_kind, title);

  streek_record_changes_set_text (fixture->changes, &streek_document_kind, id, STREEK_DOCUMENT_URL,
                                  url);
  streek_record_changes_set_text (fixture->changes, &streek_document_kind, id, STREEK_DOCUMENT_PATH,
                                  path);

  return id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("streek-cited-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->workspace = g_build_filename (fixture->folder, "werk.streek", NULL);
  fixture->file = g_build_filename (fixture->folder, "pact.pdf", NULL);
  g_assert_true (g_file_set_contents (fixture->file, "x", 1, NULL));
  fixture->db = streek_record_world_new_db ();
  fixture->changes = streek_record_changes_new ();
  fixture->pact = add_document (fixture, "Streekpact", "https://x.be/pact.pdf", "pact.pdf");
  fixture->website = add_document (fixture, "Website", "https://x.be/", "");
  fixture->letter = add_document (fixture, "Brief", "", "");
  fixture->claim = streek_record_world_add (fixture->changes, &streek_claim_kind, "Er is werk.");
  streek_record_changes_set_reference (fixture->changes, &streek_claim_kind, fixture->claim,
                                       STREEK_CLAIM_DOCUMENT, fixture->pact);
  streek_record_changes_set_text (fixture->changes, &streek_claim_kind, fixture->claim,
                                  STREEK_CLAIM_PAGE, "p. 12: onder");
  fixture->view = streek_record_world_new_view (fixture->db, fixture->changes);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_record_view_unref (fixture->view);
  streek_record_changes_free (fixture->changes);
  streek_db_close (fixture->db);
  g_unlink (fixture->file);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->workspace);
  g_free (fixture->file);
}

static const StreekRecord *
find (Fixture *fixture, const StreekRecordKind *kind, gint64 id)
{
  return streek_records_find (streek_record_view_get_records (fixture->view), kind, id);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *page;
    const char *expected;
  } cases[] = {
    { NULL, "Streekpact" },
    { "12–14", "Streekpact, p. 12–14" },
    { "xii", "Streekpact, p. xii" },
    { "p. 12", "Streekpact, p. 12" },
    { "deel 3.4", "Streekpact, deel 3.4" },
  };
  const StreekRecord *pact = find (fixture, &streek_document_kind, fixture->pact);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = streek_document_dup_reference (pact, cases[i].page);

      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

/* A page with a colon in it comes back whole. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  StreekRecords *records = streek_record_view_get_records (fixture->view);
  const StreekRecord *claim = find (fixture, &streek_claim_kind, fixture->claim);
  StreekRecordCited cited, parsed;

  g_assert_true (streek_record_find_cited (claim, records, &cited));
  g_assert_true (cited.document == find (fixture, &streek_document_kind, fixture->pact));
  g_assert_cmpstr (cited.page, ==, "p. 12: onder");
  g_assert_false (streek_record_find_cited_by (claim, records, STREEK_CLAIM_ITEM, &parsed));

  g_autofree char *place = streek_record_cited_dup_place (&cited);

  g_assert_true (streek_record_cited_parse_place (place, records, &parsed));
  g_assert_true (parsed.document == cited.document);
  g_assert_cmpstr (parsed.page, ==, cited.page);
  g_assert_true (streek_record_find_cited (cited.document, records, &parsed));
  g_assert_true (parsed.document == cited.document);
  g_assert_null (parsed.page);
}

static void
test_other_places (Fixture *fixture, gconstpointer data)
{
  static const char *const places[] = { "document:1",          "source:document:1",
                                        "source:document:99:", "source:claim:1:2",
                                        "source:nothing:1:2",  "" };
  StreekRecordCited cited;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_false (streek_record_cited_parse_place (
      places[i], streek_record_view_get_records (fixture->view), &cited));
}

/* The file where it is, else the address; who names neither says so. */
static void
test_opens (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) missing = NULL;
  StreekRecordCited cited = { find (fixture, &streek_document_kind, fixture->pact), "12" };
  g_autofree char *beside = streek_record_cited_dup_uri (&cited, fixture->workspace, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (beside, "file:///"));
  g_assert_true (g_str_has_suffix (beside, "/pact.pdf#page=12"));

  g_unlink (fixture->file);

  g_autofree char *online = streek_record_cited_dup_uri (&cited, fixture->workspace, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (online, ==, "https://x.be/pact.pdf#page=12");

  cited.document = find (fixture, &streek_document_kind, fixture->website);

  g_autofree char *website = streek_record_cited_dup_uri (&cited, fixture->workspace, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (website, ==, "https://x.be/");

  cited.document = find (fixture, &streek_document_kind, fixture->letter);
  g_assert_null (streek_record_cited_dup_uri (&cited, fixture->workspace, &missing));
  g_assert_error (missing, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/cited/pages", test_pages);
  g_test_add_func ("/record/cited/kinds", test_kinds);
  g_test_add ("/record/cited/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/record/cited/place", Fixture, NULL, set_up, test_place, tear_down);
  g_test_add ("/record/cited/other-places", Fixture, NULL, set_up, test_other_places, tear_down);
  g_test_add ("/record/cited/opens", Fixture, NULL, set_up, test_opens, tear_down);

  return g_test_run ();
}
