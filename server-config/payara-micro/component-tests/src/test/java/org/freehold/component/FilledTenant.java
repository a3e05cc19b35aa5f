package org.freehold.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.access.RoleAssignmentFields;
import org.freehold.access.RoleAssignments;
import org.freehold.access.RoleFields;
import org.freehold.access.Roles;
import org.freehold.access.policies.AccessPolicies;
import org.freehold.decisions.DecisionThingFields;
import org.freehold.decisions.DecisionThings;
import org.freehold.decisions.DecisionTypeFields;
import org.freehold.decisions.DecisionTypes;
import org.freehold.demo.SeedPart;
import org.freehold.demo.internal.DemoRepository;
import org.freehold.environments.Environments;
import org.freehold.files.FileContents;
import org.freehold.files.FileFields;
import org.freehold.files.FileName;
import org.freehold.files.FileUploads;
import org.freehold.files.UploadPermit;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.LogLevel;
import org.freehold.jobs.ScheduleFields;
import org.freehold.jobs.internal.JobRun;
import org.freehold.jobs.internal.JobRunLogLine;
import org.freehold.jobs.internal.JobRunRepository;
import org.freehold.jobs.internal.JobSchedule;
import org.freehold.jobs.internal.JobScheduleRepository;
import org.freehold.keys.ApiKeyFields;
import org.freehold.keys.ApiKeys;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.IdempotencyKey;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.projects.ProjectDetails;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.ProjectId;
import org.freehold.projects.Projects;
import org.freehold.projects.Stakeholder;
import org.freehold.projects.TaskFields;
import org.freehold.projects.TaskId;
import org.freehold.projects.Tasks;
import org.freehold.tenancy.TeamFields;
import org.freehold.tenancy.Teams;
import org.freehold.tenancy.WorkspaceFields;
import org.freehold.tenancy.WorkspaceMemberFields;
import org.freehold.tenancy.WorkspaceMembers;
import org.freehold.tenancy.Workspaces;

/** Fills every table of a tenant through the services. */
@ApplicationScoped
public class FilledTenant {
  private static final List<String> SENT =
      List.of(
          "insert into webhook_endpoint (tenant_id, id, url, events, timeout_seconds, status,"
              + " sealed_secret, created_at, updated_at, version) values (?1, gen_random_uuid(),"
              + " 'https://hooks.example/', '[\"*\"]', 30, 'paused', '', now(), now(), 1)",
          "insert into endpoint_health (tenant_id, endpoint_id) select tenant_id, id from webhook_endpoint"
              + " where tenant_id = ?1",
          "insert into webhook_event_type (tenant_id, id, type, description, schema_version, created_at,"
              + " updated_at, version) values (?1, gen_random_uuid(), 'order.paid', 'Paid', 1, now(), now(), 1)",
          "insert into delivery (tenant_id, id, message_id, endpoint_id, type, status, created_at)"
              + " select tenant_id, gen_random_uuid(), gen_random_uuid(), id, 'sample', 'skipped', now()"
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

  @Inject private Workspaces workspaces;
  @Inject private WorkspaceMembers workspaceMembers;
  @Inject private Teams teams;
  @Inject private AccessPolicies policies;
  @Inject private DecisionTypes types;
  @Inject private DecisionThings things;
  @Inject private Projects projects;
  @Inject private Tasks tasks;
  @Inject private JobRunRepository runs;
  @Inject private JobScheduleRepository schedules;
  @Inject private DemoRepository demo;
  @Inject private Transactions transactions;
  @Inject private FileUploads uploads;
  @Inject private FileContents contents;
  @Inject private ApiKeys keys;
  @Inject private Environments environments;
  @Inject private Roles roles;
  @Inject private RoleAssignments assignments;

  void fill(SampleTenant tenant) throws Exception {
    IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString(), new byte[32]);
    WorkspaceId workspace =
        CurrentCall.within(
            tenant.asOwner(key),
            () -> workspaces.create(new WorkspaceFields("only", "Only", null)).id());
    CurrentCall.within(
        tenant.asOwner(),
        () -> {
          fill(workspace, tenant.owner());
          addRole(tenant.owner());
          environments.list(new PageRequest(1, null, null));
          keys.create(new ApiKeyFields("Import", "viewer", null, null, null, null));
          transactions.run(
              em -> {
                addRun();
                SENT.forEach(insert -> insert(em, insert));
                addDemoData();
                return null;
              });
          return null;
        });
  }

  private static void insert(EntityManager em, String sql) {
    em.createNativeQuery(sql).setParameter(1, CurrentCall.tenantId().value()).executeUpdate();
  }

  private void addRole(UserId owner) {
    roles.create(
        new RoleFields("captain", null, null, List.of("viewer"), List.of("jobs:read"), null));
    assignments.create(new RoleAssignmentFields("captain", owner, null, null, null, null, null));
  }

  private void addRun() {
    TenantId tenant = CurrentCall.tenantId();
    JobRun run = new JobRun(CurrentCall.get(), "sample", "rows", Map.of(), Instant.now());
    runs.add(run);
    runs.advance(tenant, run.id(), 0, 1, Map.of("rows", 1L));
    runs.add(new JobRunLogLine(tenant, run.id(), LogLevel.INFO, "One row", Instant.now()));
    ScheduleFields nightly = new ScheduleFields("sample", "0 3 * * *", null, null, null);
    schedules.add(new JobSchedule(tenant, nightly, Instant.now()));
  }

  private void addDemoData() {
    TenantId tenant = CurrentCall.tenantId();
    JobRunId run = new JobRunId(UUID.randomUUID());
    demo.keepEpoch(tenant, Instant.now());
    demo.keepThing(tenant, "user", 0, UUID.randomUUID(), run);
    demo.addPart(tenant, run, new SeedPart(0, 1, 3, 8, 1, 0, 0));
  }

  private void fill(WorkspaceId workspace, UserId owner) {
    workspaceMembers.add(workspace, new WorkspaceMemberFields(owner, "member"));
    policies.create(PoliciesIT.fields("Nobody exports", null));
    types.save("record", new DecisionTypeFields(null, List.of("read")), null);
    things.save("record", "record-1", new DecisionThingFields(Map.of()), null);
    teams.create(new TeamFields("Crew", null, null, owner));
    ProjectDetails project = projects.create(project("Apollo", owner));
    TaskId task =
        tasks
            .create(
                project.id(),
                new TaskFields(project.id(), "Lift off", null, null, null, owner, null, null))
            .id();
    file(project.id(), task);
  }

  private void file(ProjectId project, TaskId task) {
    FileFields fields = new FileFields(new FileName("plan.txt"), null, project, task);
    UploadPermit permit = uploads.permit(project, 0);
    InputStream bytes = new ByteArrayInputStream(new byte[] {'u', 'p'});
    uploads.add(project, fields, contents.receive(permit, fields.name(), bytes));
  }

  static ProjectFields project(String name, UserId stakeholder) {
    return new ProjectFields(
        name,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(new Stakeholder(stakeholder, "sponsor")));
  }
}
