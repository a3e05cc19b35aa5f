package org.freehold.webhooks.internal;

import java.util.List;
import org.freehold.webhooks.internal.DueClaims.Back;

/**
 * What of the claimed is to be sent.
 *
 * @param broken what something of ours is in the way of, and of itself only
 */
public record ToSend(List<Ready> ready, List<Back> broken) {}
