package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventPatternTest {
  @Test
  void matchesOneAKindOrAll() {
    assertThat(new EventPattern("project.created").matches("project.created")).isTrue();
    assertThat(new EventPattern("project.created").matches("project.updated")).isFalse();
    assertThat(new EventPattern("project.*").matches("project.updated")).isTrue();
    assertThat(new EventPattern("project.*").matches("projects.updated")).isFalse();
    assertThat(new EventPattern("admin.*").matches("admin.demo_seed.requested")).isTrue();
    assertThat(new EventPattern("*").matches("task.created")).isTrue();
  }

  @Test
  void otherFormsAreNoPatterns() {
    for (String text :
        new String[] {"", "**", "Project.*", "project.", ".created", "a*", "*.created"}) {
      assertThat(EventPattern.isPattern(text)).as(text).isFalse();
    }
  }
}
