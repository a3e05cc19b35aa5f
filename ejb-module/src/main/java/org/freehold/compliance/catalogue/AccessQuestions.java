package org.freehold.compliance.catalogue;

import java.util.List;

/** About people, keys and what they may do. */
final class AccessQuestions {
  private AccessQuestions() {}

  private static final String LIFECYCLE =
      """
      e.action in ('user.created', 'user.updated', 'membership.added', 'api_key.created', 'api_key.updated',
          'api_key.rotated', 'api_key.revoked', 'role.created', 'role.updated', 'role.deleted',
          'role.released', 'role_assignment.created', 'role_assignment.deleted', 'team.member_added',
          'team.member_removed', 'workspace.member_added', 'workspace.member_removed', 'session.revoked',
          'release_signing_key.registered', 'release_signing_key.revoked')""";

  private static final String ADMINISTRATION =
      """
      e.action in ('user.created', 'user.updated', 'membership.added', 'api_key.created', 'api_key.updated',
          'api_key.rotated', 'api_key.revoked', 'role.created', 'role.updated', 'role.deleted',
          'role.released', 'role_assignment.created', 'role_assignment.deleted', 'team.member_added',
          'team.member_removed', 'workspace.member_added', 'workspace.member_removed', 'policy.created', 'policy.updated',
          'policy.deleted', 'tenant.access_rules.updated', 'tenant.updated', 'environment.created',
          'environment.updated', 'environment.deleted', 'webhook_endpoint.created',
          'webhook_endpoint.updated', 'webhook_endpoint.deleted', 'subscription.changed',
          'subscription.cancelled', 'job_schedule.created', 'job_schedule.updated', 'job_schedule.deleted',
          'alert_rules.updated', 'audit_forwarding.created', 'audit_forwarding.updated',
          'audit_forwarding.paused', 'audit_forwarding.resumed', 'audit_forwarding.deleted',
          'retention.changed', 'retention_plan.approved', 'retention_plan.rejected',
          'legal_hold.placed', 'legal_hold.released')""";

  /** Who was refused, or whose sign-in was. */
  private static final String REFUSED =
      "case e.actor_type when 'anonymous' then e.resource::text else e.leaf -> 'actor' ->> 'id' end";

  static final List<Question> ALL =
      List.of(
          Question.ofPeriod(
              "Q03",
              "Administrative actions",
              "Every change of people, roles, keys, policies, environments, endpoints, schedules and"
                  + " the subscription. An exception was made by a person without a session.",
              "Administration is told by what was done, not by the role that its maker held then.",
              ADMINISTRATION,
              "(e.actor_type = 'user' and e.leaf -> 'actor' ->> 'session' is null)"),
          Question.ofPeriod(
              "Q06",
              "Refused access",
              "Everything that was refused. An exception is the tenth refusal of one actor, or of one"
                  + " person's sign-in, within five minutes: a burst of which no alert of that day was"
                  + " acknowledged or resolved.",
              "Sign-ins with an address that nobody has, or of people of several tenants who name none, are"
                  + " in the trail of the platform. What the tenant's product tells of itself is left out.",
              "e.observer = 'freehold' and not e.success",
              // The range counts all of the same moment, also those after the event.
              """
              count(*) over (partition by %1$s
                  order by e.at range between interval '5 minutes' preceding and current row)
                - count(*) over (partition by %1$s, e.at)
                + row_number() over (partition by %1$s, e.at order by e.position) = 10
              and not exists (select from sealed_event a
                join sealed_event h on h.tenant_id = a.tenant_id and h.resource = a.resource
                where a.tenant_id = :tenant and a.position < :end and a.action = 'security_alert.raised'
                  and a.at between e.at - interval '1 day' and e.at + interval '1 day'
                  and a.leaf @> '{"chg": [{"path": "rule", "new": "refusals"}]}'
                  and jsonb_path_query_first(a.leaf, '$.chg[*] ? (@.path == "subject_id").new') #>> '{}'
                    in (%1$s, (select s.subject_id::text from audit_subject s
                      where s.tenant_id = :tenant and s.handle = coalesce(e.actor, e.resource)))
                  and h.position < :end and h.success
                  and h.action in ('security_alert.acknowledged', 'security_alert.resolved'))"""
                  .formatted(REFUSED)),
          Question.ofPeriod(
              "Q07",
              "Lifecycle of people, keys and roles",
              "Every change of people, keys, sessions, members and roles. An exception was made by no person"
                  + " and no key; the administrator that a new tenant begins with is none, nor a role that a"
                  + " release put in place.",
              "That somebody approved a change is not recorded.",
              LIFECYCLE,
              """
              (e.success and e.actor_type not in ('user', 'api_key')
                and not (e.action in ('membership.added', 'role.released') and e.actor_type = 'system'))"""),
          Question.ofPeriod(
              "Q16",
              "Leavers",
              "Every person who was deactivated. An exception did something afterwards, without having"
                  + " been activated again.",
              "When the employment ended is not known; the deactivation is taken for it. What the"
                  + " tenant's product tells of somebody does not count.",
              """
              e.action = 'user.updated' and e.success
              and e.leaf @> '{"chg": [{"path": "is_active", "old": true, "new": false}]}'""",
              """
              exists (select from sealed_event u
                where u.tenant_id = :tenant and u.position > e.position and u.position < :end
                  and u.actor = e.resource and u.success and u.observer = 'freehold'
                  and not exists (select from sealed_event r
                    where r.tenant_id = :tenant and r.position > e.position and r.position < u.position
                      and r.resource = e.resource and r.action = 'user.updated' and r.success
                      and r.leaf @> '{"chg": [{"path": "is_active", "new": true}]}'))"""),
          Question.ofTrail(
              "Q17",
              "Unused accounts",
              "Everybody who was added before the period ended. An exception was added more than 90 days"
                  + " before its end, is active, and did nothing in those 90 days.",
              "Whether several people share an account is not known. What the tenant's product tells of"
                  + " somebody does not count.",
              """
              select e.position, e.id, (e.at < :to - interval '90 days'
                and not exists (select from sealed_event u
                  where u.tenant_id = :tenant and u.position < :end and u.actor = e.resource
                    and u.observer = 'freehold' and u.at >= :to - interval '90 days')
                and coalesce((select d.leaf @> '{"chg": [{"path": "is_active", "new": true}]}' from sealed_event d
                  where d.tenant_id = :tenant and d.position > e.position and d.position < :end
                    and d.resource = e.resource and d.action = 'user.updated' and d.success
                    and d.leaf @> '{"chg": [{"path": "is_active"}]}'
                  order by d.position desc limit 1), true)) as exception
              from sealed_event e
              where e.tenant_id = :tenant and e.position < :end and e.id < :behind
                and e.action in ('user.created', 'membership.added') and e.success"""),
          Question.ofPeriod(
              "Q18",
              "Grants of access",
              "Every role that was given. An exception is one that somebody gave to themselves.",
              "Whose an assignment is, is personal and looked up beside the event; of people who were"
                  + " erased it is not known. Conflicts between roles are not looked for.",
              """
              e.success and (e.action in ('role_assignment.created', 'user.created', 'membership.added')
                or e.action = 'user.updated' and e.leaf @> '{"chg": [{"path": "role"}]}')""",
              """
              (e.actor is not null and (e.actor = e.resource
                or e.action = 'role_assignment.created' and exists (select from audit_disclosure d
                  join audit_subject s on s.tenant_id = d.tenant_id and s.subject_id = d.subject_id
                  where d.tenant_id = :tenant and d.event_id = e.id and d.path = 'chg.new.user_id'
                    and s.handle = e.actor)))"""),
          Question.ofTrail(
              "Q23",
              "Keys are renewed",
              "Every API key that was made before the period ended. An exception is older than a year at"
                  + " its end, was neither rotated within that year nor revoked, and did not end by itself.",
              "How stores are encrypted, and keys of the installation itself, are not in the trail.",
              """
              select e.position, e.id, (e.at < :to - interval '365 days'
                and not exists (select from sealed_event k
                  where k.tenant_id = :tenant and k.position > e.position and k.position < :end
                    and k.resource = e.resource and k.success
                    and (k.action = 'api_key.revoked'
                      or k.action = 'api_key.rotated' and k.at >= :to - interval '365 days'))
                and coalesce((select (jsonb_path_query_first(x.leaf, '$.chg[*] ? (@.path == "expires_at").new')
                    #>> '{}')::timestamptz > :to from sealed_event x
                  where x.tenant_id = :tenant and x.position < :end and x.resource = e.resource and x.success
                    and x.action in ('api_key.created', 'api_key.updated')
                    and x.leaf @> '{"chg": [{"path": "expires_at"}]}'
                  order by x.position desc limit 1), true)) as exception
              from sealed_event e
              where e.tenant_id = :tenant and e.position < :end and e.id < :behind
                and e.action = 'api_key.created' and e.success"""));
}
