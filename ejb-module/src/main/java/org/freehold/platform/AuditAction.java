package org.freehold.platform;

import org.freehold.engine.transparency.ActionClass;

/**
 * A kind of thing that the trail tells of.
 *
 * @param name as {@code project.created}; it never changes, as events keep it for ever
 * @param meaning what has happened when an event of success has this name, in one sentence
 * @param severity of an event of success; one of a refusal or failure is a WARNING at least
 * @param complianceRelevant whether auditors ask for such events, as {@link Audited} says
 */
public record AuditAction(
    String name, String meaning, ActionClass kind, Severity severity, boolean complianceRelevant) {

  /** One of the class that its name tells, of severity INFO, that auditors do not ask for. */
  public static AuditAction of(String name, String meaning) {
    return new AuditAction(name, meaning, kindOf(name), Severity.INFO, false);
  }

  public AuditAction kind(ActionClass other) {
    return new AuditAction(name, meaning, other, severity, complianceRelevant);
  }

  public AuditAction severity(Severity other) {
    return new AuditAction(name, meaning, kind, other, complianceRelevant);
  }

  public AuditAction relevant() {
    return new AuditAction(name, meaning, kind, severity, true);
  }

  /** The name in words: {@code api_key.created} is API key created. */
  public String title() {
    String words = name.replace('.', ' ').replace('_', ' ').replace("api ", "API ");
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** By the last word: what is not made, taken away or read is changed. */
  public static ActionClass kindOf(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "created", "added", "uploaded" -> ActionClass.CREATE;
      case "removed", "deleted", "revoked" -> ActionClass.DELETE;
      case "read", "viewed" -> ActionClass.READ;
      case "exported", "downloaded" -> ActionClass.EXPORT;
      default -> ActionClass.UPDATE;
    };
  }
}
