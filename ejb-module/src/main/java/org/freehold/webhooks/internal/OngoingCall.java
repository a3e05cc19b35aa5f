package org.freehold.webhooks.internal;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.freehold.webhooks.DeliveryError;

/**
 * One call on its way. The status is the answer: a body that breaks off or drips afterwards changes
 * nothing of it.
 */
final class OngoingCall implements FutureCallback<Void> {
  private static final String DIGITS = "[0-9]{1,9}";

  /** A name may lead to thousands, as its owner likes. */
  private static final int MOST_ADDRESSES = 8;

  private final Call call;
  private final BooleanSupplier ours;
  private final Instant begun;
  private final long from = System.nanoTime();
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private volatile Map<String, String> headers = Map.of();
  private volatile Answer answer = new Answer(WebhookClient.EXCERPT);
  private volatile Future<?> exchange;
  private volatile boolean late;
  private volatile List<InetAddress> vetted = List.of();
  private volatile int tried;
  private volatile boolean connected;
  private volatile boolean repeated;
  private volatile Runnable again;

  OngoingCall(Call call, BooleanSupplier ours, Instant begun) {
    this.call = call;
    this.ours = ours;
    this.begun = begun;
  }

  Call call() {
    return call;
  }

  Instant begun() {
    return begun;
  }

  void bears(Map<String, String> ours) {
    headers = ours;
  }

  /** Those that are ours. */
  Map<String, String> headers() {
    return headers;
  }

  CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  Answer answer() {
    return answer;
  }

  boolean isOver() {
    return outcome.isDone();
  }

  /** Whether the delivery is still this node's to make. */
  boolean isOurs() {
    return ours.getAsBoolean();
  }

  /** It goes to the first of these that can be reached, and nowhere else; to eight at the most. */
  void mayGoTo(InetAddress... addresses) {
    vetted = Arrays.stream(addresses).limit(MOST_ADDRESSES).toList();
  }

  /** Where it goes now. */
  InetAddress address() {
    return vetted.get(tried);
  }

  /** Somebody was reached there: it goes to no other address. */
  void isConnected() {
    connected = true;
  }

  /**
   * {@code repeat} sends it again: to another address when nobody was reached, or for a connection
   * that ended before anything was sent on it.
   */
  void isRepeatedBy(Runnable repeat) {
    again = repeat;
  }

  void isExchangedBy(Future<?> running) {
    if (!running.isDone()) {
      exchange = running;
    }
    if (outcome.isDone()) {
      running.cancel(true);
    }
  }

  void timeIsUp() {
    late = true;
    Future<?> running = exchange;
    try {
      if (running != null) {
        running.cancel(true);
      }
    } finally {
      // Should nobody say so: while a name is looked up, there is nothing to cancel.
      end(null);
    }
  }

  @Override
  public void completed(Void nothing) {
    end(null);
  }

  @Override
  public void cancelled() {
    end(null);
  }

  @Override
  public void failed(Exception cause) {
    failed((Throwable) cause);
  }

  /** Nothing was sent, and no other address would change that. */
  void cannotBeMade(Throwable cause) {
    end(cause);
  }

  void failed(Throwable cause) {
    if (answer.head() == null && !late && again != null && isToBeRepeated(cause)) {
      answer = new Answer(WebhookClient.EXCERPT);
      again.run();
    } else {
      end(cause);
    }
  }

  private boolean isToBeRepeated(Throwable cause) {
    if (!connected && tried + 1 < vetted.size()) {
      tried++;
      return true;
    }
    boolean once = !repeated && CallErrors.isNotSent(cause);
    repeated = repeated || once;
    connected = connected && !once;
    return once;
  }

  private void end(Throwable cause) {
    HttpResponse head = answer.head();
    try {
      outcome.complete(head == null ? unanswered(cause) : answered(head, cause));
    } catch (RuntimeException | LinkageError e) {
      // An answer that cannot be told is an answer all the same, and the call is over.
      Integer status = head == null ? null : head.getCode();
      DeliveryError error = head == null ? DeliveryError.PROTOCOL : CallErrors.of(head.getCode());
      String told = cut("The answer could not be told: " + e);
      outcome.complete(
          new Outcome(begun, status, error, millis(), told, triedAddress(), null, Map.of(), null));
    }
  }

  private Outcome unanswered(Throwable cause) {
    DeliveryError error = late || cause == null ? DeliveryError.TIMEOUT : CallErrors.of(cause);
    String told =
        cause == null
            ? "The time was up."
            : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    return new Outcome(begun, null, error, millis(), cut(told), triedAddress(), null, told(), null);
  }

  /** Null when none was found. */
  private String triedAddress() {
    return vetted.isEmpty() ? null : address().getHostAddress();
  }

  private Outcome answered(HttpResponse head, Throwable cause) {
    String body = answer.body();
    boolean whole = answer.isFull() || !late && cause == null;
    if (!whole) {
      String why = late ? "the time was up" : String.valueOf(cause.getMessage());
      body = cut((body == null ? "" : body) + "\n[broken off: " + why + "]");
    }
    String from = answer.address() == null ? triedAddress() : answer.address();
    int status = head.getCode();
    return new Outcome(
        begun,
        status,
        CallErrors.of(status),
        millis(),
        body == null ? null : cut(body),
        from,
        retryAfter(head),
        told(),
        ToldHeaders.ofAnswer(head));
  }

  private Map<String, String> told() {
    return ToldHeaders.ofRequest(headers, call.headers());
  }

  /** Seconds or a date (RFC 9110 §10.2.3); null for neither. */
  private Duration retryAfter(HttpResponse head) {
    Header header = head.getFirstHeader(HttpHeaders.RETRY_AFTER);
    if (header == null || header.getValue() == null) {
      return null;
    }
    String value = header.getValue().strip();
    if (value.matches(DIGITS)) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    Instant date = DateUtils.parseStandardDate(value);
    return date == null ? null : Duration.between(begun, date);
  }

  private int millis() {
    return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
  }

  private static String cut(String text) {
    String clean = text.replace("\u0000", "");
    return clean.length() <= WebhookClient.EXCERPT
        ? clean
        : clean.substring(0, WebhookClient.EXCERPT);
  }
}
