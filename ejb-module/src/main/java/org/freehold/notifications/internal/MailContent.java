package org.freehold.notifications.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.freehold.platform.Mail;
import org.freehold.platform.json.JsonText;

/** What a mail says, as it is kept until it is sent. */
record MailContent(List<String> paragraphs, List<Mail.Fact> facts, String page) {
  String json() {
    return JsonText.of(this);
  }

  static MailContent parse(String json) {
    JsonObject object = JsonText.parseObject(json);
    return new MailContent(
        object.getJsonArray("paragraphs").getValuesAs(JsonString::getString),
        object.getJsonArray("facts").getValuesAs(JsonObject.class).stream()
            .map(fact -> new Mail.Fact(fact.getString("name"), fact.getString("value")))
            .toList(),
        object.getString("page"));
  }
}
