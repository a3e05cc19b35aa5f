package org.freehold.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.freehold.audit.AuditFilter;
import org.freehold.audit.AuditNews;
import org.freehold.audit.AuditTail;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
import org.freehold.web.platform.EventStreams;
import org.freehold.web.platform.Watched;

/** Who follows trails on this node: at most 50 of one tenant, and 200 in all. */
@ApplicationScoped
public class AuditTailStreams {
  @Inject private EventStreams streams;
  @Inject private AuditTail tail;

  /** Where the stream is, for those whose events are none of the new ones. */
  public record Position(long next) {}

  /**
   * @param last the id of the last event that was told, which is the place behind it; null: only
   *     what comes
   */
  void open(AuditFilter filter, String last, SseEventSink sink, Sse sse) {
    long end = tail.end();
    long first = last == null ? end : place(last, end);
    streams.open(
        "audit log",
        CurrentCall.tenantId(),
        sink,
        sse,
        (Long told) -> told == null ? begun(first) : news(filter, told));
  }

  private static long place(String last, long end) {
    if (!last.matches("[0-9]{1,18}") || Long.parseLong(last) > end) {
      throw Invalid.at("Last-Event-ID", "range", "The trail has no such place: begin without it.");
    }
    return Long.parseLong(last);
  }

  /** So that who listens knows from where to go on, whatever happens next. */
  private static Watched.News<Long> begun(long first) {
    return new Watched.News<>(List.of(position(first)), first, false);
  }

  private Watched.News<Long> news(AuditFilter filter, long told) {
    AuditNews news = tail.from(filter, told);
    List<Watched.Item> items =
        news.events().stream()
            .map(
                event ->
                    new Watched.Item(
                        "event", JsonText.of(event), Long.toString(event.sequence() + 1)))
            .toList();
    boolean passed = items.isEmpty() && news.next() > told;
    return new Watched.News<>(passed ? List.of(position(news.next())) : items, news.next(), false);
  }

  private static Watched.Item position(long next) {
    return new Watched.Item("position", JsonText.of(new Position(next)), Long.toString(next));
  }
}
