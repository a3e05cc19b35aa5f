package org.freehold.access.explain.internal;

import org.freehold.access.PastRefusal;
import org.freehold.access.explain.AccessQuestion;
import org.freehold.engine.access.Action;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.engine.access.SubjectFacts;

/**
 * A question as the engine takes it.
 *
 * @param thing as it was named, and {@code facts} about it; null when it is about none
 * @param refusal null unless an earlier decision is explained
 */
public record Question(
    SubjectFacts subject,
    Action action,
    AccessQuestion.Thing thing,
    ResourceFacts facts,
    Environment environment,
    PastRefusal refusal) {}
