package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.MeteredUse;
import org.freehold.platform.Quotas;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkDue;
import org.freehold.webhooks.DeliveryId;
import org.freehold.webhooks.ReplayId;

/** Makes deliveries again, in the transaction of whoever asks. */
@ApplicationScoped
public class ReplayMaking {
  @Inject private ReplayRows rows;
  @Inject private LedgerWork ledger;
  @Inject private Quotas quotas;
  @Inject private Event<MeteredUse> used;
  @Inject private Event<WorkDue> doorbell;
  @Inject private Clock clock;

  List<DeliveryId> make(
      Connection connection, TenantId tenant, ReplayId replay, List<DeadRows.Source> sources)
      throws SQLException {
    List<ReplayRows.Made> made = sources.stream().map(this::made).toList();
    rows.insert(connection, tenant, replay, made, clock.instant());
    long paid = made.stream().filter(one -> one.reason() == null && isUnpaid(one.source())).count();
    if (paid > 0) {
      used.fire(new MeteredUse(CurrentCall.get().requireTenant(), MessageMeter.METER, paid));
    }
    if (!made.isEmpty()) {
      ledger.watch(tenant);
      doorbell.fire(WorkDue.ofThisCall());
    }
    return made.stream().map(ReplayRows.Made::id).toList();
  }

  /** What was tried before was paid for then; what was skipped was not. */
  private ReplayRows.Made made(DeadRows.Source source) {
    boolean free = !isUnpaid(source) || quotas.hasRoom(MessageMeter.METER);
    return ReplayRows.Made.of(source, free ? null : Reasons.QUOTA);
  }

  private static boolean isUnpaid(DeadRows.Source source) {
    return source.status().equals("skipped");
  }
}
