package org.freehold.audit.sealing;

import java.util.List;
import org.freehold.audit.AuditEventId;

/**
 * What it takes to verify one event without the server.
 *
 * @param leaf the bytes that were hashed, in base64
 * @param leafHash their hash in the tree, in base64
 * @param index the event's place, from 0
 * @param inclusion hashes in base64, from the leaf upward (RFC 9162 §2.1.3)
 * @param checkpoint the note of the checkpoint that they lead to
 * @param proof index, hashes and checkpoint as one text (C2SP tlog-proof)
 * @param disclosures the personal values behind the commitments of the leaf, as they were hashed;
 *     those that were erased are missing
 * @param verifierKeys the keys that may have signed the checkpoint; to be compared with keys that
 *     were kept
 */
public record EventProof(
    AuditEventId eventId,
    String log,
    String leaf,
    String leafHash,
    long index,
    long treeSize,
    List<String> inclusion,
    String checkpoint,
    String proof,
    List<String> disclosures,
    List<String> verifierKeys) {}
