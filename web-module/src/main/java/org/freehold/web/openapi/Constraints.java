package org.freehold.web.openapi;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.freehold.platform.DomainName;
import org.freehold.projects.constraints.KpiValue;
import org.freehold.projects.constraints.WebAddress;

/** Bean Validation constraints as keywords of JSON Schema. */
final class Constraints {
  private Constraints() {}

  static boolean required(AnnotatedElement element) {
    return element.isAnnotationPresent(NotNull.class)
        || element.isAnnotationPresent(NotBlank.class);
  }

  /** Adds to the schema of a value what the annotations on its type ask. */
  static void add(Map<String, Object> schema, AnnotatedElement element) {
    for (Annotation annotation : element.getAnnotations()) {
      if (annotation instanceof Size size) {
        size(schema, size);
      } else if (annotation instanceof Pattern pattern) {
        schema.put("pattern", "^(?:" + portable(pattern.regexp()) + ")$");
      } else if (annotation instanceof NotBlank) {
        schema.putIfAbsent("minLength", 1);
        schema.putIfAbsent("pattern", "\\S");
      } else {
        number(schema, annotation);
        form(schema, annotation);
      }
    }
  }

  /** The names of character classes that ECMA-262 has. */
  private static String portable(String regexp) {
    return regexp.replace("\\p{Cntrl}", "\\p{Cc}");
  }

  private static void size(Map<String, Object> schema, Size size) {
    Object type = schema.get("type");
    String what = "array".equals(type) ? "Items" : "object".equals(type) ? "Properties" : "Length";
    if (size.min() > 0) {
      schema.put("min" + what, size.min());
    }
    if (size.max() < Integer.MAX_VALUE) {
      schema.put("max" + what, size.max());
    }
  }

  private static void number(Map<String, Object> schema, Annotation annotation) {
    if (annotation instanceof PositiveOrZero) {
      schema.put("minimum", 0);
    } else if (annotation instanceof Min least) {
      schema.put("minimum", least.value());
    } else if (annotation instanceof Max most) {
      schema.put("maximum", most.value());
    } else if (annotation instanceof DecimalMax most) {
      schema.put("maximum", new BigDecimal(most.value()));
    } else if (annotation instanceof Digits digits) {
      schema.put("multipleOf", BigDecimal.ONE.movePointLeft(digits.fraction()));
      schema.put(
          "exclusiveMaximum",
          new BigDecimal(BigDecimal.ONE.movePointRight(digits.integer()).toPlainString()));
    }
  }

  private static void form(Map<String, Object> schema, Annotation annotation) {
    if (annotation instanceof Email) {
      schema.put("format", "email");
    } else if (annotation instanceof DomainName) {
      schema.put("format", "hostname");
      schema.put("maxLength", 253);
    } else if (annotation instanceof WebAddress) {
      schema.put("format", "uri");
    } else if (annotation instanceof KpiValue) {
      schema.put("type", List.of("string", "number"));
    }
    if (annotation.annotationType().isAnnotationPresent(Constraint.class)
        && annotation.annotationType().getName().startsWith("org.freehold.")) {
      schema.put("description", "It " + message(annotation) + ".");
    }
  }

  private static Object message(Annotation annotation) {
    try {
      return annotation.annotationType().getMethod("message").invoke(annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
