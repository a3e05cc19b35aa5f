package org.freehold.engine.migration;

/** Ends the planning of one change; the others are still looked at. */
final class ChangeRefused extends RuntimeException {
  private final transient Fault fault;

  ChangeRefused(Fault fault) {
    super(fault.detail());
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
