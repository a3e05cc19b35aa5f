package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.freehold.files.FileEvents;
import org.freehold.files.FileId;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.UserId;
import org.freehold.projects.ProjectId;

/** One example of each event of files. */
@ApplicationScoped
public class FileEventCatalogue implements EventCatalogue {
  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new FileEvents.Uploaded(
            new FileId(id(1)),
            new ProjectId(id(5)),
            null,
            "contract.pdf",
            "application/pdf",
            52_431,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            new UserId(id(2))));
  }

  private static UUID id(int last) {
    return UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e0" + last);
  }
}
