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

/** Fills every table of a tenant: through the services, and the rest with {@link FilledRows}. */
@ApplicationScoped
public class FilledTenant {
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
                FilledRows.INSERTS.forEach(insert -> insert(em, insert));
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
