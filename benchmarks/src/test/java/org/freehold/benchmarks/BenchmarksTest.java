package org.freehold.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.freehold.benchmarks.migration.PlanBenchmark;
import org.freehold.engine.access.Decision;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Step;
import org.freehold.identity.internal.HostNames;
import org.junit.jupiter.api.Test;

/** A benchmark that takes another way than it says measures something else. */
class BenchmarksTest {
  @Test
  void permissionChecksDecideAsTheirNamesSay() {
    PermissionBenchmark benchmark = new PermissionBenchmark();
    assertThat(benchmark.withoutFacts()).isEqualTo(Decision.DENY);
    assertThat(benchmark.withoutFactsByName()).isEqualTo(Decision.DENY);
    assertThat(benchmark.onAProjectOfTheTeam()).isEqualTo(Decision.ALLOW);
    assertThat(benchmark.onAPrivateProjectOneTakesPartIn()).isEqualTo(Decision.ALLOW);
    assertThat(benchmark.hidden()).isEqualTo(Decision.HIDDEN);
    assertThat(benchmark.permissionsOfARole().isEmpty()).isFalse();
  }

  @Test
  void resolutionFindsTenantAndPerson() {
    ResolutionBenchmark benchmark = new ResolutionBenchmark();
    assertThat(benchmark.tenantOfASubdomain().slug()).isEqualTo("techcorp");
    assertThat(benchmark.tenantOfAnAddress()).isEqualTo(new HostNames.Named(null, null));
    assertThat(benchmark.tokenForTheFirstTime().orElseThrow().user()).isEqualTo(new UUID(2, 2));
    assertThat(benchmark.tokenSeenBefore()).isEqualTo(benchmark.tokenForTheFirstTime());
    assertThat(benchmark.wholeResolution().tenant().slug()).isEqualTo("techcorp");
  }

  @Test
  void leavesAreBuiltAndAppended() {
    LeafBenchmark benchmark = new LeafBenchmark();
    assertThat(new String(benchmark.leafOfAnUpdate(), StandardCharsets.UTF_8))
        .startsWith("{\"action\":\"project.updated\"");
    assertThat(benchmark.appendToTheTree()).isEqualTo(1);
    assertThat(benchmark.appendToTheTree()).isEqualTo(2);
  }

  @Test
  void aPlanHasAllOfItsTwoHundredChanges() {
    PlanBenchmark benchmark = new PlanBenchmark();
    benchmark.prepare();
    Plan plan = benchmark.plan();
    assertThat(plan.refused()).isFalse();
    assertThat(plan.steps().stream().map(Step::change).distinct()).hasSize(200);
  }

  @Test
  void refusesABeanThatWouldMissAPart() {
    assertThatIllegalArgumentException().isThrownBy(() -> Injected.with(new HostNames(), 1));
  }
}
