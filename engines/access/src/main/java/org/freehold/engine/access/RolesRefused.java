package org.freehold.engine.access;

import java.util.List;

/** Roles that cannot be compiled, with everything that is wrong. */
public final class RolesRefused extends IllegalArgumentException {

  private final transient List<RoleFault> faults;

  RolesRefused(List<RoleFault> faults) {
    super(faults.toString());
    this.faults = List.copyOf(faults);
  }

  public List<RoleFault> faults() {
    return faults;
  }
}
