package org.freehold.webhooks.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.net.URIAuthority;
import org.freehold.engine.delivery.Consent;
import org.freehold.engine.delivery.StandardSignature;
import org.freehold.engine.delivery.WebhookSecret;

/**
 * Sends signed messages, many at once on few threads. The addresses that are checked are the ones
 * that are called; redirects are not followed, nothing is remembered between calls, of the answer
 * only the beginning is read, and all of it together takes no longer than the endpoint's timeout.
 */
final class WebhookClient implements AutoCloseable {
  /** Characters of an answer that are kept. */
  static final int EXCERPT = 1024;

  private static final Duration FRESH = Duration.ofSeconds(10);

  /** The host lies where another answer to the question of consent is needed than there is. */
  static final class ConsentMissing extends IOException {
    private static final long serialVersionUID = 1;

    ConsentMissing(String why) {
      super(why);
    }
  }

  private final Lookups lookups;
  private final HttpConnections connections;
  private final Clock clock;
  private final Predicate<InetAddress[]> demanding;

  /**
   * @param vetted answers only addresses that may be called
   * @param demanding whether a receiver at one of them must have agreed
   * @param atOnce calls under way at the same time; none of them waits for a connection
   * @param threads for looking names up
   */
  WebhookClient(
      DnsResolver vetted,
      Predicate<InetAddress[]> demanding,
      int atOnce,
      Executor threads,
      Clock clock) {
    this(vetted, demanding, atOnce, threads, clock, FRESH);
  }

  /** {@code fresh}: for how long what a name led to is not asked again. */
  WebhookClient(
      DnsResolver vetted,
      Predicate<InetAddress[]> demanding,
      int atOnce,
      Executor threads,
      Clock clock,
      Duration fresh) {
    this.clock = clock;
    this.demanding = demanding;
    lookups = new Lookups(vetted, threads, fresh);
    connections = new HttpConnections(atOnce, threads);
  }

  @Override
  public void close() {
    connections.close();
  }

  /**
   * Ends within the call's timeout, with what came of it and never with an exception. A
   * RejectedExecutionException when no thread of ours can be had: nothing was attempted.
   *
   * @param ours asked each time before anything is sent
   */
  CompletableFuture<Outcome> post(Call call, BooleanSupplier ours) {
    OngoingCall ongoing = new OngoingCall(call, ours, clock.instant());
    return begun(
        ongoing,
        () -> headers(call, ongoing.begun()),
        addresses ->
            call.origin() == null && demanding.test(addresses)
                ? "its name leads to a network whose receivers must agree first"
                : null,
        WebhookClient::message);
  }

  /**
   * The same without a message: whether the receiver wants any. Nobody agrees for a network who is
   * not in it, since the name may lead there afterwards.
   */
  CompletableFuture<ConsentAnswer> ask(ConsentQuestion question) {
    OngoingCall ongoing = new OngoingCall(question.call(), () -> true, clock.instant());
    return begun(
            ongoing,
            () -> Consent.question(question.origin(), question.perMinute()),
            addresses ->
                demanding.test(addresses)
                    ? null
                    : "its name does not lead to a network whose receivers must agree",
            WebhookClient::question)
        .thenApply(outcome -> answer(question, ongoing.answer().head(), outcome));
  }

  private static ConsentAnswer answer(
      ConsentQuestion question, HttpResponse head, Outcome outcome) {
    if (head == null) {
      return new ConsentAnswer(Consent.refused(outcome.responseExcerpt()), false);
    }
    Consent consent =
        Consent.of(
            question.origin(),
            values(head, Consent.ALLOWED_ORIGIN),
            values(head, Consent.ALLOWED_RATE));
    return new ConsentAnswer(
        consent.isGranted()
            ? consent
            : Consent.refused(consent.why() + " It answered " + head.getCode() + "."),
        true);
  }

  private static List<String> values(HttpResponse head, String name) {
    return Arrays.stream(head.getHeaders(name)).map(one -> String.valueOf(one.getValue())).toList();
  }

  private CompletableFuture<Outcome> begun(
      OngoingCall ongoing,
      Supplier<Map<String, String>> headers,
      Function<InetAddress[], String> objection,
      Function<OngoingCall, AsyncRequestProducer> made) {
    try {
      ongoing.bears(headers.get());
      begin(ongoing, objection, made);
    } catch (RejectedExecutionException e) {
      ongoing.failed(e);
      throw e;
    } catch (URISyntaxException | RuntimeException | LinkageError e) {
      ongoing.failed(e);
    }
    return ongoing.outcome();
  }

  private void begin(
      OngoingCall ongoing,
      Function<InetAddress[], String> objection,
      Function<OngoingCall, AsyncRequestProducer> made)
      throws URISyntaxException {
    Call call = ongoing.call();
    URI url = new URI(call.url());
    HttpHost host = new HttpHost(url.getScheme(), URIAuthority.create(url.getRawAuthority()));
    end(ongoing, call.timeoutSeconds());
    lookups
        .of(host.getHostName())
        .whenComplete(
            (addresses, failure) -> {
              if (failure == null) {
                begin(ongoing, host, addresses, objection.apply(addresses), made);
              } else {
                ongoing.failed(
                    failure instanceof CompletionException ? failure.getCause() : failure);
              }
            });
  }

  /**
   * The client's own timeouts begin anew with every byte, and a receiver may drip. The timer is the
   * JDK's: a managed one captures the context of the caller at each call, which cost more than the
   * rest of it (ADR 83).
   */
  private static void end(OngoingCall ongoing, int seconds) {
    CompletableFuture<Boolean> late = new CompletableFuture<>();
    late.completeOnTimeout(true, seconds, TimeUnit.SECONDS)
        .thenAccept(
            isLate -> {
              if (isLate) {
                ongoing.timeIsUp();
              }
            });
    ongoing.outcome().whenComplete((outcome, never) -> late.complete(false));
  }

  private void begin(
      OngoingCall ongoing,
      HttpHost host,
      InetAddress[] addresses,
      String objection,
      Function<OngoingCall, AsyncRequestProducer> made) {
    ongoing.mayGoTo(addresses);
    if (objection != null) {
      ongoing.failed(new ConsentMissing(objection));
      return;
    }
    connections.execute(ongoing, host, made);
  }

  private static AsyncRequestProducer question(OngoingCall ongoing) {
    AsyncRequestBuilder options = AsyncRequestBuilder.options(ongoing.call().url());
    ongoing.headers().forEach(options::setHeader);
    return options.build();
  }

  private static AsyncRequestProducer message(OngoingCall ongoing) {
    AsyncRequestBuilder post = AsyncRequestBuilder.post(ongoing.call().url());
    ongoing.call().headers().forEach(post::setHeader);
    ongoing.headers().forEach(post::setHeader);
    return post.setEntity(
            ongoing.call().body().getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON)
        .build();
  }

  /** Ours; none of the tenant's can take their place. */
  private static Map<String, String> headers(Call call, Instant now) {
    byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
    long timestamp = now.getEpochSecond();
    Map<String, String> headers = new TreeMap<>();
    headers.put("webhook-id", call.messageId());
    headers.put("webhook-timestamp", Long.toString(timestamp));
    headers.put(
        "webhook-signature",
        StandardSignature.sign(
            call.messageId(), timestamp, body, call.secrets().toArray(WebhookSecret[]::new)));
    if (call.origin() != null) {
      headers.putAll(Consent.question(call.origin(), null));
    }
    if (call.sequence() > 0) {
      headers.put("freehold-sequence", Long.toString(call.sequence()));
    }
    return headers;
  }
}
