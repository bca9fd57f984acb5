/* From a keystroke in the search to the painted page; beside it the same page filled anew, and SQL's own search. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bench-beside.h"
#include "bench-common.h"
#include "bench-page.h"
#include "hn-fold.h"

/* Of 1 to 10 letters, common and rare; the last letter of each is the keystroke. */
static const char *const queries[] = {
  "n", "ng", "ngu", "nguyen", "nguyen thi", "quynh", "quynh lam", "duc", "đức", "0912", "đồng nai",
};

typedef struct
{
  BenchPage *page;
  BenchRefill *refill;
  BenchSql *sql;
} Typing;

static gboolean
is_asked (Typing     *self,
          const char *text)
{
  g_autofree char *wanted = g_strstrip (g_strdup (text));

  return g_strcmp0 (hn_list_query_get_search (self->page->query), *wanted != '\0' ? wanted : NULL) == 0;
}

/* Until the list knows of it. */
static void
set_text (Typing     *self,
          const char *text)
{
  gtk_editable_set_text (self->page->search, text);
  gtk_editable_set_position (self->page->search, -1);
  while (!is_asked (self, text))
    g_main_context_iteration (NULL, TRUE);
  bench_page_settle (self->page);
}

static void
press_last (Typing     *self,
            const char *query,
            gboolean    counts)
{
  const char *letter = g_utf8_prev_char (query + strlen (query));
  g_autofree char *before = g_strndup (query, (gsize) (letter - query)), *stall = NULL;
  guint n_answers;
  int position;
  double pressed, painted;

  set_text (self, before);
  bench_page_to_top (self->page);
  position = (int) g_utf8_strlen (before, -1);
  n_answers = self->page->n_answers;
  bench_page_calm (self->page);

  pressed = bench_now ();
  gtk_editable_insert_text (self->page->search, letter, -1, &position);
  while (!is_asked (self, query))
    g_main_context_iteration (NULL, TRUE);
  painted = bench_page_await (self->page, n_answers);
  if (!counts)
    return;

  bench_say ("type", BENCH_OURS, query, painted - pressed);
  bench_say ("type-answered", BENCH_OURS, query, self->page->answered - pressed);
  bench_page_settle (self->page);
  stall = g_strdup_printf ("search for “%s”", query);
  bench_page_say_stall (self->page, BENCH_OURS, stall);
}

static void
measure_beside (Typing     *self,
                const char *query)
{
  g_autofree char *folded = hn_text_fold (query);

  set_text (self, "");
  bench_page_to_top (self->page);
  bench_say ("type", BENCH_BESIDE, query, bench_refill_paint (self->refill));
  bench_say ("like", BENCH_BESIDE, query, bench_sql_like (self->sql, folded));
}

void
bench_type (BenchPage *page)
{
  Typing self = { .page = page };
  gsize n = page->runs > 1 ? G_N_ELEMENTS (queries) : 2;

  self.sql = bench_sql_open (page->path);
  gtk_widget_grab_focus (GTK_WIDGET (page->search));
  bench_page_start (page);
  self.refill = bench_refill_new (page);

  /* The first search of all may wait for what makes the later ones fast. */
  press_last (&self, "tran", FALSE);
  for (int run = 0; run < page->runs; run++)
    for (gsize i = 0; i < n; i++)
      {
        if (BENCH_OURS_FIRST (run))
          press_last (&self, queries[i], TRUE);
        measure_beside (&self, queries[i]);
        if (!BENCH_OURS_FIRST (run))
          press_last (&self, queries[i], TRUE);
      }

  bench_refill_free (self.refill);
  bench_sql_close (self.sql);
}
