package org.freehold.launcher.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path place;

  @Test
  void makesAPrivateFolderWithAMarker() throws Exception {
    DataFolder folder = DataFolder.open(place.resolve("some/data"));
    assertThat(folder.root()).isDirectory();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
        .isEqualTo("rwx------");
    assertThat(DataFolder.existsAt(folder.root())).isTrue();
  }

  @Test
  void opensItsOwnFolderAgain() {
    Path data = place.resolve("data");
    DataFolder.open(data).remembered().put("database.port", "5555");
    assertThat(DataFolder.open(data).remembered().get("database.port")).contains("5555");
  }

  @Test
  void takesAnEmptyVolume() throws Exception {
    Files.createDirectory(place.resolve("lost+found"));
    assertThatCode(() -> DataFolder.open(place)).doesNotThrowAnyException();
  }

  @Test
  void refusesAForeignFolderAndLeavesItAlone() throws Exception {
    Files.writeString(place.resolve("thesis.txt"), "years of work");
    assertThatThrownBy(() -> DataFolder.open(place))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not empty and was not made by Freehold")
        .hasMessageContaining("--data");
    try (var files = Files.list(place)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void refusesAFile() throws Exception {
    Path file = Files.writeString(place.resolve("file"), "");
    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("--data");
  }

  @Test
  void refusesANewerLayout() throws Exception {
    Files.writeString(place.resolve(DataFolder.MARKER), "layout=2\n");
    assertThatThrownBy(() -> DataFolder.open(place))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("has layout 2, and this Freehold knows layout 1")
        .hasMessageContaining("newer");
  }

  @Test
  void refusesAFullDisk() {
    DataFolder folder = DataFolder.open(place.resolve("data"));
    assertThatThrownBy(() -> folder.refuseFullDisk(DataFolder.NEEDED_BYTES - 1))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Only 499 MB are free")
        .hasMessageContaining("--data");
    assertThatCode(() -> folder.refuseFullDisk(DataFolder.NEEDED_BYTES)).doesNotThrowAnyException();
  }

  @Test
  void refusesASecondOneAndNamesTheFirst() {
    DataFolder folder = DataFolder.open(place.resolve("data"));
    FolderLock first = FolderLock.take(folder);
    new RunningState(Optional.of(4711L), Optional.of("http://localhost:8080"), Optional.empty())
        .write(folder);
    assertThatThrownBy(() -> FolderLock.take(folder))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("process 4711, http://localhost:8080")
        .hasMessageContaining("freehold down");
    assertThat(FolderLock.isTaken(folder)).isTrue();
    first.close();
    assertThat(FolderLock.isTaken(folder)).isFalse();
    FolderLock.take(folder).close();
  }
}
