package org.freehold.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what describes the thing that the call makes; the value is its resource type, as in {@code
 * project}. The permission is then needed on the thing as it will be, as {@link NewThingFacts} tell
 * it. A parameter marked {@link On} only names the place where it will be.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnNew {
  String value();
}
