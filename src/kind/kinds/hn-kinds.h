/* Every kind of record, and what several kinds share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-kind.h"

G_BEGIN_DECLS

/* The fields that a view shares with the kind it is a view of. */
#define HN_ORGANIZATION_N_FIELDS 17
#define HN_PERSON_N_FIELDS 27

extern const HnField hn_organization_fields[HN_ORGANIZATION_N_FIELDS];
extern const HnField hn_person_fields[HN_PERSON_N_FIELDS];
extern const HnFieldGroup hn_organization_groups[];
extern const HnFieldGroup hn_person_groups[];

extern const HnChoice hn_qualifier_choices[];
extern const HnChoice hn_region_choices[];

extern const HnKind hn_kind_organization;
extern const HnKind hn_kind_person;
extern const HnKind hn_kind_membership;
extern const HnKind hn_kind_office;
extern const HnKind hn_kind_term;
extern const HnKind hn_kind_headcount;
extern const HnKind hn_kind_award;
extern const HnKind hn_kind_event;
extern const HnKind hn_kind_participant;
extern const HnKind hn_kind_delegation;
extern const HnKind hn_kind_partner;
extern const HnKind hn_kind_agreement;
extern const HnKind hn_kind_greeting;
extern const HnKind hn_kind_publication;
extern const HnKind hn_kind_directive;
extern const HnKind hn_kind_task;
extern const HnKind hn_kind_campaign;
extern const HnKind hn_kind_donation;
extern const HnKind hn_kind_aid_project;
extern const HnKind hn_kind_disbursement;
extern const HnKind hn_kind_overseas_contact;
extern const HnKind hn_kind_contact_log;
extern const HnKind hn_kind_diaspora_count;
extern const HnKind hn_kind_remittance;
extern const HnKind hn_kind_association_abroad;
extern const HnKind hn_kind_stated_figure;
extern const HnKind hn_kind_area;
extern const HnKind hn_kind_country;
extern const HnKind hn_kind_attachment;
extern const HnKind hn_kind_submission;
extern const HnKind hn_kind_office_profile;
extern const HnKind hn_kind_saved_list;
extern const HnKind hn_kind_report_rule;
extern const HnKind hn_kind_holiday;
extern const HnKind hn_kind_former_name;
extern const HnKind hn_kind_plan_target;
extern const HnKind hn_kind_anniversary;

G_END_DECLS
