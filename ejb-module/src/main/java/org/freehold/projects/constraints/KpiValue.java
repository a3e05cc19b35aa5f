package org.freehold.projects.constraints;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The value of a key figure: text of up to 500 characters, or a number with up to 20 digits before
 * and after the point.
 */
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KpiValue.Check.class)
public @interface KpiValue {
  String message() default
      "must be a text of at most 500 characters, or a number with at most 20 digits before and 20"
          + " after the point";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The check; null passes, since @NotNull is for that. */
  class Check implements ConstraintValidator<KpiValue, JsonValue> {

    private static final int LONGEST = 500;
    private static final int MOST_DIGITS = 20;
    private static final Pattern STORABLE = Pattern.compile("[^\\x00\\p{Cs}]*");

    @Override
    public boolean isValid(JsonValue value, ConstraintValidatorContext context) {
      if (value instanceof JsonNumber number) {
        BigDecimal exact = number.bigDecimalValue();
        long before = (long) exact.precision() - exact.scale();
        return before <= MOST_DIGITS && exact.scale() <= MOST_DIGITS;
      }
      if (value instanceof JsonString text) {
        return text.getString().length() <= LONGEST && STORABLE.matcher(text.getString()).matches();
      }
      return value == null;
    }
  }
}
