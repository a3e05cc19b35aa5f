package org.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSettingTest {
  @TempDir private Path folder;

  @Test
  void isGivenAsItIsOrInAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), " of the file\n");
    Optional<String> named = Optional.of(file.toString());
    assertThat(SecretSetting.of(Optional.of("given "), named)).contains("given ");
    assertThat(SecretSetting.of(Optional.empty(), named)).contains("of the file");
    assertThat(SecretSetting.of(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void namesTheFileThatCannotBeRead() {
    String missing = folder.resolve("missing").toString();
    assertThatThrownBy(() -> SecretSetting.of(Optional.empty(), Optional.of(missing)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(missing);
  }
}
