package org.freehold.releases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.freehold.releases.internal.Deployments.NOW;
import static org.freehold.releases.internal.Deployments.PROMOTER;
import static org.freehold.releases.internal.Deployments.planned;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.freehold.environments.LossDigest;
import org.freehold.platform.Conflict;
import org.freehold.releases.DeploymentDetails.Failure;
import org.freehold.releases.DeploymentDetails.Rollback;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.DeploymentStatus;
import org.junit.jupiter.api.Test;

class DeploymentTest {
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Failure FAILURE = new Failure("statement_failed", 3, "There are nulls");
  private static final LossDigest LOSSES =
      new LossDigest("sha256:" + "b".repeat(64), List.of(7L, 3001L));
  private static final DeploymentId PREVIOUS = new DeploymentId(Deployments.id(7));

  @Test
  void goesItsWayToTheEnvironment() {
    Deployment deployment = planned();
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.PLANNED);
    deployment.promote(PROMOTER, PREVIOUS, null, NOW);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.PROMOTING);
    deployment.progress(2, NOW);
    assertThat(deployment.stepsDone()).isEqualTo(2);
    deployment.applied(null, NOW);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.VERIFYING);
    deployment.inPlace(Duration.ZERO, null, LATER);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.LIVE);
    assertThat(deployment.times().soakedAt()).isEqualTo(LATER);
    assertThat(deployment.previousId()).isEqualTo(PREVIOUS);
    deployment.supersede(LATER);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.SUPERSEDED);
  }

  @Test
  void waitsForApprovalsAndNoLonger() {
    Deployment deployment = planned(2);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.AWAITING_APPROVAL);
    deployment.approvalsAre(1, 2, NOW);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.AWAITING_APPROVAL);
    deployment.approvalsAre(2, 2, NOW);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.PLANNED);
    deployment.approvalsAre(1, 2, NOW);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.AWAITING_APPROVAL);
  }

  @Test
  void soaksBeforeItIsLive() {
    Deployment deployment = verifying();
    deployment.inPlace(Duration.ofMinutes(30), null, NOW);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.SOAKING);
    assertThat(deployment.times().soakedAt()).isNull();
    deployment.soaked(LATER);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.LIVE);
    assertThat(deployment.times().soakedAt()).isEqualTo(LATER);
  }

  @Test
  void isUndoneByItselfWhenItFailsOnTheWay() {
    Deployment deployment = verifying();
    deployment.rollBackAfter(FAILURE, null, NOW);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.ROLLING_BACK);
    deployment.rolledBack(LATER);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
    assertThat(deployment.evidence().failure()).isEqualTo(FAILURE);
    assertThat(deployment.rollback().isAutomatic()).isTrue();
    assertThat(deployment.times().endedAt()).isEqualTo(LATER);
  }

  @Test
  void hasFailedWhenNothingWasDone() {
    Deployment deployment = planned();
    deployment.promote(PROMOTER, null, null, NOW);
    deployment.failUntouched(new Failure("drift", null, "Another schema"), LATER);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.FAILED);
    assertThat(deployment.evidence().failure())
        .isEqualTo(new Failure("drift", null, "Another schema"));
  }

  @Test
  void isUndoneWhenSomebodyAsks() {
    Deployment deployment = live();
    deployment.rollBack(PROMOTER, "Orders are lost", LOSSES, NOW);
    deployment.rolledBack(LATER);
    assertThat(deployment.details(release()).rollback())
        .isEqualTo(new Rollback(false, "Orders are lost", PROMOTER));
    assertThat(deployment.evidence().failure()).isNull();
  }

  @Test
  void hasFailedWhenItCannotBeUndone() {
    Deployment deployment = live();
    deployment.rollBack(PROMOTER, null, LOSSES, NOW);
    deployment.rollbackFailed(FAILURE, LATER);
    assertThat(deployment.status()).isEqualTo(DeploymentStatus.FAILED);
  }

  @Test
  void isTakenUpAgainWhenItIsHalfUndone() {
    Deployment asked = live();
    asked.rollBack(PROMOTER, "Orders are lost", LOSSES, NOW);
    asked.rollbackFailed(FAILURE, NOW);
    assertThat(asked.isHalfUndone()).isTrue();
    asked.rollBack(Deployments.PLANNER, null, LOSSES, LATER);
    assertThat(asked.status()).isEqualTo(DeploymentStatus.ROLLING_BACK);
    assertThat(asked.times().endedAt()).isNull();
    assertThat(asked.details(release()).rollback())
        .isEqualTo(new Rollback(false, "Orders are lost", Deployments.PLANNER));

    Deployment byItself = verifying();
    byItself.rollBackAfter(FAILURE, null, NOW);
    byItself.rollbackFailed(FAILURE, NOW);
    byItself.rollBack(PROMOTER, "Now", LOSSES, LATER);
    assertThat(byItself.rollback().isAutomatic()).isTrue();

    Deployment untouched = planned();
    untouched.promote(PROMOTER, null, null, NOW);
    untouched.failUntouched(FAILURE, NOW);
    assertThat(untouched.isHalfUndone()).isFalse();
    refused(untouched, d -> d.rollBack(PROMOTER, null, LOSSES, LATER));
  }

  @Test
  void remembersThatOthersHadChangedTheEnvironment() {
    Deployment deployment = live();
    deployment.rollBack(PROMOTER, "Orders are lost", LOSSES, NOW);
    assertThat(deployment.rollback().isDrifted()).isFalse();
    deployment.rollBackDrifted(NOW);
    deployment.rollbackFailed(FAILURE, NOW);
    deployment.rollBack(PROMOTER, null, LOSSES, LATER);
    assertThat(deployment.rollback().isDrifted()).isTrue();
    assertThat(deployment.rollback().reason()).isEqualTo("Orders are lost");
    refused(live(), d -> d.rollBackDrifted(NOW));
  }

  @Test
  void staysInPlaceWhenMoreWouldBeLostThanWasAccepted() {
    Deployment soaked = live();
    soaked.rollBack(PROMOTER, null, LOSSES, NOW);
    assertThat(soaked.rollback().losses()).isEqualTo(LOSSES);
    soaked.keepInPlace(FAILURE, LATER);
    assertThat(soaked.status()).isEqualTo(DeploymentStatus.LIVE);
    assertThat(soaked.evidence().failure()).isEqualTo(FAILURE);
    assertThat(soaked.times().liveAt()).isEqualTo(NOW);
    assertThat(soaked.details(release()).rollback()).isNull();
    soaked.rollBack(PROMOTER, null, LOSSES, LATER);
    assertThat(soaked.evidence().failure()).isNull();

    Deployment soaking = verifying();
    soaking.inPlace(Duration.ofHours(1), null, NOW);
    soaking.rollBack(PROMOTER, null, LOSSES, NOW);
    soaking.keepInPlace(FAILURE, LATER);
    assertThat(soaking.status()).isEqualTo(DeploymentStatus.SOAKING);
    refused(live(), d -> d.keepInPlace(FAILURE, LATER));
  }

  @Test
  void isInPlaceAgainWhenItsSuccessorIsUndone() {
    Deployment soaked = live();
    soaked.supersede(NOW);
    soaked.restore(LATER);
    assertThat(soaked.status()).isEqualTo(DeploymentStatus.LIVE);
    assertThat(soaked.times().endedAt()).isNull();

    Deployment unsoaked = verifying();
    unsoaked.inPlace(Duration.ofHours(1), null, NOW);
    unsoaked.supersede(NOW);
    unsoaked.restore(LATER);
    assertThat(unsoaked.status()).isEqualTo(DeploymentStatus.SOAKING);
    assertThat(unsoaked.times().liveAt()).isEqualTo(LATER);
  }

  @Test
  void takesNoStepOutOfTurn() {
    refused(planned(), d -> d.applied(null, NOW));
    refused(planned(), d -> d.rollBack(PROMOTER, null, LOSSES, NOW));
    refused(live(), d -> d.promote(PROMOTER, null, null, NOW));
    refused(live(), d -> d.discard(NOW));
    refused(verifying(), d -> d.supersede(NOW));
    refused(verifying(), d -> d.failUntouched(FAILURE, NOW));
    Deployment discarded = planned();
    discarded.discard(NOW);
    for (Consumer<Deployment> step :
        List.<Consumer<Deployment>>of(
            d -> d.promote(PROMOTER, null, null, NOW),
            d -> d.approvalsAre(1, 1, NOW),
            d -> d.restore(NOW))) {
      refused(discarded, step);
    }
  }

  private static void refused(Deployment deployment, Consumer<Deployment> step) {
    DeploymentStatus before = deployment.status();
    ThrowingCallable call = () -> step.accept(deployment);
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(call)
        .matches(problem -> problem.code().equals("deployment_not_ready"));
    assertThat(deployment.status()).isEqualTo(before);
  }

  private static Deployment verifying() {
    Deployment deployment = planned();
    deployment.promote(PROMOTER, null, null, NOW);
    deployment.applied(null, NOW);
    return deployment;
  }

  private static Deployment live() {
    Deployment deployment = verifying();
    deployment.inPlace(Duration.ZERO, null, NOW);
    return deployment;
  }

  private static Release release() {
    return new Release(
        Deployments.CALL,
        "rel_20260115_1200",
        new org.freehold.releases.ReleaseFields(null, "1.0.0", "Orders", null, null),
        NOW);
  }
}
