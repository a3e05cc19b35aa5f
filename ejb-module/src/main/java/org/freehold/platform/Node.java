package org.freehold.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** This process among others; another start of it is another node. */
@ApplicationScoped
public class Node {
  private final String name = host() + "-" + UUID.randomUUID().toString().substring(0, 8);

  /** The name of the host and eight characters of chance. */
  public String name() {
    return name;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // The name is for people; a host that does not know its own is still a node.
      return "node";
    }
  }
}
