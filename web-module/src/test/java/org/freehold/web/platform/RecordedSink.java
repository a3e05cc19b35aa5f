package org.freehold.web.platform;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The client's end of a stream: keeps what was sent as {@code name=run data={}}. */
final class RecordedSink implements SseEventSink, Sse {
  private final List<String> sent = new ArrayList<>();
  private boolean closed;
  private boolean gone;

  /** What came since this was asked last. */
  List<String> received() {
    List<String> all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  /** From here on nothing reaches the client. */
  void leave() {
    gone = true;
  }

  @Override
  public CompletionStage<?> send(OutboundSseEvent event) {
    if (gone) {
      return CompletableFuture.failedFuture(new IOException("Broken pipe"));
    }
    sent.add(event.toString());
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public OutboundSseEvent.Builder newEventBuilder() {
    return builder("");
  }

  /** A builder that remembers its calls; the event is told by them. */
  private static OutboundSseEvent.Builder builder(String calls) {
    return proxy(
        OutboundSseEvent.Builder.class,
        (name, argument) ->
            name.equals("build")
                ? event(calls.strip())
                : builder(calls + " " + name + "=" + argument));
  }

  private static OutboundSseEvent event(String calls) {
    return proxy(OutboundSseEvent.class, (name, argument) -> calls);
  }

  private interface Call {
    Object answer(String name, Object argument);
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                call.answer(method.getName(), arguments == null ? null : arguments[0])));
  }

  @Override
  public SseBroadcaster newBroadcaster() {
    throw new UnsupportedOperationException();
  }
}
