package org.freehold.releases.bundle;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.freehold.platform.Problem.Fault;

/** The members of one JSON object, each asked for once; what nobody asked for is a fault. */
final class Members {
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_LIST = 2_000;

  private final JsonObject object;
  private final String pointer;
  private final List<Fault> faults;
  private final Set<String> asked = new HashSet<>();

  Members(JsonObject object, String pointer, List<Fault> faults) {
    this.object = object;
    this.pointer = pointer;
    this.faults = faults;
  }

  boolean has(String name) {
    return object.containsKey(name);
  }

  /** Whether it is there and null; then it is not read again. */
  boolean isNull(String name) {
    if (object.get(name) != JsonValue.NULL) {
      return false;
    }
    asked.add(name);
    return true;
  }

  String text(String name) {
    return has(name) ? optionalText(name) : missing(name);
  }

  /** Null when it is not there. */
  String optionalText(String name) {
    return has(name) ? text(take(name), at(name)) : null;
  }

  /** Of an element of a list. */
  String text(JsonValue value, String at) {
    if (!(value instanceof JsonString string)) {
      return wrong(at, "a string");
    }
    String text = string.getString();
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      fault(at, "size", "The text has 1 to " + LONGEST_TEXT + " characters.");
    }
    if (text.indexOf(0) >= 0) {
      fault(
          at, "not_allowed", "The text contains the character zero, which PostgreSQL cannot keep.");
    }
    return text;
  }

  boolean flag(String name, boolean otherwise) {
    Boolean flag = optionalFlag(name);
    return flag == null ? otherwise : flag;
  }

  Boolean optionalFlag(String name) {
    if (!has(name)) {
      return null;
    }
    JsonValue value = take(name);
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      return wrong(at(name), "true or false");
    }
    return value == JsonValue.TRUE;
  }

  /** One of some words; null when it is not there. */
  String word(String name, List<String> words) {
    String word = optionalText(name);
    if (word != null && !words.contains(word)) {
      fault(at(name), "not_allowed", "This is one of " + String.join(", ", words) + ".");
    }
    return word;
  }

  List<String> texts(String name) {
    return list(name, (value, at) -> text(value, at));
  }

  /** A string, or a list of strings. */
  List<String> textOrTexts(String name) {
    if (object.get(name) instanceof JsonString) {
      return List.of(text(name));
    }
    return texts(name);
  }

  /** Reads one element of a list. */
  interface ElementReader<T> {
    T read(JsonValue value, String pointer);
  }

  /** A list with at least one element; empty with a fault when it is not there. */
  <T> List<T> list(String name, ElementReader<T> reader) {
    if (!has(name)) {
      missing(name);
      return List.of();
    }
    if (!(take(name) instanceof JsonArray array)) {
      wrong(at(name), "a list");
      return List.of();
    }
    if (array.isEmpty() || array.size() > LONGEST_LIST) {
      fault(at(name), "size", "The list has 1 to " + LONGEST_LIST + " elements.");
    }
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < Math.min(array.size(), LONGEST_LIST); i++) {
      T element = reader.read(array.get(i), at(name) + "/" + i);
      if (element != null) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** An object that must be there. */
  <T> T object(String name, Function<Members, T> reader) {
    return has(name) ? optionalObject(name, reader) : missing(name);
  }

  /** Null when it is not there. */
  <T> T optionalObject(String name, Function<Members, T> reader) {
    return has(name) ? object(take(name), at(name), reader) : null;
  }

  /** Of an element of a list. */
  <T> T object(JsonValue value, String at, Function<Members, T> reader) {
    if (!(value instanceof JsonObject inside)) {
      return wrong(at, "an object");
    }
    Members members = new Members(inside, at, faults);
    T read = reader.apply(members);
    members.end();
    return read;
  }

  /** Every member has been asked for; the others are unknown. */
  void end() {
    for (String name : object.keySet()) {
      if (!asked.contains(name)) {
        fault(at(name), "unknown_field", "There is no field " + name + " here.");
      }
    }
  }

  /** Somebody else reads these; whether one of them is there. */
  boolean pass(Set<String> others) {
    asked.addAll(others);
    return others.stream().anyMatch(object::containsKey);
  }

  /** Nothing is said about members of what could not be recognised. */
  <T> T skip() {
    asked.addAll(object.keySet());
    return null;
  }

  void fault(String at, String code, String detail) {
    faults.add(new Fault(at, code, detail));
  }

  String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private JsonValue take(String name) {
    asked.add(name);
    return object.get(name);
  }

  private <T> T missing(String name) {
    fault(at(name), "required", "This field is required.");
    return null;
  }

  private <T> T wrong(String at, String wanted) {
    fault(at, "type", "This must be " + wanted + ".");
    return null;
  }
}
