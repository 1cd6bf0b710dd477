/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-measure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trama-measures.h"

#define PROGRAMME TRAMA_KIND_BIT (TRAMA_KIND_PROGRAMME)
#define CLUSTER TRAMA_KIND_BIT (TRAMA_KIND_CLUSTER)
#define FIRM TRAMA_KIND_BIT (TRAMA_KIND_FIRM)
#define INSTITUTION TRAMA_KIND_BIT (TRAMA_KIND_INSTITUTION)
#define MONTHS(n) { .id = "months", .label = N_ ("Months"), .fallback = (n) }
#define PARTNERS(n) { .id = "partners", .label = N_ ("Owner groups"), .fallback = (n) }
#define BITS(kind, field, name) \
  { .id = name, .label = N_ ("Kinds"), .choices_kind = TRAMA_KIND_##kind, .choices_field = field }

/* A table, kept as one. */
/* clang-format off */
static const TramaMeasure measures[] = {
  { "joint-actions", N_ ("Joint actions"),
    N_ ("Joint actions of the given kinds to whose stated result at least so many owner groups put in recorded money, goods or hours. Open where the result, a contribution or the exact date is missing."),
    TRAMA_UNIT_COUNT, N_ ("joint action"), N_ ("joint actions"), PROGRAMME,
    { MONTHS (12), PARTNERS (3), BITS (ACTIVITY, "kind", "kinds"),
      { .id = "as_one", .label = N_ ("Presented as one") } },
    trama_measure_joint_actions },
  { "joint-sales", N_ ("Joint sales"),
    N_ ("Paid orders delivered by at least so many owner groups, and paid sales under a shared brand. Open where the value invoiced is missing, even as a band."),
    TRAMA_UNIT_COUNT, N_ ("paid joint sale"), N_ ("paid joint sales"), PROGRAMME,
    { MONTHS (12), PARTNERS (2) }, trama_measure_joint_sales },
  { "joint-products", N_ ("Joint products"),
    N_ ("Products or designs by at least so many owner groups that reached one of the given stages. Open where no stage was recorded."),
    TRAMA_UNIT_COUNT, N_ ("joint product"), N_ ("joint products"), PROGRAMME,
    { MONTHS (24), PARTNERS (2), BITS (STAGE_REACHED, "stage", "stages") },
    trama_measure_joint_products },
  { "methods-adopted", N_ ("Owner groups that adopted one method"),
    N_ ("The greatest number of owner groups that adopted the same change of method from one action and kept it."),
    TRAMA_UNIT_COUNT, N_ ("owner group adopted one method"), N_ ("owner groups adopted one method"),
    PROGRAMME, { MONTHS (24) }, trama_measure_methods_adopted },
  { "shared-machine-users", N_ ("Users of one shared machine"),
    N_ ("The greatest number of owner groups that used the same shared machine in at least so many different months."),
    TRAMA_UNIT_COUNT, N_ ("regular user of one shared machine"),
    N_ ("regular users of one shared machine"), PROGRAMME,
    { MONTHS (24), { .id = "use_months", .label = N_ ("Months of use"), .fallback = 3 } },
    trama_measure_shared_machine_users },
  { "members-trained", N_ ("Members trained"),
    N_ ("Owner groups of the base that sent somebody to at least half the sessions of a course the group chose. Open where it is not recorded who chose the course."),
    TRAMA_UNIT_SHARE, N_ ("owner group"), N_ ("owner groups"), PROGRAMME, { MONTHS (12) },
    trama_measure_members_trained },
  { "standard-steps", N_ ("Members that took a step toward a standard"),
    N_ ("Owner groups of the base that took a dated step on one common route: gap audit, shared consultant or internal audit."),
    TRAMA_UNIT_SHARE, N_ ("owner group"), N_ ("owner groups"), PROGRAMME, { MONTHS (12) },
    trama_measure_standard_steps },
  { "certificates-on-route", N_ ("Certified members on a route"),
    N_ ("Owner groups on one common route that hold a valid certificate of its standard."),
    TRAMA_UNIT_COUNT, N_ ("certified owner group"), N_ ("certified owner groups"), PROGRAMME,
    { { 0 } }, trama_measure_certificates_on_route },
  { "service-users", N_ ("Paying users of common services"),
    N_ ("Owner groups of the base that used, and at least partly paid for, a service that the group set up or negotiated. Orders at a testing centre count where the centre provides such a service."),
    TRAMA_UNIT_SHARE, N_ ("owner group"), N_ ("owner groups"), PROGRAMME, { MONTHS (12) },
    trama_measure_service_users },
  { "joint-finance-users", N_ ("Users of joint finance"),
    N_ ("Owner groups that drew on credit, guarantee, leasing or a fund agreed for the group; applications do not count."),
    TRAMA_UNIT_COUNT, N_ ("owner group drew on joint finance"),
    N_ ("owner groups drew on joint finance"), PROGRAMME, { MONTHS (24) },
    trama_measure_joint_finance_users },
  { "diagnosis-presented", N_ ("Diagnosis presented"),
    N_ ("Owner groups of the base that were there when a diagnosis of the whole group was presented."),
    TRAMA_UNIT_SHARE, N_ ("owner group"), N_ ("owner groups"), PROGRAMME, { MONTHS (12) },
    trama_measure_diagnosis_presented },
  { "plan-steps-named", N_ ("Plan steps with a name"),
    N_ ("Steps of the plan with somebody named to do them."), TRAMA_UNIT_COUNT,
    N_ ("plan step with a name"), N_ ("plan steps with a name"), PROGRAMME, { { 0 } },
    trama_measure_plan_steps_named },
  { "plan-steps-done", N_ ("Due plan steps done"),
    N_ ("Of the steps due by their first agreed date, those that are done."), TRAMA_UNIT_SHARE,
    N_ ("due step"), N_ ("due steps"), PROGRAMME, { { 0 } }, trama_measure_plan_steps_done },
  { "plan-steps-due", N_ ("Plan steps due"),
    N_ ("Steps whose first agreed date lies in the window."), TRAMA_UNIT_COUNT, N_ ("step due"),
    N_ ("steps due"), PROGRAMME, { MONTHS (12) }, trama_measure_plan_steps_due },
  { "meetings-minuted", N_ ("Minuted meetings"),
    N_ ("Meetings with minutes at which at least half of the base was present."), TRAMA_UNIT_COUNT,
    N_ ("minuted meeting"), N_ ("minuted meetings"), PROGRAMME, { MONTHS (12) },
    trama_measure_meetings_minuted },
  { "meetings-by-members", N_ ("Meetings called and chaired by members"),
    N_ ("Of the minuted meetings, those that members called and chaired."), TRAMA_UNIT_COUNT,
    N_ ("called and chaired by members"), N_ ("called and chaired by members"), PROGRAMME,
    { MONTHS (12) }, trama_measure_meetings_by_members },
  { "rules-in-force", N_ ("Written rules or legal form"),
    N_ ("1 where the group has written rules or a legal form on the date."), TRAMA_UNIT_COUNT,
    N_ ("set of written rules"), N_ ("sets of written rules"), PROGRAMME, { { 0 } },
    trama_measure_rules_in_force },
  { "month-of-appointment", N_ ("Month after the manager’s appointment"),
    N_ ("1 from the day of the appointment, 0 before it."), TRAMA_UNIT_MONTHS,
    N_ ("month after the appointment"), N_ ("months after the appointment"), PROGRAMME, { { 0 } },
    trama_measure_month_of_appointment },
  { "manager-post-ended", N_ ("Manager’s post ended"),
    N_ ("1 where the manager’s post has ended by the date."), TRAMA_UNIT_COUNT, N_ ("post ended"),
    N_ ("posts ended"), PROGRAMME, { { 0 } }, trama_measure_post_ended },
  { "members-pay-share", N_ ("Share of the manager’s pay that members paid"),
    N_ ("Members’ cash over the last three whole months, all closed, over the manager’s pay due in them."),
    TRAMA_UNIT_SHARE_OF_MONEY, N_ ("of the pay due"), N_ ("of the pay due"), PROGRAMME, { { 0 } },
    trama_measure_members_pay_share },
  { "agreed-share", N_ ("Share agreed"),
    N_ ("The share of the manager’s pay that the firms agreed to pay by now. Without an agreement on record, this program’s example: a straight line from 30 % to 100 % from the 37th month."),
    TRAMA_UNIT_SHARE_OF_MONEY, N_ ("agreed"), N_ ("agreed"), PROGRAMME, { { 0 } },
    trama_measure_agreed_share },
  { "members-paying", N_ ("Members that paid"),
    N_ ("Owner groups of the base that paid cash toward the manager’s pay in the last three whole months."),
    TRAMA_UNIT_SHARE, N_ ("owner group"), N_ ("owner groups"), PROGRAMME, { { 0 } },
    trama_measure_members_paying },
  { "largest-payer-share", N_ ("Share of the largest payer"),
    N_ ("What the owner group that paid most paid of all members’ cash in the last three whole months."),
    TRAMA_UNIT_SHARE_OF_MONEY, N_ ("by the largest payer"), N_ ("by the largest payer"), PROGRAMME,
    { { 0 } }, trama_measure_largest_payer_share },
  { "outsiders-joined", N_ ("Outsiders that joined unasked"),
    N_ ("Owner groups from outside that joined unasked since the group was formed, by their own statement."),
    TRAMA_UNIT_COUNT, N_ ("outside owner group joined unasked"),
    N_ ("outside owner groups joined unasked"), PROGRAMME, { { 0 } },
    trama_measure_outsiders_joined },
  { "groups-naming-model", N_ ("Groups that name this one as their model"),
    N_ ("Other local groups that say so themselves, since the group was formed."), TRAMA_UNIT_COUNT,
    N_ ("group names it as its model"), N_ ("groups name it as their model"), PROGRAMME, { { 0 } },
    trama_measure_groups_naming_model },
  { "outside-adopters", N_ ("Non-members that adopted a practice"),
    N_ ("Non-members that adopted the group’s practice since it was formed, by their own statement."),
    TRAMA_UNIT_COUNT, N_ ("non-member adopted its practice"),
    N_ ("non-members adopted its practice"), PROGRAMME, { { 0 } },
    trama_measure_outside_adopters },
  { "member-ties", N_ ("New ties among members"),
    N_ ("Ties of the given kinds between members of different owner groups, begun since the group was formed and counting on the date."),
    TRAMA_UNIT_COUNT, N_ ("new tie among members"), N_ ("new ties among members"), PROGRAMME,
    { BITS (LINKAGE, "kind", "kinds") }, trama_measure_member_ties },
  { "indicators-improved", N_ ("Indicators above their baseline"),
    N_ ("Indicators of the given themes whose last observation is better than the baseline. Unknown where there is no such indicator."),
    TRAMA_UNIT_COUNT, N_ ("indicator above its baseline"), N_ ("indicators above their baseline"),
    PROGRAMME, { BITS (INDICATOR, "theme", "themes") }, trama_measure_indicators_improved },
  { "learning-share", N_ ("Learning among the joint actions"),
    N_ ("Of the joint actions marked static or learning, those marked learning."), TRAMA_UNIT_SHARE,
    N_ ("joint action"), N_ ("joint actions"), PROGRAMME, { MONTHS (12), PARTNERS (2) },
    trama_measure_learning_share },
  { "age-months", N_ ("Age"), N_ ("Whole months since the programme was formed."),
    TRAMA_UNIT_MONTHS, N_ ("month"), N_ ("months"), PROGRAMME, { { 0 } },
    trama_measure_age_months },
  { "members", N_ ("Members"), N_ ("Owner groups that are members on the date."), TRAMA_UNIT_COUNT,
    N_ ("owner group"), N_ ("owner groups"), PROGRAMME, { { 0 } }, trama_measure_members },
  { "members-connected", N_ ("Members that hold together"),
    N_ ("Members in the largest connected part of the members’ network, the manager included."),
    TRAMA_UNIT_SHARE, N_ ("member"), N_ ("members"), PROGRAMME, { { 0 } },
    trama_measure_members_connected },
  { "members-connected-without-broker", N_ ("Members that hold together without the manager"),
    N_ ("The same without the manager, agency staff and every tie that is only theirs: introduced by them, and no contact without them in 12 months."),
    TRAMA_UNIT_SHARE, N_ ("member"), N_ ("members"), PROGRAMME, { { 0 } },
    trama_measure_connected_without_broker },
  { "members-isolated-without-broker", N_ ("Members left alone without the manager"),
    N_ ("Members that are tied to no other member once the manager, agency staff and the ties only theirs are gone."),
    TRAMA_UNIT_COUNT, N_ ("member left alone"), N_ ("members left alone"), PROGRAMME, { { 0 } },
    trama_measure_isolated_without_broker },
  { "members-connected-without-largest-owner", N_ ("Members that hold together without the largest owner group"),
    N_ ("Members in the largest connected part once the owner group with most members is gone."),
    TRAMA_UNIT_SHARE, N_ ("member"), N_ ("members"), PROGRAMME, { { 0 } },
    trama_measure_connected_without_largest_owner },
  { "ties-only-hers", N_ ("Ties that hang on the manager alone"),
    N_ ("Of the ties among members, those that the manager or agency staff introduced and that had no contact without them in 12 months."),
    TRAMA_UNIT_SHARE, N_ ("tie"), N_ ("ties"), PROGRAMME, { { 0 } }, trama_measure_ties_only_hers },
  { "members-tied-outside", N_ ("Members with a tie outside the group"),
    N_ ("Members with a tie that counts to somebody outside the group who is not the manager, agency staff or their agency."),
    TRAMA_UNIT_SHARE, N_ ("member"), N_ ("members"), PROGRAMME, { { 0 } },
    trama_measure_members_tied_outside },
  { "actions-led-by-members", N_ ("Joint actions led by members"),
    N_ ("Of the joint actions of at least two owner groups whose leader is recorded, those that a member led."),
    TRAMA_UNIT_SHARE, N_ ("joint action"), N_ ("joint actions"), PROGRAMME,
    { MONTHS (12) }, trama_measure_actions_led_by_members },
  { "actions-repeated", N_ ("Joint actions with a repeated partner"),
    N_ ("Of the joint actions of the window, those in which two owner groups took part that had been together in an earlier one."),
    TRAMA_UNIT_SHARE, N_ ("joint action"), N_ ("joint actions"), PROGRAMME,
    { MONTHS (12) }, trama_measure_actions_repeated },
  { "actions-kept-up", N_ ("Joint actions against the time before"),
    N_ ("Joint actions of the window over those of the window of the same length before it."),
    TRAMA_UNIT_SHARE, N_ ("joint action before"), N_ ("joint actions before"), PROGRAMME,
    { MONTHS (12) }, trama_measure_actions_kept_up },
  { "members-dealing-alone", N_ ("Members that dealt without the manager"),
    N_ ("Owner groups of the base that dealt with an agency, an institution or a buyer in something that a member led."),
    TRAMA_UNIT_SHARE, N_ ("owner group"), N_ ("owner groups"), PROGRAMME,
    { MONTHS (12) }, trama_measure_members_dealing_alone },
  { "firms-reached", N_ ("Owner groups reached"),
    N_ ("Owner groups that took part in an activity, sent somebody to a course or used a service of the programme."),
    TRAMA_UNIT_COUNT, N_ ("owner group reached"), N_ ("owner groups reached"), PROGRAMME,
    { MONTHS (12) }, trama_measure_firms_reached },
  { "outreach", N_ ("Outreach"),
    N_ ("Owner groups reached over the firms of the cluster; a range where the number of firms is a band."),
    TRAMA_UNIT_SHARE, N_ ("firm of the cluster"), N_ ("firms of the cluster"), PROGRAMME,
    { MONTHS (12) }, trama_measure_outreach },
  { "cost-recovery", N_ ("Share of the cost that firms paid"),
    N_ ("What firms paid in cash over all that was paid in cash, by the ledger."),
    TRAMA_UNIT_SHARE_OF_MONEY, N_ ("of the cost"), N_ ("of the cost"), PROGRAMME,
    { MONTHS (12) }, trama_measure_cost_recovery },
  { "gate-passed", N_ ("Gate passed"),
    N_ ("1 where the decision to pass the gate is on record."),
    TRAMA_UNIT_COUNT, N_ ("gate passed"), N_ ("gates passed"), PROGRAMME,
    { BITS (GATE_DECISION, "gate", "gates") }, trama_measure_gate_passed },
  { "activities", N_ ("Activities"),
    N_ ("Activities of the given kinds."),
    TRAMA_UNIT_COUNT, N_ ("activity"), N_ ("activities"), PROGRAMME,
    { MONTHS (12), BITS (ACTIVITY, "kind", "kinds") }, trama_measure_activities },
  { "firm-certificates", N_ ("Own certificates"),
    N_ ("Certificates of the firm that were valid at some time in the window."),
    TRAMA_UNIT_COUNT, N_ ("certificate"), N_ ("certificates"), FIRM,
    { MONTHS (24) }, trama_measure_firm_certificates },
  { "firm-export-share", N_ ("Exported"),
    N_ ("The share of its output that the firm exports, by the latest reading of the window; a range where it is a band."),
    TRAMA_UNIT_SHARE_OF_MONEY, N_ ("of the output"), N_ ("of the output"), FIRM,
    { MONTHS (24) }, trama_measure_firm_export_share },
  { "firm-buyers", N_ ("Direct buyers"),
    N_ ("Ties of trade that count on the date with a buyer."),
    TRAMA_UNIT_COUNT, N_ ("direct buyer"), N_ ("direct buyers"), FIRM,
    { { 0 } }, trama_measure_firm_buyers },
  { "firm-sales-beyond", N_ ("Trade beyond the cluster"),
    N_ ("Ties of trade that count on the date with somebody outside the firm’s cluster."),
    TRAMA_UNIT_COUNT, N_ ("tie beyond the cluster"), N_ ("ties beyond the cluster"), FIRM,
    { { 0 } }, trama_measure_firm_sales_beyond },
  { "firm-knowledge-outside", N_ ("Ties of knowledge outside the cluster"),
    N_ ("Ties of information, co-operation or service that count on the date with somebody outside the firm’s cluster."),
    TRAMA_UNIT_COUNT, N_ ("tie of knowledge outside"), N_ ("ties of knowledge outside"), FIRM,
    { { 0 } }, trama_measure_firm_knowledge_outside },
  { "firm-innovations", N_ ("Innovations"),
    N_ ("Products that reached a prototype, a sample or the market in the window, and methods adopted in it and kept."),
    TRAMA_UNIT_COUNT, N_ ("innovation"), N_ ("innovations"), FIRM,
    { MONTHS (24) }, trama_measure_firm_innovations },
  { "firm-employment", N_ ("Employment"),
    N_ ("The people the firm employs, by the latest reading of the window."),
    TRAMA_UNIT_COUNT, N_ ("person"), N_ ("people"), FIRM,
    { MONTHS (36) }, trama_measure_firm_employment },
  { "firm-hired", N_ ("More people employed"),
    N_ ("1 where the last reading of the window shows more people than the first. Unknown without two readings."),
    TRAMA_UNIT_COUNT, N_ ("time that staff grew"), N_ ("times that staff grew"), FIRM,
    { MONTHS (36) }, trama_measure_firm_hired },
  { "supply-distance", N_ ("Steps from a lead firm"),
    N_ ("Steps along ties of supply and subcontracting, whichever way they were entered, to the nearest firm rated as a lead firm. Unknown where none is reached."),
    TRAMA_UNIT_COUNT, N_ ("step"), N_ ("steps"), FIRM,
    { { 0 } }, trama_measure_supply_distance },
  { "tests-utilisation", N_ ("Utilisation"),
    N_ ("Tests done of those that the capacity in force on the date allows."),
    TRAMA_UNIT_SHARE, N_ ("possible test"), N_ ("possible tests"), INSTITUTION,
    { MONTHS (12) }, trama_measure_tests_utilisation },
  { "fee-recovery", N_ ("Fees over running cost"),
    N_ ("What firms paid for tests over the running cost in force on the date."),
    TRAMA_UNIT_SHARE_OF_MONEY, N_ ("of the running cost"), N_ ("of the running cost"), INSTITUTION,
    { MONTHS (12) }, trama_measure_fee_recovery },
  { "tests-repeated", N_ ("Tests repeated"),
    N_ ("Of the tests of the window, those that repeat another."),
    TRAMA_UNIT_SHARE, N_ ("test"), N_ ("tests"), INSTITUTION,
    { MONTHS (12) }, trama_measure_tests_repeated },
  { "tests-on-time", N_ ("Results on time"),
    N_ ("Of the tests with a promise and a result, those whose result came by the day promised."),
    TRAMA_UNIT_SHARE, N_ ("test with a promise"), N_ ("tests with a promise"), INSTITUTION,
    { MONTHS (12) }, trama_measure_tests_on_time },
  { "test-days", N_ ("Days from sample to result"),
    N_ ("The median over the tests of the window whose result is out."),
    TRAMA_UNIT_COUNT, N_ ("day"), N_ ("days"), INSTITUTION,
    { MONTHS (12) }, trama_measure_test_days },
  { "test-kinds", N_ ("Kinds of test"),
    N_ ("Different kinds of test that were ordered."),
    TRAMA_UNIT_COUNT, N_ ("kind of test"), N_ ("kinds of test"), INSTITUTION,
    { MONTHS (12) }, trama_measure_test_kinds },
  { "test-clients-small", N_ ("Small firms among the clients"),
    N_ ("Owner groups among the clients whose firm employs fewer people than the given number. Open where that is not known."),
    TRAMA_UNIT_SHARE, N_ ("client"), N_ ("clients"), INSTITUTION,
    { MONTHS (12), { .id = "people", .label = N_ ("People"), .fallback = 50 } }, trama_measure_test_clients_small },
  { "shock-response-months", N_ ("Months until the first joint response"),
    N_ ("Whole months from the latest shock to the first act of at least three owner groups or of an association."),
    TRAMA_UNIT_MONTHS, N_ ("month"), N_ ("months"), CLUSTER,
    { { 0 } }, trama_measure_shock_response_months },
  { "shock-depth", N_ ("Sales after the shock"),
    N_ ("Sales in the twelve months after the latest shock over those in the twelve months before it, of firms known both times. Too early before a year has passed."),
    TRAMA_UNIT_SHARE_OF_MONEY, N_ ("of the sales before"), N_ ("of the sales before"), CLUSTER,
    { { 0 } }, trama_measure_shock_depth },
  { "shock-recovery", N_ ("Sales now against before the shock"),
    N_ ("Sales in the last twelve months over those in the twelve months before the latest shock, of firms known both times. Too early before two years have passed."),
    TRAMA_UNIT_SHARE_OF_MONEY, N_ ("of the sales before"), N_ ("of the sales before"), CLUSTER,
    { { 0 } }, trama_measure_shock_recovery },
  { "shock-closures", N_ ("Closures after the shock"),
    N_ ("Firms of the cluster that closed within so many months of the latest shock."),
    TRAMA_UNIT_COUNT, N_ ("firm closed"), N_ ("firms closed"), CLUSTER,
    { MONTHS (24) }, trama_measure_shock_closures },
  { "posts-top-three", N_ ("Posts held by the top three"),
    N_ ("Of the posts in associations that firms of the cluster hold on the date, those of the three owner groups that hold most."),
    TRAMA_UNIT_SHARE, N_ ("post"), N_ ("posts"), CLUSTER,
    { { 0 } }, trama_measure_posts_top_three },
  { "led-actions-top-three", N_ ("Actions led by the top three"),
    N_ ("Of the activities that firms of the cluster led, those of the three owner groups that led most."),
    TRAMA_UNIT_SHARE, N_ ("activity led"), N_ ("activities led"), CLUSTER,
    { MONTHS (12) }, trama_measure_led_actions_top_three },
  { "tests-top-three", N_ ("Tests ordered by the top three"),
    N_ ("Of the tests that firms of the cluster ordered, those of the three owner groups that ordered most."),
    TRAMA_UNIT_SHARE, N_ ("test"), N_ ("tests"), CLUSTER,
    { MONTHS (12) }, trama_measure_tests_top_three },
  { "training-top-three", N_ ("Training taken by the top three"),
    N_ ("Of the training of firms of the cluster, people by sessions, what the three owner groups took that took most."),
    TRAMA_UNIT_SHARE, N_ ("person and session"), N_ ("people and sessions"), CLUSTER,
    { MONTHS (12) }, trama_measure_training_top_three },
  { "firms-open", N_ ("Firms with a tie of knowledge outside"),
    N_ ("Of the firms of the cluster, those with at least one tie of information, co-operation or service that leads out of it."),
    TRAMA_UNIT_SHARE, N_ ("firm"), N_ ("firms"), CLUSTER,
    { { 0 } }, trama_measure_firms_open },
  { "organisation-importance", N_ ("Importance of organisations"),
    N_ ("The median over the activities that are co-ordinated, each rated from 1 to 5; those rated 0 are not."),
    TRAMA_UNIT_COUNT, N_ ("as the median rating"), N_ ("as the median rating"), CLUSTER,
    { { 0 } }, trama_measure_organisation_importance },
  { "cluster-activities", N_ ("Activities in the cluster"),
    N_ ("Activities of the given kinds of all programmes in the cluster."),
    TRAMA_UNIT_COUNT, N_ ("activity"), N_ ("activities"), CLUSTER,
    { MONTHS (36), BITS (ACTIVITY, "kind", "kinds") }, trama_measure_cluster_activities },
  { "cluster-courses", N_ ("Courses that groups of the cluster chose"),
    N_ ("Courses of all programmes in the cluster that the group chose, with a session in the window."),
    TRAMA_UNIT_COUNT, N_ ("course"), N_ ("courses"), CLUSTER,
    { MONTHS (36) }, trama_measure_cluster_courses },
};
/* clang-format on */

const char *
trama_unit_id (TramaUnit unit)
{
  static const char *const ids[] = { "count", "share", "share-of-money", "months" };

  g_return_val_if_fail ((guint) unit < G_N_ELEMENTS (ids), NULL);

  return ids[unit];
}

const TramaMeasure *
trama_measure_find (const char *id)
{
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (measures); i++)
    if (strcmp (measures[i].id, id) == 0)
      return &measures[i];
  return NULL;
}

guint
trama_measure_count (void)
{
  return G_N_ELEMENTS (measures);
}

const TramaMeasure *
trama_measure_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (measures), NULL);

  return &measures[index];
}

int
trama_measure_parameter (const TramaMeasure *measure, const char *id)
{
  g_return_val_if_fail (measure != NULL && id != NULL, -1);

  for (int i = 0; i < TRAMA_MAX_PARAMETERS; i++)
    if (g_strcmp0 (measure->parameters[i].id, id) == 0)
      return i;
  return -1;
}

TramaFigure *
trama_measure_compute (const TramaMeasure *measure, TramaContext *context, const gint64 *parameters)
{
  TramaFigure *figure = trama_figure_new (measure);

  measure->compute (context, parameters, figure);
  return figure;
}
