package org.freehold.systemtests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests beside which no other may use the shared server, as they lock tables that all use, or count
 * what the server does. They come last, when those that are patient are done: sooner they would
 * keep everybody waiting.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(Integer.MAX_VALUE)
@ResourceLock(Patient.LANE)
@interface Alone {}
