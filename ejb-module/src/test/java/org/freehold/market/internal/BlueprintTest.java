package org.freehold.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;

class BlueprintTest {
  private static Blueprint of(String things) {
    return Blueprint.of(
        JsonText.parseObject(
            "{\"tenant\": {\"name\": \"T\", \"slug\": \"t-t\", \"owner_email\": \"a@t.example\"}"
                + things
                + "}"));
  }

  private static List<String> faults(String things) {
    return catchThrowableOfType(Invalid.class, () -> of(things)).faults().stream()
        .map(fault -> fault.pointer() + " " + fault.code() + " " + fault.detail())
        .toList();
  }

  @Test
  void twoThingsOfAKindNeedTwoKeys() {
    assertThat(
            faults(
                """
                , "webhooks": [{"url": "https://a.example", "events": ["task.*"]},
                               {"url": "https://a.example", "events": ["project.*"]}],
                  "environments": [{"name": "qa"}, {"name": "dev"}, {"name": "qa"}],
                  "domains": ["app.example.com", "App.example.com"]
                """))
        .hasSize(3)
        .allMatch(fault -> fault.startsWith(" template_twice "))
        .anyMatch(fault -> fault.contains("/content/webhooks/1: https://a.example is here twice."))
        .anyMatch(fault -> fault.contains("/content/environments/2"))
        .anyMatch(fault -> fault.contains("/content/domains/1"));
    assertThat(of(", \"environments\": [{\"name\": \"qa\"}, {\"name\": \"dev\"}]").environments())
        .hasSize(2);
  }
}
