package org.freehold.web.files;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;

/** The body of an upload, of which one part after the other is read as it comes. */
final class UploadBody implements RequestContext {
  private static final int LONGEST_HEAD = 4096;

  private final String contentType;
  private final long length;
  private final InputStream bytes;

  UploadBody(HttpHeaders headers, InputStream bytes) {
    contentType = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    String announced = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    length = announced == null ? -1 : Long.parseLong(announced);
    this.bytes = bytes;
  }

  FileItemInputIterator parts() throws IOException {
    Parser parser = new Parser();
    parser.setHeaderCharset(StandardCharsets.UTF_8);
    parser.setMaxPartHeaderSize(LONGEST_HEAD);
    return parser.getItemIterator(this);
  }

  @Override
  public String getCharacterEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  /** -1 when the client does not know. */
  @Override
  public long getContentLength() {
    return length;
  }

  @Override
  public String getContentType() {
    return contentType;
  }

  @Override
  public InputStream getInputStream() {
    return bytes;
  }

  @Override
  public boolean isMultipartRelated() {
    return false;
  }

  /** Reads part by part and never into files of its own. */
  private static final class Parser
      extends AbstractFileUpload<RequestContext, DiskFileItem, DiskFileItemFactory> {
    @Override
    public FileItemInputIterator getItemIterator(RequestContext request) throws IOException {
      return super.getItemIterator(request);
    }

    @Override
    public Map<String, List<DiskFileItem>> parseParameterMap(RequestContext request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<DiskFileItem> parseRequest(RequestContext request) {
      throw new UnsupportedOperationException();
    }
  }
}
