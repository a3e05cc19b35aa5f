package org.freehold.platform;

import org.freehold.platform.json.WireNamed;

/** How much an event deserves attention. On the wire in capitals, as clients know it. */
public enum Severity implements WireNamed {
  INFO(1),
  WARNING(3),
  ERROR(4),
  CRITICAL(5);

  private final int ocsf;

  Severity(int ocsf) {
    this.ocsf = ocsf;
  }

  /** The number on the OCSF scale, as the leaf holds it. */
  public int ocsf() {
    return ocsf;
  }

  /** The one with this number; INFO for those between and below. */
  public static Severity ofOcsf(int number) {
    Severity found = INFO;
    for (Severity severity : values()) {
      found = severity.ocsf <= number ? severity : found;
    }
    return found;
  }

  @Override
  public String wireName() {
    return name();
  }
}
