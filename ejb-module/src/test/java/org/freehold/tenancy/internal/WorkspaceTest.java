package org.freehold.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.tenancy.WorkspaceFields;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final Workspace workspace =
      new Workspace(new TenantId(Uuid7.next()), new WorkspaceFields("sales", "Sales", null), NOW);

  @Test
  void canBeRenamed() {
    workspace.change(new WorkspaceFields("sales", "Selling", "All markets"), NOW);

    assertThat(workspace.name()).isEqualTo("Selling");
  }

  @Test
  void keepsItsSlug() {
    assertThatThrownBy(() -> workspace.change(new WorkspaceFields("selling", "Sales", null), NOW))
        .isInstanceOf(Invalid.class);
  }
}
