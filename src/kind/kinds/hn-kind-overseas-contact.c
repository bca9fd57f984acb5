/* People who live abroad: a view of people. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

const HnKind hn_kind_overseas_contact = {
  .name = "overseas_contact",
  .label = { "Overseas contact", "Kiều bào" },
  .plural = { "Overseas contacts", "Kiều bào" },
  .tab = HN_TAB_DIASPORA,
  .fields = hn_person_fields,
  .n_fields = HN_PERSON_N_FIELDS,
  .title = "{name}",
  .order = "name",
  .groups = hn_person_groups,
  .base = "person",
  .filter = "country!=VN",
  .columns = "name country city phone email since occupation field residence_purpose role_abroad relatives_at_home prominent home_area address_abroad gender birth consent_basis consent_date consent_by workplace education languages name_order address ethnic_group party_member note",
  .related = "contact_log.contact donation.donor office.person participant.person award.recipient "
             "greeting.partner",
};
