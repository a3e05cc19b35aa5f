package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.freehold.engine.delivery.AddressGuard;
import org.freehold.engine.delivery.AddressRange;
import org.freehold.platform.outbound.GuardedResolver;
import org.freehold.webhooks.DeliveryError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ways to make us call what is not public; none may connect. */
@Timeout(60)
class ForbiddenAddressesTest {
  /** What may stand for this machine or the operator's network where a host is written. */
  private static final List<String> HOSTS =
      List.of(
          "127.0.0.1",
          "127.1",
          "127.0.1",
          "127.127.127.127",
          "2130706433",
          "017700000001",
          "0x7f000001",
          "0x7f.0.0.1",
          "0x7f.1",
          "0177.0.0.1",
          "0177.1",
          "00000177.0.0.1",
          "127.0.0.01",
          "0",
          "0.0.0.0",
          "localhost",
          "LOCALHOST",
          "localhost.",
          "127.0.0.1.",
          "[::1]",
          "[::]",
          "[0:0:0:0:0:0:0:1]",
          "[0000::1]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "[0:0:0:0:0:ffff:127.0.0.1]",
          "[::127.0.0.1]",
          "[::ffff:0:127.0.0.1]",
          "[64:ff9b::127.0.0.1]",
          "[64:ff9b::7f00:1]",
          "[64:ff9b:1::7f00:1]",
          "[2002:7f00:1::]",
          "[2002:a00:1::]",
          "[2001::1]",
          "[2001:db8::1]",
          "[fe80::1]",
          "[fe80::1%25lo]",
          "[fec0::1]",
          "[fc00::1]",
          "[fd00::1]",
          "[fd00:ec2::254]",
          "[ff02::1]",
          "[100::1]",
          "10.0.0.1",
          "10.255.255.255",
          "100.64.0.1",
          "100.100.100.200",
          "169.254.169.254",
          "169.254.170.2",
          "2852039166",
          "0xa9fea9fe",
          "172.16.0.1",
          "172.31.255.255",
          "192.0.0.192",
          "192.0.2.1",
          "192.88.99.1",
          "192.168.0.1",
          "198.18.0.1",
          "198.51.100.1",
          "203.0.113.1",
          "224.0.0.1",
          "239.255.255.250",
          "240.0.0.1",
          "255.255.255.255");

  /** Names and what they lead to, by a name server of an attacker. */
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "loopback.attacker.example", List.of("127.0.0.1"),
          "metadata.attacker.example", List.of("169.254.169.254"),
          "mapped.attacker.example", List.of("::ffff:10.0.0.1"),
          "mixed.attacker.example", List.of("8.8.8.8", "127.0.0.1"),
          "mixed-last.attacker.example", List.of("127.0.0.1", "8.8.8.8"),
          "mixed-families.attacker.example", List.of("2606:4700::1111", "fd00::1"),
          "six-to-four.attacker.example", List.of("2002:7f00:1::"),
          "nat64.attacker.example", List.of("64:ff9b::a9fe:a9fe"),
          "dot.attacker.example.", List.of("127.0.0.1"),
          "nothing.attacker.example", List.of());

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
  private RawServer server;

  static Stream<String> hosts() {
    return Stream.concat(HOSTS.stream(), NAMES.keySet().stream());
  }

  @BeforeEach
  void listen() throws Exception {
    server =
        new RawServer(out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes()));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    threads.shutdownNow();
  }

  @Test
  void thereAreEnoughOfThem() {
    assertThat(hosts()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void isNotConnectedTo(String host) throws Exception {
    try (WebhookClient client = client(answering(ForbiddenAddressesTest::ask), List.of())) {
      Outcome outcome = client.post(call(host), () -> true).join();
      assertThat(outcome.statusCode()).isNull();
      assertThat(outcome.error())
          .isIn(DeliveryError.FORBIDDEN_ADDRESS, DeliveryError.DNS, DeliveryError.PROTOCOL);
      assertThat(server.connections()).isZero();
    }
  }

  /** The first answer is public, those after it are not: whoever asks twice is caught. */
  @Test
  void aNameThatLeadsElsewhereAMomentLaterIsCalledWhereItWasVetted() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    DnsResolver rebinding =
        answering(host -> addresses(asked.getAndIncrement() == 0 ? "127.0.0.2" : "127.0.0.1"));
    List<AddressRange> allowed = List.of(AddressRange.parse("127.0.0.2/32"));
    try (WebhookClient client = client(rebinding, allowed);
        ServerSocket vetted = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.2"))) {
      threads.execute(() -> answer(vetted));
      String url = "http://rebinding.attacker.example:" + vetted.getLocalPort() + "/hook";
      Outcome outcome = client.post(callOf(url), () -> true).join();
      assertThat(outcome.statusCode()).isEqualTo(204);
      assertThat(outcome.ipAddress()).isEqualTo("127.0.0.2");
      assertThat(asked).as("looked up once").hasValue(1);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void aNameThatWasPublicOnceIsVettedAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    DnsResolver turning =
        answering(host -> addresses(asked.incrementAndGet() == 1 ? "93.184.215.14" : "127.0.0.1"));
    GuardedResolver guarded = new GuardedResolver(new AddressGuard(List.of()), turning);
    Lookups lookups = new Lookups(guarded, threads, Duration.ZERO);
    assertThat(lookups.of("a.example")).succeedsWithin(Duration.ofSeconds(10));
    assertThat(lookups.of("a.example"))
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(GuardedResolver.Forbidden.class);
  }

  @Test
  void aRedirectToThisMachineIsNotFollowed() throws Exception {
    try (RawServer redirecting =
            new RawServer(
                out ->
                    out.write(
                        ("HTTP/1.1 307 Temporary Redirect\r\nLocation: "
                                + server.url()
                                + "\r\nContent-Length: 0\r\n\r\n")
                            .getBytes()));
        WebhookClient client =
            client(SystemDefaultDnsResolver.INSTANCE, List.of(AddressRange.parse("127.0.0.0/8")))) {
      assertThat(client.post(callOf(redirecting.url()), () -> true).join().error())
          .isEqualTo(DeliveryError.REDIRECT);
      assertThat(server.connections()).isZero();
    }
  }

  private static InetAddress[] ask(String host) throws UnknownHostException {
    List<String> known = NAMES.get(host);
    return known == null
        ? SystemDefaultDnsResolver.INSTANCE.resolve(host)
        : addresses(known.toArray(String[]::new));
  }

  private static InetAddress[] addresses(String... texts) throws UnknownHostException {
    List<InetAddress> addresses = new ArrayList<>();
    for (String text : Arrays.asList(texts)) {
      addresses.add(InetAddress.getByName(text));
    }
    return addresses.toArray(InetAddress[]::new);
  }

  private interface Asked {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  private static DnsResolver answering(Asked asked) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return asked.of(host);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  private static void answer(ServerSocket socket) {
    try (var caller = socket.accept()) {
      caller.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private WebhookClient client(DnsResolver names, List<AddressRange> allowed) {
    return new WebhookClient(
        new GuardedResolver(new AddressGuard(allowed), names),
        addresses -> false,
        4,
        threads,
        Clock.systemUTC());
  }

  private Call call(String host) {
    return callOf(server.url().replace("127.0.0.1", host));
  }

  private static Call callOf(String url) {
    return SampleCall.to(url, 3, null);
  }
}
