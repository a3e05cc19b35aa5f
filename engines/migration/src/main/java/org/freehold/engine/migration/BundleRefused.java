package org.freehold.engine.migration;

import java.util.List;

/** Changes that cannot be planned, with everything that is wrong. */
public final class BundleRefused extends RuntimeException {

  private final transient List<Fault> faults;

  public BundleRefused(List<Fault> faults) {
    super(faults.toString());
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
