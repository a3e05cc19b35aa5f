package org.freehold.flags;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.freehold.flags.internal.Documents;
import org.freehold.flags.internal.Flag;
import org.freehold.flags.internal.FlagBook;
import org.freehold.flags.internal.FlagChecks;
import org.freehold.flags.internal.FlagRepository;
import org.freehold.flags.internal.FlagSchedule;
import org.freehold.flags.internal.PeopleRepository;
import org.freehold.flags.internal.ScheduleRepository;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.work.WorkQueue;

/** Changes of flags that are made at a planned time. */
@Stateless
@Guarded
public class FlagSchedules {
  /** The kind of work that makes them. */
  public static final String KIND = "flag_change";

  private static final int MOST = 20;
  private static final Duration FARTHEST = Duration.ofDays(731);

  @Inject private FlagRepository flags;
  @Inject private ScheduleRepository schedules;
  @Inject private PeopleRepository people;
  @Inject private FlagChecks checks;
  @Inject private WorkQueue work;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** Plans a change that could be made now; whether it can be then shows when it is made. */
  @RequiresPermission("flags:write")
  @Audited("flag.scheduled")
  public FlagScheduleDetails schedule(String key, FlagScheduleFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    flags.lock(tenant);
    Flag flag = find(tenant, key);
    Instant now = clock.instant();
    requireTime(fields.at(), now);
    checks.require(tenant, patched(flag, fields));
    if (schedules.planned(tenant, flag.id()) >= MOST) {
      throw new Conflict(
          "too_many_planned_changes",
          "There are " + MOST + " changes planned for this flag already.",
          "Take one back, or wait for one.");
    }
    FlagSchedule schedule = new FlagSchedule(tenant, flag.id(), fields, FlagBook.caller(), now);
    schedules.add(schedule);
    work.schedule(KIND, tenant, schedule.id().value(), fields.at());
    changes.about("flag", flag.id()).after(fields);
    return told(tenant, flag, schedule);
  }

  /** By the time at which they are due, those that are done and failed too. */
  @RequiresPermission("flags:read")
  public Page<FlagScheduleDetails> list(String key, PageRequest page) {
    TenantId tenant = CurrentCall.tenantId();
    return schedules.list(tenant, find(tenant, key), page);
  }

  /** Takes a change back that was not made yet. */
  @RequiresPermission("flags:write")
  @Audited("flag.schedule_cancelled")
  public void cancel(String key, FlagScheduleId id) {
    TenantId tenant = CurrentCall.tenantId();
    Flag flag = find(tenant, key);
    FlagSchedule schedule =
        schedules
            .locked(tenant, id)
            .filter(found -> found.flagId().equals(flag.id()))
            .orElseThrow(() -> new NotFound("planned_change"));
    if (!schedule.isPlanned()) {
      throw new Conflict(
          "change_not_planned",
          "The change was made already, or failed.",
          "Undo it in the flag's history.");
    }
    changes.about("flag", flag.id()).before(told(tenant, flag, schedule));
    schedules.remove(schedule);
  }

  private static void requireTime(Instant at, Instant now) {
    if (!at.isAfter(now) || at.isAfter(now.plus(FARTHEST))) {
      throw Invalid.at("/at", "range", "This must be in the future, within two years.");
    }
  }

  private static FlagFields patched(Flag flag, FlagScheduleFields fields) {
    if (!(fields.patch() instanceof JsonObject patch)) {
      throw Invalid.at("/patch", "type", "This must be an object.");
    }
    if (patch.containsKey("key") || patch.containsKey("reason")) {
      throw Invalid.at("/patch", "not_allowed", "A patch changes neither key nor reason.");
    }
    return Documents.patched(flag.fields(), patch);
  }

  private FlagScheduleDetails told(TenantId tenant, Flag flag, FlagSchedule schedule) {
    Map<UUID, String> names =
        people.emails(tenant, java.util.Collections.singletonList(schedule.actorId()));
    return schedule.details(flag.key(), names);
  }

  private Flag find(TenantId tenant, String key) {
    return flags.byKey(tenant, key).orElseThrow(() -> new NotFound("flag"));
  }
}
