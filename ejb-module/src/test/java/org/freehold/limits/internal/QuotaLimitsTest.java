package org.freehold.limits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.Meter;
import org.freehold.platform.Placement;
import org.freehold.platform.PlanCatalogue;
import org.freehold.platform.PlanTerms;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantPlan;
import org.freehold.platform.TenantRef;
import org.junit.jupiter.api.Test;

class QuotaLimitsTest {
  private static final Meter PROJECTS = Meter.ofThings("projects", "Archive one.");
  private final QuotaLimits limits = new QuotaLimits(new SomePlans());

  private static TenantRef tenant(String plan, Map<String, Long> agreed) {
    return new TenantRef(
        new TenantId(new UUID(1, 2)),
        "one",
        "active",
        true,
        true,
        Placement.SHARED,
        new TenantPlan("custom", plan, agreed, Map.of()));
  }

  @Test
  void aPlanLimitsWhatItNames() {
    assertThat(limits.of(tenant("small", Map.of()), PROJECTS)).contains(3L);
    assertThat(limits.of(tenant("large", Map.of()), PROJECTS)).isEmpty();
    assertThat(limits.of(tenant("small", Map.of()), Meter.ofMonth("wishes"))).isEmpty();
  }

  @Test
  void whatWasAgreedWithTheTenantGoesFirst() {
    assertThat(limits.of(tenant("small", Map.of("projects", 40L)), PROJECTS)).contains(40L);
    assertThat(limits.of(tenant("small", Map.of("projects", 0L)), PROJECTS)).isEmpty();
    assertThat(limits.of(tenant("large", Map.of("users", 1L)), PROJECTS)).isEmpty();
  }

  @Test
  void nobodyCountsThePlatform() {
    assertThat(limits.of(TenantRef.PLATFORM, PROJECTS)).isEmpty();
  }

  @Test
  void theSmallestPlanThatIsLargeEnoughIsNamed() {
    assertThat(limits.planAllowing(tenant("small", Map.of()), PROJECTS, 4)).isEqualTo("middle");
    assertThat(limits.planAllowing(tenant("small", Map.of()), PROJECTS, 11)).isEqualTo("large");
    assertThat(limits.planAllowing(tenant("small", Map.of("projects", 9L)), PROJECTS, 10))
        .as("the agreement would hold in every plan")
        .isNull();
    Meter users = Meter.ofThings("users", "Deactivate one.");
    assertThat(limits.planAllowing(tenant("small", Map.of()), users, 3)).isNull();
  }

  /** Three, none of which allows more than two users. */
  private static final class SomePlans implements PlanCatalogue {
    private static final List<PlanTerms> PLANS =
        List.of(
            new PlanTerms("small", Map.of("projects", 3L, "users", 2L), Map.of()),
            new PlanTerms("middle", Map.of("projects", 10L, "users", 2L), Map.of()),
            new PlanTerms("large", Map.of("users", 2L), Map.of()));

    @Override
    public PlanTerms terms(String plan) {
      return PLANS.stream().filter(one -> one.id().equals(plan)).findFirst().orElseThrow();
    }

    @Override
    public List<PlanTerms> offeredTo(TenantRef tenant) {
      return PLANS;
    }

    @Override
    public void requireValid(Map<String, JsonValue> entitlements, String pointer) {
      throw new AssertionError("Limits know no entitlements");
    }
  }
}
