package org.freehold.web.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the OpenAPI document says of a resource method beyond what its signature says. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
  /** Who may call. */
  enum Caller {
    ANYBODY,
    SIGNED_IN,
    /** Whoever is signed in and holds the {@link Operation#permission}. */
    PERMITTED
  }

  String summary();

  Caller caller() default Caller.PERMITTED;

  /** As the access engine names it. */
  String permission() default "";

  int status() default 200;

  /** The record in the body; void: no body, or one that is no record. */
  Class<?> answers() default void.class;

  /** Whether the body is a page of {@link #answers}. */
  boolean paged() default false;

  /** The record that a merge patch is merged into. */
  Class<?> patches() default void.class;

  /**
   * Whether the body is any JSON object, of which the service knows what it must be; an example is
   * in {@code examples.json} by the id of the operation.
   */
  boolean freeForm() default false;

  /** The record whose components are the parts of a multipart body. */
  Class<?> form() default void.class;

  /** What a list can be sorted by; the first is its own order. A minus turns it round. */
  String[] sorts() default {};

  /** Codes of problems that do not follow from the shape of the operation. */
  String[] problems() default {};

  /** Statuses other than {@link #status} and those of problems; the body is the same. */
  int[] alsoAnswers() default {};
}
