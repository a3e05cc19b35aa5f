package org.freehold.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.freehold.jobs.RunDetails;
import org.freehold.jobs.RunStatus;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantRef;
import org.junit.jupiter.api.Test;

class JobRunTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(20);

  private final JobRun run =
      new JobRun(CallContext.system("test", TenantRef.PLATFORM), "sample", "rows", Map.of(), NOW);

  @Test
  void runsToItsEnd() {
    assertThat(run.status()).isEqualTo(RunStatus.QUEUED);
    assertThat(run.beginOn("a", NOW)).isEqualTo(1);
    assertThat(run.isExecution(1)).isTrue();
    run.end(RunStatus.COMPLETED, "COMPLETED", null, NOW.plusSeconds(5));
    assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(run.isExecution(1)).isFalse();
    refused(JobRun::restart, "run_not_restartable");
    refused(r -> r.stop(NOW), "run_not_running");
    refused(r -> r.abandon(NOW), "run_not_abandonable");
  }

  @Test
  void isStoppedAtOnceWhileItWaitsAndByItsNodeWhileItRuns() {
    run.stop(NOW);
    assertThat(run.status()).isEqualTo(RunStatus.STOPPED);
    run.restart();
    assertThat(run.status()).isEqualTo(RunStatus.QUEUED);
    run.beginOn("a", NOW);
    run.stop(NOW);
    run.stop(NOW);
    assertThat(run.status()).isEqualTo(RunStatus.STOPPING);
    refused(JobRun::restart, "run_not_restartable");
    refused(r -> r.abandon(NOW), "run_not_abandonable");
  }

  @Test
  void forgetsHowItEndedWhenItGoesOn() {
    run.beginOn("a", NOW);
    run.beganAs(7);
    run.end(RunStatus.FAILED, "FAILED", "It broke", NOW);
    run.restart();
    RunDetails details = run.details(0, Map.of());
    assertThat(details.endedAt()).isNull();
    assertThat(details.error()).isNull();
    assertThat(details.exitStatus()).isNull();
    assertThat(run.batchExecution()).isEqualTo(7);
    assertThat(run.beginOn("b", NOW)).isEqualTo(2);
    assertThat(run.isExecution(1)).isFalse();
  }

  @Test
  void neverGoesOnOnceItIsAbandoned() {
    run.beginOn("a", NOW);
    run.end(RunStatus.FAILED, "FAILED", "It broke", NOW);
    run.abandon(NOW);
    run.abandon(NOW);
    assertThat(run.status()).isEqualTo(RunStatus.ABANDONED);
    assertThat(run.details(0, Map.of()).error()).isEqualTo("It broke");
    refused(JobRun::restart, "run_not_restartable");
  }

  @Test
  void isSilentWhenItsNodeWasForALeaseOrHasLeft() {
    run.beginOn("a", NOW);
    assertThat(run.isSilent(LEASE, NOW.plusSeconds(20))).isFalse();
    assertThat(run.isSilent(LEASE, NOW.plusSeconds(21))).isTrue();
    run.release();
    assertThat(run.isSilent(LEASE, NOW)).isTrue();
  }

  @Test
  void doesNotTakeNodesWithItForEver() {
    for (int i = 0; i < 20; i++) {
      assertThat(run.hasDiedTooOften()).isFalse();
      run.beginOn("node " + i, NOW);
    }
    assertThat(run.hasDiedTooOften()).isTrue();
    run.end(RunStatus.FAILED, null, "Its nodes died", NOW);
    run.restart();
    assertThat(run.hasDiedTooOften()).isFalse();
  }

  @Test
  void tellsHowFarItIs() {
    assertThat(run.details(5, Map.of()).progress().percent()).isNull();
    run.expect(400L, "Counting");
    assertThat(run.details(399, Map.of()).progress().percent()).isEqualTo(99);
    assertThat(run.details(401, Map.of()).progress().percent()).isEqualTo(100);
    run.expect(0L, null);
    assertThat(run.details(0, Map.of()).progress().percent()).isEqualTo(100);
    assertThat(run.details(0, Map.of()).progress().message()).isEqualTo("Counting");
  }

  private void refused(Consumer<JobRun> step, String code) {
    assertThatThrownBy(() -> step.accept(run))
        .isInstanceOfSatisfying(
            Conflict.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
