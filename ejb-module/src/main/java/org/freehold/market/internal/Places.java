package org.freehold.market.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;

/**
 * Puts answers into their places. A string that is nothing but a place becomes the answer, of
 * whatever type; in a longer one it becomes its text. What has a place without an answer is left
 * out, and so is an object whose {@code x-when} names an answer that is absent or false.
 */
final class Places {
  static final String WHEN = "x-when";

  private static final String NAME = "\\{\\{\\s*([a-z][a-z0-9_]*)\\s*(?:\\|\\s*(\\w+)\\s*)?\\}\\}";
  private static final Pattern PLACE = Pattern.compile(NAME);
  private static final int SLUG = 63;
  private static final int LARGEST = 1_048_576;

  private final Map<String, JsonValue> answers;
  private int left;

  /** All that is put into places may have so many characters together. */
  Places(Map<String, JsonValue> answers, int most) {
    this.answers = answers;
    this.left = most;
  }

  /** Empty when nothing is left of it; {@link Invalid} when it becomes too large. */
  static Optional<JsonValue> filled(JsonValue template, Map<String, JsonValue> answers) {
    return new Places(answers, LARGEST).filled(template);
  }

  Optional<JsonValue> filled(JsonValue template) {
    return switch (template.getValueType()) {
      case OBJECT -> object(template.asJsonObject());
      case ARRAY -> Optional.of(array(template.asJsonArray()));
      case STRING -> string(((JsonString) template).getString());
      default -> Optional.of(template);
    };
  }

  private Optional<JsonValue> object(JsonObject template) {
    if (template.containsKey(WHEN) && !given(answers.get(template.getString(WHEN, "")))) {
      return Optional.empty();
    }
    JsonObjectBuilder object = JsonText.PROVIDER.createObjectBuilder();
    template.forEach(
        (name, value) -> {
          if (!name.equals(WHEN)) {
            filled(value).ifPresent(filled -> object.add(name, filled));
          }
        });
    return Optional.of(object.build());
  }

  private static boolean given(JsonValue answer) {
    return answer != null && answer != JsonValue.FALSE && answer != JsonValue.NULL;
  }

  private JsonValue array(JsonArray template) {
    JsonArrayBuilder array = JsonText.PROVIDER.createArrayBuilder();
    template.forEach(value -> filled(value).ifPresent(array::add));
    return array.build();
  }

  private Optional<JsonValue> string(String template) {
    Matcher place = PLACE.matcher(template);
    if (place.matches()) {
      return Optional.ofNullable(answer(place));
    }
    StringBuilder text = new StringBuilder();
    place.reset();
    while (place.find()) {
      JsonValue answer = answer(place);
      if (answer == null) {
        return Optional.empty();
      }
      place.appendReplacement(text, Matcher.quoteReplacement(text(answer)));
    }
    place.appendTail(text);
    return Optional.of(JsonText.PROVIDER.createValue(text.toString()));
  }

  private JsonValue answer(Matcher place) {
    JsonValue answer = answers.get(place.group(1));
    if (answer == null || answer == JsonValue.NULL) {
      return null;
    }
    String text = text(answer);
    left -= text.length();
    if (left < 0) {
      throw Invalid.at(
          "", "template_size", "With these answers the template becomes larger than is allowed.");
    }
    return place.group(2) == null ? answer : JsonText.PROVIDER.createValue(slug(text));
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  /** {@code Übung & Söhne}: {@code ubung-sohne}. */
  static String slug(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String slug =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
    return slug.substring(0, Math.min(SLUG, slug.length())).replaceAll("-+$", "");
  }

  /** The name of the answer that this is the place of, as it is and without anything else. */
  static Optional<String> only(String template) {
    Matcher place = PLACE.matcher(template);
    return place.matches() && place.group(2) == null
        ? Optional.of(place.group(1))
        : Optional.empty();
  }

  /** Whether each {@code x-when} in it is a text. */
  static boolean namesConditions(JsonValue template) {
    return switch (template.getValueType()) {
      case OBJECT -> {
        JsonValue when = template.asJsonObject().get(WHEN);
        yield (when == null || when instanceof JsonString)
            && template.asJsonObject().values().stream().allMatch(Places::namesConditions);
      }
      case ARRAY -> template.asJsonArray().stream().allMatch(Places::namesConditions);
      default -> true;
    };
  }

  /** The names of the answers that are put into it. */
  static Set<String> named(JsonValue template) {
    Set<String> names = new TreeSet<>();
    collect(template, names);
    return names;
  }

  private static void collect(JsonValue template, Set<String> names) {
    switch (template.getValueType()) {
      case OBJECT ->
          template
              .asJsonObject()
              .forEach(
                  (name, value) -> {
                    if (name.equals(WHEN) && value instanceof JsonString answer) {
                      names.add(answer.getString());
                    }
                    collect(value, names);
                  });
      case ARRAY -> template.asJsonArray().forEach(value -> collect(value, names));
      case STRING ->
          PLACE
              .matcher(((JsonString) template).getString())
              .results()
              .forEach(place -> names.add(place.group(1)));
      default -> {
        // Nothing is put into numbers and booleans.
      }
    }
  }
}
