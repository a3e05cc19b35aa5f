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
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An IPv4 or IPv6 address, or a range of them in CIDR notation (RFC 4632, RFC 4291 §2.3). */
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = IpRange.Check.class)
public @interface IpRange {
  String message() default "must be an IP address or a range like 10.0.0.0/8 or 2001:db8::/32";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The check; null passes, since @NotNull is for that. */
  class Check implements ConstraintValidator<IpRange, String> {

    private static final Pattern FORM =
        Pattern.compile("([0-9a-fA-F:][0-9a-fA-F:.]{1,44})(?:/(0|[1-9][0-9]{0,2}))?");
    private static final Pattern IPV4 =
        Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
      if (value == null) {
        return true;
      }
      Matcher form = FORM.matcher(value);
      if (!form.matches()) {
        return false;
      }
      String address = form.group(1);
      int most = address.contains(":") ? 128 : 32;
      boolean rangeHolds = form.group(2) == null || Integer.parseInt(form.group(2)) <= most;
      return rangeHolds && (most == 128 ? isIpv6(address) : IPV4.matcher(address).matches());
    }

    /**
     * What begins with a digit or colon and has a colon, Java reads as a literal: DNS is never
     * asked.
     */
    private static boolean isIpv6(String address) {
      try {
        InetAddress.getByName(address);
        return true;
      } catch (UnknownHostException e) {
        return false;
      }
    }
  }
}
