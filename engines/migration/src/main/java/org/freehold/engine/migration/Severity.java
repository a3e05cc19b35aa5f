package org.freehold.engine.migration;

/** How much a finding weighs. */
public enum Severity {
  INFO,
  WARNING,
  /** A plan with one of these may not be promoted. */
  ERROR
}
