package org.freehold.benchmarks.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * A receiver that costs as little as it can: one thread takes in what comes on all connections and
 * answers 204. It speaks as much of HTTP/1.1 as the callers here do.
 */
final class Sink implements AutoCloseable {
  private static final int LARGEST = 1 << 14;
  private static final byte[] ANSWER =
      "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MARK = "\"mark\":".getBytes(StandardCharsets.US_ASCII);

  private final Arrivals arrivals = new Arrivals();
  private final Selector selector;
  private final ServerSocketChannel server;
  private final Thread thread = new Thread(this::serve, "sink");
  private volatile IOException failure;

  Sink() throws IOException {
    selector = Selector.open();
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.socket().getLocalPort();
  }

  Arrivals arrivals() {
    if (failure != null) {
      throw new UncheckedIOException(failure);
    }
    return arrivals;
  }

  private void serve() {
    try {
      while (selector.isOpen()) {
        selector.select();
        Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
        while (ready.hasNext()) {
          SelectionKey key = ready.next();
          ready.remove();
          if (key.isAcceptable()) {
            accept();
          } else {
            read(key);
          }
        }
      }
    } catch (java.nio.channels.ClosedSelectorException closed) {
      // By close().
    } catch (IOException e) {
      failure = e;
    }
  }

  private void accept() throws IOException {
    SocketChannel caller = server.accept();
    caller.configureBlocking(false);
    caller.socket().setTcpNoDelay(true);
    caller.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(LARGEST));
  }

  /** A caller that breaks off, as a killed one does, is forgotten. */
  private void read(SelectionKey key) throws IOException {
    SocketChannel caller = (SocketChannel) key.channel();
    ByteBuffer in = (ByteBuffer) key.attachment();
    try {
      if (caller.read(in) < 0) {
        caller.close();
        return;
      }
      int end = whole(in.array(), in.position());
      while (end > 0) {
        arrivals.add(mark(in.array(), end), System.nanoTime());
        ByteBuffer answer = ByteBuffer.wrap(ANSWER);
        while (answer.hasRemaining()) {
          caller.write(answer);
        }
        in.flip().position(end);
        in.compact();
        end = whole(in.array(), in.position());
      }
    } catch (IOException broken) {
      caller.close();
    }
  }

  /** The length of the first request when all of it is there, else 0. */
  static int whole(byte[] bytes, int length) {
    int head = find(HEAD_END, bytes, 0, length);
    if (head < 0) {
      return 0;
    }
    int at = find(LENGTH, bytes, 0, head);
    int body = at < 0 ? 0 : number(bytes, at + LENGTH.length);
    int end = head + HEAD_END.length + body;
    if (end > LARGEST) {
      throw new IllegalStateException("A request of " + end + " bytes");
    }
    return end <= length ? end : 0;
  }

  /** The number behind the member of that name, else 0. */
  static int mark(byte[] bytes, int length) {
    int at = find(MARK, bytes, 0, length);
    return at < 0 ? 0 : number(bytes, at + MARK.length);
  }

  private static int number(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] == ' ') {
      at++;
    }
    int number = 0;
    while (bytes[at] >= '0' && bytes[at] <= '9') {
      number = number * 10 + bytes[at] - '0';
      at++;
    }
    return number;
  }

  private static int find(byte[] wanted, byte[] bytes, int from, int to) {
    for (int at = from; at <= to - wanted.length; at++) {
      int same = 0;
      while (same < wanted.length && lower(bytes[at + same]) == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return at;
      }
    }
    return -1;
  }

  private static int lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
  }

  @Override
  public void close() throws IOException {
    selector.close();
    server.close();
  }
}
