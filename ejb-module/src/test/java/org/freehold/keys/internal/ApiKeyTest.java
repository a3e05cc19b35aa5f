package org.freehold.keys.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.keys.ApiKeyDetails;
import org.freehold.keys.ApiKeyFields;
import org.freehold.keys.ApiKeyStatus;
import org.freehold.platform.Conflict;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final List<String> READ = List.of("projects:read");
  private final ApiKeyText text = ApiKeyText.random("live");

  private static ApiKeyFields fields(String role, List<String> permissions, Instant expiresAt) {
    return new ApiKeyFields("Import", role, permissions, expiresAt, null, null);
  }

  private ApiKey key(ApiKeyFields fields) {
    UserId maker = new UserId(UUID.randomUUID());
    return new ApiKey(new TenantId(UUID.randomUUID()), maker, fields, text, NOW);
  }

  @Test
  void isToldWithoutItsSecret() {
    ApiKeyDetails told = key(fields(null, READ, null)).details(1000, NOW);
    assertThat(told.toString()).doesNotContain(text.value());
    assertThat(told.prefix() + told.lastFour()).isEqualTo(text.prefix() + text.lastFour());
    assertThat(told.rateLimitPerHour()).isEqualTo(1000);
  }

  @Test
  void hasARoleOrPermissionsAndNotBoth() {
    for (ApiKeyFields wrong : List.of(fields(null, null, null), fields("viewer", READ, null))) {
      assertThatThrownBy(() -> key(wrong)).isInstanceOf(Invalid.class);
    }
    assertThat(key(fields("viewer", null, null)).fields().role()).isEqualTo("viewer");
  }

  @Test
  void expiresWhenItsTimeHasCome() {
    ApiKey key = key(fields(null, READ, LATER));
    assertThat(key.status(LATER.minusMillis(1))).isEqualTo(ApiKeyStatus.ACTIVE);
    assertThat(key.status(LATER)).isEqualTo(ApiKeyStatus.EXPIRED);
    assertThatThrownBy(() -> key.rotate(text, null, LATER)).isInstanceOf(Conflict.class);
    key.change(fields(null, READ, LATER.plusSeconds(1)), LATER);
    assertThat(key.status(LATER)).isEqualTo(ApiKeyStatus.ACTIVE);
  }

  @Test
  void cannotBeMadeToExpireInThePast() {
    assertThatThrownBy(() -> key(fields(null, READ, NOW))).isInstanceOf(Invalid.class);
    ApiKey expired = key(fields(null, READ, LATER));
    expired.change(expired.fields(), LATER.plusSeconds(9));
    assertThat(expired.status(LATER)).as("its own end is no news").isEqualTo(ApiKeyStatus.EXPIRED);
  }

  @Test
  void isOverOnceItIsRevoked() {
    ApiKey key = key(fields(null, READ, null));
    key.revoke(NOW);
    assertThat(key.status(NOW)).isEqualTo(ApiKeyStatus.REVOKED);
    assertThatThrownBy(() -> key.rotate(text, null, NOW)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> key.change(key.fields(), NOW)).isInstanceOf(Conflict.class);
  }

  @Test
  void rotatesUnderItsOwnId() {
    ApiKey key = key(fields(null, READ, null));
    ApiKeyText next = ApiKeyText.random("live");
    key.rotate(next, LATER, NOW);
    assertThat(key.prefix()).isEqualTo(next.prefix());
    assertThat(key.details(1, NOW).overlapUntil()).isEqualTo(LATER);
    assertThat(key.details(1, LATER).overlapUntil()).isNull();
  }
}
