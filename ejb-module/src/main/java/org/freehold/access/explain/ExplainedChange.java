package org.freehold.access.explain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.access.explain.AccessExplanation.Holder;
import org.freehold.access.explain.AccessExplanation.PolicyName;
import org.freehold.platform.Personal;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/**
 * One change that would help; what does not belong to its kind is null.
 *
 * @param role to be given, to be ended, or in which the entry stands
 * @param workspaceId where; null for the whole tenant
 * @param extra what the role gives there beside what is held and asked for
 * @param assignmentId to be ended; null for the role that comes with the membership
 * @param until the first moment at which waiting has helped
 * @param network null to who may not read policies
 * @param inside whether to call from the network or from outside of it
 * @param requires the permission that the change takes; null when the subject can do it alone
 * @param who some who can make the change, by their roles; null to who may not read roles
 */
public record ExplainedChange(
    Kind kind,
    String role,
    Holder holder,
    WorkspaceId workspaceId,
    List<String> extra,
    String entry,
    UUID assignmentId,
    PolicyName policy,
    AccessQuestion.Thing resource,
    UUID apiKeyId,
    String permission,
    Instant until,
    String network,
    Boolean inside,
    String requires,
    List<Person> who) {

  /** What kind of change it is. */
  public enum Kind {
    GRANT_ROLE,
    /** Make a role of the permission alone, and give it: every other gives more. */
    MAKE_ROLE,
    REMOVE_DENY_ENTRY,
    END_ASSIGNMENT,
    CHANGE_POLICY,
    JOIN_WORKSPACE,
    /** Make the subject owner or stakeholder of the project. */
    SHARE,
    LIFT_RESTRICTIONS,
    WIDEN_KEY,
    WAIT_UNTIL,
    COME_FROM_NETWORK,
    AUTHENTICATE_AGAIN
  }

  /** Somebody who can make the change. */
  public record Person(UserId userId, @Personal String email) {}
}
