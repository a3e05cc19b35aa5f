package org.freehold.environments;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.freehold.environments.internal.DefaultEnvironments;
import org.freehold.environments.internal.DropWork;
import org.freehold.environments.internal.Environment;
import org.freehold.environments.internal.EnvironmentChecks;
import org.freehold.environments.internal.EnvironmentMeter;
import org.freehold.environments.internal.EnvironmentRepository;
import org.freehold.environments.internal.Neighbours;
import org.freehold.identity.Sealing;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.On;
import org.freehold.platform.OnNew;
import org.freehold.platform.Page;
import org.freehold.platform.Quotas;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.Stale;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.VisibleProjects;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.work.WorkQueue;
import org.freehold.projects.ProjectId;

/** The environments of the tenant and of the projects that the caller may see. */
@Stateless
@Guarded
public class Environments {
  private static final String ENVIRONMENT = "environment";

  @Inject private EnvironmentRepository environments;
  @Inject private DefaultEnvironments defaults;
  @Inject @Any private Instance<EnvironmentUse> uses;
  @Inject private VisibleProjects projects;
  @Inject private Sealing sealing;
  @Inject private Quotas quotas;
  @Inject private WorkQueue work;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * Whether the caller may make it, and it can be one. Answers the address that {@link
   * EnvironmentChanges} looks up first; null for none.
   */
  @RequiresPermission("environments:admin")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public String permitCreation(
      @On("project") @OnNew("environment") ProjectId project, EnvironmentFields wished) {
    return EnvironmentChecks.check(wished, null);
  }

  /** In the project, which must be the one that the fields name; null for one of the tenant. */
  @RequiresPermission("environments:admin")
  @Audited(value = "environment.created", complianceRelevant = true)
  public EnvironmentDetails create(
      @On("project") @OnNew("environment") ProjectId project,
      EnvironmentFields wished,
      LookedUpAddress address) {
    if (!Objects.equals(project, wished.projectId())) {
      throw new IllegalArgumentException("The fields name another project than " + project);
    }
    TenantId tenant = CurrentCall.tenantId();
    defaults.ensure();
    quotas.take(EnvironmentMeter.METER, 1);
    Neighbours neighbours = new Neighbours(environments.set(tenant, project));
    EnvironmentFields fields = neighbours.positioned(wished);
    address.require(EnvironmentChecks.check(fields, null));
    neighbours.requireFree(fields, null);
    Environment environment = new Environment(tenant, fields, false, clock.instant());
    seal(environment, fields.target());
    environments.add(environment);
    told(environment, null);
    events.fire(
        new EnvironmentEvents.Created(
            environment.id(), environment.name(), project, environment.position()));
    return environment.details();
  }

  @RequiresPermission("environments:read")
  public Page<EnvironmentDetails> list(PageRequest page) {
    defaults.ensure();
    return environments.list(CurrentCall.tenantId(), null, visible(), page);
  }

  /** The project's own ones. */
  @RequiresPermission("environments:read")
  public Page<EnvironmentDetails> listIn(@On("project") ProjectId project, PageRequest page) {
    return environments.list(CurrentCall.tenantId(), project, visible(), page);
  }

  @RequiresPermission("environments:read")
  public EnvironmentDetails details(@On("environment") EnvironmentId id) {
    return find(id).details();
  }

  /**
   * Whether the caller may change it, and it can be that. Answers the address that {@link
   * EnvironmentChanges} looks up first; null for none.
   */
  @RequiresPermission("environments:admin")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public String permitChange(
      @On("environment") EnvironmentId id, UnaryOperator<EnvironmentFields> change) {
    EnvironmentFields before = find(id).fields();
    return EnvironmentChecks.check(change.apply(before), before.target());
  }

  /** {@code expectedVersion} null: whatever is there. */
  @RequiresPermission("environments:admin")
  @Audited(value = "environment.updated", complianceRelevant = true)
  public EnvironmentDetails change(
      @On("environment") EnvironmentId id,
      UnaryOperator<EnvironmentFields> change,
      Long expectedVersion,
      LookedUpAddress address) {
    Environment environment = find(id, expectedVersion);
    EnvironmentFields before = environment.fields();
    Neighbours neighbours =
        new Neighbours(environments.set(CurrentCall.tenantId(), environment.projectId()));
    EnvironmentFields after = neighbours.positioned(change.apply(before));
    address.require(EnvironmentChecks.check(after, before.target()));
    neighbours.requireFree(after, environment);
    if (!after.target().told().equals(before.target().told()) && isUsed(environment)) {
      throw new Conflict(
          "environment_in_use",
          "Releases were planned for this target, or deployed to it.",
          "Make another environment for the other database.");
    }
    environment.change(after, clock.instant());
    seal(environment, after.target());
    environments.flush();
    told(environment, before);
    return environment.details();
  }

  /** Removes one that nothing was ever deployed to; a managed schema goes soon after the commit. */
  @RequiresPermission("environments:admin")
  @Audited(value = "environment.deleted", complianceRelevant = true)
  public void delete(@On("environment") EnvironmentId id) {
    Environment environment = find(id);
    if (environment.isBuiltIn()) {
      throw new Conflict(
          "environment_built_in",
          "dev, staging and production belong to every tenant.",
          "Delete environments that you made yourself.");
    }
    if (isUsed(environment)) {
      throw new Conflict(
          "environment_in_use",
          "The environment has deployments, and these stay on record.",
          "Change it instead, or leave it as it is.");
    }
    changes
        .about(ENVIRONMENT, id.value())
        .inProject(project(environment))
        .before(environment.details());
    environments.remove(environment);
    work.schedule(DropWork.KIND, CurrentCall.tenantId(), id.value(), clock.instant());
  }

  private boolean isUsed(Environment environment) {
    TenantId tenant = CurrentCall.tenantId();
    return environment.wasDeployed()
        || uses.stream().anyMatch(use -> use.uses(tenant, environment.id()));
  }

  /** What was found when somebody last looked. */
  @RequiresPermission("environments:read")
  public EnvironmentDrift drift(@On("environment") EnvironmentId id) {
    return find(id).drift();
  }

  /** Whether the caller may have the environment looked at; {@link EnvironmentTargets} does it. */
  @RequiresPermission("environments:write")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public void permitCheck(@On("environment") EnvironmentId id) {
    find(id);
  }

  /** Keeps what was found; {@code begun} is the moment before it was read. */
  @RequiresPermission("environments:write")
  @Audited("environment.drift_checked")
  public EnvironmentDrift checked(
      @On("environment") EnvironmentId id, TargetState state, Instant begun) {
    Environment environment = find(id);
    changes.about(ENVIRONMENT, id.value()).inProject(project(environment));
    return keep(environment, state, begun);
  }

  /** Keeps what the nightly look found; {@code begun} is the moment before it was read. */
  @SystemCall
  @NotAudited(
      "What is found of itself is told as environment.drifted; a check that somebody asks for is on record.")
  public EnvironmentDrift found(EnvironmentId id, TargetState state, Instant begun) {
    return keep(find(id), state, begun);
  }

  private EnvironmentDrift keep(Environment environment, TargetState state, Instant begun) {
    if (isOld(environment, begun)) {
      return environment.drift();
    }
    if (environment.checked(state, clock.instant())) {
      EnvironmentDrift drift = environment.drift();
      events.fire(
          new EnvironmentEvents.Drifted(
              environment.id(),
              environment.name(),
              environment.projectId(),
              drift.differences().size()));
    }
    environments.flush();
    return environment.drift();
  }

  /** A release was, or is, at work since: what was read may be neither the old nor the new. */
  private boolean isOld(Environment environment, Instant begun) {
    TenantId tenant = CurrentCall.tenantId();
    return environment.wasDeployedSince(begun)
        || uses.stream().anyMatch(use -> use.changes(tenant, environment.id(), begun));
  }

  private void seal(Environment environment, TargetFields target) {
    if (target.password() != null) {
      environment.sealed(
          sealing.seal(environment.purpose(), target.password().getBytes(StandardCharsets.UTF_8)));
    }
  }

  private void told(Environment environment, EnvironmentFields before) {
    EnvironmentFields after = environment.fields();
    changes
        .about(ENVIRONMENT, environment.id().value())
        .inProject(project(environment))
        .before(before)
        .after(after);
  }

  private static UUID project(Environment environment) {
    return environment.projectId() == null ? null : environment.projectId().value();
  }

  private Condition visible() {
    return projects.ofThings("environments", "e.projectId", "e.id");
  }

  private Environment find(EnvironmentId id, Long expectedVersion) {
    Environment environment = find(id);
    if (expectedVersion != null && expectedVersion != environment.version()) {
      throw new Stale();
    }
    return environment;
  }

  private Environment find(EnvironmentId id) {
    return environments
        .byId(CurrentCall.tenantId(), id)
        .orElseThrow(() -> new NotFound(ENVIRONMENT));
  }
}
