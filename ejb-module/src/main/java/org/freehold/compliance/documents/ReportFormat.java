package org.freehold.compliance.documents;

import org.freehold.platform.CsvCell;

/** The files that a report can be had as; the document itself is JSON already. */
public enum ReportFormat {
  /** OSCAL assessment results, for tools. */
  OSCAL("application/oscal+json", "oscal.json"),
  HTML("text/html; charset=utf-8", "html"),
  PDF("application/pdf", "pdf"),
  CSV(CsvCell.TABLE + "; charset=utf-8", "csv");

  private final String mediaType;
  private final String extension;

  ReportFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Without the dot. */
  public String extension() {
    return extension;
  }
}
