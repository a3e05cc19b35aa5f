package org.freehold.compliance;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.freehold.audit.sealing.SealedPeriod;
import org.freehold.audit.sealing.SealedPeriods;
import org.freehold.audit.sealing.TrailFinding;
import org.freehold.compliance.catalogue.Controls;
import org.freehold.compliance.catalogue.Question;
import org.freehold.compliance.catalogue.Questions;
import org.freehold.compliance.internal.AnswerRepository;
import org.freehold.compliance.internal.Asking;
import org.freehold.compliance.internal.ComplianceReport;
import org.freehold.compliance.internal.ReportAssembly;
import org.freehold.compliance.internal.ReportRepository;
import org.freehold.compliance.results.ReportResults;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.Run;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * The steps of making a report, each of which finds what is left to do in the report's own rows:
 * cut off anywhere, it goes on from there, and nothing is done twice.
 */
@Stateless
@Guarded
public class ReportRun {
  /** Events that are hashed in one transaction. */
  public static final long PIECE = 65_536;

  private static final int MOST_FINDINGS = 100;

  @Inject private ReportRepository reports;
  @Inject private AnswerRepository answers;
  @Inject private Asking asking;
  @Inject private ReportAssembly assembly;
  @Inject private SealedPeriods periods;
  @Inject private ReportRoom room;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * What there is to do.
   *
   * @param begin the place of the first event of the period; they are hashed
   * @param end the place behind the last
   * @param questions to be asked
   */
  public record Extent(long begin, long end, int questions) {
    public long total() {
      return end - begin + questions;
    }
  }

  /** What the trail keeps of a report. */
  public record Completed(
      String framework,
      String from,
      String to,
      long begin,
      long end,
      String root,
      boolean proved,
      int satisfied,
      int notSatisfied,
      String resultHash) {}

  /**
   * A run that a schedule or the command line started has no report yet. Apart from all that takes
   * time: whoever asks for a report of the tenant waits for it.
   */
  @SystemCall
  @NotAudited("It is a step of a run; the report's completion is on record.")
  public void make(Run run) {
    TenantId tenant = CurrentCall.tenantId();
    if (reports.byRun(tenant, run.id()).isPresent()) {
      return;
    }
    Instant now = clock.instant();
    room.require();
    RequestReport wanted = ComplianceReportJob.wanted(run.parameters(), now);
    reports.add(new ComplianceReport(tenant, wanted, run.id(), now));
  }

  /** Says what the report sees, once and for all: whatever is recorded later is not in it. */
  @SystemCall
  @NotAudited("It is a step of a run; the report's completion is on record.")
  public Extent begin(JobRunId run) {
    TenantId tenant = CurrentCall.tenantId();
    ComplianceReport report = reports.locked(tenant, run).orElseThrow();
    List<Question> questions = Questions.of(Controls.of(report.framework()));
    if (!report.isBegun()) {
      SealedPeriod period = periods.of(report.from(), report.to());
      List<TrailFinding> found =
          new ArrayList<>(periods.unsealed(report.from(), report.to(), MOST_FINDINGS));
      found.addAll(periods.prove(period));
      report.begin(period, found);
      answers.plan(tenant, report.id(), questions);
    }
    reports.flush();
    return new Extent(report.begin(), report.end(), questions.size());
  }

  /** How many events of the period are still to be hashed. */
  @SystemCall
  @NotAudited("It is a step of a run; the report's completion is on record.")
  public long left(JobRunId run) {
    ComplianceReport report = known(run);
    return report.end() - report.checkedTo();
  }

  /**
   * Hashes one piece of the period, from the place that is next; answers how many events it had.
   */
  @SystemCall
  @NotAudited("It is a step of a run; the report's completion is on record.")
  public long check(JobRunId run) {
    ComplianceReport report = reports.locked(CurrentCall.tenantId(), run).orElseThrow();
    long begin = report.checkedTo();
    long behind = Math.min(begin + PIECE, report.end());
    if (begin < behind) {
      report.checked(
          behind, periods.check(begin, behind, MOST_FINDINGS), periods.removed(begin, behind));
    }
    return behind - begin;
  }

  /** The ids of questions that are still to be asked, of one of so many parts. */
  @SystemCall
  @NotAudited("It is a step of a run; the report's completion is on record.")
  public List<String> open(JobRunId run, int part, int parts) {
    return answers.open(CurrentCall.tenantId(), known(run).id(), part, parts);
  }

  /** Asks; false when somebody else had an answer before. */
  @SystemCall
  @NotAudited("It is a step of a run; the report's completion is on record.")
  public boolean answer(JobRunId run, String question) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    ComplianceReport report = known(run);
    return answers.keep(
        tenant.id(),
        report.id(),
        asking.answer(tenant, report, Questions.byId(question)),
        clock.instant());
  }

  /** All is answered: the report can be read, the trail has its hash, and the world hears of it. */
  @SystemCall
  @Audited(value = "compliance_report.completed", complianceRelevant = true)
  public void finish(JobRunId run) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    ComplianceReport report = reports.locked(tenant.id(), run).orElseThrow();
    if (report.isCompleted()) {
      changes.nothingChanged();
      return;
    }
    if (report.damaged() == 0) {
      // Retention, or somebody else, may have removed what was hashed before all was asked.
      report.damaged(periods.gone(report.begin(), report.end(), MOST_FINDINGS));
    }
    report.removed(periods.removed(report.begin(), report.end()));
    ReportResults results = assembly.results(tenant, report);
    report.complete(results.controls(), ReportAssembly.hash(results), clock.instant());
    reports.flush();
    ReportDetails told = report.details();
    changes
        .about("compliance_report", report.id().value())
        .after(
            new Completed(
                told.framework().wireName(),
                told.from().toString(),
                told.to().toString(),
                report.begin(),
                report.end(),
                told.root(),
                told.proved(),
                told.summary().satisfied(),
                told.summary().notSatisfied(),
                told.resultHash()));
    events.fire(
        new ComplianceEvents.ReportCompleted(
            told.id(),
            told.framework().wireName(),
            told.from(),
            told.to(),
            told.proved(),
            told.summary().satisfied(),
            told.summary().notSatisfied(),
            told.resultHash()));
  }

  private ComplianceReport known(JobRunId run) {
    return reports.byRun(CurrentCall.tenantId(), run).orElseThrow();
  }
}
