package org.freehold.compliance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freehold.audit.sealing.SealedPeriods;
import org.freehold.compliance.Verdict;
import org.freehold.compliance.catalogue.Question;
import org.freehold.compliance.results.Answer;
import org.freehold.compliance.results.Judgement;
import org.freehold.platform.TenantRef;
import org.freehold.platform.Uuid7;
import org.freehold.platform.persistence.TenantJdbc;

/**
 * Asks the trail a question, on the connection of the caller's transaction. All that is counted is
 * counted by the database, and a few hundred events at most come over.
 */
@ApplicationScoped
public class Asking {
  static final int MOST_LISTED = 100;
  static final int SAMPLE = 25;

  private static final String COUNTS =
      "select count(*), count(*) filter (where p.exception) from (%s) p";
  private static final String LISTED =
      "select p.position from (%s) p where p.exception order by p.position limit :most";

  /** By a hash that depends on the root, so that nobody can choose what is drawn. */
  private static final String DRAWN =
      "select p.position from (%s) p order by sha256(:seed || uuid_send(p.id)), p.position limit :most";

  /** What PostgreSQL says of bytes that are no text, and of text that is no JSON. */
  private static final String DATA_EXCEPTION = "22";

  @PersistenceContext private EntityManager em;
  @Inject private TenantJdbc tenantJdbc;
  @Inject private SealedPeriods periods;

  /** The answer, as far as the trail is proved. */
  public Answer answer(TenantRef tenant, ComplianceReport report, Question question) {
    if (!question.isAttestable()) {
      return found(question, Verdict.NOT_ATTESTABLE, null, 0, 0, List.of(), List.of());
    }
    if (question.sql() == null) {
      return integrity(report, question);
    }
    Connection connection = em.unwrap(Connection.class);
    try {
      tenantJdbc.enter(connection, tenant);
      return asked(connection, tenant, report, question);
    } catch (SQLException e) {
      throw new IllegalStateException("Question " + question.id() + " could not be asked", e);
    }
  }

  /** How many were there and hashed, and how many came out otherwise. */
  private static Answer integrity(ComplianceReport report, Question question) {
    long population = report.left();
    return found(
        question,
        Judgement.of(population, report.damaged()),
        null,
        population,
        report.damaged(),
        List.of(),
        List.of());
  }

  private Answer asked(
      Connection connection, TenantRef tenant, ComplianceReport report, Question question)
      throws SQLException {
    Map<String, Object> values = values(tenant, report, question);
    run(connection, "savepoint question");
    try {
      Answer answer = counted(connection, report, question, values);
      run(connection, "release savepoint question");
      return answer;
    } catch (SQLException e) {
      if (report.damaged() == 0 || !String.valueOf(e.getSQLState()).startsWith(DATA_EXCEPTION)) {
        throw e;
      }
      // Somebody put bytes there that cannot be read; the report says so where it tells of the
      // trail.
      run(connection, "rollback to savepoint question");
      return found(
          question,
          Verdict.NOT_SATISFIED,
          "The trail is damaged so that this could not be asked.",
          0,
          0,
          List.of(),
          List.of());
    }
  }

  private Answer counted(
      Connection connection, ComplianceReport report, Question question, Map<String, Object> values)
      throws SQLException {
    long population;
    long exceptions;
    try (PreparedStatement counts =
            NamedSql.of(COUNTS.formatted(question.sql())).prepare(connection, values);
        ResultSet row = counts.executeQuery()) {
      row.next();
      population = row.getLong(1);
      exceptions = row.getLong(2);
    }
    List<Long> listed =
        exceptions == 0
            ? List.of()
            : positions(connection, LISTED.formatted(question.sql()), values, MOST_LISTED);
    List<Long> drawn =
        population == 0
            ? List.of()
            : positions(connection, DRAWN.formatted(question.sql()), values, SAMPLE);
    return found(
        question,
        Judgement.of(population, exceptions),
        null,
        population,
        exceptions,
        evidence(report, listed),
        evidence(report, drawn));
  }

  private static List<Long> positions(
      Connection connection, String sql, Map<String, Object> values, int most) throws SQLException {
    Map<String, Object> with = new HashMap<>(values);
    with.put("most", most);
    List<Long> positions = new ArrayList<>();
    try (PreparedStatement query = NamedSql.of(sql).prepare(connection, with);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        positions.add(rows.getLong(1));
      }
    }
    return positions;
  }

  private List<Answer.Evidence> evidence(ComplianceReport report, List<Long> positions) {
    if (positions.isEmpty()) {
      return List.of();
    }
    return periods.evidence(report.end(), positions).stream()
        .map(
            one ->
                new Answer.Evidence(
                    one.position(),
                    one.event().value(),
                    one.action(),
                    one.at(),
                    one.leafHash(),
                    one.inclusion()))
        .toList();
  }

  /** The seed is the root and the id of the question, so that questions do not draw alike. */
  private static Map<String, Object> values(
      TenantRef tenant, ComplianceReport report, Question question) {
    byte[] root = report.root();
    byte[] id = question.id().getBytes(StandardCharsets.US_ASCII);
    return Map.of(
        "tenant", tenant.id().value(),
        "begin", report.begin(),
        "end", report.end(),
        "first", Uuid7.first(report.from()),
        "behind", Uuid7.first(report.to()),
        "to", report.to().atOffset(ZoneOffset.UTC),
        "seed", ByteBuffer.allocate(root.length + id.length).put(root).put(id).array());
  }

  private static Answer found(
      Question question,
      Verdict verdict,
      String note,
      long population,
      long exceptions,
      List<Answer.Evidence> listed,
      List<Answer.Evidence> sample) {
    return new Answer(
        question.id(),
        question.title(),
        question.asks(),
        question.limits(),
        question.sql(),
        question.missing(),
        verdict,
        note,
        population,
        exceptions,
        listed,
        sample);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
