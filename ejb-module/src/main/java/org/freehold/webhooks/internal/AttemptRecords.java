package org.freehold.webhooks.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.Overtaken;

/**
 * Puts what came of calls on record. What cannot be recorded is given back and sent again, so first
 * it is tried again, and then one by one.
 */
final class AttemptRecords {
  private static final Logger LOG = System.getLogger(AttemptRecords.class.getName());

  /** Attempts of one tenant that are recorded in one transaction. */
  private static final int TOGETHER = 200;

  /** Times that a transaction is tried which PostgreSQL ended for the sake of another. */
  private static final int TIMES = 3;

  /** After so many failures in a row it is not one of them that is at fault. */
  private static final int IN_A_ROW = 3;

  private final Consumer<List<Result>> record;
  private final InTenant within;

  /** {@code record}: in a transaction of its own. */
  AttemptRecords(Consumer<List<Result>> record, InTenant within) {
    this.record = record;
    this.within = within;
  }

  void of(TenantId tenant, List<Result> results) {
    for (int from = 0; from < results.size(); from += TOGETHER) {
      some(tenant, results.subList(from, Math.min(results.size(), from + TOGETHER)));
    }
  }

  private void some(TenantId tenant, List<Result> results) {
    if (results.size() > 1 && within.tenant(tenant, () -> patiently(results))) {
      return;
    }
    int failed = 0;
    for (int i = 0; i < results.size(); i++) {
      if (failed == IN_A_ROW) {
        within.giveBack(rows(results.subList(i, results.size())));
        return;
      }
      List<Result> one = results.subList(i, i + 1);
      failed = within.tenantOr(tenant, rows(one), () -> patiently(one)) ? 0 : failed + 1;
    }
  }

  private static List<Claimed> rows(List<Result> results) {
    return results.stream().map(one -> one.ready().claimed()).toList();
  }

  private void patiently(List<Result> results) {
    for (int left = TIMES - 1; left >= 0; left--) {
      try {
        record.accept(results);
        return;
      } catch (RuntimeException e) {
        if (left == 0 || !Overtaken.is(e)) {
          throw e;
        }
        LOG.log(Level.DEBUG, "Attempts are recorded again after a conflict", e);
      }
    }
  }
}
