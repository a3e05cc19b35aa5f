package org.freehold.platform;

/** A result with the version that its ETag carries. */
public interface Versioned {
  /** Left out of the body: the ETag header says it. */
  long version();
}
