/* What a list of each kind is for, in a sentence and a picture. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-list-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *kind;
  const char *icon;
  const char *description; /* to be translated: what belongs there */
} Words;

static const Words words[] = {
  { "organization", "hn-associations-symbolic",
    N_("The union, its bilateral and local associations, their branches, and the associations of compatriots "
        "elsewhere.") },
  { "person", "system-users-symbolic",
    N_("Everybody the office knows: members, officers, donors, guests, compatriots abroad. Each person once.") },
  { "membership", "contact-new-symbolic", N_("Who belongs to which association or branch, and since when.") },
  { "office", "user-info-symbolic", N_("Chairs, vice-chairs, secretaries and other offices, and who holds them.") },
  { "term", "x-office-calendar-symbolic", N_("Congresses of the associations and the terms that they open.") },
  { "headcount", "x-office-spreadsheet-symbolic",
    N_("How many members and branches an association says it has, on which day and from which source.") },
  { "award", "application-certificate-symbolic",
    N_("Medals, flags, certificates and titles, from the proposal to the presentation.") },
  { "event", "hn-events-symbolic",
    N_("Conferences, exchanges, meetings, contests and everything else that was held or is planned.") },
  { "participant", "system-users-symbolic", N_("Who was invited to which event, and who came.") },
  { "delegation", "airplane-mode-symbolic",
    N_("Delegations that came and that went: from where, who led them, and what came of it.") },
  { "partner", "x-office-address-book-symbolic",
    N_("Embassies, foreign organizations, institutes, firms and sister localities that the office works with.") },
  { "agreement", "x-office-document-symbolic", N_("Agreements and twinnings with partners, and until when they hold.") },
  { "greeting", "mail-unread-symbolic", N_("Letters, telegrams and flowers, sent and received.") },
  { "publication", "application-rss+xml-symbolic",
    N_("Bulletins, books, articles and broadcasts, with their copies and views.") },
  { "directive", "folder-documents-symbolic", N_("Directives, plans, schemes and programmes that the work answers.") },
  { "task", "checkbox-checked-symbolic", N_("What the directives ask for, who leads it and when it is due.") },
  { "campaign", "hn-donations-symbolic", N_("Calls for help that donations answer, such as a vaccine fund.") },
  { "donation", "hn-donations-symbolic", N_("Money, goods and services received or given, from whom and for what.") },
  { "aid_project", "package-x-generic-symbolic",
    N_("Programmes and projects that foreign non-governmental organizations finance.") },
  { "disbursement", "document-send-symbolic", N_("What was paid out for each aid project, and when.") },
  { "overseas_contact", "hn-diaspora-symbolic",
    N_("People from the province who live abroad, where they are and how to reach them.") },
  { "contact_log", "chat-message-new-symbolic",
    N_("What compatriots asked for or offered, and whether it was followed up.") },
  { "diaspora_count", "x-office-spreadsheet-symbolic", N_("How many people from the province live in which country.") },
  { "remittance", "send-to-symbolic", N_("Money that compatriots sent home, by period and source.") },
  { "association_abroad", "hn-associations-symbolic", N_("Associations of people from the province in other countries.") },
  { "stated_figure", "x-office-spreadsheet-symbolic",
    N_("Figures that a document states, where the register does not count them itself.") },
  { "area", "mark-location-symbolic", N_("Provinces, districts and communes, from when to when, and what followed them.") },
  { "country", "emoji-flags-symbolic", N_("Countries and territories as the office writes their names.") },
  { "attachment", "mail-attachment-symbolic", N_("Scanned decisions, photographs and other files of any record.") },
  { "submission", "document-send-symbolic", N_("Reports as they were sent, with their workbooks. They do not change any more.") },
  { "office_profile", "user-home-symbolic",
    N_("What the office is called, who signs and to whom it reports; reports take it from here.") },
  { "report_rule", "x-office-calendar-symbolic",
    N_("On which day months, quarters and years of reports end, by which rule, and when they are due.") },
  { "holiday", "x-office-calendar-symbolic", N_("Days off, which a report that is due waits for.") },
  { "former_name", "document-open-recent-symbolic",
    N_("Names that organizations had; reports of those years print them.") },
  { "plan_target", "checkbox-checked-symbolic", N_("What the year plans for each indicator of the summary report.") },
  { "anniversary", "x-office-calendar-symbolic",
    N_("Days of diplomatic relations and others that are celebrated, for the calendar of anniversaries.") },
  { "saved_list", "folder-saved-search-symbolic", N_("Filters of lists that were kept under a name.") },
};

static const Words *
find (const HnKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].kind, kind->name))
      return &words[i];

  g_return_val_if_reached (&words[0]);
}

/**
 * hn_list_words_icon:
 *
 * Returns: the name of a symbolic icon that stands for records of the kind
 */
const char *
hn_list_words_icon (const HnKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return find (kind)->icon;
}

/**
 * hn_list_words_describe:
 *
 * Returns: a sentence that says what belongs in a list of the kind
 */
const char *
hn_list_words_describe (const HnKind *kind)
{
  const char *description;

  g_return_val_if_fail (kind != NULL, NULL);

  description = find (kind)->description;

  return _(description);
}
