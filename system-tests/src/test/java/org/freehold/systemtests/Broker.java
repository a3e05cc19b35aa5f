package org.freehold.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.activemq.broker.BrokerService;

/** An ActiveMQ outside of the server, which keeps nothing: there, away, or there and mute. */
final class Broker implements AutoCloseable {
  private final int port;
  private BrokerService running;
  private ServerSocket mute;

  Broker() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  /** As {@code FREEHOLD_BROKER_URL} takes it. */
  String url() {
    return "tcp://127.0.0.1:" + port;
  }

  void begin() throws Exception {
    goAway();
    running = new BrokerService();
    running.setPersistent(false);
    running.setUseJmx(false);
    running.setUseShutdownHook(false);
    running.addConnector(url());
    running.start();
    running.waitUntilStarted();
  }

  /** Takes connections, and says nothing. */
  void beMute() throws IOException {
    goAway();
    mute = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
  }

  @Override
  public void close() {
    goAway();
  }

  /** Nobody listens any more. */
  void goAway() {
    try {
      if (running != null) {
        running.stop();
        running.waitUntilStopped();
      }
      if (mute != null) {
        mute.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      // As its interface has it.
      throw new IllegalStateException("The broker could not be stopped", e);
    }
    running = null;
    mute = null;
  }
}
