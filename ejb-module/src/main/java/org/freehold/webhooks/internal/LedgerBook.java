package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.freehold.platform.TenantId;
import org.freehold.webhooks.LedgerDetails;
import org.freehold.webhooks.LedgerFinding;

/** The ledger of a tenant: its numbers now, and the check that goes through its rows. */
@ApplicationScoped
public class LedgerBook {
  /** Rows that one check looks at: some hundredths of a second. */
  private static final int ROWS = 5000;

  /** A transaction that made deliveries has ended by then. */
  private static final Duration SETTLED = Duration.ofMinutes(10);

  @PersistenceContext private EntityManager em;
  @Inject private LedgerRows rows;
  @Inject private WebhookSettings settings;
  @Inject private Clock clock;

  /**
   * What a check found.
   *
   * @param goesOn whether there is more to look at soon
   */
  record Checked(List<LedgerFinding> findings, boolean goesOn) {}

  LedgerStock stock(TenantId tenant) {
    try {
      return rows.stock(em.unwrap(Connection.class), tenant);
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be read", e);
    }
  }

  public LedgerDetails now(TenantId tenant) {
    LedgerStock stock = stock(tenant);
    LedgerState state = em.find(LedgerState.class, tenant.value());
    List<LedgerFinding> findings =
        LedgerState.together(stock.findings(), state == null ? List.of() : state.seen());
    return new LedgerDetails(
        stock.created(),
        stock.delivered(),
        stock.exhausted(),
        stock.skipped(),
        stock.pending(),
        findings.isEmpty(),
        new LedgerDetails.Messages(
            stock.spread() + stock.unspread(), stock.spread(), stock.unspread()),
        findings,
        clock.instant());
  }

  /** Compares the numbers, and looks through the next rows. */
  Checked check(TenantId tenant) {
    Instant now = clock.instant();
    LedgerState state = em.find(LedgerState.class, tenant.value(), LockModeType.PESSIMISTIC_WRITE);
    if (state == null) {
      state = new LedgerState(tenant, now);
      em.persist(state);
    }
    state.beginAgain(now, settings.keepDays());
    LedgerStock stock = stock(tenant);
    boolean more;
    try {
      more = lookOn(tenant, state, now.minus(SETTLED));
      rows.fold(em.unwrap(Connection.class), tenant, today(now));
    } catch (SQLException e) {
      throw new IllegalStateException("The rows of the ledger could not be looked through", e);
    }
    List<LedgerFinding> findings = state.check(stock.findings(), now);
    boolean quiet = stock.pending() == 0 && stock.unspread() == 0 && stock.findings().isEmpty();
    return new Checked(findings, more || !quiet || !findings.isEmpty());
  }

  /** Whether there is more that is settled. */
  private boolean lookOn(TenantId tenant, LedgerState state, Instant before) throws SQLException {
    Connection connection = em.unwrap(Connection.class);
    LedgerRows.Seen seen = rows.look(connection, tenant, state, before, ROWS);
    state.see(seen);
    if (seen.count() == ROWS) {
      return true;
    }
    if (state.day().isBefore(today(before))) {
      state.dayEnds(rows.counted(connection, tenant, state.day()));
      return true;
    }
    state.passed(before);
    return false;
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
