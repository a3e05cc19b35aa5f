package org.freehold.custody.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.audit.sealing.AuditEvents;
import org.freehold.custody.CheckpointCopy;
import org.freehold.platform.TenantId;

/** Checkpoints of all logs that are to leave; they go when they have left by all ways. */
@ApplicationScoped
public class CopyRows {
  @PersistenceContext private EntityManager em;

  void add(
      TenantId tenant,
      AuditEvents.CheckpointSigned signed,
      boolean toMail,
      boolean toStore,
      Instant now) {
    em.createNativeQuery(
            "insert into control.checkpoint_copy (tenant_id, size, log, note, announced_at, to_mail, to_store, store_at)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?5) on conflict do nothing")
        .setParameter(1, tenant.value())
        .setParameter(2, signed.size())
        .setParameter(3, signed.log())
        .setParameter(4, signed.note())
        .setParameter(5, Timestamp.from(now))
        .setParameter(6, toMail)
        .setParameter(7, toStore)
        .executeUpdate();
  }

  /** The next to put, those that were announced first before others: new ones at once. */
  public List<CheckpointCopy> toStore(int most, Instant now) {
    return list(
        em.createNativeQuery(
                "select tenant_id, log, size, note from control.checkpoint_copy"
                    + " where to_store and (refusals = 0 or store_at <= ?2) order by store_at, tenant_id, size limit ?1")
            .setParameter(1, most)
            .setParameter(2, Timestamp.from(now)));
  }

  /** How many wait for the store. */
  long waiting() {
    Object waiting =
        em.createNativeQuery("select count(*) from control.checkpoint_copy where to_store")
            .getSingleResult();
    return ((Number) waiting).longValue();
  }

  /** When the next of those that were refused is put again. */
  public Optional<Instant> nextRefused() {
    Object next =
        em.createNativeQuery(
                "select min(store_at) from control.checkpoint_copy where to_store and refusals > 0")
            .getSingleResult();
    return Optional.ofNullable((Timestamp) next).map(Timestamp::toInstant);
  }

  /** It is put again after the first pause, which doubles with each refusal up to the longest. */
  public void refused(CheckpointCopy copy, Instant now, Duration first, Duration longest) {
    em.createNativeQuery(
            "update control.checkpoint_copy set refusals = refusals + 1, store_at = cast(?3 as timestamptz)"
                + " + least(?4 * power(2, least(refusals, 12)), ?5) * interval '1 second'"
                + " where tenant_id = ?1 and size = ?2 and to_store")
        .setParameter(1, copy.tenant().value())
        .setParameter(2, copy.size())
        .setParameter(3, Timestamp.from(now))
        .setParameter(4, first.toSeconds())
        .setParameter(5, longest.toSeconds())
        .executeUpdate();
  }

  /** False when another node has said so before. */
  public boolean stored(CheckpointCopy copy) {
    int waited =
        em.createNativeQuery(
                "update control.checkpoint_copy set to_store = false"
                    + " where tenant_id = ?1 and size = ?2 and to_store")
            .setParameter(1, copy.tenant().value())
            .setParameter(2, copy.size())
            .executeUpdate();
    em.createNativeQuery(
            "delete from control.checkpoint_copy"
                + " where tenant_id = ?1 and size = ?2 and not to_mail and not to_store")
        .setParameter(1, copy.tenant().value())
        .setParameter(2, copy.size())
        .executeUpdate();
    return waited > 0;
  }

  /** When the last digest was made, held until the transaction ends: they are made one by one. */
  public Instant holdDigest() {
    em.createNativeQuery(
            "insert into control.checkpoint_digest (made_at) values (?1) on conflict do nothing")
        .setParameter(1, Timestamp.from(Instant.EPOCH))
        .executeUpdate();
    Object made =
        em.createNativeQuery("select made_at from control.checkpoint_digest for update")
            .getSingleResult();
    return ((Timestamp) made).toInstant();
  }

  public void digestMade(Instant now) {
    em.createNativeQuery("update control.checkpoint_digest set made_at = ?1")
        .setParameter(1, Timestamp.from(now))
        .executeUpdate();
  }

  /**
   * The newest of each log that was not mailed; the platform's, which tells of all others, first.
   */
  public List<CheckpointCopy> newestToMail(int most) {
    return list(
        em.createNativeQuery(
                "select distinct on (tenant_id) tenant_id, log, size, note from control.checkpoint_copy"
                    + " where to_mail order by tenant_id, size desc limit ?1")
            .setParameter(1, most));
  }

  /** These, and what was before each in its log. */
  public void mailed(List<CheckpointCopy> newest) {
    String of = " c.tenant_id = n.tenant_id and c.size <= n.size";
    String these = " unnest(cast(?1 as uuid[]), cast(?2 as bigint[])) as n (tenant_id, size) where";
    for (String sql :
        List.of(
            "update control.checkpoint_copy c set to_mail = false from" + these + of,
            "delete from control.checkpoint_copy c using"
                + these
                + of
                + " and not c.to_mail and not c.to_store")) {
      em.createNativeQuery(sql)
          .setParameter(1, array(newest.stream().map(one -> one.tenant().value()).toList()))
          .setParameter(2, array(newest.stream().map(CheckpointCopy::size).toList()))
          .executeUpdate();
    }
  }

  private static String array(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
  }

  @SuppressWarnings("unchecked")
  private static List<CheckpointCopy> list(Query query) {
    List<Object[]> rows = query.getResultList();
    return rows.stream()
        .map(
            row ->
                new CheckpointCopy(
                    new TenantId((UUID) row[0]),
                    (String) row[1],
                    ((Number) row[2]).longValue(),
                    (String) row[3]))
        .toList();
  }
}
