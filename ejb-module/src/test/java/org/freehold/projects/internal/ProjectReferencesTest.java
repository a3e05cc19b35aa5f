package org.freehold.projects.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.Reading;
import org.freehold.projects.Stakeholder;
import org.junit.jupiter.api.Test;

class ProjectReferencesTest {
  private static final UserId ANN = new UserId(Uuid7.next());
  private static final UserId BOB = new UserId(Uuid7.next());

  private final ProjectFields fields =
      Reading.of(
          ProjectFields.class,
          ("{\"name\":\"x\",\"owner_id\":\"%1$s\",\"stakeholders\":["
                  + "{\"user_id\":\"%1$s\",\"role\":\"a\"},{\"user_id\":\"%2$s\",\"role\":\"b\"}]}")
              .formatted(ANN.value(), BOB.value()));

  @Test
  void asksForEverybodyNamedInANewProject() {
    assertThat(ProjectReferences.newUsers(null, List.of(), fields))
        .containsEntry("/owner_id", ANN)
        .containsEntry("/stakeholders/0/user_id", ANN)
        .containsEntry("/stakeholders/1/user_id", BOB)
        .hasSize(3);
  }

  @Test
  void asksOnlyForWhoIsNewInAChange() {
    assertThat(ProjectReferences.newUsers(ANN, List.of(new Stakeholder(ANN, "old")), fields))
        .containsOnlyKeys("/stakeholders/1/user_id");
  }
}
