/** A file as the API tells it. */
export interface StoredFile {
  readonly id: string;
  readonly project_id: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly content_type: string;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly uploaded_by: string | null;
  readonly created_at: string;
}
