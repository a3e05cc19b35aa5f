package org.freehold.compliance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.validation.Validator;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.freehold.compliance.ComplianceReportId;
import org.freehold.compliance.catalogue.Question;
import org.freehold.compliance.results.Answer;
import org.freehold.compliance.results.TrailResult;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;

/**
 * The questions of reports and their answers. The list of questions is frozen when a report begins,
 * so that whoever goes on with it finds what is left.
 */
@ApplicationScoped
public class AnswerRepository {
  @PersistenceContext private EntityManager em;
  @Inject private Validator validator;

  /** The questions that the report is to answer; what is there stays. */
  public void plan(TenantId tenant, ComplianceReportId report, List<Question> questions) {
    for (int ordinal = 0; ordinal < questions.size(); ordinal++) {
      query(
              tenant,
              report,
              "insert into compliance_answer (tenant_id, report_id, question, ordinal)"
                  + " values (?1, ?2, ?3, ?4) on conflict do nothing")
          .setParameter(3, questions.get(ordinal).id())
          .setParameter(4, ordinal)
          .executeUpdate();
    }
  }

  /** The ids of those that have no answer yet, of one of so many parts. */
  public List<String> open(TenantId tenant, ComplianceReportId report, int part, int parts) {
    List<String> open = new ArrayList<>();
    for (Object row :
        query(
                tenant,
                report,
                "select question from compliance_answer where tenant_id = ?1 and report_id = ?2"
                    + " and answer is null and ordinal % ?4 = ?3 order by ordinal")
            .setParameter(3, part)
            .setParameter(4, parts)
            .getResultList()) {
      open.add((String) row);
    }
    return open;
  }

  /** False when it was answered before: an answer is never given twice. */
  public boolean keep(TenantId tenant, ComplianceReportId report, Answer answer, Instant now) {
    return query(
                tenant,
                report,
                "update compliance_answer set answer = ?4::jsonb, answered_at = ?5 where tenant_id = ?1"
                    + " and report_id = ?2 and question = ?3 and answer is null")
            .setParameter(3, answer.id())
            .setParameter(4, JsonText.of(answer))
            .setParameter(5, Timestamp.from(now))
            .executeUpdate()
        > 0;
  }

  /** All that there are, by the ids of their questions. */
  public List<Answer> answers(TenantId tenant, ComplianceReportId report) {
    RecordReader reader = new RecordReader(validator);
    List<Answer> answers = new ArrayList<>();
    for (Object row :
        query(
                tenant,
                report,
                "select answer::text from compliance_answer where tenant_id = ?1 and report_id = ?2"
                    + " and answer is not null order by ordinal")
            .getResultList()) {
      answers.add(reader.read(Answer.class, JsonText.parseObject((String) row)));
    }
    return answers;
  }

  /** What is wrong with the trail, as the report keeps it. */
  List<TrailResult.Damage> damage(ComplianceReport report) {
    RecordReader reader = new RecordReader(validator);
    return report.damage().stream()
        .map(one -> reader.read(TrailResult.Damage.class, one.asJsonObject()))
        .toList();
  }

  private Query query(TenantId tenant, ComplianceReportId report, String sql) {
    return em.createNativeQuery(sql)
        .setParameter(1, tenant.value())
        .setParameter(2, report.value());
  }
}
