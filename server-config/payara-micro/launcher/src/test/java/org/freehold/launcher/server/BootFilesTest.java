package org.freehold.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.freehold.launcher.folder.Refused;
import org.junit.jupiter.api.Test;

class BootFilesTest {

  @Test
  void fillsInTheValuesOfThisStart() {
    assertThat(BootFiles.filled("set address=@bind@", Map.of("bind", "127.0.0.1")))
        .isEqualTo("set address=127.0.0.1");
  }

  @Test
  void refusesSpacesThatTheServerWouldTakeForTheNextArgument() {
    assertThatThrownBy(() -> BootFiles.filled("deploy @home@/x", Map.of("home", "/My Programs")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("/My Programs");
  }

  @Test
  void leavesNoNameWithoutAValueInOurFiles() throws Exception {
    for (String name : new String[] {"pre-boot.txt", "post-boot.txt"}) {
      String text =
          BootFiles.filled(
              Files.readString(Path.of("..", name)),
              Map.of("home", "/opt/freehold", "bind", "127.0.0.1", "broker", "vm://freehold"));
      assertThat(text).doesNotContainPattern("(?m)^[^#].*@[a-z]+@");
    }
  }
}
