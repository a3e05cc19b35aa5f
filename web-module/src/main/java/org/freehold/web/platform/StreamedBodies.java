package org.freehold.web.platform;

import org.freehold.platform.Problem;

/**
 * The port through which a feature takes bodies that may be longer than others and are never read
 * into memory. Found by CDI.
 */
public interface StreamedBodies {
  /** Whether requests to this path (without the tenant's prefix) have such bodies. */
  boolean at(String method, String path);

  /** Bytes of a body at the most. */
  long mostBytes();

  /** What is answered to more. */
  Problem tooLong();
}
