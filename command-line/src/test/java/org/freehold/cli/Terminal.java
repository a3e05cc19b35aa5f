package org.freehold.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program on a terminal, signed in nowhere, with a server that answers as the test says. */
final class Terminal implements AutoCloseable {
  @Command(name = "freehold")
  private static final class Program {}

  final PretendServer server = new PretendServer();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  int run(String... words) {
    return runAlone(with(words, "--server", server.url(), "--session", "no-such-folder/none.json"));
  }

  /** A command that asks no server. */
  int runAlone(String... words) {
    CommandLine line = ClientCommands.addTo(new CommandLine(new Program()));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> ClientCommands.explain(failure, command));
    return line.execute(words);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Override
  public void close() {
    server.close();
  }
}
