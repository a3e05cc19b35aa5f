package org.freehold.audit.sealing;

import java.time.Instant;

/**
 * A signed statement over all events of a trail that had their place then.
 *
 * @param log the name of the trail's log
 * @param size the number of events
 * @param root the hash over them, in base64
 * @param note the text as it was signed (C2SP tlog-checkpoint)
 */
public record CheckpointDetails(
    String log, long size, String root, String note, Instant signedAt) {}
