package org.freehold.cli;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** Shows how far a run is: a bar that moves on a terminal, and plain lines anywhere else. */
final class Progress {
  private static final int BAR = 30;

  private final PrintWriter out;
  private final boolean moves;
  private String last = "";

  Progress(PrintWriter out, boolean moves) {
    this.out = out;
    this.moves = moves;
  }

  static Progress on(PrintWriter out) {
    return new Progress(out, System.console() != null && Ansi.AUTO.enabled());
  }

  void show(JsonObject run) {
    JsonObject progress = run.getJsonObject("progress");
    String line = line(run.getString("status"), progress);
    if (line.equals(last)) {
      return;
    }
    last = line;
    if (moves) {
      out.print("\r\u001b[K" + bar(progress) + " " + line);
    } else {
      out.println(line);
    }
    out.flush();
  }

  /** Leaves the line of the bar. */
  void end() {
    if (moves) {
      out.println();
      out.flush();
    }
  }

  private static String line(String status, JsonObject progress) {
    if (progress == null) {
      return status;
    }
    StringBuilder line = new StringBuilder(status).append(": ");
    line.append(progress.get("done"));
    number(progress, "total").ifPresent(total -> line.append(" of ").append(total));
    text(progress, "unit").ifPresent(unit -> line.append(' ').append(unit));
    number(progress, "percent").ifPresent(percent -> line.append(", ").append(percent).append('%'));
    text(progress, "message").ifPresent(message -> line.append(", ").append(message));
    return Table.printable(line.toString());
  }

  private static String bar(JsonObject progress) {
    int percent =
        progress == null ? 0 : number(progress, "percent").map(JsonNumber::intValue).orElse(0);
    int full = Math.min(BAR, Math.max(0, percent * BAR / 100));
    return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
  }

  private static Optional<JsonNumber> number(JsonObject progress, String member) {
    return progress.get(member) instanceof JsonNumber number
        ? Optional.of(number)
        : Optional.empty();
  }

  private static Optional<String> text(JsonObject progress, String member) {
    boolean isText =
        progress.get(member) != null
            && progress.get(member).getValueType() == JsonValue.ValueType.STRING;
    return isText ? Optional.of(progress.getString(member)) : Optional.empty();
  }
}
