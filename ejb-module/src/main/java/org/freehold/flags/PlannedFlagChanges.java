package org.freehold.flags;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.freehold.flags.internal.Documents;
import org.freehold.flags.internal.Flag;
import org.freehold.flags.internal.FlagBook;
import org.freehold.flags.internal.FlagRepository;
import org.freehold.flags.internal.FlagSchedule;
import org.freehold.flags.internal.ScheduleRepository;
import org.freehold.platform.Audited;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;

/** Makes the changes of flags whose time has come. */
@Stateless
@Guarded
public class PlannedFlagChanges {
  @Inject private FlagRepository flags;
  @Inject private ScheduleRepository schedules;
  @Inject private FlagBook book;
  @Inject private Clock clock;

  /** Whether it is still planned, and its time has come. */
  @SystemCall
  @NotAudited("It only reads.")
  public boolean isDue(FlagScheduleId id) {
    return schedules
        .byId(CurrentCall.tenantId(), id)
        .filter(schedule -> schedule.isDue(clock.instant()))
        .isPresent();
  }

  /** Refuses, as a change by hand would be, when it no longer fits the flag. */
  @SystemCall
  @Audited("flag.schedule_made")
  public void make(FlagScheduleId id) {
    TenantId tenant = CurrentCall.tenantId();
    flags.lock(tenant);
    FlagSchedule schedule =
        schedules
            .locked(tenant, id)
            .filter(found -> found.isDue(clock.instant()))
            .orElseThrow(() -> new NotFound("planned_change"));
    Flag flag = flags.byId(tenant, schedule.flagId()).orElseThrow(() -> new NotFound("flag"));
    book.change(
        tenant,
        flag,
        Documents.patched(flag.fields(), schedule.patch()),
        FlagChangeKind.UPDATED,
        schedule.reason(),
        schedule.by(Map.of()));
    schedule.done(clock.instant());
  }

  /** Keeps why it could not be made. */
  @SystemCall
  @NotAudited("The change that could not be made is on record with its failure.")
  public void failed(FlagScheduleId id, String why) {
    schedules
        .locked(CurrentCall.tenantId(), id)
        .filter(FlagSchedule::isPlanned)
        .ifPresent(schedule -> schedule.failed(why, clock.instant()));
  }
}
