package org.freehold.audit.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.freehold.engine.transparency.LeafChange;
import org.freehold.platform.Personal;
import org.freehold.platform.Secret;
import org.freehold.platform.UserId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;

/**
 * What differs between the records before and after a call: in clear, or withheld where it is
 * personal; secrets not at all.
 */
final class ChangedValues {
  private static final String OLD = "chg.old.";
  private static final String NEW = "chg.new.";

  private final List<LeafChange> changes = new ArrayList<>();
  private final List<PersonalValue> personal = new ArrayList<>();

  ChangedValues(Record before, Record after) {
    Record shape = after == null ? before : after;
    if (shape == null) {
      return;
    }
    JsonObject old = before == null ? JsonValue.EMPTY_JSON_OBJECT : JsonText.toObject(before);
    JsonObject now = after == null ? JsonValue.EMPTY_JSON_OBJECT : JsonText.toObject(after);
    for (RecordComponent component : shape.getClass().getRecordComponents()) {
      if (!component.isAnnotationPresent(Secret.class)) {
        String name = WireNames.of(component.getName());
        boolean person = component.getType() == UserId.class;
        boolean personal = component.isAnnotationPresent(Personal.class);
        Optional<NamedPeople> people = NamedPeople.in(component);
        if (people.isPresent()) {
          compareEach(name, people.get(), old.get(name), now.get(name));
        } else {
          compare(name, person, personal, old.get(name), now.get(name));
        }
      }
    }
  }

  /**
   * @param texts the names of those that are personal
   */
  ChangedValues(JsonObject old, JsonObject now, Collection<String> texts) {
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    names.forEach(name -> compare(name, false, texts.contains(name), old.get(name), now.get(name)));
  }

  List<LeafChange> changes() {
    return changes;
  }

  /** Personal values, to be committed to and sealed. */
  List<PersonalValue> personal() {
    return personal;
  }

  /**
   * One personal value.
   *
   * @param subject the person whose id it is; null when it tells something of the event's own
   */
  record PersonalValue(String path, String value, UUID subject) {}

  private void compare(String name, boolean names, boolean withheld, JsonValue old, JsonValue now) {
    Object oldValue = plain(old);
    Object newValue = plain(now);
    if (Objects.equals(oldValue, newValue)) {
      return;
    }
    if (!names && !withheld) {
      changes.add(LeafChange.of(name, oldValue, newValue));
      return;
    }
    changes.add(LeafChange.withheld(name));
    withhold(OLD + name, oldValue, names);
    withhold(NEW + name, newValue, names);
  }

  /** What names people is withheld one by one, each as JSON. */
  private void compareEach(String name, NamedPeople people, JsonValue old, JsonValue now) {
    List<JsonValue> before = NamedPeople.each(old);
    List<JsonValue> after = NamedPeople.each(now);
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      JsonValue was = i < before.size() ? before.get(i) : null;
      JsonValue is = i < after.size() ? after.get(i) : null;
      if (!Objects.equals(was, is)) {
        String path = name + "." + i;
        changes.add(LeafChange.withheld(path));
        withholdOne(OLD + path, people, was);
        withholdOne(NEW + path, people, is);
      }
    }
  }

  private void withholdOne(String path, NamedPeople people, JsonValue one) {
    if (one != null) {
      personal.add(new PersonalValue(path, one.toString(), people.person(one)));
    }
  }

  private void withhold(String path, Object value, boolean names) {
    if (value != null) {
      String text = value.toString();
      personal.add(new PersonalValue(path, text, names ? UUID.fromString(text) : null));
    }
  }

  private static Object plain(JsonValue value) {
    if (value == null) {
      return null;
    }
    return switch (value.getValueType()) {
      case NULL -> null;
      case TRUE -> Boolean.TRUE;
      case FALSE -> Boolean.FALSE;
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> number((JsonNumber) value);
      case ARRAY -> ((JsonArray) value).stream().map(ChangedValues::plain).toList();
      case OBJECT -> object(value.asJsonObject());
    };
  }

  /** Whole numbers stay numbers; decimals become strings, so that no digit of an amount is lost. */
  private static Object number(JsonNumber number) {
    boolean small = number.isIntegral() && Math.abs(number.doubleValue()) < 1L << 53;
    return small ? (Object) number.longValueExact() : number.bigDecimalValue().toPlainString();
  }

  private static Map<String, Object> object(JsonObject object) {
    Map<String, Object> map = new LinkedHashMap<>();
    object.forEach((name, value) -> map.put(name, plain(value)));
    return map;
  }
}
