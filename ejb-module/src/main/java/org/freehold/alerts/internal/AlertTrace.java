package org.freehold.alerts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.freehold.alerts.AlertRule;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonList;
import org.freehold.platform.persistence.TenantRowKey;

/**
 * What is remembered of a person, key or network for one rule: the latest times of something, or
 * that something was seen with them.
 */
@Entity
@Table(name = "alert_trace")
@IdClass(TenantRowKey.class)
public class AlertTrace {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String rule;
  private String subject;
  private String kind;

  @Convert(converter = JsonList.class)
  private List<String> times;

  private int seen;

  @Column(name = "last_at")
  private Instant lastAt;

  protected AlertTrace() {}

  /**
   * @param kind of which a rule may ask all
   * @param value what tells it apart from others of its kind
   */
  AlertTrace(
      TenantId tenant, AlertRule rule, String subject, String kind, String value, Instant at) {
    tenantId = tenant.value();
    id = id(rule, subject, kind, value);
    this.rule = WireNames.of(rule);
    this.subject = subject;
    this.kind = kind;
    times = List.of();
    lastAt = at;
  }

  /** The same for the same thing, so that it is found without being stored. */
  static UUID id(AlertRule rule, String subject, String kind, String value) {
    String name = String.join("\n", rule.name(), subject, kind, value);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** It happened; whether that makes so many within so long. Times may come in any order. */
  boolean hit(Instant at, int threshold, Duration window) {
    List<Instant> latest =
        Stream.concat(times.stream().map(Instant::parse), Stream.of(at)).sorted().toList();
    if (latest.size() > threshold) {
      latest = latest.subList(latest.size() - threshold, latest.size());
    }
    times = latest.stream().map(Instant::toString).toList();
    seen(at);
    Duration taken = Duration.between(latest.get(0), latest.get(latest.size() - 1));
    return latest.size() == threshold && taken.compareTo(window) <= 0;
  }

  void seen(Instant at) {
    seen++;
    if (at.isAfter(lastAt)) {
      lastAt = at;
    }
  }

  Instant lastAt() {
    return lastAt;
  }
}
