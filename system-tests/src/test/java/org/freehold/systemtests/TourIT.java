package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour, as people take it: the real command against the running server. */
class TourIT {
  @TempDir Path folder;

  @Test
  void everyChapterHolds() throws IOException, InterruptedException {
    Path told = folder.resolve("tour.txt");
    Process tour =
        start(
            told,
            Path.of(System.getProperty("freehold.distribution"), "freehold").toString(),
            "tour",
            "--server",
            Installation.url().toString(),
            "--data",
            System.getProperty("freehold.data"));
    assertThat(tour.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(tour.exitValue()).as(Files.readString(told)).isZero();
    assertThat(Files.readString(told))
        .contains("Everything held.")
        .contains("arrived and verified")
        .doesNotContain(Installation.administratorPassword());
  }

  @Test
  void withoutASignInItSaysWhatToDo() throws IOException, InterruptedException {
    Path told = folder.resolve("refused.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("freehold.distribution"), "freehold").toString(),
            "tour",
            "--session",
            folder.resolve("none.json").toString(),
            "--server",
            Installation.url().toString());
    Process tour = builder.redirectErrorStream(true).redirectOutput(told.toFile()).start();
    assertThat(tour.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(tour.exitValue()).isNotZero();
    assertThat(Files.readString(told)).contains("freehold login");
  }

  private static Process start(Path told, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("FREEHOLD_TOKEN", Fixtures.operator().token());
    return builder.redirectErrorStream(true).redirectOutput(told.toFile()).start();
  }
}
