package org.freehold.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * The versions of one set of migrations that this build knows, oldest first, spelt as the history
 * table spells them ({@code 20261121.0900}).
 */
public final class SchemaVersion {
  static final String CONTROL = "control";
  static final String TENANT = "tenant";
  static final String LOCATION = "db/";

  private final List<String> known;

  private SchemaVersion(List<String> known) {
    this.known = known;
  }

  /** The set that makes the schema {@code control}. */
  public static SchemaVersion control() {
    return read(CONTROL);
  }

  /** The set that makes the schema {@code tenant}. */
  public static SchemaVersion tenant() {
    return read(TENANT);
  }

  /** All versions, oldest first. */
  public List<String> known() {
    return known;
  }

  /** The version that a database must have for this build to run on it. */
  public String newest() {
    return known.get(known.size() - 1);
  }

  /** Whether this build carries the migration of that version. */
  public boolean knows(String version) {
    return known.contains(version);
  }

  static SchemaVersion of(List<String> fileNames) {
    List<String> versions =
        fileNames.stream().map(SchemaVersion::versionIn).sorted(byNumbers()).toList();
    if (versions.isEmpty()) {
      throw new IllegalStateException("This build carries no migrations");
    }
    return new SchemaVersion(versions);
  }

  private static String versionIn(String fileName) {
    return fileName.substring(1, fileName.indexOf("__")).replace('_', '.');
  }

  private static Comparator<String> byNumbers() {
    return (left, right) -> {
      String[] a = left.split("\\.");
      String[] b = right.split("\\.");
      for (int i = 0; i < Math.min(a.length, b.length); i++) {
        int order = Long.compare(Long.parseLong(a[i]), Long.parseLong(b[i]));
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(a.length, b.length);
    };
  }

  private static SchemaVersion read(String set) {
    String name = "/" + LOCATION + set + "/" + SchemaIndex.FILE;
    try (InputStream index = SchemaVersion.class.getResourceAsStream(name)) {
      if (index == null) {
        throw new IllegalStateException("The build made no " + name);
      }
      return of(
          new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8))
              .lines()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
