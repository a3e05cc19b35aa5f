package org.freehold.releases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.freehold.platform.Conflict;
import org.freehold.releases.ReleaseFields;
import org.freehold.releases.ReleaseStatus;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final String DIGEST = "sha256:" + "a".repeat(64);
  private static final String OTHER = "sha256:" + "b".repeat(64);

  private static Release draft() {
    return new Release(
        Deployments.CALL,
        "rel_20260115_1200",
        new ReleaseFields(null, "1.0.0", "Orders", null, null),
        NOW);
  }

  @Test
  void isADraftUntilItHasABundle() {
    Release release = draft();
    assertThat(release.status()).isEqualTo(ReleaseStatus.DRAFT);
    release.take("{}", DIGEST, NOW);
    assertThat(release.status()).isEqualTo(ReleaseStatus.PREPARED);
    assertThat(release.bundle()).isEqualTo("{}");
  }

  @Test
  void keepsItsBundleForGood() {
    Release release = draft();
    release.take("{}", DIGEST, NOW);
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> release.take("{\"a\":1}", OTHER, NOW))
        .matches(problem -> problem.code().equals("bundle_immutable"));
    assertThat(release.bundle()).isEqualTo("{}");
  }

  @Test
  void isPreparedAgainByTheSameBundleForAFurtherEnvironment() {
    Release release = draft();
    release.take("{}", DIGEST, NOW);
    release.become(ReleaseStatus.RELEASED, NOW);
    release.take("{}", DIGEST, NOW);
    assertThat(release.status()).isEqualTo(ReleaseStatus.PREPARED);
    assertThat(release.bundleDigest()).isEqualTo(DIGEST);
  }

  @Test
  void takesNoBundleWhenItWasDeployedByOtherMeans() {
    Release release = draft().releasedElsewhere(NOW);
    assertThat(release.status()).isEqualTo(ReleaseStatus.RELEASED);
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> release.take("{}", DIGEST, NOW))
        .matches(problem -> problem.code().equals("release_external"));
  }
}
