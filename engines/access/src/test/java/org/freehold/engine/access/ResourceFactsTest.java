package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.condition.Network;
import org.junit.jupiter.api.Test;

class ResourceFactsTest {
  private static final UUID THING = UUID.randomUUID();

  private final ResourceFacts project =
      new ResourceFacts(
          "projects",
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          Visibility.PRIVATE,
          Set.of(UUID.randomUUID()),
          attributes("P-17", "active"));

  @Test
  void aThingInsideIsDecidedLikeWhatItLiesInButHasNotItsStatus() {
    assertThat(project.ofThingInside("files", THING))
        .isEqualTo(
            new ResourceFacts(
                "files",
                THING,
                project.workspaceId(),
                project.ownerId(),
                project.teamId(),
                project.visibility(),
                project.participants(),
                attributes(null, null)));
  }

  @Test
  void aThingOfTheTenantLiesInNoWorkspaceAndIsNobodys() {
    assertThat(ResourceFacts.ofTheTenant("files", THING))
        .isEqualTo(new ResourceFacts("files", THING, null, null, null, null, Set.of()));
  }

  private static ResourceAttributes attributes(String externalId, String status) {
    return new ResourceAttributes(
        externalId,
        status,
        "internal",
        "high",
        Set.of("core"),
        true,
        List.of(Network.parse("10.0.0.0/8").orElseThrow()),
        Set.of("example.com"),
        Map.of("floor", "three"));
  }
}
