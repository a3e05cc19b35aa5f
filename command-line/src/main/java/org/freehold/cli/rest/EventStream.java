package org.freehold.cli.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Events of a server as they come (WHATWG HTML, 9.2). A connection over which nothing came for 45
 * seconds, not even a comment, counts as cut: the server sends one every 15.
 */
public final class EventStream implements AutoCloseable {
  private static final Duration SILENCE = Duration.ofSeconds(45);

  /** One event with its data, which is JSON. */
  public record Event(String type, JsonObject data) {}

  private final InputStream body;
  private final BufferedReader lines;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "freehold-events");
            thread.setDaemon(true);
            return thread;
          });

  EventStream(InputStream body) {
    this.body = body;
    lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /** The next event; empty when the server has ended the stream. */
  public Optional<Event> next() {
    String type = "message";
    StringBuilder data = new StringBuilder();
    for (String line = line(); line != null; line = line()) {
      if (line.isEmpty()) {
        if (data.length() > 0) {
          return Optional.of(new Event(type, object(data.toString())));
        }
        type = "message";
      } else if (line.startsWith("event:")) {
        type = line.substring("event:".length()).strip();
      } else if (line.startsWith("data:")) {
        data.append(line.substring("data:".length()).strip()).append('\n');
      }
    }
    return Optional.empty();
  }

  private String line() {
    try {
      return reader.submit(lines::readLine).get(SILENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw cut(new IOException("nothing came for " + SILENCE.toSeconds() + " seconds", e));
    } catch (ExecutionException e) {
      throw cut(new IOException("the stream broke", e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted.", "What was begun goes on.", e);
    }
  }

  private static Failure cut(IOException cause) {
    return new Failure("The connection was cut.", "Try again.", cause);
  }

  private static JsonObject object(String data) {
    try (JsonReader json = Json.createReader(new StringReader(data))) {
      return json.readObject();
    } catch (JsonException e) {
      throw new Failure("The server told something that is not of its API.", "Check --server.", e);
    }
  }

  /** Closes the stream below the reader, which may be waiting for a line. */
  @Override
  public void close() {
    reader.shutdownNow();
    try {
      body.close();
    } catch (IOException e) {
      throw cut(e);
    }
  }
}
