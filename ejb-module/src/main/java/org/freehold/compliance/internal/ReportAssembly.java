package org.freehold.compliance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.audit.sealing.SealedPeriod;
import org.freehold.compliance.Framework;
import org.freehold.compliance.catalogue.Controls;
import org.freehold.compliance.results.Answer;
import org.freehold.compliance.results.ControlResult;
import org.freehold.compliance.results.Judgement;
import org.freehold.compliance.results.ReportDocument;
import org.freehold.compliance.results.ReportResults;
import org.freehold.compliance.results.TrailResult;
import org.freehold.platform.TenantRef;
import org.freehold.platform.json.Digests;

/** Puts a report together from its rows: the same from the same rows, byte for byte. */
@ApplicationScoped
public class ReportAssembly {
  private static final String ALGORITHM = "sha256:";

  @Inject private AnswerRepository answers;

  /** Of a report all of whose questions are answered. */
  public ReportResults results(TenantRef tenant, ComplianceReport report) {
    TrailResult trail = trail(report);
    List<Answer> found =
        answers.answers(tenant.id(), report.id()).stream()
            .map(answer -> Judgement.onTrail(answer, trail.proved()))
            .toList();
    Map<String, Answer> byQuestion =
        found.stream().collect(Collectors.toMap(Answer::id, Function.identity()));
    Framework framework = report.framework();
    List<ControlResult> controls =
        Controls.of(framework).stream()
            .filter(control -> byQuestion.keySet().containsAll(control.questions()))
            .map(control -> Judgement.of(control, byQuestion))
            .toList();
    return new ReportResults(
        framework,
        framework.title(),
        framework.edition(),
        tenant.slug(),
        report.from(),
        report.to(),
        trail,
        Limits.CANNOT_ATTEST,
        controls,
        found);
  }

  public ReportDocument document(TenantRef tenant, ComplianceReport report) {
    return new ReportDocument(
        report.id(),
        report.completedAt(),
        report.resultHash(),
        report.period().checkpoint(),
        report.period().consistency(),
        results(tenant, report));
  }

  /** SHA-256 in hex over the results in canonical JSON (RFC 8785). */
  public static String hash(ReportResults results) {
    return Digests.of(results).substring(ALGORITHM.length());
  }

  private TrailResult trail(ComplianceReport report) {
    SealedPeriod period = report.period();
    return new TrailResult(
        report.damaged() == 0,
        period.log(),
        period.begin(),
        period.end(),
        period.root(),
        report.damaged(),
        answers.damage(report),
        report.removed().stream()
            .map(one -> new TrailResult.Removed(one.certificate(), one.events()))
            .toList());
  }
}
