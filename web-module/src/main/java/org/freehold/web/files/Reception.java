package org.freehold.web.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.freehold.files.FileContents;
import org.freehold.files.FileDetails;
import org.freehold.files.FileFields;
import org.freehold.files.FileName;
import org.freehold.files.FileUploads;
import org.freehold.files.ReceivedContent;
import org.freehold.files.UploadPermit;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem;
import org.freehold.projects.ProjectId;
import org.freehold.projects.Tasks;

/**
 * Takes an upload in: a permit first, then the bytes into the storage, then the file. Whatever
 * stands before the content can refuse it before it comes; the parts may have any order.
 */
@ApplicationScoped
public class Reception {
  @Inject private FileUploads uploads;
  @Inject private FileContents contents;
  @Inject private Tasks tasks;

  FileDetails receive(UploadBody body) {
    Upload upload = new Upload(body.getContentLength());
    try {
      FileItemInputIterator parts = body.parts();
      while (parts.hasNext()) {
        upload.take(parts.next());
      }
      return upload.finish();
    } catch (Problem refusal) {
      // Nothing else says for sure that no file was made; then the sweep decides.
      upload.discard();
      throw refusal;
    } catch (FileUploadException e) {
      upload.discard();
      throw e.getCause() instanceof Problem problem ? problem : ClientStream.brokenOff(e);
    } catch (IOException e) {
      upload.discard();
      throw ClientStream.brokenOff(e);
    }
  }

  /** One upload under way. */
  private final class Upload {
    private final long announced;
    private final UploadParts parts = new UploadParts();
    private UploadPermit permit;
    private FileName name;
    private ReceivedContent content;

    Upload(long announced) {
      this.announced = announced;
    }

    void take(FileItemInput part) throws IOException {
      if (!"file".equals(part.getFieldName())) {
        parts.read(part.getFieldName(), new ClientStream(part.getInputStream()));
      } else if (permit != null) {
        throw Invalid.at("file", "duplicate", "The part file is there twice.");
      } else {
        name = new FileName(part.getName());
        permit = uploads.permit(project(), announced);
        content = contents.receive(permit, name, new ClientStream(part.getInputStream()));
      }
    }

    FileDetails finish() {
      if (content == null) {
        throw Invalid.at("file", "required", "There must be a part file with the content.");
      }
      FileFields fields =
          new FileFields(name, parts.description(), project(), parts.taskId().orElse(null));
      FileDetails file =
          UploadKey.within(fields, content, () -> uploads.add(fields.projectId(), fields, content));
      if (!file.id().equals(permit.id())) {
        contents.discard(permit);
      }
      return file;
    }

    /** The project that is named, or else the one of the task that is. */
    private ProjectId project() {
      return parts
          .projectId()
          .or(() -> parts.taskId().map(task -> tasks.details(task).projectId()))
          .orElse(null);
    }

    void discard() {
      if (content != null) {
        contents.discard(permit);
      }
    }
  }
}
