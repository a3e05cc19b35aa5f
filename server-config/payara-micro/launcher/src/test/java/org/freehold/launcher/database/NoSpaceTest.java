package org.freehold.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NoSpaceTest {

  @Test
  void recognisesWhatPostgresSaysOnAFullDisk() {
    assertThat(
            NoSpace.in(
                "initdb: error: could not write file \"pg_wal/xlogtemp.12\": No space left on"
                    + " device"))
        .isTrue();
    assertThat(NoSpace.in("initdb: error: directory exists but is not empty")).isFalse();
    assertThat(NoSpace.in(null)).isFalse();
  }

  @Test
  void saysWhatToDo() {
    assertThat(NoSpace.refused(Path.of("/data")))
        .hasMessageContaining("The disk of /data is full")
        .hasMessageContaining("--data");
  }
}
