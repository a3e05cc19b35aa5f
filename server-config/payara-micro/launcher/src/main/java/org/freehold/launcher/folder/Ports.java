package org.freehold.launcher.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
public final class Ports {
  private Ports() {}

  /** Whether a server could listen on that port of the loopback address now. */
  public static boolean isFree(int port) {
    return isFree(port, InetAddress.getLoopbackAddress());
  }

  static boolean isFree(int port, InetAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the servers do: connections that linger from the last run do not count.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** Some free port of the loopback address. */
  public static int anyFree() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses a taken port, naming the option that gives another one. */
  public static void refuseTaken(int port, String forWhat, String option) {
    if (!isFree(port)) {
      throw new Refused(
          "Port " + port + " for " + forWhat + " is taken by another program.",
          "Stop that program, or give another port with " + option + ".");
    }
  }
}
