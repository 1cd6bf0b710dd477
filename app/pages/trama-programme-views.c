/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-programme-views.h"

#include <glib/gi18n-lib.h>

#define UP GTK_SORT_ASCENDING
#define DOWN GTK_SORT_DESCENDING

static const TramaProgrammeView views[] = {
  { "plan",
    N_ ("Plan"),
    "trama-plan-symbolic",
    N_ ("The steps the group has agreed on, each with a name and the date first agreed. Half of "
        "those due are to be done."),
    { { TRAMA_KIND_PLAN_STEP, { "title", "responsible", "first_due", "due", "done" }, 2, UP },
      { TRAMA_KIND_ASSUMPTION, { "title", "kind", "date", "came_true", "response" }, 2, DOWN },
      { TRAMA_KIND_GATE_DECISION, { "reason", "gate", "date", "decided_by" }, 2, UP } } },
  { "members",
    N_ ("Members"),
    "trama-members-symbolic",
    N_ ("The firms of the group, with the dates they joined and left. Shares of the group are "
        "taken of them."),
    { { TRAMA_KIND_MEMBERSHIP, { "firm", "joined", "left", "reason" }, 0, UP } } },
  { "activities",
    N_ ("Activities"),
    "trama-activities-symbolic",
    N_ ("Visits, meetings, stands and joint orders, with who took part and who put in what. Most "
        "criteria rest on them."),
    { { TRAMA_KIND_ACTIVITY, { "title", "kind", "date", "participants", "cost" }, 2, DOWN },
      { TRAMA_KIND_CONTRIBUTION,
        { "activity", "firm", "kind", "amount", "hours", "date" },
        0,
        UP } } },
  { "initiatives",
    N_ ("Initiatives"),
    "trama-initiatives-symbolic",
    N_ ("Joint actions that are planned: what was proposed, approved or refused, and how it turned "
        "out."),
    { { TRAMA_KIND_INITIATIVE,
        { "title", "kind", "proposed", "approved", "led_by", "outcome" },
        2,
        DOWN },
      { TRAMA_KIND_PRODUCT, { "title", "firms", "started" }, 2, DOWN },
      { TRAMA_KIND_STAGE_REACHED, { "product", "stage", "date" }, 2, DOWN },
      { TRAMA_KIND_PRACTICE, { "title", "activity" }, 0, UP },
      { TRAMA_KIND_ADOPTION, { "practice", "firm", "date", "dropped" }, 2, DOWN } } },
  { "training",
    N_ ("Training"),
    "trama-training-symbolic",
    N_ ("Courses with their sessions and who attended. Half the group is to go through a course it "
        "chose."),
    { { TRAMA_KIND_COURSE,
        { "title", "topic", "institution", "chosen_by_group", "sessions_planned" },
        0,
        UP },
      { TRAMA_KIND_SESSION, { "course", "date", "hours", "place" }, 1, DOWN },
      { TRAMA_KIND_ATTENDANCE, { "session", "firm", "women", "men", "people" }, 1, UP } } },
  { "testing",
    N_ ("Testing"),
    "trama-testing-symbolic",
    N_ ("What members had tested and what they paid for, at the testing centre and other services "
        "of the group."),
    { { TRAMA_KIND_TEST_ORDER,
        { "test", "firm", "institution", "received", "promised", "reported", "paid" },
        3,
        DOWN,
        .fixed = FALSE },
      { TRAMA_KIND_SERVICE, { "title", "kind", "provider", "origin", "started", "ended" }, 0, UP },
      { TRAMA_KIND_SERVICE_USE, { "service", "firm", "date", "fee", "paid" }, 2, DOWN } } },
  { "standards",
    N_ ("Standards"),
    "trama-met-symbolic",
    N_ ("Common routes to a standard, the steps members took on them, and the certificates they "
        "hold."),
    { { TRAMA_KIND_ROUTE_STEP_TAKEN, { "firm", "route", "step", "date" }, 3, DOWN },
      { TRAMA_KIND_ROUTE, { "title", "standard", "agreed" }, 0, UP },
      { TRAMA_KIND_CERTIFICATE,
        { "standard", "firm", "issuer", "issued", "valid_until" },
        3,
        DOWN } } },
  { "money",
    N_ ("Money"),
    "trama-money-symbolic",
    N_ ("What was paid, by whom and for what. The share the firms pay of their manager is taken "
        "from here."),
    { { TRAMA_KIND_LEDGER_ENTRY,
        { "what", "type", "date", "payer", "purpose", "amount" },
        2,
        DOWN },
      { TRAMA_KIND_PAY_DUE, { "month", "amount" }, 0, DOWN },
      { TRAMA_KIND_SHARE_AGREEMENT, { "month", "share", "agreed", "reason" }, 0, UP },
      { TRAMA_KIND_FINANCE_LINE, { "title", "kind", "institution", "agreed", "ceiling" }, 3, DOWN },
      { TRAMA_KIND_CLOSED_MONTH, { "month", "note" }, 0, DOWN } } },
  { "indicators",
    N_ ("Indicators"),
    "trama-indicators-symbolic",
    N_ ("What is to change for the firms, with a baseline, a target and what was observed."),
    { { TRAMA_KIND_INDICATOR,
        { "title", "level", "unit", "baseline", "target", "target_on" },
        0,
        UP },
      { TRAMA_KIND_OBSERVATION, { "indicator", "date", "value", "part" }, 1, DOWN } } },
  { "notes",
    N_ ("Side effects"),
    "dialog-warning-symbolic",
    N_ ("Complaints and harm with how they were answered, and what spread to others beyond the "
        "group."),
    { { TRAMA_KIND_COMPLAINT, { "title", "kind", "date", "closed", "answer" }, 2, DOWN },
      { TRAMA_KIND_SPILL_OVER, { "label", "kind", "who", "date", "stated_by" }, 3, DOWN } } },
};

const TramaProgrammeView *
trama_programme_views (guint *n)
{
  *n = G_N_ELEMENTS (views);
  return views;
}
