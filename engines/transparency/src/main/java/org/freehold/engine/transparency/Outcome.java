package org.freehold.engine.transparency;

import java.util.Locale;

/** How an audited action ended; a leaf carries the name in lower case. */
public enum Outcome {
  SUCCESS,
  /** Not allowed, so not tried. */
  REFUSED,
  /** Allowed, and tried in vain. */
  FAILED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
