package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
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
    List<ReplayRows.Made> made = made(sources);
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
  private List<ReplayRows.Made> made(List<DeadRows.Source> sources) {
    long left = quotas.left(MessageMeter.METER);
    List<ReplayRows.Made> made = new ArrayList<>();
    for (DeadRows.Source source : sources) {
      boolean free = !isUnpaid(source);
      made.add(ReplayRows.Made.of(source, free || left > 0 ? null : Reasons.QUOTA));
      left -= free ? 0 : 1;
    }
    return made;
  }

  private static boolean isUnpaid(DeadRows.Source source) {
    return source.status().equals("skipped");
  }
}
