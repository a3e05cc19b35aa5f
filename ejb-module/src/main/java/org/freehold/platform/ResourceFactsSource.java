package org.freehold.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.ResourceFacts;

/** A feature's answer to what the access decision must know of one of its things. Found by CDI. */
public interface ResourceFactsSource {
  /** The resource type as in {@link On}: {@code project}. */
  String resourceType();

  /** The resource of its permissions: {@code projects}. */
  String permissionResource();

  /**
   * Whether every list of the resource leaves out in its query what the caller may not see. Where
   * that is so, a rule that looks at single things does not keep anybody from asking for the list.
   */
  default boolean listsByScope() {
    return false;
  }

  /** Empty when the tenant has no such thing. */
  Optional<ResourceFacts> factsOf(TenantId tenant, UUID id);

  /** The same of many by their ids, without those that there are not; in a few statements. */
  default Map<UUID, ResourceFacts> factsOf(TenantId tenant, Set<UUID> ids) {
    Map<UUID, ResourceFacts> found = new HashMap<>();
    ids.forEach(id -> factsOf(tenant, id).ifPresent(facts -> found.put(id, facts)));
    return found;
  }

  /**
   * Of the tenant's things by id, for searches; none of what is no thing by itself.
   *
   * @param after the id behind which they begin; null for the first
   */
  default List<ResourceFacts> factsAfter(TenantId tenant, UUID after, int most) {
    return List.of();
  }
}
