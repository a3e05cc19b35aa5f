package org.freehold.webhooks.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.engine.delivery.ReplayPace;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonList;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.webhooks.DeliveryCounts;
import org.freehold.webhooks.DeliveryStatus;
import org.freehold.webhooks.ReplayDetails;
import org.freehold.webhooks.ReplayId;
import org.freehold.webhooks.ReplayKind;
import org.freehold.webhooks.ReplayRequest;
import org.freehold.webhooks.ReplayStatus;
import org.freehold.webhooks.WebhookEndpointId;

/**
 * Deliveries that are made again: {@code running → completed|cancelled}. How far it has come is
 * written in the transaction that makes them, so that none is made twice, whenever it is killed.
 */
@Entity
@Table(name = "webhook_replay")
@IdClass(TenantRowKey.class)
public class Replay {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String kind;

  @Column(name = "endpoint_id")
  private UUID endpointId;

  @Column(name = "from_at")
  private Instant fromAt;

  @Column(name = "to_at")
  private Instant toAt;

  @Convert(converter = JsonList.class)
  private List<String> statuses;

  @Convert(converter = JsonList.class)
  private List<String> types;

  @Column(name = "rate_per_minute")
  private int ratePerMinute;

  private String status;
  private long total;
  private long made;

  @Column(name = "all_made")
  private boolean allMade;

  @Column(name = "reached_at")
  private Instant reachedAt;

  @Column(name = "reached_id")
  private UUID reachedId;

  @Column(name = "started_by")
  private UUID startedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "stepped_at")
  private Instant steppedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Version private long version;

  protected Replay() {}

  Replay(CallContext call, ReplayKind kind, ReplayRequest wanted, long total, Instant now) {
    tenantId = call.tenantId().value();
    id = Uuid7.next();
    this.kind = WireNames.of(kind);
    endpointId = wanted.endpointId() == null ? null : wanted.endpointId().value();
    fromAt = wanted.from();
    toAt = wanted.to();
    statuses = wanted.status().stream().map(WireNames::of).toList();
    types = wanted.types();
    ratePerMinute = wanted.ratePerMinute();
    status = WireNames.of(ReplayStatus.RUNNING);
    this.total = total;
    UserId person = call.actor().person();
    startedBy = person == null ? null : person.value();
    createdAt = now;
    steppedAt = now;
  }

  ReplayId id() {
    return new ReplayId(id);
  }

  ReplayKind kind() {
    return WireNames.constant(ReplayKind.class, kind).orElseThrow();
  }

  ReplayPace pace() {
    return new ReplayPace(ratePerMinute, kind() == ReplayKind.REDRIVE);
  }

  /** What it chooses from: ended when it began, and not looked at yet. */
  Dead dead() {
    return new Dead(
        endpoint(),
        fromAt,
        toAt == null || toAt.isAfter(createdAt) ? createdAt : toAt,
        createdAt,
        statuses,
        types,
        kind() == ReplayKind.REDRIVE,
        reachedAt,
        reachedId);
  }

  WebhookEndpointId endpoint() {
    return endpointId == null ? null : new WebhookEndpointId(endpointId);
  }

  boolean isRunning() {
    return status.equals(WireNames.of(ReplayStatus.RUNNING));
  }

  boolean isAllMade() {
    return allMade;
  }

  long made() {
    return made;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant steppedAt() {
    return steppedAt;
  }

  void expect(long count) {
    total = count;
  }

  /** So many more were made, up to this one. */
  void advance(int more, Instant lastAt, UUID lastId, Instant now) {
    made += more;
    reachedAt = lastAt;
    reachedId = lastId;
    steppedAt = now;
  }

  /** There is nothing more to be made. */
  void madeAll() {
    allMade = true;
    total = made;
  }

  void complete(Instant now) {
    end(ReplayStatus.COMPLETED, now);
  }

  void cancel(Instant now) {
    if (!isRunning()) {
      throw new Conflict(
          "replay_not_running",
          "The replay is " + status + " already.",
          "Only a replay that is running can be cancelled.");
    }
    total = made;
    end(ReplayStatus.CANCELLED, now);
  }

  private void end(ReplayStatus how, Instant now) {
    status = WireNames.of(how);
    allMade = true;
    endedAt = now;
  }

  ReplayDetails details(DeliveryCounts counts) {
    return new ReplayDetails(
        id(),
        kind(),
        WireNames.constant(ReplayStatus.class, status).orElseThrow(),
        new ReplayDetails.Selection(
            endpoint(),
            fromAt,
            toAt,
            statuses.stream()
                .map(one -> WireNames.constant(DeliveryStatus.class, one).orElseThrow())
                .toList(),
            types),
        ratePerMinute,
        total,
        counts.delivered() + counts.exhausted() + counts.skipped(),
        counts.delivered(),
        counts.exhausted(),
        counts.skipped(),
        startedBy == null ? null : new UserId(startedBy),
        createdAt,
        endedAt);
  }
}
