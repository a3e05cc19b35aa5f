package org.freehold.launcher.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.freehold.launcher.folder.Refused;

/** Waits until the application itself answers, since the server's own word means nothing. */
public final class Readiness {
  private static final Duration LONGEST_START = Duration.ofSeconds(180);

  /** Between "ready in" and sound answers of an application that was deployed. */
  private static final Duration LONGEST_NONSENSE = Duration.ofSeconds(5);

  private static final int NO_ANSWER = 0;
  private static final int NOT_YET = 503;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final URI address;

  public Readiness(String host, int port) {
    this.address = URI.create("http://" + host + ":" + port + "/api/health/readiness");
  }

  /** Returns when the application answers 200; refuses with the reason in the log otherwise. */
  public void await(PayaraMicro server, BooleanSupplier givenUp) {
    long start = System.nanoTime();
    long wrongSince = Long.MAX_VALUE;
    for (int status = status(); status != 200; status = status()) {
      long now = System.nanoTime();
      // Without an application the server answers 404 for ever, with a broken one 500.
      boolean wrong = status != NO_ANSWER && status != NOT_YET && server.saysReady();
      wrongSince = wrong ? Math.min(wrongSince, now) : Long.MAX_VALUE;
      if (!server.isAlive()) {
        throw refused("The server ended during its start", server);
      }
      if (wrong && now - wrongSince > LONGEST_NONSENSE.toNanos()) {
        throw refused("The server runs, but its application only answers " + status, server);
      }
      if (givenUp.getAsBoolean() || now - start > LONGEST_START.toNanos()) {
        throw refused("The application was not ready in time", server);
      }
      pause();
    }
  }

  private int status() {
    HttpRequest request =
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).GET().build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return NO_ANSWER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Refused refused(String what, PayaraMicro server) {
    List<String> reasons = server.reasons();
    String because = reasons.isEmpty() ? "." : ":\n  " + String.join("\n  ", reasons) + "\n";
    return new Refused(what + because, "The whole log is " + server.logFile() + ".");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(150);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
