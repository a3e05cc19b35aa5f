package org.freehold.market.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.freehold.access.RoleFields;
import org.freehold.flags.FlagFields;
import org.freehold.market.UpgradeChange;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;

class UpgradeComparisonTest {
  private static final String TENANT =
      "\"tenant\": {\"name\": \"T\", \"slug\": \"tt\", \"owner_email\": \"a@b.example\"}";

  private static Blueprint blueprint(String more) {
    return Blueprint.of(JsonText.parseObject("{" + TENANT + ", " + more + "}"));
  }

  private static String role(String name, String grant) {
    return "{\"name\": \"" + name + "\", \"grants\": [\"tasks:read\", \"" + grant + "\"]}";
  }

  private static String flag(String key, String otherwise, String variant) {
    return """
    {"key": "%s", "type": "string", "off_variant": "a", "otherwise": {"variant": "%s"},
     "variants": [{"name": "a", "value": "a"}, {"name": "b", "value": "%s"}]}
    """
        .formatted(key, otherwise, variant);
  }

  private static List<String> told(UpgradeComparison comparison) {
    return comparison.changes().stream()
        .map(one -> one.kind() + " " + one.key() + " " + one.change() + " " + one.carried())
        .toList();
  }

  @Test
  void aRoleIsCarriedUnlessTheTenantMadeItItsOwn() {
    Blueprint old =
        blueprint(
            "\"roles\": [%s, %s, %s, %s]"
                .formatted(
                    role("same", "a:read"),
                    role("grown", "projects:read"),
                    role("theirs", "projects:read"),
                    role("gone", "projects:read")));
    Blueprint next =
        blueprint(
            "\"roles\": [%s, %s, %s, %s]"
                .formatted(
                    role("same", "a:read"),
                    role("grown", "projects:write"),
                    role("theirs", "projects:write"),
                    role("new", "files:read")));
    UpgradeComparison comparison = new UpgradeComparison(old, next, "1.0.0");
    RoleFields grown =
        new RoleFields("grown", null, null, null, List.of("projects:read", "tasks:read"), null);
    RoleFields theirs = new RoleFields("theirs", null, null, null, List.of("tasks:*"), null);
    comparison.roles(List.of(old.roles().get(0), grown, theirs, old.roles().get(3)));
    assertThat(told(comparison))
        .containsExactly(
            "role gone REMOVED true",
            "role grown CHANGED true",
            "role new ADDED true",
            "role theirs CHANGED false");
    assertThat(comparison.bundle().getJsonArray("roles").toString())
        .contains("{\"name\":\"gone\",\"delete\":true}", "projects:write")
        .doesNotContain("theirs", "workspace_id", "description");
    assertThat(comparison.changes())
        .extracting(UpgradeChange::text)
        .contains("The tenant changed it since; it stays as it is.");
  }

  @Test
  void aFlagIsCarriedWhenOnlyWhomItServesIsDifferent() {
    Blueprint old =
        blueprint(
            "\"flags\": [%s, %s]".formatted(flag("served", "a", "b"), flag("valued", "a", "b")));
    Blueprint next =
        blueprint(
            "\"flags\": [%s, %s, %s]"
                .formatted(
                    flag("served", "b", "b"), flag("valued", "a", "c"), flag("new", "a", "b")));
    UpgradeComparison comparison = new UpgradeComparison(old, next, "1.0.0");
    comparison.flags(List.copyOf(old.flags()));
    assertThat(told(comparison))
        .containsExactly(
            "flag new ADDED false", "flag served CHANGED true", "flag valued CHANGED false");
    assertThat(comparison.bundle().getJsonArray("flags").toString())
        .isEqualTo(
            "[{\"key\":\"served\",\"enabled\":true,\"rules\":[],\"otherwise\":{\"variant\":\"b\",\"split\":null}}]");
  }

  @Test
  void whatIsSoAlreadyIsLeft() {
    Blueprint old = blueprint("\"flags\": [%s]".formatted(flag("served", "a", "b")));
    Blueprint next = blueprint("\"flags\": [%s]".formatted(flag("served", "b", "b")));
    UpgradeComparison comparison = new UpgradeComparison(old, next, "1.0.0");
    comparison.flags(List.<FlagFields>copyOf(next.flags()));
    assertThat(told(comparison)).containsExactly("flag served CHANGED false");
    assertThat(comparison.bundle()).isEmpty();
  }

  @Test
  void tablesComeAsTheTemplateSaysAndTheRestIsToldToBeDoneByHand() {
    String release =
        """
        "release": {"name": "R", "version": "%s", "to_env": "dev", "bundle": {"database": {"n": %d}},
          "upgrades": [{"from": "1.0.0", "changes": [{"type": "drop_table", "table": "t"}]}]},
        "pages": [{"key": "help", "title": "%s", "path": "/help"}]
        """;
    Blueprint old = blueprint(release.formatted("1.0.0", 1, "Help"));
    Blueprint next = blueprint(release.formatted("1.1.0", 2, "Help!"));
    UpgradeComparison comparison = new UpgradeComparison(old, next, "1.0.0");
    comparison.rest();
    assertThat(told(comparison))
        .containsExactly("database 1.1.0 CHANGED true", "page help CHANGED false");
    assertThat(comparison.bundle().getJsonObject("database").getJsonArray("changes")).hasSize(1);
    UpgradeComparison untold = new UpgradeComparison(old, next, "0.9.0");
    untold.rest();
    assertThat(told(untold))
        .containsExactly("database 1.1.0 CHANGED false", "page help CHANGED false");
    assertThat(untold.bundle()).isEmpty();
  }

  @Test
  void typesOfEventsAreToldAndLeftToBeDoneByHand() {
    String type = "{\"type\": \"%s\", \"description\": \"%s\"}";
    Blueprint old = blueprint("\"event_types\": [" + type.formatted("order.paid", "Paid.") + "]");
    Blueprint next =
        blueprint(
            "\"event_types\": [%s, %s, %s]"
                .formatted(
                    type.formatted("order.paid", "All paid."),
                    type.formatted("order.sent", "Sent."),
                    type.formatted("order.lost", "Lost.")));
    UpgradeComparison comparison = new UpgradeComparison(old, next, "1.0.0");
    comparison.eventTypes(List.of(old.eventTypes().get(0), next.eventTypes().get(2)));
    assertThat(comparison.changes())
        .extracting(one -> one.key() + " " + one.change() + ": " + one.text())
        .containsExactly(
            "order.lost ADDED: It is so already.",
            "order.paid CHANGED: No release carries it; do it by hand.",
            "order.sent ADDED: No release carries it; do it by hand.");
    assertThat(comparison.bundle()).isEmpty();
  }
}
