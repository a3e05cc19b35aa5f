package org.freehold.engine.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.engine.access.condition.Network;

/**
 * What conditions can ask of a thing beside its place and people. Null is unknown everywhere.
 *
 * @param externalId in place of the id, for things of somebody else's system
 * @param securityLevel one of {@link AccessAttributes#SECURITY_LEVELS}
 * @param allowedNetworks the only ones from which those without its admin permission see it; empty
 *     is everywhere
 * @param allowedEmailDomains the only ones whose people see it, in lower case; empty is all
 * @param properties further ones that a request brings along: texts, numbers, flags, sets of texts
 */
public record ResourceAttributes(
    String externalId,
    String status,
    String classification,
    String securityLevel,
    Set<String> tags,
    Boolean requiresApproval,
    List<Network> allowedNetworks,
    Set<String> allowedEmailDomains,
    Map<String, Object> properties) {

  public static final ResourceAttributes NONE = ofProperties(Map.of());

  public ResourceAttributes {
    tags = tags == null ? null : Set.copyOf(tags);
    allowedNetworks = List.copyOf(allowedNetworks);
    allowedEmailDomains = Set.copyOf(allowedEmailDomains);
    properties = Map.copyOf(properties);
  }

  public static ResourceAttributes ofProperties(Map<String, Object> properties) {
    return new ResourceAttributes(
        null, null, null, null, null, null, List.of(), Set.of(), properties);
  }

  /** Whether its own restrictions let a caller of this address and domain see it. */
  boolean admits(IpAddress address, String emailDomain) {
    if (!allowedEmailDomains.isEmpty()
        && (emailDomain == null || !allowedEmailDomains.contains(emailDomain))) {
      return false;
    }
    return allowedNetworks.isEmpty() || address != null && isAllowed(address);
  }

  private boolean isAllowed(IpAddress address) {
    // By index: an iterator would be garbage.
    for (int position = 0; position < allowedNetworks.size(); position++) {
      if (allowedNetworks.get(position).contains(address)) {
        return true;
      }
    }
    return false;
  }

  ResourceAttributes ofThingInside() {
    return new ResourceAttributes(
        null,
        null,
        classification,
        securityLevel,
        tags,
        requiresApproval,
        allowedNetworks,
        allowedEmailDomains,
        properties);
  }

  ResourceAttributes unrestricted() {
    return new ResourceAttributes(
        externalId,
        status,
        classification,
        securityLevel,
        tags,
        requiresApproval,
        List.of(),
        Set.of(),
        properties);
  }
}
