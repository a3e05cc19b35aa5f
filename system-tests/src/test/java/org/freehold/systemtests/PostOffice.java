package org.freehold.systemtests;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The mail server of this machine, which keeps what it takes and can be down for a while. */
final class PostOffice {
  private static final PostOffice SHARED = new PostOffice();

  private final List<MimeMessage> before = new ArrayList<>();
  private GreenMail server = started(0);
  private final int port = server.getSmtp().getPort();

  PostOffice() {}

  private static GreenMail started(int port) {
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    server.start();
    return server;
  }

  /** The one that the shared server hands its mail to. */
  static PostOffice shared() {
    return SHARED;
  }

  int port() {
    return port;
  }

  synchronized void close() {
    before.addAll(List.of(server.getReceivedMessages()));
    server.stop();
  }

  synchronized void open() {
    server = started(port);
  }

  /** What came, in the order in which it came. */
  synchronized List<MimeMessage> all() {
    return Stream.concat(before.stream(), Arrays.stream(server.getReceivedMessages())).toList();
  }

  /** What came for an address, in the order in which it came. */
  List<MimeMessage> of(String address) {
    return all().stream().filter(one -> isTo(one, address)).toList();
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return message.getAllRecipients()[0].toString().equals(address);
    } catch (MessagingException e) {
      throw new IllegalStateException("A mail without a recipient", e);
    }
  }
}
