package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.freehold.audit.AuditEventId;
import org.freehold.audit.internal.AuditEventReader;
import org.freehold.audit.internal.DisclosureReader;
import org.freehold.audit.internal.PositionReader;
import org.freehold.audit.sealing.EventProof;
import org.freehold.audit.sealing.TrailDamaged;
import org.freehold.engine.transparency.Disclosure;
import org.freehold.engine.transparency.InclusionNote;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.TiledTree;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.platform.NotFound;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/** Puts together what proves one event. */
@ApplicationScoped
public class StoredProofs {
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  @Inject private StoredTrail trail;
  @Inject private AuditEventReader events;
  @Inject private PositionReader positions;
  @Inject private DisclosureReader disclosures;
  @Inject private AuditKeys keys;

  public EventProof of(TenantRef tenant, AuditEventId event) {
    // Before anything is signed for somebody who may not know of the event.
    if (events.visible(tenant, Set.of(event.value())).isEmpty() || leaf(tenant, event) == null) {
      throw new NotFound("audit event");
    }
    CheckpointRows.Signed covering = trail.covering(tenant);
    List<VerifierKey> verifying = keys.verifying(covering.checkpoint().origin());
    return trail.asked(tenant, connection -> proof(connection, tenant, event, covering, verifying));
  }

  private byte[] leaf(TenantRef tenant, AuditEventId event) {
    return trail.asked(tenant, connection -> leaf(connection, tenant.id(), event.value()));
  }

  private EventProof proof(
      Connection connection,
      TenantRef tenant,
      AuditEventId event,
      CheckpointRows.Signed covering,
      List<VerifierKey> verifying)
      throws SQLException {
    byte[] leaf = leaf(connection, tenant.id(), event.value());
    Long index = positions.of(connection, tenant.id(), List.of(event.value())).get(event.value());
    long size = covering.checkpoint().size();
    if (index == null || index >= size) {
      throw new TrailDamaged("The event has no place in the tree of the trail");
    }
    TiledTree tree = trail.tiled(connection, tenant);
    List<byte[]> inclusion = tree.inclusion(index, size);
    List<DisclosureReader.Opened> opened =
        disclosures
            .opened(connection, tenant, List.of(event.value()))
            .getOrDefault(event.value(), List.of());
    return new EventProof(
        event,
        covering.checkpoint().origin(),
        BASE64.encodeToString(leaf),
        BASE64.encodeToString(MerkleTree.leafHash(leaf)),
        index,
        size,
        inclusion.stream().map(BASE64::encodeToString).toList(),
        covering.note().toString(),
        new InclusionNote(index, inclusion, covering.note()).toString(),
        opened.stream()
            .map(DisclosureReader.Opened::disclosure)
            .filter(Objects::nonNull)
            .map(Disclosure::encoded)
            .toList(),
        verifying.stream().map(VerifierKey::toString).toList());
  }

  private static byte[] leaf(Connection connection, TenantId tenant, UUID event)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select leaf from audit_event where tenant_id = ? and id = ?")) {
      query.setObject(1, tenant.value());
      query.setObject(2, event);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    }
  }
}
