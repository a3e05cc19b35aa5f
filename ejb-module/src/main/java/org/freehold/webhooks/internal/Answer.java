package org.freehold.webhooks.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.freehold.platform.outbound.AnswerLimits;

/** Takes in an answer as it comes: its head, and of its body no more than is kept. */
final class Answer implements AsyncResponseConsumer<Void> {
  /** Ends the reading of a body that is longer than what is kept of it. */
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1;

    Enough() {
      super("enough of the body has been read");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  private final byte[] bytes;
  private int length;
  private int interim;
  private volatile HttpResponse head;
  private volatile boolean full;
  private volatile String address;
  private volatile FutureCallback<Void> end;

  /** {@code most}: bytes of the body that are kept. */
  Answer(int most) {
    bytes = new byte[most];
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      EntityDetails entity,
      HttpContext context,
      FutureCallback<Void> callback) {
    EndpointDetails connection = HttpCoreContext.cast(context).getEndpointDetails();
    address = connection == null ? null : text(connection.getRemoteAddress());
    head = response;
    end = callback;
    if (entity == null) {
      callback.completed(null);
    }
  }

  private static String text(SocketAddress remote) {
    return remote instanceof InetSocketAddress inet && inet.getAddress() != null
        ? inet.getAddress().getHostAddress()
        : null;
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {
    countInterim();
  }

  /**
   * 100 and its like say nothing of how it went, and there may be some before the answer. An
   * IllegalArgumentException when there are too many: it ends the call.
   */
  void countInterim() {
    if (++interim > AnswerLimits.MOST_INTERIM) {
      throw new IllegalArgumentException(
          "more than " + AnswerLimits.MOST_INTERIM + " answers of status 1xx");
    }
  }

  @Override
  public void updateCapacity(CapacityChannel channel) throws IOException {
    channel.update(Integer.MAX_VALUE);
  }

  @Override
  public synchronized void consume(ByteBuffer source) throws IOException {
    int taken = Math.min(source.remaining(), bytes.length - length);
    source.get(bytes, length, taken);
    length += taken;
    if (length == bytes.length) {
      full = true;
      // Else the rest would be read, however much that is, to keep the connection.
      throw new Enough();
    }
  }

  @Override
  public void streamEnd(List<? extends Header> trailers) {
    end.completed(null);
  }

  @Override
  public void failed(Exception cause) {
    // Whoever made the call is told too.
  }

  @Override
  public void releaseResources() {
    // There are none.
  }

  /** Null while there is none. */
  HttpResponse head() {
    return head;
  }

  /** Whether as much of the body was read as is kept. */
  boolean isFull() {
    return full;
  }

  /** That the answer came from; null when it is not known. */
  String address() {
    return address;
  }

  /** The beginning of the body; null when there was none. */
  synchronized String body() {
    // PostgreSQL keeps no NUL, and half a character at the cut is of no use.
    return length == 0
        ? null
        : new String(bytes, 0, length, StandardCharsets.UTF_8)
            .replace("\u0000", "")
            .replaceAll("\uFFFD+$", "");
  }
}
