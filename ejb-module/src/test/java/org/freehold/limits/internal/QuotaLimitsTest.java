package org.freehold.limits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.freehold.platform.Meter;
import org.freehold.platform.Placement;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantPlan;
import org.freehold.platform.TenantRef;
import org.freehold.tenancy.TenantTier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the numbers that the product ships. */
class QuotaLimitsTest {
  private static final Meter PROJECTS = Meter.ofThings("projects", "Archive one.");
  private final Properties defaults = new Properties();
  private final QuotaLimits limits =
      new QuotaLimits(key -> Long.parseLong(defaults.getProperty(key)));

  @BeforeEach
  void readDefaults() throws IOException {
    try (InputStream in =
        getClass().getResourceAsStream("/META-INF/microprofile-config.properties")) {
      defaults.load(in);
    }
  }

  private static TenantRef tenant(String tier, Map<String, Long> agreed) {
    return new TenantRef(
        new TenantId(new UUID(1, 2)),
        "one",
        "active",
        true,
        true,
        Placement.SHARED,
        new TenantPlan(tier, agreed));
  }

  @ParameterizedTest
  @CsvSource({
    "projects,free,3",
    "projects,starter,10",
    "projects,professional,0",
    "users,free,5",
    "users,starter,25",
    "users,professional,100",
    "users,enterprise,0",
    "storage_bytes,free,1073741824",
    "api_calls,enterprise,0"
  })
  void aTierGivesWhatItsPlanPromises(String meter, String tier, long limit) {
    assertThat(limits.of(tenant(tier, Map.of()), Meter.ofMonth(meter)).orElse(0L)).isEqualTo(limit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "projects",
        "users",
        "workspaces",
        "storage-bytes",
        "api-calls",
        "webhook-messages"
      })
  void everyMeterHasANumberForEveryTier(String meter) {
    for (TenantTier tier : TenantTier.values()) {
      assertThat(defaults)
          .containsKey("freehold.quotas." + meter + "." + tier.name().toLowerCase());
    }
  }

  @Test
  void whatWasAgreedWithTheTenantGoesFirst() {
    assertThat(limits.of(tenant("free", Map.of("projects", 40L)), PROJECTS)).contains(40L);
    assertThat(limits.of(tenant("free", Map.of("projects", 0L)), PROJECTS)).isEmpty();
    assertThat(limits.of(tenant("custom", Map.of("users", 1L)), PROJECTS)).isEmpty();
  }

  @Test
  void nobodyCountsThePlatform() {
    assertThat(limits.of(TenantRef.PLATFORM, PROJECTS)).isEmpty();
  }

  @Test
  void theSmallestPlanThatIsLargeEnoughIsNamed() {
    assertThat(limits.planAllowing(tenant("free", Map.of()), PROJECTS, 4)).isEqualTo("basic");
    assertThat(limits.planAllowing(tenant("free", Map.of()), PROJECTS, 11)).isEqualTo("pro");
    assertThat(limits.planAllowing(tenant("free", Map.of("projects", 9L)), PROJECTS, 10))
        .as("the agreement would hold in every plan")
        .isNull();
    defaults.setProperty("freehold.quotas.projects.professional", "20");
    defaults.setProperty("freehold.quotas.projects.enterprise", "30");
    assertThat(limits.planAllowing(tenant("free", Map.of()), PROJECTS, 31)).isNull();
  }
}
