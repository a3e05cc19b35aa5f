package org.freehold.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of retention. */
@ApplicationScoped
public class RetentionSettings {
  @Inject
  @ConfigProperty(name = "freehold.retention.approval-above")
  private long approvalAbove;

  /** A month with more events than this is removed only when a person approved it. */
  public long approvalAbove() {
    return approvalAbove;
  }
}
