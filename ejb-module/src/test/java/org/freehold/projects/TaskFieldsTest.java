package org.freehold.projects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskFieldsTest {
  private static final String NEEDED =
      "\"project_id\":\"01980000-0000-7000-8000-000000000001\",\"title\":\"Do it\"";

  @Test
  void needsAProjectAndATitle() {
    TaskFields fields = Reading.of(TaskFields.class, "{" + NEEDED + "}");

    assertThat(fields.status()).isEqualTo(TaskStatus.TODO);
    assertThat(fields.priority()).isEqualTo(Priority.MEDIUM);
    assertThat(Reading.faults(TaskFields.class, "{}")).containsExactly("/project_id", "/title");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"status\":\"open\"|/status",
        "\"priority\":1|/priority",
        "\"assignee_id\":\"me\"|/assignee_id",
        "\"due_date\":\"1899-12-31\"|/due_date",
        "\"estimate_hours\":-1|/estimate_hours",
        "\"estimate_hours\":1000000|/estimate_hours",
        "\"estimate_hours\":0.001|/estimate_hours",
        "\"completed_at\":\"2026-01-01T00:00:00Z\"|/completed_at"
      })
  void refusesTheValueAtItsPlace(String member, String pointer) {
    assertThat(Reading.faults(TaskFields.class, "{" + NEEDED + "," + member + "}"))
        .containsExactly(pointer);
  }
}
