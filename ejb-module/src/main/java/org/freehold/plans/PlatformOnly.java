package org.freehold.plans;

import org.freehold.platform.CurrentCall;
import org.freehold.platform.NotAllowed;

/** Calls that are for operators of the platform. */
public final class PlatformOnly {
  private PlatformOnly() {}

  public static void require() {
    if (!CurrentCall.get().requireTenant().isPlatform()) {
      throw NotAllowed.because(
          "platform_only",
          "Only an operator of the platform may do this.",
          "Ask whoever runs this installation.");
    }
  }
}
