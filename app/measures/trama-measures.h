/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trama-measure.h"

G_BEGIN_DECLS

/* What the registry names. The parameters' order is that of the registry's table. */
#define MEASURE(name) \
  void trama_measure_##name (TramaContext *context, const gint64 *parameters, TramaFigure *figure)

MEASURE (joint_actions);
MEASURE (joint_sales);
MEASURE (joint_products);
MEASURE (indicators_improved);
MEASURE (methods_adopted);
MEASURE (shared_machine_users);
MEASURE (members_trained);
MEASURE (standard_steps);
MEASURE (certificates_on_route);
MEASURE (service_users);
MEASURE (joint_finance_users);
MEASURE (diagnosis_presented);
MEASURE (plan_steps_named);
MEASURE (plan_steps_done);
MEASURE (plan_steps_due);
MEASURE (meetings_minuted);
MEASURE (meetings_by_members);
MEASURE (rules_in_force);
MEASURE (month_of_appointment);
MEASURE (post_ended);
MEASURE (members_pay_share);
MEASURE (agreed_share);
MEASURE (members_paying);
MEASURE (largest_payer_share);
MEASURE (outsiders_joined);
MEASURE (groups_naming_model);
MEASURE (outside_adopters);
MEASURE (member_ties);
MEASURE (learning_share);
MEASURE (age_months);
MEASURE (members);
MEASURE (members_connected);
MEASURE (connected_without_broker);
MEASURE (isolated_without_broker);
MEASURE (ties_only_hers);
MEASURE (connected_without_largest_owner);
MEASURE (members_tied_outside);
MEASURE (actions_led_by_members);
MEASURE (actions_repeated);
MEASURE (actions_kept_up);
MEASURE (members_dealing_alone);
MEASURE (firms_reached);
MEASURE (outreach);
MEASURE (cost_recovery);
MEASURE (gate_passed);
MEASURE (activities);
MEASURE (firm_certificates);
MEASURE (firm_export_share);
MEASURE (firm_buyers);
MEASURE (firm_sales_beyond);
MEASURE (firm_knowledge_outside);
MEASURE (firm_innovations);
MEASURE (firm_employment);
MEASURE (firm_hired);
MEASURE (supply_distance);
MEASURE (tests_utilisation);
MEASURE (fee_recovery);
MEASURE (tests_repeated);
MEASURE (tests_on_time);
MEASURE (test_days);
MEASURE (test_kinds);
MEASURE (test_clients_small);
MEASURE (shock_response_months);
MEASURE (shock_depth);
MEASURE (shock_recovery);
MEASURE (shock_closures);
MEASURE (posts_top_three);
MEASURE (led_actions_top_three);
MEASURE (tests_top_three);
MEASURE (training_top_three);
MEASURE (firms_open);
MEASURE (organisation_importance);
MEASURE (cluster_activities);
MEASURE (cluster_courses);

#undef MEASURE

G_END_DECLS
