package org.freehold.files;

import java.time.Instant;
import org.freehold.platform.UserId;

/** A file that comes with its past, and whose bytes are stored; its fields have been checked. */
public record ImportedFile(
    FileFields fields, ReceivedContent content, UserId uploadedBy, Instant createdAt) {}
