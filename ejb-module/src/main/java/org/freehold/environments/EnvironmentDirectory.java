package org.freehold.environments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.freehold.environments.internal.DefaultEnvironments;
import org.freehold.environments.internal.Environment;
import org.freehold.environments.internal.EnvironmentRepository;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EnvironmentName;
import org.freehold.platform.NotFound;
import org.freehold.projects.ProjectId;

/**
 * Environments for features that have asked for their own permissions. Needs a running transaction
 * of the tenant.
 */
@ApplicationScoped
public class EnvironmentDirectory {
  @Inject private EnvironmentRepository environments;
  @Inject private DefaultEnvironments defaults;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  public Optional<EnvironmentDetails> find(EnvironmentId id) {
    return environments.byId(CurrentCall.tenantId(), id).map(Environment::details);
  }

  /**
   * By name, alias or id: one of the project's own, else one of the tenant's.
   *
   * @param project null for none
   */
  public Optional<EnvironmentDetails> named(String nameOrAlias, ProjectId project) {
    defaults.ensure();
    return environments
        .named(CurrentCall.tenantId(), EnvironmentName.canonical(nameOrAlias), project)
        .map(Environment::details);
  }

  /**
   * Those that a release goes through, in their order: the project's own when it has any, else the
   * tenant's.
   *
   * @param project null for none
   */
  public List<EnvironmentDetails> inOrder(ProjectId project) {
    defaults.ensure();
    return environments.inOrder(CurrentCall.tenantId(), project).stream()
        .map(Environment::details)
        .toList();
  }

  /** Those of the same set as this one, in their order. */
  public List<EnvironmentDetails> besides(EnvironmentId id) {
    Environment one = require(id);
    return environments.set(CurrentCall.tenantId(), one.projectId()).stream()
        .map(Environment::details)
        .toList();
  }

  /** A release left the environment like this. */
  public EnvironmentDetails deployed(EnvironmentId id, TargetState state, String release) {
    Environment environment = require(id);
    environment.deployed(state, clock.instant());
    environments.flush();
    events.fire(
        new EnvironmentEvents.Deployed(
            id, environment.name(), environment.projectId(), release, state.fingerprint()));
    return environment.details();
  }

  private Environment require(EnvironmentId id) {
    return environments
        .byId(CurrentCall.tenantId(), id)
        .orElseThrow(() -> new NotFound("environment"));
  }
}
