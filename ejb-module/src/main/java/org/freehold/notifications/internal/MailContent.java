package org.freehold.notifications.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.freehold.platform.Mail;
import org.freehold.platform.json.JsonText;

/** What a mail says, as it is kept until it is sent. */
record MailContent(
    List<String> paragraphs,
    List<Mail.Fact> facts,
    List<String> quoted,
    Mail.Attachment attachment,
    String page) {
  static MailContent of(Mail mail) {
    return new MailContent(
        mail.paragraphs(), mail.facts(), mail.quoted(), mail.attachment(), mail.page());
  }

  String json() {
    return JsonText.of(this);
  }

  /** Files are only kept until it has ended. */
  MailContent withoutAttachment() {
    return new MailContent(paragraphs, facts, quoted, null, page);
  }

  static MailContent parse(String json) {
    JsonObject object = JsonText.parseObject(json);
    return new MailContent(
        object.getJsonArray("paragraphs").getValuesAs(JsonString::getString),
        object.getJsonArray("facts").getValuesAs(JsonObject.class).stream()
            .map(fact -> new Mail.Fact(fact.getString("name"), fact.getString("value")))
            .toList(),
        object.containsKey("quoted")
            ? object.getJsonArray("quoted").getValuesAs(JsonString::getString)
            : List.of(),
        attachment(object.get("attachment")),
        object.getString("page"));
  }

  private static Mail.Attachment attachment(JsonValue value) {
    return value instanceof JsonObject file
        ? new Mail.Attachment(
            file.getString("name"), file.getString("type"), file.getString("base64"))
        : null;
  }
}
