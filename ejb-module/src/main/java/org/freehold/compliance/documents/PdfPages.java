package org.freehold.compliance.documents;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Lines of text on pages of A4, one below the other, with the number of the page at the foot. */
final class PdfPages implements AutoCloseable {
  private static final float MARGIN = 56;
  private static final float LINE = 1.35f;
  private static final float TEXT = 9.5f;
  private static final float CODE = 8;

  /** A blank at which no line is broken. */
  private static final char HARD = '\u00a0';

  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

  private final PDFont plain = new PDType1Font(FontName.HELVETICA);
  private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
  private final PDFont fixed = new PDType1Font(FontName.COURIER);
  private final PDDocument document;
  private PDPageContentStream page;
  private float y;
  private int number;

  PdfPages(PDDocument document) {
    this.document = document;
  }

  void title(String text) throws IOException {
    paragraph(bold, 18, 0, text);
  }

  void heading(String text) throws IOException {
    paragraph(bold, 14, 14, text);
  }

  void strong(String text) throws IOException {
    paragraph(bold, TEXT, 6, text);
  }

  void text(String text) throws IOException {
    paragraph(plain, TEXT, 0, text);
  }

  /** Line by line as it is written. */
  void code(String text) throws IOException {
    for (String line : text.strip().split("\n")) {
      paragraph(fixed, CODE, 0, line.replace(' ', HARD));
    }
  }

  private void paragraph(PDFont font, float size, float above, String text) throws IOException {
    y -= above;
    StringBuilder line = new StringBuilder();
    for (String word : printable(text).split(" ")) {
      for (String part : parts(font, size, word)) {
        String longer = line.isEmpty() ? part : line + " " + part;
        if (width(font, size, longer) > WIDTH) {
          line(font, size, line.toString());
          line.setLength(0);
          line.append(part);
        } else {
          line.setLength(0);
          line.append(longer);
        }
      }
    }
    line(font, size, line.toString());
  }

  /** A word that is wider than the page, as a hash may be, in parts that are not. */
  private static Iterable<String> parts(PDFont font, float size, String word) throws IOException {
    java.util.List<String> parts = new java.util.ArrayList<>();
    String rest = word;
    while (width(font, size, rest) > WIDTH) {
      int fits = rest.length() - 1;
      while (width(font, size, rest.substring(0, fits)) > WIDTH) {
        fits--;
      }
      parts.add(rest.substring(0, fits));
      rest = rest.substring(fits);
    }
    parts.add(rest);
    return parts;
  }

  private void line(PDFont font, float size, String text) throws IOException {
    if (page == null || y - size * LINE < MARGIN) {
      turn();
    }
    y -= size * LINE;
    write(font, size, MARGIN, y, text);
  }

  private void write(PDFont font, float size, float x, float at, String text) throws IOException {
    page.beginText();
    page.setFont(font, size);
    page.newLineAtOffset(x, at);
    page.showText(text);
    page.endText();
  }

  private void turn() throws IOException {
    close();
    PDPage next = new PDPage(PDRectangle.A4);
    document.addPage(next);
    page = new PDPageContentStream(document, next);
    number++;
    write(plain, 8, MARGIN, MARGIN / 2, "Page " + number);
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  private static float width(PDFont font, float size, String text) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }

  /** The fonts that every reader has know Latin letters only. */
  private static String printable(String text) {
    return text.replace('\u2013', '-')
        .replace('\u00b7', '-')
        .replaceAll("[^\\x20-\\x7e\\xa0]", "?");
  }

  @Override
  public void close() throws IOException {
    if (page != null) {
      page.close();
    }
  }
}
