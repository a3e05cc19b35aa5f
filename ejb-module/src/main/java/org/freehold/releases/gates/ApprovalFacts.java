package org.freehold.releases.gates;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.freehold.platform.UserId;
import org.freehold.releases.approvals.ApprovalDecision;

/**
 * What is known of the approvals of one deployment.
 *
 * @param required how many people must approve
 * @param selfApproval whether those who made it and who ask for it may be among them
 * @param manifestDigest of the plan as it is now
 * @param authors whoever made the release, brought its bundle or prepared this plan
 * @param requester who asks for the promotion; null when no person does, or nobody yet
 */
public record ApprovalFacts(
    int required,
    boolean selfApproval,
    String manifestDigest,
    Set<UserId> authors,
    UserId requester,
    List<Given> given) {
  /**
   * One decision on record.
   *
   * @param manifestDigest of the plan that it was about
   * @param verified whether its envelope says the same and its signatures are good
   */
  public record Given(
      UserId by, ApprovalDecision decision, String manifestDigest, boolean verified) {
    public Given {
      Objects.requireNonNull(by);
      Objects.requireNonNull(decision);
      Objects.requireNonNull(manifestDigest);
    }
  }

  public ApprovalFacts {
    Objects.requireNonNull(manifestDigest);
    authors = Set.copyOf(authors);
    given = List.copyOf(given);
  }

  /** The first rejection of the plan as it is now, whoever said it. */
  public Optional<Given> rejection() {
    return ofThisPlan(ApprovalDecision.REJECTED).findFirst();
  }

  /** The different people whose approvals of the plan as it is now count. */
  public List<UserId> approvers() {
    return ofThisPlan(ApprovalDecision.APPROVED)
        .filter(one -> one.verified() && mayApprove(one.by()))
        .map(Given::by)
        .distinct()
        .toList();
  }

  private Stream<Given> ofThisPlan(ApprovalDecision decision) {
    return given.stream()
        .filter(one -> one.manifestDigest().equals(manifestDigest) && one.decision() == decision);
  }

  /** Whether somebody may count among the approvers. */
  public boolean mayApprove(UserId user) {
    return selfApproval || !authors.contains(user) && !user.equals(requester);
  }
}
