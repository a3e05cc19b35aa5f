package org.freehold.webhooks.internal;

import java.util.List;
import org.freehold.webhooks.internal.DueClaims.Back;

/**
 * What of the claimed is to be sent.
 *
 * @param back what is not to be sent now: something of ours is in its way and its alone, or its
 *     receiver is still being asked
 */
public record ToSend(List<Ready> ready, List<Back> back) {}
