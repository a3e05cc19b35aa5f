package org.freehold.market;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.freehold.access.RoleDetails;
import org.freehold.access.RoleFields;
import org.freehold.access.RoleFilter;
import org.freehold.access.Roles;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.flags.FlagDetails;
import org.freehold.flags.FlagFields;
import org.freehold.flags.FlagFilter;
import org.freehold.flags.Flags;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.Page;
import org.freehold.platform.SystemCall;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.releases.DeploymentDetails;
import org.freehold.releases.DeploymentStatus;
import org.freehold.releases.Deployments;
import org.freehold.releases.ReleaseId;
import org.freehold.webhooks.EventTypeFields;
import org.freehold.webhooks.EventTypes;

/** What there is in a tenant now of what a newer version of its template could change. */
@Stateless
@Guarded
@NotAudited("It only reads.")
public class LiveThings {
  @Inject private Roles roles;
  @Inject private Flags flags;
  @Inject private EventTypes types;
  @Inject private EnvironmentDirectory environments;
  @Inject private Deployments deployments;

  /** The tenant's own roles, its flags, and the types of events of its own. */
  public record Live(
      List<RoleFields> roles, List<FlagFields> flags, List<EventTypeFields> eventTypes) {}

  @SystemCall
  public Live live() {
    RoleFilter own = new RoleFilter(false, null);
    FlagFilter each = new FlagFilter(null, null);
    return new Live(
        all(page -> roles.list(own, page)).map(LiveThings::fields).toList(),
        all(page -> flags.list(each, page)).map(LiveThings::fields).toList(),
        types.own());
  }

  /** Whether the release is in the last environment, or was until a newer one came. */
  @SystemCall
  public boolean isInPlace(ReleaseId release) {
    List<EnvironmentDetails> all = environments.inOrder(null);
    String last = all.get(all.size() - 1).name();
    return deployments.of(release, last, pageAfter(null)).items().stream()
        .map(DeploymentDetails::status)
        .anyMatch(status -> status.isInPlace() || status == DeploymentStatus.SUPERSEDED);
  }

  private static <T> Stream<T> all(Function<PageRequest, Page<T>> list) {
    return Stream.iterate(
            list.apply(pageAfter(null)),
            Objects::nonNull,
            page -> page.next() == null ? null : list.apply(pageAfter(page.next())))
        .flatMap(page -> page.items().stream());
  }

  private static PageRequest pageAfter(String cursor) {
    return new PageRequest(PageRequest.MOST, cursor, null);
  }

  private static RoleFields fields(RoleDetails role) {
    return new RoleFields(
        role.name(),
        role.description(),
        role.workspaceId(),
        role.parents(),
        role.grants(),
        role.denies());
  }

  private static FlagFields fields(FlagDetails flag) {
    return new FlagFields(
        flag.key(),
        flag.name(),
        flag.description(),
        flag.type(),
        flag.variants(),
        flag.offVariant(),
        flag.enabled(),
        flag.bucketBy(),
        flag.rolloutGroup(),
        flag.prerequisites(),
        flag.rules(),
        flag.otherwise(),
        flag.environments(),
        null);
  }
}
