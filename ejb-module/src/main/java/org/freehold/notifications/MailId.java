package org.freehold.notifications;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a mail to one recipient. */
public record MailId(UUID value) implements EntityId {}
