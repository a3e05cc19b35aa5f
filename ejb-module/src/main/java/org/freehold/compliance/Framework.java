package org.freehold.compliance;

import org.freehold.platform.json.WireNamed;

/** What reports are made for. On the wire as auditors write it. */
public enum Framework implements WireNamed {
  SOC2("SOC 2", "2017 Trust Services Criteria with the points of focus of 2022"),
  HIPAA("HIPAA", "45 CFR Part 164, security and breach rules"),
  GDPR("GDPR", "Regulation (EU) 2016/679"),
  ISO27001("ISO/IEC 27001", "2022, Annex A"),
  PCI_DSS("PCI DSS", "4.0.1");

  private final String title;
  private final String edition;

  Framework(String title, String edition) {
    this.title = title;
    this.edition = edition;
  }

  public String title() {
    return title;
  }

  /** Which text the ids of its controls are of. */
  public String edition() {
    return edition;
  }

  @Override
  public String wireName() {
    return name();
  }
}
