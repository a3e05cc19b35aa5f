package org.freehold.market.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.json.JsonText;

/**
 * What the schema of templates cannot say: places are for answers that are asked for, and a secret
 * has one place only, the first password, which is never kept.
 */
final class TemplateRules {
  private static final int MOST = 200;
  private static final String TENANT = "tenant";
  private static final String PASSWORD = "owner_password";

  private final JsonObject content;
  private final JsonValue parameters;
  private final Questions questions;
  private final Set<String> secrets;
  private final List<Fault> faults = new ArrayList<>();

  private TemplateRules(JsonObject template, Questions questions) {
    this.content = template.getJsonObject("content");
    this.parameters = template.get("parameters");
    this.questions = questions;
    this.secrets = questions.secrets();
  }

  static List<Fault> faults(JsonObject template, Questions questions) {
    TemplateRules rules = new TemplateRules(template, questions);
    rules.size();
    rules.places("/content", rules.content);
    rules.places("/parameters", rules.parameters);
    rules.conditions("/content", Places.namesConditions(rules.content));
    rules.conditions("/parameters", questions.defaultsNameConditions());
    rules.password();
    rules.otherPlacesOfSecrets();
    return rules.faults;
  }

  private void size() {
    if (questions.names().size() > MOST || questions.conditions() > MOST) {
      fault("/parameters", "size", "There are at most " + MOST + " questions and conditions.");
    }
  }

  private void places(String pointer, JsonValue part) {
    Set<String> unknown = Places.named(part);
    unknown.removeAll(questions.names());
    unknown.forEach(
        name ->
            fault(
                pointer,
                "unknown_answer",
                "There is a place for the answer " + name + ", which is not asked for."));
  }

  private void conditions(String pointer, boolean areNames) {
    if (!areNames) {
      fault(pointer, "type", "An x-when must be the name of an answer.");
    }
  }

  private void password() {
    JsonValue password = content.getJsonObject(TENANT).get(PASSWORD);
    if (password instanceof JsonString text
        && Places.only(text.getString()).filter(secrets::contains).isEmpty()) {
      fault(
          "/content/tenant/owner_password",
          "secret_place",
          "This must be a place for an answer that is writeOnly, and nothing else.");
    }
  }

  private void otherPlacesOfSecrets() {
    Set<String> placed = new TreeSet<>(Places.named(withoutPassword()));
    placed.retainAll(secrets);
    placed.forEach(
        name ->
            fault(
                "/content",
                "secret_place",
                "The answer " + name + " is a secret, whose only place is owner_password."));
    Set<String> copied = new TreeSet<>(Places.named(parameters));
    copied.retainAll(secrets);
    copied.forEach(
        name ->
            fault(
                "/parameters",
                "secret_place",
                "The answer " + name + " is a secret, of which no other answer can be made."));
    questions
        .secretsWithDefault()
        .forEach(
            name ->
                fault(
                    "/parameters",
                    "secret_default",
                    "The answer " + name + " is a secret, and its default is none."));
  }

  private JsonObject withoutPassword() {
    JsonObject tenant =
        JsonText.PROVIDER
            .createObjectBuilder(content.getJsonObject(TENANT))
            .remove(PASSWORD)
            .build();
    return JsonText.PROVIDER.createObjectBuilder(content).add(TENANT, tenant).build();
  }

  private void fault(String pointer, String code, String detail) {
    faults.add(new Fault(pointer, code, detail));
  }
}
