package org.freehold.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.freehold.platform.Conflict;
import org.freehold.platform.Invalid;
import org.freehold.tenancy.CreateTenant;
import org.freehold.tenancy.TenantFields;
import org.freehold.tenancy.TenantSettings;
import org.freehold.tenancy.TenantStatus;
import org.freehold.tenancy.TenantTier;
import org.junit.jupiter.api.Test;

class TenantTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(14));

  private static Tenant tenant(Instant trialEndsAt) {
    return new Tenant(
        new CreateTenant(
            "Tech Corp", "techcorp", null, "Owner@TechCorp.example", null, null, trialEndsAt, null),
        null,
        NOW);
  }

  private static TenantFields fields(Instant trialEndsAt) {
    return new TenantFields("Tech Corp", TenantTier.FREE, trialEndsAt, TenantSettings.NONE);
  }

  @Test
  void isBornPendingOrOnTrial() {
    assertThat(tenant(null).status()).isEqualTo(TenantStatus.PENDING);
    assertThat(tenant(LATER).status()).isEqualTo(TenantStatus.TRIAL);
    assertThatThrownBy(() -> tenant(NOW)).isInstanceOf(Invalid.class);
  }

  @Test
  void beginsItsTrialWhenItIsGivenAnEnd() {
    Tenant tenant = tenant(null);
    tenant.change(fields(LATER), NOW);
    assertThat(tenant.status()).isEqualTo(TenantStatus.TRIAL);
  }

  @Test
  void isSuspendedWhenItsTrialIsOverAndNotBefore() {
    Tenant tenant = tenant(LATER);
    assertThat(tenant.endTrial(LATER.minusSeconds(1))).isFalse();
    assertThat(tenant.endTrial(LATER)).isTrue();
    assertThat(tenant.status()).isEqualTo(TenantStatus.SUSPENDED);
    assertThat(tenant.endTrial(LATER)).isFalse();
  }

  @Test
  void doesNotEndTheTrialOfWhoChoseAPlan() {
    Tenant tenant = tenant(LATER);
    tenant.become(TenantStatus.ACTIVE, NOW);
    assertThat(tenant.endTrial(LATER.plusSeconds(1))).isFalse();
    assertThat(tenant.status()).isEqualTo(TenantStatus.ACTIVE);
  }

  @Test
  void isOpenAgainWhenThePlanIsPaidWhoseTrialIsOver() {
    Tenant tenant = tenant(LATER);
    tenant.endTrial(LATER);
    assertThat(tenant.isTrying()).isTrue();
    tenant.take("free", TenantTier.FREE, LATER);
    assertThat(tenant.status()).as("paid nothing").isEqualTo(TenantStatus.SUSPENDED);
    tenant.takePaid("pro", TenantTier.PROFESSIONAL, LATER);
    assertThat(tenant.status()).isEqualTo(TenantStatus.ACTIVE);
    tenant.suspend(LATER);
    assertThat(tenant.isTrying()).isFalse();
    tenant.takePaid("pro", TenantTier.PROFESSIONAL, LATER);
    assertThat(tenant.status()).as("suspended by somebody").isEqualTo(TenantStatus.SUSPENDED);
  }

  @Test
  void aTrialHasAnEnd() {
    assertThatThrownBy(() -> tenant(LATER).change(fields(null), NOW)).isInstanceOf(Invalid.class);
    Tenant active = tenant(LATER);
    active.become(TenantStatus.ACTIVE, NOW);
    active.change(fields(null), NOW);
    assertThat(active.trialEndsAt()).isNull();
  }

  @Test
  void refusesAnIllegalTransitionAndStaysWhatItWas() {
    Tenant tenant = tenant(null);
    assertThatThrownBy(() -> tenant.become(TenantStatus.ARCHIVED, NOW))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("pending cannot become archived");
    assertThat(tenant.status()).isEqualTo(TenantStatus.PENDING);
  }

  @Test
  void isResumedOnlyFromWhereItWasStopped() {
    assertThatThrownBy(() -> tenant(null).resume(NOW)).hasMessageContaining("cannot be resumed");
    assertThatThrownBy(() -> tenant(LATER).resume(NOW)).isInstanceOf(Conflict.class);
    Tenant tenant = tenant(LATER);
    tenant.suspend(NOW);
    tenant.become(TenantStatus.ARCHIVED, NOW);
    assertThatThrownBy(() -> tenant.suspend(NOW)).hasMessageContaining("cannot be suspended");
    tenant.resume(NOW);
    assertThat(tenant.status()).isEqualTo(TenantStatus.SUSPENDED);
    tenant.resume(NOW);
    assertThat(tenant.status()).isEqualTo(TenantStatus.ACTIVE);
  }

  @Test
  void anActiveTenantHasNoTrialToMove() {
    Tenant tenant = tenant(LATER);
    tenant.become(TenantStatus.ACTIVE, NOW);
    assertThatThrownBy(() -> tenant.change(fields(LATER.plusSeconds(60)), NOW))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void keepsItsSettingsAndTheOwnersAddressInLowerCase() {
    Tenant tenant = tenant(null);
    assertThat(tenant.ownerEmail()).isEqualTo("owner@techcorp.example");
    assertThat(tenant.settings()).isEqualTo(TenantSettings.NONE);
  }
}
