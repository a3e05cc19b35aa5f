package org.freehold.platform;

import java.util.regex.Pattern;

/** Where the data of a tenant lives: today a schema, later also a data source. */
public record Placement(String schema) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  public static final Placement SHARED = new Placement("tenant");

  public Placement {
    if (!NAME.matcher(schema).matches()) {
      throw new IllegalArgumentException("Not a schema name: " + schema);
    }
  }
}
