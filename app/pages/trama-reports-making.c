/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trama-reports-making.h"

void
trama_reports_order_copy (TramaReportsOrder *to, const TramaReportsOrder *from)
{
  *to = *from;
  trama_version_ref (to->version);
  trama_report_template_ref (to->template);
}

void
trama_reports_order_clear (TramaReportsOrder *order)
{
  g_clear_pointer (&order->version, trama_version_unref);
  g_clear_pointer (&order->template, trama_report_template_unref);
}

gboolean
trama_reports_order_equal (const TramaReportsOrder *a, const TramaReportsOrder *b)
{
  return a->version == b->version && a->template == b->template
         && trama_id_equal (a->programme, b->programme) && a->as_of == b->as_of
         && a->paper == b->paper && a->audience == b->audience;
}

static void
order_free (TramaReportsOrder *order)
{
  trama_reports_order_clear (order);
  g_free (order);
}

static void
make (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const TramaReportsOrder *order = data;
  TramaReportOptions options = { .paper = order->paper, .audience = order->audience };
  GError *error = NULL;
  TramaReport *report = trama_report_new (order->version, order->template, order->programme,
                                          order->as_of, &options, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) trama_report_unref);
  else
    g_task_return_error (task, error);
}

void
trama_reports_make_async (const TramaReportsOrder *order, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  TramaReportsOrder *copy = g_new0 (TramaReportsOrder, 1);

  trama_reports_order_copy (copy, order);
  g_task_set_task_data (task, copy, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, make);
}

TramaReport *
trama_reports_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
