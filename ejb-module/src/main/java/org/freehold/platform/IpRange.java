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
import org.freehold.engine.access.condition.Network;

/**
 * An IPv4 or IPv6 address, or a range of them in CIDR notation (RFC 4632, RFC 4291 §2.3) without
 * bits behind the prefix.
 */
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = IpRange.Check.class)
public @interface IpRange {
  String message() default "must be an IP address or a range like 10.0.0.0/8 or 2001:db8::/32";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The check; null passes, since @NotNull is for that. */
  class Check implements ConstraintValidator<IpRange, String> {

    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
      return value == null
          || Network.parse(value).filter(found -> isPlain(value, found)).isPresent();
    }

    /**
     * A network of IPv4 must be written as one: in a longer prefix nobody could read which it is.
     */
    private static boolean isPlain(String value, Network network) {
      return !(network.first().v4() && value.contains(":") && value.contains("/"));
    }
  }
}
