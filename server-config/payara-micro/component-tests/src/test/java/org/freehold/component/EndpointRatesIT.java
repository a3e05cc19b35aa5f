package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import org.freehold.webhooks.internal.DueProbe;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What many nodes may call together, each of which asks the database as a thread of its own. */
@ExtendWith(ArquillianExtension.class)
class EndpointRatesIT {
  private static final int NODES = 4;
  private static final int PER_SECOND = 50;

  @Inject private DueProbe rates;

  private final UUID tenant = UUID.randomUUID();

  @AfterEach
  void takeAway() {
    Superuser.change("delete from control.endpoint_rate where tenant_id = ?", tenant);
  }

  @Test
  void aQuarterOfASecondsWorthIsGrantedAtOnceAndNoMore() {
    UUID endpoint = UUID.randomUUID();
    assertThat(rates.granted(tenant, endpoint, 60 * PER_SECOND, 3)).isEqualTo(3);
    assertThat(rates.granted(tenant, endpoint, 60 * PER_SECOND, 1000)).isBetween(5, PER_SECOND / 4);
    UUID slow = UUID.randomUUID();
    assertThat(rates.granted(tenant, slow, 1, 8)).isEqualTo(1);
    assertThat(rates.granted(tenant, slow, 1, 8)).as("a minute later").isZero();
  }

  @Test
  void howeverManyNodesAskItHoldsToTheCall() throws Exception {
    UUID endpoint = UUID.randomUUID();
    ManagedExecutorService threads =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    long begun = System.nanoTime();
    List<Future<Integer>> nodes = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(threads.submit(() -> asking(endpoint)));
    }
    int granted = 0;
    for (Future<Integer> node : nodes) {
      granted += node.get();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    assertThat(granted)
        .as("in %.2f seconds", seconds)
        .isBetween(PER_SECOND * 3 / 2, (int) Math.ceil((seconds + 0.25) * PER_SECOND));
  }

  /** As fast as it can for two seconds and more. */
  private int asking(UUID endpoint) {
    long end = System.nanoTime() + 2_100_000_000L;
    int granted = 0;
    while (System.nanoTime() < end) {
      granted += rates.granted(tenant, endpoint, 60 * PER_SECOND, 8);
    }
    return granted;
  }
}
