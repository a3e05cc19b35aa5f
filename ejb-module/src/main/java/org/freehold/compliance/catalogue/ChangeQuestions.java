package org.freehold.compliance.catalogue;

import java.util.List;

/** About what was changed in the product, and what left it. */
final class ChangeQuestions {
  private ChangeQuestions() {}

  static final List<Question> ALL =
      List.of(
          Question.ofPeriod(
              "Q09",
              "Making and deleting things",
              "Every environment, key, endpoint, role, policy, flag and workspace that was made or"
                  + " deleted. An exception was deleted and nowhere in the trail made.",
              "That nothing was made or deleted without an event is not looked at.",
              """
              e.success and e.action in ('environment.created', 'environment.deleted', 'api_key.created',
                  'api_key.revoked', 'webhook_endpoint.created', 'webhook_endpoint.deleted', 'role.created',
                  'role.deleted', 'policy.created', 'policy.deleted', 'flag.created', 'flag.deleted',
                  'workspace.created')""",
              """
              (e.action not like '%.created' and not exists (select from sealed_event c
                where c.tenant_id = :tenant and c.position < e.position and c.resource = e.resource
                  and c.success and c.action = split_part(e.action, '.', 1) || '.created'))"""),
          Question.ofPeriod(
              "Q21",
              "Changes of environments are approved",
              "Every release that was promoted. An exception was not approved for that environment"
                  + " before, by somebody other than who asked for the promotion.",
              "Environments that ask for no approval count too. Tickets and tests outside of the"
                  + " product are not known.",
              "e.action = 'release.promoted' and e.success",
              """
              not exists (select from sealed_event a
                where a.tenant_id = :tenant and a.position < e.position and a.resource = e.resource
                  and a.action = 'release.approved' and a.success
                  and jsonb_path_query_first(a.leaf, '$.chg[*] ? (@.path == "environment").new')
                    = jsonb_path_query_first(e.leaf, '$.chg[*] ? (@.path == "environment").new')
                  and a.actor is distinct from (select q.actor from sealed_event q
                    where q.tenant_id = :tenant and q.position < e.position and q.resource = e.resource
                      and q.action = 'release.promotion_requested' and q.success
                    order by q.position desc limit 1))"""),
          Question.ofPeriod(
              "Q22",
              "Changes of security settings",
              "Every change of access rules, policies, roles and environments, of alerts, of where the trail"
                  + " goes and of how long it is kept. An exception was made by no signed-in person; a role"
                  + " that a release put in place is none.",
              "There is no approved baseline to compare with.",
              """
              e.success and e.action in ('tenant.access_rules.updated', 'policy.created', 'policy.updated',
                  'policy.deleted', 'role.created', 'role.updated', 'role.deleted', 'role.released',
                  'environment.updated', 'environment.deleted', 'alert_rules.updated',
                  'audit_forwarding.created', 'audit_forwarding.updated', 'audit_forwarding.paused',
                  'audit_forwarding.deleted', 'retention.changed', 'retention_plan.approved',
                  'retention_plan.rejected', 'legal_hold.placed', 'legal_hold.released')""",
              "(e.actor_type <> 'user' and not (e.action = 'role.released' and e.actor_type = 'system'))"),
          Question.ofPeriod(
              "Q31",
              "Data that leaves",
              "Every export and download of the trail and of its archives, and every webhook endpoint and"
                  + " destination of the trail that was made or changed. An exception sends without"
                  + " encryption.",
              "Recipients are not approved in the product. What is read in lists, and files other than"
                  + " of the trail, are not on record.",
              """
              e.success and e.action in ('audit.exported', 'audit.downloaded', 'retention_archive.exported',
                  'webhook_endpoint.created', 'webhook_endpoint.updated', 'audit_forwarding.created',
                  'audit_forwarding.updated')""",
              """
              jsonb_path_exists(e.leaf, '$.chg[*] ? ((@.path == "url" || @.path == "address")
                  && @.new starts with "http:" || @.path == "kind" && @.new == "syslog_tcp")')"""));
}
