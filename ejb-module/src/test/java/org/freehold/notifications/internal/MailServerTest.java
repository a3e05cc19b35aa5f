package org.freehold.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.notifications.Letter;
import org.freehold.notifications.MailId;
import org.freehold.notifications.internal.MailRefused.Reach;
import org.freehold.platform.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server, and one that refuses by script. */
class MailServerTest {
  private static final UUID ID = UUID.fromString("0199d0f0-0000-7000-8000-000000000001");
  private static final Letter LETTER =
      new Letter(
          new MailId(ID),
          "anna@people.example",
          "techcorp",
          "Zwölf <Dinge>",
          List.of("Something failed at https://a.example/?a=1&b=<2>.", "Look at it."),
          List.of(new Mail.Fact("Endpoint", "https://a.example/?a=1&b=<2>")),
          List.of(),
          null,
          "webhooks",
          Instant.parse("2026-01-15T12:00:00Z"));

  private GreenMail post;

  @AfterEach
  void stop() {
    if (post != null) {
      post.stop();
    }
  }

  @Test
  void handsOverPlainTextAndHtmlWithALink() throws Exception {
    post = started(ServerSetup.PROTOCOL_SMTP);
    server(post.getSmtp().getPort(), MailSettings.NONE).send(LETTER);
    MimeMessage[] all = post.getReceivedMessages();
    assertThat(all).hasSize(1);
    MimeMessage got = all[0];
    assertThat(got.getSubject()).isEqualTo("Zwölf <Dinge>");
    assertThat(got.getMessageID()).isEqualTo("<" + ID + "@freehold.example>");
    assertThat(got.getFrom()[0]).hasToString("Freehold <noreply@freehold.example>");
    assertThat(got.getAllRecipients()[0]).hasToString("anna@people.example");
    assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    MimeMultipart parts = (MimeMultipart) got.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(text(parts.getBodyPart(0)))
        .contains("Something failed at https://a.example/?a=1&b=<2>.")
        .contains("Endpoint: https://a.example/?a=1&b=<2>")
        .contains("https://freehold.example/admin/webhooks")
        .contains("techcorp");
    BodyPart html = parts.getBodyPart(1);
    assertThat(html.getContentType()).startsWith("text/html");
    assertThat(text(html))
        .contains("<h1>Zwölf &lt;Dinge&gt;</h1>")
        .contains("a=1&amp;b=&lt;2&gt;")
        .contains("<a href=\"https://freehold.example/admin/webhooks\">")
        .doesNotContain("<2>")
        .doesNotContain("${");
  }

  @Test
  void whatIsQuotedStaysAsItIsAndAFileComesWithIt() throws Exception {
    String note = "log.example/<t>\n12\nAAAA=\n\n— log.example/<t> BBBB=\n";
    Letter letter =
        new Letter(
            LETTER.id(),
            LETTER.address(),
            LETTER.tenant(),
            LETTER.subject(),
            LETTER.paragraphs(),
            LETTER.facts(),
            List.of(note, note),
            new Mail.Attachment("checkpoints.zip", "application/zip", "AQID"),
            LETTER.page(),
            LETTER.createdAt());
    post = started(ServerSetup.PROTOCOL_SMTP);
    server(post.getSmtp().getPort(), MailSettings.NONE).send(letter);
    MimeMultipart parts = (MimeMultipart) post.getReceivedMessages()[0].getContent();
    assertThat(parts.getContentType()).startsWith("multipart/mixed");
    MimeMultipart words = (MimeMultipart) parts.getBodyPart(0).getContent();
    assertThat(text(words.getBodyPart(0)).replace("\r\n", "\n")).contains(note + "\n" + note);
    assertThat(text(words.getBodyPart(1))).contains("<pre>log.example/&lt;t&gt;");
    BodyPart file = parts.getBodyPart(1);
    assertThat(file.getFileName()).isEqualTo("checkpoints.zip");
    assertThat(file.getContentType()).startsWith("application/zip");
    assertThat(file.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
  }

  @Test
  void signsInWhenTheServerWantsIt() throws Exception {
    post = started(ServerSetup.PROTOCOL_SMTP);
    post.setUser("noreply@freehold.example", "freehold", "a password");
    MailSettings settings = settings(post.getSmtp().getPort(), MailSettings.NONE);
    settings.user = Optional.of("freehold");
    settings.password = Optional.of("a password");
    server(settings).send(LETTER);
    assertThat(post.getReceivedMessages()).hasSize(1);
    settings.password = Optional.of("another password");
    assertThat(refused(server(settings))).isEqualTo(Reach.NONE);
    assertThat(post.getReceivedMessages()).hasSize(1);
  }

  @Test
  void saysNothingInClearToAServerWithoutStartTls() {
    post = started(ServerSetup.PROTOCOL_SMTP);
    assertThat(refused(server(post.getSmtp().getPort(), MailSettings.STARTTLS)))
        .isEqualTo(Reach.NONE);
    assertThat(post.getReceivedMessages()).isEmpty();
  }

  @Test
  void trustsNoCertificateThatAnybodyCouldHaveMade() {
    post = started(ServerSetup.PROTOCOL_SMTPS);
    assertThat(refused(server(post.getSmtps().getPort(), MailSettings.TLS))).isEqualTo(Reach.NONE);
    assertThat(post.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsDownIsNotReached() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(refused(server(port, MailSettings.NONE))).isEqualTo(Reach.NONE);
  }

  @Test
  void tellsARecipientThatThereIsNotFromOneThatIsNotTakenNow() throws IOException {
    for (String answer : List.of("550 No such anna@people.example here", "451 Try again later")) {
      try (RefusingServer refusing = new RefusingServer(answer)) {
        MailRefused refusal = refusal(server(refusing.port(), MailSettings.NONE));
        assertThat(refusal.reach())
            .as(answer)
            .isEqualTo(answer.startsWith("5") ? Reach.NEVER : Reach.LATER);
        assertThat(refusal.getMessage()).doesNotContain("anna");
      }
    }
  }

  private static Reach refused(MailServer server) {
    return refusal(server).reach();
  }

  private static MailRefused refusal(MailServer server) {
    return catchThrowableOfType(MailRefused.class, () -> server.send(LETTER));
  }

  private static String text(BodyPart part) throws Exception {
    return part.getContent().toString();
  }

  private static GreenMail started(String protocol) {
    GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    post.start();
    return post;
  }

  private static MailServer server(int port, String security) {
    return server(settings(port, security));
  }

  private static MailServer server(MailSettings settings) {
    MailServer server = new MailServer();
    server.settings = settings;
    return server;
  }

  private static MailSettings settings(int port, String security) {
    MailSettings settings = new MailSettings();
    settings.host = "127.0.0.1";
    settings.port = port;
    settings.security = security;
    settings.user = Optional.empty();
    settings.password = Optional.empty();
    settings.passwordFile = Optional.empty();
    settings.from = "Freehold <noreply@freehold.example>";
    settings.timeoutSeconds = 5;
    settings.retrySeconds = 1;
    settings.giveUpHours = 1;
    settings.publicUrl = "https://freehold.example/";
    settings.check();
    return settings;
  }
}
