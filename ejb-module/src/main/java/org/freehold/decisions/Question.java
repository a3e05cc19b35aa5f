package org.freehold.decisions;

import java.util.Map;
import java.util.Objects;

/**
 * May the subject do this to the resource?
 *
 * @param action its name, such as {@code read}; null in a search for actions
 * @param context what else the caller says of the circumstances, in the form of {@link
 *     Named#properties}
 */
public record Question(
    Named subject,
    String action,
    Map<String, Object> actionProperties,
    Named resource,
    Map<String, Object> context) {

  public Question {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(resource, "resource");
    actionProperties = Map.copyOf(actionProperties);
    context = Map.copyOf(context);
  }

  public Question withSubject(Named other) {
    return new Question(other, action, actionProperties, resource, context);
  }

  public Question withResource(Named other) {
    return new Question(subject, action, actionProperties, other, context);
  }

  public Question withAction(String other) {
    return new Question(subject, other, actionProperties, resource, context);
  }
}
