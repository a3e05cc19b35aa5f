package org.freehold.platform;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/**
 * A DNS name in lower case with at least two labels (RFC 1035 §2.3.1 as RFC 1123 §2.1 widens it);
 * other alphabets as A-labels.
 */
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DomainName.Check.class)
public @interface DomainName {
  String message() default "must be a domain like example.com, in lower case";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The check; null passes, since @NotNull is for that. */
  class Check implements ConstraintValidator<DomainName, String> {

    private static final Pattern NAME =
        Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST = 253;

    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
      return value == null || value.length() <= LONGEST && NAME.matcher(value).matches();
    }
  }
}
