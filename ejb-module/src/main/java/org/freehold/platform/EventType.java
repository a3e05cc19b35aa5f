package org.freehold.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a domain event on the wire. A version grows by adding members; else it is another.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {
  /** As in {@code project.created}. */
  String value();

  int version() default 1;

  /** When it is sent, in one sentence. */
  String description();
}
