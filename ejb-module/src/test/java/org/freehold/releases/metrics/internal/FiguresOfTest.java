package org.freehold.releases.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.freehold.environments.EnvironmentId;
import org.freehold.releases.DeploymentStatus;
import org.freehold.releases.metrics.DeliveryFigures;
import org.junit.jupiter.api.Test;

class FiguresOfTest {
  private static final Instant MADE = Instant.parse("2026-01-15T12:00:00Z");
  private static final EnvironmentId PRODUCTION = new EnvironmentId(new UUID(0, 1));
  private static final EnvironmentId STAGING = new EnvironmentId(new UUID(0, 2));

  private final List<DeploymentFact> facts = new ArrayList<>();

  @Test
  void tellsNothingOfNothing() {
    assertThat(figures()).isEqualTo(new DeliveryFigures(0, 0, 0, 0, null, null, null, 0));
  }

  @Test
  void countsWhatGotIntoTheEnvironment() {
    live(1, 10);
    live(2, 20);
    live(3, 90);
    DeliveryFigures figures = figures();
    assertThat(figures.deployments()).isEqualTo(3);
    assertThat(figures.deploymentsPerDay()).isEqualTo(0.3);
    assertThat(figures.changeFailureRate()).isZero();
    assertThat(figures.leadTimeSeconds()).isEqualTo(20 * 60);
    assertThat(figures.timeToRestoreSeconds()).isNull();
  }

  @Test
  void whatWasRefusedBeforeItTouchedAnythingIsNoChange() {
    live(1, 10);
    add(2, DeploymentStatus.FAILED, 30, null, 31, null, false, PRODUCTION);
    assertThat(figures().changeFailureRate()).isZero();
    assertThat(figures().failedDeployments()).isZero();
  }

  @Test
  void whatWasUndoneFailedAndWasRestoredWhenItWasUndone() {
    live(1, 10);
    add(2, DeploymentStatus.ROLLED_BACK, 30, null, 34, 1, true, PRODUCTION);
    add(3, DeploymentStatus.ROLLED_BACK, 40, 41, 52, 1, true, PRODUCTION);
    DeliveryFigures figures = figures();
    assertThat(figures.deployments()).isEqualTo(2);
    assertThat(figures.failedDeployments()).isEqualTo(2);
    assertThat(figures.changeFailureRate()).isEqualTo(2 / 3.0);
    assertThat(figures.timeToRestoreSeconds()).isEqualTo((4 + 12) * 60 / 2);
  }

  @Test
  void whatCouldNotBeUndoneIsRestoredByTheNextReleaseInTheSameEnvironment() {
    add(1, DeploymentStatus.FAILED, 30, null, 35, null, true, PRODUCTION);
    add(2, DeploymentStatus.LIVE, 40, 41, null, null, false, STAGING);
    assertThat(figures().timeToRestoreSeconds()).isNull();
    assertThat(figures().unrestored()).isEqualTo(1);
    add(3, DeploymentStatus.LIVE, 48, 50, null, null, false, PRODUCTION);
    assertThat(figures().timeToRestoreSeconds()).isEqualTo(20 * 60);
    assertThat(figures().unrestored()).isZero();
  }

  /** It says since when it is in place again; that is no lead time. */
  @Test
  void whatIsInPlaceAgainDoesNotTakeLonger() {
    add(1, DeploymentStatus.LIVE, 10, 60, null, null, false, PRODUCTION);
    add(2, DeploymentStatus.ROLLED_BACK, 30, null, 60, 1, true, PRODUCTION);
    assertThat(figures().leadTimeSeconds()).isEqualTo(10 * 60);
  }

  @Test
  void whatWasMadeByOtherMeansCountsAndHasNoLeadTime() {
    facts.add(
        new DeploymentFact(
            new UUID(1, 1),
            PRODUCTION,
            "production",
            DeploymentStatus.SUPERSEDED,
            true,
            MADE,
            MADE,
            MADE,
            MADE,
            null,
            false));
    DeliveryFigures figures = figures();
    assertThat(figures.deployments()).isEqualTo(1);
    assertThat(figures.externalDeployments()).isEqualTo(1);
    assertThat(figures.leadTimeSeconds()).isNull();
  }

  private DeliveryFigures figures() {
    return new FiguresOf(facts).over(10);
  }

  private void live(int id, int minutes) {
    add(id, DeploymentStatus.SUPERSEDED, minutes - 1, minutes, null, null, false, PRODUCTION);
  }

  private void add(
      int id,
      DeploymentStatus status,
      int begun,
      Integer live,
      Integer ended,
      Integer previous,
      boolean undoing,
      EnvironmentId environment) {
    facts.add(
        new DeploymentFact(
            new UUID(1, id),
            environment,
            environment.equals(PRODUCTION) ? "production" : "staging",
            status,
            false,
            MADE,
            at(begun),
            live == null ? null : at(live),
            ended == null ? null : at(ended),
            previous == null ? null : new UUID(1, previous),
            undoing));
  }

  private static Instant at(int minutes) {
    return MADE.plus(Duration.ofMinutes(minutes));
  }
}
