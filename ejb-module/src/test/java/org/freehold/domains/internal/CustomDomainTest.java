package org.freehold.domains.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.freehold.domains.DomainDetails;
import org.freehold.domains.DomainStatus;
import org.freehold.platform.TenantId;
import org.junit.jupiter.api.Test;

class CustomDomainTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  private final CustomDomain domain = claim();

  private static CustomDomain claim() {
    return new CustomDomain(new TenantId(new UUID(1, 1)), "portal.example", NOW);
  }

  @Test
  void aClaimWaitsForARecordThatNobodyElseHas() {
    DomainDetails details = domain.details("techcorp");
    assertThat(details.status()).isEqualTo(DomainStatus.PENDING);
    assertThat(details.verifiedAt()).isNull();
    assertThat(details.txtName()).isEqualTo("_freehold-challenge.portal.example");
    assertThat(details.txtValue()).matches("freehold-verification=[A-Za-z0-9_-]{43}");
    assertThat(claim().proof().txtValue()).isNotEqualTo(details.txtValue());
  }

  @Test
  void whatIsSeenStaysVerifiedSinceTheFirstTime() {
    domain.seen(NOW);
    domain.seen(NOW.plusSeconds(60));
    DomainDetails details = domain.details("techcorp");
    assertThat(details.status()).isEqualTo(DomainStatus.VERIFIED);
    assertThat(details.verifiedAt()).isEqualTo(NOW);
    assertThat(details.checkedAt()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void aRecordMayBeMissingForAsLongAsTheGraceLasts() {
    domain.seen(NOW);
    assertThat(domain.missed(NOW.plus(Duration.ofDays(1)), WEEK)).isFalse();
    assertThat(domain.missed(NOW.plus(Duration.ofDays(7)), WEEK)).isFalse();
    assertThat(domain.details("techcorp").missingSince()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    assertThat(domain.isVerified()).isTrue();
    assertThat(domain.missed(NOW.plus(Duration.ofDays(8)), WEEK)).isTrue();
    domain.lapse();
    assertThat(domain.isVerified()).isFalse();
    assertThat(domain.isMissing()).isFalse();
  }

  @Test
  void aRecordThatIsBackBeginsTheGraceAnew() {
    domain.seen(NOW);
    domain.missed(NOW.plus(Duration.ofDays(1)), WEEK);
    domain.seen(NOW.plus(Duration.ofDays(2)));
    assertThat(domain.isMissing()).isFalse();
    assertThat(domain.missed(NOW.plus(Duration.ofDays(9)), WEEK)).isFalse();
  }
}
