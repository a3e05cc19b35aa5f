package org.freehold.launcher.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path place;
  private DataFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = DataFolder.open(place.resolve("data"));
  }

  @Test
  void keepsWhatItGenerated() {
    String password = new Secrets(folder).password("database.app");
    assertThat(password).matches("[A-Za-z0-9]{24}");
    assertThat(new Secrets(folder).password("database.app")).isEqualTo(password);
    assertThat(new Secrets(folder).password("database.worker")).isNotEqualTo(password);
  }

  @Test
  void seesWhatAnotherPartWroteMeanwhile() {
    Secrets early = new Secrets(folder);
    Secrets late = new Secrets(folder);
    early.password("one");
    late.password("two");
    early.forget("one");
    assertThat(new Secrets(folder).known("two")).isPresent();
    assertThat(late.known("one")).isEmpty();
  }

  @Test
  void makesTheMasterKeyOnceAndForItsOwnerOnly() throws Exception {
    Path file = new Secrets(folder).masterKeyFile();
    String key = Files.readString(file);
    assertThat(Base64.getDecoder().decode(key.strip())).hasSize(32);
    assertThat(modeOf(file)).isEqualTo("rw-------");
    assertThat(Files.readString(new Secrets(folder).masterKeyFile())).isEqualTo(key);
  }

  @Test
  void keepsPasswordsForTheirOwnerOnly() throws Exception {
    new Secrets(folder).password("database.app");
    assertThat(modeOf(folder.root().resolve("secrets.properties"))).isEqualTo("rw-------");
  }

  private static String modeOf(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
