package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Name servers that never answer hold up nobody for long, and no other tenant at all. */
@Timeout(20)
class BoundedLookupsTest {
  private static final Duration LONGEST = Duration.ofMillis(100);

  private final TenantId tenant = new TenantId(Uuid7.next());
  private final TenantId other = new TenantId(Uuid7.next());
  private final CountDownLatch released = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BoundedLookups lookups = new BoundedLookups(new Names(), threads, LONGEST);

  /** What begins with "slow" is answered when the test says so. */
  private final class Names implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      if (host.startsWith("nobody")) {
        throw new UnknownHostException(host);
      }
      if (host.startsWith("slow")) {
        awaitRelease();
      }
      return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    released.countDown();
    threads.shutdownNow();
  }

  @Test
  void tellsWhereANameLeadsOrThatItLeadsNowhere() throws UnknownHostException {
    assertThat(lookups.of(tenant, "quick.example")).hasSize(1);
    assertThatThrownBy(() -> lookups.of(tenant, "nobody.example"))
        .isExactlyInstanceOf(UnknownHostException.class);
  }

  @Test
  void whoWaitsForAServerThatDoesNotAnswerIsToldSo() {
    long from = System.nanoTime();
    assertThatThrownBy(() -> lookups.of(tenant, "slow.example"))
        .isInstanceOf(BoundedLookups.NotTold.class)
        .hasMessageContaining("do not answer in time");
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aTenantHasFewUnderWayAndKeepsNoOtherWaiting() throws Exception {
    for (int i = 0; i < BoundedLookups.MOST_OF_TENANT; i++) {
      String host = "slow" + i + ".example";
      assertThatThrownBy(() -> lookups.of(tenant, host)).hasMessageContaining("in time");
    }
    assertThatThrownBy(() -> lookups.of(tenant, "quick.example"))
        .isInstanceOf(BoundedLookups.NotTold.class)
        .hasMessageContaining("try again");
    assertThat(lookups.of(other, "quick.example")).hasSize(1);
    released.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    BoundedLookups again = new BoundedLookups(new Names(), Runnable::run, LONGEST);
    for (int i = 0; i < 2 * BoundedLookups.MOST; i++) {
      assertThat(again.of(tenant, "slow.example")).as("those that ended").hasSize(1);
    }
  }

  @Test
  void allTenantsTogetherHaveABound() {
    for (int i = 0; i < BoundedLookups.MOST; i++) {
      TenantId one = new TenantId(Uuid7.next());
      assertThatThrownBy(() -> lookups.of(one, "slow.example")).hasMessageContaining("in time");
    }
    assertThatThrownBy(() -> lookups.of(other, "quick.example"))
        .isInstanceOf(BoundedLookups.NotTold.class);
  }
}
