package org.freehold.flags;

import java.util.UUID;

/**
 * FlagActor changed something.
 *
 * @param type user, api_key or system
 * @param id null for a component of ours
 * @param name the email address of a user who is still there, the first characters of a key, or the
 *     component's name
 */
public record FlagActor(String type, UUID id, String name) {}
