package org.freehold.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FreeholdTest {
  @TempDir private Path place;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void saysARefusalInOneLineAndFails() throws Exception {
    Files.writeString(place.resolve("thesis.txt"), "years of work");
    assertThat(run("migrate", "--data", place.toString())).isEqualTo(1);
    assertThat(errors.toString().strip().lines()).hasSize(1);
    assertThat(errors.toString()).contains("was not made by Freehold");
  }

  @Test
  void findsNothingRunningWhereNothingIs() {
    Path nowhere = place.resolve("nowhere");
    assertThat(run("status", "--data", nowhere.toString())).isEqualTo(3);
    assertThat(run("down", "--data", nowhere.toString())).isZero();
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void explainsAnUnknownCommand() {
    assertThat(run("fly")).isEqualTo(2);
    assertThat(errors.toString()).contains("fly");
  }

  @Test
  void everyCommandExplainsItselfAndTellsTheVersion() {
    assertThat(run("--help")).isZero();
    assertThat(output.toString()).contains("up", "tour", "jobs");
    Set<String> commands = new TreeSet<>(Freehold.commandLine().getSubcommands().keySet());
    commands.remove("help");
    for (String command : commands) {
      output.getBuffer().setLength(0);
      assertThat(run(command, "--version")).as(command).isZero();
      assertThat(output.toString()).as(command).startsWith("Freehold ").contains("Schema control");
    }
    output.getBuffer().setLength(0);
    assertThat(run("version")).isZero();
    assertThat(output.toString()).startsWith("Freehold ");
  }

  private int run(String... arguments) {
    CommandLine line = Freehold.commandLine();
    line.setOut(new PrintWriter(output, true));
    line.setErr(new PrintWriter(errors, true));
    return line.execute(arguments);
  }
}
