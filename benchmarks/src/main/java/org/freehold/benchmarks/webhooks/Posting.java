package org.freehold.benchmarks.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import org.freehold.benchmarks.load.HttpConnection;
import org.freehold.engine.delivery.StandardSignature;
import org.freehold.engine.delivery.WebhookSecret;

/** Signed messages over connections that are kept: the client that costs least. */
final class Posting implements AutoCloseable {
  private final int port;
  private final WebhookSecret secret = WebhookSecret.random();
  private final BlockingDeque<HttpConnection> free = new LinkedBlockingDeque<>();

  Posting(int port) {
    this.port = port;
  }

  void send(Post post) {
    try {
      HttpConnection connection = free.pollFirst();
      if (connection == null) {
        connection = new HttpConnection(port);
      }
      int status = connection.send(request(post)).status();
      free.addFirst(connection);
      if (status != 204) {
        throw new IllegalStateException("The sink answered " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] request(Post post) {
    byte[] body = post.body().getBytes(StandardCharsets.UTF_8);
    String id = "msg_" + post.mark();
    long now = System.currentTimeMillis() / 1000;
    String head =
        "POST /hook/%d HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nwebhook-id: %s\r\nwebhook-timestamp: %d\r\nwebhook-signature: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(
                post.endpoint(),
                id,
                now,
                StandardSignature.sign(id, now, body, secret),
                body.length);
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[start.length + body.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return whole;
  }

  @Override
  public void close() throws IOException {
    for (HttpConnection connection = free.poll(); connection != null; connection = free.poll()) {
      connection.close();
    }
  }
}
