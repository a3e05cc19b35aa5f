package org.freehold.compliance;

import org.freehold.platform.json.WireNamed;

/** What a report says of a question or a control. */
public enum Verdict implements WireNamed {
  /** Something happened, and nothing of it was an exception. */
  SATISFIED,
  /** Of a control: nothing was an exception, and not all that it asks can be attested. */
  SATISFIED_IN_PART,
  /** There are exceptions, or the trail is not proved. */
  NOT_SATISFIED,
  /** Nothing happened that could be judged. */
  NO_POPULATION,
  /** The trail does not tell. */
  NOT_ATTESTABLE;

  @Override
  public String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
