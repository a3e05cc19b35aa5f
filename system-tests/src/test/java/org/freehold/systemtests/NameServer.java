package org.freehold.systemtests;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A resolver on this machine that knows the TXT records that tests tell it (RFC 1035 §4). */
public final class NameServer {
  private static final int HEADER = 12;
  private static final int NXDOMAIN = 3;
  private static final int SERVFAIL = 2;

  private final Map<String, List<String>> records = new ConcurrentHashMap<>();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final DatagramSocket socket;

  NameServer() {
    try {
      socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "name-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** As {@code freehold.dns.resolvers} takes it. */
  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** The name has these TXT records from here on; without any there is no such name. */
  public void txt(String name, String... values) {
    failing.remove(name);
    records.put(name, List.of(values));
  }

  /** Questions about the name fail from here on. */
  void fail(String name) {
    failing.add(name);
  }

  private void serve() {
    byte[] buffer = new byte[1500];
    while (true) {
      try {
        DatagramPacket asked = new DatagramPacket(buffer, buffer.length);
        socket.receive(asked);
        byte[] answer = answer(ByteBuffer.wrap(buffer, 0, asked.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The question comes back as it was, and each answer points to its name. */
  private byte[] answer(ByteBuffer query) throws IOException {
    short id = query.getShort(0);
    query.position(HEADER);
    String name = name(query);
    byte[] question = new byte[query.position() + 4 - HEADER];
    query.get(HEADER, question);
    List<String> values = records.getOrDefault(name, List.of());
    int code = failing.contains(name) ? SERVFAIL : values.isEmpty() ? NXDOMAIN : 0;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(id);
    out.writeShort(0x8180 | code);
    out.writeShort(1);
    out.writeShort(code == 0 ? values.size() : 0);
    out.writeInt(0);
    out.write(question);
    if (code == 0) {
      for (String value : values) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        out.writeShort(0xC000 | HEADER);
        out.writeShort(16);
        out.writeShort(1);
        out.writeInt(0);
        out.writeShort(text.length + 1);
        out.writeByte(text.length);
        out.write(text);
      }
    }
    return bytes.toByteArray();
  }

  private static String name(ByteBuffer query) {
    StringBuilder name = new StringBuilder();
    int length = query.get();
    while (length > 0) {
      byte[] label = new byte[length];
      query.get(label);
      name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
      length = query.get();
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }
}
