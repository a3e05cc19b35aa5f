package org.freehold.demo.content;

import java.time.Instant;
import org.freehold.files.FileFields;
import org.freehold.platform.UserId;

/**
 * A document of a demo project.
 *
 * @param number over all projects, from 1
 * @param text its whole content
 */
public record DemoFile(
    int number, FileFields fields, String text, UserId uploadedBy, Instant createdAt) {}
