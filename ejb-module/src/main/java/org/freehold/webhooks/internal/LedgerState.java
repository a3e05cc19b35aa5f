package org.freehold.webhooks.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.webhooks.LedgerFinding;
import org.freehold.webhooks.LedgerFinding.Code;

/**
 * How far the ledger of a tenant is checked, and what was found. The numbers are compared at every
 * check; what differs twice running is a finding. The rows are looked through once, and again from
 * a week back when a day has passed since.
 */
@Entity
@Table(name = "webhook_ledger_check")
public class LedgerState {
  private static final int DAYS_BACK = 7;
  private static final Duration BETWEEN_PASSES = Duration.ofDays(1);

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Column(name = "checked_at")
  private Instant checkedAt;

  @Convert(converter = JsonColumn.class)
  private String suspected;

  @Convert(converter = JsonColumn.class)
  private String findings;

  @Convert(converter = JsonColumn.class)
  private String seen;

  private LocalDate day;

  @Column(name = "day_created")
  private long dayCreated;

  @Column(name = "reached_at")
  private Instant reachedAt;

  @Column(name = "reached_id")
  private UUID reachedId;

  @Column(name = "passed_at")
  private Instant passedAt;

  protected LedgerState() {}

  LedgerState(TenantId tenant, Instant now) {
    tenantId = tenant.value();
    checkedAt = now;
    suspected = "[]";
    findings = "[]";
    seen = "[]";
    begin(now);
  }

  private void begin(Instant now) {
    day = today(now).minusDays(DAYS_BACK);
    dayCreated = 0;
    reachedAt = null;
    reachedId = null;
    passedAt = null;
    seen = "[]";
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  LocalDate day() {
    return day;
  }

  Instant reachedAt() {
    return reachedAt;
  }

  UUID reachedId() {
    return reachedId;
  }

  /**
   * Begins another pass when it is time, or when this one was left so long ago that what it was at
   * may have gone, with its month or by a policy: what is counted of it cannot be seen any more.
   *
   * @param keepDays that deliveries are kept at the least
   */
  void beginAgain(Instant now, int keepDays) {
    LocalDate kept = YearMonth.from(day).plusMonths(1).atDay(1).plusDays(keepDays);
    boolean gone =
        kept.isBefore(today(now).plusDays(1))
            || !day.plusDays(RetainedMessages.LEAST_DAYS).isAfter(today(now));
    if (gone || passedAt != null && passedAt.plus(BETWEEN_PASSES).isBefore(now)) {
      begin(now);
    }
  }

  void see(LedgerRows.Seen rows) {
    dayCreated += rows.count();
    if (rows.lastAt() != null) {
      reachedAt = rows.lastAt();
      reachedId = rows.lastId();
    }
    seen = text(together(read(seen), rows.findings()));
  }

  /** The day is over and looked through. */
  void dayEnds(long counted) {
    if (counted != dayCreated) {
      LedgerFinding differs =
          new LedgerFinding(Code.DAYS_DIFFER, Math.abs(counted - dayCreated), null);
      seen = text(together(read(seen), List.of(differs)));
    }
    day = day.plusDays(1);
    dayCreated = 0;
    reachedAt = null;
    reachedId = null;
  }

  void passed(Instant now) {
    passedAt = passedAt == null ? now : passedAt;
  }

  /** Answers what is wrong: what the numbers said twice, and what the rows said. */
  List<LedgerFinding> check(List<LedgerFinding> numbers, Instant now) {
    List<Code> before = read(suspected).stream().map(LedgerFinding::code).toList();
    List<LedgerFinding> wrong =
        new ArrayList<>(numbers.stream().filter(one -> before.contains(one.code())).toList());
    suspected = text(numbers);
    wrong = together(wrong, read(seen));
    findings = text(wrong);
    checkedAt = now;
    return wrong;
  }

  List<LedgerFinding> seen() {
    return read(seen);
  }

  /** Adds up what concerns the same, except that the greater count of two views of it counts. */
  static List<LedgerFinding> together(List<LedgerFinding> some, List<LedgerFinding> more) {
    Map<Code, LedgerFinding> all = new EnumMap<>(Code.class);
    for (List<LedgerFinding> each : List.of(some, more)) {
      for (LedgerFinding one : each) {
        all.merge(one.code(), one, LedgerState::added);
      }
    }
    return List.copyOf(all.values());
  }

  private static LedgerFinding added(LedgerFinding one, LedgerFinding other) {
    return new LedgerFinding(
        one.code(),
        one.count() + other.count(),
        one.example() == null ? other.example() : one.example());
  }

  private static String text(List<LedgerFinding> findings) {
    return JsonText.of(findings);
  }

  private static List<LedgerFinding> read(String stored) {
    return JsonText.storedArray(stored).getValuesAs(JsonObject.class).stream()
        .map(LedgerState::finding)
        .toList();
  }

  private static LedgerFinding finding(JsonObject stored) {
    JsonValue example = stored.getOrDefault("example", JsonValue.NULL);
    return new LedgerFinding(
        WireNames.constant(Code.class, stored.getString("code")).orElseThrow(),
        stored.getJsonNumber("count").longValue(),
        example instanceof JsonString text ? UUID.fromString(text.getString()) : null);
  }
}
