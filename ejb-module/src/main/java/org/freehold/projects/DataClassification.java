package org.freehold.projects;

import org.freehold.platform.json.WireNamed;

/** The most delicate kind of data that a project handles. */
public enum DataClassification implements WireNamed {
  NONE("none"),
  PII("PII"),
  PHI("PHI"),
  FINANCIAL("financial");

  private final String wireName;

  DataClassification(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
