package org.freehold.custody.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.freehold.custody.CheckpointDigest;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** Makes the mail of a period when its time has come; waits until then. */
@ApplicationScoped
public class DigestWork implements WorkHandler {
  static final String KIND = "checkpoint_digest";

  @Inject private CheckpointDigest digest;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) throws NotNow {
    Duration left = digest.send();
    if (!left.isZero()) {
      throw NotNow.unattempted(left.plusSeconds(1));
    }
  }
}
