package org.freehold.retention;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.freehold.audit.archive.PlaceRange;
import org.freehold.audit.archive.TrailArchives;
import org.freehold.audit.archive.TrailSegment;
import org.freehold.audit.archive.VerifiedArchive;
import org.freehold.files.FileId;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.retention.internal.ArchiveRepository;
import org.freehold.retention.internal.ArchiveStore;
import org.freehold.retention.internal.KeptDays;
import org.freehold.retention.internal.PlanRepository;
import org.freehold.retention.internal.RetentionArchive;
import org.freehold.retention.internal.RetentionPlan;

/**
 * The steps by which a plan of the tenant of the call is carried out, each a short transaction, and
 * each harmless when it is done again: rows say where to go on.
 */
@Stateless
@Guarded
public class RetentionSteps {
  private static final String STEP =
      "A step of a run; what the run removes is on record as retention.certified before it is.";

  @Inject private PlanRepository plans;
  @Inject private ArchiveRepository archives;
  @Inject private KeptDays kept;
  @Inject private TrailArchives trail;
  @Inject private ArchiveStore store;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** What the trail says of an archive; the places are what verifiers read. */
  public record Certified(
      String dataClass,
      LocalDate month,
      int days,
      RetentionPlanId plan,
      List<PlaceRange> places,
      long events,
      String archiveSha256,
      String manifestSha256,
      long size,
      String root) {}

  /** The plans at this point that the policy in force lets go, the oldest month first. */
  @SystemCall
  @NotAudited(STEP)
  public List<RetentionPlanId> at(PlanStatus status) {
    return plans.all(CurrentCall.tenantId(), RetentionPlanning.TRAIL).stream()
        .filter(plan -> plan.status() == status && isOver(plan))
        .map(RetentionPlan::id)
        .toList();
  }

  /**
   * The months that are certified and wait for their removal, as far as the policy lets them go.
   */
  @SystemCall
  @NotAudited(STEP)
  public List<LocalDate> certifiedMonths() {
    return plans.all(CurrentCall.tenantId(), RetentionPlanning.TRAIL).stream()
        .filter(plan -> plan.status() == PlanStatus.CERTIFIED && isOver(plan))
        .map(RetentionPlan::month)
        .toList();
  }

  /** Whether it is still at this point, and the policy in force lets it go. */
  @SystemCall
  @NotAudited(STEP)
  public boolean isStill(PlanStatus status, RetentionPlanId id) {
    RetentionPlan plan = plan(id);
    return plan.status() == status && isOver(plan);
  }

  /**
   * Divides what is left of the plan; answers the archives that are not certified yet. Those that
   * are and have their place in the tree let their events go from here on.
   */
  @SystemCall
  @NotAudited(STEP)
  public List<RetentionArchiveId> divide(RetentionPlanId id) {
    TenantId tenant = CurrentCall.tenantId();
    archives.forgetPlanned(tenant, id);
    List<RetentionArchive> all = archives.of(tenant, id);
    all.stream()
        .filter(RetentionArchive::isCertified)
        .forEach(one -> trail.keepCertificate(one.id().value(), one.ranges()));
    List<RetentionArchive> open = all.stream().filter(one -> !one.isCertified()).toList();
    if (!open.isEmpty()) {
      // What was stored is certified first: places must not be in two archives.
      return open.stream().map(RetentionArchive::id).toList();
    }
    List<TrailSegment> segments = trail.segments(plan(id).month());
    List<RetentionArchive> made =
        segments.stream()
            .map(segment -> new RetentionArchive(tenant, id, segment, clock.instant()))
            .toList();
    made.forEach(archive -> archives.add(tenant, archive));
    archives.flush();
    return made.stream().map(RetentionArchive::id).toList();
  }

  /** What an archive is to hold. */
  public record Wanted(boolean stored, long begin, long end, List<PlaceRange> places) {}

  @SystemCall
  @NotAudited(STEP)
  public Wanted wanted(RetentionArchiveId id) {
    RetentionArchive archive = archive(id);
    return new Wanted(archive.isStored(), archive.firstPlace(), archive.behind(), archive.ranges());
  }

  /** Before its bytes are written: they are under an id that is known, so nobody sweeps them. */
  @SystemCall
  @NotAudited(STEP)
  public StoredArchive write(RetentionArchiveId id, long bytes) {
    RetentionArchive archive = archive(id);
    FileId file = new FileId(Uuid7.next());
    archive.write(file, store.newKey(CurrentCall.tenantId(), file), bytes);
    archives.flush();
    return archive.place();
  }

  /** The bytes were read back and verified. */
  @SystemCall
  @NotAudited(STEP)
  public void stored(RetentionArchiveId id, String sha256, VerifiedArchive verified) {
    archive(id).stored(sha256, verified);
    archives.flush();
  }

  /** Puts on record what may be removed, and where it is; not twice. */
  @SystemCall
  @Audited(value = "retention.certified", complianceRelevant = true)
  public void certify(RetentionArchiveId id) {
    RetentionArchive archive = archive(id);
    if (!archive.isStored()) {
      changes.nothingChanged();
      return;
    }
    RetentionArchiveDetails details = archive.details();
    RetentionPlanDetails plan = plan(details.planId()).details();
    archive.certified();
    archives.flush();
    changes
        .about("retention_archive", id.value())
        .after(
            new Certified(
                plan.dataClass(),
                plan.month(),
                plan.days(),
                plan.id(),
                details.places(),
                details.events(),
                details.sha256(),
                details.manifestSha256(),
                archive.treeSize(),
                archive.root()));
  }

  /** Nothing of it is left that is not certified. */
  @SystemCall
  @NotAudited(STEP)
  public void certified(RetentionPlanId id) {
    plan(id).certified();
    plans.flush();
  }

  /** Removes at most so many events; answers how many. */
  @SystemCall
  @NotAudited(STEP)
  public int remove(RetentionPlanId id, int most) {
    RetentionPlan plan = plan(id);
    int removed = trail.remove(plan.month(), most);
    plan.removing(removed);
    plans.flush();
    return removed;
  }

  /** Nothing is left that may go. */
  @SystemCall
  @NotAudited(STEP)
  public void removed(RetentionPlanId id) {
    plan(id).removed(clock.instant());
    plans.flush();
  }

  private boolean isOver(RetentionPlan plan) {
    return kept.isOver(CurrentCall.get().requireTenant(), plan);
  }

  private RetentionPlan plan(RetentionPlanId id) {
    return plans.byId(CurrentCall.tenantId(), id).orElseThrow();
  }

  private RetentionArchive archive(RetentionArchiveId id) {
    return archives.byId(CurrentCall.tenantId(), id).orElseThrow();
  }
}
