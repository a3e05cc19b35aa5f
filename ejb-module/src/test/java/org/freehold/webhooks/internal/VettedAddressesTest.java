package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.freehold.engine.delivery.AddressGuard;
import org.freehold.engine.delivery.AddressRange;
import org.freehold.platform.outbound.GuardedResolver;
import org.freehold.webhooks.DeliveryError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever owns a name may change what it leads to; a call goes where it was vetted to go. */
@Timeout(20)
class VettedAddressesTest implements DnsResolver {
  private static final String HERE = "127.0.0.1";

  /** Whose receivers must have agreed. */
  private static final String THERE = "127.0.0.2";

  private static final String NOBODY = "127.0.0.3";
  private static final List<AddressRange> ALLOWED = List.of(AddressRange.parse("127.0.0.0/8"));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private HttpServer here;
  private HttpServer there;
  private volatile List<String> addresses = List.of(HERE);

  @BeforeEach
  void listen() throws IOException {
    here = server(HERE, 0);
    there = server(THERE, here.getAddress().getPort());
  }

  @AfterEach
  void close() {
    here.stop(0);
    there.stop(0);
    threads.shutdownNow();
  }

  @Test
  void aConnectionThatIsKeptIsForCallsToItsAddressOnly() {
    try (WebhookClient client = client(VettedAddressesTest::isDemanding)) {
      leadsTo(THERE);
      assertThat(client.post(call("freehold.example"), () -> true).join().error()).isNull();
      leadsTo(HERE);
      assertThat(client.post(call(null), () -> true).join().ipAddress()).isEqualTo(HERE);
      assertThat(heard).containsExactly(at(THERE), at(HERE));
      leadsTo(THERE);
      assertThat(client.post(call(null), () -> true).join().error())
          .isEqualTo(DeliveryError.NO_CONSENT);
      assertThat(heard).hasSize(2);
    }
  }

  @Test
  void whereANameLeadsBetweenCheckAndConnectionIsNotGoneTo() {
    AtomicBoolean first = new AtomicBoolean(true);
    WebhookClient[] client = new WebhookClient[1];
    client[0] =
        client(
            found -> {
              boolean demanding = isDemanding(found);
              if (first.getAndSet(false)) {
                leadsTo(THERE);
                client[0].post(call("freehold.example"), () -> true).join();
              }
              return demanding;
            });
    try (WebhookClient open = client[0]) {
      assertThat(open.post(call(null), () -> true).join().ipAddress()).isEqualTo(HERE);
      assertThat(heard).containsExactly(at(THERE), at(HERE));
    }
  }

  @Test
  void whenNobodyIsReachedItGoesToTheNextThatWasVetted() {
    try (WebhookClient client = client(found -> false)) {
      leadsTo(NOBODY, HERE);
      Outcome outcome = client.post(call(null), () -> true).join();
      assertThat(outcome.statusCode()).isEqualTo(204);
      assertThat(outcome.ipAddress()).isEqualTo(HERE);
      here.stop(0);
      Outcome failed = client.post(call(null), () -> true).join();
      assertThat(failed.error()).isEqualTo(DeliveryError.CONNECTION);
      assertThat(failed.ipAddress()).as("the last that was tried").isEqualTo(HERE);
    }
  }

  @Test
  void whoeverWasReachedMayHaveItAll() throws IOException {
    here.removeContext("/");
    here.createContext(
        "/",
        exchange -> {
          hear(exchange);
          exchange.close();
        });
    try (WebhookClient client = client(found -> false)) {
      leadsTo(HERE, THERE);
      assertThat(client.post(call(null), () -> true).join().error())
          .isEqualTo(DeliveryError.CONNECTION);
      assertThat(heard).containsExactly(at(HERE));
    }
  }

  private void leadsTo(String... found) {
    addresses = List.of(found);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    List<String> now = addresses;
    InetAddress[] found = new InetAddress[now.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = InetAddress.getByName(now.get(i));
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private static boolean isDemanding(InetAddress... found) {
    return Arrays.stream(found).anyMatch(one -> one.getHostAddress().equals(THERE));
  }

  /** What a name leads to is asked for every call. */
  private WebhookClient client(Predicate<InetAddress[]> demanding) {
    return new WebhookClient(
        new GuardedResolver(new AddressGuard(ALLOWED), this),
        demanding,
        4,
        threads,
        Clock.systemUTC(),
        Duration.ZERO);
  }

  private Call call(String origin) {
    return SampleCall.to(
        "http://receiver.example:" + here.getAddress().getPort() + "/hook", 5, origin);
  }

  private HttpServer server(String address, int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
    server.createContext(
        "/",
        exchange -> {
          hear(exchange);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private void hear(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    heard.add(
        exchange.getLocalAddress().getAddress().getHostAddress()
            + " "
            + exchange.getRequestHeaders().getFirst("Host"));
  }

  private String at(String address) {
    return address + " receiver.example:" + here.getAddress().getPort();
  }
}
