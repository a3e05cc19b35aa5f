package org.freehold.flags.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.freehold.engine.flags.FlagSet;
import org.freehold.platform.TenantId;
import org.junit.jupiter.api.Test;

class FlagSetsTest {
  private static final TenantId TENANT = new TenantId(UUID.randomUUID());

  private static FlagSets holding(long bytes) {
    FlagSets sets = new FlagSets();
    sets.cachedBytes = bytes;
    sets.open();
    return sets;
  }

  /** A flag that is different in so many environments. */
  private static TenantFlags flags(int environments) {
    String different =
        String.join(
            ",",
            IntStream.range(0, environments)
                .mapToObj(i -> "{\"name\":\"env-" + i + "\",\"enabled\":false}")
                .toList());
    String flag =
        """
        {"key":"checkout","type":"boolean","enabled":true,
         "variants":[{"name":"on","value":true},{"name":"off","value":false}],
         "off_variant":"off","otherwise":{"variant":"on"},"environments":[%s]}"""
            .formatted(different);
    return TenantFlags.of(List.of(flag), List.of());
  }

  @Test
  void isCompiledOnceForEachEnvironmentThatIsToldApart() {
    FlagSets sets = holding(1_000_000);
    TenantFlags flags = flags(2);
    FlagSet first = sets.in(TENANT, flags, "env-0");
    assertThat(sets.in(TENANT, flags, "env-0")).isSameAs(first);
    assertThat(sets.in(TENANT, flags, "env-1")).isNotSameAs(first);
    assertThat(sets.in(TENANT, flags, "nowhere")).isSameAs(sets.in(TENANT, flags, "elsewhere"));
    assertThat(sets.compiledNow()).isEqualTo(3);
  }

  @Test
  void keepsNoMoreThanItMay() {
    TenantFlags flags = flags(20);
    FlagSets sets = holding(2L * 4 * (flags.length() + 1_000));
    for (int i = 0; i < 20; i++) {
      sets.in(TENANT, flags, "env-" + i);
    }
    assertThat(sets.compiledNow()).isBetween(1L, 4L);
  }

  @Test
  void whatIsTooLargeForItIsKeptAlone() {
    FlagSets sets = holding(100);
    TenantFlags flags = flags(3);
    FlagSet only = sets.in(TENANT, flags, "env-0");
    assertThat(sets.in(TENANT, flags, "env-0")).isSameAs(only);
  }
}
