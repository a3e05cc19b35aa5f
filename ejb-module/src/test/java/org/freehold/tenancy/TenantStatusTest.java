package org.freehold.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TenantStatusTest {
  @Test
  void knowsTheLegalTransitionsAndNoOther() {
    Map<TenantStatus, Set<TenantStatus>> legal =
        Map.of(
            TenantStatus.PENDING, Set.of(TenantStatus.TRIAL, TenantStatus.ACTIVE),
            TenantStatus.TRIAL, Set.of(TenantStatus.ACTIVE, TenantStatus.SUSPENDED),
            TenantStatus.ACTIVE, Set.of(TenantStatus.SUSPENDED, TenantStatus.ARCHIVED),
            TenantStatus.SUSPENDED, Set.of(TenantStatus.ACTIVE, TenantStatus.ARCHIVED),
            TenantStatus.ARCHIVED, Set.of(TenantStatus.SUSPENDED));
    for (TenantStatus from : TenantStatus.values()) {
      Set<TenantStatus> reached =
          Arrays.stream(TenantStatus.values()).filter(from::canBecome).collect(Collectors.toSet());
      assertThat(reached).as("from %s", from).isEqualTo(legal.get(from));
    }
  }

  @Test
  void aSuspendedTenantReadsAndDoesNotWrite() {
    assertThat(TenantStatus.SUSPENDED.readable()).isTrue();
    assertThat(TenantStatus.SUSPENDED.writable()).isFalse();
    assertThat(TenantStatus.ARCHIVED.readable()).isFalse();
  }
}
