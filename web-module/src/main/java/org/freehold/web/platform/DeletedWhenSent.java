package org.freehold.web.platform;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that was made for one answer. */
public record DeletedWhenSent(Path file) implements StreamingOutput {
  @Override
  public void write(OutputStream client) throws IOException {
    try (InputStream bytes = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)) {
      bytes.transferTo(client);
    }
  }
}
