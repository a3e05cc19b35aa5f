package org.freehold.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The calls of a service write no audit event, and why. Each public method of a service is {@link
 * Audited}, or only reads, as its permission ends with {@code :read}, or has this reason: on
 * itself, or on its class when none of its methods is audited.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotAudited {
  /** The reason, in one sentence. */
  String value();
}
