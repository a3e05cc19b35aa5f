package org.freehold.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the build put into the application that people start. */
class AssembledWarIT {
  private static final String LIBRARIES = "WEB-INF/lib/";

  /** Whichever of two versions is found first would be the one that is used. */
  @Test
  void eachLibraryIsThereInOneVersion() throws IOException {
    try (ZipFile war = new ZipFile(Path.of("target/freehold/freehold.war").toFile())) {
      List<String> libraries =
          war.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
              .map(name -> name.replaceFirst("-[0-9].*", ""))
              .toList();
      assertThat(libraries).contains(LIBRARIES + "freehold-ejb").doesNotHaveDuplicates();
    }
  }
}
