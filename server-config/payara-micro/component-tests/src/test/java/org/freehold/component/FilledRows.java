package org.freehold.component;

import java.util.List;

/** A row for each table that no single call of a service fills. */
final class FilledRows {
  /** Each for the tenant of its only parameter. */
  static final List<String> INSERTS =
      List.of(
          "insert into webhook_endpoint (tenant_id, id, url, events, timeout_seconds, status,"
              + " sealed_secret, created_at, updated_at, version) values (?1, gen_random_uuid(),"
              + " 'https://hooks.example/', '[\"*\"]', 30, 'paused', '', now(), now(), 1)",
          "insert into endpoint_health (tenant_id, endpoint_id) select tenant_id, id from webhook_endpoint"
              + " where tenant_id = ?1",
          "insert into webhook_event_type (tenant_id, id, type, description, schema_version, created_at,"
              + " updated_at, version) values (?1, gen_random_uuid(), 'order.paid', 'Paid', 1, now(), now(), 1)",
          "insert into delivery (tenant_id, id, message_id, endpoint_id, type, status, reason, created_at)"
              + " select tenant_id, gen_random_uuid(), gen_random_uuid(), id, 'sample', 'skipped', 'endpoint_paused', now()"
              + " from webhook_endpoint where tenant_id = ?1",
          "insert into delivery_attempt (tenant_id, id, delivery_id, attempted_at, duration_ms, node)"
              + " select tenant_id, gen_random_uuid(), id, now(), 1, 'sample' from delivery"
              + " where tenant_id = ?1",
          "insert into alert_cursor (tenant_id, next_position) values (?1, 0) on conflict do nothing",
          "insert into alert_rule_set (tenant_id, rules, updated_at, version) values (?1, '{}', now(), 1)",
          "insert into alert_trace (tenant_id, id, rule, subject, kind, times, seen, last_at) values (?1,"
              + " gen_random_uuid(), 'refusals', 'USER:sample', 'burst', '[]', 1, now())",
          "insert into security_alert (tenant_id, id, rule, severity, subject_type, subject_id, summary, status,"
              + " count, first_at, last_at, first_event_id, last_event_id, told_at, version) values (?1,"
              + " gen_random_uuid(), 'refusals', 'WARNING', 'system', 'sample', 'Sample', 'open', 1, now(), now(),"
              + " gen_random_uuid(), gen_random_uuid(), now(), 1)",
          "insert into forwarding_destination (tenant_id, id, name, kind, address, status, next_position,"
              + " created_at, updated_at, version) values (?1, gen_random_uuid(), 'Sample', 'https',"
              + " 'https://siem.example/', 'paused', 0, now(), now(), 1)",
          "insert into mail (tenant_id, id, user_id, subject, content, status, created_at, version)"
              + " values (?1, gen_random_uuid(), gen_random_uuid(), 'Sample', '{}', 'queued', now(), 1)",
          "insert into audit_own_event (tenant_id, own_id, event_id, content_hash, recorded_at) values (?1,"
              + " 'own', gen_random_uuid(), sha256(''), now())",
          "insert into audit_checkpoint (tenant_id, size, root, note, signed_at) values (?1, 0,"
              + " sha256(''), 'sample', now())",
          "insert into compliance_report (tenant_id, id, framework, period_from, period_to, run_id, created_at,"
              + " consistency, damage, damaged, version) values (?1, gen_random_uuid(), 'SOC2',"
              + " now() - interval '1 day', now(), gen_random_uuid(), now(), '[]', '[]', 0, 1)",
          "insert into compliance_answer (tenant_id, report_id, question, ordinal)"
              + " select tenant_id, id, 'Q01', 0 from compliance_report where tenant_id = ?1",
          "insert into webhook_replay (tenant_id, id, kind, statuses, rate_per_minute, status, total, made,"
              + " all_made, created_at, stepped_at, version) values (?1, gen_random_uuid(), 'many',"
              + " '[\"exhausted\"]', 600, 'completed', 0, 0, true, now(), now(), 1)",
          "insert into webhook_ledger_check (tenant_id, checked_at, suspected, findings, seen, day, day_created)"
              + " values (?1, now(), '[]', '[]', '[]', current_date, 0)",
          "insert into api_key_use (tenant_id, key_id, day, requests)"
              + " select tenant_id, id, current_date, 1 from api_key where tenant_id = ?1",
          "insert into metric_day (tenant_id, metric, day, value, computed_at) values (?1, 'api_calls',"
              + " current_date, 1, now())",
          "insert into usage_counter (tenant_id, meter, day, shard, used) values (?1, 'api_calls',"
              + " current_date, 0, 1)",
          "insert into retention_policy (tenant_id, id, data_class, days, requires_approval, updated_at, version)"
              + " values (?1, gen_random_uuid(), 'job_runs', 30, false, now(), 1)",
          "insert into audit_certificate (tenant_id, event_id, leaf) values (?1, gen_random_uuid(), '{}')",
          "insert into audit_removed (tenant_id, first_place, behind, event_id)"
              + " select tenant_id, 1000000, 1000001, event_id from audit_certificate where tenant_id = ?1",
          "insert into retention_plan (tenant_id, id, data_class, month, events, held, days, status, removed,"
              + " created_at, version) values (?1, gen_random_uuid(), 'audit_events', '2019-03-01', 1, 0, 2557,"
              + " 'rejected', 0, now(), 1)",
          "insert into retention_archive (tenant_id, id, plan_id, first_place, behind, places, events, status,"
              + " created_at, version) select tenant_id, gen_random_uuid(), id, 0, 1, '[]', 1, 'planned', now(), 1"
              + " from retention_plan where tenant_id = ?1",
          "insert into legal_hold (tenant_id, id, name, reason, placed_by, placed_at, version)"
              + " values (?1, gen_random_uuid(), 'Case', 'A case', gen_random_uuid(), now(), 1)",
          "insert into quota_notice (tenant_id, meter, month, threshold, noted_at) values (?1,"
              + " 'projects', current_date, 80, now())",
          "insert into subscription (tenant_id, updated_at, version) values (?1, now(), 1)"
              + " on conflict do nothing",
          "insert into invoice (tenant_id, id, number, issued_at, currency, total_minor, lines) values (?1,"
              + " gen_random_uuid(), 1000, now(), 'USD', 2900, '[]')",
          "insert into stripe_account (tenant_id, customer_id, updated_at, version) values (?1,"
              + " 'cus_filled', now(), 1)",
          "insert into stripe_invoice (tenant_id, stripe_id, invoice_id, status, updated_at)"
              + " values (?1, 'in_1', gen_random_uuid(), 'paid', now())",
          "insert into release (tenant_id, id, ref, semver, name, status, external, created_at, updated_at, version)"
              + " values (?1, gen_random_uuid(), 'rel_20260115_1200', '1.0.0', 'Orders', 'prepared', false, now(), now(), 1)",
          "insert into deployment (tenant_id, id, release_id, environment_id, environment, status, plan, manifest,"
              + " manifest_digest, findings, findings_info, findings_warning, findings_error, approvals_given,"
              + " approvals_required, steps_done, steps_total, planned_at, created_at, updated_at, version)"
              + " select r.tenant_id, gen_random_uuid(), r.id, e.id, 'dev', 'planned', '[]', '{}',"
              + " 'sha256:' || repeat('0', 64), '[]', 0, 0, 0, 0, 0, 0, 0, now(), now(), now(), 1 from release r"
              + " join environment e on e.tenant_id = r.tenant_id where r.tenant_id = ?1 order by e.id limit 1",
          "insert into deployment_log (tenant_id, id, deployment_id, at, level, message)"
              + " select tenant_id, gen_random_uuid(), id, now(), 'info', 'Planned' from deployment"
              + " where tenant_id = ?1",
          "insert into approver_key (tenant_id, id, user_id, name, algorithm, key_id, spki, created_at)"
              + " select tenant_id, gen_random_uuid(), user_id, 'Laptop', 'ed25519', repeat('0', 64),"
              + " '', now() from membership where tenant_id = ?1 limit 1",
          "insert into release_approval (tenant_id, id, deployment_id, user_id, decision,"
              + " manifest_digest, key_id, envelope, at) select d.tenant_id, gen_random_uuid(), d.id,"
              + " k.user_id, 'approved', d.manifest_digest, k.id, '{}', now() from deployment d"
              + " join approver_key k on k.tenant_id = d.tenant_id where d.tenant_id = ?1",
          "insert into deployment_gate (tenant_id, deployment_id, gate, outcome, evidence, at)"
              + " select tenant_id, id, 'freeze', 'passed', '{}', now() from deployment"
              + " where tenant_id = ?1",
          "insert into tenant_page (tenant_id, id, key, title, path, position, content, created_at, updated_at, version)"
              + " values (?1, gen_random_uuid(), 'help', 'Help', '/help', 90, '{\"sections\":[]}', now(), now(), 1)",
          "insert into template_use (tenant_id, id, run_id, template_id, template_version, template_digest,"
              + " made_tenant_id, tenant_slug, answers, blueprint, plans, status, created_at, version)"
              + " values (?1, gen_random_uuid(), gen_random_uuid(), 'small-team', '1.0.0', 'sha256:0', ?1, 'sample',"
              + " '{}', '{}', '{}', 'made', now(), 1)",
          "insert into template_use_item (tenant_id, use_id, kind, key, href, outcome, at)"
              + " select tenant_id, id, 'tenant', 'sample', '/api/tenants/sample', 'made', now()"
              + " from template_use where tenant_id = ?1",
          "insert into template_upgrade (tenant_id, id, use_id, template_version, template_digest, answers, blueprint,"
              + " prepared_at, version) select tenant_id, gen_random_uuid(), id, '1.1.0', 'sha256:1', '{}', '{}', now(), 1"
              + " from template_use where tenant_id = ?1",
          "insert into flag (tenant_id, id, key, type, enabled, document, created_at, updated_at, version)"
              + " values (?1, gen_random_uuid(), 'new-checkout', 'boolean', true, '{}', now(), now(), 1)",
          "insert into flag_segment (tenant_id, id, key, document, created_at, updated_at, version)"
              + " values (?1, gen_random_uuid(), 'beta-testers', '{}', now(), now(), 1)",
          "insert into flag_history (tenant_id, id, flag_key, change, after, actor_type, at)"
              + " select tenant_id, gen_random_uuid(), key, 'created', document, 'system', now() from flag"
              + " where tenant_id = ?1",
          "insert into flag_schedule (tenant_id, id, flag_id, due_at, patch, status, actor_type, created_at, version)"
              + " select tenant_id, gen_random_uuid(), id, now(), '{}', 'done', 'system', now(), 1 from flag"
              + " where tenant_id = ?1");

  private FilledRows() {}
}
