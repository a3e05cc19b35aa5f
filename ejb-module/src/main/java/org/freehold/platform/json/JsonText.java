package org.freehold.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem;

/**
 * JSON as text: parsing strictly (duplicate names and what follows the object refused), writing
 * records.
 */
public final class JsonText {
  /** Objects and arrays within each other, of which a body may have so many. */
  private static final int DEEPEST = 100;

  /**
   * Found once: {@code Json} looks for the implementation in every archive at every call, which
   * costs more than the reading.
   */
  public static final JsonProvider PROVIDER = JsonProvider.provider();

  private static final JsonReaderFactory READERS =
      PROVIDER.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));
  private static final JsonParserFactory PARSERS =
      PROVIDER.createParserFactory(
          Map.of(
              "org.eclipse.parsson.rejectDuplicateKeys",
              true,
              "org.eclipse.parsson.maxDepth",
              DEEPEST));
  private static final JsonGeneratorFactory GENERATORS = PROVIDER.createGeneratorFactory(Map.of());

  private JsonText() {}

  /** The object in the stream; {@link Invalid} when it is no JSON object. */
  public static JsonObject parseObject(InputStream body) {
    return object(() -> PARSERS.createParser(body));
  }

  public static JsonObject parseObject(String text) {
    return object(() -> PARSERS.createParser(new StringReader(text)));
  }

  /** Opening reads already, to tell the encoding. */
  private static JsonObject object(Supplier<JsonParser> opened) {
    try (JsonParser parser = opened.get()) {
      if (parser.next() != JsonParser.Event.START_OBJECT) {
        throw Invalid.at("", "type", "The body must be a JSON object.");
      }
      JsonObject object = parser.getObject();
      // Asks for what is behind the object: there must be nothing.
      if (parser.hasNext()) {
        throw notJson();
      }
      return object;
    } catch (JsonException
        | NumberFormatException
        | NoSuchElementException
        | IllegalStateException e) {
      // The last is for a name that comes twice.
      throw notJson();
    } catch (UnsupportedOperationException e) {
      // Parsson's word for more than 1,100 digits.
      throw Invalid.at("", "number", "A number in the body has too many digits.");
    } catch (Problem problem) {
      throw problem;
    } catch (RuntimeException e) {
      // Parsson has no better word for it than this class.
      if (e.getClass() == RuntimeException.class) {
        throw Invalid.at("", "depth", "The body is nested too deeply.");
      }
      throw e;
    }
  }

  /** The array in text that we wrote ourselves; most are empty, and reading them costs much. */
  public static JsonArray storedArray(String text) {
    if (text.equals("[]")) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }

  /** The object in such a text; most are empty. */
  public static JsonObject storedObject(String text) {
    if (text.equals("{}")) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** The texts in such an array; none for a column that is null. */
  public static List<String> storedTexts(String text) {
    return text == null ? List.of() : storedArray(text).getValuesAs(JsonString::getString);
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
