/* Associations abroad: a view of organizations. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

const HnKind hn_kind_association_abroad = {
  .name = "association_abroad",
  .label = { "Association abroad", "Hội ở nước ngoài" },
  .plural = { "Associations abroad", "Hội ở nước ngoài" },
  .tab = HN_TAB_DIASPORA,
  .fields = hn_organization_fields,
  .n_fields = HN_ORGANIZATION_N_FIELDS,
  .title = "{name}",
  .order = "name",
  .groups = hn_organization_groups,
  .base = "organization",
  .filter = "kind=abroad",
  .columns = "name short_name countries address phone email founded status kind parent area note",
  .related = "contact_log.contact donation.donor office.organization headcount.organization event.host "
             "greeting.partner award.recipient",
};
