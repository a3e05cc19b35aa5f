package org.freehold.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.freehold.files.FileId;
import org.freehold.platform.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTest {
  private static final TenantId TENANT = new TenantId(UUID.randomUUID());
  private static final FileId FILE = new FileId(UUID.randomUUID());

  @TempDir private Path folder;
  private LocalFolder storage;

  @BeforeEach
  void openFolder() {
    storage = new LocalFolder(folder.resolve("files"));
  }

  @Test
  void givesBackWhatWasWrittenFromAnyPosition() throws IOException {
    storage.write(TENANT, FILE, bytes("0123456789"));
    assertThat(read(0, 10)).isEqualTo("0123456789");
    assertThat(read(3, 4)).isEqualTo("3456");
    assertThat(read(9, 1)).isEqualTo("9");
  }

  @Test
  void knowsNothingOfAnotherTenantsFile() throws IOException {
    storage.write(TENANT, FILE, bytes("x"));
    TenantId other = new TenantId(UUID.randomUUID());
    assertThatThrownBy(() -> storage.read(other, FILE, 0, 1))
        .isInstanceOf(NoSuchFileException.class);
    storage.delete(other, FILE);
    assertThat(read(0, 1)).isEqualTo("x");
    assertThat(older(other)).isEmpty();
  }

  @Test
  void keepsNothingOfWhatBreaksOff() throws IOException {
    InputStream broken =
        new SequenceInputStream(
            bytes("begun"),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("broken");
              }
            });
    assertThatThrownBy(() -> storage.write(TENANT, FILE, broken)).hasMessage("broken");
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void removesWhatIsThereAndIsSilentAboutWhatIsNot() throws IOException {
    storage.write(TENANT, FILE, bytes("x"));
    storage.delete(TENANT, FILE);
    storage.delete(TENANT, FILE);
    assertThatThrownBy(() -> read(0, 1)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void showsOldFilesAndRemovesOldRemainsOfUploads() throws IOException {
    storage.write(TENANT, FILE, bytes("x"));
    assertThat(older(TENANT)).isEmpty();
    Path place;
    try (Stream<Path> all = Files.walk(folder)) {
      place = all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    Path remains = Files.writeString(place.resolveSibling(UUID.randomUUID() + ".part"), "half");
    Path young = Files.writeString(place.resolveSibling(UUID.randomUUID() + ".part"), "half");
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
    Files.setLastModifiedTime(place, longAgo);
    Files.setLastModifiedTime(remains, longAgo);
    assertThat(older(TENANT)).containsExactly(FILE);
    storage.removeUnfinished(TENANT, yesterday());
    assertThat(remains).doesNotExist();
    assertThat(young).exists();
    assertThat(place).exists();
  }

  private List<FileId> older(TenantId tenant) throws IOException {
    List<FileId> seen = new ArrayList<>();
    storage.olderThan(tenant, yesterday(), seen::addAll);
    return seen;
  }

  private static Instant yesterday() {
    return Instant.now().minus(Duration.ofDays(1));
  }

  private String read(long from, long length) throws IOException {
    try (InputStream content = storage.read(TENANT, FILE, from, length)) {
      return new String(content.readAllBytes());
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes());
  }
}
