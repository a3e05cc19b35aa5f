package org.freehold.flags.internal;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.freehold.flags.FlagActor;
import org.freehold.flags.FlagScheduleDetails;
import org.freehold.flags.FlagScheduleFields;
import org.freehold.flags.FlagScheduleId;
import org.freehold.flags.FlagScheduleStatus;
import org.freehold.platform.Actor;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.platform.persistence.UuidColumn;

/** A change of a flag that is to come: planned, then done or failed, which are the end. */
@Entity
@Table(name = "flag_schedule")
@IdClass(TenantRowKey.class)
public class FlagSchedule {
  private static final int FAILURE = 2000;

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "flag_id")
  private UUID flagId;

  @Column(name = "due_at")
  private Instant dueAt;

  @Convert(converter = JsonColumn.class)
  private String patch;

  private String reason;
  private String status;
  private String failure;

  @Column(name = "actor_type")
  private String actorType;

  @Column(name = "actor_id")
  @Convert(converter = UuidColumn.class)
  private UUID actorId;

  @Column(name = "actor_name")
  private String actorName;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Version private long version;

  protected FlagSchedule() {}

  public FlagSchedule(
      TenantId tenant, UUID flag, FlagScheduleFields fields, FlagActor by, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    flagId = flag;
    dueAt = fields.at();
    patch = JsonText.of(fields.patch());
    reason = fields.reason();
    status = WireNames.of(FlagScheduleStatus.PLANNED);
    actorType = by.type();
    actorId = by.id();
    actorName = by.type().equals(Actor.Kind.USER.wireName()) ? null : by.name();
    createdAt = now;
  }

  public boolean isPlanned() {
    return status.equals(WireNames.of(FlagScheduleStatus.PLANNED));
  }

  public boolean isDue(Instant now) {
    return isPlanned() && !now.isBefore(dueAt);
  }

  public void done(Instant now) {
    end(FlagScheduleStatus.DONE, now);
  }

  public void failed(String why, Instant now) {
    end(FlagScheduleStatus.FAILED, now);
    failure = why.length() > FAILURE ? why.substring(0, FAILURE) : why;
  }

  private void end(FlagScheduleStatus how, Instant now) {
    if (!isPlanned()) {
      throw new IllegalStateException("The planned change " + id + " has ended already");
    }
    status = WireNames.of(how);
    endedAt = now;
  }

  public FlagScheduleDetails details(String flag, Map<UUID, String> names) {
    return new FlagScheduleDetails(
        id(),
        flag,
        dueAt,
        patch(),
        reason,
        WireNames.constant(FlagScheduleStatus.class, status).orElseThrow(),
        failure,
        by(names),
        createdAt,
        endedAt);
  }

  public FlagActor by(Map<UUID, String> names) {
    return new FlagActor(actorType, actorId, actorName == null ? names.get(actorId) : actorName);
  }

  public JsonObject patch() {
    return JsonText.parseObject(patch);
  }

  public FlagScheduleId id() {
    return new FlagScheduleId(id);
  }

  public UUID flagId() {
    return flagId;
  }

  public UUID actorId() {
    return actorId;
  }

  public Instant dueAt() {
    return dueAt;
  }

  public String reason() {
    return reason;
  }
}
