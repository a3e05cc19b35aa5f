package org.freehold.compliance.catalogue;

import java.util.List;

/** About the trail itself. */
final class TrailQuestions {
  private TrailQuestions() {}

  static final List<Question> ALL =
      List.of(
          Question.ofPeriod(
              "Q01",
              "Events are complete",
              "Every event that is Freehold's own. An exception has no actor, time, result or request, or"
                  + " succeeded with nothing that it was done to.",
              "Addresses and user agents are in events as commitments only; whether they are right is"
                  + " not known. What the tenant's product tells may leave more out.",
              "e.observer = 'freehold'",
              """
              (e.actor_type <> 'anonymous' and e.leaf -> 'actor' ->> 'id' is null
                or e.leaf ->> 'time' is null or e.leaf ->> 'outcome' is null or e.leaf ->> 'req' is null
                or e.success and e.leaf -> 'target' ->> 'type' is null)"""),
          Question.ofPeriod(
              "Q05",
              "Use of the audit trail",
              "Every export and download of the trail, and every attempt at one. An exception is an attempt that was"
                  + " refused: somebody without the right tried.",
              "Reading the trail in lists and single proofs is not on record.",
              "e.action in ('audit.exported', 'audit.downloaded')",
              "(not e.success)"),
          Question.ofPeriod(
              "Q08",
              "Recording never stopped",
              "Every event that the trail tells of itself, exports and downloads aside. An exception says that an"
                  + " event went missing before it was sealed or was changed where it is searched for, that a"
                  + " trail was found damaged, or that a checkpoint contradicts another.",
              "Nothing is written while nothing happens, so silence is not told from a stop. That a trail is"
                  + " damaged or contradicted is told in the platform's; of its own, a tenant learns it where"
                  + " the trail is hashed.",
              """
              (starts_with(e.action, 'audit.') and e.action not in ('audit.exported', 'audit.downloaded')
                or e.action in ('audit_checkpoint.contradicted', 'audit_key.rotated'))""",
              """
              (e.action in ('audit.event_missing', 'audit.columns_changed', 'audit.trail_damaged',
                'audit_checkpoint.contradicted'))"""),
          Question.ofTree(
              Question.INTEGRITY,
              "The trail is what was sealed",
              "Every event from the first to the last of the period is hashed again and compared with"
                  + " the tree, and the tree with the signed checkpoint. An exception was changed,"
                  + " removed or never sealed, or its columns do not say what it says.",
              "Whether a change of the database has an event at all is not looked at. Projects and the"
                  + " marks for personal data and compliance are beside the event and not hashed;"
                  + " nothing in this report rests on them."),
          Question.ofPeriod(
              "Q14",
              "Clocks agree",
              "Every event of the period. An exception is more than five minutes older than the event"
                  + " that was sealed before it.",
              "Whether clocks follow a reference is not recorded: all may be wrong together. What a"
                  + " transaction wrote that was open for more than five minutes looks alike.",
              "true",
              "coalesce(e.at < lag(e.at) over (order by e.position) - interval '5 minutes', false)"),
          Question.ofPeriod(
              "Q35",
              "Failures of critical parts",
              "Every failure that is on record: lost or changed events, checkpoints that contradict,"
                  + " deliveries that do not add up, endpoints switched off, destinations of the trail given"
                  + " up, releases and rollbacks that failed. An exception has no cure on record later.",
              "Outages of the server and of its database are not in the trail.",
              """
              e.action in ('audit.event_missing', 'audit.columns_changed', 'audit.trail_damaged',
                  'audit_checkpoint.contradicted', 'audit_forwarding.given_up', 'webhook_ledger.unbalanced',
                  'webhook_endpoint.disabled', 'release.failed', 'release.rollback_failed')""",
              """
              not exists (select from sealed_event c
                where c.tenant_id = :tenant and c.position > e.position and c.position < :end
                  and c.resource = e.resource and c.success
                  and (e.action, c.action) in (('audit_forwarding.given_up', 'audit_forwarding.resumed'),
                    ('audit_forwarding.given_up', 'audit_forwarding.updated'),
                    ('audit_forwarding.given_up', 'audit_forwarding.deleted'),
                    ('webhook_endpoint.disabled', 'webhook_endpoint.updated'),
                    ('webhook_endpoint.disabled', 'webhook_endpoint.deleted'),
                    ('release.failed', 'release.promoted'),
                    ('release.failed', 'release.rolled_back'),
                    ('release.rollback_failed', 'release.rolled_back'),
                    ('release.rollback_failed', 'release.promoted')))"""),
          Question.ofPeriod(
              "R01",
              "Reports are made",
              "Every report of this kind that was completed in the period. There are no exceptions.",
              null,
              "e.action = 'compliance_report.completed'",
              "false"),
          Question.ofPeriod(
              "R02",
              "Evidence can be taken along",
              "Every bundle and every archive of the trail that was exported in the period. There are no exceptions.",
              null,
              "e.action in ('audit.exported', 'retention_archive.exported') and e.success",
              "false"));
}
