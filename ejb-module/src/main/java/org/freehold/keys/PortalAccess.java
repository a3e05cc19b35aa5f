package org.freehold.keys;

import java.util.List;

/** What visitors of a portal may do with the webhooks. */
public enum PortalAccess {
  READ(List.of("webhooks:read")),
  WRITE(List.of("webhooks:read", "webhooks:write"));

  private final List<String> permissions;

  PortalAccess(List<String> permissions) {
    this.permissions = permissions;
  }

  public List<String> permissions() {
    return permissions;
  }

  /** The most that these permissions give. */
  public static PortalAccess of(List<String> permissions) {
    return permissions.containsAll(WRITE.permissions) ? WRITE : READ;
  }
}
