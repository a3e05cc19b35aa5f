package org.freehold.access.internal;

import org.freehold.platform.TenantId;

/** Whose state it is, and of what. */
record StateKey(TenantId tenant, Matter matter) {
  /** What has states, each in a table of its own. */
  enum Matter {
    ACCESS,
    FLAGS
  }

  static StateKey access(TenantId tenant) {
    return new StateKey(tenant, Matter.ACCESS);
  }

  static StateKey flags(TenantId tenant) {
    return new StateKey(tenant, Matter.FLAGS);
  }
}
