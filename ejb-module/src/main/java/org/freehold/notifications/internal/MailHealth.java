package org.freehold.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.freehold.platform.HealthCheck;
import org.freehold.platform.Measured;
import org.freehold.platform.Measurement;

/**
 * Whether mail is sent at all, and whether the server can be reached; it is asked only after it
 * could not be.
 */
@ApplicationScoped
public class MailHealth implements HealthCheck, Measured {
  @Inject private MailSettings settings;
  @Inject private MailLine line;
  @Inject private MailServer server;

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Map<String, Object> check() {
    if (line.isDown() && line.leftAlone().isZero()) {
      line.reached(server.isReached());
    }
    if (line.isDown()) {
      throw new IllegalStateException("The mail server cannot be reached from this node");
    }
    return Map.of(
        "configured", settings.isConfigured(), "sent", line.sent(), "given_up", line.givenUp());
  }

  @Override
  public boolean neededForReadiness() {
    return false;
  }

  @Override
  public List<Measurement> measure() {
    return List.of(
        Measurement.total(
            "freehold_mail_sent_total", "Mails that the server took", Map.of(), line.sent()),
        Measurement.total(
            "freehold_mail_given_up_total",
            "Mails that nobody tries to send any more",
            Map.of(),
            line.givenUp()),
        Measurement.now(
            "freehold_mail_server_down",
            "1 while the mail server cannot be reached from this node",
            Map.of(),
            line.isDown() ? 1 : 0));
  }
}
