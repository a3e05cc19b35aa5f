package org.freehold.web.platform;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.freehold.platform.EntityId;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.json.WireForms;

/**
 * Turns parameters into ids, dates and times. A malformed id in a path names nothing: 404; in a
 * query it is a fault: 400.
 */
@Provider
public class Parameters implements ParamConverterProvider {
  private static final Map<Class<?>, Function<String, Object>> PARSERS =
      Map.of(
          UUID.class, WireForms::uuid,
          LocalDate.class, WireForms::date,
          Instant.class, WireForms::instant,
          Boolean.class, Parameters::bool);

  @Inject @Any private Instance<NamedIds> names;

  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    Function<String, Object> parser =
        EntityId.class.isAssignableFrom(type) ? text -> named(type, text) : PARSERS.get(type);
    return parser == null ? null : new Converter<>(type, parser, annotations);
  }

  private static Boolean bool(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("no boolean");
    }
    return Boolean.valueOf(text);
  }

  /** The id of what is called so, where such things have names; else the text is the id. */
  private Object named(Class<?> type, String text) {
    return names.stream()
        .filter(known -> known.type() == type && known.isName(text))
        .findFirst()
        .<Object>map(known -> known.find(text))
        .orElseGet(() -> id(type, text));
  }

  private static Object id(Class<?> type, String text) {
    try {
      return type.getDeclaredConstructor(UUID.class).newInstance(WireForms.uuid(text));
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Converter<T>(
      Class<T> type, Function<String, Object> parser, Annotation[] annotations)
      implements ParamConverter<T> {
    @Override
    public T fromString(String value) {
      if (value == null) {
        return null;
      }
      try {
        return type.cast(parser.apply(value));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw isPath() ? new NotFound("thing") : Invalid.at(name(), "type", what());
      }
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }

    private boolean isPath() {
      return Arrays.stream(annotations).anyMatch(PathParam.class::isInstance);
    }

    private String name() {
      return Arrays.stream(annotations)
          .filter(jakarta.ws.rs.QueryParam.class::isInstance)
          .map(a -> ((jakarta.ws.rs.QueryParam) a).value())
          .findFirst()
          .orElse("");
    }

    private String what() {
      String kind =
          type == LocalDate.class
              ? "a date like 2026-01-31"
              : type == Instant.class
                  ? "a time in UTC like 2026-01-31T12:00:00Z"
                  : type == Boolean.class ? "true or false" : "a UUID";
      return name() + " must be " + kind + ".";
    }
  }
}
