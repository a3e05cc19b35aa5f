package org.freehold.compliance.catalogue;

import java.util.List;

/** About alerts, and about what is removed when its time is over. */
final class WatchQuestions {
  private WatchQuestions() {}

  static final List<Question> ALL =
      List.of(
          Question.ofPeriod(
              "Q12",
              "Alerts are looked at",
              "Every alert that was raised, and raised again. An exception was neither acknowledged nor"
                  + " resolved within seven days; those of the last seven days still have time.",
              "Rules look at every event as soon as it is sealed; that a person reads the trail, daily or"
                  + " at all, is not recorded.",
              "e.action = 'security_alert.raised' and e.success",
              """
              (e.at < :to - interval '7 days'
                and not exists (select from sealed_event h
                  where h.tenant_id = :tenant and h.position < :end and h.resource = e.resource
                    and h.action in ('security_alert.acknowledged', 'security_alert.resolved')
                    and h.success and h.at <= e.at + interval '7 days'))"""),
          Question.ofPeriod(
              "Q13",
              "Nothing is removed before its time",
              "Every removal of a month of the trail that was certified. An exception was certified before"
                  + " the month was over for as many days as it names itself.",
              "That holds were heeded, the database enforces and no event says. Classes other than the"
                  + " trail are removed without a certificate, and that nothing is kept for too long is"
                  + " not looked at.",
              "e.action = 'retention.certified' and e.success",
              """
              (e.at < ((jsonb_path_query_first(e.leaf, '$.chg[*] ? (@.path == "month").new') #>> '{}')::date
                  + interval '1 month') at time zone 'UTC'
                + interval '1 day' * (jsonb_path_query_first(e.leaf, '$.chg[*] ? (@.path == "days").new') #>> '{}')::int)"""),
          Question.ofPeriod(
              "Q27",
              "Rules of alerts stay on",
              "Every change of what the tenant is warned of, and every alert that rules raised. An"
                  + " exception switched a rule off that was on.",
              "That a rule was tested is not recorded, and one that sees nothing is not told from one that"
                  + " has nothing to see.",
              "e.action in ('alert_rules.updated', 'security_alert.raised') and e.success",
              """
              jsonb_path_exists(e.leaf, '$.chg[*] ? (@.old.enabled == true && @.new.enabled == false)')"""),
          Question.ofPeriod(
              "Q34",
              "Disposal is certified",
              "Every certificate of removal. An exception names no archive and manifest by their hashes, or"
                  + " no tree that they were compared with.",
              "Removal without a certificate is found where the trail is hashed. The erasure of a person has"
                  + " no certificate.",
              "e.action = 'retention.certified' and e.success",
              """
              not (e.leaf @> '{"chg": [{"path": "archive_sha256"}, {"path": "manifest_sha256"}, {"path": "root"}]}')"""));
}
