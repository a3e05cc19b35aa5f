package org.freehold.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the tenant's plan must give for this call, beside {@link RequiresPermission}. Asked after
 * the permission; what the system does by itself needs none.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresEntitlement {
  /** The name of an {@link Entitlement} that is a boolean or a choice. */
  String value();

  /** The least choice that will do; empty for a boolean. */
  String atLeast() default "";
}
