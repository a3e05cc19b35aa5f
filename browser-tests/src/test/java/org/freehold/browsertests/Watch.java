package org.freehold.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sees what a person at the screen does not: errors on the console, violations of the content
 * security policy, exceptions that nobody caught, and requests that failed.
 */
final class Watch {
  private static final String REPORTER =
      "addEventListener('securitypolicyviolation', e =>"
          + " freeholdPolicyViolation(e.violatedDirective + ' ' + e.blockedURI))";

  private final List<String> faults = new ArrayList<>();
  private final Set<String> expected = new LinkedHashSet<>();
  private final Set<String> possible = new LinkedHashSet<>();
  private final Set<String> seen = new LinkedHashSet<>();

  Watch(BrowserContext context) {
    context.onConsoleMessage(this::said);
    context.onWebError(error -> faults.add("Not caught: " + error.error()));
    context.onResponse(this::answered);
    context.onRequestFailed(this::failed);
    context.exposeBinding(
        "freeholdPolicyViolation", (source, what) -> faults.add("Policy violated: " + what[0]));
    context.addInitScript(REPORTER);
  }

  /** From now on a request that is answered so is no fault; it is one if none ever was. */
  void expect(int status, String method, String path) {
    expected.add(status + " " + method + " " + path);
  }

  /** The same of a request that another's answer may keep from being made, or seen. */
  void allow(int status, String method, String path) {
    possible.add(status + " " + method + " " + path);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Takes what was seen until now, for the tests of this watch. */
  List<String> taken() {
    List<String> taken = faults();
    faults.clear();
    return taken;
  }

  /** Fails unless all was well and everything expected has come. */
  void holdsNothing() {
    assertThat(faults).as("What the browser did not like").isEmpty();
    assertThat(seen).as("Refusals that this journey is about").containsAll(expected);
  }

  private void said(ConsoleMessage message) {
    boolean bad = message.type().equals("error") || message.type().equals("warning");
    // Each of these is an answer or a failed request too, and is judged there.
    if (bad && !message.text().startsWith("Failed to load resource")) {
      faults.add("Console " + message.type() + ": " + message.text());
    }
  }

  private void answered(Response response) {
    if (response.status() < 400) {
      return;
    }
    Request request = response.request();
    String what =
        response.status() + " " + request.method() + " " + URI.create(request.url()).getPath();
    if (possible.contains(what)) {
      return;
    }
    if (expected.contains(what)) {
      seen.add(what);
    } else {
      faults.add("Answered " + what);
    }
  }

  private void failed(Request request) {
    // What the page itself gives up, as it does when somebody leaves it, did not fail.
    if (!"net::ERR_ABORTED".equals(request.failure())) {
      faults.add("Failed " + request.method() + " " + request.url() + ": " + request.failure());
    }
  }
}
