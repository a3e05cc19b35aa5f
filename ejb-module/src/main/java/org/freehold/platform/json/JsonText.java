package org.freehold.platform.json;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.freehold.platform.Invalid;

/** JSON as text: parsing strictly (duplicate names refused), writing records. */
public final class JsonText {
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of("jakarta.json.JsonConfig.keyStrategy", keyStrategy()));
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  private JsonText() {}

  private static Object keyStrategy() {
    return jakarta.json.JsonConfig.KeyStrategy.NONE;
  }

  /** The object in the stream; {@link Invalid} when it is no JSON object. */
  public static JsonObject parseObject(InputStream body) {
    try (JsonReader reader = READERS.createReader(body)) {
      return object(reader.read());
    } catch (JsonException | NumberFormatException e) {
      throw notJson();
    }
  }

  public static JsonObject parseObject(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return object(reader.read());
    } catch (JsonException | NumberFormatException e) {
      throw notJson();
    }
  }

  /**
   * The array in text that we wrote ourselves. Not {@code Json.createReader}: that looks for the
   * implementation in every archive at every call.
   */
  public static JsonArray storedArray(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }

  private static JsonObject object(JsonStructure value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw Invalid.at("", "type", "The body must be a JSON object.");
  }

  private static Invalid notJson() {
    return Invalid.at("", "json", "The body is not well-formed JSON, or names a member twice.");
  }

  /** Writes a record, list, map or plain value as UTF-8. */
  public static void write(Object value, OutputStream out) {
    try (JsonGenerator json = GENERATORS.createGenerator(out)) {
      RecordWriter.write(json, value);
    }
  }

  public static String of(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = GENERATORS.createGenerator(text)) {
      RecordWriter.write(json, value);
    }
    return text.toString();
  }

  /** The record as the JSON object that it is on the wire. */
  public static JsonObject toObject(Record value) {
    return parseObject(of(value));
  }
}
