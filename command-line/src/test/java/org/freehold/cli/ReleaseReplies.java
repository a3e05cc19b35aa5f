package org.freehold.cli;

import org.freehold.cli.PretendServer.Reply;

/** What a server tells of releases. */
final class ReleaseReplies {
  static final String EVENTS = "GET /api/releases/rel_20260131_1200/log/events?environment=staging";

  private ReleaseReplies() {}

  static String deployment(String status, int done) {
    String failure =
        status.matches("failed|rolled_back")
            ? "{\"code\":\"h\",\"message\":\"The health gate said no\"}"
            : "null";
    return """
        {"id":"d1","release_id":"rel_20260131_1200","environment":"staging","status":"%s",\
        "steps":{"done":%d,"total":2},"approvals":{"given":0,"required":1},"failure":%s}"""
        .formatted(status, done, failure);
  }

  static String line(int number) {
    return """
        {"id":"l%d","time":"2026-01-31T12:00:00.123Z","level":"info","message":"said %d"}"""
        .formatted(number, number);
  }

  static String event(String type, String data) {
    return "event: " + type + "\ndata: " + data + "\n\n";
  }

  static Reply events(String... events) {
    return new Reply(200, "text/event-stream", String.join("", events));
  }

  static String page(String... items) {
    return "{\"items\":[" + String.join(",", items) + "],\"next\":null}";
  }
}
