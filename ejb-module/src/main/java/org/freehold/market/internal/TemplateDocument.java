package org.freehold.market.internal;

import com.networknt.schema.JsonSchema;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freehold.market.TemplateSchema;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.schema.JsonBounds;
import org.freehold.platform.schema.JsonSchemas;

/** A template: a document that says what it asks and what is made of the answers. */
public final class TemplateDocument {
  /** Of the text that is kept, in bytes. */
  static final int LARGEST = 262_144;

  private static final JsonSchema SCHEMA = JsonSchemas.of(TemplateSchema.text());

  private final JsonObject json;
  private final String text;
  private final Questions questions;

  private TemplateDocument(JsonObject json, String text) {
    this.json = json;
    this.text = text;
    questions = new Questions(json.getJsonArray("parameters").getValuesAs(JsonObject.class));
  }

  /** {@link Invalid} with every place that is no template. */
  public static TemplateDocument of(JsonObject json) {
    String text = JsonText.of(json);
    if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      throw Invalid.at("", "size", "A template has at most " + LARGEST + " bytes.");
    }
    require(JsonBounds.faults(json, LARGEST));
    require(JsonSchemas.faults(SCHEMA, json));
    TemplateDocument document = new TemplateDocument(json, text);
    require(TemplateRules.faults(json, document.questions));
    return document;
  }

  private static void require(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  /** One that was checked when it came. */
  static TemplateDocument stored(String text) {
    return new TemplateDocument(JsonText.parseObject(text), text);
  }

  public String id() {
    return json.getString("id");
  }

  public TemplateVersion version() {
    return TemplateVersion.of(json.getString("version"));
  }

  public String title() {
    return json.getString("title");
  }

  public String description() {
    return json.getString("description");
  }

  public List<JsonValue> parameters() {
    return List.copyOf(questions.steps());
  }

  /** All steps as one schema. */
  public JsonValue schema() {
    return questions.whole();
  }

  public JsonObject content() {
    return json.getJsonObject("content");
  }

  /** The kinds of things that a tenant made of it has. */
  public List<String> makes() {
    return List.copyOf(content().keySet());
  }

  public String text() {
    return text;
  }

  /** Over the text. */
  public String digest() {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The answers that count, defaults included; {@link Invalid} at those that are wrong. */
  public Map<String, JsonValue> answered(JsonObject given) {
    return questions.answered(given);
  }

  /** The names of all answers that it can ask for. */
  public Set<String> names() {
    return questions.names();
  }

  /** The names of answers that are neither kept nor told. */
  public Set<String> secrets() {
    return questions.secrets();
  }

  /** What is made of the answers. */
  public Blueprint filled(Map<String, JsonValue> answers) {
    JsonValue filled = Places.filled(content(), answers).orElse(JsonValue.EMPTY_JSON_OBJECT);
    return Blueprint.of(filled.asJsonObject());
  }
}
