package org.freehold.audit.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.freehold.platform.UserId;
import org.freehold.platform.json.WireNames;

/**
 * A value that names people within: a record with the id of a person, or a list of such.
 *
 * @param member the member of each that has the id
 */
record NamedPeople(String member) {
  /** Of a component of what is told; empty when it names nobody, or is the id itself. */
  static Optional<NamedPeople> in(RecordComponent component) {
    return Stream.concat(Stream.of(component.getType()), arguments(component.getGenericType()))
        .filter(Class::isRecord)
        .filter(type -> type != UserId.class)
        .flatMap(type -> Stream.of(type.getRecordComponents()))
        .filter(inner -> inner.getType() == UserId.class)
        .findFirst()
        .map(inner -> new NamedPeople(WireNames.of(inner.getName())));
  }

  private static Stream<Class<?>> arguments(Type type) {
    return type instanceof ParameterizedType list
        ? Stream.of(list.getActualTypeArguments())
            .filter(Class.class::isInstance)
            .map(one -> (Class<?>) one)
        : Stream.empty();
  }

  /** Each with its person apart: whoever is erased takes only what is theirs. */
  static List<JsonValue> each(JsonValue value) {
    return value instanceof JsonArray array
        ? List.copyOf(array)
        : value == null || value == JsonValue.NULL ? List.of() : List.of(value);
  }

  /** Whom one of them names; null for nobody. */
  UUID person(JsonValue one) {
    return one instanceof JsonObject object && object.get(member) instanceof JsonString id
        ? UUID.fromString(id.getString())
        : null;
  }
}
