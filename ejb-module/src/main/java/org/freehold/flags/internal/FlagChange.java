package org.freehold.flags.internal;

import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.freehold.flags.FlagActor;
import org.freehold.flags.FlagChangeDetails;
import org.freehold.flags.FlagChangeId;
import org.freehold.flags.FlagChangeKind;
import org.freehold.flags.FlagFields;
import org.freehold.platform.Actor;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.platform.persistence.UuidColumn;

/** What somebody did to a flag; never changes. */
@Entity
@Table(name = "flag_history")
@IdClass(TenantRowKey.class)
public class FlagChange {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "flag_key")
  private String flag;

  private String change;

  @Convert(converter = JsonColumn.class)
  private String before;

  @Convert(converter = JsonColumn.class)
  private String after;

  private String reason;

  @Column(name = "actor_type")
  private String actorType;

  @Column(name = "actor_id")
  @Convert(converter = UuidColumn.class)
  private UUID actorId;

  @Column(name = "actor_name")
  private String actorName;

  @Column(name = "at")
  private Instant at;

  protected FlagChange() {}

  /**
   * An entry.
   *
   * @param before null for a new flag
   * @param after null for one that is gone
   */
  FlagChange(
      TenantId tenant,
      FlagChangeKind kind,
      FlagFields before,
      FlagFields after,
      String reason,
      FlagActor by,
      Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    flag = before == null ? after.key() : before.key();
    change = WireNames.of(kind);
    this.before = written(before);
    this.after = written(after);
    this.reason = reason;
    actorType = by.type();
    actorId = by.id();
    actorName = by.type().equals(Actor.Kind.USER.wireName()) ? null : by.name();
    at = now;
  }

  private static String written(FlagFields fields) {
    return fields == null ? null : Documents.written(fields.withoutReason());
  }

  /** {@code names} of users by id. */
  FlagChangeDetails details(Map<UUID, String> names) {
    return new FlagChangeDetails(
        new FlagChangeId(id),
        flag,
        WireNames.constant(FlagChangeKind.class, change).orElseThrow(),
        told(before),
        told(after),
        reason,
        by(names),
        at);
  }

  private static JsonValue told(String document) {
    return document == null ? null : JsonText.parseObject(document);
  }

  FlagActor by(Map<UUID, String> names) {
    return new FlagActor(actorType, actorId, actorName == null ? names.get(actorId) : actorName);
  }

  UUID actorId() {
    return actorId;
  }

  /** Null when there was none. */
  public FlagFields before() {
    return before == null ? null : Documents.flag(before);
  }

  public UUID id() {
    return id;
  }

  Instant at() {
    return at;
  }
}
