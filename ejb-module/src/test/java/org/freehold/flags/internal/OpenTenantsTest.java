package org.freehold.flags.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.junit.jupiter.api.Test;

class OpenTenantsTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  private Optional<TenantRef> there = Optional.of(TenantRef.PLATFORM);
  private int asked;

  @Test
  void aTenantThatIsClosedIsBelievedToBeOpenForSecondsOnly() {
    OpenTenants tenants = new OpenTenants();
    tenants.directory = directory();
    tenants.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    assertThat(tenants.has(TenantId.PLATFORM)).isTrue();
    there = Optional.empty();
    assertThat(tenants.has(TenantId.PLATFORM)).isTrue();
    assertThat(asked).isEqualTo(1);
    tenants.clock = Clock.fixed(NOW.plus(Duration.ofSeconds(5)), ZoneOffset.UTC);
    assertThat(tenants.has(TenantId.PLATFORM)).isFalse();
  }

  private TenantDirectory directory() {
    return new TenantDirectory() {
      @Override
      public Optional<TenantRef> byId(TenantId id) {
        asked++;
        return there;
      }

      @Override
      public Optional<TenantRef> bySlug(String slug) {
        return Optional.empty();
      }

      @Override
      public List<TenantRef> all() {
        return List.of();
      }
    };
  }
}
