package org.freehold.compliance.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.freehold.audit.sealing.RemovedEvents;
import org.freehold.audit.sealing.SealedPeriod;
import org.freehold.audit.sealing.TrailFinding;
import org.freehold.compliance.ComplianceReportId;
import org.freehold.compliance.Framework;
import org.freehold.compliance.ReportDetails;
import org.freehold.compliance.ReportStatus;
import org.freehold.compliance.RequestReport;
import org.freehold.compliance.Verdict;
import org.freehold.compliance.results.ControlResult;
import org.freehold.jobs.JobRunId;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.TenantRowKey;

/**
 * A report: {@code requested → begun}, with the range and the root that it sees from then on,
 * {@code → checked} piece by piece to the end of the range, {@code → completed}. Never changed
 * afterwards.
 */
@Entity
@Table(name = "compliance_report")
@IdClass(TenantRowKey.class)
public class ComplianceReport {
  static final int MOST_FINDINGS = 100;
  private static final Duration LONGEST = Duration.ofDays(1_100);

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String framework;

  @Column(name = "period_from")
  private Instant from;

  @Column(name = "period_to")
  private Instant to;

  @Column(name = "run_id")
  private UUID runId;

  @Column(name = "created_at")
  private Instant createdAt;

  private String log;

  @Column(name = "begin_position")
  private Long begin;

  @Column(name = "end_position")
  private Long end;

  private byte[] root;
  private String checkpoint;

  @Convert(converter = JsonColumn.class)
  private String consistency;

  @Column(name = "checked_to")
  private Long checkedTo;

  @Convert(converter = JsonColumn.class)
  private String damage;

  private long damaged;

  @Convert(converter = JsonColumn.class)
  private String removed;

  private Integer satisfied;

  @Column(name = "not_satisfied")
  private Integer notSatisfied;

  @Column(name = "not_attestable")
  private Integer notAttestable;

  @Column(name = "no_population")
  private Integer noPopulation;

  @Column(name = "result_hash")
  private String resultHash;

  @Column(name = "completed_at")
  private Instant completedAt;

  @Version private long version;

  protected ComplianceReport() {}

  public ComplianceReport(TenantId tenant, RequestReport wanted, JobRunId run, Instant now) {
    requirePast(wanted, now);
    tenantId = tenant.value();
    id = Uuid7.next();
    framework = wanted.framework().name();
    from = wanted.from();
    to = wanted.to();
    runId = run.value();
    createdAt = now;
    consistency = "[]";
    damage = "[]";
    removed = "[]";
  }

  /** {@link Invalid} unless it is a period that has ended and is not too long. */
  public static void requirePast(RequestReport wanted, Instant now) {
    if (!wanted.from().isBefore(wanted.to())) {
      throw Invalid.at("/to", "range", "to must be later than from.");
    }
    if (wanted.to().isAfter(now)) {
      throw Invalid.at("/to", "future", "A report is made over a period that has ended.");
    }
    if (wanted.from().plus(LONGEST).isBefore(wanted.to())) {
      throw Invalid.at(
          "/from", "range", "A period has at most " + LONGEST.toDays() + " days: make several.");
    }
  }

  /** What it sees from now on, whatever is recorded meanwhile. */
  public void begin(SealedPeriod period, List<TrailFinding> unsealed) {
    log = period.log();
    begin = period.begin();
    end = period.end();
    root = period.root() == null ? null : Base64.getDecoder().decode(period.root());
    checkpoint = period.checkpoint();
    consistency = JsonText.of(period.consistency());
    checkedTo = begin;
    damaged(period.damage());
    damaged(unsealed);
  }

  /** The events up to this place were compared with the tree, but for those that were removed. */
  public void checked(long behind, List<TrailFinding> findings, List<RemovedEvents> gone) {
    checkedTo = behind;
    damaged(findings);
    Map<UUID, Long> events = new TreeMap<>();
    removed().forEach(one -> events.merge(one.certificate(), one.events(), Long::sum));
    gone.forEach(one -> events.merge(one.certificate(), one.events(), Long::sum));
    removed =
        JsonText.of(
            events.entrySet().stream()
                .map(one -> new RemovedEvents(one.getKey(), one.getValue()))
                .toList());
  }

  /** What retention had removed of the period when all was asked. */
  public void removed(List<RemovedEvents> gone) {
    removed = JsonText.of(gone);
  }

  /** What retention removed of the period, by certificate. */
  public List<RemovedEvents> removed() {
    return JsonText.storedArray(removed).stream()
        .map(JsonValue::asJsonObject)
        .map(
            one ->
                new RemovedEvents(
                    UUID.fromString(one.getString("certificate")),
                    one.getJsonNumber("events").longValueExact()))
        .toList();
  }

  /** How many of its events are there to be asked. */
  public long left() {
    return end - begin - removed().stream().mapToLong(RemovedEvents::events).sum();
  }

  /** Something in the trail is not as it was sealed; the first hundred are told. */
  public void damaged(List<TrailFinding> findings) {
    List<Object> told = new ArrayList<>(JsonText.storedArray(damage));
    findings.stream().limit(MOST_FINDINGS - told.size()).forEach(told::add);
    damage = JsonText.of(told);
    damaged += findings.size();
  }

  /** All is answered. */
  public void complete(List<ControlResult> controls, String hash, Instant now) {
    satisfied = count(controls, Verdict.SATISFIED);
    notSatisfied = count(controls, Verdict.NOT_SATISFIED);
    notAttestable =
        count(controls, Verdict.NOT_ATTESTABLE) + count(controls, Verdict.SATISFIED_IN_PART);
    noPopulation = count(controls, Verdict.NO_POPULATION);
    resultHash = hash;
    completedAt = now;
  }

  private static int count(List<ControlResult> controls, Verdict verdict) {
    return (int) controls.stream().filter(control -> control.verdict() == verdict).count();
  }

  /** The range and the root that it sees. */
  public SealedPeriod period() {
    return new SealedPeriod(
        log, begin, end, encodedRoot(), checkpoint, JsonText.storedTexts(consistency), List.of());
  }

  /** What is wrong with the trail, as JSON; the first hundred. */
  public JsonArray damage() {
    return JsonText.storedArray(damage);
  }

  public long damaged() {
    return damaged;
  }

  public ReportDetails details() {
    return new ReportDetails(
        id(),
        framework(),
        from,
        to,
        isCompleted() ? ReportStatus.COMPLETED : ReportStatus.RUNNING,
        new JobRunId(runId),
        createdAt,
        completedAt,
        isCompleted() ? damaged == 0 : null,
        begin == null ? null : (Long) (end - begin),
        encodedRoot(),
        isCompleted()
            ? new ReportDetails.Summary(satisfied, notSatisfied, notAttestable, noPopulation)
            : null,
        resultHash);
  }

  private String encodedRoot() {
    return root == null ? null : Base64.getEncoder().encodeToString(root);
  }

  public ComplianceReportId id() {
    return new ComplianceReportId(id);
  }

  public Framework framework() {
    return WireNames.constant(Framework.class, framework).orElseThrow();
  }

  public boolean isBegun() {
    return begin != null;
  }

  public boolean isCompleted() {
    return completedAt != null;
  }

  public Instant from() {
    return from;
  }

  public Instant to() {
    return to;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant completedAt() {
    return completedAt;
  }

  /** When it was completed; when it was asked for, if it never was, as {@link RetainedReports}. */
  public Instant lastAt() {
    return completedAt == null ? createdAt : completedAt;
  }

  public long begin() {
    return begin;
  }

  public long end() {
    return end;
  }

  /** How far events were compared with the tree. */
  public long checkedTo() {
    return checkedTo;
  }

  /** The seed of samples; empty where the tree is damaged. */
  public byte[] root() {
    return root == null ? new byte[0] : root.clone();
  }

  public String resultHash() {
    return resultHash;
  }
}
