package org.freehold.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.engine.access.Visibility;
import org.junit.jupiter.api.Test;

class ThingInProjectTest {
  private static final UUID ID = UUID.randomUUID();
  private static final UUID PROJECT = UUID.randomUUID();

  private final ThingInProject inside = new ThingInProject("files", ID, new ProjectId(PROJECT));

  @Test
  void whatDecidesOverItsProjectDecidesOverIt() {
    UUID owner = UUID.randomUUID();
    assertThat(inside.facts(id -> Optional.of(project(id, owner))))
        .contains(
            new ResourceFacts("files", ID, PROJECT, owner, null, Visibility.PRIVATE, Set.of()));
  }

  @Test
  void whereThereIsNoSuchProjectThereIsNoSuchThing() {
    assertThat(inside.facts(id -> Optional.empty())).isEmpty();
  }

  @Test
  void aThingOfTheTenantAsksNoProject() {
    assertThat(new ThingInProject("files", ID, null).facts(id -> Optional.empty()))
        .contains(ResourceFacts.ofTheTenant("files", ID));
  }

  /** The workspace tells which project was asked for. */
  private static ResourceFacts project(UUID id, UUID owner) {
    return new ResourceFacts("projects", id, id, owner, null, Visibility.PRIVATE, Set.of());
  }
}
