package org.freehold.notifications.internal;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.Properties;
import org.freehold.notifications.Letter;
import org.freehold.notifications.internal.MailRefused.Reach;
import org.freehold.platform.Mail;

/**
 * Hands one mail to the SMTP server (RFC 5321), as plain text and as HTML beside it. The Message-ID
 * is that of the mail, so that one which had to be handed over twice is known as one.
 */
@ApplicationScoped
public class MailServer {
  private static final Logger LOG = System.getLogger(MailServer.class.getName());
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  @Inject MailSettings settings;

  /** Returns when the server has taken it. */
  void send(Letter letter) throws MailRefused {
    Session session = Session.getInstance(properties());
    try (Transport transport = connected(session)) {
      try {
        MimeMessage message = message(session, letter);
        transport.sendMessage(message, message.getAllRecipients());
      } catch (AddressException e) {
        throw new MailRefused(Reach.NEVER, "The recipient's address is none");
      } catch (SendFailedException e) {
        boolean unknown = isThere(e.getInvalidAddresses());
        throw new MailRefused(
            unknown ? Reach.NEVER : Reach.LATER,
            unknown ? "The server refuses the recipient" : "The server does not take the mail now");
      } catch (MessagingException e) {
        throw new MailRefused(Reach.LATER, "Sending broke off: " + kind(e));
      }
    } catch (MessagingException e) {
      // From closing: the server has taken it all the same.
      LOG.log(Level.DEBUG, () -> "The mail server did not say good-bye: " + kind(e));
    }
  }

  /** Whether it lets us in now. */
  boolean isReached() {
    try (Transport transport = connected(Session.getInstance(properties()))) {
      return transport.isConnected();
    } catch (MailRefused | MessagingException e) {
      LOG.log(Level.DEBUG, "The mail server still cannot be reached");
      return false;
    }
  }

  private static boolean isThere(Address[] addresses) {
    return addresses != null && addresses.length > 0;
  }

  private Transport connected(Session session) throws MailRefused {
    try {
      Transport transport = session.getTransport();
      transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
      return transport;
    } catch (MessagingException e) {
      throw new MailRefused(Reach.NONE, "The mail server cannot be reached: " + kind(e));
    }
  }

  /** The class only: what a server says may name people. */
  private static String kind(MessagingException e) {
    Exception cause = e.getNextException();
    String name = e.getClass().getSimpleName();
    return cause == null ? name : name + ", " + cause.getClass().getSimpleName();
  }

  private Properties properties() {
    boolean tls = settings.security().equals(MailSettings.TLS);
    String protocol = tls ? "smtps" : "smtp";
    String of = "mail." + protocol + ".";
    String millis = Long.toString(settings.timeout().toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty(of + "connectiontimeout", millis);
    properties.setProperty(of + "timeout", millis);
    properties.setProperty(of + "writetimeout", millis);
    properties.setProperty(of + "auth", Boolean.toString(settings.user() != null));
    properties.setProperty(of + "ssl.checkserveridentity", "true");
    boolean startTls = settings.security().equals(MailSettings.STARTTLS);
    properties.setProperty(of + "starttls.enable", Boolean.toString(startTls));
    properties.setProperty(of + "starttls.required", Boolean.toString(startTls));
    return properties;
  }

  private MimeMessage message(Session session, Letter letter) throws MessagingException {
    InternetAddress from = settings.from();
    String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    String id = "<" + letter.id().value() + "@" + domain + ">";
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(letter.createdAt()));
    // RFC 3834: nobody's holiday notice answers.
    message.setHeader("Auto-Submitted", "auto-generated");
    MailText text = new MailText(letter, settings.publicUrl());
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text.plain(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(text.html(), UTF_8, "html");
    MimeMultipart words = new MimeMultipart("alternative", plain, html);
    message.setContent(letter.attachment() == null ? words : with(letter.attachment(), words));
    return message;
  }

  private static MimeMultipart with(Mail.Attachment attachment, MimeMultipart words)
      throws MessagingException {
    MimeBodyPart body = new MimeBodyPart();
    body.setContent(words);
    byte[] content = Base64.getDecoder().decode(attachment.base64());
    MimeBodyPart file = new MimeBodyPart();
    file.setDataHandler(new DataHandler(new ByteArrayDataSource(content, attachment.type())));
    file.setFileName(attachment.name());
    file.setDisposition(Part.ATTACHMENT);
    return new MimeMultipart("mixed", body, file);
  }
}
