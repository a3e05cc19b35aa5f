package org.freehold.benchmarks.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableModelTest {
  private static TableModel.Key key(String from, String to) {
    return new TableModel.Key(
        from, to, "FOREIGN KEY (tenant_id, x) REFERENCES tenant." + to + "(tenant_id, id)");
  }

  @Test
  void tablesComeAfterWhatTheyReferTo() {
    TableModel model =
        new TableModel(
            List.of("file", "project", "task", "team"),
            List.of(
                key("file", "task"),
                key("file", "project"),
                key("task", "project"),
                key("project", "team"),
                key("team", "team")));
    assertThat(model.inOrder()).containsExactly("team", "project", "task", "file");
  }

  @Test
  void aCircleIsToldAndNotCopiedInAnyOrder() {
    TableModel model = new TableModel(List.of("a", "b"), List.of(key("a", "b"), key("b", "a")));
    assertThatThrownBy(model::inOrder)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a=[b]");
  }

  @Test
  void aKeyIsMadeBetweenTheCopies() {
    assertThat(key("task", "project").in("tenant", "copied"))
        .isEqualTo(
            "alter table copied.task add FOREIGN KEY (tenant_id, x)"
                + " REFERENCES copied.project(tenant_id, id)");
    TableModel.Key leaving =
        new TableModel.Key("task", "app_user", "FOREIGN KEY (x) REFERENCES control.app_user(id)");
    assertThatThrownBy(() -> leaving.in("tenant", "copied"))
        .isInstanceOf(IllegalStateException.class);
  }
}
