package org.freehold.audit.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AuditSettingsTest {
  @Test
  void productionWantsOneFolderForAllNodes() {
    assertThatThrownBy(() -> settings("production", "checkpoints").check())
        .hasMessageContaining("must be an absolute path");
    assertThatCode(() -> settings("production", "/var/lib/checkpoints").check())
        .doesNotThrowAnyException();
    assertThatCode(() -> settings("development", "checkpoints").check()).doesNotThrowAnyException();
  }

  private static AuditSettings settings(String mode, String folder) {
    AuditSettings settings = new AuditSettings();
    settings.mode = mode;
    settings.checkpointsFolder = folder;
    return settings;
  }
}
