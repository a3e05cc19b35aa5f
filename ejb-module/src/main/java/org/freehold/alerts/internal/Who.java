package org.freehold.alerts.internal;

import org.freehold.alerts.AlertRule;
import org.freehold.alerts.AlertSubject;
import org.freehold.alerts.Finding;
import org.freehold.audit.AuditEventDetails;

/**
 * Whom an event is laid to: the key or person who acted, else whoever was meant, else a network.
 */
record Who(AlertSubject type, String id) {
  private static final int LONGEST = 100;

  /** Promotions, which the product carries out itself. */
  static final Who RELEASES = new Who(AlertSubject.SYSTEM, "releases");

  static Who did(AuditEventDetails event) {
    if (event.apiKeyId() != null) {
      return new Who(AlertSubject.API_KEY, event.apiKeyId().toString());
    }
    if (event.userId() != null) {
      return new Who(AlertSubject.USER, event.userId().toString());
    }
    if ("user".equals(event.resourceType()) && event.resourceId() != null) {
      return new Who(AlertSubject.USER, cut(event.resourceId()));
    }
    return Whereabouts.network(event.ipAddress())
        .map(network -> new Who(AlertSubject.NETWORK, network))
        .orElseGet(() -> new Who(AlertSubject.SYSTEM, "unknown"));
  }

  /** What a product calls its people may be long. */
  private static String cut(String id) {
    return id.length() <= LONGEST ? id : id.substring(0, LONGEST);
  }

  String key() {
    return type + ":" + id;
  }

  Finding finding(AlertRule rule, AuditEventDetails event, String summary) {
    return new Finding(rule, type, id, summary, event.timestamp(), event.id(), false);
  }
}
