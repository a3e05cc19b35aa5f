package org.freehold.systemtests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Receivers of many endpoints on one port, each with manners of its own. They keep account. */
final class Crowd implements AutoCloseable {
  /** A call that came in, whatever became of it. */
  record Heard(String endpoint, String id, long sequence, Instant at) {}

  /** A message that arrived at an endpoint, that is, was answered with 204. */
  record Arrived(String endpoint, String id) {}

  /** What a receiver does. */
  interface Manner {
    /** Answers so; {@link #NOTHING}: closes the connection. {@code nth}: the call, from 1. */
    int answer(int nth) throws InterruptedException;
  }

  static final int NOTHING = 0;
  private static final int FINE = 204;

  private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
  private final Map<Arrived, Integer> arrived = new ConcurrentHashMap<>();
  private final Map<String, Set<Long>> numbers = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final Map<String, Manner> manners = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  Crowd() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    server.createContext("/", this::hear);
    server.setExecutor(threads);
    server.start();
  }

  static Manner well() {
    return nth -> FINE;
  }

  static Manner slowly(Duration pause) {
    return nth -> {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      return FINE;
    };
  }

  /** Answers so the first times, and then well. */
  static Manner firstly(int times, int status) {
    return nth -> nth <= times ? status : FINE;
  }

  /** Says nothing the first times, for as long as whoever calls can bear it. */
  static Manner silently(int times) {
    CountDownLatch never = new CountDownLatch(1);
    return nth -> {
      if (nth <= times) {
        never.await();
      }
      return FINE;
    };
  }

  /** The URL of the endpoint, which behaves like this from now on. */
  String url(String endpoint, Manner manner) {
    manners.put(endpoint, manner);
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + endpoint;
  }

  private void hear(HttpExchange exchange) throws IOException {
    String endpoint = exchange.getRequestURI().getPath().substring(1);
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    long sequence = Long.parseLong(exchange.getRequestHeaders().getFirst("freehold-sequence"));
    exchange.getRequestBody().readAllBytes();
    heard.add(new Heard(endpoint, id, sequence, Instant.now()));
    int nth = calls.computeIfAbsent(endpoint, name -> new AtomicInteger()).incrementAndGet();
    try {
      int status = manners.get(endpoint).answer(nth);
      if (status == FINE) {
        arrived.merge(new Arrived(endpoint, id), 1, Integer::sum);
        numbers.computeIfAbsent(endpoint, name -> ConcurrentHashMap.newKeySet()).add(sequence);
      }
      if (status != NOTHING) {
        exchange.sendResponseHeaders(status, -1);
      }
    } catch (InterruptedException e) {
      throw new InterruptedIOException(e.getMessage());
    } finally {
      exchange.close();
    }
  }

  /** All calls, in the order in which they came. */
  List<Heard> heard() {
    return List.copyOf(heard);
  }

  List<Heard> heard(String endpoint) {
    return heard.stream().filter(one -> one.endpoint().equals(endpoint)).toList();
  }

  /** What arrived, and how often. */
  Map<Arrived, Integer> arrived() {
    return Map.copyOf(arrived);
  }

  /** How much arrived at all, each counted once. */
  int arrivals() {
    return arrived.size();
  }

  /** How much arrived once more than needed. */
  int doubles() {
    return arrived.values().stream().mapToInt(times -> times - 1).sum();
  }

  /** The numbers that arrived at an endpoint. */
  Set<Long> numbers(String endpoint) {
    return numbers.getOrDefault(endpoint, Set.of());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
