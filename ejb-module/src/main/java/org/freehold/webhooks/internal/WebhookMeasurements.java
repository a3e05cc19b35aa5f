package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.freehold.platform.Measured;
import org.freehold.platform.Measurement;

/** What waits, for how long and for whom, and what came of the attempts of this node. */
@ApplicationScoped
public class WebhookMeasurements implements Measured {
  private static final int TENANTS = 10;

  @Inject private DueFigures due;
  @Inject private AlarmBoard board;
  @Inject private AttemptFigures attempts;
  @Inject private Receivers receivers;

  @Override
  public List<Measurement> measure() {
    DueFigures.Waiting waiting = due.waiting();
    List<Measurement> all = new ArrayList<>();
    String depth = "freehold_webhooks_waiting";
    String help = "Messages to be spread and deliveries to be made, due or not";
    all.add(Measurement.now(depth, help, Map.of("what", "message"), waiting.messages()));
    all.add(Measurement.now(depth, help, Map.of("what", "delivery"), waiting.deliveries()));
    all.add(Measurement.now(depth, help, Map.of("what", "replay"), waiting.replays()));
    all.add(
        Measurement.now(
            "freehold_webhooks_broken",
            "Of them, those that the server keeps failing at through no fault of a receiver",
            Map.of(),
            waiting.broken()));
    due.oldestDue(TENANTS)
        .forEach(
            (tenant, seconds) ->
                all.add(
                    Measurement.now(
                        "freehold_webhooks_oldest_due_seconds",
                        "How long the oldest that is due has been so, of the tenants that wait longest",
                        Map.of("tenant", tenant.toString()),
                        seconds)));
    board
        .tenantsByKind()
        .forEach(
            (kind, tenants) ->
                all.add(
                    Measurement.now(
                        "freehold_webhooks_alarms",
                        "Tenants of which the alarms of webhooks tell, ledgers that do not balance among them",
                        Map.of("kind", kind),
                        tenants)));
    all.add(
        Measurement.now(
            "freehold_webhooks_ledger_overdue_seconds",
            "How long the check of a ledger has been due that has been so longest",
            Map.of(),
            due.ledgerOverdueSeconds()));
    all.add(
        Measurement.now(
            "freehold_webhooks_network_down",
            "1 while no receiver can be reached from this node",
            Map.of(),
            receivers.isNetworkDown() ? 1 : 0));
    all.addAll(attempts.measure());
    return all;
  }
}
