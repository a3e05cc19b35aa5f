package org.freehold.notifications.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.freehold.notifications.Letter;
import org.freehold.platform.Mail;

/** The words of a mail in the frame that all have: {@code mail.txt} and {@code mail.html}. */
final class MailText {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");
  private static final String PLAIN = template("mail.txt");
  private static final String HTML = template("mail.html");

  private final Letter letter;
  private final String link;

  MailText(Letter letter, String publicUrl) {
    this.letter = letter;
    link = publicUrl.replaceAll("/+$", "") + "/admin/" + letter.page();
  }

  String plain() {
    return fill(
            PLAIN,
            UnaryOperator.identity(),
            String.join("\n\n", letter.paragraphs()),
            letter.facts().stream()
                .map(fact -> fact.name() + ": " + fact.value())
                .collect(Collectors.joining("\n")),
            String.join("\n\n", letter.quoted()))
        .replaceAll("\n{3,}", "\n\n");
  }

  String html() {
    return fill(
        HTML,
        MailText::escaped,
        letter.paragraphs().stream()
            .map(paragraph -> "<p>" + escaped(paragraph) + "</p>")
            .collect(Collectors.joining("\n")),
        letter.facts().stream().map(MailText::row).collect(Collectors.joining("\n")),
        letter.quoted().stream()
            .map(text -> "<pre>" + escaped(text) + "</pre>")
            .collect(Collectors.joining("\n")));
  }

  private static String row(Mail.Fact fact) {
    return "<tr><th align=\"left\">"
        + escaped(fact.name())
        + "</th><td>"
        + escaped(fact.value())
        + "</td></tr>";
  }

  /** One pass over the frame: what is filled in is not looked at again. */
  private String fill(
      String frame, UnaryOperator<String> escape, String paragraphs, String facts, String quoted) {
    Map<String, String> values =
        Map.of(
            "subject",
            escape.apply(letter.subject()),
            "tenant",
            escape.apply(letter.tenant()),
            "link",
            escape.apply(link),
            "paragraphs",
            paragraphs,
            "facts",
            facts,
            "quoted",
            quoted);
    return PLACE
        .matcher(frame)
        .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String template(String name) {
    try (InputStream in =
        MailText.class.getResourceAsStream("/org/freehold/notifications/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The frame of mails is missing: " + name, e);
    }
  }
}
