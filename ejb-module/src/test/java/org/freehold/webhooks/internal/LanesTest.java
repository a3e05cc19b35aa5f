package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.webhooks.WebhookEndpointId;
import org.junit.jupiter.api.Test;

class LanesTest {
  private final Lanes lanes = new Lanes();
  private final TenantId tenant = new TenantId(Uuid7.next());
  private final WebhookEndpointId endpoint = endpoint();

  @Test
  void oneEndpointTakesNotAllLanesOfItsTenant() throws Exception {
    fill(tenant, endpoint, Lanes.OF_ENDPOINT);
    assertThat(lanes.enter(tenant, endpoint)).isFalse();
    assertThat(lanes.enter(tenant, endpoint())).isTrue();
  }

  @Test
  void oneTenantTakesNotAllLanesOfTheNode() throws Exception {
    fill(tenant, endpoint, Lanes.OF_ENDPOINT);
    fill(tenant, endpoint(), Lanes.OF_TENANT - Lanes.OF_ENDPOINT);
    assertThat(lanes.enter(tenant, endpoint())).isFalse();
    TenantId other = new TenantId(Uuid7.next());
    fill(other, endpoint(), Lanes.OF_NODE - Lanes.OF_TENANT);
    assertThat(lanes.enter(new TenantId(Uuid7.next()), endpoint())).isFalse();
  }

  @Test
  void whoWaitsTakesALaneThatIsLeft() throws Exception {
    fill(tenant, endpoint, Lanes.OF_ENDPOINT);
    CompletableFuture<Void> leaving =
        CompletableFuture.runAsync(
            () -> lanes.leave(tenant, endpoint),
            CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS));
    assertThat(lanes.enter(tenant, endpoint)).isTrue();
    leaving.join();
    assertThat(lanes.enter(tenant, endpoint)).isFalse();
  }

  private void fill(TenantId tenant, WebhookEndpointId endpoint, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      assertThat(lanes.enter(tenant, endpoint)).isTrue();
    }
  }

  private static WebhookEndpointId endpoint() {
    return new WebhookEndpointId(Uuid7.next());
  }
}
