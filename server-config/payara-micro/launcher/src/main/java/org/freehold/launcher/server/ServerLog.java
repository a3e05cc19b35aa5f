package org.freehold.launcher.server;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What the server prints, kept in a file that starts over at ten megabytes with one older copy, and
 * read on the way for the one thing that the server says nowhere else: how its start ended.
 */
final class ServerLog {
  private static final long ENOUGH = 10L << 20;

  private final Path file;
  private final StartReport report = new StartReport();

  ServerLog(Path file) {
    this.file = file;
  }

  StartReport report() {
    return report;
  }

  Path file() {
    return file;
  }

  /** Reads to the end of the stream on a thread of its own. */
  void follow(InputStream output) {
    Thread reader = new Thread(() -> copy(output), "server-log");
    reader.setDaemon(true);
    reader.start();
  }

  private void copy(InputStream output) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      try {
        while (line != null) {
          line = writeUntilFull(line, lines);
        }
      } catch (IOException e) {
        System.err.println("The log " + file + " cannot be written any more: " + e);
        drain(lines);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A pipe that nobody reads would stop the server. */
  private void drain(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      report.see(line);
    }
  }

  /** The line that found the file full, or null at the end of the stream. */
  private String writeUntilFull(String first, BufferedReader lines) throws IOException {
    roll();
    try (BufferedWriter writer =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      long written = Files.size(file);
      String line = first;
      while (line != null && written < ENOUGH) {
        report.see(line);
        writer.write(line);
        writer.newLine();
        if (!lines.ready()) {
          writer.flush();
        }
        written += line.length() + 1;
        line = lines.readLine();
      }
      return line;
    }
  }

  private void roll() throws IOException {
    if (Files.exists(file) && Files.size(file) >= ENOUGH) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
