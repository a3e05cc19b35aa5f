package org.freehold.platform;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The call writes an audit event in its own transaction; when it fails, a refusal is written in
 * another.
 */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {
  /** The action, as in {@code project.created}. */
  @Nonbinding
  String value() default "";

  /** Whether auditors ask for this kind of event: access, roles, keys, tenants. */
  @Nonbinding
  boolean complianceRelevant() default false;
}
