package org.freehold.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;

/**
 * Reads a JSON object into a record, strictly: unknown members are refused by name, every value
 * must have its type, and the record's constraints must hold. All faults are told at once, each
 * with a JSON pointer.
 */
public final class RecordReader {
  private final Validator validator;

  public RecordReader(Validator validator) {
    this.validator = validator;
  }

  /** The record, or {@link Invalid} with every fault. */
  public <T extends Record> T read(Class<T> type, JsonObject object) {
    List<Fault> faults = new ArrayList<>();
    Object value = readRecord(type, object, "", faults);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    T record = type.cast(value);
    validator.validate(record).forEach(violation -> faults.add(fault(violation)));
    if (!faults.isEmpty()) {
      throw new Invalid(
          faults.stream().sorted(java.util.Comparator.comparing(Fault::pointer)).toList());
    }
    return record;
  }

  private static Fault fault(ConstraintViolation<?> violation) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.getKey() != null) {
        pointer.append('/').append(escape(String.valueOf(node.getKey())));
      }
      if (node.getName() != null && !node.getName().startsWith("<")) {
        pointer.append('/').append(WireNames.of(node.getName()));
      }
    }
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return new Fault(
        pointer.toString(),
        WireNames.of(Character.toLowerCase(constraint.charAt(0)) + constraint.substring(1)),
        violation.getMessage());
  }

  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static Object readRecord(
      Class<?> type, JsonObject object, String pointer, List<Fault> faults) {
    RecordShape shape = RecordShape.of(type);
    List<RecordShape.Part> parts = shape.parts();
    List<String> known = parts.stream().map(RecordShape.Part::name).toList();
    for (String name : object.keySet()) {
      if (!known.contains(name)) {
        faults.add(
            new Fault(
                pointer + "/" + escape(name),
                "unknown_field",
                "There is no field " + name + " here."));
      }
    }
    int before = faults.size();
    Object[] values = new Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      RecordShape.Part part = parts.get(i);
      values[i] =
          readValue(part.type(), object.get(part.name()), pointer + "/" + part.name(), faults);
    }
    return faults.size() == before ? shape.create(values) : null;
  }

  private static Object readValue(Type type, JsonValue json, String pointer, List<Fault> faults) {
    if (json == null || json == JsonValue.NULL) {
      return missing(type, pointer, faults);
    }
    if (type instanceof ParameterizedType generic) {
      return readGeneric(generic, json, pointer, faults);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord() && !Scalars.reads(plain)) {
      if (json instanceof JsonObject object) {
        return readRecord(plain, object, pointer, faults);
      }
      return wrong(pointer, "an object", faults);
    }
    if (plain == JsonValue.class) {
      FreeJson.look(pointer, json, faults);
    }
    return Scalars.read(plain, json, pointer, faults);
  }

  private static Object missing(Type type, String pointer, List<Fault> faults) {
    if (type instanceof Class<?> plain && plain.isPrimitive()) {
      faults.add(new Fault(pointer, "required", "This field is required."));
    }
    return null;
  }

  private static Object readGeneric(
      ParameterizedType type, JsonValue json, String pointer, List<Fault> faults) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Map.class) {
      if (!(json instanceof JsonObject object)) {
        return wrong(pointer, "an object", faults);
      }
      Map<String, Object> map = new TreeMap<>();
      object.forEach(
          (name, value) -> {
            FreeJson.text(pointer, name, faults);
            map.put(name, readValue(arguments[1], value, pointer + "/" + escape(name), faults));
          });
      return map;
    }
    if (!(json instanceof JsonArray array)) {
      return wrong(pointer, "an array", faults);
    }
    List<Object> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      items.add(readValue(arguments[0], array.get(i), pointer + "/" + i, faults));
    }
    return items;
  }

  private static Object wrong(String pointer, String expected, List<Fault> faults) {
    faults.add(new Fault(pointer, "type", "This must be " + expected + "."));
    return null;
  }
}
