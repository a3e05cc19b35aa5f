package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.freehold.environments.EnvironmentTargets;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;
import org.freehold.releases.DeploymentId;

/**
 * Carries a deployment out, or undoes it. Where its node dies the lease brings it back: then the
 * journal in the environment's database says what is done, and it goes on from there.
 */
@ApplicationScoped
public class DeploymentWork implements WorkHandler {
  public static final String KIND = "deployment";

  private static final Duration WHILE_HELD = Duration.ofSeconds(2);

  @Inject private DeploymentRecords records;
  @Inject private EnvironmentTargets targets;
  @Inject private PromotionRun promotion;
  @Inject private RollbackRun rollback;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) throws Exception {
    DeploymentJob job = records.job(new DeploymentId(item.subject()));
    if (!job.status().isAtWork()) {
      return;
    }
    Optional<AutoCloseable> lock = targets.lock(job.place());
    if (lock.isEmpty()) {
      // Whoever held it before its node died holds it until the database has noticed.
      throw NotNow.unattempted(WHILE_HELD);
    }
    try (AutoCloseable held = lock.get()) {
      Objects.requireNonNull(held);
      run(job, item.attempts());
    }
  }

  private void run(DeploymentJob job, int attempt) throws Exception {
    switch (job.status()) {
      case PROMOTING -> promotion.begin(job, attempt);
      case VERIFYING -> promotion.verify(job, attempt);
      case ROLLING_BACK -> rollback.undo(job, attempt);
      default -> throw new IllegalStateException("Nothing to do when " + job.status());
    }
  }
}
