package org.freehold.cli;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.freehold.cli.rest.Failure;

/** The bundle of a release, from a file or from the standard input. */
record BundleFile(String name) {
  private static final int LARGEST_BYTES = 4 * 1024 * 1024;

  JsonObject read() {
    try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(Path.of(name))) {
      byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
      if (bytes.length > LARGEST_BYTES) {
        throw new Failure(told() + " has more than 4 MB.", "Make several releases of it.");
      }
      try (JsonReader json = Json.createReader(new ByteArrayInputStream(bytes))) {
        return json.readObject();
      }
    } catch (JsonException e) {
      throw new Failure(told() + " is no JSON object.", String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new Failure(told() + " cannot be read.", e.toString(), e);
    }
  }

  private String told() {
    return name.equals("-") ? "The standard input" : name;
  }
}
